/** Which records have changed since the last pack: themselves, or what says how they stand (an assessment, who answers). */
import { ownerFieldsOf } from '#shared/domain/compare/belonging.ts'
import type { CodedNoun, Noun } from '#shared/domain/nouns.ts'
import { allPacks } from '../packs.ts'
import type { Register } from '../store/register-file.ts'
import { snake, tableOf } from '../store/tables.ts'

const eventsSince = 'SELECT record_id FROM audit_event WHERE sequence > ?'

/** Nouns of parts whose change is one of the record's own; a comment says nothing of how it stands. */
const bearing: { readonly [N in CodedNoun]?: readonly Noun[] } = {
  system: ['assignment', 'attestation'],
  risk: ['assignment', 'acceptance', 'assessment'],
  control: ['assignment', 'acceptance', 'controlTest'],
  post: ['term'],
  person: ['term'],
}

/** The owners of parts that changed; one of another noun among them is in no list of this one. */
const ownersSince = (noun: Noun) =>
  ownerFieldsOf(noun).map((owner) => `SELECT ${snake(owner)} AS id FROM ${tableOf(noun)} WHERE id IN (${eventsSince})`)

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
      ...(bearing[this.#noun] ?? [])
        .flatMap(ownersSince)
        .flatMap((sql) => register.read.prepare(sql).pluck().all(this.#sequence) as string[]),
    ]
    if (found.some((id) => !this.#ids.has(id))) this.#ids = new Set([...this.#ids, ...found])
    this.#sequence = sequence
    return this.#ids
  }
}
