/** How tall the boxes of posts are, and what hangs under them: the drawing is laid out before it is drawn. */
import { linesOfText } from '#renderer/charts/lines-of-text.ts'
import type { PostToPlace } from '#renderer/charts/post-layout.ts'
import type { Words } from '#renderer/records/words.ts'
import type { AccountabilityPicture } from '#shared/contract/accountability.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { PathNode } from '#shared/domain/metrics/accountability-path.ts'
import type { OwnerOfSystems, SpanOfPost } from '#shared/domain/metrics/accountability-spans.ts'

/** The Latin letters of the Japanese face are broader. */
const letters = { ja: { broad: 12.2, narrow: 7 }, en: { broad: 12.2, narrow: 6.3 } }
/** Edges and padding of a box, above and beside, and the lines in it. */
const edges = { above: 12, beside: 20 }
const lineTall = { post: 16, holder: 20, note: 16 }
/** The number of systems beside the name of a post. */
const numberBroad = 30
/** The heading of the owners, an owner, a line of the name beneath a vacancy, and how many more there are. */
const footTall = { heading: 28, owner: 26, post: 16, more: 26 }
/** What the number beside an owner takes of the breadth. */
const ownersNumber = 54
const mostOwners = 6

export interface BoxFacts {
  readonly node: PathNode
  readonly span: SpanOfPost
  /** Owners that are shown, and how many more there are. */
  readonly owners: readonly OwnerOfSystems[]
  readonly more: number
  /** Since when, and how many posts report to it: each stands whole. */
  readonly notes: readonly string[]
  readonly deputy: string | null
}

/** The posts of the path with all that their boxes say. */
export function boxesOf(words: Words, { path, spans, labels }: AccountabilityPicture): readonly BoxFacts[] {
  const { t } = words
  const spanOf = new Map(spans.map((span) => [span.postId, span]))
  return path.map((node) => {
    const { holding } = node
    const span = spanOf.get(node.postId) ?? { postId: node.postId, reports: 0, owners: [] }
    const since = holding.heldFrom ?? holding.vacantSince
    const name = words.label(labels, holding.deputyId)
    const owners = span.owners.length > mostOwners ? span.owners.slice(0, mostOwners - 1) : span.owners
    return {
      node,
      span,
      owners,
      more: span.owners.length - owners.length,
      notes: [
        ...(since === null ? [] : [t('app.since', { day: since })]),
        ...(span.reports === 0 ? [] : [t('app.directReports', { count: span.reports })]),
      ],
      deputy:
        holding.deputyId === null
          ? null
          : holding.deputyUntil === null
            ? t('app.deputy', { name })
            : t('app.deputyUntil', { name, day: holding.deputyUntil }),
    }
  })
}

export function postToPlace(
  words: Words,
  { node, owners, more, notes, deputy }: BoxFacts,
  labels: Labels,
): PostToPlace {
  const many = node.kind === 'executive'
  const lines = (text: string, breadth: number) => linesOfText(text, breadth, letters[words.language])
  return {
    id: node.postId,
    depth: node.depth,
    above: node.reportsToId,
    overseer: node.overseenById,
    many,
    tallIn: (breadth) => {
      const room = breadth - edges.beside
      const name = lines(words.name(node.name), room - (many ? numberBroad : 0))
      const noteLines = lines(notes.join('\u3000'), room) === 1 ? Math.min(notes.length, 1) : notes.length
      const deputyLines = many
        ? lines(deputy ?? `${words.t('app.deputyTitle')} ${words.t('app.notRegistered')}\u3000`, room)
        : 0
      return edges.above + name * lineTall.post + lineTall.holder + (noteLines + deputyLines) * lineTall.note
    },
    footIn: (breadth) =>
      owners.length === 0
        ? 0
        : footTall.heading +
          owners.length * footTall.owner +
          owners
            .filter(({ holding }) => holding.state === 'vacant')
            .reduce(
              (sum, { holding }) =>
                sum + footTall.post * lines(words.label(labels, holding.postId), breadth - ownersNumber - edges.beside),
              0,
            ) +
          (more > 0 ? footTall.more : 0),
  }
}
