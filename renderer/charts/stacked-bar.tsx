/** Parts of a whole in one row, in a fixed order; the previous pack as a thin bar beneath. Counts stand where they fit. */
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import { chartDefaults, seriesDefaults } from './chart-defaults.ts'
import { type Fill, FilledRectangle, isDark } from './chart-fill.tsx'
import { ChartFrame, named } from './chart-frame.tsx'

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
const thick = 13
const thin = 4

export function StackedBar({ label, segments, before, width, height }: Props) {
  const top = before ? 1.5 : (height - thick) / 2
  const now = segments.filter((segment) => segment.count > 0)
  const then = before?.filter((segment) => segment.count > 0) ?? []
  const row = Object.fromEntries([
    ...now.map(({ key, count }) => [nameOf('now', key), count] as const),
    ...then.map(({ key, count }) => [nameOf('then', key), count] as const),
  ])
  return (
    <ChartFrame label={label} marks={now.length + then.length} width={width} height={height}>
      <BarChart
        {...chartDefaults}
        {...named(label)}
        width={width}
        height={height}
        layout="vertical"
        stackOffset="expand"
        margin={{ ...chartDefaults.margin, left: 0.5, right: 0.5 }}
        data={[row]}
      >
        <XAxis hide type="number" domain={[0, 1]} />
        <YAxis hide type="category" />
        {now.map(({ key, count, fill }) => (
          <Bar
            {...seriesDefaults}
            key={nameOf('now', key)}
            dataKey={nameOf('now', key)}
            stackId="now"
            shape={({ x, width: breadth }) => (
              <>
                <FilledRectangle fill={fill} x={x} y={top} width={breadth} height={thick} />
                {breadth > Math.max(narrowest, breadthOf(count)) && (
                  <CountInside count={count} fill={fill} x={x + breadth / 2} y={top + thick / 2} />
                )}
              </>
            )}
          />
        ))}
        {then.map(({ key, fill }) => (
          <Bar
            {...seriesDefaults}
            key={nameOf('then', key)}
            dataKey={nameOf('then', key)}
            stackId="then"
            shape={({ x, width: breadth }) => (
              <FilledRectangle fill={fill} x={x} y={top + thick + 2.5} width={breadth} height={thin} />
            )}
          />
        ))}
      </BarChart>
    </ChartFrame>
  )
}

const nameOf = (when: 'now' | 'then', key: string) => `${when}-${key}`

/** What the digits of a count take, with a little air. */
function breadthOf(count: number): number {
  return String(count).length * 6.2 + 3
}

/** A number on its ground; on dots and hatching it gets a ground of its own. */
export function CountInside({ count, fill, x, y }: { count: number; fill: Fill; x: number; y: number }) {
  const breadth = breadthOf(count)
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
