/** The types of the queries are made from tables.ts: it must say what a migrated file really holds. */
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { nouns } from '#shared/domain/nouns.ts'
import { linkTables, nounTables, otherTables, tableOf } from '#electron/register/store/tables.ts'
import { testRegister } from '#test/support/register.ts'

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
}

test('tables.ts says the columns, types and nullability of a migrated file', () => {
  const { register, file } = testRegister()
  register.close()
  const database = new Database(file, { readonly: true })
  const shape = (table: string) =>
    Object.fromEntries(
      (database.pragma(`table_xinfo("${table}")`) as Column[]).map((column) => [
        column.name,
        `${column.type.toLowerCase()}${column.notnull || column.pk ? '' : '?'}`,
      ]),
    )
  const stored = (types: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(types).map(([name, type]) => [name, type.replace('json', 'text')]))
  for (const noun of nouns) expect(shape(tableOf(noun)), noun).toEqual(stored(nounTables[noun]))
  for (const [table, types] of Object.entries(otherTables)) expect(shape(table), table).toEqual(stored(types))
  for (const [table, link] of Object.entries(linkTables))
    expect(shape(table), table).toEqual({ [link.owner]: 'text', [link.target]: 'text' })
  const known = [...nouns.map(tableOf), ...Object.keys(otherTables), ...Object.keys(linkTables)]
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%' ORDER BY name")
    .pluck()
    .all()
  expect(tables).toEqual(known.sort())
  database.close()
})
