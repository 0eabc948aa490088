/** Days ahead on which something ends or is due. */
import { useOpenList } from '#renderer/records/open-list.ts'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import type { NearDate } from '#shared/domain/near-dates.ts'

export function NearDatesSheet({ dates }: { readonly dates: readonly NearDate[] }) {
  const { t } = useWords()
  const say = useSay()
  const openList = useOpenList()
  return (
    <section className="sheet block">
      <h2>{t('overview.nearDates')}</h2>
      {dates.length === 0 ? (
        <p className="block-none">{t('overview.nearDatesNone')}</p>
      ) : (
        <ul className="lines">
          {dates.map(({ on, kind, what, target }) => (
            <li key={`${on} ${kind}`} data-print="row">
              <span className="figures line-day">{on}</span>
              {target === null ? (
                <span className="line-text">{say(what)}</span>
              ) : (
                <button
                  type="button"
                  className="line-text plain-link"
                  onClick={() => openList(target.noun, target.codes, say(what))}
                >
                  {say(what)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
