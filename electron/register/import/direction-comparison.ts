/**
 * Drafts of directions beside the register: which record a row is, and what it says otherwise. A row is the record whose id
 * or code it names, else the one of its side and number that stands at the same day. An empty cell erases nothing.
 */
import { dayOfDirection, type Direction } from '#shared/domain/direction.ts'
import type { DirectionDraft } from '#shared/domain/import-direction-row.ts'
import type { RejectedRow } from '#shared/domain/import-report.ts'
import { directionReadings } from '#shared/domain/import-targets.ts'
import { type Bilingual, longestText, noText, searchKey } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { DirectionInput } from '../directions.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import { type FoundPerson, PeopleIndex } from './people-index.ts'

export interface DirectionKeeper {
  add(values: DirectionInput): void
  update(before: Direction, patch: Partial<Direction>): void
}

export interface DirectionTrial {
  readonly counts: { readonly added: number; readonly updated: number; readonly unchanged: number }
  readonly rejected: readonly RejectedRow[]
  /** Names that are nobody's in the register; their words are in the notes. */
  readonly unresolved: readonly { readonly label: string; readonly words: string }[]
}

type Stated = Partial<Direction>

export class DirectionComparison {
  readonly #keeper: DirectionKeeper
  readonly #people: PeopleIndex
  readonly #posts: readonly { readonly id: string; readonly names: readonly string[] }[]
  readonly #peopleByCode: ReadonlyMap<string, string>
  readonly #byCode: ReadonlyMap<string, Direction>
  readonly #byId: ReadonlyMap<string, Direction>
  readonly #byPlace = new Map<string, Direction>()
  readonly #unresolved: { label: string; words: string }[] = []

  constructor(read: ReadHandle, keeper: DirectionKeeper) {
    this.#keeper = keeper
    this.#people = new PeopleIndex(read)
    this.#posts = [...recordTables.post.all(read)]
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ id, code, name }) => ({ id, names: [code, name.ja, name.en].filter((each) => each !== null).map(plain) }))
    this.#peopleByCode = new Map(
      [...recordTables.person.all(read)]
        .filter(({ withdrawn }) => withdrawn === null)
        .map(({ id, code }) => [plain(code), id]),
    )
    const known = [...recordTables.direction.all(read)]
    this.#byCode = new Map(known.map((record) => [record.code, record]))
    this.#byId = new Map(known.map((record) => [record.id, record]))
    for (const record of known) if (record.withdrawn === null) this.#byPlace.set(placeOf(record), record)
  }

  take(drafts: readonly DirectionDraft[]): DirectionTrial {
    const counts = { added: 0, updated: 0, unchanged: 0 }
    const rejected: RejectedRow[] = []
    const taken = new Set<string>()
    for (const draft of drafts) {
      const reject = (reason: RejectedRow['reason'], value: string) =>
        rejected.push({ row: draft.row, column: '', reason, value })
      const stated = this.#stated(draft)
      const place = placeOf({
        givenOn: null,
        maturityOn: null,
        reportedOn: null,
        ...stated,
        side: draft.side,
        item: draft.item,
      })
      const coded = this.#own(draft)
      if (coded !== undefined && coded.withdrawn !== null) {
        reject('DIRECTION_WITHDRAWN', coded.code)
        continue
      }
      const key = coded?.id ?? place
      if (taken.has(key)) {
        reject('ROW_REPEATED', draft.item)
        continue
      }
      taken.add(key)
      const record = coded ?? this.#byPlace.get(place)
      if (record === undefined) {
        this.#keeper.add(this.#new(draft, stated))
        counts.added += 1
        continue
      }
      const patch = patchOf(record, { ...stated, side: draft.side, item: draft.item }, draft)
      if (Object.keys(patch).length === 0) counts.unchanged += 1
      else {
        this.#keeper.update(record, patch)
        counts.updated += 1
      }
    }
    return { counts, rejected, unresolved: this.#unresolved }
  }

  /** A row with an id is the record of that id; a code beside it is that of the register which wrote the list. */
  #own({ id, code }: DirectionDraft): Direction | undefined {
    if (id !== null) return this.#byId.get(id)
    return code === null ? undefined : this.#byCode.get(code)
  }

  #stated(draft: DirectionDraft): Stated {
    // Days and codes, which the row's reader has read for these fields.
    const stated: Stated = { ...draft.values }
    const kept: string[] = draft.kept.map(([label, words]) => `${label}: ${words}`)
    const isHere = draft.id === null ? null : this.#byId.has(draft.id)
    for (const { target, label, words, named } of draft.answering) {
      const reading = directionReadings.get(target)
      if (reading?.kind !== 'answering') continue
      // Codes are unique in their register only: of another's, the name beside the code tells who is meant.
      const byName = named !== undefined && isHere !== true && (named !== null || isHere === false)
      const found = this.#whoIs(byName ? (named ?? '') : words)
      if (found.post === null && found.person === null) {
        this.#unresolved.push({ label, words })
        kept.push(`${label}: ${words}`)
      }
      if (found.post !== null) Object.assign(stated, { [reading.post]: found.post })
      if (found.person !== null) Object.assign(stated, { [reading.person]: found.person })
    }
    const notes = [draft.values.notes, ...kept].filter((each) => each !== undefined).join('\n')
    if (notes !== '') stated.notes = notes.slice(0, longestText)
    return stated
  }

  /** A post, a person, or both: "CISO 森田 千尋", "取締役会（議長 佐伯 真理子）". What means several means nobody. */
  #whoIs(words: string): { post: string | null; person: string | null } {
    const space = words.trim().indexOf(' ')
    const parts = [
      words,
      ...words.split(/[（()）:：/／、,，→・\n]+/u),
      ...(space < 0 ? [] : [words.trim().slice(0, space), words.trim().slice(space + 1)]),
    ]
      .map((part) => part.trim())
      .filter((part) => part !== '')
    let post: string | null = null
    let person: string | null = null
    for (const part of parts) {
      const named: FoundPerson = this.#people.find({ name: part, reading: null })
      const coded = this.#peopleByCode.get(plain(part))
      if (coded !== undefined) person ??= coded
      else if (named.kind === 'one') person ??= named.id
      else post ??= this.#postNamed(part)
    }
    return { post, person }
  }

  #postNamed(words: string): string | null {
    const name = plain(words)
    const whole = this.#posts.filter(({ names }) => names.includes(name))
    // 取締役会 is the post whose name begins so, where only one does.
    const begun =
      whole.length > 0 ? whole : this.#posts.filter(({ names }) => names.some((each) => each.startsWith(name)))
    return begun.length === 1 ? (begun[0]?.id ?? null) : null
  }

  #new(draft: DirectionDraft, stated: Stated): DirectionInput {
    const text = (field: string): Bilingual => ({ ...noText, ...draft.texts[field] })
    const has = (each: Bilingual) => each.ja !== null || each.en !== null
    const title = (language: 'ja' | 'en') => translate(language)(`value.directionItem.${draft.item}`)
    const instruction = text('instruction')
    // Without a short name, the instruction's first line is one; without that, the title of the direction.
    const short = has(text('name'))
      ? text('name')
      : has(instruction)
        ? firstLines(instruction)
        : { ja: title('ja'), en: title('en') }
    return {
      ...stated,
      side: draft.side,
      item: draft.item,
      name: short,
      instruction,
      report: text('report'),
      grounds: text('grounds'),
    }
  }
}

const longestName = 120

function firstLines(text: Bilingual): Bilingual {
  const first = (each: string | null) => each?.split('\n')[0]?.trim().slice(0, longestName) ?? null
  return { ja: first(text.ja), en: first(text.en) }
}

function plain(name: string): string {
  return searchKey(name).replace(/\s+/g, '')
}

function placeOf(record: Pick<Direction, 'side' | 'item' | 'givenOn' | 'maturityOn' | 'reportedOn'>): string {
  return `${record.side} ${record.item} ${dayOfDirection(record) ?? ''}`
}

/** What a row says otherwise than the record. Notes that are there already are not added again. */
function patchOf(record: Direction, stated: Stated, draft: DirectionDraft): Partial<Direction> {
  const before = record as Readonly<Record<string, unknown>>
  const patch: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(stated))
    if (field !== 'notes' && before[field] !== value) patch[field] = value
  for (const [field, said] of Object.entries(draft.texts)) {
    const whole = { ...(before[field] as Bilingual), ...said }
    if (JSON.stringify(whole) !== JSON.stringify(before[field])) patch[field] = whole
  }
  const notes = typeof stated.notes === 'string' ? stated.notes : ''
  const known = new Set((record.notes ?? '').split('\n'))
  const more = notes.split('\n').filter((line) => line !== '' && !known.has(line))
  if (more.length > 0) patch.notes = [...(record.notes === null ? [] : [record.notes]), ...more].join('\n')
  return patch
}
