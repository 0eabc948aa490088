/** Reading a contract: begun with what the text before it was found to say, judged point by point by a person, and completed. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { PointFinding } from '#shared/domain/third-party/contract-reading.ts'
import { detailsOfFinding } from '#shared/contract/contract-readings.ts'
import { askedPoints } from '#shared/domain/third-party/applicable-points.ts'
import { currentPointsVersion, pointCatalogueOf } from '#shared/domain/third-party/point-catalogue.ts'
import { answersByPoint, type ReadPoint } from '#shared/domain/third-party/reading-standing.ts'
import { changedMeanwhile } from '../changed-meanwhile.ts'
import { assertRules } from '../record-rules.ts'
import { asRead, owed, owedIn, updateIn, type Patch } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'
import { answersOf, readingsOf, standingIn, surroundingsOf } from './reading-facts.ts'

type Reading = RecordOf<'contractReading'>
type Answer = RecordOf<'pointAnswer'>

export interface StartInput {
  readonly contractId: string
  readonly edition: string | null
  readonly readerId: string | null
}

/**
 * A new reading, of our newest points. Findings of the newest reading of the contract come along, marked as carried over; the
 * terms do not: nobody has looked yet what this text says of them.
 */
export function startReading(register: Register, input: StartInput): Reading {
  return register.change({ operation: 'contractReading.start' }, (change) => startReadingIn(change, input))
}

export function startReadingIn(change: Change, input: StartInput): Reading {
  const contract = change.get('contract', input.contractId)
  if (contract.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'contract', id: contract.id })
  if (input.readerId !== null) change.get('person', input.readerId)
  const [previous = null] = readingsOf(change.read, contract.id)
  const reading = change.add('contractReading', {
    contractId: contract.id,
    edition: input.edition,
    startedOn: change.today,
    completedOn: null,
    readerId: input.readerId,
    previousId: previous?.id ?? null,
    pointsVersion: currentPointsVersion,
    trainingUse: 'unknown',
    liabilityCap: 'unknown',
    liabilityCapValue: null,
    incidentNoticeHours: null,
    notes: null,
  })
  assertRules(change, 'contractReading', reading)
  if (previous !== null) carryOver(change, contract, previous, reading)
  return reading
}

function carryOver(change: Change, contract: RecordOf<'contract'>, previous: Reading, reading: Reading): void {
  const { own } = surroundingsOf(change.read, contract, change.today)
  const answerOf = answersByPoint(answersOf(change.read, previous.id), own)
  for (const point of askedPoints(own, change.today, pointCatalogueOf(reading.pointsVersion))) {
    const answer = answerOf(point)
    if (answer === null) continue
    const { id: _id, version: _version, withdrawn: _withdrawn, ...values } = answer
    add(change, { ...values, readingId: reading.id, pointId: point.id, carriedOver: true })
  }
}

function add(change: Change, values: NewRecord<'pointAnswer'>): Answer {
  const answer = change.add('pointAnswer', values)
  assertRules(change, 'pointAnswer', answer)
  return answer
}

const noDetails: Omit<NewRecord<'pointAnswer'>, 'readingId' | 'pointId' | 'finding'> = {
  carriedOver: false,
  clause: null,
  quotation: null,
  reason: null,
  position: null,
  agreedText: null,
  ownerPostId: null,
  ownerId: null,
  dueOn: null,
  accepterId: null,
  acceptedUntil: null,
  riskIds: [],
  actionIds: [],
}

/** A reading that is still going on. WITHDRAWN, WRONG_STATE. */
function openReading(change: Change, id: string): Reading {
  const reading = change.get('contractReading', id)
  if (reading.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'contractReading', id: reading.id })
  if (reading.completedOn !== null) throw new Problem('WRONG_STATE', { code: reading.code, state: 'complete' })
  return reading
}

function pointsIn(change: Change, reading: Reading): readonly ReadPoint[] {
  return standingIn(change.read, change.get('contract', reading.contractId), reading, change.today).points
}

export interface PointPlace {
  readonly readingId: string
  readonly pointId: string
  readonly version: number | null
}

/** A point that is asked of the contract, with its answer as it was seen. POINT_NOT_ASKED, CHANGED_MEANWHILE. */
export function askedPoint(change: Change, reading: Reading, place: PointPlace): ReadPoint {
  const point = pointsIn(change, reading).find(({ id }) => id === place.pointId)
  if (point?.applies !== true) throw new Problem('POINT_NOT_ASKED', { point: place.pointId, code: reading.code })
  const { answer } = point
  // Another person has answered it since, or taken the answer back.
  if (answer !== null && answer.version !== place.version)
    throw changedMeanwhile(change.read, 'pointAnswer', answer, place.version ?? 0)
  if (answer === null && place.version !== null)
    throw new Problem('CHANGED_MEANWHILE', { noun: 'pointAnswer', id: place.pointId })
  return point
}

type Details = Pick<Patch<'pointAnswer'>, keyof typeof noDetails>
export type FindingInput = PointPlace & { readonly finding: PointFinding } & Omit<Details, 'carriedOver'>

/**
 * What a person found at a point of this text. To bear a risk is decided by somebody, for a reason and until a day: it is an act
 * of its own in the log, which undo does not take back.
 */
export function setFinding(register: Register, input: FindingInput): Answer {
  const borne = input.finding === 'risk_accepted'
  const reason =
    borne || input.finding === 'not_applicable' ? owedIn('pointAnswer', 'reason', input.reason ?? null) : null
  const work = (change: Change) => setFindingIn(change, { ...input, reason })
  return borne
    ? register.change({ operation: 'contractReading.acceptRisk', reason }, work)
    : register.change({ operation: 'contractReading.setFinding', reason }, work)
}

export function setFindingIn(change: Change, input: FindingInput): Answer {
  const reading = openReading(change, input.readingId)
  const point = askedPoint(change, reading, input)
  const { readingId, pointId, version: _version, finding, ...details } = input
  const borne = finding === 'risk_accepted'
  if (borne && (details.acceptedUntil ?? '') !== '' && (details.acceptedUntil ?? '') < change.today)
    throw new Problem('INVALID', { noun: 'pointAnswer', field: 'acceptedUntil', issue: 'DAY_PAST' })
  const values = {
    ...given(details),
    pointId,
    finding,
    carriedOver: false,
    reason: details.reason ?? null,
    ...(borne ? {} : { accepterId: null, acceptedUntil: null }),
  }
  if (point.answer === null) return add(change, { ...noDetails, ...values, readingId })
  const answer = change.update('pointAnswer', point.answer, values)
  assertRules(change, 'pointAnswer', answer)
  return answer
}

/** What was said; a field that nobody mentioned stays as it is. */
function given<Fields extends object>(fields: Fields): { [F in keyof Fields]: Exclude<Fields[F], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [F in keyof Fields]: Exclude<Fields[F], undefined>
  }
}

/** What stands beside a finding. Once the reading is complete, what belongs to the finding itself is not changed any more. */
export function editAnswer(
  register: Register,
  input: { readonly id: string; readonly version: number; readonly patch: Patch<'pointAnswer'> },
): Answer {
  return register.change({ operation: 'contractReading.editAnswer' }, (change) => {
    const { readingId } = change.get('pointAnswer', input.id)
    const changesFinding = detailsOfFinding.some((name) => input.patch[name] !== undefined)
    if (changesFinding) openReading(change, readingId)
    return updateIn(change, 'pointAnswer', input)
  })
}

/**
 * Findings that were carried over hold for this text too. A risk that somebody bore under the text before is not: it is borne
 * anew, or not.
 */
export function confirmCarriedOver(
  register: Register,
  input: { readonly readingId: string; readonly answers: readonly { readonly id: string; readonly version: number }[] },
): { readonly confirmed: number } {
  return register.change({ operation: 'contractReading.confirmCarriedOver' }, (change) => {
    const reading = openReading(change, input.readingId)
    const points = new Map(pointsIn(change, reading).map((point) => [point.answer?.id, point]))
    for (const { id, version } of input.answers) {
      const answer = asRead(change, 'pointAnswer', change.get('pointAnswer', id), version)
      const point = points.get(id)
      if (point?.applies !== true) throw new Problem('POINT_NOT_ASKED', { point: answer.pointId, code: reading.code })
      if (answer.finding === 'risk_accepted')
        throw new Problem('INVALID', { noun: 'pointAnswer', field: 'finding', issue: 'BEAR_ANEW' })
      change.update('pointAnswer', answer, { carriedOver: false, pointId: point.id })
    }
    return { confirmed: input.answers.length }
  })
}

interface Step {
  readonly id: string
  readonly version: number
}

/** READING_INCOMPLETE with the points that nobody has answered for this text. */
export function completeReading(register: Register, input: Step): Reading {
  return register.change({ operation: 'contractReading.complete' }, (change) => completeReadingIn(change, input))
}

export function completeReadingIn(change: Change, input: Step): Reading {
  const reading = asRead(change, 'contractReading', openReading(change, input.id), input.version)
  const contract = change.get('contract', reading.contractId)
  const { missing } = standingIn(change.read, contract, reading, change.today)
  if (missing.length > 0)
    throw new Problem('READING_INCOMPLETE', {
      code: reading.code,
      count: missing.length,
      points: missing.map(({ id }) => id),
    })
  return change.update('contractReading', reading, { completedOn: change.today })
}

/** Back to being read, with a reason: what was found is to be looked at again. */
export function reopenReading(register: Register, input: Step & { readonly reason: string }): Reading {
  return register.change({ operation: 'contractReading.reopen', reason: owed(input.reason) }, (change) => {
    const stored = change.get('contractReading', input.id)
    if (stored.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'contractReading', id: stored.id })
    if (stored.completedOn === null) throw new Problem('WRONG_STATE', { code: stored.code, state: 'reading' })
    return change.update('contractReading', asRead(change, 'contractReading', stored, input.version), {
      completedOn: null,
    })
  })
}
