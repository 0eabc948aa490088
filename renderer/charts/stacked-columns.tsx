/** Parts of a whole over time, one column per pack; totals above, names beneath. Counts stand where they fit. */
import { FilledRectangle } from './chart-fill.tsx'
import { CountInside, type Segment } from './stacked-bar.tsx'

export interface Column {
  readonly name: string
  /** From the ground up. */
  readonly segments: readonly Segment[]
  readonly total: number
}

interface Props {
  label: string
  columns: readonly Column[]
  width: number
  height: number
}

const above = 18
const beneath = 18

export function StackedColumns({ label, columns, width, height }: Props) {
  const most = Math.max(1, ...columns.map((column) => column.total))
  const unit = (height - above - beneath) / most
  const ground = height - beneath
  const pitch = width / Math.max(columns.length, 3)
  const breadth = Math.min(44, pitch * 0.6)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={`M0 ${ground + 0.5}H${width}`} stroke="var(--daicho-line-2)" />
      {columns.map((column, index) => (
        <g key={column.name}>
          <Stack
            column={column}
            left={(index + 0.5) * pitch - breadth / 2}
            breadth={breadth}
            unit={unit}
            ground={ground}
          />
          <text
            x={(index + 0.5) * pitch}
            y={ground - column.total * unit - 5}
            fontSize="11"
            fontWeight="700"
            textAnchor="middle"
            fill="var(--daicho-ink)"
          >
            {column.total}
          </text>
          <text x={(index + 0.5) * pitch} y={height - 4} fontSize="11" textAnchor="middle" fill="var(--daicho-ink-2)">
            {column.name}
          </text>
        </g>
      ))}
    </svg>
  )
}

function Stack({
  column,
  left,
  breadth,
  unit,
  ground,
}: {
  column: Column
  left: number
  breadth: number
  unit: number
  ground: number
}) {
  let bottom = ground
  return column.segments
    .filter((segment) => segment.count > 0)
    .map((segment) => {
      const tall = segment.count * unit
      bottom -= tall
      return (
        <g key={segment.key}>
          <FilledRectangle fill={segment.fill} x={left} y={bottom} width={breadth} height={tall} />
          {tall > 13 && (
            <CountInside count={segment.count} fill={segment.fill} x={left + breadth / 2} y={bottom + tall / 2} />
          )}
        </g>
      )
    })
}
