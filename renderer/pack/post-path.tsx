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
      holderTall: node.answerer.person ? 18 : 25,
      linesOfName: (breadth) => linesOf(inLanguage(node.name, language), breadth),
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

/** How many lines a name takes: broken between words and before a bracket, and within what is broader than the line. */
function linesOf(name: string, breadth: number): number {
  let lines = 1
  let used = 0
  for (const word of name.split(/(?<=\s)|(?=（)/)) {
    const long = [...word].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 10.7 : 5.4), 0)
    if (used > 0 && used + long > breadth) {
      lines += 1
      used = 0
    }
    lines += Math.max(0, Math.ceil(long / breadth) - 1)
    used += long
  }
  return lines
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
