/** The code of a record that is known by its id, as findings and problems name records: also of one whose row is gone. */
import { codePrefixes } from '#shared/domain/nouns.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { snake } from './store/tables.ts'
import type { ReadHandle } from './store/query.ts'

export function recordCodes(read: ReadHandle): (id: string) => string | null {
  const tables = [...Object.keys(codePrefixes), 'pack'].map(snake)
  return (id) => {
    for (const table of tables) {
      const row = read.prepare(`SELECT code FROM ${table} WHERE id = ?`).get(id) as { code: string } | undefined
      if (row !== undefined) return row.code
    }
    return codeInLog(read, id)
  }
}

/** Findings as people know the records: by code wherever there is one. */
export function withCodes(read: ReadHandle, findings: readonly Finding[]): Finding[] {
  const codeOf = recordCodes(read)
  return findings.map(({ code, facts }) =>
    typeof facts.record === 'string'
      ? { code, facts: { ...facts, record: codeOf(facts.record) ?? facts.record } }
      : { code, facts },
  )
}

function codeInLog(read: ReadHandle, id: string): string | null {
  const row = read
    .prepare(
      "SELECT json_extract(payload, '$.after.code') AS code FROM audit_event WHERE record_id = ? AND json_valid(payload) LIMIT 1",
    )
    .get(id) as { code: unknown } | undefined
  return typeof row?.code === 'string' ? row.code : null
}
