/** One figure as a record: how it is counted, its parts, every version of its limits, and the records behind it. */
import { useOpenList } from '#renderer/records/open-list.ts'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import type { FigureBook, FigureEntry } from '#shared/contract/overview.ts'
import { holdsOn } from '#shared/domain/calendar-date.ts'
import { isApproved, kriDefinitions } from '#shared/domain/metrics/kri-result.ts'
import { limitStatement, partStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { codesByNoun } from '#shared/domain/nouns.ts'

interface Props {
  readonly figure: FigureEntry
  readonly book: FigureBook
}

export function FigureDetails({ figure, book }: Props) {
  const words = useWords()
  const { t } = words
  const say = useSay()
  const { unit, direction, formula } = kriDefinitions[figure.id]
  const now = figure.limits.find((row) => holdsOn(row, book.asOf)) ?? null
  const parts = Object.entries(figure.parts)
  const facts: readonly (readonly [string, string])[] = [
    [t('figure.formula', { version: formula }), t(`kri.${figure.id}.formula`)],
    [t('figure.limitation'), t(`kri.${figure.id}.limitation`)],
    [t('figure.unit'), t(`app.unit.${unit}`)],
    [t('app.betterWhen'), t(direction === 'higher' ? 'app.higher' : 'app.lower')],
    [
      words.field('threshold', 'ownerPostId'),
      now?.ownerPostId == null ? t('app.notDecided') : words.label(book.labels, now.ownerPostId),
    ],
    [words.field('threshold', 'escalation'), (now && words.name(now.escalation)) || t('app.notDecided')],
  ]
  return (
    <div className="figure-details">
      <dl className="figure-facts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
        {parts.length > 0 && (
          <div>
            <dt>{t('figure.parts')}</dt>
            <dd className="figure-parts">
              {parts.map(([name, value]) => (
                <span key={name}>
                  {t(`kri.part.${name}`)}{' '}
                  <b className="figures">{value === null ? '–' : say(partStatement(name, value))}</b>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <div>
        <Behind figure={figure} />
        <Versions figure={figure} book={book} />
        <Course figure={figure} />
      </div>
    </div>
  )
}

/** "Which ones?" */
function Behind({ figure }: Pick<Props, 'figure'>) {
  const { t } = useWords()
  const openList = useOpenList()
  const behind = codesByNoun(figure.contributing)
  return (
    <section>
      <h3>{t('figure.behind')}</h3>
      {behind.length === 0 ? (
        <p className="muted">{t('figure.noneBehind')}</p>
      ) : (
        <p className="figure-behind">
          {behind.map(([noun, codes]) => (
            <button
              key={noun}
              type="button"
              className="text-button"
              onClick={() => openList(noun, codes, t(`kri.${figure.id}.title`))}
            >
              {t('figure.openBehind', { noun: t(`noun.${noun}.many`), count: codes.length })}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}

function Versions({ figure, book }: Props) {
  const words = useWords()
  const { t } = words
  const say = useSay()
  const { unit } = kriDefinitions[figure.id]
  return (
    <section>
      <h3>{t('figure.versions')}</h3>
      {figure.limits.length === 0 ? (
        <p className="muted">{t(figure.threshold === null ? 'app.noLimitSet' : 'figure.default')}</p>
      ) : (
        <table className="plain-table figure-versions">
          <thead>
            <tr>
              <th scope="col">{words.field('threshold', 'from')}</th>
              <th scope="col">{words.field('threshold', 'appetite')}</th>
              <th scope="col">{words.field('threshold', 'tolerance')}</th>
              <th scope="col">{t('app.approval')}</th>
            </tr>
          </thead>
          <tbody>
            {figure.limits.map((row) => (
              <tr key={row.id}>
                <td className="figures">
                  {row.from}
                  {row.to !== null && ` – ${row.to}`}
                </td>
                <td className="figures">{say(limitStatement(unit, row.appetite))}</td>
                <td className="figures">{say(limitStatement(unit, row.tolerance))}</td>
                <td>
                  {isApproved(row, book.asOf) && row.approverPersonId !== null ? (
                    <>
                      {words.label(book.labels, row.approverPersonId)} <span className="figures">{row.approvedOn}</span>
                    </>
                  ) : (
                    <span className="provisional">{t('app.provisional')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** The value in each of the last packs, with the appetite of its own day. */
function Course({ figure }: Pick<Props, 'figure'>) {
  const { t } = useWords()
  const say = useSay()
  const { unit } = kriDefinitions[figure.id]
  return (
    <section>
      <h3>{t('figure.course')}</h3>
      <ul className="figure-course">
        {figure.history.map(({ code, asOf, value, appetite }) => {
          const said = valueStatement({ id: figure.id, unit, value, threshold: null })
          return (
            <li key={asOf}>
              <span className="figures">{asOf}</span> {code ?? t('figure.today')}{' '}
              <b className="figures">{said === null ? '–' : say(said)}</b>{' '}
              {appetite !== null && (
                <span className="muted">
                  {t('figure.appetiteThen', { appetite: say(limitStatement(unit, appetite)) })}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
