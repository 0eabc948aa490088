/** A share of a whole as a bar from zero to its limit, the previous share as an open circle. Rows stand without a gap. */
import { FilledRectangle } from './chart-fill.tsx'

const inset = { left: 1, right: 14 }
const x = (share: number, width: number) => inset.left + share * (width - inset.left - inset.right)

interface Props {
  label: string
  /** Fractions 0 to 1. */
  share: number
  before: number | null
  limit: number
  width: number
  height: number
}

export function ShareBar({ label, share, before, limit, width, height }: Props) {
  const at = (value: number) => x(value, width)
  const middle = height / 2
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[0, 0.25, 0.5, 0.75, 1].map((line) => (
        <path key={line} d={`M${at(line)} 0V${height}`} stroke="var(--daicho-chart-grid)" />
      ))}
      {share > 0 &&
        (share < limit ? (
          <FilledRectangle fill="short" x={at(0)} y={middle - 7} width={at(share) - at(0)} height={14} />
        ) : (
          <rect x={at(0)} y={middle - 7} width={at(share) - at(0)} height={14} fill="var(--daicho-ai)" />
        ))}
      <path d={`M${at(limit)} 0V${height}`} stroke="var(--daicho-appetite)" strokeWidth="2" />
      {before !== null && (
        <circle
          cx={at(before)}
          cy={middle}
          r="4.5"
          fill="var(--daicho-sheet)"
          stroke="var(--daicho-ink)"
          strokeWidth="1.4"
        />
      )}
    </svg>
  )
}

export function ShareAxis({ width, height }: { width: number; height: number }) {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {[0, 25, 50, 75, 100].map((tick) => (
        <text
          key={tick}
          x={x(tick / 100, width)}
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
