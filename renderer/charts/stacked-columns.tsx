/** Parts of a whole over time, one column per pack; totals above, names beneath. Counts stand where they fit. */
import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts'
import { chartDefaults, seriesDefaults } from './chart-defaults.ts'
import { FilledRectangle } from './chart-fill.tsx'
import { ChartFrame, markClass, named } from './chart-frame.tsx'
import { CountInside, type Segment } from './stacked-bar.tsx'

export interface Column {
  readonly name: string
  /** From the ground up. */
  readonly segments: readonly Segment[]
  readonly total: number
}

interface Props {
  label: string
  columns: readonly Column[]
  width: number
  height: number
}

const above = 18
/** Half a pixel off, so that the ground is a sharp line. */
const beneath = 17.5
/** Lower than this a count does not fit in its segment. */
const lowest = 13

export function StackedColumns({ label, columns, width, height }: Props) {
  const most = Math.max(1, ...columns.map((column) => column.total))
  const pitch = width / Math.max(columns.length, 3)
  // Every series in the order of the segments; a column without one of them has nothing there.
  const series = [...new Map(columns.flatMap((column) => column.segments.map(({ key, fill }) => [key, fill] as const)))]
  const rows = columns.map((column, index) => ({
    index,
    total: column.total,
    counts: Object.fromEntries(column.segments.map(({ key, count }) => [key, count])),
  }))
  const parts = columns.flatMap((column) => column.segments.filter((segment) => segment.count > 0))
  return (
    <ChartFrame label={label} marks={parts.length + 2 * columns.length} width={width} height={height}>
      <BarChart
        {...chartDefaults}
        {...named(label)}
        width={width}
        height={height}
        margin={{ ...chartDefaults.margin, top: above }}
        data={rows}
      >
        <XAxis
          dataKey="index"
          height={beneath}
          // A first or second column keeps its breadth: the place of those to come stays free.
          padding={{ left: 0, right: width - pitch * columns.length }}
          interval={0}
          tickLine={false}
          axisLine={{ stroke: 'var(--daicho-line-2)' }}
          tick={({ x, index }) => (
            <text
              className={markClass}
              x={x}
              y={height - 4}
              fontSize="11"
              textAnchor="middle"
              fill="var(--daicho-ink-2)"
            >
              {columns[index]?.name}
            </text>
          )}
        />
        <YAxis hide type="number" domain={[0, most]} />
        {series.map(([key, fill], place) => (
          <Bar
            {...seriesDefaults}
            key={key}
            dataKey={`counts.${key}`}
            stackId="column"
            barSize={Math.min(44, pitch * 0.6)}
            shape={({ x, y, width: breadth, height: tall, index }) =>
              tall > 0 && (
                <>
                  <FilledRectangle fill={fill} x={x} y={y} width={breadth} height={tall} />
                  {tall > lowest && (
                    <CountInside
                      count={rows[index]?.counts[key] ?? 0}
                      fill={fill}
                      x={x + breadth / 2}
                      y={y + tall / 2}
                    />
                  )}
                </>
              )
            }
          >
            {place === series.length - 1 && (
              <LabelList
                dataKey="total"
                content={({ x, y, width: breadth, value }) => (
                  <text
                    className={markClass}
                    x={Number(x) + Number(breadth) / 2}
                    y={Number(y) - 5}
                    fontSize="11"
                    fontWeight="700"
                    textAnchor="middle"
                    fill="var(--daicho-ink)"
                  >
                    {value}
                  </text>
                )}
              />
            )}
          </Bar>
        ))}
      </BarChart>
    </ChartFrame>
  )
}
