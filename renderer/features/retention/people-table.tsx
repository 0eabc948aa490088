/** People, with how each stands to the rules and holds, and what still names them. */
import { Link } from 'wouter'
import { recordPath } from '#renderer/records/noun-path.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import { type Status, StatusMark } from '#renderer/ui/status-mark.tsx'
import type { RetentionPicture } from '#shared/contract/retention.ts'
import type { RetainedPerson, RetentionStanding } from '#shared/domain/retention/retention-on.ts'

interface Props {
  readonly picture: RetentionPicture
  readonly mayChange: boolean
  readonly onRedact: (person: RetainedPerson) => void
}

const marks: Readonly<Record<RetentionStanding, Status>> = {
  back: 'breach',
  due: 'warning',
  held: 'unjudged',
  named: 'within',
  running: 'within',
  noEnd: 'no_data',
  noRule: 'no_data',
  redacted: 'na',
}

/** The first few say whom to ask; the record of the person has them all. */
const tiesShown = 3

export function PeopleTable({ picture, mayChange, onRedact }: Props) {
  const words = useWords()
  const { t } = words
  const matterOf = new Map(picture.holds.map(({ id, matter }) => [id, matter]))
  return (
    <div className="table-scroll">
      <table className="plain-table ruled-table">
        <caption className="visually-hidden">{t('retention.people')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.one('person')}</th>
            <th scope="col">{t('retention.standingHead')}</th>
            <th scope="col">{t('retention.lastOn')}</th>
            <th scope="col">{t('retention.dueOn')}</th>
            <th scope="col">{t('retention.keptBy')}</th>
            {mayChange && (
              <th scope="col">
                <span className="visually-hidden">{t('retention.redactHead')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {picture.people.map(({ person, standing, lastOn, dueOn, blocks, holdIds }) => {
            const name = words.name(person.name)
            return (
              <tr key={person.id}>
                <th scope="row" className="retention-person">
                  <Link href={recordPath('person', person.id)} className="link">
                    <span className="code">{person.code}</span> {name}
                  </Link>
                </th>
                <td>
                  <StatusMark status={marks[standing]} word={t(`retention.standing.${standing}`)} />
                </td>
                <td className="figures">{lastOn ?? ''}</td>
                <td className="figures">{dueOn ?? ''}</td>
                <td>
                  {(blocks.length > 0 || holdIds.length > 0) && (
                    <ul className="retention-ties">
                      {holdIds.map((id) => (
                        <li key={id}>{t('retention.byHold', { matter: matterOf.get(id) ?? '' })}</li>
                      ))}
                      {blocks.slice(0, tiesShown).map(({ noun, id, until }) => (
                        <li key={`${noun} ${id}`}>
                          {words.one(noun)}{' '}
                          {picture.labels[id] !== undefined && <RecordLink id={id} labels={picture.labels} />}
                          {until !== null && <span className="muted"> {t('retention.until', { day: until })}</span>}
                        </li>
                      ))}
                      {blocks.length > tiesShown && (
                        <li className="muted">{t('retention.moreTies', { count: blocks.length - tiesShown })}</li>
                      )}
                    </ul>
                  )}
                </td>
                {mayChange && (
                  <td className="retention-verbs">
                    <button
                      type="button"
                      className="text-button"
                      aria-label={t('retention.redactOf', { name })}
                      onClick={() => onRedact(person)}
                    >
                      {t(standing === 'redacted' ? 'retention.redactMore' : 'retention.redact')}
                    </button>
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
