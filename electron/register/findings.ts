/** Findings of internal audit: reported, answered by management, put right, and closed by audit. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type ActionInput, createActionIn } from './actions.ts'
import { assertNotAhead, movedDue } from './due-day.ts'
import { asRead, owed, owedIn, updateRecord, type UpdateInput } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'

export type FindingInput = Partial<NewRecord<'finding'>> & Pick<NewRecord<'finding'>, 'name' | 'rating'>

const notImplemented = { implementedText: null, implementerId: null, implementedOn: null } as const
const notVerified = { verifiedText: null, verifierId: null, verifiedOn: null } as const
const begun = {
  state: 'open',
  response: null,
  responseText: null,
  responderId: null,
  respondedOn: null,
  ...notImplemented,
  ...notVerified,
} as const

const emptyFinding: Omit<NewRecord<'finding'>, 'name' | 'rating' | keyof typeof begun | 'slips'> = {
  description: { ja: null, en: null },
  audit: null,
  auditor: null,
  reportedOn: null,
  rootCause: { ja: null, en: null },
  recommendation: { ja: null, en: null },
  ownerPostId: null,
  ownerId: null,
  dueOn: null,
  systemIds: [],
  riskIds: [],
  controlIds: [],
  actionIds: [],
  requirementIds: [],
  notes: null,
}

export function createFinding(register: Register, input: FindingInput): RecordOf<'finding'> {
  return register.change({ operation: 'finding.create' }, (change) => createFindingIn(change, input))
}

/** Reported today unless said. */
export function createFindingIn(change: Change, input: FindingInput): RecordOf<'finding'> {
  return change.add('finding', { ...emptyFinding, reportedOn: change.today, ...input, ...begun, slips: [] })
}

export function updateFinding(register: Register, input: UpdateInput<'finding'>): RecordOf<'finding'> {
  return updateRecord(register, 'finding', input)
}

interface Step {
  readonly id: string
  readonly version: number
}
type State = RecordOf<'finding'>['state']

function stepFrom(change: Change, input: Step, ...states: readonly State[]): RecordOf<'finding'> {
  const finding = change.get('finding', input.id)
  if (finding.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'finding', id: finding.id })
  if (!states.includes(finding.state)) throw new Problem('WRONG_STATE', { code: finding.code, state: finding.state })
  return asRead(change, 'finding', finding, input.version)
}

/** Management's answer: a decision, with its words. It may be given anew until what was promised is done. */
export function respondToFinding(
  register: Register,
  input: Step & {
    readonly response: NonNullable<RecordOf<'finding'>['response']>
    readonly responderId: string
    readonly on: Day
    readonly text: string
  },
): RecordOf<'finding'> {
  const responseText = owedIn('finding', 'responseText', input.text)
  return register.change({ operation: 'finding.respond', reason: responseText }, (change) => {
    const finding = stepFrom(change, input, 'open', 'responded')
    change.get('person', input.responderId)
    assertNotAhead('finding', 'respondedOn', { on: input.on, today: change.today })
    return change.update('finding', finding, {
      state: 'responded',
      response: input.response,
      responseText,
      responderId: input.responderId,
      respondedOn: input.on,
    })
  })
}

/** Moves the agreed day; the old one, the day and the reason are kept with the finding. */
export function moveFindingDueDate(
  register: Register,
  input: Step & { readonly to: Day; readonly reason: string },
): RecordOf<'finding'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'finding.moveDueDate', reason }, (change) => {
    const finding = stepFrom(change, input, 'open', 'responded', 'implemented')
    return change.update('finding', finding, movedDue(finding, { to: input.to, on: change.today, reason }))
  })
}

/** Management reports that it is put right; audit has not looked yet. */
export function implementFinding(
  register: Register,
  input: Step & { readonly implementerId: string; readonly on: Day; readonly text: string },
): RecordOf<'finding'> {
  const implementedText = owedIn('finding', 'implementedText', input.text)
  return register.change({ operation: 'finding.implement', reason: implementedText }, (change) => {
    const finding = stepFrom(change, input, 'responded')
    change.get('person', input.implementerId)
    assertNotAhead('finding', 'implementedOn', { on: input.on, today: change.today })
    return change.update('finding', finding, {
      state: 'implemented',
      implementedText,
      implementerId: input.implementerId,
      implementedOn: input.on,
    })
  })
}

/**
 * Audit closes it: after looking at what was done, or, where management disagreed, by taking that view. Never by the person
 * who did it or gave the answer.
 */
export function verifyFinding(
  register: Register,
  input: Step & { readonly verifierId: string; readonly on: Day; readonly text: string },
): RecordOf<'finding'> {
  const verifiedText = owedIn('finding', 'verifiedText', input.text)
  return register.change({ operation: 'finding.verify', reason: verifiedText }, (change) => {
    const current = change.get('finding', input.id)
    const disagreed = current.state === 'responded' && current.response === 'disagree'
    const finding = stepFrom(change, input, disagreed ? 'responded' : 'implemented')
    change.get('person', input.verifierId)
    if ([finding.implementerId, disagreed ? finding.responderId : null].includes(input.verifierId))
      throw new Problem('INVALID', { noun: 'finding', field: 'verifierId', issue: 'IMPLEMENTER_CANNOT_VERIFY' })
    assertNotAhead('finding', 'verifiedOn', { on: input.on, today: change.today })
    return change.update('finding', finding, {
      state: 'closed',
      verifiedText,
      verifierId: input.verifierId,
      verifiedOn: input.on,
    })
  })
}

/** Back to management, with a reason: what was done does not do, or what was closed has come up again. */
export function reopenFinding(register: Register, input: Step & { readonly reason: string }): RecordOf<'finding'> {
  return register.change({ operation: 'finding.reopen', reason: owed(input.reason) }, (change) =>
    change.update('finding', stepFrom(change, input, 'implemented', 'closed'), {
      state: 'responded',
      ...notImplemented,
      ...notVerified,
    }),
  )
}

/** An action that puts it right: it names the same systems, risks and controls, and the finding names it. */
export function createActionOfFinding(
  register: Register,
  input: Step & Pick<ActionInput, 'name'> & { readonly ownerId: string | null; readonly dueOn: Day | null },
): RecordOf<'action'> {
  return register.change({ operation: 'finding.createAction' }, (change) => {
    const finding = stepFrom(change, input, 'open', 'responded', 'implemented')
    const { systemIds, riskIds, controlIds } = finding
    const { name, ownerId, dueOn } = input
    const action = createActionIn(change, { name, ownerId, dueOn, systemIds, riskIds, controlIds })
    change.update('finding', finding, { actionIds: [...finding.actionIds, action.id] })
    return action
  })
}
