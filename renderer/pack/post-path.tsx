/**
 * The way from the executives up to the board: posts as boxes in words, in the order of command, with solid lines of command
 * and dotted lines of oversight drawn behind them.
 */
import { inLanguage } from '#shared/domain/text.ts'
import type { Path } from '#shared/pack-model/pages.ts'
import { linesOfText } from '#renderer/charts/lines-of-text.ts'
import { layOutPosts, type PlacedPost } from '#renderer/charts/post-layout.ts'
import { paperMeasures } from '#renderer/charts/post-measures.ts'
import { type PostStroke, strokesOf } from '#renderer/charts/post-strokes.ts'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import { Name, usePackWords } from './pack-words.tsx'

type Node = Path['nodes'][number]
const width = 494
const letters = { broad: 10.7, narrow: 5.4 }
/** Heights of what stands in a box, and the sides beside its name. */
const box = { edges: 6, person: 18, vacancy: 25, nameLine: 12.5, mostNameLines: 3, sides: 14 }

export function PostPath({ nodes, titleId }: { nodes: readonly Node[]; titleId: string }) {
  const { language } = usePackWords()
  const layout = layOutPosts(
    nodes.map((node) => ({
      id: node.postId,
      depth: node.depth,
      above: node.reportsToId,
      overseer: node.overseenById,
      many: node.kind === 'executive',
      footIn: () => 0,
      tallIn: (breadth) =>
        box.edges +
        (node.answerer.person ? box.person : box.vacancy) +
        box.nameLine *
          Math.min(linesOfText(inLanguage(node.name, language), breadth - box.sides, letters), box.mostNameLines),
    })),
    width,
    paperMeasures,
  )
  const byId = new Map(nodes.map((node) => [node.postId, node]))
  return (
    <div className="post-path" role="figure" aria-labelledby={titleId} style={{ width, height: layout.height }}>
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
  const { t } = usePackWords()
  const { left, top, breadth, tall } = placed
  return (
    <li
      className={node.kind === 'board' || node.kind === 'committee' ? 'post-box post-box-body' : 'post-box'}
      style={{ left, top, width: breadth, height: tall }}
    >
      <span className="post-box-name">
        <Name of={node.name} />
      </span>
      {node.answerer.person ? (
        <b>
          <Name of={node.answerer.person} />
        </b>
      ) : (
        <Vacancy word={t('executiveState.vacant')} />
      )}
    </li>
  )
}
