/** Who has to have done which training on a day, and the people whom a pasted list names. */
import type { FoundPerson, TrainingPicture } from '#shared/contract/oversight.ts'
import type { Labels } from '#shared/contract/base.ts'
import { parseDay } from '#shared/domain/calendar-date.ts'
import { trainingsOn } from '#shared/domain/metrics/training-figures.ts'
import { derivedOn } from './derived.ts'
import { LabelCollector } from './labels.ts'
import { RecordNames } from './record-names.ts'
import type { Register } from './store/register-file.ts'

export function trainingPicture(
  register: Register,
  input: { readonly day: string | null; readonly trainingId: string | null },
): TrainingPicture {
  const day = input.day ?? register.today()
  const standings = trainingsOn(derivedOn(register, day).on).filter(
    ({ training }) => input.trainingId === null || training.id === input.trainingId,
  )
  const labels = new LabelCollector()
  for (const { training, groups, people } of standings) {
    labels.add(training.id, training.ownerPostId, ...people.map(({ personId }) => personId))
    labels.add(...groups.filter(({ kind }) => kind === 'post' || kind === 'unit').map(({ key }) => key))
  }
  return {
    day,
    trainings: standings.map(({ training, groups, people }) => ({
      id: training.id,
      code: training.code,
      groups,
      people,
    })),
    labels: labels.labels(register.read),
  }
}

/** One person a line, with a day behind a tab or comma where the list has one. */
export function readPeople(
  register: Register,
  text: string,
): { readonly found: readonly FoundPerson[]; readonly labels: Labels } {
  const names = new RecordNames(register.read)
  const labels = new LabelCollector()
  const found = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): FoundPerson => {
      const [word = '', written = ''] = line.split(/[\t,，、]/).map((part) => part.trim())
      const on = written === '' ? null : parseDay(written)
      const ids = names.find('person', word)
      const problem =
        written !== '' && on === null ? 'bad_day' : ids.length === 0 ? 'nobody' : ids.length > 1 ? 'several' : null
      const personId = problem === null ? (ids[0] ?? null) : null
      labels.add(personId)
      return { line, personId, on, problem }
    })
  return { found, labels: labels.labels(register.read) }
}
