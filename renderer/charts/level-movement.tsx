/**
 * One risk on the track of bands: where it was, where it is, its target, and what the evidence supports. Rows stand without
 * a gap, so that the bands' edges and the limit run through. Also the axis over the rows and the signs for the key.
 */
const inset = 6
const x = (place: number, width: number) => inset + (place / 4) * (width - 2 * inset)

interface Props {
  /** The whole row in words, for those who do not see it. */
  label: string
  /** Places on the track, 0 to 4. */
  now: number | null
  outside: boolean
  previous: number | null
  target: number | null
  evidenced: number | null
  limit: number | null
  /** A word beside the last mark: new, or not assessed. */
  note: string | null
  width: number
  height: number
}

export function LevelMovement(props: Props) {
  const { label, now, outside, previous, target, evidenced, limit, note, width, height } = props
  const middle = height / 2
  const at = (place: number) => x(place, width)
  const marks = [now, previous, target, evidenced].filter((place) => place !== null)
  const furthest = Math.max(...marks)
  const noteFits = marks.length === 0 || at(furthest) + 60 < width
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[0, 1, 2, 3, 4].map((edge) => (
        <path key={edge} d={`M${at(edge)} 0V${height}`} stroke="var(--daicho-chart-grid)" />
      ))}
      {limit !== null && <path d={`M${at(limit)} 0V${height}`} stroke="var(--daicho-appetite)" strokeWidth="2" />}
      {marks.length > 1 && (
        <path d={`M${at(Math.min(...marks))} ${middle}H${at(furthest)}`} stroke="var(--daicho-line-2)" />
      )}
      {previous !== null && now !== null && (
        <path d={`M${at(previous)} ${middle}H${at(now)}`} stroke="var(--daicho-ink)" strokeWidth="2.5" />
      )}
      {previous !== null && <Sign kind="previous" cx={at(previous)} cy={middle} />}
      {target !== null && <Sign kind="target" cx={at(target)} cy={middle} />}
      {evidenced !== null && <Sign kind="evidenced" cx={at(evidenced)} cy={middle} />}
      {now !== null && <Sign kind={outside ? 'outside' : 'within'} cx={at(now)} cy={middle} />}
      {note !== null && (
        <text
          x={noteFits ? (marks.length === 0 ? at(0) + 4 : at(furthest) + 9) : at(Math.min(...marks)) - 9}
          y={middle + 4}
          fontSize="11"
          textAnchor={noteFits ? 'start' : 'end'}
          fill="var(--daicho-ink)"
        >
          {note}
        </text>
      )}
    </svg>
  )
}

/** The names of the bands over their stretches of the track. */
export function BandAxis({ labels, width, height }: { labels: readonly string[]; width: number; height: number }) {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {labels.map((label, index) => (
        <text
          key={label}
          x={x(index + 0.5, width)}
          y={height - 6}
          fontSize="11"
          textAnchor="middle"
          fill="var(--daicho-ink-2)"
        >
          {label}
        </text>
      ))}
    </svg>
  )
}

export type MovementSignKind = 'previous' | 'outside' | 'within' | 'target' | 'evidenced' | 'limit'

/** A sign by itself, for the key. */
export function MovementSign({ kind }: { kind: MovementSignKind }) {
  return (
    <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true">
      <Sign kind={kind} cx={6.5} cy={6.5} />
    </svg>
  )
}

function Sign({ kind, cx, cy }: { kind: MovementSignKind; cx: number; cy: number }) {
  switch (kind) {
    case 'previous':
      return <circle cx={cx} cy={cy} r="4.5" fill="var(--daicho-sheet)" stroke="var(--daicho-ink)" strokeWidth="1.4" />
    case 'outside':
      return <rect x={cx - 5} y={cy - 5} width="10" height="10" fill="var(--daicho-breach)" />
    case 'within':
      return <circle cx={cx} cy={cy} r="5" fill="var(--daicho-ink)" />
    case 'target':
      return <path d={`M${cx} ${cy - 6}V${cy + 6}`} stroke="var(--daicho-ai)" strokeWidth="3" />
    case 'evidenced':
      return (
        <path
          d={`M${cx} ${cy - 5.5}L${cx + 5.5} ${cy}L${cx} ${cy + 5.5}L${cx - 5.5} ${cy}Z`}
          fill="var(--daicho-sheet)"
          stroke="var(--daicho-ink)"
          strokeWidth="1.3"
        />
      )
    case 'limit':
      return <path d={`M${cx} ${cy - 6.5}V${cy + 6.5}`} stroke="var(--daicho-appetite)" strokeWidth="2" />
  }
}
