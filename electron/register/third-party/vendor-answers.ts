/** Answers of vendors, as a person of the company takes them over: by hand, or out of a questionnaire that came back. */
import type { SaveVendorAnswer } from '#shared/contract/questionnaire.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertNotAhead } from '../due-day.ts'
import { assertRules } from '../record-rules.ts'
import { asRead } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { answersOf, type Answer, wordsOf } from './due-diligence.ts'

/** NOT_FOUND, WITHDRAWN, CHANGED_MEANWHILE (somebody answered since it was read), QUESTION_UNKNOWN. */
export function saveVendorAnswer(register: Register, input: SaveVendorAnswer): Answer {
  return register.change({ operation: 'vendorAnswer.save' }, (change) => {
    const { vendorId, pointId, version, ...values } = input
    const { answeredOn } = input
    if (answeredOn !== null) assertNotAhead('vendorAnswer', 'answeredOn', { on: answeredOn, today: change.today })
    for (const id of input.evidenceIds) change.get('evidence', id)
    const held = answersOf(change.read, vendorId).get(pointId)
    if (held === undefined && version !== null) throw new Problem('NOT_FOUND', { noun: 'vendorAnswer', id: pointId })
    if (held !== undefined) asRead(change, 'vendorAnswer', held, version ?? 0)
    return writeAnswer(change, held, {
      vendorId,
      pointId,
      ...values,
      takenById: register.personId,
      takenOn: change.today,
    })
  })
}

/** Answers that came together, as a person takes them over: all or none, one undo. */
export function takeAnswers(
  register: Register,
  vendorId: string,
  taken: Pick<NewRecord<'vendorAnswer'>, 'source' | 'answeredOn'> & { readonly takenById: string },
  answers: readonly { readonly point: string; readonly answer: Answer['answer']; readonly text: string | null }[],
): readonly Answer[] {
  return register.change({ operation: 'questionnaire.take' }, (change) => {
    const { answeredOn, takenById } = taken
    if (answeredOn !== null) assertNotAhead('vendorAnswer', 'answeredOn', { on: answeredOn, today: change.today })
    const taker = change.get('person', takenById)
    if (taker.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'person', id: taker.code })
    const held = answersOf(change.read, vendorId)
    return answers.map(({ point, answer, text }) => {
      const before = held.get(point)
      const evidenceIds = before?.evidenceIds ?? []
      const values = { ...taken, vendorId, pointId: point, answer, text, takenOn: change.today, evidenceIds }
      return writeAnswer(change, before, values)
    })
  })
}

/** One a vendor and question: what is there is changed. */
function writeAnswer(change: Change, held: Answer | undefined, values: NewRecord<'vendorAnswer'>): Answer {
  const vendor = change.get('vendor', values.vendorId)
  if (vendor.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'vendor', id: vendor.code })
  if (held === undefined) assertKnown(change, values.pointId)
  const answer = held === undefined ? change.add('vendorAnswer', values) : change.update('vendorAnswer', held, values)
  assertRules(change, 'vendorAnswer', answer)
  return answer
}

function assertKnown(change: Change, pointId: string): void {
  const { question } = wordsOf(pointId, checkPointsOf(change))
  if (question === null) throw new Problem('QUESTION_UNKNOWN', { id: pointId })
}

function checkPointsOf(change: Change): readonly RecordOf<'checkPoint'>[] {
  return [...recordTables.checkPoint.all(change.read)]
}
