/** Records of the other register that may be ours: a person says that they are the same, that they are not, or leaves them out. */
import { useWords } from '#renderer/records/words.ts'
import type { MergePicture } from '#shared/contract/merge.ts'
import type { MatchAnswer, MergeAnswers, MergeMatch } from '#shared/domain/merge/merge-plan.ts'

interface MatchListProps {
  readonly picture: MergePicture
  readonly isBusy: boolean
  readonly onAnswer: (answers: MergeAnswers['matches']) => void
}

export function MatchList({ picture, isBusy, onAnswer }: MatchListProps) {
  const words = useWords()
  const { t } = words
  const open = picture.matches.filter(({ answer }) => answer === null)
  if (picture.matchCount === 0) return null
  const all = (answerTo: (match: MergeMatch) => MatchAnswer) =>
    onAnswer(Object.fromEntries(open.map((match) => [match.theirId, answerTo(match)])))
  return (
    <section className="sheet form-section" aria-labelledby="merge-matches">
      <h2 id="merge-matches">
        {t('merge.matches')} <span className="muted figures">{picture.matchCount.toLocaleString('en')}</span>
      </h2>
      <p className="hint">{t('merge.matchHint')}</p>
      {open.length > 1 && (
        <p className="merge-bulk">
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => all(({ suggestions: [first] }) => (first === undefined ? 'new' : { same: first.id }))}
          >
            {t('merge.allSame', { count: open.length })}
          </button>{' '}
          <button type="button" className="button" disabled={isBusy} onClick={() => all(() => 'new')}>
            {t('merge.allNew', { count: open.length })}
          </button>
        </p>
      )}
      <div className="table-scroll">
        <table className="plain-table merge-table">
          <caption className="visually-hidden">{t('merge.matches')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('merge.noun')}</th>
              <th scope="col">{t('merge.theirs')}</th>
              <th scope="col">{t('merge.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {picture.matches.map((match) => (
              <MatchRow key={match.theirId} match={match} picture={picture} isBusy={isBusy} onAnswer={onAnswer} />
            ))}
          </tbody>
        </table>
      </div>
      {picture.matchCount > picture.matches.length && (
        <p className="hint">{t('merge.more', { count: picture.matchCount - picture.matches.length })}</p>
      )}
    </section>
  )
}

function MatchRow({ match, picture, isBusy, onAnswer }: MatchListProps & { readonly match: MergeMatch }) {
  const words = useWords()
  const { t } = words
  const { theirId, answer } = match
  const name = words.label(picture.theirs, theirId)
  const say = (given: MatchAnswer) => onAnswer({ [theirId]: given })
  const same = answer !== null && typeof answer !== 'string' ? answer.same : null
  return (
    <tr>
      <td>{words.one(match.noun)}</td>
      <th scope="row">
        <span className="code">{match.code}</span> {name}
      </th>
      <td>
        <ul className="merge-answers">
          {match.suggestions.map(({ id, reason }) => (
            <li key={id}>
              <button
                type="button"
                className="button"
                aria-pressed={same === id}
                disabled={isBusy}
                onClick={() => say({ same: id })}
              >
                {t('merge.isSame', { code: picture.ours[id]?.code ?? '', name: words.label(picture.ours, id) })}
              </button>{' '}
              <span className="muted">{t(`merge.reason.${reason}`)}</span>
            </li>
          ))}
          <li>
            <button
              type="button"
              className="button"
              aria-pressed={answer === 'new'}
              disabled={isBusy}
              onClick={() => say('new')}
            >
              {t('merge.isNew')}
            </button>{' '}
            <button
              type="button"
              className="button"
              aria-pressed={answer === 'leave_out'}
              disabled={isBusy}
              onClick={() => say('leave_out')}
            >
              {t('merge.leaveOut')}
            </button>
          </li>
        </ul>
      </td>
    </tr>
  )
}
