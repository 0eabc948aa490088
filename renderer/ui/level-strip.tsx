/**
 * Where a level stands against its line: a track of four equal bands, the limit as an ink line at the edge of what it
 * allows, and marks for before controls, now, aimed at, and in the previous pack. Number and word of the band stand beside
 * the strip.
 */
import './marks.css'

export type StripBand = 'low' | 'moderate' | 'high' | 'severe'

export interface StripLevel {
  readonly likelihood: number
  readonly impact: number
  readonly band: StripBand
}

const order: readonly StripBand[] = ['low', 'moderate', 'high', 'severe']
/** Likelihood × impact as it usually falls into a band; a table of one's own may put others there, which stay at its edge. */
const usual: Readonly<Record<StripBand, readonly [number, number]>> = {
  low: [1, 4],
  moderate: [4, 9],
  high: [8, 16],
  severe: [15, 25],
}

/** 0 at the left end of the track to 4 at its right: the band decides, the order score only places within it. */
export function placeOnTrack(level: StripLevel): number {
  const [least, most] = usual[level.band]
  const within = Math.min(Math.max((level.likelihood * level.impact - least) / (most - least), 0), 1)
  return order.indexOf(level.band) + 0.12 + within * 0.76
}

/** The edge up to which a limit allows; null where it allows everything. */
export function edgeOfLimit(limit: StripBand): number | null {
  return limit === 'severe' ? null : order.indexOf(limit) + 1
}

export interface LevelStripProps {
  readonly inherent: StripLevel | null
  readonly residual: StripLevel | null
  readonly target: StripLevel | null
  readonly previous: StripLevel | null
  readonly appetite: StripBand
  readonly width: number
  /** The same in words. */
  readonly label: string
}

const inset = 6
const tall = 16
/** Half a mark and half the line: a mark never lies across the line, however narrow the strip is. */
const besideLine = 5.5
const middle = tall / 2

export function LevelStrip({ inherent, residual, target, previous, appetite, width, label }: LevelStripProps) {
  const at = (place: number) => inset + (place / 4) * (width - 2 * inset)
  const of = (level: StripLevel | null) => {
    if (level === null) return null
    const place = placeOnTrack(level)
    const [start, end] = [at(Math.floor(place)), at(Math.floor(place) + 1)]
    return Math.min(Math.max(at(place), start + besideLine), end - besideLine)
  }
  const [first, now, aim, before] = [of(inherent), of(residual), of(target), of(previous)]
  const span = [first, now, aim].filter((place) => place !== null)
  const edge = edgeOfLimit(appetite)
  const beyond = residual !== null && order.indexOf(residual.band) > order.indexOf(appetite)
  return (
    <svg
      className="mark-drawing"
      width={width}
      height={tall}
      viewBox={`0 0 ${width} ${tall}`}
      role="img"
      aria-label={label}
    >
      <path d={`M${inset} ${middle}H${width - inset}`} stroke="var(--daicho-line-2)" />
      {[0, 1, 2, 3, 4].map((each) => (
        <path key={each} d={`M${at(each)} ${middle - 2.5}V${middle + 2.5}`} stroke="var(--daicho-line-2)" />
      ))}
      {edge !== null && <path d={`M${at(edge)} 0V${tall}`} stroke="var(--daicho-appetite)" strokeWidth="3" />}
      {span.length > 1 && (
        <path d={`M${Math.min(...span)} ${middle}H${Math.max(...span)}`} stroke="var(--daicho-ink-3)" />
      )}
      {before !== null && <circle cx={before} cy={middle} r="2.6" fill="var(--daicho-ink-3)" />}
      {first !== null && (
        <circle
          cx={first}
          cy={middle}
          r="3.6"
          fill="var(--daicho-sheet)"
          stroke="var(--daicho-ink-2)"
          strokeWidth="1.3"
        />
      )}
      {aim !== null && <path d={`M${aim} 2V${tall - 2}`} stroke="var(--daicho-ai)" strokeWidth="2" />}
      {now !== null &&
        (beyond ? (
          <rect x={now - 4} y={middle - 4} width="8" height="8" fill="var(--daicho-breach)" />
        ) : (
          <circle cx={now} cy={middle} r="4" fill="var(--daicho-ink)" />
        ))}
    </svg>
  )
}

export type StripSignKind = 'inherent' | 'beyond' | 'within' | 'target' | 'previous' | 'limit'

/** A sign of the strip by itself, for the key over a table. */
export function StripSign({ kind }: { readonly kind: StripSignKind }) {
  return (
    <svg className="mark-drawing" width="11" height="12" viewBox="0 0 11 12" aria-hidden="true">
      {kind === 'inherent' && (
        <circle cx="5.5" cy="6" r="4" fill="var(--daicho-sheet)" stroke="var(--daicho-ink-2)" strokeWidth="1.3" />
      )}
      {kind === 'beyond' && <rect x="1.5" y="2" width="8" height="8" fill="var(--daicho-breach)" />}
      {kind === 'within' && <circle cx="5.5" cy="6" r="4" fill="var(--daicho-ink)" />}
      {kind === 'target' && <path d="M5.5 1.5V10.5" stroke="var(--daicho-ai)" strokeWidth="2" />}
      {kind === 'previous' && <circle cx="5.5" cy="6" r="2.6" fill="var(--daicho-ink-3)" />}
      {kind === 'limit' && <path d="M5.5 0V12" stroke="var(--daicho-appetite)" strokeWidth="3" />}
    </svg>
  )
}
