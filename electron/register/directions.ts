/** Directions of the board: recorded and changed like any record, both sides in the same form. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { noText } from '#shared/domain/text.ts'
import { updateRecord, type UpdateInput } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'

export type DirectionInput = Partial<NewRecord<'direction'>> & Pick<NewRecord<'direction'>, 'name' | 'side' | 'item'>

export const emptyDirection: Omit<NewRecord<'direction'>, 'name' | 'side' | 'item'> = {
  instruction: noText,
  givenOn: null,
  givenByPostId: null,
  givenByPersonId: null,
  reference: null,
  toPostId: null,
  toPersonId: null,
  reportDueOn: null,
  reportedOn: null,
  report: noText,
  maturity: null,
  maturityOn: null,
  grounds: noText,
  nextReviewOn: null,
  notes: null,
}

export function createDirection(register: Register, input: DirectionInput): RecordOf<'direction'> {
  return register.change({ operation: 'direction.create' }, (change) => createDirectionIn(change, input))
}

export function createDirectionIn(change: Change, input: DirectionInput): RecordOf<'direction'> {
  return change.add('direction', { ...emptyDirection, ...input })
}

export function updateDirection(register: Register, input: UpdateInput<'direction'>): RecordOf<'direction'> {
  return updateRecord(register, 'direction', input)
}
