/**
 * How far each use that plans the exception for statistics is prepared, condition by condition, with what it stands on. The head
 * says that the exception is not in force; each condition says whether it is text of the act, open, or good practice.
 */
import { IconLockAccess } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { useWords } from '#renderer/records/words.ts'
import { LegalForce } from '#renderer/ui/legal-force.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { ConditionRow, StatisticsReadinessView } from '#shared/contract/privacy-figures.ts'
import { countStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { useSay } from '#renderer/records/say.ts'
import { conditionMarks } from './condition-marks.ts'
import './privacy-figures.css'

export function StatisticsReadinessScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const say = useSay()
  const { client, utils } = useApi()
  const { data, error } = useQuery(utils.privacy.readiness.queryOptions())
  const value = data && valueStatement(data.figure)
  const count = data && countStatement(data.figure)
  return (
    <>
      <div className="page-head">
        <IconLockAccess size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('privacyFigure.readiness.title')}</h1>
        {data !== undefined && value != null && count != null && (
          <span className="page-note">
            {data.figure.id} {say(value)} {say(count)}
          </span>
        )}
        <span className="page-actions">
          <TableFileButton
            label={t('privacyFigure.toCsv.readiness')}
            write={(folder) => client.privacy.writeTable({ table: 'readiness', folder })}
          />
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data !== undefined && (
          <>
            <Standing exception={data.exception} />
            {data.systems.length === 0 ? (
              <section className="sheet form-section">
                <p>{t('privacyFigure.readiness.none')}</p>
                <p className="hint">{t('privacyFigure.readiness.noneWhy')}</p>
              </section>
            ) : (
              data.systems.map((system) => <System key={system.systemId} system={system} labels={data.labels} />)
            )}
          </>
        )}
      </div>
    </>
  )
}

function Standing({ exception }: { readonly exception: StatisticsReadinessView['exception'] }) {
  const { t } = useWords()
  const { reliable, begins, asOf } = exception
  const when = begins === null ? 'noDay' : begins.certain ? 'fixed' : 'latest'
  return (
    <div className="plain-notice readiness-standing">
      <LegalForce
        force={reliable ? 'in_force' : 'not_in_force'}
        word={t(`privacyFigure.readiness.${reliable ? 'inForce' : 'notInForce'}`)}
      />
      <div>{t(`privacyFigure.readiness.${reliable ? 'begun' : when}`, { day: begins?.day ?? '', asOf })}</div>
      <div>{t('privacyFigure.readiness.which')}</div>
    </div>
  )
}

interface SystemProps {
  readonly system: StatisticsReadinessView['systems'][number]
  readonly labels: StatisticsReadinessView['labels']
}

function System({ system, labels }: SystemProps) {
  const { t } = useWords()
  const three = [
    ['dpia', system.dpiaId !== null],
    ['deidentified', system.deidentified],
    ['purpose', system.purposeRecorded],
  ] as const
  return (
    <section className="sheet form-section">
      <h2>
        <RecordLink id={system.systemId} labels={labels} />
      </h2>
      <ul className="readiness-three" aria-label={t('privacyFigure.readiness.three')}>
        {three.map(([name, there]) => (
          <li key={name}>
            {t(`privacyFigure.readiness.${name}`)}{' '}
            <StatusMark
              status={there ? 'within' : 'warning'}
              word={t(`privacyFigure.readiness.${there ? 'there' : 'missing'}`)}
            />
          </li>
        ))}
      </ul>
      {system.uses.map((use) => (
        <div key={use.useId} className="table-scroll">
          <h3 className="readiness-use">
            <RecordLink id={use.useId} labels={labels} />{' '}
            <span className="muted">{t('privacyFigure.readiness.settled', { count: use.settled })}</span>
          </h3>
          <table className="plain-table readiness-conditions">
            <caption className="visually-hidden">{labels[use.useId]?.code}</caption>
            <thead>
              <tr>
                <th scope="col">{t('privacyFigure.readiness.condition')}</th>
                <th scope="col">{t('privacyFigure.readiness.kindHead')}</th>
                <th scope="col">{t('privacyFigure.readiness.stateHead')}</th>
                <th scope="col">{t('privacyFigure.readiness.groundsHead')}</th>
              </tr>
            </thead>
            <tbody>
              {use.conditions.map((condition) => (
                <Condition key={condition.id} condition={condition} labels={labels} />
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  )
}

function Condition({
  condition,
  labels,
}: {
  readonly condition: ConditionRow
  readonly labels: SystemProps['labels']
}) {
  const words = useWords()
  const { t } = words
  const { id, question, kind, state, grounds, answeredOn, answeredById, evidenceIds, recordIds } = condition
  const records = [...evidenceIds, ...recordIds]
  return (
    <tr>
      <th scope="row">
        <span className="code">{id}</span> {words.name(question)}
      </th>
      <td>{t(`privacyFigure.kind.${kind}`)}</td>
      <td>
        <StatusMark status={conditionMarks[state]} word={t(`privacyFigure.state.${state}`)} />
        {answeredOn !== null && (
          <div className="muted">
            {answeredOn}
            {answeredById !== null && ` ${words.label(labels, answeredById)}`}
          </div>
        )}
      </td>
      <td>
        {grounds}
        {records.length === 0
          ? grounds === null && <span className="muted">{t('privacyFigure.readiness.noGrounds')}</span>
          : records.map((record) => (
              <div key={record}>
                <RecordLink id={record} labels={labels} />
              </div>
            ))}
      </td>
    </tr>
  )
}
