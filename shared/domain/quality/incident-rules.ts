/** Rules about incidents and what authorities asked for: clocks that cannot run or ran out, and what nobody wrote down. */
import { japanZone } from '../breach-clock.ts'
import { vendorNoticeOf } from '../incident/vendor-notice.ts'
import { rootCauseKey } from '../incident/incident-days.ts'
import { type IncidentOn, incidentsOn } from '../metrics/incident-on.ts'
import { inLanguage } from '../text.ts'
import { itself, type QualityOn, type QualityRule, rule, when } from './quality-rule.ts'

const incident = {
  noun: 'incident',
  record: ({ incident: { id, code } }: IncidentOn) => ({ id, code }),
} as const
const all = ({ on }: QualityOn) => incidentsOn(on)
const owing = (quality: QualityOn) => all(quality).filter(({ breach }) => breach !== null)
const reported = (quality: QualityOn) => all(quality).filter(({ reports }) => reports.length > 0)
const closed = (quality: QualityOn) => all(quality).filter(({ incident: { state } }) => state === 'closed')
const resolved = (quality: QualityOn) => all(quality).filter(({ resolvedOn }) => resolvedOn !== null)
const underContract = (quality: QualityOn) =>
  all(quality).filter(({ incident: { contractIds } }) => contractIds.length > 0)

const enforcement = {
  noun: 'enforcement',
  record: itself<QualityOn['on']['input']['enforcements'][number]>,
  rows: ({ on }: QualityOn) =>
    on.input.enforcements.filter(
      ({ withdrawn, state, receivedOn, doneOn }) =>
        withdrawn === null &&
        (receivedOn === null || receivedOn <= on.asOf) &&
        (state === 'open' || (doneOn !== null && doneOn > on.asOf)),
    ),
} as const

/** Contracts whose vendor told us late, or has not told us and should have. */
function noticesMissed({ incident: each }: IncidentOn, { on }: QualityOn): number {
  const { contracts, contractReadings, organisation } = on.input
  const at = { day: on.asOf, timeZone: organisation?.timeZone ?? japanZone }
  return contracts.filter(({ id }) => {
    if (!each.contractIds.includes(id)) return false
    const contract = contracts.find((one) => one.id === id)
    const result = contract && vendorNoticeOf(each, contract, contractReadings, at).result
    return result === 'late' || result === 'overdue'
  }).length
}

export const incidentRules: readonly QualityRule[] = [
  rule({
    ...incident,
    id: 'DQ-70',
    name: 'incidentLearnedMissing',
    severity: 'error',
    field: 'learnedAt',
    rows: owing,
    finds: ({ breach }) => when(breach?.clock === null),
  }),
  rule({
    ...incident,
    id: 'DQ-71',
    name: 'incidentReportLate',
    severity: 'error',
    field: 'reports',
    rows: owing,
    finds: ({ breach }) => {
      const late = breach === null ? [] : [breach.early, breach.final].filter(isLate)
      const [first] = late
      return first?.dueOn == null ? null : { day: first.dueOn }
    },
  }),
  rule({
    ...incident,
    id: 'DQ-72',
    name: 'incidentReportWithoutNumber',
    severity: 'warning',
    field: 'reports',
    rows: reported,
    finds: ({ reports }) => {
      const count = reports.filter(({ reference }) => reference === null).length
      return when(count > 0, { count })
    },
  }),
  rule({
    ...incident,
    id: 'DQ-73',
    name: 'incidentReportabilityOpen',
    severity: 'warning',
    field: 'leak',
    rows: all,
    finds: ({ breach }) => when(breach?.reportability === 'possible'),
  }),
  rule({
    ...incident,
    id: 'DQ-74',
    name: 'incidentWithoutLesson',
    severity: 'warning',
    field: 'lessons',
    rows: closed,
    finds: ({ incident: { lessons } }) => when(inLanguage(lessons, 'ja').trim() === ''),
  }),
  rule({
    ...incident,
    id: 'DQ-75',
    name: 'incidentWithoutSystem',
    severity: 'warning',
    field: 'systemIds',
    rows: all,
    finds: ({ incident: { systemIds } }) => when(systemIds.length === 0),
  }),
  rule({
    ...incident,
    id: 'DQ-76',
    name: 'incidentNoticeMissed',
    severity: 'warning',
    field: 'contractIds',
    rows: underContract,
    finds: (each, quality) => {
      const count = noticesMissed(each, quality)
      return when(count > 0, { count })
    },
  }),
  rule({
    ...enforcement,
    id: 'DQ-77',
    name: 'enforcementPastDue',
    severity: 'error',
    field: 'dueOn',
    finds: ({ dueOn }, { on }) => (dueOn !== null && dueOn < on.asOf ? { day: dueOn } : null),
  }),
  rule({
    ...enforcement,
    id: 'DQ-78',
    name: 'enforcementWithoutDue',
    severity: 'warning',
    field: 'dueOn',
    finds: ({ dueOn }) => when(dueOn === null),
  }),
  rule({
    ...incident,
    id: 'DQ-79',
    name: 'incidentWithoutCause',
    severity: 'note',
    field: 'rootCause',
    rows: resolved,
    finds: ({ incident: each }) => when(rootCauseKey(each) === null),
  }),
]

function isLate({ standing }: { readonly standing: string }): boolean {
  return standing === 'late' || standing === 'overdue'
}
