/**
 * Hand-overs as the log tells them: each is one transaction, whose events say what ended, what began and whose it was. No
 * record is kept beside it that could say something else.
 */
import type { Handover } from '#shared/contract/handover.ts'
import { addDays, type Day } from '#shared/domain/calendar-date.ts'
import type { HandoverLine } from '#shared/domain/handover.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Register } from './store/register-file.ts'

export const handoverOperation = 'handover.carryOut'

interface Event {
  readonly sequence: number
  readonly at: string
  readonly noun: Noun
  readonly reason: string | null
  readonly personId: string | null
  readonly before: Held | null
  readonly after: Held | null
}
/** A term, an assignment or an action, whichever fields it has. */
type Held = Partial<RecordOf<'term'> & RecordOf<'assignment'> & RecordOf<'action'>> & {
  readonly id: string
  readonly version: number
}

/** One line as the log tells it: the record as it was held, and who has it now. */
export interface MovedLine {
  readonly kind: HandoverLine['kind']
  readonly before: Held
  /** Null: nobody. */
  readonly to: string | null
  readonly begins: Day | null
}

export interface LoggedHandover {
  readonly handover: Handover
  /** Who recorded it, where somebody acted. */
  readonly recordedBy: string | null
  readonly sequence: number
  readonly lines: readonly MovedLine[]
}

/** NOT_FOUND where the transaction is no hand-over, or was taken back. */
export function loggedHandover(register: Register, transaction: number): LoggedHandover {
  const events = isUndone(register, transaction) ? [] : eventsOf(register, transaction)
  const moved = events.flatMap((event) => movedLine(event, events))
  const [first] = events
  const personId = moved[0] && ownerOf(moved[0])
  // An assignment that begins may end another one, which was not this person's.
  const lines = moved.filter((line) => ownerOf(line) === personId)
  if (first === undefined || personId == null)
    throw new Problem('NOT_FOUND', { noun: 'handover', id: String(transaction) })
  const effective = lines.flatMap(({ begins }) => begins ?? []).sort()[0] ?? first.at.slice(0, 10)
  return {
    handover: {
      transaction,
      personId,
      effective,
      at: first.at,
      reason: first.reason,
      successorIds: [...new Set(lines.flatMap(({ to }) => to ?? []))],
      moved: lines.length,
    },
    recordedBy: first.personId,
    sequence: events.at(-1)?.sequence ?? first.sequence,
    lines,
  }
}

function ownerOf({ before }: MovedLine): string | null {
  return before.personId ?? before.ownerId ?? null
}

export function handoverOf(register: Register, transaction: number): Handover {
  return loggedHandover(register, transaction).handover
}

/** The latest first. */
export function allHandovers(register: Register): readonly Handover[] {
  const rows = register.read
    .prepare(
      'SELECT DISTINCT transaction_sequence AS "transaction" FROM audit_event WHERE operation = ? ORDER BY sequence DESC',
    )
    .all(handoverOperation) as { transaction: number }[]
  return rows
    .filter(({ transaction }) => !isUndone(register, transaction))
    .map(({ transaction }) => loggedHandover(register, transaction).handover)
}

/** Taken back, and not done again since: a transaction names the one that it reverses, and that can be reversed in turn. */
function isUndone(register: Register, transaction: number): boolean {
  const rows = register.read
    .prepare(
      'SELECT DISTINCT transaction_sequence AS "transaction", reverses FROM audit_event WHERE reverses IS NOT NULL',
    )
    .all() as { transaction: number; reverses: number }[]
  const reversedBy = new Map(rows.map((row) => [row.reverses, row.transaction]))
  let undone = false
  for (let next = reversedBy.get(transaction); next !== undefined; next = reversedBy.get(next)) undone = !undone
  return undone
}

function eventsOf(register: Register, transaction: number): readonly Event[] {
  const rows = register.read
    .prepare(
      `SELECT sequence, at, noun, reason, person_id AS personId, payload FROM audit_event
        WHERE transaction_sequence = ? AND operation = ? ORDER BY sequence`,
    )
    .all(transaction, handoverOperation) as (Omit<Event, 'before' | 'after'> & { readonly payload: string })[]
  return rows.map(({ payload, ...row }) => {
    const { before, after } = JSON.parse(payload) as Pick<Event, 'before' | 'after'>
    return { ...row, before, after }
  })
}

/** What an event took from its person; one that only began something belongs to the line that it replaces. */
function movedLine(event: Event, events: readonly Event[]): readonly MovedLine[] {
  const { noun, before, after } = event
  if (before === null || after === null) return []
  if (noun === 'action') return [{ kind: 'action', before, to: after.ownerId ?? null, begins: null }]
  if (noun !== 'term' && noun !== 'assignment') return []
  const began = events.find(
    (each) =>
      each.noun === noun &&
      each.before === null &&
      (noun === 'term'
        ? each.after?.postId === before.postId && each.after?.capacity === before.capacity
        : each.after?.subjectId === before.subjectId && each.after?.role === before.role),
  )?.after
  const ended = after.withdrawn == null && after.to != null ? addDays(after.to, 1) : null
  return [
    {
      kind: noun === 'assignment' ? 'assignment' : (before.capacity ?? 'holder'),
      before,
      to: began?.personId ?? null,
      begins: ended ?? began?.from ?? null,
    },
  ]
}
