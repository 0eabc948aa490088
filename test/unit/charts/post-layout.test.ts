/** The rules of the drawing of posts: nothing overlaps, no line runs through a box, nothing is cut, rows wrap where they must. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutPosts, type Measures, type PostLayout, type PostToPlace } from '#renderer/charts/post-layout.ts'
import { paperMeasures, windowMeasures } from '#renderer/charts/post-measures.ts'

const post = (id: string, depth: number, above: string | null, given: Partial<PostToPlace> = {}): PostToPlace => ({
  id,
  depth,
  above,
  overseer: null,
  many: false,
  tallIn: () => 60,
  footIn: () => 0,
  ...given,
})

/** A board, its audit committee, a president, two committees and fifteen officers with their owners. */
const officers = Array.from({ length: 15 }, (_, index) =>
  post(`officer-${String(index + 1)}`, 3, index < 9 ? 'risk' : 'president', {
    many: true,
    overseer: index < 9 ? 'audit' : 'risk',
    tallIn: () => 116,
    footIn: () => 48 + 26 * (index % 4),
  }),
)
const large: readonly PostToPlace[] = [
  post('board', 0, null),
  post('audit', 0, null),
  post('president', 1, 'board', { many: true, overseer: 'audit' }),
  post('risk', 2, 'president', { overseer: 'audit' }),
  post('ethics', 2, 'president', { overseer: 'audit' }),
  ...officers,
]

type Box = readonly [left: number, top: number, right: number, bottom: number]
/** What no other line may pass: the box, and what hangs under it beside the strip for lines of its own. */
const boxesOf = ({ posts }: PostLayout): ReadonlyMap<string, Box> =>
  new Map(posts.map(({ id, left, top, breadth, tall, foot }) => [id, [left, top, left + breadth, top + tall + foot]]))

/** Everything that is wrong with a drawing, as sentences. */
function faultsOf(layout: PostLayout): readonly string[] {
  const found: string[] = []
  const boxes = boxesOf(layout)
  for (const [id, [left, top, right, bottom]] of boxes) {
    if (left < 0 || top < 0 || right > layout.width || bottom > layout.height) found.push(`${id} is cut`)
    for (const [other, box] of boxes)
      if (id < other && left < box[2] && box[0] < right && top < box[3] && box[1] < bottom)
        found.push(`${id} overlaps ${other}`)
  }
  for (const { kind, upper, lower, points } of layout.lines) {
    const name = `${kind} from ${upper} to ${lower}`
    for (const [index, [x, y]] of points.entries()) {
      if (x < 0 || y < 0 || x > layout.width || y > layout.height) found.push(`${name} is cut`)
      const [nextX, nextY] = points[index + 1] ?? [x, y]
      if (x !== nextX && y !== nextY) found.push(`${name} runs aslant`)
      const [from, to] = [
        [Math.min(x, nextX), Math.min(y, nextY)],
        [Math.max(x, nextX), Math.max(y, nextY)],
      ] as const
      for (const [id, [left, top, right, bottom]] of boxes) {
        // A line runs out beside what hangs under its own box.
        const own = layout.posts.find((each) => each.id === id)
        const isOwnStrip =
          (id === upper || id === lower) && own !== undefined && own.inset > 0 && to[0] < left + own.inset
        if (!isOwnStrip && from[0] < right && left < to[0] + 0.001 && from[1] < bottom && top < to[1])
          if (to[0] > left && from[0] < right) found.push(`${name} runs through ${id}`)
      }
    }
  }
  return found
}

const breadthOf = ({ posts }: PostLayout, id: string) => posts.find((each) => each.id === id)?.breadth ?? 0
const rowsOf = ({ posts }: PostLayout, begin: string) => {
  const tops = posts.filter(({ id }) => id.startsWith(begin)).map(({ top }) => top)
  return [...new Set(tops)].map((top) => tops.filter((each) => each === top).length)
}

describe('fifteen officers under a board, a president and two committees', () => {
  /** What the window has at 1440, 1280, 1024 and at 200 %. */
  test.each([1232, 1072, 976, 672, 424])('in a breadth of %i', (available) => {
    const layout = layOutPosts(large, available, windowMeasures)
    expect(faultsOf(layout)).toEqual([])
    expect(layout.width).toBe(available)
    expect(layout.posts.map(({ id }) => id).toSorted()).toEqual(large.map(({ id }) => id).toSorted())
    expect(layout.lines).toHaveLength(18 + 18)
    expect(breadthOf(layout, 'officer-1')).toBeGreaterThanOrEqual(windowMeasures.many[0])
  })

  test('officers stand in rows that are as long as each other', () => {
    expect(rowsOf(layOutPosts(large, 1232, windowMeasures), 'officer')).toEqual([5, 5, 5])
    expect(rowsOf(layOutPosts(large, 1072, windowMeasures), 'officer')).toEqual([5, 5, 5])
    expect(rowsOf(layOutPosts(large, 976, windowMeasures), 'officer')).toEqual([5, 5, 5])
    expect(rowsOf(layOutPosts(large, 672, windowMeasures), 'officer')).toEqual([3, 3, 3, 3, 3])
    expect(rowsOf(layOutPosts(large.slice(0, 12), 1232, windowMeasures), 'officer')).toEqual([7])
  })

  test('those of one superior stand together', () => {
    const layout = layOutPosts(large, 1232, windowMeasures)
    const inOrder = layout.posts
      .filter(({ id }) => id.startsWith('officer'))
      .toSorted((one, other) => one.top - other.top || one.left - other.left)
      .map(({ id }) => large.find((each) => each.id === id)?.above)
    expect(inOrder).toEqual([...Array<string>(6).fill('president'), ...Array<string>(9).fill('risk')])
  })

  test('each line of oversight is named once, clear of boxes and of lines', () => {
    const layout = layOutPosts(large, 1232, windowMeasures)
    expect(layout.labels).toHaveLength(2)
    const { breadth, tall } = windowMeasures.label ?? { breadth: 0, tall: 0 }
    for (const { left, top } of layout.labels) {
      const label: Box = [left, top - tall / 2 + 1, left + breadth, top + tall / 2 - 1]
      for (const box of boxesOf(layout).values())
        expect(label[0] < box[2] && box[0] < label[2] && label[1] < box[3] && box[1] < label[3]).toBe(false)
      for (const { points } of layout.lines)
        for (const [index, [x, y]] of points.entries()) {
          const [nextX, nextY] = points[index + 1] ?? [x, y]
          const isClear =
            Math.max(x, nextX) < label[0] ||
            Math.min(x, nextX) > label[2] ||
            Math.max(y, nextY) < label[1] ||
            Math.min(y, nextY) > label[3]
          expect(isClear).toBe(true)
        }
    }
  })

  test('no line lies on a line of somebody else', () => {
    for (const available of [1232, 1072]) {
      const { lines } = layOutPosts(large, available, windowMeasures)
      const pieces = lines.flatMap(({ kind, upper, points }) =>
        points.slice(1).map(([x, y], index) => {
          const [beforeX, beforeY] = points[index] ?? [x, y]
          return {
            group: `${kind} ${upper}`,
            x: [beforeX, x].toSorted((a, b) => a - b),
            y: [beforeY, y].toSorted((a, b) => a - b),
          }
        }),
      )
      const shared = pieces.filter((one) =>
        pieces.some((other) => {
          const common = (axis: 'x' | 'y') =>
            Math.min(one[axis][1] ?? 0, other[axis][1] ?? 0) - Math.max(one[axis][0] ?? 0, other[axis][0] ?? 0)
          return (
            one.group !== other.group &&
            ((common('x') === 0 && common('y') > 0) || (common('y') === 0 && common('x') > 0)) &&
            (one.x[0] === one.x[1]) === (other.x[0] === other.x[1])
          )
        }),
      )
      expect(shared).toEqual([])
    }
  })
})

test('what hangs under a post that others report to stands in, so that its line passes beside it', () => {
  const layout = layOutPosts(
    [post('head', 0, null, { many: true, footIn: () => 80 }), post('below', 1, 'head', { many: true })],
    800,
    windowMeasures,
  )
  expect(layout.posts.map(({ inset }) => inset > 0)).toEqual([true, false])
  expect(faultsOf(layout)).toEqual([])
})

test('two posts that report to each other are drawn, and end', () => {
  const layout = layOutPosts([post('one', 1, 'other'), post('other', 1, 'one')], 800, windowMeasures)
  expect(layout.posts).toHaveLength(2)
  expect(faultsOf(layout)).toEqual([])
})

/** Any organisation: up to four levels, superiors of any higher level, overseers of any level. */
const anyOrganisation = fc
  .array(
    fc.record({
      depth: fc.nat(3),
      above: fc.nat(),
      overseer: fc.option(fc.nat()),
      many: fc.boolean(),
      foot: fc.nat(3),
    }),
    {
      minLength: 1,
      maxLength: 24,
    },
  )
  .map((facts) =>
    facts.map(({ depth, above, overseer, many, foot }, index): PostToPlace => {
      const higher = facts.flatMap((each, place) => (each.depth < depth ? [place] : []))
      const superior = higher[above % Math.max(higher.length, 1)]
      return post(`p${String(index)}`, depth, superior === undefined ? null : `p${String(superior)}`, {
        overseer: overseer === null ? null : `p${String(overseer % facts.length)}`,
        many,
        tallIn: () => 60 + (many ? 56 : 0),
        footIn: () => (many ? foot * 26 : 0),
      })
    }),
  )

test.each([
  ['window', windowMeasures],
  ['paper', paperMeasures],
] as readonly (readonly [string, Measures])[])('any organisation is drawn without a fault: %s', (_name, measures) => {
  fc.assert(
    fc.property(anyOrganisation, fc.integer({ min: 300, max: 1600 }), (posts, available) => {
      const layout = layOutPosts(posts, available, measures)
      expect(faultsOf(layout)).toEqual([])
      expect(layout.posts).toHaveLength(posts.length)
    }),
    { numRuns: 200 },
  )
})
