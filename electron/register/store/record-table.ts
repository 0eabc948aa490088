/**
 * One record ↔ its rows: the mapping between a noun's record and its table, made once per noun from tables.ts and the
 * noun's schema, so that the log, the tables and the replay speak of exactly the same thing.
 */
import { type Noun, nounSchemas, nouns, type RecordOf } from '#shared/domain/nouns.ts'
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

export interface RecordTable<N extends Noun> {
  readonly noun: N
  readonly table: string
  readonly columns: readonly string[]
  readonly links: readonly Link[]
  insert(write: WriteHandle, record: RecordOf<N>): void
  /** Writes what differs between two states of one record. */
  update(write: WriteHandle, before: RecordOf<N>, after: RecordOf<N>): void
  get(read: ReadHandle, id: string): RecordOf<N> | undefined
  /** All records in the order of their code, else their id. */
  all(read: ReadHandle): IterableIterator<RecordOf<N>>
  /** The same with the cells as they stand in the file, in the order of `columns`. */
  allWithCells(read: ReadHandle): IterableIterator<{ record: RecordOf<N>; stored: unknown[] }>
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
  const fieldOrder = fieldNames
  const cells = (record: RecordOf<N>) => columns.map((column) => column.of(record as Fields))
  const searched = 'code' in types

  const fromRow = (row: Fields, read: ReadHandle): RecordOf<N> => {
    const record: Fields = {}
    for (const reader of readers) record[reader.field] = reader.of(row)
    for (const link of links)
      record[link.field] = (
        read
          .prepare(`SELECT ${link.target} AS target FROM ${link.table} WHERE ${link.owner} = ? ORDER BY 1`)
          .all(row.id) as { target: string }[]
      ).map((each) => each.target)
    // Keys in sorted order, so that JSON.stringify of a record is already canonical for its top level.
    return Object.fromEntries(fieldOrder.map((field) => [field, record[field]])) as RecordOf<N>
  }

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
      return row === undefined ? undefined : fromRow(row, read)
    },
    *all(read) {
      for (const { record } of this.allWithCells(read)) yield record
    },
    *allWithCells(read) {
      const linkSets = links.map((link) => ({ link, targets: targetsOf(read, link) }))
      // By keys and in batches: an open cursor would refuse every other statement while the caller holds it.
      const statement = read.prepare(`SELECT * FROM ${table} WHERE ${order} > ? ORDER BY ${order} LIMIT 1000`)
      let after = ''
      for (;;) {
        const rows = statement.all(after) as Fields[]
        for (const row of rows) {
          const record: Fields = {}
          for (const reader of readers) record[reader.field] = reader.of(row)
          for (const { link, targets } of linkSets) record[link.field] = targets.get(String(row.id)) ?? []
          yield {
            record: Object.fromEntries(fieldOrder.map((field) => [field, record[field]])) as RecordOf<N>,
            stored: names.map((column) => row[column]),
          }
        }
        const last = rows.at(-1)
        if (last === undefined) return
        after = String(last[order])
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
