/**
 * A workbook as a source of the import: one of its sheets is read, row by row, into the same records that a text yields, with
 * the spreadsheet's own row numbers.
 */
import { setImmediate } from 'node:timers/promises'
import type { SheetChoice, UnreadCell, UnreadCells } from '#shared/domain/import-report.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type MergedCells, storedOf } from '../workbook/cells.ts'
import { FilledDown } from '../workbook/merged-cells.ts'
import { OpenWorkbook } from '../workbook/read-workbook.ts'
import { lettersOf, type SheetRow } from '../workbook/sheet-rows.ts'
import type { SheetEntry } from '../workbook/workbook-parts.ts'
import type { SheetRecord } from './records.ts'
import { assertNotCancelled, type LongWork } from './source.ts'

export interface ChosenSheet {
  readonly workbook: OpenWorkbook
  readonly entry: SheetEntry
  readonly merged: readonly MergedCells[]
  readonly sheets: readonly SheetChoice[]
}

/**
 * The sheet that is read: the one that was asked for, else the first visible one in which anything stands, else the first
 * hidden one. SHEET_MISSING, and what opening a workbook refuses.
 */
export async function chooseSheet(bytes: Uint8Array, file: string, asked: string | undefined): Promise<ChosenSheet> {
  const workbook = await OpenWorkbook.open(bytes, { file })
  const { sheets } = workbook
  const entry = asked === undefined ? await firstFilled(workbook) : sheets.find(({ name }) => name === asked)
  if (entry === undefined)
    throw new Problem('SHEET_MISSING', { file, sheet: asked ?? '', sheets: sheets.map(({ name }) => name) })
  return {
    workbook,
    entry,
    merged: await workbook.merged(entry),
    sheets: sheets.map(({ name, state }) => ({ name, state })),
  }
}

async function firstFilled(workbook: OpenWorkbook): Promise<SheetEntry | undefined> {
  const { sheets } = workbook
  const inOrder = [
    ...sheets.filter(({ state }) => state === 'visible'),
    ...sheets.filter(({ state }) => state !== 'visible'),
  ]
  for (const sheet of inOrder) if (await isFilled(workbook, sheet)) return sheet
  return inOrder[0]
}

async function isFilled(workbook: OpenWorkbook, sheet: SheetEntry): Promise<boolean> {
  for await (const rows of workbook.rows(sheet)) if (rows.length > 0) return true
  return false
}

/** Cells that say nothing to the import are listed one by one up to this many, then only counted. */
const listed = 200

/** Cells whose words are nowhere in the file: errors, and formulas that were never worked out. */
export class Unread {
  readonly #first: UnreadCell[] = []
  #count = 0

  meet({ row, cells }: SheetRow): void {
    cells.forEach((cell, column) => {
      if (cell?.kind !== 'error') return
      this.#count += 1
      if (this.#first.length < listed) this.#first.push({ cell: `${lettersOf(column)}${row}`, shown: cell.shown })
    })
  }

  found(): UnreadCells {
    return { count: this.#count, first: this.#first }
  }
}

/** All records of the chosen sheet, in batches. `below`: rows up to this one are headings, and not asked what they could not say. */
export async function* sheetRecords(
  { workbook, entry, merged }: ChosenSheet,
  { work, unread, below }: { readonly work: LongWork; readonly unread: Unread; readonly below: number },
): AsyncGenerator<SheetRecord[], void, void> {
  const down = new FilledDown(merged)
  const total = workbook.sizeOf(entry)
  const rows = workbook.rows(entry, (done) => work.progress?.({ stage: 'checking', done, total }))
  for await (const some of rows) {
    assertNotCancelled(work.signal)
    if (some.length > 0)
      yield some.map((row) => {
        if (row.row > below) unread.meet(row)
        return { row: row.row, cells: down.row(row).map(storedOf) }
      })
    await setImmediate()
  }
}

/** The first records, for seeing how a sheet is laid out. `complete`: the sheet has no more. */
export async function firstSheetRecords(
  sheet: ChosenSheet,
  limit: number,
): Promise<{ readonly records: readonly SheetRecord[]; readonly complete: boolean }> {
  const records: SheetRecord[] = []
  for await (const batch of sheetRecords(sheet, { work: {}, unread: new Unread(), below: 0 })) {
    records.push(...batch)
    if (records.length > limit) return { records: records.slice(0, limit), complete: false }
  }
  return { records, complete: true }
}
