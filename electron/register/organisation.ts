/** What the organisation decides for the whole register: its own data, scale, appetite and thresholds, each with its time. */
import { addDays, type Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Change, NewRecord } from './store/change.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { updateRecord, type UpdateInput } from './records.ts'

export function updateOrganisation(register: Register, input: UpdateInput<'organisation'>): RecordOf<'organisation'> {
  return updateRecord(register, 'organisation', input)
}

/** The row in force before `from` ends the day before it; the new row begins. A row from the same day is replaced by withdrawal. */
function supersede<N extends 'scale' | 'appetite' | 'threshold'>(
  change: Change,
  noun: N,
  from: Day,
  same: (row: RecordOf<N>) => boolean,
): void {
  const rows = [...recordTables[noun].all(change.read)] as unknown as RecordOf<N>[]
  for (const row of rows) {
    if (row.withdrawn !== null || !same(row)) continue
    if (row.from > from) throw new Problem('PERIOD_OVERLAPS', { from: row.from, to: row.to })
    if (row.from === from)
      change.update(noun, row, { withdrawn: { on: change.today, reason: 'superseded on the same day' } } as Partial<
        RecordOf<N>
      >)
    else if (row.to === null || row.to >= from)
      change.update(noun, row, { to: addDays(from, -1) } as Partial<RecordOf<N>>)
  }
}

/** A new scale and band table in force from a day. Assessments made before keep the scale that they were made under. */
export function setScale(register: Register, input: NewRecord<'scale'>): RecordOf<'scale'> {
  return register.change({ operation: 'scale.set' }, (change) => {
    supersede(change, 'scale', input.from, () => true)
    return change.add('scale', input)
  })
}

/** A category's appetite and tolerance from a day. INVALID where the tolerance lies below the appetite. */
export function setAppetite(register: Register, input: NewRecord<'appetite'>): RecordOf<'appetite'> {
  return register.change({ operation: 'appetite.set' }, (change) => {
    const order = ['low', 'moderate', 'high', 'severe']
    if (order.indexOf(input.tolerance) < order.indexOf(input.appetite))
      throw new Problem('INVALID', { noun: 'appetite', field: 'tolerance', issue: 'TOLERANCE_BELOW_APPETITE' })
    supersede(change, 'appetite', input.from, (row) => row.category === input.category)
    return change.add('appetite', input)
  })
}

/** A figure's limits from a day. */
export function setThreshold(register: Register, input: NewRecord<'threshold'>): RecordOf<'threshold'> {
  return register.change({ operation: 'threshold.set' }, (change) => {
    supersede(change, 'threshold', input.from, (row) => row.kri === input.kri)
    return change.add('threshold', input)
  })
}
