/** De-identifications, and who tried whether people can be told from the data all the same. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { assertRules } from '../record-rules.ts'
import { updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'

export type DeidentificationInput = Partial<NewRecord<'deidentification'>> &
  Pick<NewRecord<'deidentification'>, 'name' | 'systemId' | 'technique'>

const emptyDeidentification: Omit<NewRecord<'deidentification'>, 'name' | 'systemId' | 'technique'> = {
  useId: null,
  parameters: null,
  doneOn: null,
  testerId: null,
  testedBy: null,
  testMethod: null,
  testedOn: null,
  residual: 'unknown',
  residualText: null,
  evidenceIds: [],
  notes: null,
}

export function createDeidentification(register: Register, input: DeidentificationInput): RecordOf<'deidentification'> {
  return register.change({ operation: 'deidentification.create' }, (change) => createDeidentificationIn(change, input))
}

export function createDeidentificationIn(change: Change, input: DeidentificationInput): RecordOf<'deidentification'> {
  const record = change.add('deidentification', { ...emptyDeidentification, ...input })
  assertRules(change, 'deidentification', record)
  return record
}

export function updateDeidentification(
  register: Register,
  input: UpdateInput<'deidentification'>,
): RecordOf<'deidentification'> {
  return updateRecord(register, 'deidentification', input)
}
