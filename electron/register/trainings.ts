/** Training by role: what is required of whom, and completions, which are recorded for many people at once. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { validUntilOf } from '#shared/domain/training.ts'
import { assertNotAhead } from './due-day.ts'
import { assertPeriod, assertRules } from './record-rules.ts'
import { updateRecord, type UpdateInput, type Withdrawal, withdrawRecord } from './records.ts'
import type { Change, NewRecord } from './store/change.ts'
import type { Register } from './store/register-file.ts'

export type TrainingInput = Partial<NewRecord<'training'>> & Pick<NewRecord<'training'>, 'name'>

const emptyTraining: Omit<NewRecord<'training'>, 'name'> = {
  description: { ja: null, en: null },
  policyId: null,
  ownerPostId: null,
  postKinds: [],
  roles: [],
  postIds: [],
  unitIds: [],
  personIds: [],
  cycleMonths: null,
  from: null,
  to: null,
  notes: null,
}

export function createTraining(register: Register, input: TrainingInput): RecordOf<'training'> {
  return register.change({ operation: 'training.create' }, (change) => createTrainingIn(change, input))
}

export function createTrainingIn(change: Change, input: TrainingInput): RecordOf<'training'> {
  const training = change.add('training', { ...emptyTraining, ...input })
  assertRules(change, 'training', training)
  return training
}

export function updateTraining(register: Register, input: UpdateInput<'training'>): RecordOf<'training'> {
  return updateRecord(register, 'training', input)
}

export interface CompletionsInput {
  readonly trainingId: string
  readonly people: readonly { readonly personId: string; readonly on: Day }[]
  /** Null: by the cycle of the training. */
  readonly validUntil: Day | null
  readonly reference: string | null
}

/**
 * That people have done a training, each on a day: one transaction, one undo. What a person has on record of the same day
 * already is not recorded twice.
 */
export function recordCompletions(
  register: Register,
  input: CompletionsInput,
): readonly RecordOf<'trainingCompletion'>[] {
  return register.change({ operation: 'training.recordCompletions' }, (change) => {
    const training = change.get('training', input.trainingId)
    if (training.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'training', id: training.id })
    const known = new Set(
      (
        change.read
          .prepare(
            `SELECT person_id || ' ' || "on" AS "key" FROM training_completion WHERE training_id = ? AND withdrawn_on IS NULL`,
          )
          .all(training.id) as { key: string }[]
      ).map(({ key }) => key),
    )
    const made: RecordOf<'trainingCompletion'>[] = []
    for (const { personId, on } of input.people) {
      const person = change.get('person', personId)
      if (person.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'person', id: person.id })
      assertNotAhead('trainingCompletion', 'on', { on, today: change.today })
      const validUntil = input.validUntil ?? validUntilOf(training, on)
      assertPeriod(on, validUntil)
      const key = `${personId} ${on}`
      if (known.has(key)) continue
      known.add(key)
      const { reference } = input
      made.push(change.add('trainingCompletion', { trainingId: training.id, personId, on, validUntil, reference }))
    }
    return made
  })
}

export function withdrawCompletion(register: Register, input: Withdrawal): RecordOf<'trainingCompletion'> {
  return withdrawRecord(register, 'trainingCompletion', input)
}
