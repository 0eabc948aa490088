/** Which records have changed since the last pack: themselves, or what says how they stand (an assessment, who answers). */
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { allPacks } from '../packs.ts'
import type { Register } from '../store/register-file.ts'

const eventsSince = 'SELECT record_id FROM audit_event WHERE sequence > ?'
const answering = `SELECT subject_id AS id FROM assignment WHERE id IN (${eventsSince})`
const accepted = `SELECT subject_id AS id FROM acceptance WHERE id IN (${eventsSince})`

/** Records of other nouns whose change is one of the record's own. */
const bearing: { readonly [N in CodedNoun]?: readonly string[] } = {
  system: [answering, `SELECT system_id AS id FROM attestation WHERE id IN (${eventsSince})`],
  risk: [answering, accepted, `SELECT risk_id AS id FROM assessment WHERE id IN (${eventsSince})`],
  control: [answering, accepted, `SELECT control_id AS id FROM control_test WHERE id IN (${eventsSince})`],
  post: [`SELECT post_id AS id FROM term WHERE id IN (${eventsSince})`],
  person: [`SELECT person_id AS id FROM term WHERE id IN (${eventsSince})`],
}

/** Their ids; empty where no pack has been locked yet: there is nothing to compare with. */
export function changedSincePack(register: Register, noun: CodedNoun): ReadonlySet<string> {
  const last = allPacks(register).at(-1)
  if (last === undefined) return new Set()
  const own = `${eventsSince} AND noun = ?`
  const since = last.auditSequence
  return new Set([
    ...(register.read.prepare(own).pluck().all(since, noun) as string[]),
    ...(bearing[noun] ?? []).flatMap((sql) => register.read.prepare(sql).pluck().all(since) as string[]),
  ])
}
