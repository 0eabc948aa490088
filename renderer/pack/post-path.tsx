/**
 * The way from the executives up to the board: posts as boxes in words, in the order of command, with solid lines of command
 * and dotted lines of oversight drawn behind them.
 */
import { inLanguage } from '#shared/domain/text.ts'
import type { Path } from '#shared/pack-model/pages.ts'
import { layOutPosts, type PlacedPost, type PostLine } from './post-layout.ts'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import { Name, usePackWords } from './pack-words.tsx'

type Node = Path['nodes'][number]
const width = 494

export function PostPath({ nodes, titleId }: { nodes: readonly Node[]; titleId: string }) {
  const { language } = usePackWords()
  const layout = layOutPosts(
    nodes.map((node) => ({
      id: node.postId,
      depth: node.depth,
      above: node.reportsToId,
      overseer: node.overseenById,
      many: node.kind === 'executive',
      nameBreadth: breadthOf(inLanguage(node.name, language)),
    })),
    width,
  )
  const byId = new Map(nodes.map((node) => [node.postId, node]))
  return (
    <div className="post-path" role="figure" aria-labelledby={titleId} style={{ width, height: layout.height }}>
      <svg width={width} height={layout.height} viewBox={`0 0 ${width} ${layout.height}`} aria-hidden="true">
        {layout.lines.map((line, index) => (
          <Line key={index} line={line} />
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

/** About as broad as it will be set, with room for the words that do not fit at the end of a line. */
function breadthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12.8 : 5.2), 0)
}

function Line({ line }: { line: PostLine }) {
  return (
    <path
      d={line.path}
      fill="none"
      stroke={line.kind === 'command' ? 'var(--daicho-line-2)' : 'var(--daicho-ink-2)'}
      {...(line.kind === 'oversight' ? { strokeDasharray: '2 2.5' } : {})}
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
