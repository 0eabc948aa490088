/** The 25 cells with their counts and the line of the appetite. A cell opens its risks. */
import { useWords } from '#renderer/records/words.ts'
import type { HeatMap, HeatMapCell } from '#shared/domain/metrics/heat-map.ts'
import { bandRank } from '#shared/domain/scoring.ts'

export interface OverviewHeatMapProps {
  readonly map: HeatMap
  readonly onOpen: (codes: readonly string[], title: string) => void
}

const grades = [1, 2, 3, 4, 5] as const

export function OverviewHeatMap({ map, onOpen }: OverviewHeatMapProps) {
  const { t } = useWords()
  const cellAt = (likelihood: number, impact: number) =>
    map.cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact)
  return (
    <div className="overview-map">
      <table>
        <caption>{t('overview.heatMapAxes')}</caption>
        <tbody>
          {grades.toReversed().map((impact) => (
            <tr key={impact}>
              <th scope="row">{impact}</th>
              {grades.map((likelihood) => {
                const cell = cellAt(likelihood, impact)
                if (cell === undefined) return null
                const beyond = cell.beyondLine
                return (
                  <td
                    key={likelihood}
                    data-band={bandRank(cell.band) + 1}
                    data-line-left={beyond && cellAt(likelihood - 1, impact)?.beyondLine === false}
                    data-line-below={beyond && cellAt(likelihood, impact - 1)?.beyondLine === false}
                  >
                    <Cell cell={cell} title={t('app.level', { likelihood, impact })} onOpen={onOpen} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {grades.map((likelihood) => (
              <th scope="col" key={likelihood}>
                {likelihood}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      {map.line !== null && (
        <div className="overview-map-key">
          <svg width="22" height="10" aria-hidden>
            <path d="M1 9V2H21" fill="none" stroke="var(--daicho-appetite)" strokeWidth="3" />
          </svg>
          {t('overview.heatMapLine')}
        </div>
      )}
      <div className="overview-map-key muted" data-print="none">
        {t('app.heatMapHint')}
      </div>
    </div>
  )
}

interface CellProps {
  readonly cell: HeatMapCell
  readonly title: string
  readonly onOpen: OverviewHeatMapProps['onOpen']
}

function Cell({ cell, title, onOpen }: CellProps) {
  const { t } = useWords()
  const changed = cell.previousCount !== null && cell.previousCount !== cell.count
  const said = (
    <>
      {cell.count === 0 ? <span className="zero">0</span> : cell.count}
      {changed && <small>{t('app.before', { count: cell.previousCount })}</small>}
    </>
  )
  if (cell.count === 0) return said
  return (
    <button
      type="button"
      aria-label={t('app.openCell', { level: title, count: cell.count })}
      onClick={() => onOpen(cell.codes, title)}
    >
      {said}
    </button>
  )
}
