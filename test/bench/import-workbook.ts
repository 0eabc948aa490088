/** Import of 100,000 systems from a workbook and from JSON, against the import of the same rows from CSV, each into an empty register. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { writeWorkbook } from '#electron/register/workbook/write-workbook.ts'
import { writeSource } from './import.ts'
import { milliseconds, onceOf, printRows, ratio, type Spent } from './measure.ts'
import { benchFolder, emptyRegister } from './registers.ts'

const count = 100_000

export async function benchImportWorkbook(): Promise<void> {
  const text = join(benchFolder, 'rows.csv')
  const workbook = join(benchFolder, 'rows.xlsx')
  const json = join(benchFolder, 'rows.json')
  await writeSource(text, count, 'もとの表の備考')
  const table: string[][] = parse(readFileSync(text), { bom: true })
  const rows = table.map((cells) => ({ cells }))
  const sheets = [{ name: '台帳', columns: [], rows }]
  writeFileSync(workbook, await writeWorkbook({ title: '台帳', at: '2026-04-01T00:00:00.000Z', sheets }))
  const [headings = [], ...records] = table
  const objects = records.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])))
  writeFileSync(json, JSON.stringify(objects))
  const csv = await importOf(text)
  printRows('Import of 100,000 systems of 9 columns', [
    { what: 'from CSV', figure: milliseconds(csv.ms) },
    ...beside('a workbook', await importOf(workbook), csv),
    ...beside('JSON', await importOf(json), csv),
  ])
}

async function importOf(source: string): Promise<Spent> {
  const register = emptyRegister(`from-${basename(source)}`)
  const spent = await onceOf(() => importSystems(register, source, {}))
  register.close()
  if (spent.result.added !== count) throw new Error(`${source}: added ${String(spent.result.added)}`)
  return spent
}

function beside(what: string, spent: Spent, csv: Spent) {
  return [
    { what: `the same rows from ${what}`, figure: milliseconds(spent.ms) },
    { what: '  ratio', figure: ratio(spent.ms, csv.ms) },
    { what: '  time of the processor: ratio', figure: ratio(spent.processorMs, csv.processorMs) },
  ]
}
