/** Parts of a whole in one row, in a fixed order; the previous pack as a thin bar beneath. Counts stand where they fit. */
import { type Fill, FilledRectangle, isDark } from './chart-fill.tsx'

export interface Segment {
  readonly key: string
  readonly count: number
  readonly fill: Fill
}

interface Props {
  /** All parts in words. */
  label: string
  segments: readonly Segment[]
  before: readonly Segment[] | null
  width: number
  height: number
}

/** Narrower than this a count does not fit in its segment. */
const narrowest = 13

export function StackedBar({ label, segments, before, width, height }: Props) {
  const bar = 13
  const top = before ? 1.5 : (height - bar) / 2
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {placed(segments, width).map(({ key, count, fill, left, breadth }) => (
        <g key={key}>
          <FilledRectangle fill={fill} x={left} y={top} width={breadth} height={bar} />
          {breadth > narrowest && <CountInside count={count} fill={fill} x={left + breadth / 2} y={top + bar / 2} />}
        </g>
      ))}
      {before &&
        placed(before, width).map(({ key, fill, left, breadth }) => (
          <FilledRectangle key={key} fill={fill} x={left} y={top + bar + 2.5} width={breadth} height={4} />
        ))}
    </svg>
  )
}

function placed(segments: readonly Segment[], width: number) {
  const total = segments.reduce((sum, segment) => sum + segment.count, 0)
  const unit = total === 0 ? 0 : (width - 1) / total
  let left = 0.5
  return segments
    .filter((segment) => segment.count > 0)
    .map((segment) => {
      const place = { ...segment, left, breadth: segment.count * unit }
      left += place.breadth
      return place
    })
}

/** A number on its ground; on dots and hatching it gets a ground of its own. */
export function CountInside({ count, fill, x, y }: { count: number; fill: Fill; x: number; y: number }) {
  const breadth = String(count).length * 6.2 + 3
  return (
    <>
      {(fill === 'dotted' || fill === 'hatched') && (
        <rect x={x - breadth / 2} y={y - 5.5} width={breadth} height="11" fill="var(--daicho-sheet)" />
      )}
      <text
        x={x}
        y={y + 3.9}
        fontSize="10.7"
        textAnchor="middle"
        fill={isDark(fill) ? 'var(--daicho-sheet)' : 'var(--daicho-ink)'}
      >
        {count}
      </text>
    </>
  )
}
