/**
 * Two series over the same axes, for seeing their shapes beside each other. An axis without a value is a gap in the line:
 * nothing is drawn through it and no point stands at the middle, where a 0 would.
 */
import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart } from 'recharts'
import { chartDefaults, seriesDefaults } from './chart-defaults.ts'
import { ChartFrame, markClass, named } from './chart-frame.tsx'

export interface RadarAxis {
  /** A few letters: a number. */
  readonly name: string
  readonly first: number | null
  readonly second: number | null
}

interface Props {
  label: string
  axes: readonly RadarAxis[]
  /** Of every axis; they begin at 0. */
  most: number
  size: number
}

interface Point {
  readonly x: number
  readonly y: number
}

const series = [
  { key: 'second', stroke: 'var(--daicho-ink-2)', dashes: '5 3', dot: 'var(--daicho-sheet)' },
  { key: 'first', stroke: 'var(--daicho-ai)', dashes: undefined, dot: 'var(--daicho-ai)' },
] as const

export function FacingRadar({ label, axes, most, size }: Props) {
  const known = axes.reduce((sum, { first, second }) => sum + (first === null ? 0 : 1) + (second === null ? 0 : 1), 0)
  return (
    <ChartFrame label={label} marks={known} width={size} height={size}>
      <RadarChart
        {...chartDefaults}
        {...named(label)}
        width={size}
        height={size}
        cx="50%"
        cy="50%"
        outerRadius={size / 2 - 22}
        data={axes.map(({ name, first, second }) => ({ name, first: first ?? 0, second: second ?? 0 }))}
      >
        <PolarGrid stroke="var(--daicho-chart-grid)" gridType="polygon" />
        <PolarAngleAxis
          dataKey="name"
          axisLine={false}
          tickLine={false}
          tick={{ fontSize: 11, fill: 'var(--daicho-ink)' }}
        />
        <PolarRadiusAxis domain={[0, most]} tickCount={most + 1} tick={false} axisLine={false} />
        {series.map(({ key, stroke, dashes, dot }) => (
          <Radar
            {...seriesDefaults}
            key={key}
            dataKey={key}
            shape={({ points }: { readonly points?: readonly Point[] }) => (
              <Ring
                points={(points ?? []).map((point, place) => (axes[place]?.[key] == null ? null : point))}
                stroke={stroke}
                dashes={dashes}
                dot={dot}
              />
            )}
          />
        ))}
      </RadarChart>
    </ChartFrame>
  )
}

interface RingProps {
  readonly points: readonly (Point | null)[]
  readonly stroke: string
  readonly dashes: string | undefined
  readonly dot: string
}

/** Lines between neighbours that both have a value. */
function Ring({ points, stroke, dashes, dot }: RingProps) {
  return (
    <g>
      {points.map((point, place) => {
        const next = points[(place + 1) % points.length]
        if (point === null || next == null) return null
        return (
          <path
            key={`line ${String(place)}`}
            d={`M${String(point.x)} ${String(point.y)}L${String(next.x)} ${String(next.y)}`}
            stroke={stroke}
            strokeWidth="1.8"
            strokeDasharray={dashes}
            fill="none"
          />
        )
      })}
      {points.map(
        (point, place) =>
          point !== null && (
            <circle
              key={`point ${String(place)}`}
              className={markClass}
              cx={point.x}
              cy={point.y}
              r="3.2"
              fill={dot}
              stroke={stroke}
              strokeWidth="1.5"
            />
          ),
      )}
    </g>
  )
}
