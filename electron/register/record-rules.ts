/** What must hold of a record beside its schema after any change of its fields, whichever way the change came. */
import { overlaps } from '#shared/domain/accountability.ts'
import { isDay } from '#shared/domain/calendar-date.ts'
import { askedFields } from '#shared/domain/decision/decision.ts'
import { instantOfLocal } from '#shared/domain/incident/local-moment.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { profileFault } from '#shared/domain/jurisdiction/jurisdiction-profile.ts'
import { basesOn } from '#shared/domain/privacy/legal-basis.ts'
import { Problem } from '#shared/domain/problem.ts'
import { horizonInUse } from './horizon/held-horizon.ts'
import { queries, type ReadHandle } from './store/query.ts'
import { assertCheckPoint } from './third-party/check-point-rules.ts'

/** Where records are looked up: a change, or what a change would make of them. */
export interface RecordSource {
  readonly read: ReadHandle
  get<N extends Noun>(noun: N, id: string): RecordOf<N>
}

/** PERIOD_REVERSED where a period ends before it begins. */
export function assertPeriod(from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) throw new Problem('PERIOD_REVERSED', { from, to })
}

/** TREE_LOOP where following a reference upwards comes back to the record. */
function assertTree<N extends 'unit' | 'post' | 'policy'>(source: RecordSource, noun: N, record: RecordOf<N>): void {
  const parent = (each: RecordOf<N>) =>
    'parentId' in each
      ? each.parentId
      : 'reportsToId' in each
        ? each.reportsToId
        : 'supersedesId' in each
          ? each.supersedesId
          : null
  const seen = new Set([record.id])
  let next = parent(record)
  while (next !== null) {
    if (seen.has(next)) throw new Problem('TREE_LOOP', { noun, code: record.code })
    seen.add(next)
    next = parent(source.get(noun, next))
  }
}

export function termsOf(source: RecordSource, postId: string): RecordOf<'term'>[] {
  return source.read
    .all(queries.selectFrom('term').select('id').where('post_id', '=', postId))
    .map((row) => source.get('term', row.id))
}

/** PERIOD_OVERLAPS where somebody else holds the post then: a post has one holder; a deputy stands beside. */
export function assertTermFree(
  source: RecordSource,
  term: Pick<RecordOf<'term'>, 'postId' | 'capacity' | 'from' | 'to'> & { readonly id?: string },
): void {
  for (const other of termsOf(source, term.postId))
    if (other.id !== term.id && other.withdrawn === null && other.capacity === term.capacity && overlaps(other, term))
      throw new Problem('PERIOD_OVERLAPS', { from: other.from, to: other.to })
}

/** PERIOD_OVERLAPS where the vendor supplies the same system then already: what it supplies is one row. */
function assertSuppliedOnce(source: RecordSource, supply: RecordOf<'supply'>): void {
  const others = source.read.all(
    queries
      .selectFrom('supply')
      .select('id')
      .where('vendor_id', '=', supply.vendorId)
      .where('system_id', '=', supply.systemId)
      .where('id', '!=', supply.id),
  )
  for (const { id } of others) {
    const other = source.get('supply', id)
    if (other.withdrawn === null && overlaps(other, supply))
      throw new Problem('PERIOD_OVERLAPS', { from: other.from, to: other.to })
  }
}

/** INVALID where the point has another answer already, of the reading or the vendor. */
function assertAnsweredOnce(
  source: RecordSource,
  noun: 'pointAnswer' | 'vendorAnswer',
  { id, pointId, of }: { readonly id: string; readonly pointId: string; readonly of: string },
): void {
  const [table, column] = noun === 'pointAnswer' ? ['point_answer', 'reading_id'] : ['vendor_answer', 'vendor_id']
  const other = source.read
    .prepare(`SELECT id FROM ${table} WHERE ${column} = ? AND point_id = ? AND id <> ? AND withdrawn_on IS NULL`)
    .get(of, pointId, id)
  if (other !== undefined) throw new Problem('INVALID', { noun, field: 'pointId', issue: 'ANSWERED_ALREADY' })
}

/** INVALID where a finding does not say what it owes: who bears the risk until when and why, or why the point does not apply. */
function assertFindingComplete(answer: RecordOf<'pointAnswer'>): void {
  const owes = (field: 'reason' | 'accepterId' | 'acceptedUntil', issue: string) => {
    if ((answer[field] ?? '').trim() === '') throw new Problem('INVALID', { noun: 'pointAnswer', field, issue })
  }
  if (answer.finding === 'risk_accepted' || answer.finding === 'not_applicable') owes('reason', 'REASON_REQUIRED')
  if (answer.finding !== 'risk_accepted') return
  owes('accepterId', 'REQUIRED')
  owes('acceptedUntil', 'REQUIRED')
}

/** INVALID where something is said to be before what it follows: noticed before it happened, resolved before it was noticed. */
function assertMomentOrder(incident: RecordOf<'incident'>): void {
  const pairs = [
    ['occurredAt', 'detectedAt'],
    ['occurredAt', 'learnedAt'],
    ['occurredAt', 'vendorLearnedAt'],
    ['vendorLearnedAt', 'vendorToldAt'],
    ['occurredAt', 'containedAt'],
    ['detectedAt', 'resolvedAt'],
    ['containedAt', 'resolvedAt'],
  ] as const
  for (const [earlier, later] of pairs) {
    const [one, other] = [incident[earlier], incident[later]]
    if (one !== null && other !== null && other < one)
      throw new Problem('INVALID', { noun: 'incident', field: later, issue: 'MOMENT_ORDER' })
  }
}

/** INVALID where the system has a profile of the jurisdiction already: what is judged of it stands in one place. */
function assertJudgedOnce(source: RecordSource, { id, systemId, jurisdiction }: RecordOf<'jurisdictionProfile'>): void {
  const other = source.read
    .prepare(
      'SELECT id FROM jurisdiction_profile WHERE system_id = ? AND jurisdiction = ? AND id <> ? AND withdrawn_on IS NULL',
    )
    .get(systemId, jurisdiction, id)
  if (other !== undefined)
    throw new Problem('INVALID', { noun: 'jurisdictionProfile', field: 'jurisdiction', issue: 'JUDGED_ALREADY' })
}

/** BASIS_NOT_IN_FORCE where a use would rest on what was not in force on the day from which it is said to. */
function assertReliable({ read }: RecordSource, { basis, basisOn }: RecordOf<'dataUse'>): void {
  if (basis === null || basisOn === null) return
  const found = basesOn(basisOn, horizonInUse(read)).find((each) => each.basis === basis)
  if (found?.reliable !== true)
    throw new Problem('BASIS_NOT_IN_FORCE', {
      basis: found?.source ?? basis,
      on: basisOn,
      begins: found?.begins?.day ?? null,
      asOf: found?.asOf ?? null,
    })
}

/** INVALID where what was asked is changed after the body has answered it: what it decided on stays as it was. */
function assertAskedStays(before: RecordOf<'decision'> | null, after: RecordOf<'decision'>): void {
  if (before?.state !== 'decided' || after.state !== 'decided') return
  const changed = askedFields.find((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  if (changed !== undefined)
    throw new Problem('INVALID', { noun: 'decision', field: changed, issue: 'DECIDED_ALREADY' })
}

type Rule<N extends Noun> = (source: RecordSource, record: RecordOf<N>, before: RecordOf<N> | null) => void

const rules: { readonly [N in Noun]?: Rule<N> } = {
  unit: (source, unit) => {
    assertPeriod(unit.from, unit.to)
    assertTree(source, 'unit', unit)
  },
  post: (source, post) => {
    assertPeriod(post.from, post.to)
    assertTree(source, 'post', post)
  },
  term: (source, term) => {
    assertPeriod(term.from, term.to)
    if (term.withdrawn === null) assertTermFree(source, term)
  },
  policy: (source, policy) => {
    assertTree(source, 'policy', policy)
  },
  training: (_source, training) => {
    assertPeriod(training.from, training.to)
  },
  observation: (_source, observation) => {
    assertPeriod(observation.periodFrom, observation.periodTo)
    assertPeriod(observation.on, observation.reassessBy)
  },
  dataUse: (source, use) => {
    assertReliable(source, use)
  },
  consent: (_source, consent) => {
    assertPeriod(consent.from, consent.to)
  },
  dpia: (_source, dpia) => {
    assertPeriod(dpia.approvedOn, dpia.validUntil)
  },
  deidentification: (source, record) => {
    assertPeriod(record.doneOn, record.testedOn)
    if (record.useId !== null && source.get('dataUse', record.useId).systemId !== record.systemId)
      throw new Problem('INVALID', { noun: 'deidentification', field: 'useId', issue: 'OTHER_SYSTEM' })
  },
  jurisdictionProfile: (source, profile) => {
    const fault = profileFault(profile)
    if (fault !== null) throw new Problem('INVALID', { noun: 'jurisdictionProfile', ...fault })
    if (profile.withdrawn === null) assertJudgedOnce(source, profile)
  },
  outwardAccount: (_source, account) => {
    if (account.publishedOn !== null && account.approvedOn === null)
      throw new Problem('INVALID', { noun: 'outwardAccount', field: 'publishedOn', issue: 'NOT_APPROVED' })
  },
  readinessItem: (source, item) => {
    const other = source.read
      .prepare('SELECT id FROM readiness_item WHERE item = ? AND id <> ? AND withdrawn_on IS NULL')
      .get(item.item, item.id)
    if (other !== undefined)
      throw new Problem('INVALID', { noun: 'readinessItem', field: 'item', issue: 'ANSWERED_ALREADY' })
  },
  evidence: (_source, evidence) => {
    assertPeriod(evidence.obtainedOn, evidence.validUntil)
  },
  supply: (source, supply) => {
    assertPeriod(supply.from, supply.to)
    if (supply.withdrawn === null) assertSuppliedOnce(source, supply)
  },
  vendorAnswer: (source, answer) => {
    if (answer.withdrawn === null)
      assertAnsweredOnce(source, 'vendorAnswer', { id: answer.id, pointId: answer.pointId, of: answer.vendorId })
  },
  contract: (_source, contract) => {
    assertPeriod(contract.from, contract.to)
    assertPeriod(contract.from, contract.terminatedOn)
    if (contract.dataBasis === 'not_handled' && (contract.dataBasisGrounds ?? '').trim() === '')
      throw new Problem('INVALID', { noun: 'contract', field: 'dataBasis', issue: 'GROUNDS_REQUIRED' })
  },
  contractReading: (source, reading) => {
    assertPeriod(reading.startedOn, reading.completedOn)
    if (reading.previousId === null) return
    if (
      reading.previousId === reading.id ||
      source.get('contractReading', reading.previousId).contractId !== reading.contractId
    )
      throw new Problem('INVALID', { noun: 'contractReading', field: 'previousId', issue: 'OF_ANOTHER_CONTRACT' })
  },
  pointAnswer: (source, answer) => {
    if (answer.withdrawn !== null) return
    assertAnsweredOnce(source, 'pointAnswer', { id: answer.id, pointId: answer.pointId, of: answer.readingId })
    assertFindingComplete(answer)
  },
  incident: (_source, incident) => {
    assertMomentOrder(incident)
    for (const { at } of incident.timeline) {
      const isMoment = isDay(at ?? '') || instantOfLocal(at ?? '', 'UTC') !== null
      if (!isMoment) throw new Problem('INVALID', { noun: 'incident', field: 'timeline', issue: 'BAD_MOMENT' })
    }
  },
  enforcement: (_source, enforcement) => {
    assertPeriod(enforcement.receivedOn, enforcement.dueOn)
    assertPeriod(enforcement.receivedOn, enforcement.doneOn)
  },
  decision: (source, decision, before) => {
    if (decision.meetingId !== null) source.get('meeting', decision.meetingId)
    assertAskedStays(before, decision)
  },
  meeting: (_source, meeting) => {
    assertPeriod(meeting.packDeadline, meeting.on)
  },
  preparation: (source, preparation) => {
    source.get('meeting', preparation.meetingId)
    if (preparation.postId !== null) source.get('post', preparation.postId)
  },
  checkPoint: (source, point, before) => {
    assertPeriod(point.from, point.to)
    assertCheckPoint(source, point, before)
  },
}

/** Holds a record that was just written against the rules of its noun. `before`: as it stood, where it was changed. */
export function assertRules<N extends Noun>(
  source: RecordSource,
  noun: N,
  record: RecordOf<N>,
  before: RecordOf<N> | null = null,
): void {
  rules[noun]?.(source, record, before)
}
