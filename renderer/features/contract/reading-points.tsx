/** The points of a reading as one list under METI's heads: gone through by arrows, judged by the keys 1 to 4. */
import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import { isComposing } from '#renderer/records/composing.ts'
import { PointGroupName, PointStateMark } from '#renderer/records/point-words.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { PictureOfPoint } from '#shared/contract/contract-readings.ts'
import { type PointFinding, pointFindings } from '#shared/domain/third-party/contract-reading.ts'
import { groupPoints } from '#shared/domain/third-party/point-groups.ts'

export interface ReadingPointsProps {
  /** Those that are shown. */
  readonly points: readonly PictureOfPoint[]
  readonly chosen: string | null
  readonly ticked: ReadonlySet<string>
  readonly mayJudge: boolean
  readonly onChoose: (pointId: string) => void
  readonly onOpen: (pointId: string) => void
  readonly onFinding: (point: PictureOfPoint, finding: PointFinding) => void
  readonly onTick: (pointId: string) => void
}

/** Of a risk that somebody bore a tick says nothing: it is borne anew. */
export function mayBeConfirmed(point: PictureOfPoint): boolean {
  return point.applies && point.state === 'carried_over' && point.answer?.finding !== 'risk_accepted'
}

export function ReadingPoints(props: ReadingPointsProps) {
  const { points, chosen, ticked, mayJudge, onChoose, onOpen, onFinding, onTick } = props
  const words = useWords()
  const { t } = words
  const table = useRef<HTMLTableElement>(null)
  const groups = groupPoints(points)
  const order = groups.flatMap((group) => group.points)
  const at = order.findIndex(({ id }) => id === chosen)
  const ticks = mayJudge && points.some(mayBeConfirmed)
  const hadFocus = useRef(false)
  const before = useRef<string | null>(null)
  useEffect(() => {
    // Whoever comes to the reading begins at its top.
    const begins = before.current === null && order[0]?.id === chosen
    before.current = chosen
    const row = chosen === null || begins ? null : table.current?.querySelector(`[data-point="${CSS.escape(chosen)}"]`)
    if (!(row instanceof HTMLElement)) return
    row.scrollIntoView({ block: 'nearest' })
    // Somebody who went on by a key goes on from there, also where the row before has left the list.
    if (hadFocus.current) row.focus({ preventScroll: true })
  }, [chosen, order])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target as HTMLElement
    if (target.dataset.point === undefined) return
    const step = steps[event.key]
    const point = order[at]
    const finding = pointFindings[Number(event.key) - 1]
    if (step !== undefined) {
      const next = order[Math.min(Math.max(step(at, order.length), 0), order.length - 1)]
      if (next !== undefined) onChoose(next.id)
    } else if (event.key === 'Enter' && point !== undefined) onOpen(point.id)
    else if (event.key === ' ' && point !== undefined && ticks && mayBeConfirmed(point)) onTick(point.id)
    else if (finding !== undefined && point?.applies === true && mayJudge) onFinding(point, finding)
    else return
    event.preventDefault()
  }
  return (
    <table
      className="reading-points"
      role="grid"
      aria-label={t('reading.points')}
      aria-rowcount={order.length + groups.length}
      ref={table}
      onKeyDown={onKeyDown}
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) hadFocus.current = false
      }}
    >
      <thead>
        <tr>
          {ticks && (
            <td className="reading-tick">
              <span className="visually-hidden">{t('reading.tick')}</span>
            </td>
          )}
          <th scope="col">{t('reading.point')}</th>
          <th scope="col" className="reading-state">
            {words.field('pointAnswer', 'finding')}
          </th>
          <th scope="col" className="reading-clause">
            {words.field('pointAnswer', 'clause')}
          </th>
          <th scope="col" className="reading-due">
            {t('reading.made')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={`${group.element} ${group.head} ${group.sector ?? ''}`}>
            <tr className="reading-group">
              <th scope="rowgroup" colSpan={ticks ? 5 : 4}>
                <PointGroupName group={group} />
              </th>
            </tr>
            {group.points.map((point) => (
              <tr
                key={point.id}
                data-point={point.id}
                tabIndex={point.id === chosen || (at < 0 && point === order[0]) ? 0 : -1}
                aria-selected={point.id === chosen}
                onClick={() => onChoose(point.id)}
                onDoubleClick={() => onOpen(point.id)}
                onFocus={(event) => {
                  if (event.target === event.currentTarget && point.id !== chosen) onChoose(point.id)
                }}
              >
                {ticks && (
                  <td className="reading-tick">
                    {mayBeConfirmed(point) && (
                      <input
                        type="checkbox"
                        tabIndex={-1}
                        aria-label={t('reading.tickPoint', { point: point.id })}
                        checked={ticked.has(point.id)}
                        onChange={() => onTick(point.id)}
                      />
                    )}
                  </td>
                )}
                <PointCells point={point} />
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

const page = 10
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => (at < 0 ? 0 : at - 1),
  PageDown: (at) => at + page,
  PageUp: (at) => at - page,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** Something is to be made of it: it was looked at, and is not as it should be. */
function isOpenGap({ gap, state }: PictureOfPoint): boolean {
  return gap && (state === 'needs_change' || state === 'acceptance_lapsed')
}

function PointCells({ point }: { readonly point: PictureOfPoint }) {
  const words = useWords()
  const { answer, own, ours } = point
  const made = (answer?.actionIds.length ?? 0) + (answer?.riskIds.length ?? 0)
  return (
    <>
      <td>
        <span className="reading-question">
          <span className="code">{point.id}</span>
          {point.weight === 'key' && <b className="reading-key">{words.t('reading.filter.key')}</b>}
          <span>{words.name(point.question)}</span>
          {own !== null && ours !== null && <span className="ours">{words.t('reading.companyWords')}</span>}
          {own !== null && ours === null && <span className="ours">{words.t('reading.companyPoint')}</span>}
        </span>
      </td>
      <td className="reading-state">
        {point.applies ? (
          <>
            <PointStateMark state={point.state} />
            {point.state === 'carried_over' && answer !== null && (
              <span className="muted reading-carried">
                {words.t('reading.carriedAs', { finding: words.value('pointFinding', answer.finding) })}
              </span>
            )}
            {point.state === 'risk_accepted' && answer?.acceptedUntil != null && (
              <span className="muted reading-carried">{words.t('reading.until', { day: answer.acceptedUntil })}</span>
            )}
          </>
        ) : (
          <span className="muted">{words.t(`reading.notAsked.${point.reason}`)}</span>
        )}
      </td>
      <td className="reading-clause">{answer?.clause}</td>
      <td className="reading-due figures">
        {made > 0 ? made : isOpenGap(point) ? <span className="muted">{words.t('reading.nothingMade')}</span> : null}
      </td>
    </>
  )
}
