/** Where the three judgements of one risk stand among the 25 cells, with the line of its category. */
import { useWords } from '#renderer/records/words.ts'
import type { RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import { bandOf, bandRank, isAbove } from '#shared/domain/scoring.ts'

const cell = 26
const left = 22
const grades = [1, 2, 3, 4, 5] as const

export function PositionGrid({ position }: { readonly position: RiskPosition }) {
  const words = useWords()
  const { inherent, residual, target, limits } = position
  const table = (residual ?? inherent ?? target)?.bandTable
  if (table === undefined) return <p className="muted">{words.t('app.notAssessed')}</p>
  const x = (likelihood: number) => left + (likelihood - 1) * cell
  const y = (impact: number) => (5 - impact) * cell
  const beyond = (likelihood: number, impact: number) =>
    likelihood <= 5 &&
    impact <= 5 &&
    likelihood >= 1 &&
    impact >= 1 &&
    isAbove(bandOf(table, likelihood, impact), limits.appetite)
  const stairs = grades
    .flatMap((likelihood) =>
      grades.flatMap((impact) => {
        if (!beyond(likelihood, impact)) return []
        const parts: string[] = []
        if (likelihood > 1 && !beyond(likelihood - 1, impact))
          parts.push(`M${String(x(likelihood))} ${String(y(impact))}v${String(cell)}`)
        if (impact > 1 && !beyond(likelihood, impact - 1))
          parts.push(`M${String(x(likelihood))} ${String(y(impact) + cell)}h${String(cell)}`)
        return parts
      }),
    )
    .join('')
  const middle = (level: { readonly likelihood: number; readonly impact: number }) => ({
    cx: x(level.likelihood) + cell / 2,
    cy: y(level.impact) + cell / 2,
  })
  const said = (level: RiskPosition['residual']) =>
    level === null ? words.t('app.notAssessed') : `${String(level.impact)} × ${String(level.likelihood)}`
  const outside = residual !== null && isAbove(residual.band, limits.appetite)
  return (
    <div className="position">
      <svg
        width={left + 5 * cell + 4}
        height={5 * cell + 22}
        viewBox={`0 -2 ${String(left + 5 * cell + 4)} ${String(5 * cell + 22)}`}
        role="img"
        aria-label={words.t('app.positionSaid', {
          inherent: said(inherent),
          residual: said(residual),
          target: said(target),
          appetite: words.value('band', limits.appetite),
        })}
      >
        {grades.map((impact) =>
          grades.map((likelihood) => (
            <rect
              key={`${String(likelihood)} ${String(impact)}`}
              x={x(likelihood)}
              y={y(impact)}
              width={cell}
              height={cell}
              fill={`var(--daicho-band-${String(bandRank(bandOf(table, likelihood, impact)) + 1)})`}
              stroke="var(--daicho-line-2)"
            />
          )),
        )}
        <path d={stairs} stroke="var(--daicho-ink)" strokeWidth="3" strokeLinecap="square" fill="none" />
        {grades.map((grade) => (
          <g key={grade} fontSize="12" fill="var(--daicho-ink-2)" textAnchor="middle">
            <text x={10} y={y(grade) + 17}>
              {grade}
            </text>
            <text x={x(grade) + cell / 2} y={5 * cell + 16}>
              {grade}
            </text>
          </g>
        ))}
        {target !== null && (
          <path
            d={`M${String(middle(target).cx)} ${String(middle(target).cy - 7)}v14`}
            stroke="var(--daicho-ai)"
            strokeWidth="3.5"
          />
        )}
        {inherent !== null && (
          <circle
            {...middle(inherent)}
            r="5.5"
            fill="var(--daicho-sheet)"
            stroke="var(--daicho-ink-2)"
            strokeWidth="1.5"
          />
        )}
        {residual !== null &&
          (outside ? (
            <rect
              x={middle(residual).cx - 5}
              y={middle(residual).cy - 5}
              width="10"
              height="10"
              fill="var(--daicho-shu)"
            />
          ) : (
            <circle {...middle(residual)} r="5" fill="var(--daicho-ink)" />
          ))}
      </svg>
      <dl className="position-words">
        <dt>{words.t('app.appetite')}</dt>
        <dd>
          <b>{words.value('band', limits.appetite)}</b> {words.t('app.orLower')}
          {limits.provisional && <span className="provisional">{words.t('app.provisional')}</span>}
        </dd>
        {residual !== null && (
          <>
            <dt>{words.t('app.distance')}</dt>
            <dd>
              <b>
                {outside
                  ? words.t('app.bandsOver', { count: bandRank(residual.band) - bandRank(limits.appetite) })
                  : words.t('app.withinAppetite')}
              </b>
            </dd>
          </>
        )}
        <dd className="hint">{words.t('app.gridAxes')}</dd>
      </dl>
    </div>
  )
}
