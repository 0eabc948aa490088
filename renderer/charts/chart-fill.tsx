/**
 * Grounds of bars that are told apart without colour: dark to light, dots, hatching. Drawn as lines and dots, not as SVG
 * patterns, so that print keeps them as lines and no two drawings share an id.
 */
import { markClass } from './chart-frame.tsx'

export type Fill = 'ink' | 'first' | 'second' | 'third' | 'blank' | 'dotted' | 'hatched' | 'short'

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const grounds: Readonly<Record<Fill, string>> = {
  ink: 'var(--daicho-ink)',
  first: 'var(--daicho-seg-1)',
  second: 'var(--daicho-seg-2)',
  third: 'var(--daicho-seg-3)',
  blank: 'var(--daicho-seg-4)',
  dotted: 'var(--daicho-seg-4)',
  hatched: 'var(--daicho-seg-4)',
  short: 'var(--daicho-sheet)',
}

/** Words on this ground are light. */
export function isDark(fill: Fill): boolean {
  return fill === 'ink' || fill === 'first'
}

/** `short` is a bar that does not reach its limit: hatched in the colour of the data. `hatched` is only ever "unknown". */
export function FilledRectangle({ fill, ...box }: Rectangle & { fill: Fill }) {
  const edge = fill === 'short' ? 'var(--daicho-ai)' : 'var(--daicho-seg-edge)'
  return (
    <g className={markClass}>
      <rect {...box} fill={grounds[fill]} />
      {fill === 'hatched' && <path d={hatchLines(box, 4)} stroke="var(--daicho-hatch)" fill="none" />}
      {fill === 'short' && <path d={hatchLines(box, 5)} stroke="var(--daicho-ai)" strokeWidth="1.4" fill="none" />}
      {fill === 'dotted' && <path d={dots(box)} fill="var(--daicho-seg-edge)" />}
      <rect {...box} fill="none" stroke={edge} strokeWidth={fill === 'short' ? 1.4 : 0.8} />
    </g>
  )
}

/** A small piece of the ground, for the heading of its column. */
export function FillSample({ fill }: { fill: Fill }) {
  return (
    <svg width="20" height="9" viewBox="0 0 20 9" aria-hidden="true">
      <FilledRectangle fill={fill} x={0.5} y={0.5} width={19} height={8} />
    </svg>
  )
}

/** Lines from bottom left to top right, cut at the edges; `gap` across them in pixels. */
export function hatchLines({ x, y, width, height }: Rectangle, gap: number): string {
  const step = gap * Math.SQRT2
  const pieces: string[] = []
  for (let start = step - height; start < width; start += step) {
    const from = Math.max(start, 0)
    const to = Math.min(start + height, width)
    if (to > from)
      pieces.push(
        `M${round(x + from)} ${round(y + height - (from - start))}L${round(x + to)} ${round(y + height - (to - start))}`,
      )
  }
  return pieces.join('')
}

function dots({ x, y, width, height }: Rectangle): string {
  const pieces: string[] = []
  for (let row = 0, top = 2.5; top < height - 1; row += 1, top += 3.5)
    for (let left = row % 2 === 0 ? 2.5 : 4.5; left < width - 1; left += 4)
      pieces.push(`M${round(x + left - 0.8)} ${round(y + top)}a.8 .8 0 1 0 1.6 0a.8 .8 0 1 0 -1.6 0`)
  return pieces.join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
