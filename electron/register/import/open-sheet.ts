/** The first reading of a source, whichever noun it holds: what the file is, and how its sheet is laid out. */
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import { type ImportProfile, importProfiles } from '#shared/domain/import-profile.ts'
import type { Encoding } from './encodings.ts'
import type { SourceFormat, UnreadCells } from '#shared/domain/import-report.ts'
import { Problem } from '#shared/domain/problem.ts'
import { jsonRecords, layoutOfJson } from './json-source.ts'
import { firstRows, headerWithin, type Layout, layoutOf, layoutOfRecords } from './layout.ts'
import { readRecords, type SheetRecord } from './records.ts'
import { type Scan, textOf } from './scan.ts'
import { Digest, type LongWork, Source } from './source.ts'
import { firstSheetRecords, sheetRecords, Unread } from './workbook-source.ts'

/** The start of a text that is enough to see how a sheet is laid out. */
const headLetters = 1024 * 1024
export async function withSource<Result>(path: string, work: (source: Source) => Promise<Result>): Promise<Result> {
  const source = await Source.open(path)
  try {
    return await work(source)
  } finally {
    await source.close()
  }
}

export async function layoutOfSource(
  source: Source,
  scan: Scan,
  encoding: Encoding,
  headerRow: number | undefined,
  mapping: MappingFile | null,
  work: LongWork,
  profile: ImportProfile = importProfiles.system,
): Promise<Layout> {
  if (scan.workbook !== null) {
    const { records, complete } = await firstSheetRecords(scan.workbook, firstRows)
    return layoutOfRecords(records, { fileName: source.fileName, complete, headerRow, mapping, profile })
  }
  if (scan.json !== null)
    return layoutOfJson(scan.json, { file: source.fileName, headerRow, first: firstRows, shown: headerWithin })
  let head = ''
  let complete = true
  for await (const text of textOf(source.chunks('reading', quiet(work)), scan, encoding, source.fileName)) {
    if (head.length >= headLetters) {
      complete = false
      break
    }
    head += text
  }
  return layoutOf(head, { fileName: source.fileName, complete, headerRow, mapping, profile })
}

/** The head is read in passing: it has no progress of its own. */
function quiet(work: LongWork): LongWork {
  return work.signal === undefined ? {} : { signal: work.signal }
}

/** What a workbook, or JSON, says of itself before its sheet can be laid out; of another text there is nothing to choose. */
export function sheetFactsOf(scan: Scan) {
  const { workbook, json } = scan
  const format: SourceFormat = workbook !== null ? 'workbook' : json !== null ? 'json' : 'text'
  return { format, sheets: workbook?.sheets ?? json?.sheets ?? [], sheetName: sheetNameOf(scan), problem: null }
}

/** The sheet of a workbook, or the list within JSON, that is read; null where there was nothing to choose. */
export function sheetNameOf({ workbook, json }: Scan): string | null {
  return workbook?.entry.name ?? json?.name ?? null
}

/** Of a workbook another sheet can be chosen where this one has no list: then the refusal is told beside the choice. */
const choosable: readonly string[] = ['SOURCE_EMPTY', 'SOURCE_HEADER_ONLY', 'HEADER_ROW_MISSING']

export async function layoutOrProblem(scan: Scan, layout: Promise<Layout>): Promise<Layout | Problem> {
  try {
    return await layout
  } catch (error) {
    if (scan.workbook !== null && error instanceof Problem && choosable.includes(error.code)) return error
    throw error
  }
}

/** The second reading of a source: its records, and what of a workbook could not be read once they have been taken. */
export interface SecondReading {
  readonly records: AsyncGenerator<SheetRecord[], void, void>
  readonly unread: () => UnreadCells
}

/** SOURCE_CHANGED at the end where the second reading met other bytes than the first. */
export function recordsOf(
  source: Source,
  scan: Scan,
  encoding: Encoding,
  layout: Layout,
  work: LongWork,
): SecondReading {
  const unread = new Unread()
  if (scan.json !== null) return { records: jsonRecords(scan.json, work), unread: () => unread.found() }
  const records =
    scan.workbook === null
      ? textRecords(source, scan, encoding, layout, work)
      : sheetRecords(scan.workbook, { work, unread, below: layout.headerRow })
  return { records, unread: () => unread.found() }
}

async function* textRecords(
  source: Source,
  scan: Scan,
  encoding: Encoding,
  layout: Layout,
  work: LongWork,
): AsyncGenerator<SheetRecord[], void, void> {
  const digest = new Digest()
  const text = textOf(digest.of(source.chunks('checking', work)), scan, encoding, source.fileName)
  yield* readRecords(text, layout.delimiter ?? ',', source.fileName)
  if (digest.hex() !== scan.sha256) throw new Problem('SOURCE_CHANGED', { file: source.fileName })
}
