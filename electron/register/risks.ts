/** Risks: assessed by rows, closed with a reason, accepted by a named executive until a date. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { holdsOn } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assessmentOn } from '#shared/domain/risk.ts'
import { highestImpact } from '#shared/domain/scoring.ts'
import { assertPeriod } from './record-rules.ts'
import { asRead, owed, owedIn, updateRecord, type UpdateInput } from './records.ts'
import { canonicalJson } from './store/canonical.ts'
import type { Change, NewRecord } from './store/change.ts'
import { queries } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

export type RiskInput = Partial<NewRecord<'risk'>> & Pick<NewRecord<'risk'>, 'name' | 'category'>

const empty = { ja: null, en: null }
export const emptyRisk: Omit<NewRecord<'risk'>, 'name' | 'category'> = {
  cause: empty,
  event: empty,
  consequence: empty,
  status: 'open',
  closedOn: null,
  closedReason: null,
  treatment: null,
  identifiedOn: null,
  nextReviewOn: null,
  targetOn: null,
  systemIds: [],
  notes: null,
  onset: null,
  timing: null,
  sourceKey: null,
}

export function createRisk(register: Register, input: RiskInput): RecordOf<'risk'> {
  return register.change({ operation: 'risk.create' }, (change) => createRiskIn(change, input))
}

export function createRiskIn(change: Change, input: RiskInput): RecordOf<'risk'> {
  const open = { status: 'open', closedOn: null, closedReason: null } as const
  return change.add('risk', { ...emptyRisk, identifiedOn: change.today, ...input, ...open })
}

export function updateRisk(register: Register, input: UpdateInput<'risk'>): RecordOf<'risk'> {
  return updateRecord(register, 'risk', input)
}

export type AssessInput = Omit<NewRecord<'assessment'>, 'impact' | 'scaleId'>

/**
 * A new judgement of one stage, under the scale in force on its day. INVALID without a rationale or any impact, or in the
 * future.
 */
export function assessRisk(register: Register, input: AssessInput): RecordOf<'assessment'> {
  const rationale = owedIn('assessment', 'rationale', input.rationale)
  return register.change({ operation: 'risk.assess', reason: rationale }, (change) =>
    assessRiskIn(change, { ...input, rationale }),
  )
}

export function assessRiskIn(change: Change, input: AssessInput): RecordOf<'assessment'> {
  const risk = change.get('risk', input.riskId)
  if (risk.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'risk', id: risk.id })
  const impact = highestImpact(input.impacts)
  if (impact === null) throw new Problem('INVALID', { noun: 'assessment', field: 'impacts', issue: 'IMPACT_REQUIRED' })
  if (input.on > change.today) throw new Problem('INVALID', { noun: 'assessment', field: 'on', issue: 'IN_FUTURE' })
  return change.add('assessment', { ...input, impact, scaleId: scaleOn(change, input.on).id })
}

/** The scale in force on a day; before the first one, the first. */
function scaleOn(change: Change, day: Day): RecordOf<'scale'> {
  const scales = [...recordTables.scale.all(change.read)]
    .filter((scale) => scale.withdrawn === null)
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  const scale = scales.findLast((each) => holdsOn(each, day)) ?? scales[0]
  if (scale === undefined) throw new Problem('NOT_FOUND', { noun: 'scale', id: day })
  return scale
}

function assessmentsOf(change: Change, riskId: string): RecordOf<'assessment'>[] {
  return change.read
    .all(queries.selectFrom('assessment').select('id').where('risk_id', '=', riskId).orderBy('id'))
    .map((row) => change.get('assessment', row.id))
}

export interface CloseRisk {
  readonly id: string
  readonly version: number
  readonly reason: string
}

export function closeRisk(register: Register, input: CloseRisk): RecordOf<'risk'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'risk.close', reason }, (change) => {
    const risk = change.get('risk', input.id)
    if (risk.status === 'closed') throw new Problem('WRONG_STATE', { code: risk.code, state: risk.status })
    return change.update('risk', asRead(change, 'risk', risk, input.version), {
      status: 'closed',
      closedOn: change.today,
      closedReason: reason,
    })
  })
}

export function reopenRisk(register: Register, input: CloseRisk): RecordOf<'risk'> {
  return register.change({ operation: 'risk.reopen', reason: owed(input.reason) }, (change) => {
    const risk = change.get('risk', input.id)
    if (risk.status === 'open') throw new Problem('WRONG_STATE', { code: risk.code, state: risk.status })
    return change.update('risk', asRead(change, 'risk', risk, input.version), {
      status: 'open',
      closedOn: null,
      closedReason: null,
    })
  })
}

export interface AcceptInput {
  readonly kind: RecordOf<'acceptance'>['kind']
  readonly subject: RecordOf<'acceptance'>['subject']
  readonly subjectId: string
  readonly postId: string
  readonly from: Day
  readonly to: Day
  readonly reason: string
  readonly renewsId: string | null
}

/**
 * A named executive takes a risk, or lets a control wait, until a day. Keeps a frozen copy of the subject and its residual
 * level. POST_VACANT where nobody holds the post on `from`; NOT_AN_EXECUTIVE_POST; NOTHING_TO_ACCEPT without a residual level.
 */
export function acceptRisk(register: Register, input: AcceptInput): RecordOf<'acceptance'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'risk.accept', reason }, (change) => {
    assertPeriod(input.from, input.to)
    const post = change.get('post', input.postId)
    if (post.kind !== 'executive') throw new Problem('NOT_AN_EXECUTIVE_POST', { code: post.code })
    const term = change.read
      .all(queries.selectFrom('term').select('id').where('post_id', '=', post.id).where('capacity', '=', 'holder'))
      .map((row) => change.get('term', row.id))
      .find((each) => each.withdrawn === null && holdsOn(each, input.from))
    if (term === undefined) throw new Problem('POST_VACANT', { code: post.code, on: input.from })
    if (input.renewsId !== null) change.get('acceptance', input.renewsId)
    const subject = change.get(input.subject, input.subjectId)
    const residual =
      input.subject === 'risk' ? assessmentOn(assessmentsOf(change, subject.id), 'residual', input.from) : null
    if (input.subject === 'risk' && residual === null) throw new Problem('NOTHING_TO_ACCEPT', { code: subject.code })
    return change.add('acceptance', {
      kind: input.kind,
      subject: input.subject,
      subjectId: subject.id,
      postId: post.id,
      personId: term.personId,
      from: input.from,
      to: input.to,
      endedOn: null,
      endedReason: null,
      reason,
      renewsId: input.renewsId,
      likelihood: residual?.likelihood ?? null,
      impact: residual?.impact ?? null,
      frozen: canonicalJson({ subject, residual }),
    })
  })
}

/** Ends an acceptance or exception before its day. */
export function endAcceptance(
  register: Register,
  input: { readonly id: string; readonly version: number; readonly on: Day; readonly reason: string },
): RecordOf<'acceptance'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'acceptance.end', reason }, (change) => {
    const acceptance = change.get('acceptance', input.id)
    if (acceptance.endedOn !== null) throw new Problem('WRONG_STATE', { code: acceptance.code, state: 'ended' })
    return change.update('acceptance', asRead(change, 'acceptance', acceptance, input.version), {
      endedOn: input.on,
      endedReason: reason,
    })
  })
}
