/**
 * What later entries of a log say was replaced in earlier ones. A redaction names each text that it replaced by its digest before
 * and after; so the content of an entry, or of a pack, is as it should be where it has the digest that its seal says, carried
 * through every redaction that names it since. Anything else stays a finding: the old text put back, a third one, a text that no
 * redaction names, or that one names which is not in the log.
 *
 * Whoever can write the file can write such an entry too. So each is held to what can be seen without the old text: the new one
 * bears the placeholder, and so does the person's own record in every version from before. That the new text differs from the old
 * one in nothing else no log can show that no longer holds the old one: a bundle or a backup from before does.
 */
import type { Redaction, ReplacedPlace, Replacement } from '#shared/domain/retention/retention-records.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { eventHash, eventOf, type EventRow } from './audit-log.ts'
import { sha256 } from './canonical.ts'
import { redactOperation } from './decided.ts'
import type { ReadHandle } from './query.ts'

interface Step {
  readonly from: string
  readonly to: string
  /** The number of the redaction's own entry. */
  readonly sequence: number
  readonly placeholder: Bilingual
  readonly personId: string
}

/** Of the log in which the redactions stand; a file of which only pages can be read has none. */
interface LogAround {
  /** Every payload of a record before an entry. */
  readonly payloadsOf: (recordId: string, before: number) => readonly (string | null)[]
  /** When an entry was made; undefined where there is none. */
  readonly at: (sequence: number) => string | undefined
}

/** A kept log is replaced twice: in the register that it came from, and here since. */
interface Carried {
  readonly by: Redactions
  readonly runId: string
}

const noOne: readonly Bilingual[] = []

export class Redactions {
  readonly #steps = new Map<string, Step[]>()
  readonly #around: LogAround | null
  readonly #carried: Carried | null

  /** The newest first; one that is not what its hash says, or what a later one says of it, replaces nothing. */
  constructor(newestFirst: Iterable<EventRow>, around: LogAround | null = null, carried: Carried | null = null) {
    this.#around = around
    this.#carried = carried
    let later = noOne
    for (const row of newestFirst) {
      const redaction = this.#recordOf(row)
      if (redaction === null) continue
      const { placeholder, personId, replaced } = redaction
      const placeholders = [placeholder, ...later]
      if (!this.#isNameless(personId, row.sequence, placeholders)) continue
      later = placeholders
      for (const each of replaced) this.#add(each, { sequence: row.sequence, placeholder, personId })
    }
  }

  /** Those of a register's own log. */
  static of(read: ReadHandle): Redactions {
    const rows = read
      .prepare("SELECT * FROM audit_event WHERE noun = 'redaction' AND operation = ? ORDER BY sequence DESC")
      .all(redactOperation) as EventRow[]
    const at = read.prepare('SELECT at FROM audit_event WHERE sequence = ?').pluck()
    const payloads = read
      .prepare("SELECT payload FROM audit_event WHERE record_id = ? AND noun = 'person' AND sequence < ?")
      .pluck()
    return new Redactions(rows, {
      payloadsOf: (recordId, before) => payloads.all(recordId, before) as (string | null)[],
      at: (sequence) => at.get(sequence) as string | undefined,
    })
  }

  /** Those in the kept log of a merge, each as `ours` left it: what another register says of a removal can name somebody too. */
  static ofRun(read: ReadHandle, runId: string, ours: Redactions): Redactions {
    const rows = read
      .prepare(
        "SELECT * FROM merge_event WHERE run_id = ? AND noun = 'redaction' AND operation = ? ORDER BY sequence DESC",
      )
      .all(runId, redactOperation) as EventRow[]
    return new Redactions(rows, null, { by: ours, runId })
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

  /** Every digest that a content has had, from the one that its seal says to the one of today. */
  stages(place: ReplacedPlace, key: string, sealed: string): readonly string[] {
    const stages = [sealed]
    for (const { from, to } of this.#steps.get(`${place} ${key}`) ?? []) if (from === stages.at(-1)) stages.push(to)
    return stages
  }

  /** Whose names were taken out of a content since it had a digest, and what stands there. */
  since(
    place: ReplacedPlace,
    key: string,
    digest: string,
  ): readonly Pick<Step, 'placeholder' | 'personId' | 'sequence'>[] {
    const steps = this.#steps.get(`${place} ${key}`) ?? []
    const from = steps.findIndex((step) => step.from === digest)
    return from === -1 ? [] : steps.slice(from)
  }

  /** Whether a content is what its seal says, or what redactions made of it: then it bears the last one's placeholder. */
  isAsSealed(place: ReplacedPlace, key: string, sealed: string, text: string): boolean {
    return sha256(text) === this.expected(place, key, sealed) && this.isBorneBy(place, key, [text])
  }

  /** Whether the placeholder of the last redaction of a content stands in it. */
  isBorneBy(place: ReplacedPlace, key: string, texts: readonly (string | null)[], after = 0): boolean {
    const last = this.#steps.get(`${place} ${key}`)?.at(-1)
    if (last === undefined || last.sequence <= after) return true
    return texts.some((text) => text !== null && bears(text, last.placeholder))
  }

  /** Of an entry of the log; of a kept log, as it is here. */
  isPayload(row: Pick<EventRow, 'sequence' | 'payload' | 'payload_digest'>): boolean {
    const { sequence, payload, payload_digest: sealed } = row
    const key = String(sequence)
    return payload !== null && this.#isLast('event', key, sealed, sequence, sha256(payload), [payload])
  }

  /**
   * Whether an entry's words give the hash that it bears, or the one that redactions say: then one of the three that they replace
   * bears the placeholder. Its time stays between those of its neighbours, as all times of a log do.
   */
  areWords(row: EventRow): boolean {
    return eventHash(eventOf(row)) === this.hashOfWords(row)
  }

  /** The hash that an entry's words give now; null where they do not bear out what was replaced. */
  hashOfWords(row: EventRow): string | null {
    const { sequence, account, machine, reason } = row
    const key = String(sequence)
    const own = this.expected('entry', key, row.hash, sequence)
    const hash = own === null ? null : this.#here('entry', key, own)
    if (hash === row.hash) return hash
    return this.#isBorne('entry', key, sequence, [account, machine, reason]) && this.#isInTime(row) ? hash : null
  }

  #isLast(
    place: 'event' | 'entry',
    key: string,
    sealed: string,
    after: number,
    digest: string,
    texts: readonly (string | null)[],
  ): boolean {
    const own = this.expected(place, key, sealed, after)
    if (own === null || digest !== this.#here(place, key, own)) return false
    return digest === sealed || this.#isBorne(place, key, after, texts)
  }

  /** The digest in this register of what had another one in the register that its log came from. */
  #here(place: 'event' | 'entry', key: string, digest: string): string | null {
    if (this.#carried === null) return digest
    return this.#carried.by.expected(keptPlace[place], `${this.#carried.runId}:${key}`, digest)
  }

  #isBorne(place: 'event' | 'entry', key: string, after: number, texts: readonly (string | null)[]): boolean {
    if (this.#carried !== null) {
      const { by, runId } = this.#carried
      const [kept, keptKey] = [keptPlace[place], `${runId}:${key}`]
      if (by.#steps.has(`${kept} ${keptKey}`)) return by.isBorneBy(kept, keptKey, texts)
    }
    return this.isBorneBy(place, key, texts, after)
  }

  #isInTime({ sequence, at }: EventRow): boolean {
    if (this.#around === null) return true
    const [before, after] = [this.#around.at(sequence - 1), this.#around.at(sequence + 1)]
    return (before === undefined || before <= at) && (after === undefined || at <= after)
  }

  #recordOf(row: EventRow): Redaction | null {
    if (!this.isPayload(row) || !this.areWords(row)) return null
    try {
      const { before, after } = JSON.parse(row.payload ?? 'null') as { before: unknown; after: Redaction | null }
      // The record is made once; a later version of it replaces nothing anew.
      return before === null && after !== null && Array.isArray(after.replaced) ? after : null
    } catch {
      return null
    }
  }

  /** Whether no version of the person's record from before has a name, a reading or an address any more. */
  #isNameless(personId: string, sequence: number, placeholders: readonly Bilingual[]): boolean {
    if (this.#around === null) return true
    const payloads = this.#around.payloadsOf(personId, sequence)
    return payloads.length > 0 && payloads.every((payload) => isNamelessIn(payload, placeholders))
  }

  #add({ place, key, from, to }: Replacement, of: Pick<Step, 'sequence' | 'placeholder' | 'personId'>): void {
    const name = `${place} ${key}`
    const steps = this.#steps.get(name)
    if (steps === undefined) this.#steps.set(name, [{ from, to, ...of }])
    else steps.unshift({ from, to, ...of })
  }
}

/** The number of the entry with which a name was last taken out; null where none ever was. */
export function lastRedaction(read: ReadHandle): number | null {
  return read
    .prepare("SELECT max(sequence) FROM audit_event WHERE noun = 'redaction' AND operation = ?")
    .pluck()
    .get(redactOperation) as number | null
}

const keptPlace = { event: 'keptEvent', entry: 'keptEntry' } as const

function bears(text: string, { ja, en }: Bilingual): boolean {
  return (ja !== null && text.includes(ja)) || (en !== null && text.includes(en))
}

function isNamelessIn(payload: string | null, placeholders: readonly Bilingual[]): boolean {
  type Person = Partial<Record<'reading' | 'email', string | null>> & { readonly name?: Bilingual }
  try {
    const { before, after } = JSON.parse(payload ?? 'null') as Record<'before' | 'after', Person | null>
    return [before, after].every(
      (person) =>
        person === null ||
        ((person.reading ?? null) === null &&
          (person.email ?? null) === null &&
          [person.name?.ja, person.name?.en].every(
            (name) => name == null || placeholders.some((placeholder) => bears(name, placeholder)),
          )),
    )
  } catch {
    return false
  }
}
