/**
 * What must hold of the company's own points: each words one point of ours that there is, one at a time, and what a completed
 * reading was read by stays as it was.
 */
import { overlaps } from '#shared/domain/accountability.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { pointCatalogues } from '#shared/domain/third-party/point-catalogue.ts'
import type { RecordSource } from '../record-rules.ts'
import { recordTables } from '../store/record-table.ts'

type CheckPoint = RecordOf<'checkPoint'>

/** What was asked, and how it weighed. Its days may move: a completed reading names the point itself. */
const kept = ['name', 'subject', 'replaces', 'element', 'head', 'types', 'weight', 'matter', 'sectors'] as const

/** INVALID, PERIOD_OVERLAPS. `before` is the record as it stood, where it is changed. */
export function assertCheckPoint(source: RecordSource, point: CheckPoint, before: CheckPoint | null): void {
  const changed = before === null ? undefined : kept.find((name) => !isSame(before[name], point[name]))
  if (changed !== undefined && isUsed(source, before?.code ?? point.code)) throw refused(changed, 'USED_IN_READING')
  if (point.withdrawn !== null || point.replaces === null || point.subject !== 'contract') return
  const { replaces } = point
  if (!pointCatalogues.some(({ byId }) => byId.has(replaces))) throw refused('replaces', 'POINT_UNKNOWN')
  for (const other of recordTables.checkPoint.all(source.read))
    if (
      other.id !== point.id &&
      other.withdrawn === null &&
      other.replaces === replaces &&
      other.subject === 'contract' &&
      overlaps(other, point)
    )
      throw new Problem('PERIOD_OVERLAPS', { from: other.from, to: other.to })
}

function refused(field: string, issue: string): Problem {
  return new Problem('INVALID', { noun: 'checkPoint', field, issue })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function isUsed(source: RecordSource, code: string): boolean {
  const row = source.read
    .prepare(
      `SELECT 1 FROM point_answer JOIN contract_reading ON contract_reading.id = point_answer.reading_id
       WHERE point_id = ? AND point_answer.withdrawn_on IS NULL AND contract_reading.withdrawn_on IS NULL
       AND completed_on IS NOT NULL LIMIT 1`,
    )
    .get(code)
  return row !== undefined
}
