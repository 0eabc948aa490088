/** Of one training: by role how many have done it, of how many, and who has not. n of N everywhere. */
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { RequiredPerson, TrainingGroup } from '#shared/domain/metrics/training-figures.ts'
import { groupName, tallyOf } from './training-words.ts'
import './training.css'

interface Props {
  readonly groups: readonly TrainingGroup[]
  readonly people: readonly RequiredPerson[]
  readonly labels: Labels
  readonly caption: string
}

export function TrainingGroups({ groups, people, labels, caption }: Props) {
  const words = useWords()
  const { t } = words
  if (groups.length === 0) return <p className="muted">{t('training.nobodyRequired')}</p>
  return (
    <table className="plain-table training-groups" aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{t('training.column.role')}</th>
          <th scope="col">{t('training.column.done')}</th>
          <th scope="col">{t('training.column.expired')}</th>
          <th scope="col">{t('training.column.missing')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Row
            key={`${group.kind} ${group.key}`}
            name={groupName(words, labels, group)}
            people={group.people}
            labels={labels}
          />
        ))}
        {groups.length > 1 && <Row name={t('training.all')} people={people} labels={null} />}
      </tbody>
    </table>
  )
}

/** The sum over all groups names nobody again. */
function Row({
  name,
  people,
  labels,
}: {
  readonly name: string
  readonly people: readonly RequiredPerson[]
  readonly labels: Labels | null
}) {
  const { t } = useWords()
  const { required, done, expired, missing } = tallyOf(people)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="figures">
        {required === 0 ? (
          <span className="muted">{t('training.nobody')}</span>
        ) : (
          <>
            <b>
              {done}/{required}
            </b>{' '}
            {done === required && <span className="muted">{t('training.complete')}</span>}
          </>
        )}
      </td>
      <td>
        <Those people={expired} labels={labels} of={required} />
      </td>
      <td>
        <Those people={missing} labels={labels} of={required} />
      </td>
    </tr>
  )
}

const namedAtOnce = 5

function Those({
  people,
  labels,
  of,
}: {
  readonly people: readonly RequiredPerson[]
  readonly labels: Labels | null
  readonly of: number
}) {
  const { t } = useWords()
  if (of === 0) return null
  const count = (
    <span className="figures">
      {people.length}/{of}
    </span>
  )
  if (people.length === 0) return <span className="muted">{count}</span>
  if (labels === null) return count
  const list = (
    <ul className="training-people">
      {people.map(({ personId, validUntil }) => (
        <li key={personId}>
          <RecordLink id={personId} labels={labels} />
          {validUntil !== null && <StatusMark status="breach" word={t('training.ranOut', { day: validUntil })} />}
        </li>
      ))}
    </ul>
  )
  return people.length <= namedAtOnce ? (
    <>
      {count}
      {list}
    </>
  ) : (
    <details>
      <summary>{count}</summary>
      {list}
    </details>
  )
}
