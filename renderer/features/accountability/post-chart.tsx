/**
 * The posts of a day from the board down: solid lines command, dotted lines oversee or hear reports. Under each executive stand
 * the owners of the systems that the post answers for. What is drawn is a tree of lists, in the order of command: Tab goes
 * through it, and who cannot see it hears who reports to whom.
 */
import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useMayChange } from '#renderer/api/status.ts'
import { layOutPosts, type PlacedPost } from '#renderer/charts/post-layout.ts'
import type { PostLine } from '#renderer/charts/post-lines.ts'
import { windowMeasures } from '#renderer/charts/post-measures.ts'
import { strokesOf } from '#renderer/charts/post-strokes.ts'
import { useWords } from '#renderer/records/words.ts'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { AccountabilityPicture } from '#shared/contract/accountability.ts'
import { OwnersOfPost } from './owners-of-post.tsx'
import { type BoxFacts, boxesOf, postToPlace } from './post-boxes.ts'

const strokes: Readonly<
  Record<PostLine['kind'], { readonly stroke: string; readonly strokeWidth: number; readonly strokeDasharray?: string }>
> = {
  command: { stroke: 'var(--daicho-line-2)', strokeWidth: 1.2 },
  oversight: { stroke: 'var(--daicho-ink-3)', strokeWidth: 1.2, strokeDasharray: '2 3' },
}
/** The end of the line of command at a post that nobody holds. */
const vacantStroke = { stroke: 'var(--daicho-shu)', strokeWidth: 1.6, strokeDasharray: '4 3' }

export function PostChart({ picture }: { readonly picture: AccountabilityPicture }) {
  const words = useWords()
  const { t } = words
  const { ref, width: available } = useElementSize()
  if (picture.path.length === 0) return <NoPosts />
  const boxes = boxesOf(words, picture)
  const { posts, lines, labels, width, height } = layOutPosts(
    boxes.map((box) => postToPlace(words, box, picture.labels)),
    available,
    windowMeasures,
  )
  const vacant = new Set(picture.path.flatMap(({ postId, holding }) => (holding.state === 'vacant' ? [postId] : [])))
  return (
    <div className="post-chart">
      <ul className="post-chart-key" data-print="none">
        <li>{t('app.keySolid')}</li>
        <li>{t('app.keyDotted')}</li>
        <li>
          <Vacancy word={t('app.vacant')} /> {t('app.keyVacant')}
        </li>
        <li>{t('app.keyNumber')}</li>
      </ul>
      <div className="post-chart-scroll" ref={ref}>
        <div className="post-chart-canvas" style={{ width, height: height + 16 }}>
          <svg width={width} height={height} aria-hidden>
            {strokesOf(lines).map(({ kind, path }) => (
              <path key={`${kind} ${path}`} d={path} fill="none" {...strokes[kind]} />
            ))}
            {lines.map(
              ({ kind, end, lower }) =>
                kind === 'command' && vacant.has(lower) && <path key={lower} d={end} fill="none" {...vacantStroke} />,
            )}
          </svg>
          {labels.map(({ left, top }) => (
            <span key={`${String(left)} ${String(top)}`} className="post-chart-label" aria-hidden style={{ left, top }}>
              {t('app.reportingLine')}
            </span>
          ))}
          <PostTree boxes={boxes} places={new Map(posts.map((post) => [post.id, post]))} picture={picture} />
        </div>
      </div>
    </div>
  )
}

function NoPosts() {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  return (
    <div className="post-chart empty">
      <p>{t('app.noPosts')}</p>
      <p className="muted">{t('why.post')}</p>
      {mayChange && (
        <Link href="/post/new" className="button">
          {t('action.addNoun', { noun: words.inSentence('post') })}
        </Link>
      )}
    </div>
  )
}

interface TreeProps {
  readonly boxes: readonly BoxFacts[]
  readonly places: ReadonlyMap<string, PlacedPost>
  readonly picture: AccountabilityPicture
}

/** Each post with those that report to it beneath; posts that report to each other in a circle are named once. */
function PostTree({ boxes, places, picture }: TreeProps) {
  const { t } = useWords()
  const said = new Set<string>()
  const known = new Set(boxes.map(({ node }) => node.postId))
  const listOf = (level: readonly BoxFacts[]): ReactNode => {
    const fresh = level.filter(({ node }) => !said.has(node.postId))
    for (const { node } of fresh) said.add(node.postId)
    if (fresh.length === 0) return null
    return (
      <ul aria-label={t('app.chart')}>
        {fresh.map((box) => {
          const place = places.get(box.node.postId)
          return (
            <li key={box.node.postId}>
              {place !== undefined && <Box box={box} place={place} picture={picture} />}
              {listOf(boxes.filter(({ node }) => node.reportsToId === box.node.postId))}
            </li>
          )
        })}
      </ul>
    )
  }
  const tops = boxes.filter(({ node }) => node.reportsToId === null || !known.has(node.reportsToId))
  return (
    <>
      {listOf(tops)}
      {listOf(boxes.filter(({ node }) => !said.has(node.postId)))}
    </>
  )
}

function Box({
  box,
  place,
  picture,
}: {
  readonly box: BoxFacts
  readonly place: PlacedPost
  readonly picture: AccountabilityPicture
}) {
  const words = useWords()
  const { t } = words
  const { node } = box
  const { left, top, breadth, tall, foot, inset } = place
  const overseer = picture.path.find((each) => each.postId === node.overseenById)
  return (
    <>
      <Link
        href={`/post/${node.postId}`}
        className="chart-box"
        data-print="row"
        data-vacant={node.holding.state === 'vacant'}
        data-board={node.kind === 'board'}
        style={{ left, top, width: breadth, height: tall }}
      >
        <span className="chart-box-post">
          <span>
            <Unbroken text={words.name(node.name)} />
          </span>
          {node.kind === 'executive' && (
            <b>
              {node.systems}
              <span className="visually-hidden">{t('app.systemsOfPost', { count: node.systems })}</span>
            </b>
          )}
        </span>
        <PostHolder box={box} picture={picture} />
        {overseer !== undefined && (
          <span className="visually-hidden">{t('app.overseenBy', { post: words.name(overseer.name) })}</span>
        )}
      </Link>
      {foot > 0 && (
        <div className="chart-owners" style={{ left: left + inset, top: top + tall, width: breadth - inset }}>
          <OwnersOfPost box={box} labels={picture.labels} />
        </div>
      )}
    </>
  )
}

function PostHolder({ box, picture }: { readonly box: BoxFacts; readonly picture: AccountabilityPicture }) {
  const words = useWords()
  const { t } = words
  const { node, notes, deputy } = box
  const { holding } = node
  return (
    <>
      {holding.state === 'held' ? (
        <b className="chart-box-name">{words.label(picture.labels, holding.personId)}</b>
      ) : holding.state === 'vacant' ? (
        <span>
          <Vacancy word={t('app.vacant')} />
        </span>
      ) : (
        <Unknown word={t('app.notRegistered')} />
      )}
      {notes.length > 0 && (
        <span className="chart-box-note chart-box-notes">
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </span>
      )}
      {node.kind === 'executive' && (
        <span className="chart-box-note">
          {deputy === null ? (
            <>
              {t('app.deputyTitle')} <Unknown word={t('app.notRegistered')} />
            </>
          ) : (
            <Unbroken text={deputy} />
          )}
        </span>
      )}
    </>
  )
}
