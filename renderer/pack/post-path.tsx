/**
 * The way from the executives up to the board: posts as boxes in words, in the order of command, with solid lines of command
 * and dotted lines of oversight drawn behind them.
 */
import { VacantWord } from './pack-marks.tsx'
import { type Bilingual, inLanguage, type Language } from '#shared/domain/text.ts'
import type { Path } from '#shared/pack-model/pages.ts'
import { linesOfText } from '#renderer/charts/lines-of-text.ts'
import { layOutPosts, type PlacedPost } from '#renderer/charts/post-layout.ts'
import { paperMeasures } from '#renderer/charts/post-measures.ts'
import { type PostStroke, strokesOf } from '#renderer/charts/post-strokes.ts'
import { Name, usePackWords } from './pack-words.tsx'

type Node = Path['nodes'][number]
const width = 494
const letters = { broad: 10.7, narrow: 5.4 }
/** Heights of what stands in a box, and the sides beside its name. */
const box = { edges: 6, person: 4, personLine: 14, vacancy: 25, nameLine: 12.5, sides: 14 }

/** Lines in which a post and its person are named: as many as leave the drawing no higher than its place on the page. */
const settings = [
  { name: 3, person: 2 },
  { name: 2, person: 1 },
  { name: 1, person: 1 },
] as const
const highest = 290
/** Boxes less broad than this say a vacancy in the pack's own language alone, where it has two. */
const broadEnoughForTwo = 120
/** Lines end where a phrase does: so much of them is filled. */
const fill = 0.85

export function PostPath({ nodes, titleId }: { nodes: readonly Node[]; titleId: string }) {
  const { language } = usePackWords()
  const laidOut = settings.map((most) => ({ most, layout: layOut(nodes, most, language) }))
  const fitting = laidOut.find(({ layout: { height } }) => height <= highest) ?? laidOut.at(-1)
  if (fitting === undefined) return null
  const { most, layout } = fitting
  const byId = new Map(nodes.map((node) => [node.postId, node]))
  return (
    <div
      className="post-path"
      data-names={most.name}
      role="figure"
      aria-labelledby={titleId}
      style={{ width, height: layout.height }}
    >
      <svg width={width} height={layout.height} viewBox={`0 0 ${width} ${layout.height}`} aria-hidden="true">
        {strokesOf(layout.lines).map((stroke) => (
          <Line key={`${stroke.kind} ${stroke.path}`} stroke={stroke} />
        ))}
      </svg>
      <ol>
        {layout.posts.map((placed) => {
          const node = byId.get(placed.id)
          return node && <Box key={placed.id} placed={placed} node={node} />
        })}
      </ol>
    </div>
  )
}

function layOut(nodes: readonly Node[], most: (typeof settings)[number], language: Language) {
  const lines = (name: Bilingual, breadth: number, mostLines: number) =>
    Math.min(linesOfText(inLanguage(name, language), (breadth - box.sides) * fill, letters), mostLines)
  return layOutPosts(
    nodes.map((node) => ({
      id: node.postId,
      depth: node.depth,
      above: node.reportsToId,
      overseer: node.overseenById,
      many: node.kind === 'executive',
      footIn: () => 0,
      tallIn: (breadth) =>
        box.edges +
        (node.answerer.person
          ? box.person + box.personLine * lines(node.answerer.person, breadth, most.person)
          : box.vacancy) +
        box.nameLine * lines(node.name, breadth, most.name),
    })),
    width,
    paperMeasures,
  )
}

function Line({ stroke: { kind, path } }: { stroke: PostStroke }) {
  return (
    <path
      d={path}
      fill="none"
      stroke={kind === 'command' ? 'var(--daicho-line-2)' : 'var(--daicho-ink-2)'}
      {...(kind === 'oversight' ? { strokeDasharray: '2 2.5' } : {})}
    />
  )
}

function Box({ placed, node }: { placed: PlacedPost; node: Node }) {
  const { left, top, breadth, tall } = placed
  return (
    <li
      className={node.kind === 'board' || node.kind === 'committee' ? 'post-box post-box-body' : 'post-box'}
      data-second={breadth < broadEnoughForTwo ? 'left-out' : undefined}
      style={{ left, top, width: breadth, height: tall }}
    >
      <span className="post-box-name">
        <Name of={node.name} />
      </span>
      {node.answerer.person ? (
        <b className="pack-clamp pack-clamp-two">
          <Name of={node.answerer.person} />
        </b>
      ) : (
        <VacantWord of="executiveState.vacant" />
      )}
    </li>
  )
}
