/** The points and questions that a company adds, or with which it rewords and weighs one of ours. */
import { type Day, holdsOn } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { assertRules } from '../record-rules.ts'
import { updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

export type CheckPointInput = Partial<NewRecord<'checkPoint'>> &
  Pick<NewRecord<'checkPoint'>, 'name' | 'subject' | 'element' | 'head' | 'weight'>

const emptyCheckPoint: Omit<NewRecord<'checkPoint'>, 'name' | 'subject' | 'element' | 'head' | 'weight'> = {
  replaces: null,
  types: [],
  matter: null,
  sectors: [],
  from: null,
  to: null,
  notes: null,
}

export function createCheckPoint(register: Register, input: CheckPointInput): RecordOf<'checkPoint'> {
  return register.change({ operation: 'checkPoint.create' }, (change) => createCheckPointIn(change, input))
}

export function createCheckPointIn(change: Change, input: CheckPointInput): RecordOf<'checkPoint'> {
  const point = change.add('checkPoint', { ...emptyCheckPoint, ...input })
  assertRules(change, 'checkPoint', point)
  return point
}

export function updateCheckPoint(register: Register, input: UpdateInput<'checkPoint'>): RecordOf<'checkPoint'> {
  return updateRecord(register, 'checkPoint', input)
}

/** The company's points and wordings for contracts that hold on a day. */
export function checkPointsInForce(register: Register, day: Day): readonly RecordOf<'checkPoint'>[] {
  return [...recordTables.checkPoint.all(register.read)].filter(
    (point) => point.subject === 'contract' && point.withdrawn === null && holdsOn(point, day),
  )
}
