/**
 * The posts of a day from the board down: solid lines command, dotted lines oversee or hear reports. Posts at the end of a
 * line that answer for systems stand in one row at the bottom.
 */
import { useElementSize } from '@mantine/hooks'
import { Link } from 'wouter'
import { useMayChange } from '#renderer/api/status.ts'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { AccountabilityPicture } from '#shared/contract/accountability.ts'
import type { PathNode } from '#shared/domain/metrics/accountability-path.ts'
import { chartLayout, type ChartLine, type Placed } from './post-layout.ts'

const strokes: Readonly<
  Record<
    ChartLine['kind'],
    { readonly stroke: string; readonly strokeWidth: number; readonly strokeDasharray?: string }
  >
> = {
  command: { stroke: 'var(--daicho-line-2)', strokeWidth: 1.2 },
  oversight: { stroke: 'var(--daicho-ink-3)', strokeWidth: 1.2, strokeDasharray: '2 3' },
  vacant: { stroke: 'var(--daicho-shu)', strokeWidth: 1.6, strokeDasharray: '4 3' },
}

export function PostChart({ picture }: { readonly picture: AccountabilityPicture }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const { ref, width: available } = useElementSize()
  if (picture.path.length === 0)
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
  const { boxes, lines, width, height } = chartLayout(picture.path, available)
  return (
    <div className="post-chart">
      <div className="post-chart-key" data-print="none">
        <span>{t('app.keySolid')}</span>
        <span>{t('app.keyDotted')}</span>
        <span>
          <Vacancy word={t('app.vacant')} /> {t('app.keyVacant')}
        </span>
        <span>{t('app.keyNumber')}</span>
      </div>
      <div className="post-chart-scroll" ref={ref}>
        <div className="post-chart-canvas" style={{ width, height }}>
          <svg width={width} height={height} aria-hidden>
            {lines.map(({ kind, path }, index) => (
              <path key={`${kind} ${String(index)}`} d={path} fill="none" {...strokes[kind]} />
            ))}
          </svg>
          {boxes.map((box) => (
            <Box key={box.node.postId} box={box} picture={picture} />
          ))}
        </div>
      </div>
    </div>
  )
}

function Box({ box, picture }: { readonly box: Placed; readonly picture: AccountabilityPicture }) {
  const words = useWords()
  const { node } = box
  return (
    <Link
      href={`/post/${node.postId}`}
      className="chart-box"
      data-print="row"
      data-vacant={node.holding.state === 'vacant'}
      data-board={node.kind === 'board'}
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
    >
      <span className="chart-box-post">
        <span className="cell-line">{words.name(node.name)}</span>
        {node.kind === 'executive' && <b>{node.systems}</b>}
      </span>
      <PostHolder node={node} picture={picture} />
    </Link>
  )
}

function PostHolder({ node, picture }: { readonly node: PathNode; readonly picture: AccountabilityPicture }) {
  const words = useWords()
  const { t } = words
  const { holding } = node
  const since = holding.heldFrom ?? holding.vacantSince
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
      {node.kind === 'executive' && (
        <>
          {since !== null && <span className="chart-box-note">{t('app.since', { day: since })}</span>}
          <span className="chart-box-note cell-line">
            <Unbroken
              text={
                holding.deputyId === null
                  ? t('app.noDeputy')
                  : holding.deputyUntil === null
                    ? t('app.deputy', { name: words.label(picture.labels, holding.deputyId) })
                    : t('app.deputyUntil', {
                        name: words.label(picture.labels, holding.deputyId),
                        day: holding.deputyUntil,
                      })
              }
            />
          </span>
        </>
      )}
    </>
  )
}
