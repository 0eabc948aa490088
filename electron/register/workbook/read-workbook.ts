/**
 * The one reader of workbooks (.xlsx, .xlsm): sheets, typed cells, formulas as the values that were saved with them. Formulas
 * are never worked out, links to other files never followed, macros and drawings never looked at.
 */
import { Problem } from '#shared/domain/problem.ts'
import { type Archive, inMegabytes, openArchive } from './archive.ts'
import type { Cell, MergedCells, Sheet } from './cells.ts'
import { type WorkbookLimits, workbookLimits } from './limits.ts'
import { mergedCellsOf } from './merged-cells.ts'
import { readSheet, type SheetRow } from './sheet-rows.ts'
import { readWorkbookParts, type SheetEntry, type WorkbookParts } from './workbook-parts.ts'

const compound = [0xd0, 0xcf, 0x11, 0xe0]
const zipped = [0x50, 0x4b]

/** True where a file begins as an archive or as a workbook of before 2007: whatever its name says, it is no text. */
export function startsAsWorkbook(start: Uint8Array): boolean {
  const begins = (signature: readonly number[]) => signature.every((byte, index) => start[index] === byte)
  return (
    begins(compound) || (begins(zipped) && ((start[2] === 3 && start[3] === 4) || (start[2] === 5 && start[3] === 6)))
  )
}

/** A workbook whose sheets are read one by one, as often as needed. */
export class OpenWorkbook {
  readonly sheets: readonly SheetEntry[]
  readonly #archive: Archive
  readonly #parts: WorkbookParts
  readonly #file: string

  private constructor(archive: Archive, parts: WorkbookParts, file: string) {
    this.sheets = parts.sheets
    this.#archive = archive
    this.#parts = parts
    this.#file = file
  }

  /**
   * WORKBOOK_OLDER_KIND (.xls), WORKBOOK_ENCRYPTED, WORKBOOK_BINARY (.xlsb), WORKBOOK_OTHER_KIND, WORKBOOK_DAMAGED,
   * WORKBOOK_CRAFTED, WORKBOOK_TOO_LARGE, WORKBOOK_TOO_MANY_CELLS (more sheets than are read).
   */
  static async open(
    bytes: Uint8Array,
    { file, limits = workbookLimits }: { readonly file: string; readonly limits?: WorkbookLimits },
  ): Promise<OpenWorkbook> {
    if (bytes.length > limits.mostBytes)
      throw new Problem('WORKBOOK_TOO_LARGE', { file, most: inMegabytes(limits.mostBytes) })
    if (compound.every((byte, index) => bytes[index] === byte)) throw compoundProblem(bytes, file)
    const archive = openArchive(bytes, { file, limits })
    const parts = await readWorkbookParts(archive, file)
    if (parts.sheets.length > limits.mostSheets)
      throw new Problem('WORKBOOK_TOO_MANY_CELLS', { file, most: limits.mostCells })
    return new OpenWorkbook(archive, parts, file)
  }

  /** The rows of a sheet, some at a time; `unpacked` is told how many bytes of it have been read. */
  rows(sheet: SheetEntry, unpacked?: (bytes: number) => void): AsyncGenerator<readonly SheetRow[], void, void> {
    return readSheet(counted(this.#archive.pieces(sheet.part), unpacked), this.#parts, this.#file)
  }

  /** Bytes of a sheet, as `rows` counts them. */
  sizeOf(sheet: SheetEntry): number {
    return this.#archive.size(sheet.part)
  }

  merged(sheet: SheetEntry): Promise<readonly MergedCells[]> {
    return mergedCellsOf(this.#archive.pieces(sheet.part))
  }
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  unpacked: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array, void, void> {
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.length
    yield piece
    unpacked?.(bytes)
  }
}

/**
 * The container of before 2007 holds an old workbook, or a new one behind a password: the names of its streams, in UTF-16,
 * tell which.
 */
function compoundProblem(bytes: Uint8Array, file: string): Problem {
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'utf16le')
  if (holds('EncryptedPackage')) return new Problem('WORKBOOK_ENCRYPTED', { file })
  if (holds('Workbook') || holds('Book')) return new Problem('WORKBOOK_OLDER_KIND', { file })
  return new Problem('WORKBOOK_OTHER_KIND', { file })
}

/** A whole workbook at once, for what is small: as `open`, and WORKBOOK_TOO_MANY_CELLS before more is laid out in memory. */
export async function readWorkbook(
  bytes: Uint8Array,
  { file, limits = workbookLimits }: { readonly file: string; readonly limits?: WorkbookLimits },
): Promise<readonly Sheet[]> {
  const workbook = await OpenWorkbook.open(bytes, { file, limits })
  const sheets: Sheet[] = []
  let cells = 0
  for (const entry of workbook.sheets) {
    const rows: (readonly (Cell | null)[])[] = []
    for await (const some of workbook.rows(entry))
      for (const { row, cells: read } of some) {
        cells += row - rows.length + read.length
        if (cells > limits.mostCells) throw new Problem('WORKBOOK_TOO_MANY_CELLS', { file, most: limits.mostCells })
        while (rows.length < row - 1) rows.push([])
        rows.push(read)
      }
    sheets.push({ name: entry.name, state: entry.state, rows, merged: await workbook.merged(entry) })
  }
  return sheets
}
