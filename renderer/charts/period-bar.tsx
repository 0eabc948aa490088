/**
 * A period on a stretch of time with today's line; what has run out and is relied on goes on dashed up to that line. Drawn
 * by hand: a marker in a table's cell, one bar without a scale, of which a chart would be more machinery than drawing.
 */
interface Props {
  label: string
  /** Fractions of the stretch, 0 to 1. */
  from: number
  to: number
  today: number
  lapsed: boolean
  width: number
  height: number
}

export function PeriodBar({ label, from, to, today, lapsed, width, height }: Props) {
  const at = (place: number) => 1 + Math.min(Math.max(place, 0), 1) * (width - 2)
  const middle = height / 2
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect
        x={at(from)}
        y={middle - 4}
        width={Math.max(at(to) - at(from), 1.5)}
        height="8"
        fill={lapsed ? 'var(--daicho-seg-2)' : 'var(--daicho-ai)'}
      />
      {lapsed && (
        <path
          d={`M${at(to)} ${middle}H${at(today)}`}
          stroke="var(--daicho-breach)"
          strokeWidth="2"
          strokeDasharray="4 2"
        />
      )}
      <path d={`M${at(today)} 0V${height}`} stroke="var(--daicho-ink)" strokeWidth="1.5" />
    </svg>
  )
}
