/** A share of a whole as a bar from zero to its limit, where it has one, the previous share as an open circle. Rows stand without a gap. */
import { Bar, BarChart, CartesianGrid, ReferenceDot, ReferenceLine, XAxis, YAxis } from 'recharts'
import { chartDefaults, limitLine, seriesDefaults, uprightGrid } from './chart-defaults.ts'
import { FilledRectangle } from './chart-fill.tsx'
import { ChartFrame, markClass, named } from './chart-frame.tsx'

const inset = { left: 1, right: 14 }
const at = (share: number, width: number) => inset.left + share * (width - inset.left - inset.right)
const lines = [0, 0.25, 0.5, 0.75, 1]
const thick = 14

interface Props {
  label: string
  /** Fractions 0 to 1. */
  share: number
  before: number | null
  limit: number | null
  width: number
  height: number
}

export function ShareBar({ label, share, before, limit, width, height }: Props) {
  const place = (height - thick) / 2
  const drawn = [limit !== null, share > 0, before !== null].filter(Boolean).length
  return (
    <ChartFrame label={label} marks={drawn} width={width} height={height}>
      <BarChart
        {...chartDefaults}
        {...named(label)}
        width={width}
        height={height}
        layout="vertical"
        margin={{ ...chartDefaults.margin, ...inset }}
        data={[{ row: 'row', share }]}
      >
        <XAxis hide type="number" domain={[0, 1]} />
        <YAxis hide type="category" dataKey="row" />
        <CartesianGrid {...uprightGrid(lines.map((line) => at(line, width)))} />
        <Bar
          {...seriesDefaults}
          dataKey="share"
          shape={({ x, width: breadth }) =>
            breadth > 0 &&
            (limit !== null && share < limit ? (
              <FilledRectangle fill="short" x={x} y={place} width={breadth} height={thick} />
            ) : (
              <rect className={markClass} x={x} y={place} width={breadth} height={thick} fill="var(--daicho-ai)" />
            ))
          }
        />
        {limit !== null && <ReferenceLine className={markClass} x={limit} {...limitLine} />}
        {before !== null && (
          <ReferenceDot
            className={markClass}
            x={before}
            y="row"
            r={4.5}
            fill="var(--daicho-sheet)"
            stroke="var(--daicho-ink)"
            strokeWidth={1.4}
          />
        )}
      </BarChart>
    </ChartFrame>
  )
}

/** The heading over the column of such bars: words of a table's head, on the bars' scale. */
export function ShareAxis({ width, height }: { width: number; height: number }) {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {[0, 25, 50, 75, 100].map((tick) => (
        <text
          key={tick}
          x={at(tick / 100, width)}
          y={height - 6}
          fontSize="11"
          textAnchor={tick === 0 ? 'start' : 'middle'}
          fill="var(--daicho-ink-2)"
        >
          {tick === 100 ? `${tick}%` : tick}
        </text>
      ))}
    </svg>
  )
}
