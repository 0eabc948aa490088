/** Which early warnings are beyond the limits that the board set? */
import {
  countStatement,
  limitStatement,
  limitsStatement,
  previousStatement,
  valueStatement,
} from '#shared/domain/metrics/kri-tile.ts'
import type { BeyondRow, BulletRow, Capped, Figure, LimitsPage } from '#shared/pack-model/pages.ts'
import { BulletBar } from '#renderer/charts/bullet-bar.tsx'
import { Sparkline } from '#renderer/charts/sparkline.tsx'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind } from './behind.tsx'
import { Empty, PackFigure } from './pack-figure.tsx'
import { KriStatusMark, WordMark } from './pack-marks.tsx'
import { Head, Name, usePackWords, Said, Second, type PackWords } from './pack-words.tsx'

const canvas = { width: 256, height: 31 }

export function LimitsContent({ page }: { page: LimitsPage }) {
  return (
    <>
      <Bullets figure={page.bullets} />
      <Beyond figure={page.beyond} />
    </>
  )
}

function Bullets({ figure }: { figure: Figure<readonly BulletRow[]> }) {
  const { t, say } = usePackWords()
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table pack-fixed pack-barred" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="paper.column.kri" />
              </th>
              <th scope="col" style={{ width: canvas.width + 12 }}>
                <Head of="paper.column.againstLimits" />
              </th>
              <th scope="col" className="pack-number" style={{ width: 74 }}>
                <Head of="paper.column.value" />
              </th>
              <th scope="col" style={{ width: 84 }}>
                <Head of="paper.column.state" />
              </th>
              <th scope="col" style={{ width: 246 }}>
                <Head of="paper.column.limits" />
              </th>
              <th scope="col" style={{ width: 164 }}>
                <Head of="paper.column.course" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <Bullet key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )

  function Bullet({ row }: { row: BulletRow }) {
    const value = valueStatement(row)
    const count = countStatement(row)
    const previous = previousStatement(row)
    // Provisional or not is said on the second line, so that every row has two.
    const limits = limitsStatement({ ...row, threshold: { ...row.limits, provisional: false } })
    const notes = (words: PackWords) =>
      [row.distance && words.say(row.distance), row.limits.provisional ? words.t('status.provisional') : null]
        .filter((note) => note !== null)
        .join(words.t('paper.partGap'))
    const higherIsBetter = row.limits.direction === 'higher'
    const zero = say(limitStatement(row.unit, 0))
    const end = say(limitStatement(row.unit, row.most))
    return (
      <tr>
        <th scope="row">
          <span className="pack-clamp pack-clamp-two">
            <span className="pack-second">{row.id}</span> {say(row.title)}
          </span>
          <Second of={(words) => words.say(row.title)} />
        </th>
        <td className="pack-canvas">
          <BulletBar
            label={[value && say(value), previous && say(previous), limits && say(limits)]
              .filter((text) => text !== null)
              .join(t('paper.partGap'))}
            value={row.value}
            before={row.previous?.value ?? null}
            appetite={row.limits.appetite}
            tolerance={row.limits.tolerance}
            higherIsBetter={higherIsBetter}
            most={row.most}
            ends={higherIsBetter ? [zero, end] : [end, zero]}
            {...canvas}
          />
        </td>
        <td className="pack-number">
          <Behind at={behindKey.kri(row.id)}>
            {value ? <b>{say(value)}</b> : <Head of="status.na" />}
            {count && <span className="pack-small pack-line">{say(count)}</span>}
          </Behind>
        </td>
        <td>
          <KriStatusMark status={row.status} />
        </td>
        <td className="pack-small">
          {limits && (
            <span className="pack-line">
              <Said of={(words) => words.say(limits)} />
            </span>
          )}
          <span className="pack-line">
            <Said of={notes} />
          </span>
        </td>
        <td>
          <Sparkline
            label={null}
            values={row.history.map((point) => point.value)}
            limit={row.limits.appetite}
            limits={row.history.map((point) => point.appetite)}
            width={150}
            height={17}
          />
          <span className="pack-small pack-line">
            {previous ? <Said of={(words) => words.say(previous)} /> : <Head of="paper.first" />}
          </span>
        </td>
      </tr>
    )
  }
}

function Beyond({ figure }: { figure: Figure<Capped<BeyondRow>> }) {
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
                <th scope="col" className="pack-number" style={{ width: 66 }}>
                  <Head of="paper.column.value" />
                </th>
                <th scope="col" style={{ width: 172 }}>
                  <Head of="paper.column.distance" />
                </th>
                <th scope="col" style={{ width: 116 }}>
                  <Head of="paper.column.breachSince" />
                </th>
                <th scope="col" style={{ width: 124 }}>
                  <Head of="paper.column.owner" />
                </th>
                <th scope="col" style={{ width: 236 }}>
                  <Head of="paper.column.answeredBy" />
                </th>
                <th scope="col" style={{ width: 82 }}>
                  <Head of="paper.column.dueOn" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <BeyondLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function BeyondLine({ row }: { row: BeyondRow }) {
  const { say } = usePackWords()
  const { distance } = row
  const value = valueStatement(row)
  return (
    <tr>
      <th scope="row">
        <span className="pack-clamp pack-clamp-one">
          <span className="pack-second">{row.id}</span> {say(row.title)}
        </span>
        <Second of={(words) => words.say(row.title)} />
      </th>
      <td className="pack-number">{value && say(value)}</td>
      <td>{distance && <Said of={(words) => words.say(distance)} />}</td>
      <td>
        <Head
          of={
            row.since === null
              ? 'paper.notComparable'
              : row.since === 'now'
                ? 'paper.breachSince.now'
                : 'paper.breachSince.before'
          }
        />
      </td>
      <td>
        {row.owner ? (
          <span className="pack-clamp pack-clamp-one">
            <Name of={row.owner} />
          </span>
        ) : (
          <Head of="paper.notNamed" />
        )}
      </td>
      <td>
        {row.decision === null || row.answer === 'open' ? (
          <WordMark status="breach" of="paper.breachOpen" />
        ) : (
          <span className="pack-clamp pack-clamp-one">
            {row.decision.code}{' '}
            <span className="pack-small">
              <Head of={`paper.breachAnswer.${row.answer}`} />
            </span>{' '}
            <Name of={row.decision.name} />
          </span>
        )}
      </td>
      <td className="pack-whole">{row.dueOn ?? <Head of="paper.noDueDay" />}</td>
    </tr>
  )
}
