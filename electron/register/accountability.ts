/** Units, people, posts, terms and who answers for what. */
import { addDays, type Day } from '#shared/domain/calendar-date.ts'
import { AnswerableOn, type Holding } from '#shared/domain/accountability.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Change, NewRecord } from './store/change.ts'
import { recordTables } from './store/record-table.ts'
import { type ReadHandle, queries } from './store/query.ts'
import type { Register } from './store/register-file.ts'
import { assertPeriod, assertRules, assertTermFree } from './record-rules.ts'
import { asRead, owed, updateRecord, type UpdateInput } from './records.ts'

export type UnitInput = Partial<NewRecord<'unit'>> & Pick<NewRecord<'unit'>, 'name' | 'kind'>

export function createUnit(register: Register, input: UnitInput): RecordOf<'unit'> {
  return register.change({ operation: 'unit.create' }, (change) => createUnitIn(change, input))
}

export function createUnitIn(change: Change, input: UnitInput): RecordOf<'unit'> {
  const unit = change.add('unit', {
    reading: null,
    parentId: null,
    from: null,
    to: null,
    successorId: null,
    sectors: [],
    ...input,
  })
  assertRules(change, 'unit', unit)
  return unit
}

export function updateUnit(register: Register, input: UpdateInput<'unit'>): RecordOf<'unit'> {
  return updateRecord(register, 'unit', input)
}

export type PersonInput = Partial<NewRecord<'person'>> & Pick<NewRecord<'person'>, 'name'>

export function createPerson(register: Register, input: PersonInput): RecordOf<'person'> {
  return register.change({ operation: 'person.create' }, (change) => createPersonIn(change, input))
}

export function createPersonIn(change: Change, input: PersonInput): RecordOf<'person'> {
  return change.add('person', { reading: null, email: null, unitId: null, ...input })
}

export function updatePerson(register: Register, input: UpdateInput<'person'>): RecordOf<'person'> {
  return updateRecord(register, 'person', input)
}

export type PostInput = Partial<NewRecord<'post'>> & Pick<NewRecord<'post'>, 'name' | 'kind'>

export function createPost(register: Register, input: PostInput): RecordOf<'post'> {
  return register.change({ operation: 'post.create' }, (change) => createPostIn(change, input))
}

export function createPostIn(change: Change, input: PostInput): RecordOf<'post'> {
  const none = { unitId: null, reportsToId: null, overseenById: null, from: null, to: null }
  const post = change.add('post', { ...none, ...input })
  assertRules(change, 'post', post)
  return post
}

export function updatePost(register: Register, input: UpdateInput<'post'>): RecordOf<'post'> {
  return updateRecord(register, 'post', input)
}

/**
 * A person takes a post, or deputises in it, from a day. PERIOD_OVERLAPS where somebody else holds it then: a post has one
 * holder; a deputy stands beside.
 */
export function startTerm(register: Register, input: NewRecord<'term'>): RecordOf<'term'> {
  return register.change({ operation: 'term.start' }, (change) => startTermIn(change, input))
}

export function startTermIn(change: Change, input: NewRecord<'term'>): RecordOf<'term'> {
  assertPeriod(input.from, input.to)
  assertTermFree(change, input)
  return change.add('term', input)
}

/** A term ends with a day, the last one held. From the next day the post is vacant unless somebody follows. */
export function endTerm(
  register: Register,
  input: { readonly id: string; readonly version: number; readonly to: Day; readonly reason: string },
): RecordOf<'term'> {
  return register.change({ operation: 'term.end', reason: owed(input.reason) }, (change) => {
    const term = change.get('term', input.id)
    assertPeriod(term.from, input.to)
    return change.update('term', asRead(change, 'term', term, input.version), { to: input.to })
  })
}

export interface AssignInput {
  readonly role: RecordOf<'assignment'>['role']
  readonly subject: RecordOf<'assignment'>['subject']
  readonly subjectId: string
  readonly postId: string | null
  readonly personId: string | null
  /** First day; null: since before the register knew (only where nothing is assigned yet). */
  readonly from: Day | null
}

/**
 * From a day on this post (or, for owners, this person) answers for a record in a role; the assignment before it ends the
 * day before. NOT_AN_EXECUTIVE_POST where an accountable executive is to be anything but a post of kind executive.
 */
export function assign(register: Register, input: AssignInput): RecordOf<'assignment'> {
  return register.change({ operation: `${input.subject}.assign` }, (change) => assignIn(change, input))
}

export function assignIn(change: Change, input: AssignInput): RecordOf<'assignment'> {
  if ((input.postId === null) === (input.personId === null))
    throw new Problem('INVALID', { noun: 'assignment', field: 'postId', issue: 'POST_OR_PERSON' })
  change.get(input.subject, input.subjectId)
  if (input.role === 'accountable_executive') {
    if (input.postId === null) throw new Problem('NOT_AN_EXECUTIVE_POST', { code: '' })
    const post = change.get('post', input.postId)
    if (post.kind !== 'executive') throw new Problem('NOT_AN_EXECUTIVE_POST', { code: post.code })
  }
  for (const row of assignmentsOf(change.read, input.subjectId)) {
    if (
      row.withdrawn !== null ||
      row.role !== input.role ||
      (row.to !== null && input.from !== null && row.to < input.from)
    )
      continue
    if (input.from === null || (row.from !== null && row.from >= input.from))
      change.update('assignment', row, { withdrawn: { on: change.today, reason: 'replaced by a later entry' } })
    else change.update('assignment', row, { to: addDays(input.from, -1) })
  }
  return change.add('assignment', { ...input, to: null })
}

/** Ends an assignment with a day, the last one on which it holds. */
export function endAssignment(
  register: Register,
  input: { readonly id: string; readonly version: number; readonly to: Day; readonly reason: string },
): RecordOf<'assignment'> {
  return register.change({ operation: 'assignment.end', reason: owed(input.reason) }, (change) => {
    const assignment = change.get('assignment', input.id)
    assertPeriod(assignment.from, input.to)
    return change.update('assignment', asRead(change, 'assignment', assignment, input.version), { to: input.to })
  })
}

export function assignmentsOf(read: ReadHandle, subjectId: string): RecordOf<'assignment'>[] {
  return read
    .all(
      queries.selectFrom('assignment').select('id').where('subject_id', '=', subjectId).orderBy('from').orderBy('id'),
    )
    .map((row) => recordTables.assignment.get(read, row.id))
    .filter((row) => row !== undefined)
}

/** Who answers for one record in a role on a day. */
export function holdingOf(
  read: ReadHandle,
  role: RecordOf<'assignment'>['role'],
  subjectId: string,
  day: Day,
): Holding {
  const assignments = assignmentsOf(read, subjectId)
  const posts = new Set(assignments.map((assignment) => assignment.postId).filter((id) => id !== null))
  const terms = [...posts].flatMap((postId) =>
    read
      .all(queries.selectFrom('term').select('id').where('post_id', '=', postId))
      .map((row) => recordTables.term.get(read, row.id))
      .filter((term) => term !== undefined),
  )
  return new AnswerableOn(terms, assignments, day).of(role, subjectId)
}

/** An executive's dated confirmation of a system. NOT_ANSWERABLE where the person does not hold the post that answers for it. */
export function attestSystem(
  register: Register,
  input: { readonly systemId: string; readonly personId: string; readonly on: Day; readonly note: string | null },
): RecordOf<'attestation'> {
  return register.change({ operation: 'system.attest' }, (change) => {
    const system = change.get('system', input.systemId)
    if (input.on > change.today) throw new Problem('INVALID', { noun: 'attestation', field: 'on', issue: 'IN_FUTURE' })
    const holding = holdingOf(change.read, 'accountable_executive', system.id, input.on)
    if (holding.state !== 'held' || holding.personId !== input.personId || holding.postId === null)
      throw new Problem('NOT_ANSWERABLE', { code: system.code, on: input.on })
    return change.add('attestation', { ...input, postId: holding.postId })
  })
}
