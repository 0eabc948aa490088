/**
 * Places for the boxes of posts and the lines between them, in pixels, for the window and for paper alike. Posts that others
 * report to and bodies stand in the middle from the top down, bodies that nobody reports to beside them; posts at the end of a
 * line that are many of a kind stand in rows beneath, as many beside each other as fit. Lines run in the gaps between rows,
 * each overseer's and each superior's in a lane of its own, and pass a row only where no box stands.
 */
import { drawLines, type LineBetween, type PostLine } from './post-lines.ts'

export interface PostToPlace {
  readonly id: string
  /** Steps below the top. */
  readonly depth: number
  readonly above: string | null
  readonly overseer: string | null
  /** One of many of its kind: in rows at the foot where nobody reports to it. */
  readonly many: boolean
  /** Height of its box in a breadth. */
  readonly tallIn: (breadth: number) => number
  /** Height of what hangs under its box in a breadth: no line runs through it. */
  readonly footIn: (breadth: number) => number
}

export interface PlacedPost {
  readonly id: string
  readonly left: number
  readonly top: number
  readonly breadth: number
  readonly tall: number
  /** What hangs under the box: its height, and how far it stands in so that lines pass at its left. */
  readonly foot: number
  readonly inset: number
}

export interface PostLayout {
  readonly posts: readonly PlacedPost[]
  readonly lines: readonly PostLine[]
  /** Where the name of a line of oversight stands: its left end and its middle. */
  readonly labels: readonly { readonly left: number; readonly top: number }[]
  readonly width: number
  readonly height: number
}

export interface Measures {
  readonly side: number
  /** Between boxes of a row, and between the middle and what stands beside it. */
  readonly across: number
  readonly beside: number
  /** Narrowest and broadest box of a body, and of one of many. */
  readonly body: readonly [number, number]
  readonly many: readonly [number, number]
  readonly mostPerRow: number
  /** Between rows: over the first lane, between lanes, under the last one, and the least of all. */
  readonly gap: { readonly before: number; readonly lane: number; readonly after: number; readonly least: number }
  /** How far a line of oversight stands from the middle of a box. */
  readonly aside: number
  /** How near a line may come to a box that it passes. */
  readonly clear: number
  /** Room for the name of a line of oversight; null: lines are not named. */
  readonly label: { readonly breadth: number; readonly tall: number } | null
}

export interface Row {
  readonly middle: readonly PostToPlace[]
  readonly beside: readonly PostToPlace[]
  readonly breadth: number
}

/** @param available width of the drawing; it is broader only where a single box is. */
export function layOutPosts(posts: readonly PostToPlace[], available: number, measures: Measures): PostLayout {
  const width = Math.max(available, 2 * measures.side + Math.max(measures.body[0], measures.many[0]))
  const rows = rowsOf(posts, width, measures)
  const places = new Map<string, { readonly row: number; readonly left: number; readonly breadth: number }>()
  for (const [index, row] of rows.entries())
    for (const { id, left } of placesIn(row, width, measures))
      places.set(id, { row: index, left, breadth: row.breadth })
  const between: LineBetween[] = posts.flatMap((post) =>
    (['command', 'oversight'] as const).flatMap((kind): LineBetween[] => {
      const upper = kind === 'command' ? post.above : post.overseer
      return upper === null || upper === post.id || !places.has(upper) ? [] : [{ kind, upper, lower: post.id }]
    }),
  )
  const drawing = drawLines(between, boxesOf(posts, rows, places, between, measures), rows.length, width, measures)
  return { ...drawing, width }
}

export interface BoxInRow extends Omit<PlacedPost, 'top'> {
  readonly row: number
}

function boxesOf(
  posts: readonly PostToPlace[],
  rows: readonly Row[],
  places: ReadonlyMap<string, { readonly row: number; readonly left: number; readonly breadth: number }>,
  between: readonly LineBetween[],
  { clear, aside }: Measures,
): readonly BoxInRow[] {
  const tall = rows.map(({ middle, beside, breadth }) =>
    Math.max(...[...middle, ...beside].map((post) => post.tallIn(breadth))),
  )
  const rowOf = (id: string) => places.get(id)?.row ?? 0
  // Lines leave at the foot of the higher one.
  const leading = new Set(between.map(({ upper, lower }) => (rowOf(upper) > rowOf(lower) ? lower : upper)))
  return posts.flatMap(({ id, footIn }): BoxInRow[] => {
    const place = places.get(id)
    if (place === undefined) return []
    const foot = footIn(place.breadth)
    const inset = foot > 0 && leading.has(id) ? 2 * clear + Math.min(aside, 8) : 0
    return [{ id, ...place, tall: tall[place.row] ?? 0, foot, inset }]
  })
}

function rowsOf(posts: readonly PostToPlace[], width: number, measures: Measures): readonly Row[] {
  const leading = new Set(posts.map((post) => post.above))
  const leaves = posts.filter((post) => post.many && !leading.has(post.id))
  const others = posts.filter((post) => !leaves.includes(post))
  const rows: Row[] = []
  for (const depth of [...new Set(others.map((post) => post.depth))].sort((one, other) => one - other)) {
    const level = others.filter((post) => post.depth === depth)
    const middle = level.filter((post) => leading.has(post.id))
    const beside = level.filter((post) => !leading.has(post.id))
    // At the top something stands in the middle, so that the drawing has one.
    if (middle.length === 0 && depth === 0) middle.push(...beside.splice(0, 1))
    rows.push(...rowsOfBodies(middle, beside, width, measures))
  }
  // Those of one superior stand together, in the order of the superiors.
  const order = new Map(others.map((post, index) => [post.id, index]))
  const place = (post: PostToPlace) => order.get(post.above ?? '') ?? others.length
  const sorted = leaves.toSorted((one, other) => place(one) - place(other))
  const [narrowest, broadest] = measures.many
  const most = Math.min(measures.mostPerRow, fitting(width - 2 * measures.side, narrowest, measures.across))
  for (const middle of evenly(sorted, most))
    rows.push({ middle, beside: [], breadth: broadnessOf(middle.length, width, broadest, measures) })
  return rows
}

function rowsOfBodies(
  middle: readonly PostToPlace[],
  beside: readonly PostToPlace[],
  width: number,
  measures: Measures,
): readonly Row[] {
  const [narrowest, broadest] = measures.body
  const most = fitting(width - 2 * measures.side, narrowest, measures.across)
  const rows: Row[] = evenly(middle, most).map((row) => ({
    middle: row,
    beside: [],
    breadth: broadnessOf(row.length, width, broadest, measures),
  }))
  const last = rows.at(-1)
  let rest = beside
  if (rest.length > 0) {
    // The middle keeps its place: what stands beside it has half of what it leaves free.
    const count = Math.max(last?.middle.length ?? 0, 1)
    const free = width / 2 - measures.side - measures.beside - ((count - 1) / 2) * measures.across
    const forAll = (free - (rest.length - 1) * measures.across) / (rest.length + count / 2)
    const breadth = Math.min(Math.max(forAll, narrowest), broadest)
    const fits = fitting(free - (count / 2) * breadth, breadth, measures.across, 0)
    if (fits > 0) {
      rows.splice(last === undefined ? 0 : -1, last === undefined ? 0 : 1, {
        middle: last?.middle ?? [],
        beside: rest.slice(0, fits),
        breadth,
      })
      rest = rest.slice(fits)
    }
  }
  for (const row of evenly(rest, most))
    rows.push({ middle: row, beside: [], breadth: broadnessOf(row.length, width, broadest, measures) })
  return rows
}

/** How many boxes of a breadth stand beside each other in a room. */
function fitting(room: number, breadth: number, across: number, least = 1): number {
  return Math.max(least, Math.floor((room + across) / (breadth + across) + 1e-9))
}

function broadnessOf(count: number, width: number, broadest: number, { side, across }: Measures): number {
  return Math.min(broadest, (width - 2 * side - (count - 1) * across) / count)
}

/** In rows that are as long as each other, or nearly. */
function evenly(posts: readonly PostToPlace[], most: number): readonly (readonly PostToPlace[])[] {
  const rows = Math.ceil(posts.length / most)
  const size = rows === 0 ? 0 : Math.ceil(posts.length / rows)
  return Array.from({ length: rows }, (_, row) => posts.slice(row * size, (row + 1) * size)).filter(
    (row) => row.length > 0,
  )
}

function placesIn(
  { middle, beside, breadth }: Row,
  width: number,
  { across, beside: besideGap }: Measures,
): readonly { readonly id: string; readonly left: number }[] {
  const taken = middle.length * breadth + Math.max(middle.length - 1, 0) * across
  const start = (width - taken) / 2
  const right = (width + Math.max(taken, breadth)) / 2 + besideGap
  return [
    ...middle.map(({ id }, index) => ({ id, left: start + index * (breadth + across) })),
    ...beside.map(({ id }, index) => ({ id, left: right + index * (breadth + across) })),
  ]
}
