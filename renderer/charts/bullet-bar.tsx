/**
 * One figure against its limits (Few's bullet graph): three grounds for beyond tolerance, between the limits and within
 * appetite, a bar from zero, the previous value as an open circle. Better is always to the right: where less is better the
 * scale runs the other way. Drawn by hand: a marker in a table's cell on a scale of its own.
 */
interface Props {
  label: string
  value: number | null
  before: number | null
  appetite: number
  tolerance: number
  higherIsBetter: boolean
  /** Where the scale ends; it begins at 0. */
  most: number
  /** The words of both ends of the scale, the left one first. */
  ends: readonly [string, string]
  width: number
  height: number
}

const inset = 6
const words = 13

export function BulletBar(props: Props) {
  const { label, value, before, appetite, tolerance, higherIsBetter, most, ends, width, height } = props
  const room = width - 2 * inset
  const x = (at: number) => {
    const part = Math.min(Math.max(at / most, 0), 1)
    return round(inset + (higherIsBetter ? part : 1 - part) * room)
  }
  const [left, right] = [inset, width - inset]
  const [worse, better] = [x(tolerance), x(appetite)]
  const ground = height - words
  const thick = 8
  const top = (ground - thick) / 2
  const bar = value === null ? null : higherIsBetter ? ([left, x(value)] as const) : ([x(value), right] as const)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect x={left} y={0.5} width={worse - left} height={ground - 1} fill="var(--daicho-line)" />
      <rect x={worse} y={0.5} width={better - worse} height={ground - 1} fill="var(--daicho-chart-grid)" />
      <rect x={better} y={0.5} width={right - better} height={ground - 1} fill="var(--daicho-sheet-2)" />
      <rect x={left} y={0.5} width={room} height={ground - 1} fill="none" stroke="var(--daicho-line)" />
      {bar !== null && (
        <rect x={bar[0]} y={top} width={Math.max(bar[1] - bar[0], 0.5)} height={thick} fill="var(--daicho-ai)" />
      )}
      <path d={`M${worse} 0.5V${ground - 0.5}`} stroke="var(--daicho-ink)" strokeWidth="1.2" strokeDasharray="3 2" />
      <path d={`M${better} 0.5V${ground - 0.5}`} stroke="var(--daicho-appetite)" strokeWidth="2.5" />
      {before !== null && (
        <circle
          cx={x(before)}
          cy={ground / 2}
          r="4"
          fill="var(--daicho-sheet)"
          stroke="var(--daicho-ink)"
          strokeWidth="1.4"
        />
      )}
      <text x={left} y={height - 2} fontSize="10.7" fill="var(--daicho-ink-3)">
        {ends[0]}
      </text>
      <text x={right} y={height - 2} fontSize="10.7" textAnchor="end" fill="var(--daicho-ink-3)">
        {ends[1]}
      </text>
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
