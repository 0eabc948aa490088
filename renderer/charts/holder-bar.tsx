/**
 * Periods one after the other on a scale of time, with a marker of one day. Drawn by hand: boxes on a line with words in them,
 * of which a chart would be more machinery than drawing.
 */
import { linesOfText } from './lines-of-text.ts'
import './holder-bar.css'

export interface HolderBarProps {
  readonly label: string
  readonly width: number
  readonly periods: readonly {
    readonly key: string
    /** Fractions of the scale, 0 to 1. */
    readonly from: number
    readonly to: number
    readonly kind: 'held' | 'vacant' | 'gap'
    /** In full, and as it is written where that does not fit. */
    readonly text: string
    readonly shortText: string
  }[]
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly marker: { readonly at: number; readonly text: string }
}

const letters = { broad: 12.2, narrow: 6.8 }
const tickBroad = 56
const markerBroad = 74

export function HolderBar({ label, width, periods, ticks, marker }: HolderBarProps) {
  const at = (place: number) => Math.min(Math.max(place, 0), 1) * width
  const within = (middle: number, broad: number) => Math.min(Math.max(middle - broad / 2, 0), width - broad)
  const shownTicks = ticks.filter((_tick, index) => index % everyTick(ticks, width) === 0)
  return (
    <div className="holder-bar" role="img" aria-label={label} style={{ width }}>
      {shownTicks.map((tick) => (
        <span key={tick.text} className="holder-bar-tick" style={{ left: within(at(tick.at), tickBroad) }}>
          {tick.text}
        </span>
      ))}
      <div className="holder-bar-track">
        {periods.map(({ key, from, to, kind, text, shortText }) => {
          const broad = Math.max(at(to) - at(from), 3)
          return (
            <span
              key={key}
              className="holder-bar-period"
              data-kind={kind}
              style={{ left: at(from), width: broad }}
              title={text}
            >
              {[text, shortText].find((each) => linesOfText(each, broad - 12, letters) === 1)}
            </span>
          )
        })}
        {shownTicks.map((tick) => (
          <span key={tick.text} className="holder-bar-notch" style={{ left: at(tick.at) }} />
        ))}
        <span className="holder-bar-marker" style={{ left: at(marker.at) }} />
      </div>
      <span className="holder-bar-day" style={{ left: within(at(marker.at), markerBroad) }}>
        {marker.text}
      </span>
    </div>
  )
}

/** Of ticks that stand evenly, each that many is written, so that they do not touch. */
function everyTick(ticks: HolderBarProps['ticks'], width: number): number {
  const [first, second] = ticks
  if (first === undefined || second === undefined) return 1
  return Math.max(1, Math.ceil((tickBroad + 8) / ((second.at - first.at) * width)))
}
