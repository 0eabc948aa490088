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
import { Code, LinkedText } from './behind.tsx'
import { WordMark, UnknownWord, SaidMark } from './pack-marks.tsx'
import { Empty, PackFigure } from './pack-figure.tsx'
import { Head, Name, usePackWords, Said, Second } from './pack-words.tsx'

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
  const { language } = usePackWords()
  const { rows } = figure.data
  const lines = linesOf[rows.length] ?? 3
  const style = {
    '--board-lines': lines,
    '--board-half': Math.max(1, Math.floor(lines / 2)),
    '--board-few': lines > 4 ? 2 : 1,
  } as CSSProperties
  return (
    <PackFigure figure={figure} more={figure.data.more} signs={<BoxesKey cards={rows} />}>
      {(titleId) =>
        rows.length === 0 ? (
          <Empty figure={figure} />
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
                <Card key={card.code} card={card} lines={lines} />
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

/** Each option begins a line of its own, so that none is cut off whole; those that the card has no line for are counted. */
function Options({ of, lines }: { of: DecisionCard['options']; lines: number }) {
  const { t } = usePackWords()
  const shown = of.length > lines ? of.slice(0, lines - 1) : of
  const style = { '--board-option': Math.max(1, Math.floor(lines / of.length)) } as CSSProperties
  return (
    <>
      {shown.map((option, index) => (
        <span key={index} className="board-clamp board-option" style={style}>
          <b>{cutText(option.label)}</b>
          {option.consequence !== '' && t('paper.optionConsequence', { text: cutText(option.consequence) })}
        </span>
      ))}
      {shown.length < of.length && (
        <span className="pack-second pack-line">
          <Said of={({ t }) => t('paper.moreOptions', { count: of.length - shown.length })} />
        </span>
      )}
    </>
  )
}

function Card({ card, lines }: { card: DecisionCard; lines: number }) {
  const { t } = usePackWords()
  return (
    <tr>
      <td className="pack-code">
        <Code of={card.code} />
        <span className="pack-small pack-line">
          <Head of={`value.decisionKind.${card.kind}`} />
        </span>
        {card.deferrals > 0 && (
          <span className="pack-small pack-line">
            <Said of={({ t }) => t('paper.askedAgain', { count: card.deferrals })} />
          </span>
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
          <span className="pack-second">
            <Head of="paper.noOptions" />
          </span>
        ) : (
          <Options of={card.options} lines={lines} />
        )}
      </td>
      <td>
        <Lines half>
          <Text of={card.recommendation} />
        </Lines>
        <Lines half>
          <span className="pack-second">
            <Head of="paper.ifDelayed" />
          </span>{' '}
          <Text of={card.delayConsequence} />
        </Lines>
      </td>
      <td>
        <span className="board-clamp board-few">
          {card.person !== null || card.post !== null ? (
            <Name of={card.person ?? card.post ?? { ja: null, en: null }} />
          ) : (
            <UnknownWord of="executiveState.unregistered" />
          )}
        </span>
        <span className="pack-line">
          {card.dueOn === null ? (
            card.kind !== 'report' && <UnknownWord of="paper.noDueDay" />
          ) : (
            <Said of={({ t }) => t('paper.dueBy', { day: card.dueOn ?? '' })} />
          )}
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

/** What the words beside the squares are in English: a cell has no room for both. */
function BoxesKey({ cards }: { cards: readonly DecisionCard[] }) {
  const { t } = usePackWords()
  const outcomes = new Set(cards.flatMap(({ kind }) => outcomesOf(kind)))
  return (
    <Second
      of={(words) =>
        [...outcomes]
          .map((each) => `${t(`paper.outcome.${each}`)} ${words.t(`paper.outcome.${each}`)}`)
          .join(words.t('paper.partGap'))
      }
    />
  )
}

/** Squares to mark by hand, and a line for words: the outcome is recorded after the meeting. */
function Boxes({ card }: { card: DecisionCard }) {
  const { t } = usePackWords()
  const outcomes = outcomesOf(card.kind).filter((each) => each !== 'option' || card.options.length > 0)
  return (
    <div className="board-boxes" data-said-in-key data-across={outcomes.length > 3}>
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
  const { language } = usePackWords()
  const own = of[language]
  if (own !== null && own !== '') return <span data-written>{cutText(own)}</span>
  const other = language === 'ja' ? 'en' : 'ja'
  const text = of[other]
  if (text === null || text === '')
    return (
      <span className="pack-second">
        <Head of="paper.notRecorded" />
      </span>
    )
  return <span lang={other}>{cutText(text)}</span>
}

function Earlier({ figure }: { figure: Figure<Capped<EarlierDecisionRow>> }) {
  const { language } = usePackWords()
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <Empty figure={figure} />
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
                    <Head of={row.outcome === null ? 'paper.notDecided' : `paper.outcome.${row.outcome}`} />{' '}
                    <span className="pack-small">{row.decidedOn}</span>
                  </td>
                  <td>
                    {row.person ? (
                      <span className="pack-clamp pack-clamp-one">
                        <Name of={row.person} />
                      </span>
                    ) : (
                      <Head of="paper.notRecorded" />
                    )}
                  </td>
                  <td className="pack-whole">
                    {row.dueOn ?? <Head of={row.kind === 'report' ? 'paper.noDayNeeded' : 'paper.noDueDay'} />}
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
  const word = `value.decisionStanding.${row.standing}`
  switch (row.standing) {
    case 'late':
      return <SaidMark status="breach" say={({ t }) => t('paper.lateBy', { count: row.daysLate ?? 0 })} />
    case 'unrecorded':
      return <UnknownWord of={word} />
    case 'implemented':
      return <SaidMark status="within" say={({ t }) => t('paper.carriedOut', { day: row.implementedOn ?? '' })} />
    default:
      return <Head of={word} />
  }
}

function Breaches({ figure }: { figure: Figure<Capped<BreachRow>> }) {
  const { say } = usePackWords()
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <Empty figure={figure} />
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
                    <Second of={(words) => words.say(row.title)} />
                  </th>
                  <td>
                    {row.code === null || row.answer === 'open' ? (
                      <WordMark status="breach" of="paper.breachOpen" />
                    ) : (
                      <>
                        <Code of={row.code} />{' '}
                        <span className="pack-small">
                          <Head of={`paper.breachAnswer.${row.answer}`} />
                        </span>
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
