/** Where a record came from, and what the kept logs say of it from before it came. */
import type { KeptHistory, RecordOrigin } from '#shared/contract/merge.ts'
import { historyEvent } from '../history.ts'
import { LabelCollector } from '../labels.ts'
import type { EventRow } from '../store/audit-log.ts'
import { originOf, theirIdsOf } from '../store/kept-log.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'

/** Null of a record that was made here. */
export function recordOrigin(read: ReadHandle, recordId: string): RecordOrigin | null {
  const origin = originOf(read, recordId)
  const run = origin === null ? undefined : recordTables.mergeRun.get(read, origin.runId)
  return origin === null || run === undefined ? null : { name: run.name, on: run.on, theirCode: origin.theirCode }
}

/** At most so many of one register: the newest. */
const most = 200

/** The entries of other registers' logs about a record, the newest first, by the merges that kept them. */
export function keptHistory(read: ReadHandle, recordId: string): KeptHistory {
  const collector = new LabelCollector()
  const ids = new Set(theirIdsOf(read, recordId).map(({ theirId }) => theirId))
  const rows = [...ids].flatMap(
    (id) =>
      read
        .prepare('SELECT * FROM merge_event WHERE record_id = ? ORDER BY at DESC, sequence DESC LIMIT ?')
        .all(id, most) as (EventRow & { readonly run_id: string })[],
  )
  const registers = [
    ...Map.groupBy(rows, ({ run_id: runId }) => recordTables.mergeRun.get(read, runId)?.registerId ?? ''),
  ]
  return {
    registers: registers.map(([, events]) => ({
      name: recordTables.mergeRun.get(read, events[0]?.run_id ?? '')?.name ?? { ja: null, en: null },
      // What another register wrote is not brought back from here.
      events: events.map((row) => {
        collector.add(row.person_id, row.record_id)
        const event = historyEvent(row, collector, undefined)
        return { ...event, changes: event.changes.map((change) => ({ ...change, restorable: 'by_verb' as const })) }
      }),
    })),
    labels: collector.labels(read),
  }
}
