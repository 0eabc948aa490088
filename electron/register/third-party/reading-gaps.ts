/** What is made of a gap in one step: an action or a risk, over the contract's systems, which the answer names from then on. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RiskCategory } from '#shared/domain/principles.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { createActionIn } from '../actions.ts'
import { createRiskIn } from '../risks.ts'
import type { Change } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'
import { askedPoint, type PointPlace, setFindingIn } from './readings.ts'

/**
 * The answer behind a gap. A point that nobody has answered gets one that needs change: whoever makes something of it has found
 * that something is missing.
 */
function answerOfGap(change: Change, place: PointPlace): RecordOf<'pointAnswer'> {
  const reading = change.get('contractReading', place.readingId)
  if (reading.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'contractReading', id: reading.id })
  const { answer } = askedPoint(change, reading, place)
  return answer ?? setFindingIn(change, { ...place, finding: 'needs_change' })
}

function systemsOf(change: Change, answer: RecordOf<'pointAnswer'>): readonly string[] {
  const contract = change.get('contract', change.get('contractReading', answer.readingId).contractId)
  return contract.systemIds.filter((id) => change.get('system', id).withdrawn === null)
}

export function createActionOfGap(
  register: Register,
  input: PointPlace & { readonly name: Bilingual; readonly ownerId: string | null; readonly dueOn: Day | null },
): RecordOf<'action'> {
  return register.change({ operation: 'contractReading.createAction' }, (change) => {
    const answer = answerOfGap(change, input)
    const { name, ownerId, dueOn } = input
    const action = createActionIn(change, {
      name,
      ownerId,
      dueOn,
      systemIds: [...systemsOf(change, answer)],
      riskIds: answer.riskIds,
    })
    change.update('pointAnswer', answer, { actionIds: [...answer.actionIds, action.id] })
    return action
  })
}

export function createRiskOfGap(
  register: Register,
  input: PointPlace & { readonly name: Bilingual; readonly category: RiskCategory },
): RecordOf<'risk'> {
  return register.change({ operation: 'contractReading.createRisk' }, (change) => {
    const answer = answerOfGap(change, input)
    const risk = createRiskIn(change, {
      name: input.name,
      category: input.category,
      systemIds: [...systemsOf(change, answer)],
    })
    change.update('pointAnswer', answer, { riskIds: [...answer.riskIds, risk.id] })
    return risk
  })
}
