/** Page 1: are we inside appetite, better or worse, and what runs out next? */
import {
  countStatement,
  type KriTile,
  limitsStatement,
  previousStatement,
  valueStatement,
} from '#shared/domain/metrics/kri-tile.ts'
import type {
  AheadRow,
  Capped,
  Figure,
  RiskRow,
  SinceLast,
  SummaryDecisions,
  SummaryPage,
} from '#shared/pack-model/pages.ts'
import { Sparkline } from '#renderer/charts/sparkline.tsx'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Code, LinkedText } from './behind.tsx'
import { Answering, KriStatusMark, LevelSteps, MovementWord, RiskStrip, SaidMark } from './pack-marks.tsx'
import { StripKey } from './mark-keys.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { runText } from './over-packs-words.tsx'
import { Head, Name, Sentences, usePackWords, Said, Second } from './pack-words.tsx'

export function SummaryContent({ page }: { page: SummaryPage }) {
  return (
    <>
      <div className={page.decisions === null ? '' : 'pack-columns summary-head'}>
        <p className="summary-status pack-second-words">
          <Sentences of={page.status} />
          <Second of={(words) => page.status.map(words.say).join(' ')} />
        </p>
        {page.decisions !== null && <Decisions decisions={page.decisions} />}
      </div>
      <Tiles figure={page.tiles} />
      <WorstFive figure={page.topRisks} first={page.sinceLast.first !== null} />
      <div className="pack-columns summary-foot">
        <Since since={page.sinceLast} />
        <Ahead figure={page.ahead} />
      </div>
    </>
  )
}

/** What is asked today, in three lines at most. */
function Decisions({ decisions }: { decisions: SummaryDecisions }) {
  return (
    <section className="summary-asked">
      <p>
        <b>
          <Said of={(words) => words.say(decisions.title)} />
        </b>
        {decisions.lines.length > 0 && decisions.note && (
          <span className="pack-second pack-second-words">
            {' '}
            <Said of={(words) => (decisions.note === null ? '' : words.say(decisions.note))} />
          </span>
        )}
      </p>
      {decisions.lines.map((line) => (
        <p key={line.code} className="pack-clamp pack-clamp-one">
          <Code of={line.code} />{' '}
          <span className="pack-second">
            <Head of={`value.decisionKind.${line.kind}`} />
          </span>{' '}
          <Name of={line.name} />
        </p>
      ))}
      {decisions.lines.length === 0 && decisions.note && (
        <p className="pack-second pack-second-words">
          <Said of={(words) => (decisions.note === null ? '' : words.say(decisions.note))} />
        </p>
      )}
    </section>
  )
}

function Ahead({ figure }: { figure: Figure<Capped<AheadRow>> }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.ahead" />
          </NoRows>
        ) : (
          <table className="pack-table summary-ahead" aria-labelledby={titleId}>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <th scope="row" className="pack-code">
                    <Code of={row.code} />
                  </th>
                  <td>
                    {row.lapsed ? (
                      <SaidMark status="breach" say={(words) => words.say(row.what)} />
                    ) : (
                      <Said of={(words) => words.say(row.what)} />
                    )}
                  </td>
                  <td className="pack-number">{row.on}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function Tiles({ figure }: { figure: Figure<readonly KriTile[]> }) {
  return (
    <PackFigure figure={figure} open meaningAbove>
      {(titleId) => (
        <table className="summary-tiles" aria-labelledby={titleId}>
          <thead>
            <tr>
              {figure.data.map((tile) => (
                <TileTitle key={tile.id} tile={tile} />
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {figure.data.map((tile) => (
                <Tile key={tile.id} tile={tile} />
              ))}
            </tr>
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

function TileTitle({ tile }: { tile: KriTile }) {
  return (
    <th scope="col" className="summary-tile">
      <p className="summary-tile-head summary-tile-title">
        <b>
          <Head of={`kri.${tile.id}.title`} />
        </b>
        <span className="pack-small">{tile.id}</span>
      </p>
    </th>
  )
}

function Tile({ tile }: { tile: KriTile }) {
  const { say } = usePackWords()
  const value = valueStatement(tile)
  const count = countStatement(tile)
  const previous = previousStatement(tile)
  const limits = limitsStatement(tile)
  return (
    <td className="summary-tile">
      {value ? (
        <p className="summary-tile-value">
          <Behind at={behindKey.kri(tile.id)}>
            {say(value)}
            {count && <small>{say(count)}</small>}
          </Behind>
        </p>
      ) : (
        <p className="summary-tile-value summary-tile-word">
          <Behind at={behindKey.kri(tile.id)}>
            <KriStatusMark status={tile.status} />
            {count && <small>{say(count)}</small>}
          </Behind>
        </p>
      )}
      <div className="summary-tile-head">
        {value && <KriStatusMark status={tile.status} />}
        <Sparkline
          label={null}
          values={tile.history.map((point) => point.value)}
          limit={tile.threshold?.appetite ?? null}
          limits={tile.history.map((point) => point.appetite)}
          width={74}
          height={20}
        />
      </div>
      <p className="pack-small">
        {previous ? <Said of={(words) => words.say(previous)} /> : <Head of="paper.first" />}
      </p>
      {limits && (
        <p className="pack-small">
          <Said of={(words) => words.say(limits)} />
        </p>
      )}
    </td>
  )
}

/** English names of posts are longer, and its names of risks no longer than Japanese ones. */
const ownerWidth = { ja: 250, en: 288 } as const

function WorstFive({ figure, first }: { figure: Figure<Capped<RiskRow>>; first: boolean }) {
  const words = usePackWords()
  const { language } = words
  return (
    <PackFigure figure={figure} open signs={figure.data.rows.length > 0 && <StripKey first={first} />}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.risks" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 20 }}>
                  <span className="pack-hidden">
                    <Head of="paper.column.rank" />
                  </span>
                </th>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="paper.column.risk" />
                </th>
                <th scope="col" style={{ width: ownerWidth[language] }}>
                  <Head of="paper.column.riskOwner" />
                </th>
                <th scope="col" style={{ width: 124 }}>
                  <Head of="paper.column.level" />
                </th>
                <th scope="col" style={{ width: 178 }}>
                  <Head of="paper.column.steps" />
                </th>
                <th scope="col" style={{ width: 72 }}>
                  <Head of="paper.column.movement" />
                </th>
                <th scope="col" className="pack-number" style={{ width: 54, whiteSpace: 'normal' }}>
                  <Head of="paper.column.packsOutside" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-strong">{row.rank}</td>
                  <td className="pack-code">
                    <Code of={row.code} />
                  </td>
                  <th scope="row">
                    <span className="pack-clamp">
                      <Name of={row.name} />
                    </span>
                  </th>
                  <td className="pack-beside">
                    <Answering answerer={row.owner} />
                  </td>
                  <td>
                    <RiskStrip row={row} width={112} />
                  </td>
                  <td>
                    <LevelSteps row={row} />
                  </td>
                  <td>
                    <MovementWord movement={row.movement} />
                  </td>
                  <td className="pack-number">{runText(words, row.over.outside)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function Since({ since }: { since: SinceLast }) {
  const { say } = usePackWords()
  return (
    <section className="pack-figure">
      <p className="pack-figure-title">
        <b>{say(since.title)}</b> <Second of={(words) => words.say(since.title)} />
      </p>
      {since.first ? (
        <NoRows>
          <Said of={(words) => (since.first === null ? '' : words.say(since.first))} />
        </NoRows>
      ) : (
        <ul className="summary-since pack-second-words">
          {since.blocks.map((block) => (
            <li key={block.key}>
              <b>
                <LinkedText text={say(block.title)} plain at={behindKey.since(block.key)} />
              </b>{' '}
              {block.lines.map((line, place) => (
                <span key={place}>
                  <LinkedText text={say(line)} plain at={behindKey.since(block.key)} />{' '}
                </span>
              ))}
              <Second of={(words) => [block.title, ...block.lines].map(words.say).join(' ')} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
