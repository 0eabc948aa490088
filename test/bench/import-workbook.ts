/** Import of 100,000 systems from a workbook, against the import of the same rows from CSV, each into an empty register. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { writeWorkbook } from '#electron/register/workbook/write-workbook.ts'
import { writeSource } from './import.ts'
import { milliseconds, onceOf, printRows, ratio } from './measure.ts'
import { benchFolder, emptyRegister } from './registers.ts'

const count = 100_000

export async function benchImportWorkbook(): Promise<void> {
  const text = join(benchFolder, 'rows.csv')
  const workbook = join(benchFolder, 'rows.xlsx')
  await writeSource(text, count, 'もとの表の備考')
  const table: string[][] = parse(readFileSync(text), { bom: true })
  const rows = table.map((cells) => ({ cells }))
  const sheets = [{ name: '台帳', columns: [], rows }]
  writeFileSync(workbook, await writeWorkbook({ title: '台帳', at: '2026-04-01T00:00:00.000Z', sheets }))
  const fromWorkbook = emptyRegister('import-workbook')
  const read = await onceOf(() => importSystems(fromWorkbook, workbook, {}))
  fromWorkbook.close()
  const fromText = emptyRegister('import-text')
  const csv = await onceOf(() => importSystems(fromText, text, {}))
  fromText.close()
  if (read.result.added !== count || csv.result.added !== count)
    throw new Error(`added ${String(read.result.added)} and ${String(csv.result.added)}`)
  printRows('Import of 100,000 systems of 9 columns from a workbook', [
    { what: 'from the workbook', figure: milliseconds(read.ms) },
    { what: 'the same rows from CSV', figure: milliseconds(csv.ms) },
    { what: 'ratio', figure: ratio(read.ms, csv.ms) },
    { what: 'time of the processor: ratio', figure: ratio(read.processorMs, csv.processorMs) },
  ])
}
