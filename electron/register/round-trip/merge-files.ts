/**
 * What a register keeps of those that were merged into it, in an export: their logs, entry by entry, and what was decided of each
 * record. Both follow from no other file, and `verify` holds them against the runs of merge that stand among the records.
 */
import { z } from 'zod'
import { Problem } from '#shared/domain/problem.ts'
import { mergeDecisionsName, mergedLogsName } from '../export/manifest.ts'
import type { EventRow } from '../store/audit-log.ts'
import type { ReadHandle, WriteHandle } from '../store/query.ts'
import { eventInLine, lineOf, parsed } from './log-file.ts'

const decisionSchema = z.object({
  run_id: z.string(),
  position: z.int(),
  kind: z.string(),
  noun: z.string(),
  their_id: z.string(),
  their_code: z.string().nullable(),
  our_id: z.string().nullable(),
  detail: z.string().nullable(),
})

type MergeFile = {
  readonly name: string
  /** A line a row; none where nothing was merged. */
  readonly lines: (read: ReadHandle) => Generator<string, void, void>
  /** Takes a line in. EXPORT_UNREADABLE. */
  readonly take: (write: WriteHandle, line: string) => void
}

const eventColumns =
  'sequence, transaction_sequence, at, account, machine, person_id, operation, noun, record_id, reason, payload, payload_digest, previous_hash, hash, reverses'
const decisionColumns = 'run_id, position, kind, noun, their_id, their_code, our_id, detail'

export const mergeFiles: readonly MergeFile[] = [
  {
    name: mergedLogsName,
    *lines(read) {
      for (const { runId, sequence } of placesIn(read, 'merge_event', 'sequence')) {
        const row = read
          .prepare('SELECT * FROM merge_event WHERE run_id = ? AND sequence = ?')
          .get(runId, sequence) as EventRow
        yield lineOf(row, { runId })
      }
    },
    take(write, line) {
      const runId = z.object({ runId: z.string() }).safeParse(parsed(line)).data?.runId
      if (runId === undefined) throw new Problem('EXPORT_UNREADABLE', { file: mergedLogsName })
      const row = eventInLine(line, mergedLogsName)
      write
        .statement(
          `INSERT INTO merge_event (run_id, ${eventColumns}) VALUES (?${', ?'.repeat(eventColumns.split(',').length)})`,
        )
        .run(runId, ...eventColumns.split(', ').map((column) => row[column as keyof EventRow]))
    },
  },
  {
    name: mergeDecisionsName,
    *lines(read) {
      for (const { runId, sequence } of placesIn(read, 'merge_entry', 'position'))
        yield `${JSON.stringify(
          read
            .prepare(`SELECT ${decisionColumns} FROM merge_entry WHERE run_id = ? AND position = ?`)
            .get(runId, sequence),
        )}\n`
    },
    take(write, line) {
      const row = decisionSchema.safeParse(parsed(line)).data
      if (row === undefined) throw new Problem('EXPORT_UNREADABLE', { file: mergeDecisionsName })
      write
        .statement(`INSERT INTO merge_entry (${decisionColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(row.run_id, row.position, row.kind, row.noun, row.their_id, row.their_code, row.our_id, row.detail)
    },
  },
]

/** Where the rows of a table stand, read at once: no cursor stays open across a turn. */
function placesIn(read: ReadHandle, table: string, column: string): readonly { runId: string; sequence: number }[] {
  return read
    .prepare(`SELECT run_id AS runId, ${column} AS sequence FROM ${table} ORDER BY run_id, ${column}`)
    .all() as { runId: string; sequence: number }[]
}
