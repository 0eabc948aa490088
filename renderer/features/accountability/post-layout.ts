/** Places for the boxes of posts: rows by depth, each child beneath its line, in pixels. */
import type { PathNode } from '#shared/domain/metrics/accountability-path.ts'

export interface Placed {
  readonly node: PathNode
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const leafWidth = 162
const wideWidth = 236
const gap = 10
const rowGap = 28
const heights = { executive: 92, other: 52 } as const

/** Each post takes the breadth of those beneath it; a post without any takes its own. */
export function chartLayout(path: readonly PathNode[]): { readonly boxes: readonly Placed[]; readonly width: number } {
  const present = new Set(path.map((node) => node.postId))
  const childrenOf = (id: string | null) =>
    path.filter((node) => (node.reportsToId !== null && present.has(node.reportsToId) ? node.reportsToId : null) === id)
  const boxes: Placed[] = []
  const tops = rowTops(path)
  const widthOf = (node: PathNode) => (node.kind === 'executive' ? leafWidth : wideWidth)
  const breadth = (node: PathNode): number => {
    const below = childrenOf(node.postId)
    const sum = below.reduce((total, each) => total + breadth(each) + gap, -gap)
    return Math.max(widthOf(node), sum)
  }
  const place = (node: PathNode, left: number) => {
    const whole = breadth(node)
    const width = widthOf(node)
    boxes.push({
      node,
      left: left + (whole - width) / 2,
      top: tops[node.depth] ?? 0,
      width,
      height: node.kind === 'executive' ? heights.executive : heights.other,
    })
    let next = left
    for (const child of childrenOf(node.postId)) {
      place(child, next)
      next += breadth(child) + gap
    }
  }
  let left = 18
  for (const root of childrenOf(null)) {
    place(root, left)
    left += breadth(root) + gap * 4
  }
  return { boxes, width: Math.max(left, 400) }
}

/** The top of each row: as tall as its tallest box. */
function rowTops(path: readonly PathNode[]): readonly number[] {
  const deepest = Math.max(...path.map((node) => node.depth))
  const tops: number[] = []
  let top = 14
  for (let depth = 0; depth <= deepest; depth += 1) {
    tops.push(top)
    const tall = path.some((node) => node.depth === depth && node.kind === 'executive')
    top += (tall ? heights.executive : heights.other) + rowGap
  }
  return tops
}

export function chartHeight(boxes: readonly Placed[]): number {
  return Math.max(...boxes.map((box) => box.top + box.height)) + 16
}
