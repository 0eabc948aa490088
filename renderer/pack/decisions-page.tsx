/** What must be decided today, and what came of what was decided before? */
import type { CSSProperties, ReactNode } from 'react'
import './decisions-page.css'
import { outcomesOf } from '#shared/domain/decision/decision.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import type {
  BreachRow,
  Capped,
  DecisionCard,
  DecisionsPage,
  EarlierDecisionRow,
  Figure,
} from '#shared/pack-model/pages.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Code, LinkedText } from './behind.tsx'
import { WordMark } from './pack-marks.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { Head, Name, usePackWords } from './pack-words.tsx'

export function DecisionsContent({ page }: { page: DecisionsPage }) {
  return (
    <>
      <Asked figure={page.cards} />
      <div className="pack-columns board-lower">
        <Earlier figure={page.earlier} />
        <Breaches figure={page.breaches} />
      </div>
    </>
  )
}

/** How many lines of a card are printed: five of them share a page with what was decided before. Its whole is in the CSV. */
const linesOf = [9, 9, 8, 5, 4, 3] as const

function Asked({ figure }: { figure: Figure<Capped<DecisionCard>> }) {
  const { say, language } = usePackWords()
  const { rows } = figure.data
  const lines = linesOf[rows.length] ?? 3
  const style = {
    '--board-lines': lines,
    '--board-half': Math.max(1, Math.floor(lines / 2)),
    '--board-few': lines > 4 ? 2 : 1,
  } as CSSProperties
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        rows.length === 0 ? (
          <NoRows>{figure.empty === null ? '' : say(figure.empty)}</NoRows>
        ) : (
          <table className="pack-table pack-fixed board-asked" aria-labelledby={titleId} style={style}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 84 }}>
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="paper.column.ask" />
                </th>
                <th scope="col" style={{ width: 190 }}>
                  <Head of="paper.column.options" />
                </th>
                <th scope="col" style={{ width: 196 }}>
                  <Head of="paper.column.recommendation" />
                </th>
                <th scope="col" style={{ width: 130 }}>
                  <Head of="paper.column.ownerAndDay" />
                </th>
                <th scope="col" style={{ width: language === 'ja' ? 132 : 168 }}>
                  <Head of="paper.column.outcome" />
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((card) => (
                <Card key={card.code} card={card} />
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function Card({ card }: { card: DecisionCard }) {
  const { t } = usePackWords()
  return (
    <tr>
      <td className="pack-code">
        <Code of={card.code} />
        <span className="pack-small pack-line">{t(`value.decisionKind.${card.kind}`)}</span>
        {card.deferrals > 0 && (
          <span className="pack-small pack-line">{t('paper.askedAgain', { count: card.deferrals })}</span>
        )}
      </td>
      <th scope="row">
        <span className="board-clamp board-few pack-strong">
          <Name of={card.name} />
        </span>
        <Lines>
          <Text of={card.ask} />
        </Lines>
      </th>
      <td>
        {card.options.length === 0 ? (
          <span className="pack-second">{t('paper.noOptions')}</span>
        ) : (
          <Lines>
            {card.options.map((option, index) => (
              <span key={index} className="pack-line">
                <b>{cutText(option.label)}</b>
                {option.consequence !== '' && t('paper.optionConsequence', { text: cutText(option.consequence) })}
              </span>
            ))}
          </Lines>
        )}
      </td>
      <td>
        <Lines half>
          <Text of={card.recommendation} />
        </Lines>
        <Lines half>
          <span className="pack-second">{t('paper.ifDelayed')}</span> <Text of={card.delayConsequence} />
        </Lines>
      </td>
      <td>
        <span className="board-clamp board-few">
          {card.person !== null || card.post !== null ? (
            <Name of={card.person ?? card.post ?? { ja: null, en: null }} />
          ) : (
            <Unknown word={t('executiveState.unregistered')} />
          )}
        </span>
        <span className="pack-line">
          {card.dueOn === null
            ? card.kind !== 'report' && <Unknown word={t('paper.noDueDay')} />
            : t('paper.dueBy', { day: card.dueOn })}
        </span>
        {card.codes.length > 0 && (
          <span className="pack-small board-clamp board-few">
            <LinkedText text={card.codes.slice(0, 12).join(t('paper.partGap'))} plain />
          </span>
        )}
      </td>
      <td>
        <Boxes card={card} />
      </td>
    </tr>
  )
}

/** Squares to mark by hand, and a line for words: the outcome is recorded after the meeting. */
function Boxes({ card }: { card: DecisionCard }) {
  const { t } = usePackWords()
  const outcomes = outcomesOf(card.kind).filter((each) => each !== 'option' || card.options.length > 0)
  return (
    <div className="board-boxes" data-across={outcomes.length > 3}>
      {outcomes.map((each) => (
        <span key={each}>
          <svg className="board-box" width={10} height={10} aria-hidden="true">
            <rect x={0.5} y={0.5} width={9} height={9} fill="none" stroke="currentColor" />
          </svg>
          {t(`paper.outcome.${each}`)}
        </span>
      ))}
    </div>
  )
}

function Lines({ half = false, children }: { half?: boolean; children: ReactNode }) {
  return <span className={half ? 'board-clamp board-half' : 'board-clamp'}>{children}</span>
}

const longestText = 600

function cutText(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`
}

/** A text of the register in the pack's language, else in the one that it has. */
function Text({ of }: { of: Bilingual }) {
  const { t, language } = usePackWords()
  const own = of[language]
  if (own !== null && own !== '') return <span>{cutText(own)}</span>
  const other = language === 'ja' ? 'en' : 'ja'
  const text = of[other]
  if (text === null || text === '') return <span className="pack-second">{t('paper.notRecorded')}</span>
  return <span lang={other}>{cutText(text)}</span>
}

function Earlier({ figure }: { figure: Figure<Capped<EarlierDecisionRow>> }) {
  const { t, say, language } = usePackWords()
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>{figure.empty === null ? '' : say(figure.empty)}</NoRows>
        ) : (
          <table className="pack-table pack-fixed pack-close" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="paper.column.decision" />
                </th>
                <th scope="col" style={{ width: language === 'ja' ? 140 : 138 }}>
                  <Head of="paper.column.outcome" />
                </th>
                <th scope="col" style={{ width: 92 }}>
                  <Head of="paper.column.owner" />
                </th>
                <th scope="col" style={{ width: 84 }}>
                  <Head of="paper.column.dueOn" />
                </th>
                <th scope="col" style={{ width: 142 }}>
                  <Head of="paper.column.followThrough" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-code">
                    <Code of={row.code} />
                  </td>
                  <th scope="row">
                    <span className="pack-clamp pack-clamp-one">
                      <Name of={row.name} />
                    </span>
                  </th>
                  <td>
                    <span className="pack-clamp pack-clamp-one">
                      {row.outcome === null ? t('paper.notDecided') : t(`paper.outcome.${row.outcome}`)}{' '}
                      <span className="pack-small">{row.decidedOn}</span>
                    </span>
                  </td>
                  <td>
                    <span className="pack-clamp pack-clamp-one">
                      {row.person ? <Name of={row.person} /> : t('paper.notRecorded')}
                    </span>
                  </td>
                  <td className="pack-whole">
                    {row.dueOn ?? t(row.kind === 'report' ? 'paper.noDayNeeded' : 'paper.noDueDay')}
                  </td>
                  <td>
                    <Standing row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function Standing({ row }: { row: EarlierDecisionRow }) {
  const { t } = usePackWords()
  const word = t(`value.decisionStanding.${row.standing}`)
  switch (row.standing) {
    case 'late':
      return <StatusMark status="breach" word={t('paper.lateBy', { count: row.daysLate ?? 0 })} />
    case 'unrecorded':
      return <Unknown word={word} />
    case 'implemented':
      return <StatusMark status="within" word={t('paper.carriedOut', { day: row.implementedOn ?? '' })} />
    default:
      return word
  }
}

function Breaches({ figure }: { figure: Figure<Capped<BreachRow>> }) {
  const { t, say } = usePackWords()
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>{figure.empty === null ? '' : say(figure.empty)}</NoRows>
        ) : (
          <table className="pack-table pack-fixed pack-close" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">
                  <Head of="paper.column.kri" />
                </th>
                <th scope="col" style={{ width: 118 }}>
                  <Head of="paper.column.answeredBy" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <span className="pack-clamp pack-clamp-one">
                      {row.id} {say(row.title)}
                    </span>
                  </th>
                  <td>
                    {row.code === null || row.answer === 'open' ? (
                      <WordMark status="breach" of="paper.breachOpen" />
                    ) : (
                      <>
                        <Code of={row.code} />{' '}
                        <span className="pack-small">{t(`paper.breachAnswer.${row.answer}`)}</span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}
