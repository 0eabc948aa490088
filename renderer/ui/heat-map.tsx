/**
 * Five by five cells, the first grade of both axes at the bottom left: a table, so that it can be read, copied and printed.
 * The ground and a letter name the band, an ink staircase is the limit; what lies beyond it is named, what lies within is
 * counted.
 */
import type { ReactNode } from 'react'
import './heat-map.css'

export interface HeatMapCell {
  readonly likelihood: number
  readonly impact: number
  /** 0 the lowest band to 3 the highest. */
  readonly band: number
  readonly letter: ReactNode
  readonly count: number
  /** Null where there is nothing to compare with. */
  readonly previous: number | null
  /** Codes of those that are outside their limit, as many as are shown. */
  readonly codes: readonly string[]
  /** How many more are outside, in words; null where all are shown. */
  readonly more: string | null
  /** Beyond the staircase. */
  readonly beyond: boolean
}

export interface HeatMapAxis {
  readonly grade: number
  readonly label: ReactNode
}

export interface HeatMapProps {
  readonly labelledBy: string
  /** What rows and columns are, for those who do not see them. */
  readonly corner: ReactNode
  /** From the top. */
  readonly rows: readonly HeatMapAxis[]
  readonly columns: readonly HeatMapAxis[]
  readonly cells: readonly HeatMapCell[]
  /** Where a count or a code is more than its text. */
  readonly drawCount?: (cell: HeatMapCell) => ReactNode
  readonly drawCode?: (code: string) => ReactNode
}

export function HeatMap({ labelledBy, corner, rows, columns, cells, ...draw }: HeatMapProps) {
  const at = cellFinder(cells)
  return (
    <table className="heat-map" aria-labelledby={labelledBy}>
      <tbody>
        {rows.map((row) => (
          <tr key={row.grade}>
            <th scope="row">
              <b>{row.grade}</b>
              <span>{row.label}</span>
            </th>
            {columns.map((column) => {
              const cell = at(column.grade, row.grade)
              return cell && <Cell key={column.grade} cell={cell} edges={edgesOf(cell, at)} {...draw} />
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="heat-map-corner">
            <span>{corner}</span>
          </td>
          {columns.map((column) => (
            <th key={column.grade} scope="col">
              <b>{column.grade}</b>
              <span>{column.label}</span>
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

type CellProps = Pick<HeatMapProps, 'drawCount' | 'drawCode'> & { readonly cell: HeatMapCell; readonly edges: string }

function Cell({ cell, edges, drawCount, drawCode }: CellProps) {
  const { band, letter, count, previous, codes, more } = cell
  return (
    <td className={`heat-map-band-${band + 1} ${edges}`}>
      <span className="heat-map-letter">{letter}</span>
      <b className={count === 0 ? 'heat-map-zero' : undefined}>{drawCount === undefined ? count : drawCount(cell)}</b>
      {previous !== null && previous !== count && <span className="heat-map-previous">({previous})</span>}
      {codes.map((code) => (
        <span key={code} className="heat-map-code">
          {drawCode === undefined ? code : drawCode(code)}
        </span>
      ))}
      {more !== null && <span className="heat-map-code">{more}</span>}
    </td>
  )
}

type Finder = (likelihood: number, impact: number) => HeatMapCell | undefined

function cellFinder(cells: readonly HeatMapCell[]): Finder {
  const places = new Map(cells.map((cell) => [`${cell.likelihood} ${cell.impact}`, cell]))
  return (likelihood, impact) => places.get(`${likelihood} ${impact}`)
}

/** The staircase runs where a cell beyond it meets one within, to its left or beneath. */
function edgesOf(cell: HeatMapCell, at: Finder): string {
  if (!cell.beyond) return ''
  const left = at(cell.likelihood - 1, cell.impact)
  const beneath = at(cell.likelihood, cell.impact - 1)
  return `${left && !left.beyond ? 'heat-map-edge-left' : ''} ${beneath && !beneath.beyond ? 'heat-map-edge-bottom' : ''}`
}

const side = 21

/** The same in small, as a drawing with counts; zeros are left out. Figures stand in a table beside it. */
export function MiniHeatMap({ label, cells }: { readonly label: string; readonly cells: readonly HeatMapCell[] }) {
  const at = cellFinder(cells)
  const x = (cell: HeatMapCell) => 2 + (cell.likelihood - 1) * side
  const y = (cell: HeatMapCell) => 2 + (5 - cell.impact) * side
  const stairs = cells
    .map((cell) => {
      const edges = edgesOf(cell, at)
      const left = edges.includes('left') ? `M${x(cell)} ${y(cell)}v${side}` : ''
      const bottom = edges.includes('bottom') ? `M${x(cell)} ${y(cell) + side}h${side}` : ''
      return left + bottom
    })
    .join('')
  return (
    <svg width="110" height="110" viewBox="0 0 110 110" role="img" aria-label={label}>
      {cells.map((cell) => (
        <g key={`${cell.likelihood} ${cell.impact}`}>
          <rect
            x={x(cell)}
            y={y(cell)}
            width={side}
            height={side}
            fill={`var(--daicho-band-${cell.band + 1})`}
            stroke="var(--daicho-line-2)"
            strokeWidth=".8"
          />
          {cell.count > 0 && (
            <text
              x={x(cell) + side / 2}
              y={y(cell) + 15}
              fontSize="11.5"
              fontWeight={cell.codes.length > 0 ? 700 : 400}
              textAnchor="middle"
              fill={cell.band === 3 ? 'var(--daicho-band-4-ink)' : 'var(--daicho-ink)'}
            >
              {cell.count}
            </text>
          )}
        </g>
      ))}
      <path d={stairs} fill="none" stroke="var(--daicho-appetite)" strokeWidth="2.2" strokeLinecap="square" />
    </svg>
  )
}
