/** What one row of a list says of its record: values of fields, states, whom it names, how it judges. Nothing is compared here. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import { readDay } from '#shared/domain/import-day.ts'
import type { Mapping } from '#shared/domain/import-mapping.ts'
import { partsOf, readStated } from '#shared/domain/import-record/read-stated.ts'
import type { RecordDraft, StatedCell } from '#shared/domain/import-record/record-row.ts'
import type { GradeAxis, RecordNoun } from '#shared/domain/import-record/record-targets.ts'
import { quoteOf, type RejectionReason } from '#shared/domain/import-row.ts'
import { isEmptyWord, isWithheld, textOfCell } from '#shared/domain/import-values.ts'
import { instantOfLocal } from '#shared/domain/incident/local-moment.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { Stage } from '#shared/domain/risk.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import type { LevelWords } from './level-words.ts'
import type { NameResolver } from './name-resolver.ts'

export interface SaidOfRecord {
  readonly values: Readonly<Record<string, unknown>>
  /** Fields that name several records: what the words name, to be put among the links that are there. */
  readonly links: readonly { readonly field: string; readonly ids: readonly string[]; readonly label: string }[]
  /** Names of records of the list itself that are not there yet. */
  readonly waiting: readonly WaitingName[]
  readonly holder: { readonly personId: string | null; readonly postId: string | null } | null
  readonly term: { readonly personId: string; readonly from: Day | null } | null
  readonly grades: ReadonlyMap<Stage, Readonly<Partial<Record<GradeAxis, number>>>>
  readonly judgedOn: Day | null
  readonly rationale: string | null
  readonly controlIds: readonly string[]
}

export interface WaitingName {
  readonly field: FieldDescription
  readonly words: string
  readonly label: string
  /** Of a code whose name has to agree. */
  readonly named?: string | null
}

export type RowRefusal = { readonly column: string; readonly reason: RejectionReason; readonly value: string }

export interface SaidFacts {
  readonly noun: RecordNoun
  readonly mapping: Mapping
  readonly timeZone: string
  readonly names: NameResolver
  readonly levels: LevelWords
  readonly onUnknown: (label: string, words: string) => void
}

/**
 * `isOldNews`: cells that say what they said before. `repeats`: of those, lists of which only what is made now is news: what a person
 * has taken away since stays away. `before`: texts in two languages, of which a cell says one. `isHere`: whether the register that wrote the row is this one; null where the row does not say.
 */
export function saidOfRecord(
  draft: RecordDraft,
  facts: SaidFacts,
  options: {
    readonly isOldNews: (cell: StatedCell) => boolean
    readonly repeats: (cell: StatedCell) => boolean
    readonly before: Readonly<Record<string, unknown>>
    readonly isHere: boolean | null
  },
): SaidOfRecord | RowRefusal {
  const { names, levels, onUnknown, mapping } = facts
  const values: Record<string, unknown> = {}
  const links: { field: string; ids: readonly string[]; label: string }[] = []
  const waiting: WaitingName[] = []
  const grades = new Map<Stage, Partial<Record<GradeAxis, number>>>()
  const controlIds: string[] = []
  let holder: SaidOfRecord['holder'] = null
  let termPerson: string | null = null
  let termFrom: Day | null = null
  let judgedOn: Day | null = null
  let rationale: string | null = null
  const day = (cell: StatedCell): Day | null | RowRefusal => {
    const read = readDay(cell.words, mapping.dayOrder)
    if (read.kind === 'not_in_calendar') return refusal(cell, 'DAY_DOES_NOT_EXIST')
    if (read.kind === 'day') return read.day
    if (!isEmptyWord(cell.words)) onUnknown(cell.label, cell.words)
    return null
  }
  for (const cell of draft.stated) {
    const { how, label, words } = cell
    // Likelihood and impact are one judgement: what one of them says is needed where the other has changed.
    if (how.kind !== 'grade' && how.kind !== 'judgedOn' && how.kind !== 'rationale' && options.isOldNews(cell)) continue
    switch (how.kind) {
      case 'cell': {
        const read = readStated(facts.noun, { ...cell, how }, mapping)
        const { field } = how
        if (read.kind === 'rejected') return refusal(cell, read.reason)
        if (read.kind === 'unknown') onUnknown(label, words)
        if (read.kind === 'value') values[field.name] = read.value
        if (read.kind === 'part')
          values[field.name] = {
            ...((values[field.name] ?? options.before[field.name] ?? { ja: null, en: null }) as Bilingual),
            [read.language]: read.text,
          }
        if (read.kind !== 'names') break
        const named = namesToAgree(cell, options.isHere)
        if (named !== undefined) {
          if (read.noun === (facts.noun as Noun)) waiting.push({ field, words, label, named })
          else if (read.one) {
            const id = names.resolveCoded(read.noun, read.words, named)
            if (id !== null) values[field.name] = id
          } else links.push({ field: field.name, ids: codedIn(names, read.noun, read.parts, named), label })
          break
        }
        const self = read.noun === (facts.noun as Noun)
        const found = self ? names.find(read.noun, read.words) : null
        if (self && found === null) waiting.push({ field, words, label })
        else if (read.one) {
          const id = found ?? names.resolve(read.noun, read.words)
          if (id !== null) values[field.name] = id
        } else links.push({ field: field.name, ids: namedIn(names, read.noun, read.words, read.parts), label })
        break
      }
      case 'moment': {
        const at = instantOfLocal(words, facts.timeZone) ?? momentOfDay(words, mapping, facts.timeZone)
        if (at !== null) values[how.field.name] = at
        else if (!isEmptyWord(words)) onUnknown(label, words)
        break
      }
      case 'grade': {
        const grade = levels.grade(how.axis, words)
        if (grade !== null) grades.set(how.stage, { ...grades.get(how.stage), [how.axis]: grade })
        break
      }
      case 'judgedOn': {
        const on = day(cell)
        if (on !== null && typeof on === 'object') return on
        judgedOn = on
        break
      }
      case 'rationale':
        rationale = textOfCell(words).trim()
        break
      case 'holder':
        if (!isEmptyWord(words) && !isWithheld(words)) holder = holderIn(names, partsOf(words, mapping), words)
        break
      case 'answering': {
        if (isEmptyWord(words) || isWithheld(words)) break
        const { post, person } = answeringIn(names, cell, how.noun, options.isHere)
        if (post !== null) values[how.post] = post
        if (person !== null) values[how.person] = person
        break
      }
      case 'termHolder':
        if (!isEmptyWord(words) && !isWithheld(words)) termPerson = names.resolve('person', textOfCell(words))
        break
      case 'termFrom': {
        const on = day(cell)
        if (on !== null && typeof on === 'object') return on
        termFrom = on
        break
      }
      case 'controls':
        controlIds.push(
          ...namedIn(names, 'control', words, partsOf(words, mapping), how.planned).filter(
            (id) => !options.repeats(cell) || names.isMade(id),
          ),
        )
        break
      case 'code':
        break
    }
  }
  return {
    values,
    links,
    waiting,
    holder,
    term: termPerson === null ? null : { personId: termPerson, from: termFrom },
    grades,
    judgedOn,
    rationale,
    controlIds: [...new Set(controlIds)],
  }
}

export function refusal({ label, words }: Pick<StatedCell, 'label' | 'words'>, reason: RejectionReason): RowRefusal {
  return { column: label, reason, value: quoteOf(words) }
}

/** What stands beside codes that may be another register's; undefined where the words are to be read as they stand. */
function namesToAgree({ named }: StatedCell, isHere: boolean | null): string | null | undefined {
  if (named === undefined || isHere === true) return undefined
  return named === null && isHere === null ? undefined : named
}

/** Codes with the names beside them, in one order. */
function codedIn(names: NameResolver, noun: Noun, codes: readonly string[], named: string | null): string[] {
  const beside = named?.split('|').map((part) => part.trim()) ?? []
  const ids = codes.map((code, at) =>
    names.resolveCoded(noun, code, beside.length === codes.length ? (beside[at] ?? null) : null),
  )
  return [...new Set(ids.filter((id) => id !== null))]
}

/** A name may hold the sign by which lists are set apart: the whole is tried first. */
function namedIn(names: NameResolver, noun: Noun, words: string, parts: readonly string[], planned = false): string[] {
  const whole = names.find(noun, words)
  if (whole !== null) return [whole]
  const ids = parts.map((part) => names.resolve(noun, part, { planned }))
  return [...new Set(ids.filter((id) => id !== null))]
}

/** Of several people the first whom the register knows answers; the others are listed. A post may answer as well. */
function holderIn(names: NameResolver, parts: readonly string[], words: string): SaidOfRecord['holder'] {
  const post = names.find('post', words)
  if (post !== null) return { personId: null, postId: post }
  let holder: SaidOfRecord['holder'] = null
  for (const part of parts) {
    if (holder !== null) {
      names.list('person', part)
      continue
    }
    const person = names.find('person', part)
    const postId = person === null ? names.find('post', part) : null
    if (person !== null || postId !== null) holder = { personId: person, postId }
    else {
      const made = names.resolve('person', part)
      if (made !== null) holder = { personId: made, postId: null }
    }
  }
  return holder
}

/**
 * A post, a person, or both: "CISO 森田 千尋", "取締役会（議長 佐伯 真理子）". What means several means nobody, and is listed as what
 * the column is for: boards and committees are posts, and no person is made of their name.
 */
function answeringIn(
  names: NameResolver,
  cell: StatedCell,
  noun: 'post' | 'person',
  isHere: boolean | null,
): { readonly post: string | null; readonly person: string | null } {
  const named = namesToAgree(cell, isHere)
  // Codes are unique in their register only: of another's, the name beside the code tells who is meant.
  const isCode = named !== undefined && !names.isSaid(noun, cell.words)
  const words = textOfCell(isCode ? (named ?? '') : cell.words).trim()
  if (words === '') {
    names.listCode(noun, cell.words)
    return { post: null, person: null }
  }
  const space = words.indexOf(' ')
  const parts = [
    words,
    ...words.split(/[（()）:：/／、,，→・\n]+/u),
    ...(space < 0 ? [] : [words.slice(0, space), words.slice(space + 1)]),
  ]
    .map((part) => part.trim())
    .filter((part) => part !== '')
  let post: string | null = null
  let person: string | null = null
  let several = false
  for (const part of parts) {
    const found = names.find('person', part)
    if (found !== null) {
      person ??= found
      continue
    }
    const posts = names.postsNamed(part)
    several ||= posts.length > 1 || names.meansSeveral('person', part)
    if (posts.length === 1) post ??= posts[0] ?? null
  }
  if (post === null && person === null) {
    if (several || noun === 'post') names.list(noun, words, several)
    else person = names.resolve('person', words)
  }
  return { post, person }
}

/** A day without an hour is its beginning in the register's time zone. */
function momentOfDay(words: string, mapping: Mapping, timeZone: string): string | null {
  const read = readDay(words, mapping.dayOrder)
  return read.kind === 'day' ? instantOfLocal(`${read.day} 00:00`, timeZone) : null
}
