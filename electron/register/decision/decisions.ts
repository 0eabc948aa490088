/** Decisions: asked for, put to a meeting, answered by the body, carried out; and that nothing is asked. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { type DecisionOutcome, type FollowThrough, obliges, outcomesOf } from '#shared/domain/decision/decision.ts'
import { requestsForNextPack } from '#shared/domain/decision/decision-standing.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type ActionInput, createActionIn } from '../actions.ts'
import { assertUnfinished } from '../finishing/finishing-records.ts'
import { assertNotAhead, movedDue } from '../due-day.ts'
import { assertRules } from '../record-rules.ts'
import { asRead, owed, owedIn, updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

type Decision = RecordOf<'decision'>
const both = { ja: null, en: null } as const

const undecided = {
  state: 'requested',
  outcome: null,
  chosenOption: null,
  outcomeText: null,
  conditions: null,
  decidedOn: null,
  followThrough: null,
  followThroughText: null,
  followedOn: null,
  implementedOn: null,
} as const
const begun = { packId: null, ...undecided } as const

export type DecisionInput = Partial<Omit<NewRecord<'decision'>, keyof typeof begun | 'slips' | 'deferrals'>> &
  Pick<NewRecord<'decision'>, 'name' | 'kind' | 'body'>

const emptyDecision: Omit<
  NewRecord<'decision'>,
  'name' | 'kind' | 'body' | keyof typeof begun | 'slips' | 'deferrals'
> = {
  ask: both,
  options: [],
  recommendation: both,
  delayConsequence: both,
  ownerPostId: null,
  ownerId: null,
  dueOn: null,
  meetingId: null,
  systemIds: [],
  riskIds: [],
  controlIds: [],
  acceptanceIds: [],
  contractIds: [],
  findingIds: [],
  incidentIds: [],
  kriIds: [],
  minutesReference: null,
  ringiNumber: null,
  actionIds: [],
  evidenceIds: [],
  notes: null,
}

export function createDecision(register: Register, input: DecisionInput): Decision {
  return register.change({ operation: 'decision.create' }, (change) => createDecisionIn(change, input))
}

/** Asked for the pack that is locked next. */
export function createDecisionIn(change: Change, input: DecisionInput): Decision {
  const decision = change.add('decision', { ...emptyDecision, ...input, ...begun, slips: [], deferrals: [] })
  assertRules(change, 'decision', decision)
  return decision
}

export function updateDecision(register: Register, input: UpdateInput<'decision'>): Decision {
  return updateRecord(register, 'decision', input)
}

interface Step {
  readonly id: string
  readonly version: number
}

function stepFrom(change: Change, input: Step, ...states: readonly Decision['state'][]): Decision {
  const decision = change.get('decision', input.id)
  if (decision.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'decision', id: decision.id })
  if (states.length > 0 && !states.includes(decision.state))
    throw new Problem('WRONG_STATE', { code: decision.code, state: decision.state })
  return asRead(change, 'decision', decision, input.version)
}

/** The meeting and the pack for which it is asked; a pack null: the one that is locked next. */
export function placeDecision(
  register: Register,
  input: Step & { readonly meetingId: string | null; readonly packId: string | null },
): Decision {
  const { meetingId, packId } = input
  return register.change({ operation: 'decision.place' }, (change) => {
    const decision = stepFrom(change, input, 'requested')
    assertUnfinished(change, packId)
    return placed(change, decision, { meetingId, packId })
  })
}

function placed(change: Change, decision: Decision, patch: Partial<Decision>): Decision {
  const after = change.update('decision', decision, patch)
  assertRules(change, 'decision', after)
  return after
}

/** Moves the day by which it is carried out; the old one, the day and the reason are kept with it. */
export function moveDecisionDueDate(
  register: Register,
  input: Step & { readonly to: Day; readonly reason: string },
): Decision {
  const reason = owed(input.reason)
  return register.change({ operation: 'decision.moveDueDate', reason }, (change) => {
    const decision = stepFrom(change, input)
    return change.update('decision', decision, movedDue(decision, { to: input.to, on: change.today, reason }))
  })
}

export interface OutcomeInput {
  readonly outcome: DecisionOutcome
  readonly chosenOption: string | null
  readonly conditions: string | null
  readonly text: string
  readonly on: Day
  readonly minutesReference: string | null
  readonly ringiNumber: string | null
}

const wordsOrNull = (text: string | null) => ((text ?? '').trim() === '' ? null : (text ?? '').trim())

/** What the body answered, with its words. Refused where the answer does not fit what was asked. */
export function recordOutcome(register: Register, input: Step & OutcomeInput): Decision {
  const outcomeText = owedIn('decision', 'outcomeText', input.text)
  return register.change({ operation: 'decision.recordOutcome', reason: outcomeText }, (change) => {
    const decision = stepFrom(change, input, 'requested')
    const answer = answerOf(decision, input)
    assertNotAhead('decision', 'decidedOn', { on: input.on, today: change.today })
    const { outcome } = input
    return change.update('decision', decision, {
      ...answer,
      state: outcome === 'deferred' ? 'deferred' : 'decided',
      outcome,
      outcomeText,
      decidedOn: input.on,
      minutesReference: wordsOrNull(input.minutesReference) ?? decision.minutesReference,
      ringiNumber: wordsOrNull(input.ringiNumber) ?? decision.ringiNumber,
      followThrough: outcome === 'deferred' ? null : obliges(outcome) ? 'not_started' : 'not_needed',
    })
  })
}

/** INVALID names the field: an answer that the kind does not know, an option that was not asked, conditions that nobody wrote. */
function answerOf(decision: Decision, { outcome, ...input }: OutcomeInput): Partial<Decision> {
  const refuse = (field: string, issue: string) => new Problem('INVALID', { noun: 'decision', field, issue })
  if (!outcomesOf(decision.kind).includes(outcome)) throw refuse('outcome', 'NOT_OF_KIND')
  const chosenOption = outcome === 'option' ? wordsOrNull(input.chosenOption) : null
  if (outcome === 'option' && !decision.options.some(({ label }) => label?.trim() === chosenOption))
    throw refuse('chosenOption', chosenOption === null ? 'REQUIRED' : 'NOT_AN_OPTION')
  const conditions = wordsOrNull(input.conditions)
  if (outcome === 'conditional' && conditions === null) throw refuse('conditions', 'REQUIRED')
  return { chosenOption, conditions: outcome === 'conditional' ? conditions : null }
}

/** Takes back an outcome that was recorded by mistake; the log keeps it. */
export function withdrawOutcome(register: Register, input: Step & { readonly reason: string }): Decision {
  return register.change({ operation: 'decision.withdrawOutcome', reason: owed(input.reason) }, (change) =>
    change.update('decision', stepFrom(change, input, 'decided', 'deferred'), undecided),
  )
}

/** To another meeting, and with it to another pack: before the body met, or after it has put the matter off. */
export function deferDecision(
  register: Register,
  input: Step & { readonly meetingId: string | null; readonly reason: string },
): Decision {
  const reason = owed(input.reason)
  return register.change({ operation: 'decision.defer', reason }, (change) => {
    const decision = stepFrom(change, input, 'requested', 'deferred')
    const { meetingId, packId, decidedOn, outcomeText } = decision
    if (input.meetingId === meetingId && packId === null)
      throw new Problem('INVALID', { noun: 'decision', field: 'meetingId', issue: 'SAME_MEETING' })
    const byBody = decision.state === 'deferred'
    const earlier = {
      on: decidedOn ?? change.today,
      meetingId,
      packId,
      byBody,
      reason: byBody ? (outcomeText ?? reason) : reason,
    }
    return placed(change, decision, {
      ...undecided,
      meetingId: input.meetingId,
      packId: null,
      deferrals: [...decision.deferrals, earlier],
    })
  })
}

/** How far it is carried out. What is implemented says when. */
export function reportFollowThrough(
  register: Register,
  input: Step & {
    readonly followThrough: FollowThrough
    readonly on: Day
    readonly text: string
    readonly evidenceIds: readonly string[]
  },
): Decision {
  const followThroughText = owedIn('decision', 'followThroughText', input.text)
  const { followThrough, on } = input
  return register.change({ operation: 'decision.reportFollowThrough', reason: followThroughText }, (change) => {
    const decision = stepFrom(change, input, 'decided')
    if (!obliges(decision.outcome)) throw new Problem('WRONG_STATE', { code: decision.code, state: decision.state })
    assertNotAhead('decision', 'followedOn', { on, today: change.today })
    if (decision.decidedOn !== null && on < decision.decidedOn)
      throw new Problem('INVALID', { noun: 'decision', field: 'followedOn', issue: 'BEFORE_DECISION' })
    return change.update('decision', decision, {
      followThrough,
      followThroughText,
      followedOn: on,
      implementedOn: followThrough === 'implemented' ? on : null,
      evidenceIds: [...new Set([...decision.evidenceIds, ...input.evidenceIds])],
    })
  })
}

/** An action that carries it out: it names the same systems, risks and controls, and the decision names it. */
export function createActionOfDecision(
  register: Register,
  input: Step & Pick<ActionInput, 'name'> & { readonly ownerId: string | null; readonly dueOn: Day | null },
): RecordOf<'action'> {
  return register.change({ operation: 'decision.createAction' }, (change) => {
    const decision = stepFrom(change, input)
    const { systemIds, riskIds, controlIds } = decision
    const { name, ownerId, dueOn } = input
    const action = createActionIn(change, { name, ownerId, dueOn, systemIds, riskIds, controlIds })
    change.update('decision', decision, { actionIds: [...decision.actionIds, action.id] })
    return action
  })
}

/** What is asked for a pack; `packId` null: for the one that is locked next. */
export function requestsOf(change: Pick<Change, 'read' | 'today'>, packId: string | null): readonly Decision[] {
  const decisions = [...recordTables.decision.all(change.read)]
  return packId === null
    ? requestsForNextPack(decisions, [...recordTables.meeting.all(change.read)], change.today)
    : decisions.filter((each) => each.withdrawn === null && each.packId === packId)
}

/** A named person says that nothing is asked in a pack. DECISIONS_REQUESTED where something is. */
export function confirmNone(
  register: Register,
  input: { readonly packId: string | null; readonly personId: string; readonly note: string | null },
): RecordOf<'noDecision'> {
  const { packId, personId, note } = input
  return register.change({ operation: 'decision.confirmNone' }, (change) => {
    change.get('person', personId)
    assertUnfinished(change, packId)
    const requests = requestsOf(change, packId)
    if (requests.length > 0)
      throw new Problem('DECISIONS_REQUESTED', {
        count: requests.length,
        codes: requests.slice(0, 3).map(({ code }) => code),
      })
    if (standingNone(change, packId).length > 0)
      throw new Problem('INVALID', { noun: 'noDecision', field: 'packId', issue: 'SAID_ALREADY' })
    return change.add('noDecision', { packId, personId, on: change.today, note: wordsOrNull(note) })
  })
}

function standingNone(change: Change, packId: string | null): readonly RecordOf<'noDecision'>[] {
  return [...recordTables.noDecision.all(change.read)].filter(
    (each) => each.withdrawn === null && each.packId === packId,
  )
}

export function withdrawNone(register: Register, input: Step & { readonly reason: string }): RecordOf<'noDecision'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'decision.withdrawNone', reason }, (change) => {
    const said = change.get('noDecision', input.id)
    if (said.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'noDecision', id: said.id })
    return change.update('noDecision', asRead(change, 'noDecision', said, input.version), {
      withdrawn: { on: change.today, reason },
    })
  })
}

/** As a pack is locked: what waited for the next pack belongs to it from now on. */
export function giveToPack(change: Change, packId: string): void {
  for (const decision of requestsOf(change, null)) change.update('decision', decision, { packId })
  for (const said of standingNone(change, null)) change.update('noDecision', said, { packId })
}
