/**
 * The second reading of a source: every record becomes a draft in the spool or a rejection with its reason, and the sheet
 * is counted over: which column tells the systems apart, which rows look like duplicates, which words have no meaning.
 */
import { setImmediate } from 'node:timers/promises'
import type { Mapping } from '#shared/domain/import-mapping.ts'
import { type KeyLeft, nameAndUnit, type RejectedRow, type UnknownValue } from '#shared/domain/import-report.ts'
import {
  hasContent,
  isKeyWithRepeats,
  keyColumnsOf,
  type PersonWords,
  quoteOf,
  RowReader,
  type UnknownWord,
} from '#shared/domain/import-row.ts'
import { Problem } from '#shared/domain/problem.ts'
import { searchKey } from '#shared/domain/text.ts'
import { Fingerprints } from './fingerprints.ts'
import type { SheetRecord } from './records.ts'
import { keyNotUnique } from './row-keys.ts'
import { assertNotCancelled, type LongWork } from './source.ts'
import type { Spool } from './spool.ts'

export interface Drafts {
  /** Records with content. */
  readonly rows: number
  readonly rejected: readonly RejectedRow[]
  readonly duplicates: readonly (readonly [number, number])[]
  readonly unknownValues: readonly UnknownValue[]
  /** Columns in which anything stands. */
  readonly filled: ReadonlySet<number>
  readonly units: readonly (readonly string[])[]
  readonly owners: readonly PersonWords[]
  readonly key: Key
}

/** What tells the systems of a sheet apart. `position` is the column's place among the drafts' identifiers. */
export type Key =
  | {
      readonly kind: 'column'
      readonly label: string
      readonly position: number
      /** Named by the mapping file, so not doubted. */
      readonly named: boolean
      /** Only whole numbers, as rows are numbered: another list numbers other systems with the same ones. */
      readonly numbers: boolean
      /** Whether words of it stand in more than one row. */
      readonly repeats: boolean
    }
  | { readonly kind: typeof nameAndUnit; readonly left: KeyLeft | null }

/** Words without a meaning are listed one by one up to this many in a column, then counted together. */
const listedWords = 500

class UnknownWords {
  readonly #columns = new Map<string, Map<string | null, number>>()

  add(column: string, value: string): void {
    let words = this.#columns.get(column)
    if (words === undefined) {
      words = new Map<string | null, number>()
      this.#columns.set(column, words)
    }
    const quote = quoteOf(value)
    const key = words.has(quote) || words.size < listedWords ? quote : null
    words.set(key, (words.get(key) ?? 0) + 1)
  }

  list(): UnknownValue[] {
    return [...this.#columns].flatMap(([column, words]) => [...words].map(([value, rows]) => ({ column, value, rows })))
  }
}

/** Numbers for things that come up again and again; the list of them in the order in which they came. */
class Numbered<Value> {
  readonly list: Value[] = []
  readonly #numbers = new Map<string, number>()
  readonly #keyOf: (value: Value) => string

  constructor(keyOf: (value: Value) => string) {
    this.#keyOf = keyOf
  }

  numberOf(value: Value): number {
    const key = this.#keyOf(value)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.list.length)
    return this.list.push(value) - 1
  }
}

class KeyColumn {
  readonly #seen = new Fingerprints()
  readonly #apart: ReadonlySet<string>
  numbers = true
  repeats = false
  /** The first rows in which nothing stands. */
  readonly emptyRows: number[] = []
  /** Rows whose word has come before and of which nobody has said that they are records of their own. */
  untold = 0

  constructor(apart: ReadonlySet<string>) {
    this.#apart = apart
  }

  meet(word: string, row: number): void {
    if (word === '') {
      if (this.emptyRows.length < 5) this.emptyRows.push(row)
      return
    }
    if (!/^\d+$/.test(word)) this.numbers = false
    if (this.#seen.note(word, row).count === 1) return
    this.repeats = true
    if (!this.#apart.has(word)) this.untold += 1
  }
}

/** Reads all records below the header. SOURCE_HEADER_ONLY, KEY_NOT_UNIQUE (the mapping named it), SOURCE_UNCLOSED_QUOTE. */
export async function readDrafts(
  batches: AsyncIterable<readonly SheetRecord[]>,
  options: {
    readonly mapping: Mapping
    readonly headerRow: number
    readonly spool: Spool
    readonly fileName: string
    readonly work: LongWork
  },
): Promise<Drafts> {
  const { mapping, spool } = options
  const unknown = new UnknownWords()
  let wordsOfRow: UnknownWord[] = []
  const reader = new RowReader(mapping, (word) => wordsOfRow.push(word))
  const rejected: RejectedRow[] = []
  const duplicates: [number, number][] = []
  const filled = new Set<number>()
  const units = new Numbered<readonly string[]>((path) => path.map((name) => searchKey(name)).join('\n'))
  const owners = new Numbered<PersonWords>(({ name, reading }) => JSON.stringify([name, reading]))
  const apart = new Set(mapping.said.apart)
  const keys = keyColumnsOf(mapping).map((index) => ({ index, column: new KeyColumn(apart) }))
  const names = new Fingerprints()
  const purposes = new Fingerprints()
  let rows = 0
  for await (const batch of batches) {
    assertNotCancelled(options.work.signal)
    for (const { row, cells } of batch) {
      if (row <= options.headerRow || !hasContent(cells)) continue
      rows += 1
      cells.forEach((cell, index) => {
        if (cell !== '') filled.add(index)
      })
      wordsOfRow = []
      const read = reader.read(row, cells)
      if (read.kind === 'rejected') {
        rejected.push({ row, column: read.column, reason: read.reason, value: read.value })
        continue
      }
      for (const { column, value } of wordsOfRow) unknown.add(column, value)
      keys.forEach(({ column }, position) => column.meet(read.identifiers[position] ?? '', row))
      const unitNumber = read.unit.length === 0 ? null : units.numberOf(read.unit)
      const name = searchKey(read.name)
      const within = names.note(`${name}\n${unitNumber ?? ''}`, row)
      const purpose = read.stated.find((each) => each.kind === 'text' && each.field === 'purpose')
      const alike =
        purpose?.kind === 'text'
          ? purposes.note(`${name}\n${searchKey(purpose.text)}`, row)
          : { count: 1, firstRow: row }
      // The same name in one unit, or with the same purpose in another: likely the same system twice.
      if (within.count > 1) duplicates.push([within.firstRow, row])
      else if (alike.count > 1) duplicates.push([alike.firstRow, row])
      const { kind: _kind, unit: _unit, owner, ...draft } = read
      spool.add({
        ...draft,
        unit: unitNumber,
        owner: owner === null ? null : owners.numberOf(owner),
        occurrence: within.count,
      })
    }
    await setImmediate()
  }
  if (rows === 0) throw new Problem('SOURCE_HEADER_ONLY', { file: options.fileName })
  return {
    rows,
    rejected,
    duplicates,
    unknownValues: unknown.list(),
    filled,
    units: units.list,
    owners: owners.list,
    key: chosenKey(mapping, keys, { rows, file: options.fileName }),
  }
}

function chosenKey(
  mapping: Mapping,
  keys: readonly { readonly index: number; readonly column: KeyColumn }[],
  { rows, file }: { readonly rows: number; readonly file: string },
): Key {
  const [own] = keys
  // An export says itself which record a row is. Ids are unlike all others; codes are numbers, as every register counts them.
  if (mapping.own !== null && own !== undefined) {
    const byId = mapping.own.parts.id === own.index
    return {
      kind: 'column',
      label: mapping.columns[own.index]?.label ?? '',
      position: 0,
      named: byId,
      numbers: !byId,
      repeats: false,
    }
  }
  // One that tells all rows apart, else one that tells nearly all or is named: the others are told row by row.
  const whole = keys.findIndex(({ column }) => column.emptyRows.length === 0 && !column.repeats)
  const position =
    whole >= 0
      ? whole
      : keys.findIndex(
          ({ column }) =>
            column.emptyRows.length === 0 && (mapping.key !== null || isKeyWithRepeats(column.untold, rows)),
        )
  const chosen = keys[position]
  const label = (index: number) => mapping.columns[index]?.label ?? ''
  if (chosen !== undefined) {
    const named = mapping.key !== null
    const { numbers, repeats } = chosen.column
    return { kind: 'column', label: label(chosen.index), position, named, numbers, repeats }
  }
  const [first] = keys
  if (mapping.key !== null && first !== undefined) throw keyNotUnique(file, label(mapping.key), first.column.emptyRows)
  const left = keys.find(({ column }) => column.emptyRows.length === 0)
  return {
    kind: nameAndUnit,
    left: left === undefined ? null : { column: label(left.index), rows: left.column.untold },
  }
}
