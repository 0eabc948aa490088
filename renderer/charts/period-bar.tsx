/**
 * Periods on one stretch of time: the axis in a table's head, a bar in each of its rows, and through all of them the lines of the
 * axis and of today; what has run out and is relied on goes on dashed up to that line. Drawn by hand: a marker in a table's cell,
 * one bar, of which a chart would be more machinery than drawing.
 */
import { timeTicks } from '#shared/domain/horizon/timeline-layout.ts'
import { addDays, addMonths, type Day, daysBetween } from '#shared/domain/calendar-date.ts'
import './period-bar.css'

export interface PeriodScale {
  readonly width: number
  readonly todayX: number
  readonly ticks: readonly { readonly x: number; readonly label: string | null }[]
  readonly xOf: (day: Day) => number
}

const fontSize = 11

/** From the first of the month of the earliest day to the end of the month of the last one. */
export function periodScale(days: readonly Day[], today: Day, width: number): PeriodScale {
  const sorted = [today, ...days].sort()
  const monthOf = (day: Day) => `${day.slice(0, 7)}-01`
  const from = monthOf(sorted[0] ?? today)
  const to = addDays(addMonths(monthOf(sorted.at(-1) ?? today), 1), -1)
  const whole = Math.max(1, daysBetween(from, to))
  const xOf = (day: Day) => 1 + (daysBetween(from, day) / whole) * (width - 2)
  const plot = { left: 0, right: width - 10 }
  return { width, todayX: xOf(today), xOf, ticks: timeTicks(from, to, xOf, { plot, fontSize, todayLabel: null }) }
}

/** The days of the axis: words of a table's head, on the scale of its bars. */
export function PeriodAxis({ scale: { ticks, width } }: { scale: PeriodScale }) {
  return (
    <svg width={width} height={16} viewBox={`0 0 ${width} 16`} aria-hidden="true" className="period-axis">
      {ticks.map(({ x, label }) => (
        <text key={x} x={x + 3} y={12} fontSize={fontSize} fill="var(--daicho-ink-2)">
          {label}
        </text>
      ))}
    </svg>
  )
}

interface Props {
  label: string
  scale: PeriodScale
  from: Day
  to: Day
  lapsed: boolean
  height: number
}

/** Stands in a cell of the class `period-cell`, whose whole height its lines take. */
export function PeriodBar({ label, scale, from, to, lapsed, height }: Props) {
  const { ticks, todayX, width, xOf } = scale
  const middle = height / 2
  return (
    <>
      {ticks.map(({ x }) => (
        <span key={x} className="period-line" style={{ left: x }} />
      ))}
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <rect
          x={xOf(from)}
          y={middle - 4}
          width={Math.max(xOf(to) - xOf(from), 1.5)}
          height="8"
          fill={lapsed ? 'var(--daicho-seg-2)' : 'var(--daicho-ai)'}
        />
        {lapsed && (
          <path
            d={`M${xOf(to)} ${middle}H${todayX}`}
            stroke="var(--daicho-breach)"
            strokeWidth="2"
            strokeDasharray="4 2"
          />
        )}
      </svg>
      <span className="period-line period-today" style={{ left: todayX - 0.75 }} />
    </>
  )
}
