/** The course of a figure over its last packs, on its own scale: dashed limit, a dot where it stands now. */
import { Line, LineChart, ReferenceDot, ReferenceLine, XAxis, YAxis } from 'recharts'
import { chartDefaults, limitLine, seriesDefaults } from './chart-defaults.ts'
import { ChartFrame, markClass, named } from './chart-frame.tsx'

interface Props {
  /** In words, or null where the value and its change stand beside it anyway. */
  label: string | null
  /** Oldest first; null where there was no value. */
  values: readonly (number | null)[]
  limit: number | null
  /** The limit of the day of each value: where it was changed the line has a step. */
  limits?: readonly (number | null)[]
  width: number
  height: number
}

export function Sparkline({ label, values, limit, limits = [], width, height }: Props) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  const steps = new Set(limits.filter((each) => each !== null)).size > 1
  const scale = [...known, ...(limit === null ? [] : [limit]), ...(steps ? limits.filter((each) => each !== null) : [])]
  const [least, most] = [Math.min(...scale), Math.max(...scale)]
  const now = values.at(-1) ?? null
  // A first value stands where all last values stand: at the right.
  const first = values.length === 1 ? 1 : 0
  const last = first + values.length - 1
  const drawn = [true, limit !== null || steps, now !== null].filter(Boolean).length
  return (
    <ChartFrame label={label} marks={drawn} width={width} height={height}>
      <LineChart
        {...chartDefaults}
        {...named(label)}
        width={width}
        height={height}
        data={values.map((value, index) => ({ place: first + index, value, limit: limits[index] ?? null }))}
      >
        <XAxis hide dataKey="place" type="number" domain={[0, last]} padding={{ left: 3, right: 5 }} />
        <YAxis
          hide
          type="number"
          // One value has no height of its own: it stands in the middle.
          domain={most === least ? [least - 1, most + 1] : [least, most]}
          padding={{ top: 4, bottom: 4 }}
        />
        {steps && (
          <Line
            {...seriesDefaults}
            {...limitLine}
            className={markClass}
            dataKey="limit"
            // It changed between two packs: from the later one back to the earlier the later limit is drawn.
            type="stepBefore"
            strokeWidth={1}
            strokeDasharray="3 2"
            dot={false}
            activeDot={false}
          />
        )}
        {limit !== null && !steps && (
          <ReferenceLine className={markClass} y={limit} {...limitLine} strokeWidth={1} strokeDasharray="3 2" />
        )}
        <Line
          {...seriesDefaults}
          className={markClass}
          dataKey="value"
          type="linear"
          stroke="var(--daicho-ai)"
          strokeWidth={1.6}
          dot={false}
          activeDot={false}
        />
        {now !== null && (
          <ReferenceDot className={markClass} x={last} y={now} r={2.8} fill="var(--daicho-ai)" stroke="none" />
        )}
      </LineChart>
    </ChartFrame>
  )
}
