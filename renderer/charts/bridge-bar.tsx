/**
 * One bar of a waterfall in a table's row: it reaches from where the row before ended to where this one ends, a hairline
 * leads on to the next. Drawn by hand: one bar without a scale of its own, of which a chart would be more machinery than drawing.
 */
interface Props {
  label: string
  kind: 'whole' | 'more' | 'fewer'
  from: number
  to: number
  /** The highest number of any row. */
  most: number
  width: number
  height: number
}

const fills = { whole: 'var(--daicho-ai)', more: 'var(--daicho-breach)', fewer: 'var(--daicho-sheet)' } as const

export function BridgeBar({ label, kind, from, to, most, width, height }: Props) {
  const at = (number: number) => 1 + (most === 0 ? 0 : number / most) * (width - 3)
  const [start, end] = [at(Math.min(from, to)), at(Math.max(from, to))]
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={`M${at(to)} ${height / 2}V${height}`} stroke="var(--daicho-line-2)" />
      {kind !== 'whole' && <path d={`M${at(from)} 0V${height / 2}`} stroke="var(--daicho-line-2)" />}
      {end > start && (
        <rect
          x={start}
          y={height / 2 - 5}
          width={end - start}
          height="10"
          fill={fills[kind]}
          stroke={kind === 'fewer' ? 'var(--daicho-ink)' : 'none'}
          strokeWidth="1.4"
        />
      )}
    </svg>
  )
}
