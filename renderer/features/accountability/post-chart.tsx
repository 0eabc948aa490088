/**
 * The posts of a day from the board down: solid lines command, dotted lines oversee or hear reports. Posts at the end of a
 * line that answer for systems stand in one row at the bottom.
 */
import { Link } from 'wouter'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { AccountabilityPicture } from '#shared/contract/accountability.ts'
import type { PathNode } from '#shared/domain/metrics/accountability-path.ts'
import { chartHeight, chartLayout, type Placed } from './post-layout.ts'

export function PostChart({ picture }: { readonly picture: AccountabilityPicture }) {
  const { t } = useWords()
  if (picture.path.length === 0)
    return (
      <div className="post-chart post-chart-empty">
        <p>{t('app.noPosts')}</p>
        <p className="muted">{t('why.post')}</p>
      </div>
    )
  const { boxes, width } = chartLayout(picture.path)
  const byId = new Map(boxes.map((box) => [box.node.postId, box]))
  const height = chartHeight(boxes)
  return (
    <div className="post-chart">
      <div className="post-chart-key">
        <span>{t('app.keySolid')}</span>
        <span>{t('app.keyDotted')}</span>
        <span>
          <Vacancy word={t('app.vacant')} /> {t('app.keyVacant')}
        </span>
        <span>{t('app.keyNumber')}</span>
      </div>
      <div className="post-chart-scroll">
        <div className="post-chart-canvas" style={{ width, height }}>
          <svg width={width} height={height} aria-hidden>
            {boxes.map((box) => (
              <Lines key={box.node.postId} box={box} byId={byId} />
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

function Lines({ box, byId }: { readonly box: Placed; readonly byId: ReadonlyMap<string, Placed> }) {
  const { reportsToId, overseenById, holding } = box.node
  const above = reportsToId === null ? undefined : byId.get(reportsToId)
  const overseer = overseenById === null ? undefined : byId.get(overseenById)
  const middle = (each: Placed) => each.left + each.width / 2
  const vacant = holding.state === 'vacant'
  return (
    <>
      {above !== undefined && (
        <path
          d={`M${String(middle(above))} ${String(above.top + above.height)}V${String(box.top - 14)}H${String(middle(box))}V${String(box.top)}`}
          fill="none"
          stroke="var(--daicho-line-2)"
          strokeWidth="1.2"
        />
      )}
      {vacant && above !== undefined && (
        <path
          d={`M${String(middle(box))} ${String(box.top - 14)}V${String(box.top)}`}
          stroke="var(--daicho-shu)"
          strokeWidth="1.6"
          strokeDasharray="4 3"
          fill="none"
        />
      )}
      {overseer !== undefined && (
        <path
          d={`M${String(box.left + box.width)} ${String(box.top + 20)}H${String(Math.max(box.left + box.width, overseer.left + overseer.width) + 12)}V${String(overseer.top + 20)}H${String(overseer.left + overseer.width)}`}
          fill="none"
          stroke="var(--daicho-ink-3)"
          strokeDasharray="2 3"
          strokeWidth="1.2"
        />
      )}
    </>
  )
}

function Box({ box, picture }: { readonly box: Placed; readonly picture: AccountabilityPicture }) {
  const words = useWords()
  const { node } = box
  return (
    <Link
      href={`/post/${node.postId}`}
      className="post-box"
      data-vacant={node.holding.state === 'vacant'}
      data-board={node.kind === 'board'}
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
    >
      <span className="post-box-post">
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
        <b className="post-box-name">{words.label(picture.labels, holding.personId)}</b>
      ) : holding.state === 'vacant' ? (
        <span>
          <Vacancy word={t('app.vacant')} />
        </span>
      ) : (
        <Unknown word={t('app.notRegistered')} />
      )}
      {node.kind === 'executive' && (
        <>
          {since !== null && <span className="post-box-note">{t('app.since', { day: since })}</span>}
          <span className="post-box-note cell-line">
            {holding.deputyId === null
              ? t('app.noDeputy')
              : holding.deputyUntil === null
                ? t('app.deputy', { name: words.label(picture.labels, holding.deputyId) })
                : t('app.deputyUntil', {
                    name: words.label(picture.labels, holding.deputyId),
                    day: holding.deputyUntil,
                  })}
          </span>
        </>
      )}
    </>
  )
}
