/**
 * What later entries of a log say was replaced in earlier ones. A redaction names each text that it replaced by its digest before
 * and after; so the content of an entry, or of a pack, is as it should be where it has the digest that its seal says, carried
 * through every redaction that names it since. Anything else stays a finding: the old text put back, a third one, a text that no
 * redaction names, or that one names which is not in the log.
 */
import type { Redaction, ReplacedPlace, Replacement } from '#shared/domain/retention/retention-records.ts'
import { eventHash, eventOf, type EventRow } from './audit-log.ts'
import { sha256 } from './canonical.ts'
import { redactOperation } from './decided.ts'
import type { ReadHandle } from './query.ts'

interface Step {
  readonly from: string
  readonly to: string
  /** The number of the redaction's own entry. */
  readonly sequence: number
}

export class Redactions {
  readonly #steps = new Map<string, Step[]>()
  /** The newest first; one that is not what its hash says, or what a later one says of it, replaces nothing. */
  constructor(newestFirst: Iterable<EventRow>) {
    for (const row of newestFirst) for (const each of this.#replacedBy(row)) this.#add(each, row.sequence)
  }

  /** Those of a register's own log. */
  static of(read: ReadHandle): Redactions {
    return new Redactions(
      read
        .prepare("SELECT * FROM audit_event WHERE noun = 'redaction' AND operation = ? ORDER BY sequence DESC")
        .all(redactOperation) as EventRow[],
    )
  }

  /** Those in the kept log of a merge. */
  static ofRun(read: ReadHandle, runId: string): Redactions {
    return new Redactions(
      read
        .prepare(
          "SELECT * FROM merge_event WHERE run_id = ? AND noun = 'redaction' AND operation = ? ORDER BY sequence DESC",
        )
        .all(runId, redactOperation) as EventRow[],
    )
  }

  /**
   * The digest that a content must have whose seal says `sealed`: the same where nothing replaced it, null where what replaced it
   * replaced something else. `after`: only what stands later in the log counts.
   */
  expected(place: ReplacedPlace, key: string, sealed: string, after = 0): string | null {
    let expected = sealed
    for (const { from, to, sequence } of this.#steps.get(`${place} ${key}`) ?? []) {
      if (sequence <= after) continue
      if (from !== expected) return null
      expected = to
    }
    return expected
  }

  isPayload(row: Pick<EventRow, 'sequence' | 'payload' | 'payload_digest'>): boolean {
    const { sequence, payload, payload_digest: sealed } = row
    return payload !== null && sha256(payload) === this.expected('event', String(sequence), sealed, sequence)
  }

  /** The hash that an entry's words give now: the one it bears, unless words that the hash covers were replaced. */
  hashOfWords(row: Pick<EventRow, 'sequence' | 'hash'>): string | null {
    return this.expected('entry', String(row.sequence), row.hash, row.sequence)
  }

  #replacedBy(row: EventRow): readonly Replacement[] {
    if (!this.isPayload(row) || eventHash(eventOf(row)) !== this.hashOfWords(row)) return []
    try {
      const { before, after } = JSON.parse(row.payload ?? 'null') as { before: unknown; after: Redaction | null }
      // The record is made once; a later version of it replaces nothing anew.
      return before === null && after !== null && Array.isArray(after.replaced) ? after.replaced : []
    } catch {
      return []
    }
  }

  #add({ place, key, from, to }: Replacement, sequence: number): void {
    const name = `${place} ${key}`
    const steps = this.#steps.get(name)
    if (steps === undefined) this.#steps.set(name, [{ from, to, sequence }])
    else steps.unshift({ from, to, sequence })
  }
}
