/** Is management finishing what it promised? */
import type { Day } from '#shared/domain/calendar-date.ts'
import { ageBuckets } from '#shared/domain/metrics/action-figures.ts'
import type { AcceptanceRow, ActionRow, ActionsPage, AgeingColumn, Capped, Figure } from '#shared/pack-model/pages.ts'
import { type Fill, FillSample } from '#renderer/charts/chart-fill.tsx'
import { PeriodAxis, PeriodBar, periodScale } from '#renderer/charts/period-bar.tsx'
import { StackedColumns } from '#renderer/charts/stacked-columns.tsx'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Code } from './behind.tsx'
import { Count } from './controls-page.tsx'
import { Enforcements, Incidents } from './incident-figures.tsx'
import { AcceptanceMark } from './pack-marks.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { Head, Name, ShortName, usePackWords, Said } from './pack-words.tsx'

/** The longer overdue, the darker; what has no due day cannot be judged and is hatched. */
const ageFills = {
  notDue: 'blank',
  days1to30: 'third',
  days31to60: 'second',
  days61to90: 'first',
  over90: 'ink',
  withoutDueDate: 'hatched',
} as const satisfies Record<string, Fill>

export function ActionsContent({ page, asOf }: { page: ActionsPage; asOf: Day }) {
  return (
    <>
      <Ageing figure={page.ageing} />
      <div className="pack-columns actions-lists">
        <Overdue figure={page.overdue} />
        <Acceptances figure={page.acceptances} asOf={asOf} />
      </div>
      {page.incidents !== null && (
        <div className={page.enforcements === null ? 'pack-columns' : 'pack-columns actions-incidents'}>
          <Incidents figure={page.incidents} />
          {page.enforcements !== null && <Enforcements figure={page.enforcements} />}
        </div>
      )}
    </>
  )
}

function Ageing({ figure }: { figure: Figure<readonly AgeingColumn[]> }) {
  const { t } = usePackWords()
  const columns = figure.data
  // What earlier packs counted is behind their own pages.
  const isNow = (column: AgeingColumn) => column === columns.at(-1)
  const name = (column: AgeingColumn) => column.code ?? t('paper.draftColumn')
  return (
    <PackFigure figure={figure} meaningAbove>
      {(titleId) => (
        <div className="actions-ageing">
          <StackedColumns
            label={t('paper.ageingInWords', {
              columns: columns
                .map((column) => t('paper.part', { part: column.asOf, count: column.total }))
                .join(t('paper.partGap')),
            })}
            columns={columns.map((column) => ({
              name: name(column),
              total: column.total,
              segments: ageBuckets.map((key) => ({ key, count: column.counts[key], fill: ageFills[key] })),
            }))}
            width={400}
            height={104}
          />
          <table className="pack-table pack-fixed pack-close pack-tight" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 104 }}>
                  <Head of="paper.column.pack" />
                </th>
                {ageBuckets.map((key) => (
                  <th key={key} scope="col" className="pack-number pack-keyed">
                    <FillSample fill={ageFills[key]} />
                    <span className="pack-line">
                      <Head of={`ageBucket.${key}`} />
                    </span>
                  </th>
                ))}
                <th scope="col" className="pack-number" style={{ width: 48 }}>
                  <Head of="paper.column.total" />
                </th>
                <th scope="col" className="pack-number pack-keyed" style={{ width: 62 }}>
                  <Head of="paper.column.meanDays" />
                </th>
              </tr>
            </thead>
            <tbody>
              {columns.map((column) => (
                <tr key={column.asOf}>
                  <th scope="row">{name(column)}</th>
                  {ageBuckets.map((key) => (
                    <Count key={key} of={column.counts[key]} {...(isNow(column) ? { at: behindKey.age(key) } : {})} />
                  ))}
                  <td className="pack-number">
                    <b>
                      {isNow(column) ? <Behind at={behindKey.figure('ageing')}>{column.total}</Behind> : column.total}
                    </b>
                  </td>
                  <td className="pack-number">
                    {column.meanDays === null ? (
                      <Head of="status.na" />
                    ) : (
                      t('kri.value.days', { count: Math.round(column.meanDays * 10) / 10 })
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PackFigure>
  )
}

function Overdue({ figure }: { figure: Figure<Capped<ActionRow>> }) {
  const { t } = usePackWords()
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.overdue" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="paper.column.action" />
                </th>
                <th scope="col" style={{ width: 82 }}>
                  <Head of="paper.column.owner" />
                </th>
                <th scope="col" className="pack-number" style={{ width: 76 }}>
                  <Head of="paper.column.daysOverdue" />
                </th>
                <th scope="col" className="pack-number" style={{ width: 50 }}>
                  <Head of="paper.column.slips" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-code">
                    <Code of={row.code} />
                  </td>
                  <th scope="row">
                    <span className="pack-clamp pack-clamp-two">
                      <Name of={row.name} />
                    </span>
                    {row.done && (
                      <span className="pack-small">
                        <Head of="value.actionState.done" />
                      </span>
                    )}
                  </th>
                  <td>{row.owner ? <ShortName of={row.owner} /> : <Head of="paper.notRecorded" />}</td>
                  <td className="pack-number">
                    <b>{t('paper.days', { count: row.daysOverdue })}</b>
                    <span className="pack-small pack-line">{row.dueOn}</span>
                  </td>
                  <Count of={row.slips} />
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

/** Of the stretch of time on which all periods of the list stand. */
const periodWidth = 150

function Acceptances({ figure, asOf }: { figure: Figure<Capped<AcceptanceRow>>; asOf: Day }) {
  const { t } = usePackWords()
  const scale = periodScale(
    figure.data.rows.flatMap((row) => [row.from, row.to]),
    asOf,
    periodWidth,
  )
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.acceptances" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="paper.column.subject" />
                </th>
                <th scope="col" style={{ width: 82 }}>
                  <Head of="paper.column.acceptedBy" />
                </th>
                <th scope="col" className="pack-canvas" style={{ width: periodWidth + 12 }}>
                  <Head of="paper.column.period" />
                  <PeriodAxis scale={scale} />
                </th>
                <th scope="col" style={{ width: 136 }}>
                  <Head of="paper.column.state" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.id}>
                  <td className="pack-code">
                    <Code of={row.code} />
                    <span className="pack-small pack-line">
                      <Head of={`value.acceptanceKind.${row.kind}`} />
                    </span>
                  </td>
                  <th scope="row">
                    <span className="pack-second pack-line">{row.subjectCode}</span>
                    <span className="pack-clamp pack-clamp-one">
                      <Name of={row.subjectName} />
                    </span>
                  </th>
                  <td>{row.person ? <ShortName of={row.person} /> : <Head of="paper.notRecorded" />}</td>
                  <td className="pack-canvas period-cell">
                    <PeriodBar
                      label={t('paper.period', { from: row.from, to: row.to })}
                      scale={scale}
                      from={row.from}
                      to={row.to}
                      lapsed={row.reliedOn}
                      height={24}
                    />
                  </td>
                  <td>
                    <AcceptanceMark row={row} />
                    <span className="pack-small pack-line">
                      <Said of={({ t }) => t('paper.until', { day: row.to })} />
                    </span>
                    {row.renewals > 0 && (
                      <span className="pack-small pack-line">
                        <Said of={({ t }) => t('paper.renewed', { count: row.renewals })} />
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
