/** Hand-over: what a person holds, given to others in one transaction. */
import type { Handover, HandoverPlan } from '#shared/contract/handover.ts'
import { AnswerableOn } from '#shared/domain/accountability.ts'
import { type Day, holdsOn } from '#shared/domain/calendar-date.ts'
import { handoverKinds, type HandoverLine, heldFrom, lastDayBefore, type NamedRecord } from '#shared/domain/handover.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assignIn, startTermIn } from './accountability.ts'
import { figureFacts } from './figure-facts.ts'
import { handoverOf } from './handover-log.ts'
import { labelOf } from './labels.ts'
import { owed } from './records.ts'
import type { Change } from './store/change.ts'
import type { ReadHandle } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

/** Everything that a person holds on a day or begins to hold after it, in the order of the sheet. NOT_FOUND. */
export function holdingsOf(register: Register, personId: string, day: Day): readonly HandoverLine[] {
  const { read } = register
  if (recordTables.person.get(read, personId) === undefined)
    throw new Problem('NOT_FOUND', { noun: 'person', id: personId })
  const rows = <N extends 'term' | 'assignment' | 'action' | 'acceptance'>(noun: N, column: string) =>
    (read.prepare(`SELECT id FROM ${recordTables[noun].table} WHERE ${column} = ?`).all(personId) as { id: string }[])
      .map(({ id }) => recordTables[noun].get(read, id))
      .filter((row) => row !== undefined) as RecordOf<N>[]
  const held = heldFrom(
    {
      terms: rows('term', 'person_id'),
      assignments: rows('assignment', 'person_id'),
      actions: rows('action', 'owner_id'),
      acceptances: rows('acceptance', 'person_id'),
    },
    personId,
    day,
  )
  const along = new AlongOf(register, day)
  const lines = [
    ...held.terms.map((term): HandoverLine => ({
      kind: term.capacity,
      ...identity(term),
      subject: named(read, term.postId),
      role: null,
      from: term.from,
      to: term.to,
      along: term.capacity === 'holder' ? along.post(term.postId) : [],
    })),
    ...held.assignments.map((assignment): HandoverLine => ({
      kind: 'assignment',
      ...identity(assignment),
      subject: named(read, assignment.subjectId),
      role: assignment.role,
      from: assignment.from,
      to: assignment.to,
      along: [],
    })),
    ...held.actions.map((action): HandoverLine => ({
      kind: 'action',
      ...identity(action),
      subject: named(read, action.id),
      role: null,
      from: null,
      to: action.dueOn,
      along: [],
    })),
    ...held.acceptances.map((acceptance): HandoverLine => ({
      kind: 'acceptance',
      ...identity(acceptance),
      subject: { ...named(read, acceptance.id), name: named(read, acceptance.subjectId).name },
      role: null,
      from: acceptance.from,
      to: acceptance.to,
      along: [],
    })),
  ]
  const rank = (line: HandoverLine) => handoverKinds.indexOf(line.kind)
  return lines.sort((one, other) => rank(one) - rank(other) || (one.subject.code < other.subject.code ? -1 : 1))
}

function identity({ id, version }: { readonly id: string; readonly version: number }) {
  return { id, version }
}

/** A record as lines name it. NOT_FOUND. */
export function named(read: ReadHandle, id: string): NamedRecord {
  const label = labelOf(read, id)
  if (label?.code == null) throw new Problem('NOT_FOUND', { noun: 'record', id })
  return { noun: label.noun as NamedRecord['noun'], id, code: label.code, name: label.name }
}

/** Codes of the systems, risks and controls that are assigned to a post on a day: they follow whoever holds it. */
class AlongOf {
  readonly #codes: ReadonlyMap<string, string>
  readonly #byPost: ReadonlyMap<string, readonly string[]>

  constructor(register: Register, day: Day) {
    const facts = figureFacts(register)
    this.#codes = new Map(
      [...facts.systems, ...facts.risks, ...facts.controls]
        .filter((row) => row.withdrawn === null)
        .map((row) => [row.id, row.code]),
    )
    const answerable = new AnswerableOn(facts.terms, facts.assignments, day)
    const byPost = new Map<string, Set<string>>()
    for (const row of facts.assignments) {
      if (row.withdrawn !== null || row.postId === null || !holdsOn(row, day)) continue
      if (answerable.of(row.role, row.subjectId).postId !== row.postId) continue
      const subjects = byPost.get(row.postId) ?? new Set<string>()
      byPost.set(row.postId, subjects.add(row.subjectId))
    }
    this.#byPost = new Map([...byPost].map(([postId, subjects]) => [postId, [...subjects]]))
  }

  post(postId: string): readonly string[] {
    return (this.#byPost.get(postId) ?? []).flatMap((id) => this.#codes.get(id) ?? []).sort()
  }
}

/** Codes of what follows whoever holds a post. */
export function alongOn(register: Register, postId: string, day: Day): readonly string[] {
  return new AlongOf(register, day).post(postId)
}

/**
 * Carries a hand-over out: what the person holds ends the day before and begins with the successors on the day; actions
 * change their owner at once, since they have no days of holding. All lines or none. REASON_REQUIRED, INVALID where somebody
 * would follow themselves, CHANGED_MEANWHILE, PERIOD_OVERLAPS where the post is held by another already.
 */
export function carryOutHandover(
  register: Register,
  plan: HandoverPlan,
): { readonly handover: Handover; readonly remaining: readonly HandoverLine[] } {
  const reason = owed(plan.reason)
  if (plan.lines.some((line) => line.to === plan.personId))
    throw new Problem('INVALID', { noun: 'handover', field: 'to', issue: 'SAME_PERSON' })
  if (plan.lines.every((line) => line.to === 'keep' || line.kind === 'acceptance'))
    throw new Problem('INVALID', { noun: 'handover', field: 'to', issue: 'NOTHING_HANDED_OVER' })
  register.change({ operation: 'handover.carryOut', reason }, (change) => {
    for (const line of plan.lines) {
      if (line.to === 'keep' || line.kind === 'acceptance') continue
      const to = line.to === 'vacant' ? null : successor(change, line.to)
      if (line.kind === 'action') moveAction(change, plan, line, to)
      else if (line.kind === 'assignment') moveAssignment(change, plan, line, to, reason)
      else moveTerm(change, plan, line, to, reason)
    }
  })
  const handover = handoverOf(register, lastTransaction(register))
  return { handover, remaining: holdingsOf(register, plan.personId, plan.effective) }
}

function lastTransaction(register: Register): number {
  const { transaction } = register.read
    .prepare('SELECT transaction_sequence AS "transaction" FROM audit_event ORDER BY sequence DESC LIMIT 1')
    .get() as { transaction: number }
  return transaction
}

type PlannedLine = HandoverPlan['lines'][number]

function successor(change: Change, id: string): string {
  const person = change.get('person', id)
  if (person.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'person', id })
  return person.id
}

/** The record of a line as it was read. NOT_FOUND where it is not the person's. */
function own<N extends 'term' | 'assignment' | 'action'>(
  change: Change,
  noun: N,
  line: PlannedLine,
  isOwn: (record: RecordOf<N>) => boolean,
): RecordOf<N> {
  const record = change.get(noun, line.id)
  if (!isOwn(record) || record.withdrawn !== null) throw new Problem('NOT_FOUND', { noun, id: line.id })
  return { ...record, version: line.version }
}

function moveTerm(change: Change, plan: HandoverPlan, line: PlannedLine, to: string | null, reason: string): void {
  const term = own(change, 'term', line, (record) => record.personId === plan.personId)
  const { postId, capacity } = term
  // One that had not begun never does; it is not shortened to nothing.
  if (term.from >= plan.effective) change.update('term', term, { withdrawn: { on: change.today, reason } })
  else change.update('term', term, { to: lastDayBefore(plan.effective) })
  if (to === null) return
  const from = term.from > plan.effective ? term.from : plan.effective
  startTermIn(change, { postId, personId: to, capacity, from, to: term.to })
}

function moveAssignment(
  change: Change,
  plan: HandoverPlan,
  line: PlannedLine,
  to: string | null,
  reason: string,
): void {
  const assignment = own(change, 'assignment', line, (record) => record.personId === plan.personId)
  const { role, subject, subjectId } = assignment
  const notBegun = assignment.from !== null && assignment.from >= plan.effective
  if (notBegun) change.update('assignment', assignment, { withdrawn: { on: change.today, reason } })
  else change.update('assignment', assignment, { to: lastDayBefore(plan.effective) })
  const from = notBegun && assignment.from !== null ? assignment.from : plan.effective
  if (to !== null) assignIn(change, { role, subject, subjectId, postId: null, personId: to, from })
}

function moveAction(change: Change, plan: HandoverPlan, line: PlannedLine, to: string | null): void {
  const action = own(change, 'action', line, (record) => record.ownerId === plan.personId)
  change.update('action', action, { ownerId: to })
}
