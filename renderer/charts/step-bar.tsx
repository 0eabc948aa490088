/** One step of a funnel: a count on the scale of the whole, what is not known of it hatched, the previous count as an open circle. */
import { Bar, BarChart, CartesianGrid, ReferenceDot, XAxis, YAxis } from 'recharts'
import { chartDefaults, seriesDefaults, uprightGrid } from './chart-defaults.ts'
import { FilledRectangle } from './chart-fill.tsx'
import { ChartFrame, markClass, named } from './chart-frame.tsx'

const inset = { left: 1, right: 8 }
const thick = 14

interface Props {
  label: string
  count: number
  /** Of the count, what nobody knows. */
  unknown: number
  before: number | null
  /** What the whole width stands for; 0 where there is nothing. */
  most: number
  width: number
  height: number
}

export function StepBar({ label, count, unknown, before, most, width, height }: Props) {
  const place = (height - thick) / 2
  const scale = Math.max(most, 1)
  const known = count - unknown
  const drawn = [known > 0, unknown > 0, before !== null].filter(Boolean).length
  return (
    <ChartFrame label={label} marks={drawn} width={width} height={height}>
      <BarChart
        {...chartDefaults}
        {...named(label)}
        width={width}
        height={height}
        layout="vertical"
        margin={{ ...chartDefaults.margin, ...inset }}
        data={[{ row: 'row', known, unknown }]}
      >
        <XAxis hide type="number" domain={[0, scale]} />
        <YAxis hide type="category" dataKey="row" />
        <CartesianGrid {...uprightGrid([inset.left, width - inset.right])} />
        <Bar
          {...seriesDefaults}
          dataKey="known"
          stackId="count"
          shape={({ x, width: breadth }) =>
            known > 0 && (
              <rect className={markClass} x={x} y={place} width={breadth} height={thick} fill="var(--daicho-ai)" />
            )
          }
        />
        <Bar
          {...seriesDefaults}
          dataKey="unknown"
          stackId="count"
          shape={({ x, width: breadth }) =>
            unknown > 0 && <FilledRectangle fill="hatched" x={x} y={place} width={breadth} height={thick} />
          }
        />
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
