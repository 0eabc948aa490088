/**
 * One record ↔ its rows: the mapping between a noun's record and its table, made once per noun from tables.ts and the
 * noun's schema, so that the log, the tables and the replay speak of exactly the same thing.
 */
import { type Noun, nounSchemas, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type Bilingual, noText, searchKey, sortKey } from '#shared/domain/text.ts'
import type { ReadHandle, WriteHandle } from './query.ts'
import { linkTables, nounTables, snake, tableOf } from './tables.ts'

type Cell = string | number | null
type Fields = Record<string, unknown>
interface Link {
  readonly table: string
  readonly field: string
  readonly owner: string
  readonly target: string
}
interface Column {
  readonly name: string
  /** The cell of a record. */
  readonly of: (record: Fields) => Cell
}

export interface StoredRow<N extends Noun> {
  readonly id: string
  /** What people know the row by: its code, else its id. */
  readonly label: string
  /** In the order of `columns`. */
  readonly cells: readonly unknown[]
  /** The record. FILE_DAMAGED where a cell that should hold JSON does not. */
  record(): RecordOf<N>
}

export interface RecordTable<N extends Noun> {
  readonly noun: N
  readonly table: string
  readonly columns: readonly string[]
  readonly links: readonly Link[]
  insert(write: WriteHandle, record: RecordOf<N>): void
  /** Writes what differs between two states of one record. */
  update(write: WriteHandle, before: RecordOf<N>, after: RecordOf<N>): void
  get(read: ReadHandle, id: string): RecordOf<N> | undefined
  /** The record of the row with a number. FILE_DAMAGED where it holds none. */
  at(read: ReadHandle, rowid: number): RecordOf<N> | undefined
  /** All records in the order of their code, else their id. FILE_DAMAGED where a row holds none. */
  all(read: ReadHandle): IterableIterator<RecordOf<N>>
  /** The same rows as they stand in the file, whatever somebody has written into them. */
  allStored(read: ReadHandle): IterableIterator<StoredRow<N>>
  /** The cells that a record's row must hold, derived ones included. */
  cells(record: RecordOf<N>): Cell[]
  /** What is found by search, or null where the noun is not searched. */
  searchText(record: RecordOf<N>): string | null
}

function makeTable<N extends Noun>(noun: N): RecordTable<N> {
  const table = tableOf(noun)
  const types: Readonly<Record<string, string>> = nounTables[noun]
  const fieldNames = Object.keys(nounSchemas[noun].shape).sort()
  const links: Link[] = Object.entries(linkTables)
    .filter(([, link]) => link.noun === noun)
    .map(([name, link]) => ({ table: name, field: link.field, owner: link.owner, target: link.target }))
  const linked = new Set<string>(links.map((link) => link.field))
  const columns: Column[] = []
  const readers: { field: string; of: (row: Fields) => unknown }[] = []

  for (const field of fieldNames) {
    const column = snake(field)
    if (linked.has(field)) continue
    if (field === 'withdrawn') {
      columns.push({ name: 'withdrawn_on', of: (record) => part(record[field], 'on') })
      columns.push({ name: 'withdrawn_reason', of: (record) => part(record[field], 'reason') })
      readers.push({
        field,
        of: (row) => (row.withdrawn_on === null ? null : { on: row.withdrawn_on, reason: row.withdrawn_reason }),
      })
    } else if (`${column}_ja` in types) {
      columns.push({ name: `${column}_en`, of: (record) => part(record[field], 'en') })
      columns.push({ name: `${column}_ja`, of: (record) => part(record[field], 'ja') })
      readers.push({ field, of: (row) => ({ en: row[`${column}_en`], ja: row[`${column}_ja`] }) })
    } else if (types[column]?.startsWith('json')) {
      columns.push({ name: column, of: (record) => (record[field] === null ? null : JSON.stringify(record[field])) })
      readers.push({
        field,
        of: (row) => (row[column] === null ? null : (JSON.parse(row[column] as string) as unknown)),
      })
    } else if (column in types) {
      columns.push({ name: column, of: (record) => record[field] as Cell })
      readers.push({ field, of: (row) => row[column] })
    } else throw new Error(`field ${noun}.${field} has no column`)
  }
  const name = (record: Fields) => record.name as Bilingual | undefined
  if ('name_sort' in types)
    columns.push({
      name: 'name_sort',
      of: (record) => sortKey((record.reading as string | undefined) ?? null, name(record) ?? noText),
    })

  const names = columns.map((column) => column.name)
  const missing = Object.keys(types).filter((column) => !names.includes(column))
  if (missing.length > 0) throw new Error(`columns of ${table} that no field fills: ${missing.join(', ')}`)

  const quoted = names.map((column) => `"${column}"`)
  const insertSql = `INSERT INTO ${table} (${quoted.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  const updateSql = `UPDATE ${table} SET ${quoted.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`
  const order = 'code' in types ? 'code' : 'id'
  const cells = (record: RecordOf<N>) => columns.map((column) => column.of(record as Fields))
  const searched = 'code' in types

  const recordFrom = (row: Fields, targetsOfLink: (link: Link) => string[]): RecordOf<N> => {
    const record: Fields = {}
    try {
      for (const reader of readers) record[reader.field] = reader.of(row)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new Problem(
        'FILE_DAMAGED',
        { detail: `${table} ${String(row[order])}: ${error.message}` },
        { cause: error },
      )
    }
    for (const link of links) record[link.field] = targetsOfLink(link)
    // Keys in sorted order, so that JSON.stringify of a record is already canonical for its top level.
    return Object.fromEntries(fieldNames.map((field) => [field, record[field]])) as RecordOf<N>
  }
  const targetsIn = (read: ReadHandle, id: unknown) => (link: Link) =>
    (
      read.prepare(`SELECT ${link.target} AS target FROM ${link.table} WHERE ${link.owner} = ? ORDER BY 1`).all(id) as {
        target: string
      }[]
    ).map((each) => each.target)

  return {
    noun,
    table,
    columns: names,
    links,
    cells,
    insert(write, record) {
      write.statement(insertSql).run(...cells(record))
      for (const link of links) writeLinks(write, link, record.id, [], (record as Fields)[link.field] as string[])
    },
    update(write, before, after) {
      write.statement(updateSql).run(...cells(after), after.id)
      for (const link of links)
        writeLinks(
          write,
          link,
          after.id,
          (before as Fields)[link.field] as string[],
          (after as Fields)[link.field] as string[],
        )
    },
    get(read, id) {
      const row = read.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Fields | undefined
      return row === undefined ? undefined : recordFrom(row, targetsIn(read, row.id))
    },
    at(read, rowid) {
      const row = read.prepare(`SELECT * FROM ${table} WHERE rowid = ?`).get(rowid) as Fields | undefined
      return row === undefined ? undefined : recordFrom(row, targetsIn(read, row.id))
    },
    *all(read) {
      for (const row of this.allStored(read)) yield row.record()
    },
    *allStored(read) {
      const targets = new Map(links.map((link) => [link, targetsOf(read, link)]))
      // Row by row: an open cursor would refuse every other statement while the caller holds it. By the rows' numbers and not
      // by their codes: a code that somebody has written over is not always equal to itself once it has been read.
      const numbers = read.prepare(`SELECT rowid FROM ${table} ORDER BY ${order}`).pluck().safeIntegers().all()
      const statement = read.prepare(`SELECT * FROM ${table} WHERE rowid = ?`)
      for (const number of numbers) {
        const row = statement.get(number) as Fields | undefined
        if (row === undefined) continue
        const id = String(row.id)
        yield {
          id,
          label: String(row[order]),
          cells: names.map((column) => row[column]),
          record: () => recordFrom(row, (link) => targets.get(link)?.get(id) ?? []),
        }
      }
    },
    searchText(record) {
      if (!searched) return null
      const found = record as Fields
      const texts = [found.code, name(found)?.ja, name(found)?.en, found.reading, found.vendor, found.model]
      const bilinguals = [found.purpose, found.event] as (Bilingual | undefined)[]
      return searchKey(
        ...(texts as (string | null | undefined)[]).map((text) => text ?? null),
        ...bilinguals.flatMap((text) => [text?.ja ?? null, text?.en ?? null]),
      )
    },
  }
}

function part(value: unknown, key: string): Cell {
  return value === null || value === undefined ? null : ((value as Record<string, Cell>)[key] ?? null)
}

function targetsOf(read: ReadHandle, link: Link): Map<string, string[]> {
  const all = new Map<string, string[]>()
  const rows = read
    .prepare(`SELECT ${link.owner} AS owner, ${link.target} AS target FROM ${link.table} ORDER BY 1, 2`)
    .all() as { owner: string; target: string }[]
  for (const { owner, target } of rows) {
    const list = all.get(owner)
    if (list) list.push(target)
    else all.set(owner, [target])
  }
  return all
}

function writeLinks(
  write: WriteHandle,
  link: Link,
  owner: string,
  before: readonly string[],
  after: readonly string[],
) {
  for (const target of before)
    if (!after.includes(target))
      write.statement(`DELETE FROM ${link.table} WHERE ${link.owner} = ? AND ${link.target} = ?`).run(owner, target)
  for (const target of after)
    if (!before.includes(target))
      write.statement(`INSERT INTO ${link.table} (${link.owner}, ${link.target}) VALUES (?, ?)`).run(owner, target)
}

type RecordTables = { readonly [N in Noun]: RecordTable<N> }
export const recordTables = Object.fromEntries(nouns.map((noun) => [noun, makeTable(noun)])) as unknown as RecordTables

/** The table of a noun that is only known at run time. */
export function recordTableOf(noun: Noun): RecordTable<Noun> {
  return recordTables[noun]
}
