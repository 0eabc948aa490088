/**
 * What somebody has signed, and on what it rests: a confirmation on its system and on who answers for it, an acceptance on
 * its risk with its assessments, or its control.
 */
import type { Noun } from '#shared/domain/nouns.ts'
import { actorName, knownAs } from './known-as.ts'
import type { ReadHandle } from './store/query.ts'
import { lastChangeOf, type RecordChange } from './store/transactions.ts'

/** The ids of the systems, risks, controls and posts that a record says something about. */
function subjectsOf({ noun, id, after }: RecordChange): readonly string[] {
  const record = after as Readonly<Record<string, unknown>>
  const owner = {
    assessment: record.riskId,
    assignment: record.subjectId,
    term: record.postId,
    controlTest: record.controlId,
  }
  if (noun in owner) return [String(owner[noun as keyof typeof owner])]
  return noun === 'system' || noun === 'risk' || noun === 'control' ? [id] : []
}

const signedSince = (noun: Noun, table: string, columns: readonly string[]) => ({
  noun,
  sql: `SELECT id FROM ${table} WHERE (${columns.map((column) => `${column} IN (SELECT value FROM json_each(@subjects))`).join(' OR ')})
    AND withdrawn_on IS NULL
    AND EXISTS (SELECT 1 FROM audit_event WHERE record_id = ${table}.id AND sequence > @sequence) LIMIT 1`,
})
const queries = [
  signedSince('attestation', 'attestation', ['system_id', 'post_id']),
  signedSince('acceptance', 'acceptance', ['subject_id', 'post_id']),
]

/** The first signature after an event that rests on one of the changed records; null where there is none. */
export function signatureAfter(
  read: ReadHandle,
  changes: readonly RecordChange[],
  sequence: number,
): { readonly code: string; readonly at: string; readonly by: string } | null {
  const subjects = JSON.stringify([...new Set(changes.flatMap(subjectsOf))])
  if (subjects === '[]') return null
  for (const { noun, sql } of queries) {
    const found = read.prepare(sql).get({ subjects, sequence }) as { id: string } | undefined
    if (found === undefined) continue
    const signed = lastChangeOf(read, found.id)
    return {
      code: knownAs(read, noun, found.id),
      at: signed?.at ?? '',
      by: signed === null ? '' : actorName(read, signed.actor),
    }
  }
  return null
}
