/** A timeline in swim lanes, drawn as `timeline-layout.ts` places it. Shapes tell what is certain; nothing is said by colour alone. */
import type { ReactNode } from 'react'
import {
  arrowWidth,
  latestDashes,
  type MarkShape,
  type TimelineLayout,
} from '#shared/domain/horizon/timeline-layout.ts'
import './timeline.css'

export interface TimelineProps<Lane extends string> {
  readonly layout: TimelineLayout<Lane>
  readonly label: string
  readonly today: string
  readonly laneName: (lane: Lane) => string
  /** The same in English, smaller and beneath, where both languages are shown. */
  readonly secondName?: (lane: Lane) => string
  /** Around the label of a mark, where it leads somewhere. */
  readonly link?: (id: string, label: string, children: ReactNode) => ReactNode
}

export function Timeline<Lane extends string>({
  layout,
  label,
  today,
  laneName,
  secondName,
  link,
}: TimelineProps<Lane>) {
  const { width, height, axisHeight, plotLeft, todayX, todayLabel } = layout
  const body = (
    <>
      {layout.ticks.map(({ x, label: tick }) => (
        <g key={x}>
          <line x1={x} x2={x} y1={axisHeight} y2={height} className="timeline-grid" />
          {tick !== null && (
            <text x={x + 4} y={axisHeight - 8} className="timeline-tick">
              {tick}
            </text>
          )}
        </g>
      ))}
      {layout.lanes.map(({ lane, top, nameY }) => (
        <g key={lane}>
          <line x1={0} x2={width} y1={top} y2={top} className="timeline-rule" />
          <text x={10} y={nameY + (secondName === undefined ? 4.5 : -1)} className="timeline-lane">
            {laneName(lane)}
          </text>
          {secondName !== undefined && (
            <text x={10} y={nameY + 11} lang="en" className="timeline-second">
              {secondName(lane)}
            </text>
          )}
        </g>
      ))}
      {plotLeft > 20 && <line x1={plotLeft} x2={plotLeft} y1={axisHeight} y2={height} className="timeline-grid" />}
      {todayX !== null && <line x1={todayX} x2={todayX} y1={axisHeight - 4} y2={height} className="timeline-today" />}
      {todayLabel !== null && (
        <>
          <rect x={todayLabel.x} y={2} width={todayLabel.width} height={18} className="timeline-today-box" />
          <text x={todayLabel.x + todayLabel.width / 2} y={15.5} textAnchor="middle" className="timeline-today-word">
            {today}
          </text>
        </>
      )}
      {layout.lanes.flatMap(({ marks }) =>
        marks.map(({ id, x, y, shape, shown, label: whole, labelX, labelWidth, side, moved, arrowX }) => {
          const text = (
            <>
              <rect x={labelX - 2} y={y - 9} width={labelWidth + 4} height={18} className="timeline-ground" />
              <Shape shape={shape} x={x} y={y} />
              {moved !== undefined && arrowX !== null && <MovedArrow moved={moved} x={arrowX} y={y} />}
              <text
                x={side === 'right' ? labelX : labelX + labelWidth}
                y={y + 4.5}
                textAnchor={side === 'right' ? 'start' : 'end'}
                className="timeline-label"
              >
                {shown}
              </text>
            </>
          )
          return <g key={id}>{link === undefined ? text : link(id, whole, text)}</g>
        }),
      )}
    </>
  )
  // A picture has no parts for a reader; one whose marks lead somewhere is a group of links.
  return link === undefined ? (
    <svg role="img" aria-label={label} width={width} height={height} className="timeline chart-mark">
      {body}
    </svg>
  ) : (
    <svg role="group" aria-label={label} width={width} height={height} className="timeline">
      {body}
    </svg>
  )
}

/** Filled: happened. Ring: a fixed day ahead. Broken ring: announced. Dashes up to a bar: that day at the latest. Square: ours. */
export function Shape({ shape, x, y }: { readonly shape: MarkShape; readonly x: number; readonly y: number }) {
  switch (shape) {
    case 'past':
      return <circle cx={x} cy={y} r={5} className="timeline-past" />
    case 'upcoming':
      return <circle cx={x} cy={y} r={4.5} className="timeline-ring" />
    case 'planned':
      return <circle cx={x} cy={y} r={4.5} className="timeline-ring timeline-broken" />
    case 'latest':
      return (
        <>
          <line x1={x - latestDashes + 2} x2={x - 2} y1={y} y2={y} className="timeline-dashes" />
          <line x1={x} x2={x} y1={y - 7} y2={y + 7} className="timeline-bar" />
        </>
      )
    case 'own':
      return <rect x={x - 4.5} y={y - 4.5} width={9} height={9} className="timeline-own" />
  }
}

/** Its day was moved: to a later one, or to an earlier one. */
function MovedArrow({ moved, x, y }: { readonly moved: 'earlier' | 'later'; readonly x: number; readonly y: number }) {
  const [tail, head, back] = moved === 'later' ? [x, x + arrowWidth, -4] : [x + arrowWidth, x, 4]
  return (
    <path
      d={`M${tail} ${y}H${head}M${head + back} ${y - 3.5}L${head} ${y}L${head + back} ${y + 3.5}`}
      className="timeline-arrow"
    />
  )
}

/** What the shapes mean, in one line; the arrow only where something was moved. */
export function TimelineKey({
  words,
  moved,
}: {
  readonly words: (shape: MarkShape) => ReactNode
  readonly moved?: ReactNode
}) {
  const shapes = ['past', 'upcoming', 'planned', 'latest', 'own'] as const
  return (
    <span className="timeline-key">
      {shapes.map((shape) => {
        const width = shape === 'latest' ? latestDashes + 8 : 14
        return (
          <span key={shape}>
            <svg width={width} height={16} aria-hidden="true" className="timeline">
              <Shape shape={shape} x={shape === 'latest' ? latestDashes + 2 : 7} y={8} />
            </svg>
            {words(shape)}
          </span>
        )
      })}
      {moved !== undefined && (
        <span>
          <svg width={arrowWidth + 2} height={16} aria-hidden="true" className="timeline">
            <MovedArrow moved="later" x={1} y={8} />
          </svg>
          {moved}
        </span>
      )}
    </span>
  )
}
