/**
 * Places for the boxes of posts, in pixels: bodies and posts that others report to stand in the middle from the top down,
 * bodies that nobody reports to beside them, and executives in rows beneath. Command runs along a solid bus over each row of
 * executives, oversight along a dotted one above it.
 */
import type { PathNode } from '#shared/domain/metrics/accountability-path.ts'

export interface Placed {
  readonly node: PathNode
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface ChartLine {
  readonly kind: 'command' | 'oversight' | 'vacant'
  /** SVG path. */
  readonly path: string
}

export interface ChartLayout {
  readonly boxes: readonly Placed[]
  readonly lines: readonly ChartLine[]
  readonly width: number
  readonly height: number
}

const side = 18
const bodyWidth = 260
const besideGap = 64
const perRow = 7
const gap = 10
const rowGap = 26
/** Over a row of executives: room for the two buses. */
const busRoom = 40
/** A name of two lines, the person, since when, and a deputy of two lines. */
const tall = { executive: 116, other: 66 } as const

export function chartLayout(path: readonly PathNode[], available: number): ChartLayout {
  const width = Math.max(available, 760)
  const reportedTo = new Set(path.map((node) => node.reportsToId))
  const executives = path.filter((node) => node.kind === 'executive' && !reportedTo.has(node.postId))
  const others = path.filter((node) => !executives.includes(node))
  const boxes: Placed[] = []
  let top = 14
  for (const depth of [...new Set(others.map((node) => node.depth))].sort((one, other) => one - other)) {
    const row = others.filter((node) => node.depth === depth)
    const height = Math.max(...row.map(heightOf))
    const middle = row.filter((node) => reportedTo.has(node.postId))
    const beside = row.filter((node) => !reportedTo.has(node.postId))
    const first = middle.length === 0 && depth === 0 ? beside.splice(0, 1) : middle
    const breadth = first.length * bodyWidth + Math.max(first.length - 1, 0) * gap
    const left = (width - breadth) / 2
    const right = (width + Math.max(breadth, bodyWidth)) / 2 + besideGap
    first.forEach((node, index) =>
      boxes.push({ node, left: left + index * (bodyWidth + gap), top, width: bodyWidth, height: heightOf(node) }),
    )
    beside.forEach((node, index) =>
      boxes.push({ node, left: right + index * (bodyWidth + gap), top, width: bodyWidth, height: heightOf(node) }),
    )
    top += height + rowGap
  }
  for (let start = 0; start < executives.length; start += perRow) {
    const row = executives.slice(start, start + perRow)
    const breadth = Math.min((width - 2 * side - (row.length - 1) * gap) / row.length, 220)
    const left = (width - row.length * breadth - (row.length - 1) * gap) / 2
    top += boxes.length === 0 ? 0 : busRoom - rowGap
    row.forEach((node, index) =>
      boxes.push({ node, left: left + index * (breadth + gap), top, width: breadth, height: tall.executive }),
    )
    top += tall.executive + rowGap
  }
  const breadth = Math.max(width, ...boxes.map((box) => box.left + box.width + side))
  return {
    boxes,
    lines: linesOf(boxes, new Set(executives.map((node) => node.postId))),
    width: breadth,
    height: Math.max(top - rowGap + 16, 60),
  }
}

function heightOf(node: PathNode): number {
  return node.kind === 'executive' ? tall.executive : tall.other
}

function linesOf(boxes: readonly Placed[], executives: ReadonlySet<string>): readonly ChartLine[] {
  const byId = new Map(boxes.map((box) => [box.node.postId, box]))
  const middle = (box: Placed) => box.left + box.width / 2
  return boxes.flatMap((box): ChartLine[] => {
    const above = box.node.reportsToId === null ? undefined : byId.get(box.node.reportsToId)
    const overseer = box.node.overseenById === null ? undefined : byId.get(box.node.overseenById)
    const lines: ChartLine[] = []
    const inRow = executives.has(box.node.postId)
    if (above !== undefined)
      lines.push({
        kind: 'command',
        path: moves(
          [middle(above), above.top + above.height],
          [middle(above), box.top - 13],
          [middle(box), box.top - 13],
          [middle(box), box.top],
        ),
      })
    if (above !== undefined && box.node.holding.state === 'vacant')
      lines.push({ kind: 'vacant', path: moves([middle(box), box.top - 13], [middle(box), box.top]) })
    if (overseer !== undefined && inRow)
      lines.push({
        kind: 'oversight',
        path: moves(
          [middle(overseer) + 24, overseer.top + overseer.height],
          [middle(overseer) + 24, box.top - 26],
          [middle(box) + 24, box.top - 26],
          [middle(box) + 24, box.top],
        ),
      })
    else if (overseer !== undefined) lines.push({ kind: 'oversight', path: acrossTo(box, overseer) })
    return lines
  })
}

/** Between two bodies: from side to side, along the edge that both have towards each other. */
function acrossTo(box: Placed, overseer: Placed): string {
  const y = box.top + 22
  const to = overseer.top + 22
  if (overseer.left > box.left + box.width)
    return moves(
      [box.left + box.width, y],
      [overseer.left + 30, y],
      [overseer.left + 30, to < y ? overseer.top + overseer.height : to],
    )
  if (overseer.left + overseer.width < box.left)
    return moves([box.left, y], [overseer.left + overseer.width, y], [overseer.left + overseer.width, to])
  return moves(
    [box.left + box.width, y],
    [box.left + box.width + 28, y],
    [box.left + box.width + 28, to],
    [overseer.left + overseer.width, to],
  )
}

function moves(...points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}
