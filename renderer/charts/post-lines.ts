/** Lines between boxes that stand in rows: in lanes between the rows, and past a row where no box stands. */
import type { BoxInRow, Measures, PlacedPost, PostLayout } from './post-layout.ts'

export interface LineBetween {
  readonly kind: 'command' | 'oversight'
  readonly upper: string
  readonly lower: string
}

type Point = readonly [x: number, y: number]

export interface PostLine extends LineBetween {
  /** Corners, from the upper post to the lower one. */
  readonly points: readonly Point[]
  /** SVG path of the last piece, into the lower post. */
  readonly end: string
}

/** A line on its way down: through lane `gap` (under row `gap`) and, between two gaps, at `x` past the rows. */
interface Way {
  readonly line: LineBetween
  readonly group: string
  readonly from: BoxInRow
  readonly to: BoxInRow
  /** Where it passes from gap to gap, from the first to the last. */
  readonly steps: readonly { readonly gap: number; readonly x: number }[]
}

export function drawLines(
  between: readonly LineBetween[],
  boxes: readonly BoxInRow[],
  rows: number,
  width: number,
  measures: Measures,
): Pick<PostLayout, 'posts' | 'lines' | 'labels' | 'height'> {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const ends = between.flatMap((line) => {
    const [upper, lower] = [byId.get(line.upper), byId.get(line.lower)]
    return upper === undefined || lower === undefined ? [] : [{ line, upper, lower }]
  })
  const direct = ends.filter(({ upper, lower }) => areNeighbours(upper, lower, boxes))
  const ways = waysOf(
    ends.filter((end) => !direct.includes(end)),
    boxes,
    width,
    measures,
  )
  const named = new Map<string, Way>()
  if (measures.label !== null)
    for (const way of ways) if (way.line.kind === 'oversight' && !named.has(way.group)) named.set(way.group, way)
  const lanes = lanesOf(ways)
  const { posts, gaps, height } = placed(boxes, rows, lanes, named, measures)
  const laneY = (way: Way, gap: number) => {
    const { top, before } = gaps[gap] ?? { top: 0, before: 0 }
    return top + before + (lanes.get(`${String(gap)} ${way.group}`) ?? 0) * measures.gap.lane
  }
  const place = (box: BoxInRow) => posts.get(box.id) ?? { ...box, top: 0 }
  return {
    posts: [...posts.values()],
    lines: [
      ...direct.map(({ line, upper, lower }) => lineOf(line, sideToSide(place(upper), place(lower)))),
      ...ways.map((way) => lineOf(way.line, cornersOf(way, place(way.from), place(way.to), laneY, measures))),
    ],
    labels: [...named.values()].map((way) => ({
      left: exitOf(way.line.kind, way.from, measures) + 5,
      top: (gaps[way.from.row]?.top ?? 0) + (measures.label?.tall ?? 0) / 2,
    })),
    height,
  }
}

/** In one row with nothing between them. */
function areNeighbours(one: BoxInRow, other: BoxInRow, boxes: readonly BoxInRow[]): boolean {
  if (one.row !== other.row) return false
  const [left, right] = [Math.min(one.left, other.left), Math.max(one.left, other.left)]
  return !boxes.some((box) => box.row === one.row && box.left > left && box.left < right)
}

function exitOf(kind: LineBetween['kind'], box: BoxInRow, { aside, clear }: Measures): number {
  if (box.foot > 0) return box.left + clear + (kind === 'command' ? 0 : Math.min(aside, 8))
  return entryOf(kind, box, aside)
}

function entryOf(kind: LineBetween['kind'], box: BoxInRow, aside: number): number {
  return box.left + box.breadth / 2 + (kind === 'command' ? 0 : aside)
}

function waysOf(
  ends: readonly { readonly line: LineBetween; readonly upper: BoxInRow; readonly lower: BoxInRow }[],
  boxes: readonly BoxInRow[],
  width: number,
  measures: Measures,
): readonly Way[] {
  const channels = new Channels(boxes, width, measures)
  const down = ends.map(({ line, upper, lower }) => {
    // A post that oversees one above it: from that one down to it.
    const [from, to] = upper.row > lower.row ? [lower, upper] : [upper, lower]
    const group = `${line.kind} ${upper.row > lower.row ? `${line.lower} ${line.upper}` : line.upper}`
    return { line, group, from, to, target: Math.max(to.row - 1, from.row) }
  })
  for (const { line, group, from, to, target } of down) {
    channels.take(exitOf(line.kind, from, measures), from.row, from.row, group)
    channels.take(entryOf(line.kind, to, measures.aside), target, target, group)
  }
  const steps = new Map<string, readonly Way['steps'][number][]>()
  return down
    .toSorted((one, other) => one.target - other.target)
    .map(({ line, group, from, to, target }) => {
      let way = steps.get(group) ?? [{ gap: from.row, x: exitOf(line.kind, from, measures) }]
      const last = way.at(-1)
      if (last !== undefined && last.gap < target) {
        const x = channels.free(last.x, last.gap, target, group)
        channels.take(x, last.gap, target, group)
        way = [...way, { gap: target, x }]
      }
      steps.set(group, way)
      return { line, group, from, to, steps: way }
    })
}

/** Where a line may pass rows, and where others do. */
class Channels {
  readonly #boxes: readonly BoxInRow[]
  readonly #width: number
  readonly #measures: Measures
  readonly #taken: { readonly x: number; readonly from: number; readonly to: number; readonly group: string }[] = []

  constructor(boxes: readonly BoxInRow[], width: number, measures: Measures) {
    this.#boxes = boxes
    this.#width = width
    this.#measures = measures
  }

  take(x: number, from: number, to: number, group: string): void {
    this.#taken.push({ x, from, to, group })
  }

  /** The free place nearest to `x` past the rows between two gaps. */
  free(x: number, from: number, to: number, group: string): number {
    const { clear, gap } = this.#measures
    const passed = this.#boxes.filter((box) => box.row > from && box.row <= to)
    const edges = passed.flatMap((box) => [box.left - clear, box.left + box.breadth + clear])
    const steps = [0, 1, 2, 3, 4, 5, 6].flatMap((step) => [step * gap.lane, -step * gap.lane])
    const candidates = [x, ...edges]
      .flatMap((edge) => steps.map((step) => edge + step))
      .filter((each) => each >= 2 && each <= this.#width - 2)
      .filter((each) => !passed.some((box) => each > box.left - clear && each < box.left + box.breadth + clear))
      .toSorted((one, other) => Math.abs(one - x) - Math.abs(other - x))
    const alone = candidates.find((each) => !this.#isTaken(each, from, to, group))
    return alone ?? candidates[0] ?? 2
  }

  #isTaken(x: number, from: number, to: number, group: string): boolean {
    return this.#taken.some(
      (each) => each.group !== group && each.from <= to && each.to >= from && Math.abs(each.x - x) < 3,
    )
  }
}

/** The lane of each group in each gap that it uses: `gap group`. */
function lanesOf(ways: readonly Way[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>()
  const used = new Map<number, number>()
  // Dotted lines run over solid ones.
  for (const way of ways.toSorted((one, other) => (one.line.kind < other.line.kind ? 1 : -1)))
    for (const { gap } of way.steps) {
      const key = `${String(gap)} ${way.group}`
      if (lanes.has(key)) continue
      const next = used.get(gap) ?? 0
      lanes.set(key, next)
      used.set(gap, next + 1)
    }
  return lanes
}

interface Gap {
  readonly top: number
  readonly before: number
}

function placed(
  boxes: readonly BoxInRow[],
  rows: number,
  lanes: ReadonlyMap<string, number>,
  named: ReadonlyMap<string, Way>,
  { gap, label }: Measures,
): { readonly posts: Map<string, PlacedPost>; readonly gaps: readonly Gap[]; readonly height: number } {
  const posts = new Map<string, PlacedPost>()
  const gaps: Gap[] = []
  let top = 0
  for (let row = 0; row < rows; row += 1) {
    const here = boxes.filter((box) => box.row === row)
    for (const { row: _row, ...box } of here) posts.set(box.id, { ...box, top })
    top += Math.max(0, ...here.map((box) => box.tall + box.foot))
    const count = [...lanes.keys()].filter((key) => key.startsWith(`${String(row)} `)).length
    const isNamed = label !== null && [...named.values()].some((way) => way.from.row === row)
    const before = isNamed ? label.tall : gap.before
    gaps.push({ top, before })
    if (row < rows - 1 || count > 0) top += Math.max(gap.least, before + Math.max(count - 1, 0) * gap.lane + gap.after)
  }
  return { posts, gaps, height: top }
}

/** Between two boxes of a row, along the height of the name. */
function sideToSide(one: PlacedPost, other: PlacedPost): readonly Point[] {
  const [left, right] = one.left < other.left ? [one, other] : [other, one]
  const y = left.top + Math.min(22, left.tall / 2)
  return [
    [left.left + left.breadth, y],
    [right.left, y],
  ]
}

function cornersOf(
  way: Way,
  from: PlacedPost,
  to: PlacedPost,
  laneY: (way: Way, gap: number) => number,
  measures: Measures,
): readonly Point[] {
  const points: Point[] = []
  for (const { gap, x } of way.steps) {
    const before = points.at(-1)
    if (before === undefined) points.push([x, from.top + from.tall])
    else points.push([x, before[1]])
    points.push([x, laneY(way, gap)])
  }
  const lane = points.at(-1)?.[1] ?? 0
  const x = entryOf(way.line.kind, way.to, measures.aside)
  const isBeneath = to.top > lane
  return [...points, [x, lane], [x, isBeneath ? to.top : to.top + to.tall + to.foot]]
}

function lineOf(line: LineBetween, points: readonly Point[]): PostLine {
  const corners = points.filter(
    ([x, y], index) => index === 0 || points[index - 1]?.[0] !== x || points[index - 1]?.[1] !== y,
  )
  return { ...line, points: corners, end: pathOf(corners.slice(-2)) }
}

function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}
