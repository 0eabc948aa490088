/** What went wrong, how long it took, whether it had to be reported, what it taught; and what authorities ask for. */
import type { EnforcementRow, Capped, Figure, IncidentRow } from '#shared/pack-model/pages.ts'
import type { Status } from '#renderer/ui/status-mark.tsx'
import { Code } from './behind.tsx'
import { WordMark, UnknownWord, SaidMark } from './pack-marks.tsx'
import { Empty, PackFigure } from './pack-figure.tsx'
import { Head, Name, usePackWords, Said } from './pack-words.tsx'

export function Incidents({ figure }: { figure: Figure<Capped<IncidentRow>> }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <Empty figure={figure} />
        ) : (
          <table className="pack-table pack-fixed pack-close" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="noun.incident.one" />
                </th>
                <th scope="col" style={{ width: 88 }}>
                  <Head of="field.incident.severity" />
                </th>
                <th scope="col" style={{ width: 96 }}>
                  <Head of="paper.column.duration" />
                </th>
                <th scope="col" style={{ width: 132 }}>
                  <Head of="listField.incident.reportability" />
                </th>
                <th scope="col">
                  <Head of="field.incident.lessons" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-code">
                    <Code of={row.code} />
                    <span className="pack-small pack-line">
                      <Head of={`value.incidentKind.${row.kind}`} />
                    </span>
                  </td>
                  <th scope="row">
                    <span className="pack-clamp pack-clamp-two">
                      <Name of={row.name} />
                    </span>
                  </th>
                  <td>
                    {row.severity === null ? (
                      <UnknownWord of="paper.unjudged" />
                    ) : (
                      <Head of={`value.incidentSeverity.${row.severity}`} />
                    )}
                  </td>
                  <td>
                    <Duration row={row} />
                  </td>
                  <td>
                    <Reporting row={row} />
                  </td>
                  <td>
                    {(row.lesson.ja ?? row.lesson.en ?? '') === '' ? (
                      <UnknownWord of="paper.notRecorded" />
                    ) : (
                      <span className="pack-clamp pack-clamp-two">
                        <Name of={row.lesson} />
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

/** Longer than this in days, else in hours. */
const daysFrom = 72

function Duration({ row }: { row: IncidentRow }) {
  const { t } = usePackWords()
  const { hours, daysOpen, day, resolvedOn } = row
  return (
    <>
      {hours !== null ? (
        hours >= daysFrom ? (
          t('paper.days', { count: Math.round(hours / 24) })
        ) : (
          t('paper.hours', { count: Math.round(hours) })
        )
      ) : daysOpen !== null ? (
        <b>
          <Said of={({ t }) => t('paper.openFor', { count: daysOpen })} />
        </b>
      ) : (
        <UnknownWord of="paper.notRecorded" />
      )}
      {(day ?? resolvedOn) !== null && <span className="pack-small pack-line">{day ?? resolvedOn}</span>}
    </>
  )
}

const marks = { yes: 'within', no: 'breach', open: 'warning' } as const satisfies Record<string, Status>

function Reporting({ row }: { row: IncidentRow }) {
  if (row.inTime === null) return <WordMark status="na" of={`value.reportability.${row.reportability}`} />
  return (
    <>
      <WordMark status={marks[row.inTime]} of={`value.reportability.${row.reportability}`} />
      {row.inTime === 'open' && row.report?.dueOn ? (
        <span className="pack-small pack-line">
          <Head of={`paper.due.${row.report.kind}`} /> {row.report.dueOn}
        </span>
      ) : (
        <span className="pack-small pack-line">
          <Head of={`paper.reported.${row.inTime}`} />
        </span>
      )}
    </>
  )
}

export function Enforcements({ figure }: { figure: Figure<Capped<EnforcementRow>> }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <Empty figure={figure} />
        ) : (
          <table className="pack-table pack-fixed pack-close" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="noun.enforcement.one" />
                </th>
                <th scope="col" style={{ width: 82 }}>
                  <Head of="field.enforcement.dueOn" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-code">
                    <Code of={row.code} />
                    {row.incident !== null && <span className="pack-small pack-line">{row.incident}</span>}
                  </td>
                  <th scope="row">
                    <span className="pack-clamp pack-clamp-two">
                      <Name of={row.name} />
                    </span>
                    <span className="pack-small pack-clamp pack-clamp-one">
                      <Head of={`value.enforcementKind.${row.kind}`} />
                    </span>
                  </th>
                  <td>
                    {row.dueOn === null ? (
                      <UnknownWord of="paper.notRecorded" />
                    ) : row.daysOverdue > 0 ? (
                      <SaidMark status="breach" say={({ t }) => t('paper.days', { count: row.daysOverdue })} />
                    ) : null}
                    {row.dueOn !== null && <span className="pack-small pack-line">{row.dueOn}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}
