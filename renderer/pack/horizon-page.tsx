/** What rules are coming, what is made of them, and how far each instrument binds. */
import { WordMark } from './pack-marks.tsx'
import { Timeline, TimelineKey } from '#renderer/charts/timeline.tsx'
import { forceOfStatus, LegalForce } from '#renderer/ui/legal-force.tsx'
import { dateText } from '#shared/domain/horizon/horizon-date.ts'
import type { OwnMark } from '#shared/domain/horizon/own-marks.ts'
import { layoutTimeline, shownDays, type TimelineMark } from '#shared/domain/horizon/timeline-layout.ts'
import { type TimelineLaneName, timelineLanes, timelineMarks } from '#shared/domain/horizon/timeline-marks.ts'
import { translate } from '#shared/locales/translate.ts'
import type { HorizonPage } from '#shared/pack-model/pages.ts'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { Head, Name, ShortName, usePackWords, Said, Second } from './pack-words.tsx'
import './horizon-page.css'

/** The width of a landscape page between its margins. */
const pageWidth = 1008
const monthsBack = 3

export function HorizonContent({ page }: { page: HorizonPage }) {
  return (
    <>
      <TimelineFigure figure={page.timeline} />
      <div className="pack-columns horizon-page-lower">
        <Events figure={page.events} />
        <Instruments figure={page.instruments} />
      </div>
    </>
  )
}

function TimelineFigure({ figure }: { figure: HorizonPage['timeline'] }) {
  const { t, language, bilingual } = usePackWords()
  const { content, own, contracts, movedFrom, day } = figure.data
  const labelOfOwn = (mark: OwnMark) => {
    if (mark.kind !== 'quarter') return mark.code
    const { year, quarter } = mark
    return t('horizon.own.quarter', { quarter: t('workQueue.quarter', { year, quarter }) })
  }
  const todayText = bilingual ? `${t('app.asOf')} ${translate('en')('app.asOf')}` : t('app.asOf')
  const marks: readonly TimelineMark<TimelineLaneName>[] = [
    ...timelineMarks(content, own, day, language, labelOfOwn, movedFrom),
    ...contracts.map((mark) => ({
      id: mark.code,
      lane: 'contract' as const,
      day: mark.day,
      shape: 'own' as const,
      label: t(`horizon.contract.${mark.matter}`, { code: mark.code }),
    })),
  ]
  const { from, to } = shownDays(
    marks.map((mark) => mark.day),
    day,
    monthsBack,
  )
  const layout = layoutTimeline({
    marks,
    lanes: timelineLanes.filter((lane) => lane !== 'contract' || contracts.length > 0),
    from,
    to,
    today: day,
    todayText,
    width: pageWidth,
    nameWidth: 150,
    fontSize: 12,
    rowHeight: 16,
    // Two lines of names, where the pack is of two languages.
    ...(bilingual ? { leastLane: 30 } : {}),
  })
  return (
    <PackFigure
      figure={figure}
      signs={
        <TimelineKey
          words={(shape) => <Head of={`horizon.kind.${shape}`} />}
          {...(marks.some(({ moved }) => moved !== undefined) ? { moved: <Head of="horizon.moved" /> } : {})}
        />
      }
    >
      {() => (
        <div data-chart-marks={1} className="horizon-page-timeline">
          <Timeline
            layout={layout}
            label={t('horizon.timelineFromTo', { from, to })}
            today={todayText}
            laneName={(lane) => t(`horizon.lane.${lane}`)}
            {...(bilingual ? { secondName: (lane: TimelineLaneName) => translate('en')(`horizon.lane.${lane}`) } : {})}
          />
        </div>
      )}
    </PackFigure>
  )
}

function Events({ figure }: { figure: HorizonPage['events'] }) {
  const marks = { assessed: 'within', overdue: 'warning', open: 'no_data' } as const
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.horizonEvents" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed pack-tight" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 78 }}>
                  <Head of="horizon.column.date" />
                </th>
                <th scope="col">
                  <Head of="horizon.column.event" />
                </th>
                <th scope="col" style={{ width: 132 }}>
                  <Head of="horizon.column.assessment" />
                </th>
                <th scope="col" style={{ width: 96 }}>
                  <Head of="field.ruleAssessment.ownerId" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    {dateText(row.date)}
                    {row.movedFrom !== null && (
                      <span className="pack-small pack-line">
                        <Said of={({ t }) => t('horizon.movedFrom', { day: row.movedFrom })} />
                      </span>
                    )}
                  </td>
                  <th scope="row">
                    <Name of={row.label} />{' '}
                    <span className="pack-small">
                      <Head of={`horizon.kind.${row.kind}`} />
                    </span>
                    {row.checks.map((check) => (
                      <span key={check} className="pack-small pack-line">
                        <Head of={`horizon.check.${check}`} />
                      </span>
                    ))}
                  </th>
                  <td>
                    {row.standing === null ? (
                      <Head of="horizon.nothingOwed" />
                    ) : (
                      <WordMark
                        status={marks[row.standing]}
                        of={
                          row.standing === 'assessed' && row.outcome !== null
                            ? `value.ruleOutcome.${row.outcome}`
                            : `value.assessmentStanding.${row.standing}`
                        }
                      />
                    )}
                  </td>
                  <td>{row.owner !== null && <ShortName of={row.owner} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function Instruments({ figure }: { figure: HorizonPage['instruments'] }) {
  const { t, language } = usePackWords()
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) => (
        <table className="pack-table pack-fixed pack-tight" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="horizon.column.instrument" />
              </th>
              <th scope="col" style={{ width: 168 }}>
                <Head of="requirement.force" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Name of={row.label} />
                  {row.checks.map((check) => (
                    <span key={check} className="pack-small pack-line">
                      <Head of={`horizon.check.${check}`} />
                    </span>
                  ))}
                </th>
                <td>
                  {row.status === null ? (
                    <Head of={`horizon.absent.${row.absent ?? 'NOT_THERE_YET'}`} />
                  ) : row.status === 'foreign_law' ? (
                    <LegalForce
                      force="foreign"
                      country={row.issuer[language]}
                      word={t(`requirement.status.${row.status}`)}
                    />
                  ) : (
                    <LegalForce force={forceOfStatus[row.status]} word={t(`requirement.status.${row.status}`)} />
                  )}
                  {row.status !== null && <Second of={(words) => words.t(`requirement.status.${row.status ?? ''}`)} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}
