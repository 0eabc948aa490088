/** The way from the executives up to the board, with who holds each post on the day. */
import type { Holding } from '../accountability.ts'
import { holdsOn } from '../calendar-date.ts'
import type { Bilingual } from '../text.ts'
import type { PostFacts } from './figure-input.ts'
import type { RegisterOn } from './register-on.ts'

export interface PathNode {
  readonly postId: string
  readonly code: string
  readonly name: Bilingual
  readonly kind: PostFacts['kind']
  readonly holding: Holding
  /** Steps below the top of its line of command, 0 at the top. */
  readonly depth: number
  /** The post in command (solid line), where it is on the path. */
  readonly reportsToId: string | null
  /** The post that oversees or hears reports (dotted line), where it is on the path. */
  readonly overseenById: string | null
  /** Counted systems that the post answers for as accountable executive. */
  readonly systems: number
}

/**
 * Boards, committees and executives that exist on the day, and the posts between an executive and the top of its line.
 * Ordered by depth, then as in the register.
 */
export function accountabilityPath(on: RegisterOn): readonly PathNode[] {
  const standing = new Map(
    on.input.posts.filter((post) => post.withdrawn === null && holdsOn(post, on.asOf)).map((post) => [post.id, post]),
  )
  const chosen = new Set<string>()
  for (const post of standing.values())
    if (post.kind === 'board' || post.kind === 'committee' || post.kind === 'executive')
      for (const each of lineOf(post, standing)) chosen.add(each.id)
  const systems = new Map<string, number>()
  for (const { executive } of on.systemsOn) {
    const { postId } = executive.holding
    if (postId !== null) systems.set(postId, (systems.get(postId) ?? 0) + 1)
  }
  const inPath = (id: string | null) => (id !== null && chosen.has(id) ? id : null)
  return [...standing.values()]
    .filter((post) => chosen.has(post.id))
    .map((post) => ({
      postId: post.id,
      code: post.code,
      name: post.name,
      kind: post.kind,
      holding: on.answerable.post(post.id),
      depth: lineOf(post, standing).length - 1,
      reportsToId: inPath(post.reportsToId),
      overseenById: inPath(post.overseenById),
      systems: systems.get(post.id) ?? 0,
    }))
    .sort((one, other) => one.depth - other.depth)
}

/** The post and those above it, in command order; a loop ends where it closes. */
function lineOf(post: PostFacts, standing: ReadonlyMap<string, PostFacts>): readonly PostFacts[] {
  const line = [post]
  let above = post.reportsToId === null ? undefined : standing.get(post.reportsToId)
  while (above && !line.includes(above)) {
    line.push(above)
    above = above.reportsToId === null ? undefined : standing.get(above.reportsToId)
  }
  return line
}

export interface VacantPost {
  readonly postId: string
  readonly code: string
  readonly name: Bilingual
  readonly holding: Holding
  /** Codes of the counted systems that lose their executive by it. */
  readonly systems: readonly string[]
}

/** Executive posts that exist and stand empty on the day; those that answer for most systems first. */
export function vacantExecutivePosts(on: RegisterOn): readonly VacantPost[] {
  const codes = new Map<string, string[]>()
  for (const { system, executive } of on.systemsOn) {
    const { state, holding } = executive
    if (state !== 'vacant' || holding.postId === null) continue
    const list = codes.get(holding.postId)
    if (list) list.push(system.code)
    else codes.set(holding.postId, [system.code])
  }
  return on.input.posts
    .filter((post) => post.withdrawn === null && post.kind === 'executive' && holdsOn(post, on.asOf))
    .map((post) => ({
      postId: post.id,
      code: post.code,
      name: post.name,
      holding: on.answerable.post(post.id),
      systems: codes.get(post.id) ?? [],
    }))
    .filter((post) => post.holding.state === 'vacant')
    .sort((one, other) => other.systems.length - one.systems.length)
}
