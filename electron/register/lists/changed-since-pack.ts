/** Which records have changed since the last pack: themselves, or what says how they stand (an assessment, who answers). */
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { allPacks } from '../packs.ts'
import type { Register } from '../store/register-file.ts'

const eventsSince = 'SELECT record_id FROM audit_event WHERE sequence > ?'
const answering = `SELECT subject_id AS id FROM assignment WHERE id IN (${eventsSince})`
const accepted = `SELECT subject_id AS id FROM acceptance WHERE id IN (${eventsSince})`

/** Records of other nouns whose change is one of the record's own. What they belong to never changes. */
const bearing: { readonly [N in CodedNoun]?: readonly string[] } = {
  system: [answering, `SELECT system_id AS id FROM attestation WHERE id IN (${eventsSince})`],
  risk: [answering, accepted, `SELECT risk_id AS id FROM assessment WHERE id IN (${eventsSince})`],
  control: [answering, accepted, `SELECT control_id AS id FROM control_test WHERE id IN (${eventsSince})`],
  post: [`SELECT post_id AS id FROM term WHERE id IN (${eventsSince})`],
  person: [`SELECT person_id AS id FROM term WHERE id IN (${eventsSince})`],
}

/** Follows the log: what has changed once since a pack stays changed until the next one. */
export class ChangedSincePack {
  readonly #noun: CodedNoun
  #packId: string | null = null
  /** Up to which event the log was read. */
  #sequence = 0
  #ids: ReadonlySet<string> = new Set()

  constructor(noun: CodedNoun) {
    this.#noun = noun
  }

  /** Their ids, the same set until there is another one; none where no pack has been locked: there is nothing to compare with. */
  ids(register: Register): ReadonlySet<string> {
    const last = allPacks(register).at(-1) ?? null
    const { sequence } = register.head()
    if (last?.id !== this.#packId || this.#sequence > sequence) {
      this.#packId = last?.id ?? null
      this.#sequence = last?.auditSequence ?? 0
      this.#ids = new Set()
    }
    if (last === null || this.#sequence === sequence) return this.#ids
    const own = `${eventsSince} AND noun = ?`
    const found = [
      ...(register.read.prepare(own).pluck().all(this.#sequence, this.#noun) as string[]),
      ...(bearing[this.#noun] ?? []).flatMap(
        (sql) => register.read.prepare(sql).pluck().all(this.#sequence) as string[],
      ),
    ]
    if (found.some((id) => !this.#ids.has(id))) this.#ids = new Set([...this.#ids, ...found])
    this.#sequence = sequence
    return this.#ids
  }
}
