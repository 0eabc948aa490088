/** The timeline of the horizon in the width that there is. */
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import { Timeline, TimelineKey } from '#renderer/charts/timeline.tsx'
import { useRegister } from '#renderer/api/status.ts'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import type { HorizonPicture } from '#shared/contract/horizon.ts'
import type { Lane } from '#shared/domain/horizon/horizon-pack.ts'
import { layoutTimeline, shownDays } from '#shared/domain/horizon/timeline-layout.ts'
import { timelineLanes, timelineMarks } from '#shared/domain/horizon/timeline-marks.ts'
import { entryPath, ownMarkWords } from './horizon-words.tsx'

/** Without more, as far back as rules are still fresh. */
const monthsBack = 5
const nameWidth = 164

export function HorizonTimeline({
  picture: { content, own, assessments },
  day,
  lane,
}: {
  readonly picture: HorizonPicture
  readonly day: string
  readonly lane: Lane | 'all'
}) {
  const words = useWords()
  const { t } = words
  const labelOfOwn = ownMarkWords(words)
  const { today } = useRegister()
  const dayWord = t(day === today ? 'app.today' : 'app.asOf')
  const { ref, width } = useElementSize()
  const [whole, setWhole] = useState(false)
  const movedFrom = Object.fromEntries(
    assessments.flatMap(({ eventId, movedFrom: from }) => (eventId === null || from === null ? [] : [[eventId, from]])),
  )
  const marks = timelineMarks(content, own, day, words.language, labelOfOwn, movedFrom)
  const { from, to } = shownDays(
    marks.map((mark) => mark.day),
    day,
    whole ? null : monthsBack,
  )
  const layout = layoutTimeline({
    marks,
    // Contracts have a page of their own in the window.
    lanes: timelineLanes.filter((each) => each !== 'contract' && (lane === 'all' || each === lane || each === 'own')),
    from,
    to,
    today: day,
    todayText: dayWord,
    width,
    nameWidth,
    fontSize: 13,
  })
  const records = new Map(
    own.flatMap((mark) => (mark.kind === 'quarter' ? [] : [[`${mark.kind}-${mark.id}`, mark.id]])),
  )
  const pathOf = (id: string) => {
    const record = records.get(id)
    return record === undefined ? entryPath(id) : recordPath('ruleAssessment', record)
  }
  return (
    <section className="sheet horizon-figure" aria-label={t('horizon.timeline')}>
      <div ref={ref} className="horizon-drawing">
        {width > 0 && (
          <Timeline
            layout={layout}
            label={t('horizon.timelineFromTo', { from, to })}
            today={dayWord}
            laneName={(each) => t(`horizon.lane.${each}`)}
            link={(id, label, children) =>
              id.startsWith('quarter-') ? (
                children
              ) : (
                <Link href={pathOf(id)} aria-label={label}>
                  {children}
                </Link>
              )
            }
          />
        )}
      </div>
      <div className="horizon-key">
        <TimelineKey
          words={(shape) => t(`horizon.kind.${shape}`)}
          {...(marks.some(({ moved }) => moved !== undefined) ? { moved: t('horizon.moved') } : {})}
        />
        {(whole || layout.outside.before > 0) && (
          <button type="button" className="link" data-print="none" onClick={() => setWhole(!whole)}>
            {whole ? t('horizon.showRecent') : t('horizon.showEarlier', { count: layout.outside.before })}
          </button>
        )}
      </div>
    </section>
  )
}
