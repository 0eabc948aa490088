/**
 * Places for the boxes of a line of command. Posts of one depth stand in rows of at most four; lines run in the gaps: down a
 * trunk in the middle, along a bus over each row, down to each box. Oversight runs the same way, a little aside.
 */
export interface PostToPlace {
  readonly id: string
  /** Steps below the top. */
  readonly depth: number
  readonly above: string | null
  readonly overseer: string | null
  /** One of many of its kind: small, in rows; else by itself, wider. */
  readonly many: boolean
  /** Height of what stands under its name, in pixels. */
  readonly holderTall: number
  /** Lines of its name in a breadth of so many pixels. */
  readonly linesOfName: (breadth: number) => number
}

export interface PlacedPost {
  readonly id: string
  readonly left: number
  readonly top: number
  readonly breadth: number
  readonly tall: number
}

export interface PostLine {
  readonly kind: 'command' | 'oversight'
  /** SVG path. */
  readonly path: string
}

const perRow = 4
const gap = { across: 8, down: 12 }
/** Edges of a box, one line of a name (at most three are shown), and the sides of both. */
const box = { edges: 6, nameLine: 12.5, sides: 14 }

/** @param width of the whole drawing in pixels */
export function layOutPosts(
  posts: readonly PostToPlace[],
  width: number,
): { readonly posts: readonly PlacedPost[]; readonly lines: readonly PostLine[]; readonly height: number } {
  let y = 0
  const placed = rowsOf(posts).flatMap((row, index) => {
    const places = placeRow(row, index === 0, y, width)
    y += (places[0]?.tall ?? 0) + gap.down
    return places
  })
  const byId = new Map(placed.map((post) => [post.id, post]))
  const lines = posts.flatMap((post): PostLine[] => {
    const place = byId.get(post.id)
    if (!place) return []
    return [
      ...lineBetween('command', post.above === null ? undefined : byId.get(post.above), place, width),
      ...lineBetween('oversight', post.overseer === null ? undefined : byId.get(post.overseer), place, width),
    ]
  })
  return { posts: placed, lines, height: Math.max(0, y - gap.down) }
}

/** Bodies and posts that others report to come first in their depth and keep a row to themselves. */
function rowsOf(posts: readonly PostToPlace[]): readonly (readonly PostToPlace[])[] {
  const leading = new Set(posts.map((post) => post.above))
  const depths = [...new Set(posts.map((post) => post.depth))].sort((one, other) => one - other)
  return depths.flatMap((depth) => {
    const level = posts.filter((post) => post.depth === depth)
    const leaves = level.filter((post) => post.many && !leading.has(post.id))
    return [...chunks(level.filter((post) => !leaves.includes(post))), ...chunks(leaves)]
  })
}

function chunks(posts: readonly PostToPlace[]): readonly (readonly PostToPlace[])[] {
  const rows = Math.ceil(posts.length / perRow)
  const size = rows === 0 ? 0 : Math.ceil(posts.length / rows)
  return Array.from({ length: rows }, (_, row) => posts.slice(row * size, (row + 1) * size))
}

function placeRow(row: readonly PostToPlace[], top: boolean, y: number, width: number): readonly PlacedPost[] {
  const column = (width - gap.across * (perRow - 1)) / perRow
  const breadth = row.length === 1 ? 222 : row.length === 2 ? 156 : column
  // At the top the board stands in the middle and what oversees beside it, so that the line of command stays straight.
  const beside = top && row.length === 2
  const between = beside ? (width - 3 * breadth) / 2 : gap.across
  const start = beside ? (width - breadth) / 2 : (width - row.length * breadth - (row.length - 1) * between) / 2
  const lines = Math.max(...row.map((post) => post.linesOfName(breadth - box.sides)))
  const tall =
    box.edges + Math.max(...row.map((post) => post.holderTall)) + box.nameLine * Math.min(Math.max(lines, 1), 3)
  return row.map((post, index) => ({
    id: post.id,
    left: start + index * (breadth + between),
    top: y,
    breadth,
    tall,
  }))
}

function lineBetween(
  kind: PostLine['kind'],
  upper: PlacedPost | undefined,
  lower: PlacedPost,
  width: number,
): PostLine[] {
  if (!upper) return []
  const aside = kind === 'oversight' ? 6 : 0
  const from = upper.left + upper.breadth / 2 + aside
  const to = lower.left + lower.breadth / 2 + aside
  if (upper.top === lower.top) {
    const [left, right] = upper.left < lower.left ? [upper, lower] : [lower, upper]
    const y = upper.top + upper.tall / 2
    return [{ kind, path: `M${left.left + left.breadth} ${y}H${right.left}` }]
  }
  // A post that oversees one above it: from its top up to the other's foot.
  if (upper.top > lower.top) return lineBetween(kind, lower, upper, width)
  const bus = lower.top - gap.down / 2 + (kind === 'oversight' ? 4 : 0)
  const start = upper.top + upper.tall
  const nextRow = upper.top + upper.tall + gap.down >= lower.top
  if (nextRow) return [{ kind, path: `M${from} ${start}V${bus}H${to}V${lower.top}` }]
  // Past a row in between: down the trunk, which a row of even length leaves free.
  const trunk = width / 2 + aside / 2
  const firstBus = start + gap.down / 2 + (kind === 'oversight' ? 4 : 0)
  return [{ kind, path: `M${from} ${start}V${firstBus}H${trunk}V${bus}H${to}V${lower.top}` }]
}
