/**
 * The records of a register that the rows of a list may be: by code, by what their source called them, by name. Directions are
 * known by their place instead of their name.
 */
import { placeOfDirection } from '#shared/domain/import-record/direction-row.ts'
import type { RecordDraft } from '#shared/domain/import-record/record-row.ts'
import type { RecordNoun } from '#shared/domain/import-record/record-targets.ts'
import type { SourceRow } from '#shared/domain/import-record/source-row.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { type Bilingual, searchKey } from '#shared/domain/text.ts'
import { queries, type ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import { keyOfRow, type RowKeys } from './row-keys.ts'

type Known = RecordOf<RecordNoun>

export interface Match {
  readonly record: Known | null
  readonly source: SourceRow | null
  /** The code of a record that bears the row's name and is not meant by its key. */
  readonly alike: string | null
}

/** Nouns that are known by name or place whatever a list numbers them by. */
const knownByIdentity: readonly RecordNoun[] = ['person', 'unit', 'direction']

export class KnownRecords {
  readonly #noun: RecordNoun
  readonly #byId: ReadonlyMap<string, Known>
  readonly #byCode: ReadonlyMap<string, Known>
  readonly #byName = new Map<string, Known[]>()
  readonly #sources: readonly SourceRow[]
  readonly #sourceByKey: ReadonlyMap<string, SourceRow>
  readonly #sourceOf = new Map<string, SourceRow[]>()
  readonly #met = new Set<string>()
  /** Ids and codes that rows have borne. */
  readonly #said = new Set<string>()

  constructor(read: ReadHandle, noun: RecordNoun) {
    this.#noun = noun
    const all = [...recordTables[noun].all(read)] as Known[]
    this.#byId = new Map(all.map((record) => [record.id, record]))
    this.#byCode = new Map(all.map((record) => [record.code, record]))
    for (const record of all)
      if (record.withdrawn === null) for (const name of this.#identities(record)) push(this.#byName, name, record)
    this.#sources = read
      .all(queries.selectFrom('source_row').select('id').where('subject', '=', noun).where('withdrawn_on', 'is', null))
      .map(({ id }) => recordTables.sourceRow.get(read, id))
      .filter((row) => row !== undefined)
    this.#sourceByKey = new Map(this.#sources.map((row) => [row.key, row]))
    for (const row of this.#sources) push(this.#sourceOf, row.subjectId, row)
  }

  /** Whole numbers tell the rows of one list apart, not of two: where they mostly mean other names, the names tell. */
  trusted(drafts: readonly RecordDraft[], keys: RowKeys): RowKeys {
    if (keys.kind !== 'column' || keys.named || !keys.numbers) return keys
    const found = drafts.flatMap((draft) => {
      const record = this.#byId.get(this.#sourceByKey.get(keyOfRow(draft, keys))?.subjectId ?? '')
      return record === undefined ? [] : [this.#identities(record).includes(plain(draft.name))]
    })
    return found.length >= 3 && found.filter(Boolean).length * 2 < found.length ? { kind: 'name', left: null } : keys
  }

  /** The record that a row is, by its id or its code here, else by its source's key, else by its name where the list has no keys. */
  match(draft: RecordDraft, key: string, keys: RowKeys): Match {
    const coded = this.#free(this.#own(draft))
    if (coded !== undefined) return this.#meet(coded, this.#sourceByKey.get(key))
    const source = this.#sourceByKey.get(key) ?? this.#byNameOnly(draft, keys)
    const bySource = this.#free(this.#byId.get(source?.subjectId ?? ''))
    if (bySource !== undefined) return this.#meet(bySource, source)
    const [named] = this.#sameName(draft).filter(({ id }) => !this.#met.has(id))
    if (named === undefined) return { record: null, source: null, alike: null }
    // A list with keys of its own says which records it means: what only bears the same name may be another one.
    if (keys.kind === 'column' && !knownByIdentity.includes(this.#noun))
      return { record: null, source: null, alike: named.code }
    return this.#meet(named, undefined)
  }

  /**
   * Whether the list has said the record of this row already: by its id or code, also one that is of no record here, else, of
   * what is known by its place, by that. Asked once of each row, in their order. Names prove nothing: two may bear one.
   */
  isRepeated(draft: RecordDraft, occurrence: number): boolean {
    const own = this.#own(draft)
    const said = draft.id ?? draft.code
    const again = said !== null && this.#said.has(said)
    if (said !== null) this.#said.add(said)
    if (again || (own !== undefined && this.#met.has(own.id))) return true
    return this.#noun === 'direction' && own === undefined && occurrence > 1
  }

  /** Whether a record came under the key before. */
  cameAs(key: string): boolean {
    return this.#sourceByKey.has(key)
  }

  /** Codes of the records of those imports which the list continues, and are not in it. */
  missing(): string[] {
    const continued = new Set(
      this.#sources.filter(({ subjectId }) => this.#met.has(subjectId)).map((row) => row.importId),
    )
    const gone = this.#sources
      .filter(({ importId, subjectId }) => continued.has(importId) && !this.#met.has(subjectId))
      .map(({ subjectId }) => this.#byId.get(subjectId))
      .filter((record) => record?.withdrawn === null)
      .map((record) => record?.code ?? '')
    return [...new Set(gone)].sort()
  }

  /** A row of a list that had no key of its own before: its words came again, and names told its rows apart. */
  #byNameOnly(draft: RecordDraft, keys: RowKeys): SourceRow | undefined {
    return keys.kind === 'column' && keys.repeats
      ? this.#sourceByKey.get(keyOfRow(draft, { kind: 'name', left: null }))
      : undefined
  }

  #identities(record: Known): string[] {
    return (this.#noun === 'direction' ? [placeOfDirection(record as RecordOf<'direction'>)] : namesOf(record)).map(
      plain,
    )
  }

  /** A row with an id is the record of that id; a code beside it is that of the register which wrote the list. */
  #own({ id, code }: RecordDraft): Known | undefined {
    if (id !== null) return this.#byId.get(id)
    return code === null ? undefined : this.#byCode.get(code)
  }

  #meet(record: Known, source: SourceRow | undefined): Match {
    this.#met.add(record.id)
    return { record, source: source?.subjectId === record.id ? source : null, alike: null }
  }

  #free(record: Known | undefined): Known | undefined {
    return record !== undefined && !this.#met.has(record.id) ? record : undefined
  }

  /** Of people who bear one name, an address or a reading tells which. */
  #sameName(draft: RecordDraft): readonly Known[] {
    const identity = this.#noun === 'direction' ? (draft.identifiers[0] ?? '') : draft.name
    const found = this.#byName.get(plain(identity)) ?? []
    if (this.#noun !== 'person') return found
    const words = (target: string) => draft.stated.find((each) => each.target === target)?.words
    const [email, reading] = [words('email'), words('reading')]
    const fits = (own: string | null, said: string | undefined) =>
      own === null || said === undefined || plain(own) === plain(said)
    return (found as RecordOf<'person'>[]).filter((each) => fits(each.email, email) && fits(each.reading, reading))
  }
}

export function namesOf(record: Known): string[] {
  const { ja, en } = record.name as Bilingual
  return [ja, en].filter((name) => name !== null)
}

/** Names are compared without width, case and spaces. */
function plain(name: string): string {
  return searchKey(name).replace(/\s+/g, '')
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
