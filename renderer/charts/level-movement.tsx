/**
 * One risk on the track of bands: where it was, where it is, its target, and what the evidence supports. Rows stand without
 * a gap, so that the bands' edges and the limit run through. Also the axis over the rows and the signs for the key.
 */
import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { chartDefaults, limitLine, seriesDefaults, uprightGrid } from './chart-defaults.ts'
import { ChartFrame, markClass, named } from './chart-frame.tsx'

const inset = 6
const edges = [0, 1, 2, 3, 4]
/** The height of the one row, in the middle of its scale. */
const row = 1
/** Not drawn: a scale needs a point, and a row that was never assessed has none. */
const anchor = { place: 0, row }
const between = (from: number, to: number) =>
  [
    { x: from, y: row },
    { x: to, y: row },
  ] as const
const x = (place: number, width: number) => inset + (place / 4) * (width - 2 * inset)

/** A word on a drawing. */
export interface DrawnWord {
  readonly word: string
  /** The same in English, null where the pack has one language. */
  readonly english: string | null
}

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
  note: DrawnWord | null
  width: number
  height: number
}

export function LevelMovement(props: Props) {
  const { label, now, outside, previous, target, evidenced, limit, note, width, height } = props
  const signs: readonly { readonly kind: MovementSignKind; readonly place: number | null }[] = [
    { kind: 'previous', place: previous },
    { kind: 'target', place: target },
    { kind: 'evidenced', place: evidenced },
    { kind: outside ? 'outside' : 'within', place: now },
  ]
  const marks = signs.flatMap(({ kind, place }) => (place === null ? [] : [{ kind, place, row }]))
  const places = marks.map(({ place }) => place)
  const [nearest, furthest] = [Math.min(...places), Math.max(...places)]
  const spread = marks.length > 1
  const moved = previous !== null && now !== null
  const drawn = marks.length + [limit !== null, spread, moved].filter(Boolean).length
  return (
    <ChartFrame label={label} marks={drawn} width={width} height={height}>
      <ScatterChart
        {...chartDefaults}
        {...named(label)}
        width={width}
        height={height}
        margin={{ ...chartDefaults.margin, left: inset, right: inset }}
      >
        <XAxis hide type="number" dataKey="place" domain={[0, 4]} />
        <YAxis hide type="number" dataKey="row" domain={[0, 2 * row]} />
        <CartesianGrid {...uprightGrid(edges.map((edge) => x(edge, width)))} />
        {limit !== null && <ReferenceLine className={markClass} x={limit} {...limitLine} />}
        {spread && (
          <ReferenceLine className={markClass} segment={between(nearest, furthest)} stroke="var(--daicho-line-2)" />
        )}
        {moved && (
          <ReferenceLine
            className={markClass}
            segment={between(previous, now)}
            stroke="var(--daicho-ink)"
            strokeWidth={2.5}
          />
        )}
        <Scatter
          {...seriesDefaults}
          data={[...marks, anchor]}
          shape={({ cx = 0, cy = 0, index }) => {
            const mark = marks[index]
            return mark ? (
              <g className={markClass}>
                <Sign kind={mark.kind} cx={cx} cy={cy} />
              </g>
            ) : null
          }}
        />
        {note !== null && <Note note={note} places={places} width={width} height={height} />}
      </ScatterChart>
    </ChartFrame>
  )
}

/** Beside the last sign, before the first where it would not fit there, else over the widest gap; alone in an empty row. */
function Note(props: { note: DrawnWord; places: readonly number[]; width: number; height: number }) {
  const { note, places, width, height } = props
  const { at, over, anchor } = notePlace(
    [...note.word, ...(note.english ?? '')].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 11 : 8), 0),
    places.map((place) => x(place, width)).sort((one, other) => one - other),
    width,
  )
  return (
    <g>
      <text x={at} y={height / 2 + (over ? -3 : 4)} fontSize="11" textAnchor={anchor} fill="var(--daicho-ink)">
        {note.word}
        {note.english !== null && (
          <tspan lang="en" dx="3">
            {note.english}
          </tspan>
        )}
      </text>
    </g>
  )
}

function notePlace(long: number, signs: readonly number[], width: number) {
  const [first, last] = [signs[0], signs.at(-1)]
  if (first === undefined || last === undefined) return { at: x(0, width) + 4, over: false, anchor: 'start' } as const
  const beside = 9
  if (last + beside + long < width) return { at: last + beside, over: false, anchor: 'start' } as const
  if (first - beside - long > 0) return { at: first - beside, over: false, anchor: 'end' } as const
  const gaps = signs.slice(1).map((sign, index) => ({ from: signs[index] ?? sign, to: sign }))
  const widest = gaps.reduce((best, gap) => (gap.to - gap.from > best.to - best.from ? gap : best), {
    from: first,
    to: first,
  })
  return { at: widest.from + beside, over: true, anchor: 'start' } as const
}

/** A line of the axis. */
const line = 13

/** The names of the bands over their stretches of the track: words of a table's head, on the scale of the rows. */
export function BandAxis({ labels, width }: { labels: readonly DrawnWord[]; width: number }) {
  const isOfTwo = labels.some(({ english }) => english !== null)
  const height = isOfTwo ? 20 + line : 20
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {labels.map(({ word, english }, index) => {
        const place = { x: x(index + 0.5, width), textAnchor: 'middle', fill: 'var(--daicho-ink-2)' } as const
        return (
          <g key={word}>
            <text {...place} y={14} fontSize="11">
              {word}
            </text>
            {english !== null && (
              <text {...place} y={14 + line} fontSize="10.7" lang="en">
                {english}
              </text>
            )}
          </g>
        )
      })}
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
