/** What hangs on each post of the way to the board: its direct reports, and the owners of the systems that it answers for. */
import type { Holding } from '../accountability.ts'
import { holdsOn } from '../calendar-date.ts'
import { groupBy } from '../kept-parts.ts'
import type { PathNode } from './accountability-path.ts'
import type { RegisterOn } from './register-on.ts'

/** One owner (a post, or a person without one) and how many of the post's counted systems are theirs. */
export interface OwnerOfSystems {
  readonly holding: Holding
  readonly systems: number
}

export interface SpanOfPost {
  readonly postId: string
  /** Posts of any kind that exist on the day and report to it. */
  readonly reports: number
  /** Those with most systems first; vacant posts, then systems without a registered owner, last. Their sum is the post's systems. */
  readonly owners: readonly OwnerOfSystems[]
}

const order = ['held', 'vacant', 'unregistered'] as const

export function spansOn(on: RegisterOn, path: readonly PathNode[]): readonly SpanOfPost[] {
  const reports = groupBy(on.input.posts, (post) =>
    post.withdrawn === null && post.reportsToId !== null && holdsOn(post, on.asOf) ? [post.reportsToId] : [],
  )
  const systems = groupBy(on.systemsOn, ({ executive: { holding } }) =>
    holding.postId === null ? [] : [holding.postId],
  )
  return path.map(({ postId }) => {
    const owners = new Map<string, { readonly holding: Holding; systems: number }>()
    for (const { system } of systems.get(postId) ?? []) {
      const holding = on.answerable.of('system_owner', system.id)
      const key = holding.postId ?? holding.personId ?? ''
      const known = owners.get(key)
      if (known) known.systems += 1
      else owners.set(key, { holding, systems: 1 })
    }
    return {
      postId,
      reports: reports.get(postId)?.length ?? 0,
      owners: [...owners.values()].sort(
        (one, other) =>
          order.indexOf(one.holding.state) - order.indexOf(other.holding.state) || other.systems - one.systems,
      ),
    }
  })
}
