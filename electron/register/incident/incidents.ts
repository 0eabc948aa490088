/** Incidents and near misses: recorded, judged, reported, contained, resolved and closed by somebody who did not handle them. */
import type { Day, Instant } from '#shared/domain/calendar-date.ts'
import { reportabilityOf } from '#shared/domain/incident/breach-standing.ts'
import type { BreachAnswer, ReportKind } from '#shared/domain/incident/incident.ts'
import { instantOfLocal, isTimeZone } from '#shared/domain/incident/local-moment.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type ActionInput, createActionIn } from '../actions.ts'
import { assertNotAhead } from '../due-day.ts'
import { assertRules } from '../record-rules.ts'
import { asRead, owed, owedIn, updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

type Incident = RecordOf<'incident'>
const both = { ja: null, en: null } as const

const unjudged = {
  leak: 'unknown',
  leakSensitive: 'unknown',
  leakFinancial: 'unknown',
  leakWrongful: 'unknown',
  leakMany: 'unknown',
  judgedOn: null,
  judgeId: null,
  judgedText: null,
} as const
const notClosed = { closedOn: null, closedText: null, verifierId: null } as const
export const unjudgedIncident = {
  state: 'open',
  containedAt: null,
  resolvedAt: null,
  ...unjudged,
  ...notClosed,
} as const

export type IncidentInput = Partial<Omit<NewRecord<'incident'>, keyof typeof unjudgedIncident>> &
  Pick<NewRecord<'incident'>, 'name' | 'kind'>

export const emptyIncident: Omit<NewRecord<'incident'>, 'name' | 'kind' | keyof typeof unjudgedIncident> = {
  severity: null,
  description: both,
  systemIds: [],
  vendorIds: [],
  contractIds: [],
  occurredAt: null,
  detectedAt: null,
  learnedAt: null,
  learnedZone: null,
  vendorLearnedAt: null,
  vendorToldAt: null,
  affectedCount: null,
  affectedBasis: 'unknown',
  personalData: 'unknown',
  dataInvolved: both,
  timeline: [],
  cause: both,
  rootCause: null,
  measures: both,
  lessons: both,
  riskIds: [],
  controlIds: [],
  actionIds: [],
  evidenceIds: [],
  ownerPostId: null,
  ownerId: null,
  reportOutline: both,
  reportDataItems: both,
  reportPersons: both,
  reportCause: both,
  reportSecondaryHarm: both,
  reportResponse: both,
  reportPublication: both,
  reportPrevention: both,
  reportOther: both,
  notes: null,
}

export function createIncident(register: Register, input: IncidentInput): Incident {
  return register.change({ operation: 'incident.create' }, (change) => createIncidentIn(change, input))
}

export function createIncidentIn(change: Change, input: IncidentInput): Incident {
  const incident = change.add('incident', { ...emptyIncident, ...input, ...unjudgedIncident })
  assertRules(change, 'incident', incident)
  return incident
}

export function updateIncident(register: Register, input: UpdateInput<'incident'>): Incident {
  return updateRecord(register, 'incident', input)
}

interface Step {
  readonly id: string
  readonly version: number
}

function stepFrom(change: Change, input: Step, ...states: readonly Incident['state'][]): Incident {
  const incident = change.get('incident', input.id)
  if (incident.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'incident', id: incident.id })
  if (states.length > 0 && !states.includes(incident.state))
    throw new Problem('WRONG_STATE', { code: incident.code, state: incident.state })
  return asRead(change, 'incident', incident, input.version)
}

/**
 * What was typed as a moment, in a zone. INVALID where it is none, where the zone is none, or where it has not come yet.
 * @param zone null: the register's
 */
function momentOf(
  register: Register,
  at: { readonly noun: Noun; readonly field: string; readonly text: string; readonly zone: string | null },
): Instant {
  const { noun, field, text } = at
  const zone = at.zone ?? register.organisation().timeZone
  if (!isTimeZone(zone)) throw new Problem('INVALID', { noun, field: 'learnedZone', issue: 'BAD_TIME_ZONE' })
  const instant = instantOfLocal(text, zone)
  if (instant === null) throw new Problem('INVALID', { noun, field, issue: 'BAD_MOMENT' })
  if (instant > register.surroundings.clock()) throw new Problem('INVALID', { noun, field, issue: 'IN_FUTURE' })
  return instant
}

const written = (register: Register, field: string, text: string | null, zone: string | null = null): Instant | null =>
  text === null || text.trim() === '' ? null : momentOf(register, { noun: 'incident', field, text, zone })

export interface MomentsInput {
  readonly occurredAt: string | null
  readonly detectedAt: string | null
  readonly learnedAt: string | null
  /** In which `learnedAt` is written; null: the register's. All others are written in the register's. */
  readonly learnedZone: string | null
  readonly vendorLearnedAt: string | null
  readonly vendorToldAt: string | null
}

/** When it happened, was noticed, and was learned of; a blank one is not on record. */
export function recordMoments(register: Register, input: Step & MomentsInput): Incident {
  const zone = (input.learnedZone ?? '').trim() || register.organisation().timeZone
  const learnedAt = written(register, 'learnedAt', input.learnedAt, zone)
  const moments = {
    occurredAt: written(register, 'occurredAt', input.occurredAt),
    detectedAt: written(register, 'detectedAt', input.detectedAt),
    learnedAt,
    learnedZone: learnedAt === null ? null : zone,
    vendorLearnedAt: written(register, 'vendorLearnedAt', input.vendorLearnedAt),
    vendorToldAt: written(register, 'vendorToldAt', input.vendorToldAt),
  }
  return register.change({ operation: 'incident.recordMoments' }, (change) => {
    const incident = change.update('incident', stepFrom(change, input, 'open', 'contained', 'resolved'), moments)
    assertRules(change, 'incident', incident)
    return incident
  })
}

export interface JudgementInput {
  readonly leak: BreachAnswer
  readonly leakSensitive: BreachAnswer
  readonly leakFinancial: BreachAnswer
  readonly leakWrongful: BreachAnswer
  readonly leakMany: BreachAnswer
  readonly judgeId: string
  readonly text: string
}

/** Whether it must be reported: five answers with their grounds, by a named person. They may be given anew until it is closed. */
export function judgeIncident(register: Register, input: Step & JudgementInput): Incident {
  const judgedText = owedIn('incident', 'judgedText', input.text)
  const { leak, leakSensitive, leakFinancial, leakWrongful, leakMany, judgeId } = input
  return register.change({ operation: 'incident.judge', reason: judgedText }, (change) => {
    const incident = stepFrom(change, input, 'open', 'contained', 'resolved')
    change.get('person', judgeId)
    const answers = { leak, leakSensitive, leakFinancial, leakWrongful, leakMany }
    if (leak !== 'no' && leakMany === 'no' && (incident.affectedCount ?? 0) > manyPersons)
      throw new Problem('INVALID', { noun: 'incident', field: 'leakMany', issue: 'MORE_PERSONS_RECORDED' })
    return change.update('incident', incident, { ...answers, judgeId, judgedOn: change.today, judgedText })
  })
}

/** BR-4: more than this many persons. */
const manyPersons = 1000

export function containIncident(register: Register, input: Step & { readonly at: string }): Incident {
  const containedAt = momentOf(register, { noun: 'incident', field: 'containedAt', text: input.at, zone: null })
  return register.change({ operation: 'incident.contain' }, (change) =>
    moved(change, stepFrom(change, input, 'open'), { state: 'contained', containedAt }),
  )
}

/** Service and data are as they should be again. What was not contained before is contained with it. */
export function resolveIncident(register: Register, input: Step & { readonly at: string }): Incident {
  const resolvedAt = momentOf(register, { noun: 'incident', field: 'resolvedAt', text: input.at, zone: null })
  return register.change({ operation: 'incident.resolve' }, (change) => {
    const incident = stepFrom(change, input, 'open', 'contained')
    return moved(change, incident, {
      state: 'resolved',
      resolvedAt,
      containedAt: incident.containedAt ?? resolvedAt,
    })
  })
}

function moved(change: Change, incident: Incident, patch: Partial<Incident>): Incident {
  const after = change.update('incident', incident, patch)
  assertRules(change, 'incident', after)
  return after
}

/**
 * Closed after somebody else than its owner has looked. Refused while an answer that decides on reporting is unknown, and while a report
 * that is owed is not on record.
 */
export function closeIncident(
  register: Register,
  input: Step & { readonly verifierId: string; readonly on: Day; readonly text: string },
): Incident {
  const closedText = owedIn('incident', 'closedText', input.text)
  return register.change({ operation: 'incident.close', reason: closedText }, (change) => {
    const incident = stepFrom(change, input, 'resolved')
    change.get('person', input.verifierId)
    if (incident.ownerId === input.verifierId)
      throw new Problem('INVALID', { noun: 'incident', field: 'verifierId', issue: 'OWNER_CANNOT_CLOSE' })
    assertNotAhead('incident', 'closedOn', { on: input.on, today: change.today })
    const reportability = reportabilityOf(incident)
    if (reportability === 'possible') throw new Problem('REPORT_UNDECIDED', { code: incident.code })
    const made = reportsOf(change, incident.id).map(({ kind }) => kind)
    if (reportability === 'reportable' && !made.includes('final') && !made.includes('entrusting_party'))
      throw new Problem('REPORT_MISSING', { code: incident.code })
    return change.update('incident', incident, {
      state: 'closed',
      closedOn: input.on,
      closedText,
      verifierId: input.verifierId,
    })
  })
}

/** Back to be handled, with a reason: it has come up again, or what was done does not do. */
export function reopenIncident(register: Register, input: Step & { readonly reason: string }): Incident {
  return register.change({ operation: 'incident.reopen', reason: owed(input.reason) }, (change) =>
    change.update('incident', stepFrom(change, input, 'contained', 'resolved', 'closed'), {
      state: 'open',
      containedAt: null,
      resolvedAt: null,
      ...notClosed,
    }),
  )
}

/** The reports of an incident that are not withdrawn. */
export function reportsOf(change: Pick<Change, 'read'>, incidentId: string): readonly RecordOf<'incidentReport'>[] {
  return [...recordTables.incidentReport.all(change.read)].filter(
    (report) => report.incidentId === incidentId && report.withdrawn === null,
  )
}

export interface ReportInput {
  readonly kind: ReportKind
  /** `2026-10-05 18:00` in the register's zone. */
  readonly at: string
  readonly recipient: string
  readonly reference: string | null
  readonly reporterId: string | null
  readonly notes: string | null
}

/** That a report or a notice was made, when and to whom. Refused where the answers say that nothing is to be reported. */
export function recordReport(register: Register, input: Step & ReportInput): RecordOf<'incidentReport'> {
  const { kind, reference, reporterId, notes } = input
  const noun = 'incidentReport'
  const at = momentOf(register, { noun, field: 'at', text: input.at, zone: null })
  const recipient = input.recipient.trim()
  if (recipient === '') throw new Problem('INVALID', { noun, field: 'recipient', issue: 'REQUIRED' })
  return register.change({ operation: 'incident.recordReport' }, (change) => {
    const incident = stepFrom(change, input, 'open', 'contained', 'resolved')
    if (reportabilityOf(incident) === 'not_reportable') throw new Problem('NOTHING_TO_REPORT', { code: incident.code })
    if (reporterId !== null) change.get('person', reporterId)
    return change.add(noun, { incidentId: incident.id, kind, at, recipient, reference, reporterId, notes })
  })
}

/** Takes back what was recorded by mistake. */
export function withdrawReport(
  register: Register,
  input: Step & { readonly reason: string },
): RecordOf<'incidentReport'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'incident.withdrawReport', reason }, (change) => {
    const report = change.get('incidentReport', input.id)
    if (report.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'incidentReport', id: report.id })
    return change.update('incidentReport', asRead(change, 'incidentReport', report, input.version), {
      withdrawn: { on: change.today, reason },
    })
  })
}

/** An action that comes of it: it names the same systems, risks and controls, and the incident names it. */
export function createActionOfIncident(
  register: Register,
  input: Step & Pick<ActionInput, 'name'> & { readonly ownerId: string | null; readonly dueOn: Day | null },
): RecordOf<'action'> {
  return register.change({ operation: 'incident.createAction' }, (change) => {
    const incident = stepFrom(change, input, 'open', 'contained', 'resolved')
    const { systemIds, riskIds, controlIds } = incident
    const { name, ownerId, dueOn } = input
    const action = createActionIn(change, { name, ownerId, dueOn, systemIds, riskIds, controlIds })
    change.update('incident', incident, { actionIds: [...incident.actionIds, action.id] })
    return action
  })
}
