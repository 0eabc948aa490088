/** Monitoring results and changes: recorded, judged, and risks for which no new assessment is needed. */
import { addDays } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { daysToReassess, reopens } from '#shared/domain/observation.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertNotAhead } from './due-day.ts'
import { assertRules } from './record-rules.ts'
import { asRead, owed, owedIn, updateRecord, type UpdateInput } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'

export type ObservationInput = Partial<NewRecord<'observation'>> &
  Pick<NewRecord<'observation'>, 'name' | 'systemId' | 'kind' | 'on'>

const emptyObservation: Omit<NewRecord<'observation'>, 'name' | 'systemId' | 'kind' | 'on' | 'waivers'> = {
  metric: null,
  measured: null,
  allowed: null,
  outcome: null,
  periodFrom: null,
  periodTo: null,
  versionBefore: null,
  versionAfter: null,
  source: null,
  significant: 'unknown',
  significantReason: null,
  decision: { ja: null, en: null },
  reassessBy: null,
  notes: null,
}

export function createObservation(register: Register, input: ObservationInput): RecordOf<'observation'> {
  return register.change({ operation: 'observation.create' }, (change) => createObservationIn(change, input))
}

/** That it is not significant owes a reason. One that reopens assessments gets a day by which they are owed. */
export function createObservationIn(change: Change, input: ObservationInput): RecordOf<'observation'> {
  const values = { ...emptyObservation, ...input, waivers: [] }
  assertNotAhead('observation', 'on', { on: values.on, today: change.today })
  if (values.significant === 'no') owedIn('observation', 'significantReason', values.significantReason)
  const reassessBy = values.reassessBy ?? (reopens(values) ? addDays(values.on, daysToReassess) : null)
  const observation = change.add('observation', { ...values, reassessBy })
  assertRules(change, 'observation', observation)
  return observation
}

export function updateObservation(register: Register, input: UpdateInput<'observation'>): RecordOf<'observation'> {
  return updateRecord(register, 'observation', input)
}

interface Step {
  readonly id: string
  readonly version: number
  readonly reason: string
}

function standing(change: Change, input: Step): RecordOf<'observation'> {
  const observation = change.get('observation', input.id)
  if (observation.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'observation', id: observation.id })
  return asRead(change, 'observation', observation, input.version)
}

/** Whether it is significant, decided with a reason. */
export function judgeObservation(
  register: Register,
  input: Step & { readonly significant: 'yes' | 'no' },
): RecordOf<'observation'> {
  const significantReason = owedIn('observation', 'significantReason', input.reason)
  return register.change({ operation: 'observation.judge', reason: significantReason }, (change) => {
    const observation = standing(change, input)
    return change.update('observation', observation, { significant: input.significant, significantReason })
  })
}

/** A person decides that these risks need not be assessed again for it. */
export function waiveReassessment(
  register: Register,
  input: Step & { readonly riskIds: readonly string[]; readonly personId: string },
): RecordOf<'observation'> {
  const reason = owed(input.reason)
  return register.change({ operation: 'observation.waive', reason }, (change) => {
    const observation = standing(change, input)
    change.get('person', input.personId)
    const known = new Set(observation.waivers.map(({ riskId }) => riskId))
    const waivers = input.riskIds
      .filter((id) => !known.has(id))
      .map((id) => ({ riskId: change.get('risk', id).id, on: change.today, personId: input.personId, reason }))
    if (waivers.length === 0) throw new Problem('INVALID', { noun: 'observation', field: 'waivers', issue: 'REQUIRED' })
    return change.update('observation', observation, { waivers: [...observation.waivers, ...waivers] })
  })
}
