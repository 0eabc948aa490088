/**
 * The values of a noun's list fields, read when first asked for and kept. Stored ones follow the log, which names every record
 * that changed; derived ones follow what they stand on (`sources.ts`).
 */
import type { CodedNoun, Noun } from '#shared/domain/nouns.ts'
import type { ListField } from '#shared/domain/list-fields.ts'
import { derivedToday } from '../derived.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { ChangedSincePack } from './changed-since-pack.ts'
import { DerivedColumn } from './derived-column.ts'
import { type DerivedReader, keysOf, readerOf } from './field-readers.ts'
import { ValueColumn } from './value-column.ts'

/** Above this many changed records of one noun, reading all again is cheaper. */
const longestFollowing = 2000

export class ListValues<N extends CodedNoun> {
  readonly noun: N
  readonly ids: string[] = []
  readonly codes: string[] = []
  readonly withdrawn: number[] = []
  readonly placeOf = new Map<string, number>()
  readonly #register: Register
  readonly #table: string
  readonly #stored = new Map<string, { readonly field: ListField; readonly column: ValueColumn }>()
  readonly #derived = new Map<string, { readonly field: ListField; readonly column: DerivedColumn<N> }>()
  readonly #changed: ChangedSincePack
  #sincePack: { readonly ids: ReadonlySet<string>; readonly size: number; readonly column: ValueColumn } | null = null
  #byCode: Int32Array | null = null
  #sequence: number
  /** What was found for the conditions of the register as it stands: emptied by every change. */
  readonly kept = new Map<string, unknown>()

  constructor(register: Register, noun: N) {
    this.noun = noun
    this.#register = register
    this.#table = recordTables[noun].table
    this.#changed = new ChangedSincePack(noun)
    this.#sequence = register.head().sequence
    const rows = register.read.prepare(`SELECT id, code, withdrawn_on FROM ${this.#table} ORDER BY rowid`).raw().all()
    for (const row of rows as [string, string, string | null][]) this.#place(...row)
  }

  get size(): number {
    return this.ids.length
  }

  /** Records in the order of their codes, the numbers in them read as numbers. */
  get byCode(): Int32Array {
    if (this.#byCode?.length !== this.size) {
      const keyOf = keysOf(this.#register.read, this.noun, { name: 'code', kind: 'code' })
      const keys = this.codes.map(keyOf)
      this.#byCode = Int32Array.from(this.ids.keys()).sort((one, other) =>
        keys[one] === keys[other] ? 0 : (keys[one] ?? 0) < (keys[other] ?? 0) ? -1 : 1,
      )
    }
    return this.#byCode
  }

  column(field: ListField): ValueColumn {
    const reader = readerOf(this.noun, field)
    if (reader.kind === 'since-pack') return this.#sincePackColumn(field)
    if (reader.kind === 'derived') return this.#derivedColumn(field, reader)
    const known = this.#stored.get(field.name)
    if (known !== undefined) return known.column
    const column = this.#newColumn(field)
    const { read } = this.#register
    if (reader.kind === 'links') {
      const targets = Map.groupBy(
        read.prepare(reader.sql).all() as { owner: string; target: string }[],
        ({ owner }) => owner,
      )
      for (const [place, id] of this.ids.entries())
        column.set(
          place,
          (targets.get(id) ?? []).map(({ target }) => target),
        )
    } else {
      const rows = read
        .prepare(`SELECT ${quoted(reader.columns)} FROM ${this.#table} ORDER BY rowid`)
        .raw()
        .all()
      for (const [place, cells] of (rows as unknown[][]).entries()) column.set(place, reader.of(cells))
    }
    this.#stored.set(field.name, { field, column })
    return column
  }

  /** The months of a field of days. */
  months(field: ListField): ValueColumn {
    const of = this.column(field)
    const key = `months of ${field.name}`
    const known = this.kept.get(key) as { readonly of: ValueColumn; readonly column: ValueColumn } | undefined
    if (known?.of === of) return known.column
    const column = of.mapped((day) => String(day).slice(0, 7))
    this.kept.set(key, { of, column })
    return column
  }

  /** Brings the values up to the head of the log; false where too much has changed for that. */
  follow(): boolean {
    const { read } = this.#register
    const { sequence } = this.#register.head()
    const since = this.#sequence
    if (sequence === since) return true
    const changed = read
      .prepare('SELECT DISTINCT record_id AS id FROM audit_event WHERE sequence > ? AND noun = ? LIMIT ?')
      .pluck()
      .all(since, this.noun, longestFollowing) as string[]
    if (changed.length === longestFollowing) return false
    // A name that was taken out is gone from records that the log does not name again.
    const redacted = read.prepare("SELECT 1 FROM audit_event WHERE sequence > ? AND noun = 'redaction' LIMIT 1")
    if (redacted.get(since) !== undefined) return false
    for (const id of changed) this.#readAgain(read, id)
    this.#sequence = sequence
    this.kept.clear()
    // Names of other records may have changed: what is sorted by them is ordered again.
    const nouns = new Set(
      read.prepare('SELECT DISTINCT noun FROM audit_event WHERE sequence > ?').pluck().all(since) as Noun[],
    )
    const forget = ({
      field,
      column,
    }: {
      readonly field: ListField
      readonly column: Pick<ValueColumn, 'forgetOrder'>
    }) => {
      const noun = namedNoun(field)
      if (noun !== null && nouns.has(noun)) column.forgetOrder()
    }
    this.#stored.forEach(forget)
    this.#derived.forEach(forget)
    return true
  }

  #readAgain(read: ReadHandle, id: string): void {
    const row = read.prepare(`SELECT id, code, withdrawn_on FROM ${this.#table} WHERE id = ?`).raw().get(id)
    if (row === undefined) return
    const place = this.#place(...(row as [string, string, string | null]))
    for (const { field, column } of this.#stored.values()) {
      const reader = readerOf(this.noun, field)
      if (reader.kind === 'links') {
        const targets = read.prepare(`SELECT target FROM (${reader.sql}) WHERE owner = ?`).pluck().all(id) as string[]
        column.set(place, targets)
      } else if (reader.kind === 'stored') {
        const cells = read
          .prepare(`SELECT ${quoted(reader.columns)} FROM ${this.#table} WHERE id = ?`)
          .raw()
          .get(id)
        column.set(place, reader.of(cells as unknown[]))
      }
    }
  }

  #place(id: string, code: string, withdrawnOn: string | null): number {
    let place = this.placeOf.get(id)
    if (place === undefined) {
      place = this.ids.length
      this.placeOf.set(id, place)
    }
    this.ids[place] = id
    this.codes[place] = code
    this.withdrawn[place] = withdrawnOn === null ? 0 : 1
    return place
  }

  #derivedColumn(field: ListField, reader: DerivedReader<N>): ValueColumn {
    let known = this.#derived.get(field.name)
    if (known === undefined) {
      known = { field, column: new DerivedColumn(this.noun, reader, () => this.#newColumn(field)) }
      this.#derived.set(field.name, known)
    }
    return known.column.on(derivedToday(this.#register), this.placeOf)
  }

  #sincePackColumn(field: ListField): ValueColumn {
    const ids = this.#changed.ids(this.#register)
    const known = this.#sincePack
    if (known?.ids === ids && known.size === this.size) return known.column
    const column = this.#newColumn(field)
    for (const [place, id] of this.ids.entries()) column.set(place, ids.has(id) ? 'yes' : 'no')
    this.#sincePack = { ids, size: this.size, column }
    return column
  }

  #newColumn(field: ListField): ValueColumn {
    const reader = readerOf(this.noun, field)
    return new ValueColumn({
      several: reader.kind === 'links' || (reader.kind !== 'since-pack' && reader.several),
      keyOf: () => keysOf(this.#register.read, this.noun, field),
      size: this.size,
    })
  }
}

/** The noun whose names the values of a field are sorted by. */
function namedNoun(field: ListField): Noun | null {
  if (field.kind === 'holder') return 'person'
  return field.kind === 'reference' || field.kind === 'references' ? field.noun : null
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ')
}

const keptValues = new WeakMap<Register, Map<Noun, ListValues<CodedNoun>>>()

/** The values of a noun's records as the register stands. */
export function listValues<N extends CodedNoun>(register: Register, noun: N): ListValues<N> {
  const byNoun = keptValues.get(register) ?? new Map<Noun, ListValues<CodedNoun>>()
  keptValues.set(register, byNoun)
  const known = byNoun.get(noun)
  if (known?.follow() === true) return known as unknown as ListValues<N>
  const made = new ListValues(register, noun)
  byNoun.set(noun, made)
  return made
}
