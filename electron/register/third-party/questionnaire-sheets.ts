/** The sheets of a questionnaire that came back, as they are shown: of a workbook, or of a table in any encoding that is read. */
import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { unguard } from '#shared/domain/formula-guard.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Delimiter } from '#shared/domain/import-mapping.ts'
import { delimiters } from '#shared/domain/import-mapping.ts'
import type { ShownSheet } from '#shared/domain/third-party/read-questionnaire.ts'
import { withSource } from '../import/open-sheet.ts'
import { firstRecords, readRecords } from '../import/records.ts'
import { scanSource, settledEncoding, textOf } from '../import/scan.ts'
import { shownOf } from '../workbook/cells.ts'
import { inMegabytes } from '../workbook/archive.ts'
import { workbookLimits } from '../workbook/limits.ts'
import { readWorkbook, startsAsWorkbook } from '../workbook/read-workbook.ts'

/** Far above any table of questions; a larger file is somebody's mistake. */
const mostCsvBytes = 20_000_000

/** SOURCE_… of a table, WORKBOOK_… of a workbook. */
export async function sheetsOfFile(path: string): Promise<readonly ShownSheet[]> {
  const file = basename(path)
  const facts = await stat(path).catch((error: unknown) => {
    throw new Problem('SOURCE_NOT_READABLE', { file }, { cause: error })
  })
  // A pipe or a device may never end, and a folder is no table.
  if (!facts.isFile()) throw new Problem('SOURCE_NOT_READABLE', { file })
  if (!startsAsWorkbook(await startOf(path))) return [await tableOf(path, facts.size)]
  if (facts.size > workbookLimits.mostBytes)
    throw new Problem('WORKBOOK_TOO_LARGE', { file, most: inMegabytes(workbookLimits.mostBytes) })
  const sheets = await readWorkbook(await readFile(path), { file })
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(shownOf)) }))
}

/** What a file is, its first bytes say and not its name. */
async function startOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function tableOf(path: string, size: number): Promise<ShownSheet> {
  const file = basename(path)
  if (size > mostCsvBytes) throw new Problem('WORKBOOK_TOO_LARGE', { file, most: inMegabytes(mostCsvBytes) })
  return withSource(path, async (source) => {
    const scan = await scanSource(source, {}, {})
    const encoding = settledEncoding(scan, file)
    let text = ''
    for await (const part of textOf(source.chunks('reading', {}), scan, encoding, file)) text += part
    const rows: string[][] = []
    for await (const batch of readRecords(Readable.from([text]), delimiterOf(text), file))
      for (const { cells } of batch) rows.push(cells.map((cell) => unguard(cell)))
    return { name: file, rows }
  })
}

/** What parts most cells of the first rows: a table of questions has seven columns. */
function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, 200_000)
  const widthOf = (delimiter: Delimiter) =>
    firstRecords(head, delimiter, 60).records.reduce((sum, { cells }) => sum + cells.length - 1, 0)
  return delimiters.reduce((one, other) => (widthOf(other) > widthOf(one) ? other : one))
}
