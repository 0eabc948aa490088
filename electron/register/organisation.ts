/** What the organisation decides for the whole register: its own data, scale, appetite and thresholds, each with its time. */
import { addDays, type Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { hasBandsBetween } from '#shared/domain/scoring.ts'
import { noText } from '#shared/domain/text.ts'
import type { Change, NewRecord } from './store/change.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { updateRecord, type UpdateInput } from './records.ts'

export function updateOrganisation(register: Register, input: UpdateInput<'organisation'>): RecordOf<'organisation'> {
  return updateRecord(register, 'organisation', input)
}

/**
 * The row in force before `from` ends the day before it; the new row begins. A row from the same day is replaced by withdrawal. Gives
 * the row that was followed.
 */
function supersede<N extends 'scale' | 'appetite' | 'threshold'>(
  change: Change,
  noun: N,
  from: Day,
  same: (row: RecordOf<N>) => boolean,
): RecordOf<N> | null {
  const rows = [...recordTables[noun].all(change.read)] as unknown as RecordOf<N>[]
  let followed: RecordOf<N> | null = null
  for (const row of rows) {
    if (row.withdrawn !== null || !same(row)) continue
    if (followed === null || row.from >= followed.from) followed = row
    if (row.from > from) throw new Problem('PERIOD_OVERLAPS', { from: row.from, to: row.to })
    if (row.from === from)
      change.update(noun, row, { withdrawn: { on: change.today, reason: 'superseded on the same day' } } as Partial<
        RecordOf<N>
      >)
    else if (row.to === null || row.to >= from)
      change.update(noun, row, { to: addDays(from, -1) } as Partial<RecordOf<N>>)
  }
  return followed
}

/**
 * A new scale and band table in force from a day. Assessments made before keep the scale that they were made under. INVALID where a
 * step of one grade leads from the lowest band to the highest; a scale that was set before there was this rule stands.
 */
export function setScale(register: Register, input: NewRecord<'scale'>): RecordOf<'scale'> {
  return register.change({ operation: 'scale.set' }, (change) => {
    if (!hasBandsBetween(input.bandTable))
      throw new Problem('INVALID', { noun: 'scale', field: 'bandTable', issue: 'BAND_TABLE_LEAPS' })
    supersede(change, 'scale', input.from, () => true)
    return change.add('scale', input)
  })
}

type Kept<N extends 'appetite' | 'threshold', Name extends keyof NewRecord<N>> = Omit<NewRecord<N>, Name> &
  Partial<Pick<NewRecord<N>, Name>>
/** What is left out stays as it was. */
export type AppetiteInput = Kept<'appetite', 'level' | 'reviewOn'>
export type ThresholdInput = Kept<'threshold', 'ownerPostId' | 'escalation'>

/** A category's appetite and tolerance from a day. INVALID where the tolerance lies below the appetite. */
export function setAppetite(register: Register, input: AppetiteInput): RecordOf<'appetite'> {
  return register.change({ operation: 'appetite.set' }, (change) => {
    const order = ['low', 'moderate', 'high', 'severe']
    if (order.indexOf(input.tolerance) < order.indexOf(input.appetite))
      throw new Problem('INVALID', { noun: 'appetite', field: 'tolerance', issue: 'TOLERANCE_BELOW_APPETITE' })
    const before = supersede(change, 'appetite', input.from, (row) => row.category === input.category)
    return change.add('appetite', { level: before?.level ?? null, reviewOn: before?.reviewOn ?? null, ...input })
  })
}

/** A figure's limits from a day. */
export function setThreshold(register: Register, input: ThresholdInput): RecordOf<'threshold'> {
  return register.change({ operation: 'threshold.set' }, (change) => {
    const before = supersede(change, 'threshold', input.from, (row) => row.kri === input.kri)
    return change.add('threshold', {
      ownerPostId: before?.ownerPostId ?? null,
      escalation: before?.escalation ?? noText,
      ...input,
    })
  })
}
