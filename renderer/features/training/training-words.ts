/** How a group of people and the way in which somebody stands are called. */
import type { Words } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { RequiredPerson, TrainingGroup } from '#shared/domain/metrics/training-figures.ts'

export function groupName(words: Words, labels: Labels, { kind, key }: Pick<TrainingGroup, 'kind' | 'key'>): string {
  switch (kind) {
    case 'postKind':
      return words.value('postKind', key)
    case 'role':
      return words.value('assignmentRole', key)
    case 'people':
      return words.t('training.byName')
    default:
      return words.label(labels, key)
  }
}

export interface Tally {
  readonly required: number
  readonly done: number
  readonly expired: readonly RequiredPerson[]
  readonly missing: readonly RequiredPerson[]
}

export function tallyOf(people: readonly RequiredPerson[]): Tally {
  const expired = people.filter(({ state }) => state === 'expired')
  const missing = people.filter(({ state }) => state === 'missing')
  return { required: people.length, done: people.length - expired.length - missing.length, expired, missing }
}
