/** The change log as people read it: what was changed by whom, field by field. */
import type { History, HistoryEvent } from '#shared/contract/history.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { LabelCollector } from './labels.ts'
import type { EventRow } from './store/audit-log.ts'
import type { Register } from './store/register-file.ts'

export interface HistoryQuery {
  readonly recordId: string | null
  readonly noun: Noun | null
  /** Only events before this sequence: the next page of what is shown newest first. */
  readonly before: number | null
  readonly limit: number
}

/** Rows that belong to a record: their events are part of its history. */
const belongs = `SELECT ? UNION SELECT id FROM assessment WHERE risk_id = ? UNION SELECT id FROM term WHERE post_id = ?
  UNION SELECT id FROM term WHERE person_id = ? UNION SELECT id FROM assignment WHERE subject_id = ?
  UNION SELECT id FROM attestation WHERE system_id = ? UNION SELECT id FROM control_test WHERE control_id = ?
  UNION SELECT id FROM acceptance WHERE subject_id = ? UNION SELECT id FROM comment WHERE subject_id = ?`

export function readHistory(register: Register, query: HistoryQuery): History {
  const { read } = register
  const conditions: string[] = []
  const parameters: (string | number)[] = []
  if (query.recordId !== null) {
    conditions.push(`record_id IN (${belongs})`)
    parameters.push(...Array.from({ length: belongs.split('?').length - 1 }, () => query.recordId ?? ''))
  }
  if (query.noun !== null) {
    conditions.push('noun = ?')
    parameters.push(query.noun)
  }
  const where = (extra: readonly string[]) => {
    const all = [...conditions, ...extra]
    return all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`
  }
  const { total } = read.prepare(`SELECT count(*) AS total FROM audit_event ${where([])}`).get(...parameters) as {
    total: number
  }
  const page = query.before === null ? [] : ['sequence < ?']
  const rows = read
    .prepare(`SELECT * FROM audit_event ${where(page)} ORDER BY sequence DESC LIMIT ?`)
    .all(...parameters, ...(query.before === null ? [] : [query.before]), query.limit) as EventRow[]
  const collector = new LabelCollector()
  const events = rows.map((row) => {
    collector.add(row.record_id, row.person_id)
    return eventOf(row, collector)
  })
  return { events, total, labels: collector.labels(read) }
}

function eventOf(row: EventRow, collector: LabelCollector): HistoryEvent {
  const { before, after } = JSON.parse(row.payload ?? '{"before":null,"after":null}') as {
    before: Record<string, unknown> | null
    after: Record<string, unknown> | null
  }
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const changes = names
    .filter((field) => field !== 'id' && field !== 'version')
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after) && !isBlank(change))
  for (const { before: was, after: is } of changes)
    for (const value of [was, is].flat()) if (typeof value === 'string' && value.length === 36) collector.add(value)
  return {
    sequence: row.sequence,
    transaction: row.transaction_sequence,
    at: row.at,
    account: row.account,
    machine: row.machine,
    personId: row.person_id,
    operation: row.operation,
    noun: row.noun as Noun,
    recordId: row.record_id,
    reason: row.reason,
    reverses: row.reverses,
    changes,
  }
}

/** A field that is empty on both sides: `{ja: null, en: null}` in a new record says nothing. */
function isBlank(change: { readonly before: unknown; readonly after: unknown }): boolean {
  const empty = (value: unknown): boolean =>
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && Object.values(value).every((part) => part === null || part === ''))
  return empty(change.before) && empty(change.after)
}
