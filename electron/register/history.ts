/** The change log as people read it: what was changed by whom, field by field. */
import { z } from 'zod'
import type { History, HistoryChange, HistoryEvent } from '#shared/contract/history.ts'
import { partNouns } from '#shared/domain/compare/belonging.ts'
import { fieldChanges } from '#shared/domain/compare/field-changes.ts'
import { codePrefixes, type Noun, nounSchemas, type RecordOf } from '#shared/domain/nouns.ts'
import { LabelCollector } from './labels.ts'
import { plainFields } from './records.ts'
import type { EventRow } from './store/audit-log.ts'
import { recordTableOf } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { snake, tableOf } from './store/tables.ts'

export interface HistoryQuery {
  readonly recordId: string | null
  readonly noun: Noun | null
  /** Only events before this sequence: the next page of what is shown newest first. */
  readonly before: number | null
  readonly limit: number
}

/** The record itself and the rows that are parts of it: their events are part of its history. */
const belongs = [
  'SELECT ?',
  ...partNouns.flatMap(([noun, owners]) =>
    owners.map((owner) => `SELECT id FROM ${tableOf(noun)} WHERE ${snake(owner)} = ?`),
  ),
].join(' UNION ')

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
  const now = new Map<string, RecordOf<Noun>>()
  for (const { noun, record_id: id } of rows) {
    const record = now.get(id) ?? recordTableOf(noun as Noun).get(read, id)
    if (record !== undefined) now.set(id, record)
  }
  const events = rows.map((row) => {
    collector.add(row.record_id, row.person_id)
    return historyEvent(row, collector, now.get(row.record_id))
  })
  const versions = Object.fromEntries([...now].map(([id, record]) => [id, record.version]))
  return { events, total, versions, labels: collector.labels(read) }
}

/** An event as history tells it. `now`: the record as it stands, for what can be brought back; undefined: nothing can. */
export function historyEvent(row: EventRow, collector: LabelCollector, now: RecordOf<Noun> | undefined): HistoryEvent {
  const { before, after } = JSON.parse(row.payload ?? '{"before":null,"after":null}') as {
    before: Record<string, unknown> | null
    after: Record<string, unknown> | null
  }
  const changes = fieldChanges(before, after).map((change) => ({
    ...change,
    restorable: restorabilityOf(row.noun as Noun, change.field, now, change),
  }))
  for (const { before: was, after: is } of changes)
    for (const value of [...partsOf(was), ...partsOf(is)])
      if (typeof value === 'string' && value.length === 36) collector.add(value)
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

function restorabilityOf(
  noun: Noun,
  field: string,
  now: RecordOf<Noun> | undefined,
  { before, after }: { readonly before: unknown; readonly after: unknown },
): HistoryChange['restorable'] {
  const description = plainFields(noun).find((each) => each.name === field)
  if (!(noun in codePrefixes) || noun === 'acceptance' || description === undefined) return 'by_verb'
  if (now === undefined || now.withdrawn !== null) return 'withdrawn'
  const schema = (nounSchemas[noun].shape as Readonly<Record<string, z.ZodType>>)[field]
  const fits = (value: unknown) => schema !== undefined && z.safeParse(schema, value).success
  return fits(before) || fits(after) ? 'yes' : 'no'
}

/** The values of a structure, else the value: each may be the id of a record. */
function partsOf(value: unknown): readonly unknown[] {
  const isStructure = value !== null && typeof value === 'object' && !Array.isArray(value)
  return (isStructure ? Object.values(value) : [value]).flat()
}
