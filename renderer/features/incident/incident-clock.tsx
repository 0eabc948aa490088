/** The clock of a leak: whether it must be reported, how much time is left in words, and what was reported. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { type Status, StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { ReportOn, ReportStanding } from '#shared/domain/incident/breach-standing.ts'
import { localMoment } from '#shared/domain/incident/local-moment.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import './incident.css'

type Props = DetailProps<'incident'>

const marks: Readonly<Record<ReportStanding, Status>> = {
  on_time: 'within',
  late: 'breach',
  running: 'warning',
  overdue: 'breach',
  replaced: 'within',
  unknown: 'breach',
}

function Deadline({ on }: { readonly on: ReportOn }) {
  const { t } = useWords()
  const { kind, standing, days, dueOn, madeOn, withinLater } = on
  return (
    <div className="clock-report">
      <h3>
        {t(`value.reportKind.${kind}`)}{' '}
        <StatusMark status={marks[standing]} word={t(`incident.standing.${standing}`)} />
      </h3>
      <p className="clock-left">
        {days === null
          ? t('incident.noDeadline')
          : madeOn !== null
            ? t('incident.madeOn', { day: madeOn })
            : days === 0
              ? t('incident.dueToday')
              : days > 0
                ? t('incident.daysLeft', { count: days })
                : t('incident.daysOver', { count: -days })}
      </p>
      {dueOn !== null && <p className="figures">{t('incident.dueOn', { day: dueOn })}</p>}
      {withinLater && <p className="hint">{t(`incident.withinLater.${kind}`)}</p>}
    </div>
  )
}

/** Beside the form, where it is seen at once. */
export function IncidentClock({ detail }: Props) {
  const words = useWords()
  const { t } = words
  const { record, derived } = detail
  const { breach, timeZone } = derived
  return (
    <section className="sheet form-section">
      <h2>{t('incident.clock')}</h2>
      <p>
        <b>{words.value('reportability', breach?.reportability ?? 'not_reportable')}</b>
        {breach?.reportability === 'possible' && <> {t('incident.possibleHint')}</>}
      </p>
      {breach !== null && (
        <>
          <p>
            {record.learnedAt === null ? (
              <Unknown word={t('incident.learnedMissing')} />
            ) : (
              t('incident.learned', {
                moment: localMoment(record.learnedAt, record.learnedZone ?? timeZone),
                zone: record.learnedZone ?? timeZone,
                day: breach.clock?.learnedOn ?? '',
              })
            )}
          </p>
          <div className="clock-reports">
            <Deadline on={breach.early} />
            <Deadline on={breach.final} />
            <div className="clock-report">
              <h3>{words.value('reportKind', 'persons')}</h3>
              <p className="clock-left">
                {breach.personsOn === null
                  ? t('incident.personsMissing')
                  : t('incident.madeOn', { day: breach.personsOn })}
              </p>
              <p className="hint">{t('incident.personsHint')}</p>
            </div>
          </div>
          {breach.clock !== null && (
            <p className="hint">
              {t('incident.clockHint', { days: breach.clock.earlyLatest })}
              {breach.clock.finalExtended !== null &&
                ` ${t('incident.extendedHint', { day: breach.clock.finalExtended })}`}
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** The answers with their grounds, and the reports that were made. */
export function IncidentReporting({ detail }: Props) {
  const words = useWords()
  const { t } = words
  const { record } = detail
  const judged = [
    ['leak', record.leak],
    ['leakSensitive', record.leakSensitive],
    ['leakFinancial', record.leakFinancial],
    ['leakWrongful', record.leakWrongful],
    ['leakMany', record.leakMany],
  ] as const
  return (
    <section className="sheet form-section">
      <h2>{t('incident.reporting')}</h2>
      <dl className="key-values">
        {judged.map(([name, answer]) => (
          <div key={name}>
            <dt>{words.field('incident', name)}</dt>
            <dd>
              {answer === 'unknown' ? (
                <Unknown word={words.value('breachAnswer', answer)} />
              ) : (
                words.value('breachAnswer', answer)
              )}
            </dd>
          </div>
        ))}
        {record.judgedOn !== null && (
          <div>
            <dt>{words.field('incident', 'judgedText')}</dt>
            <dd>
              {record.judgedText} ({words.label(detail.labels, record.judgeId)}, {record.judgedOn})
            </dd>
          </div>
        )}
      </dl>
      <Reports detail={detail} />
    </section>
  )
}

function Reports({ detail }: Props) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const [taken, setTaken] = useState<RecordOf<'incidentReport'> | null>(null)
  const withdraw = useChange(
    (client, input: { readonly id: string; readonly version: number; readonly reason: string }) =>
      client.incident.withdrawReport(input),
  )
  const reports = (detail.related.incidentReport ?? []).filter(({ withdrawn }) => withdrawn === null)
  if (reports.length === 0) return null
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            {(['kind', 'at', 'recipient', 'reference'] as const).map((name) => (
              <th key={name} scope="col">
                {words.field('incidentReport', name)}
              </th>
            ))}
            {mayChange && <th scope="col">{t('incident.takeBack')}</th>}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <td>{words.value('reportKind', report.kind)}</td>
              <td className="figures">{localMoment(report.at, detail.derived.timeZone)}</td>
              <td>{report.recipient}</td>
              <td>{report.reference ?? <Unknown word={t('app.notRegistered')} />}</td>
              {mayChange && (
                <td>
                  <button type="button" className="button" onClick={() => setTaken(report)}>
                    {t('action.withdraw')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {taken !== null && (
        <DialogForm
          name="withdraw-report"
          title={t('incident.takeBack')}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={t('action.withdraw')}
          onCancel={() => setTaken(null)}
          onSubmit={async ({ reason }) => {
            await withdraw.mutateAsync({ id: taken.id, version: taken.version, reason: textOf(reason) })
            setTaken(null)
          }}
        />
      )}
    </>
  )
}
