/**
 * The chain of the log, event by event. Where it is whole, one pass says so. Where it is not, each event is put at the place
 * at which its hash was made, so that what was edited, taken out, put in or moved is named and not all that comes after it.
 */
import type { Finding } from '#shared/domain/verification.ts'
import { eventHash, eventOf, type EventRow, genesisHash, type LogHead, storedHead } from './audit-log.ts'
import type { ReadHandle } from './query.ts'
import type { Redactions } from './redactions.ts'

/** The last event of a record. */
export interface LastEvent {
  readonly noun: string
  readonly sequence: number
}

export interface CheckedLog {
  readonly findings: readonly Finding[]
  /** By record; events that were put in say nothing of a record. */
  readonly last: ReadonlyMap<string, LastEvent>
}

/** `turn` is awaited at every event. */
export async function checkLog(
  read: ReadHandle,
  redactions: Redactions,
  turn: () => Promise<void>,
): Promise<CheckedLog> {
  const last = new Map<string, LastEvent>()
  const head = storedHead(read)
  let expected = 1
  let previousHash = genesisHash
  for (const row of eventRows(read)) {
    await turn()
    const whole = row.sequence === expected && row.previous_hash === previousHash && redactions.isPayload(row)
    if (!whole || !redactions.areWords(row)) return explain(read, redactions, head, turn)
    expected += 1
    previousHash = row.hash
    last.set(row.record_id, { noun: row.noun, sequence: row.sequence })
  }
  return head?.sequence === expected - 1 && head.hash === previousHash
    ? { findings: [], last }
    : explain(read, redactions, head, turn)
}

interface Entry {
  readonly sequence: number
  /** The number under which its hash was made; null where it was made under none that is tried. */
  readonly place: number | null
  readonly intact: boolean
  readonly hash: string
  readonly previousHash: string
  readonly noun: string
  readonly record: string
}
type Placed = Entry & { readonly place: number }

async function explain(
  read: ReadHandle,
  redactions: Redactions,
  head: LogHead | null,
  turn: () => Promise<void>,
): Promise<CheckedLog> {
  const entries: Entry[] = []
  const placeOf = places(read, redactions)
  for (const row of eventRows(read)) {
    await turn()
    entries.push({
      sequence: row.sequence,
      place: placeOf(row),
      intact: redactions.isPayload(row),
      hash: row.hash,
      previousHash: row.previous_hash,
      noun: row.noun,
      record: row.record_id,
    })
  }
  const copies = copiesAmong(entries, head)
  const placed = entries.filter((entry): entry is Placed => entry.place !== null && !copies.has(entry))
  const edited = new Set<Entry>([...placed.filter((entry) => !entry.intact), ...forgedAmong(placed)])
  const moved = movedAmong(placed)
  const walk = new Walk(
    placed.filter((entry) => moved.has(entry)).map((entry) => entry.place),
    head?.sequence ?? 0,
  )
  for (const entry of entries) {
    if (copies.has(entry)) walk.found('EVENT_INSERTED', entry)
    else if (entry.place === null) walk.strange(entry)
    else if (moved.has(entry)) walk.found('EVENT_REORDERED', entry)
    else {
      walk.reach(entry.place)
      if (edited.has(entry)) walk.found('EVENT_EDITED', entry)
    }
  }
  walk.end()
  const findings = [...walk.findings, ...headFindings(placed, head)]
  const last = new Map<string, LastEvent>()
  for (const entry of entries.sort((one, other) => (one.place ?? one.sequence) - (other.place ?? other.sequence)))
    if (!copies.has(entry) && !walk.putIn.has(entry))
      last.set(entry.record, { noun: entry.noun, sequence: entry.sequence })
  return { findings, last }
}

/** What the row beside the log, which holds its end, says of the log. */
function headFindings(placed: readonly Placed[], head: LogHead | null): Finding[] {
  const end = placed.reduce((most, entry) => Math.max(most, entry.place), 0)
  const about = (code: 'EVENT_EDITED' | 'EVENT_INSERTED', sequence: number): Finding[] => [
    { code, facts: { sequence, noun: '', record: '' } },
  ]
  if (head === null) return about('EVENT_EDITED', end)
  if (head.sequence < end) return about('EVENT_INSERTED', head.sequence + 1)
  const marked = placed.filter((entry) => entry.place === head.sequence)
  return marked.length === 0 || marked.some((entry) => entry.hash === head.hash)
    ? []
    : about('EVENT_EDITED', head.sequence)
}

/** Of several events with one number all but the one that the log goes on from are copies. */
function copiesAmong(entries: readonly Entry[], head: LogHead | null): ReadonlySet<Entry> {
  const byPlace = Map.groupBy(
    entries.filter((entry): entry is Placed => entry.place !== null),
    (entry) => entry.place,
  )
  const copies = new Set<Entry>()
  for (const [place, group] of byPlace) {
    if (group.length === 1) continue
    const next = new Set(byPlace.get(place + 1)?.map((entry) => entry.previousHash))
    if (head?.sequence === place) next.add(head.hash)
    const linked = group.filter((entry) => next.has(entry.hash))
    const candidates = linked.length > 0 ? linked : group
    const own = candidates.find((entry) => entry.sequence === place) ?? candidates[0]
    for (const entry of group) if (entry !== own) copies.add(entry)
  }
  return copies
}

/** Events that carry a right hash of their own, but not the one from which the next was made. */
function forgedAmong(placed: readonly Placed[]): Entry[] {
  const inOrder = [...placed].sort((one, other) => one.place - other.place)
  const forged: Entry[] = []
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1]
    if (next?.place === entry.place + 1 && next.previousHash !== entry.hash) forged.push(entry)
    else if (entry.place === 1 && entry.previousHash !== genesisHash) forged.push(entry)
  }
  return forged
}

/** Events that stand among others than those of their own number; a number that only moved up with the rest is none. */
function movedAmong(placed: readonly Placed[]): ReadonlySet<Entry> {
  const inOrder = placed.map((entry) => entry.place).sort((one, other) => one - other)
  return new Set(placed.filter((entry, index) => entry.place !== entry.sequence && entry.place !== inOrder[index]))
}

type EventCode = Extract<Finding['code'], `EVENT_${string}`>

/** Goes along the log, holding strange events against the numbers that are missing where they stand. */
class Walk {
  readonly findings: Finding[] = []
  readonly putIn = new Set<Entry>()
  readonly #elsewhere: readonly number[]
  readonly #end: number
  #next = 1
  #strange: Entry[] = []

  constructor(elsewhere: readonly number[], end: number) {
    this.#elsewhere = [...elsewhere].sort((one, other) => one - other)
    this.#end = end
  }

  found(code: EventCode, { sequence, noun, record }: Entry): void {
    this.findings.push({ code, facts: { sequence, noun, record } })
  }

  strange(entry: Entry): void {
    this.#strange.push(entry)
  }

  /** An event with its number: all that is missing before it is missing. */
  reach(place: number): void {
    if (place < this.#next) return
    for (const [from, to] of this.#settle(place - 1)) this.#removed('EVENT_REMOVED', from, to)
    this.#next = place + 1
  }

  end(): void {
    for (const [from, to] of this.#settle(this.#end))
      this.#removed(to === this.#end ? 'TAIL_REMOVED' : 'EVENT_REMOVED', from, to)
  }

  /** Ranges of numbers from the next to `upTo` that no event has, once each strange event has taken the place of one. */
  #settle(upTo: number): [number, number][] {
    let missing: [number, number][] = []
    let from = this.#next
    for (const place of this.#elsewhere) {
      if (place < from || place > upTo) continue
      if (place > from) missing.push([from, place - 1])
      from = place + 1
    }
    if (from <= upTo) missing.push([from, upTo])
    for (const entry of this.#strange) {
      const range = missing.find(([first, final]) => first <= entry.sequence && entry.sequence <= final) ?? missing[0]
      if (range === undefined) {
        this.putIn.add(entry)
        this.found('EVENT_INSERTED', entry)
        continue
      }
      this.found('EVENT_EDITED', entry)
      const [first, final] = range
      const taken = Math.min(Math.max(entry.sequence, first), final)
      missing = missing.flatMap((each) =>
        each === range
          ? (
              [
                [first, taken - 1],
                [taken + 1, final],
              ] as [number, number][]
            ).filter(([one, other]) => one <= other)
          : [each],
      )
    }
    this.#strange = []
    return missing
  }

  #removed(code: 'EVENT_REMOVED' | 'TAIL_REMOVED', sequence: number, upTo: number): void {
    this.findings.push({ code, facts: { sequence, upTo } })
  }
}

/** How many numbers are tried for events that no cheap guess explains, in all: a log whose every hash is wrong ends too. */
const widestSearch = 50_000

/** The number under which an event's hash was made. */
function places(read: ReadHandle, redactions: Redactions): (row: EventRow) => number | null {
  let shift = 0
  let left = widestSearch
  let positions: ReadonlyMap<string, number> | undefined
  return (row) => {
    const event = eventOf(row)
    const hash = redactions.hashOfWords(row)
    const fits = (sequence: number) => eventHash({ ...event, sequence }) === hash
    const found = (sequence: number) => {
      shift = sequence - row.sequence
      return sequence
    }
    for (const sequence of [row.sequence + shift, row.sequence]) if (fits(sequence)) return found(sequence)
    positions ??= positionsByHash(read)
    const before = positions.get(row.previous_hash)
    const guesses = before === undefined ? [] : [before + 1, before + 1 + shift]
    for (const sequence of [...guesses, row.sequence - 1, row.sequence + 1]) if (fits(sequence)) return found(sequence)
    // Moved far: its transaction began at or before it, so its own number is near that one.
    for (let ahead = 0; ahead < 50 && left > 0; ahead += 1) {
      left -= 1
      if (fits(row.transaction_sequence + ahead)) return row.transaction_sequence + ahead
    }
    return null
  }
}

function positionsByHash(read: ReadHandle): ReadonlyMap<string, number> {
  const rows = read.prepare('SELECT hash, sequence FROM audit_event').raw().iterate() as IterableIterator<
    [string, number]
  >
  return new Map(rows)
}

const batch = 2000n
const smallest = -(2n ** 63n)
const largest = 2n ** 63n - 1n

/** All events by their number, some at a time, so that no cursor stays open across a turn of the event loop. */
function* eventRows(read: ReadHandle): Generator<EventRow> {
  // Numbers are read whole: one that somebody has made too large for a double would otherwise be read for ever.
  const statement = read
    .prepare('SELECT * FROM audit_event WHERE sequence >= ? ORDER BY sequence LIMIT ?')
    .safeIntegers()
  for (let from = smallest; ;) {
    const rows = statement.all(from, batch) as WholeRow[]
    for (const row of rows)
      yield {
        ...row,
        sequence: Number(row.sequence),
        transaction_sequence: Number(row.transaction_sequence),
        reverses: row.reverses === null ? null : Number(row.reverses),
      }
    const last = rows.at(-1)?.sequence
    if (last === undefined || last === largest) return
    from = last + 1n
  }
}

type WholeRow = Omit<EventRow, 'sequence' | 'transaction_sequence' | 'reverses'> & {
  readonly reverses: bigint | null
  readonly sequence: bigint
  readonly transaction_sequence: bigint
}
