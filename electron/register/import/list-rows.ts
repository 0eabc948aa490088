/** The second reading of a list whose drafts stay in memory: every row with content is a draft or left out with its reason. */
import { setImmediate } from 'node:timers/promises'
import type { RejectedRow, UnreadCells } from '#shared/domain/import-report.ts'
import { hasContent, type Rejection } from '#shared/domain/import-row.ts'
import { Problem } from '#shared/domain/problem.ts'
import { recordsOf } from './open-sheet.ts'
import { withoutGuards } from './own-export.ts'
import type { FirstReading } from './preview.ts'
import { assertNotCancelled, type LongWork } from './source.ts'

export interface ListRows<Draft> {
  readonly rows: number
  readonly drafts: readonly Draft[]
  readonly rejected: readonly RejectedRow[]
  /** Columns in which anything stands. */
  readonly filled: ReadonlySet<number>
  readonly unread: UnreadCells
}

/** SOURCE_CHANGED where it met other bytes than the first reading, SOURCE_HEADER_ONLY where no row is there. */
export async function readList<Draft extends { readonly kind: 'draft' }>(
  { source, scan, encoding, layout }: Omit<FirstReading, 'file'>,
  read: (row: number, cells: readonly string[]) => Draft | Rejection,
  { guarded, work }: { readonly guarded: boolean; readonly work: LongWork },
): Promise<ListRows<Draft>> {
  const { records, unread } = recordsOf(source, scan, encoding, layout, work)
  const drafts: Draft[] = []
  const rejected: RejectedRow[] = []
  const filled = new Set<number>()
  let rows = 0
  for await (const batch of guarded ? withoutGuards(records) : records) {
    assertNotCancelled(work.signal)
    for (const { row, cells } of batch) {
      if (row <= layout.headerRow || !hasContent(cells)) continue
      rows += 1
      for (const [index, cell] of cells.entries()) if (cell.trim() !== '') filled.add(index)
      const one = read(row, cells)
      if (one.kind === 'draft') drafts.push(one)
      else rejected.push({ row, column: one.column, reason: one.reason, value: one.value })
    }
    await setImmediate()
  }
  if (rows === 0) throw new Problem('SOURCE_HEADER_ONLY', { file: source.fileName })
  return { rows, drafts, rejected, filled, unread: unread() }
}
