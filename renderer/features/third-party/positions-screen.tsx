/** Where we stand by clause across vendors: training, liability, notice of an incident, where and on what basis data are handled. */
import { IconArrowDown, IconArrowUp, IconBuildingFactory2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { recordPath } from '#renderer/records/noun-path.ts'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { useWords, type Words } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { ContractPositions } from '#shared/contract/third-party-figures.ts'
import type { ContractPosition } from '#shared/domain/third-party/contract-positions.ts'
import { type PositionColumn, positionColumns, sortedPositions } from './position-order.ts'
import './third-party.css'

export function ContractPositionsScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { client, utils } = useApi()
  const { data, error } = useQuery(utils.thirdParty.positions.queryOptions())
  return (
    <>
      <div className="page-head">
        <IconBuildingFactory2 size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('contractPosition.title')}</h1>
        {data !== undefined && data.rows.length > 0 && (
          <span className="page-note">
            {t('contractPosition.sum', {
              count: data.rows.length,
              trainable: data.rows.filter(({ trainable }) => trainable).length,
            })}
          </span>
        )}
        <span className="page-actions">
          <TableFileButton write={(folder) => client.thirdParty.writeTable({ table: 'matrix', folder })} />
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data !== undefined && (
          <section className="sheet form-section">
            <p className="hint">{t('contractPosition.hint')}</p>
            {data.rows.length === 0 ? <p>{t('contractMatrix.noneInForce')}</p> : <PositionTable data={data} />}
          </section>
        )}
      </div>
    </>
  )
}

function PositionTable({ data }: { readonly data: ContractPositions }) {
  const words = useWords()
  const { t } = words
  const [sort, setSort] = useState<{ readonly by: PositionColumn; readonly down: boolean }>({
    by: 'training',
    down: false,
  })
  const rows = sortedPositions(data.rows, sort.by, (id) => words.label(data.labels, id))
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('contractPosition.title')}>
      <table className="plain-table contract-positions">
        <caption className="visually-hidden">{t('contractPosition.title')}</caption>
        <thead>
          <tr>
            {positionColumns.map((column) => {
              const sorted = sort.by === column
              return (
                <th key={column} scope="col" aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : 'none'}>
                  <button
                    type="button"
                    className="text-button"
                    onClick={() => setSort({ by: column, down: sorted && !sort.down })}
                  >
                    {t(`contractPosition.column.${column}`)}
                    {sorted &&
                      (sort.down ? (
                        <IconArrowDown size={12} stroke={1.5} aria-hidden />
                      ) : (
                        <IconArrowUp size={12} stroke={1.5} aria-hidden />
                      ))}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {(sort.down ? rows.toReversed() : rows).map((row) => (
            <tr key={row.contractId}>
              <td>
                <Link href={recordPath('vendor', row.vendorId)} className="link">
                  {words.label(data.labels, row.vendorId)}
                </Link>
              </td>
              <th scope="row">
                <Link href={recordPath('contract', row.contractId)} className="link">
                  <span className="code">{data.labels[row.contractId]?.code}</span>{' '}
                  {words.label(data.labels, row.contractId)}
                </Link>
              </th>
              <td>
                <Training row={row} words={words} />
              </td>
              <td className="figures">
                <LiabilityCap row={row} words={words} />
              </td>
              <td>
                <Notice row={row} words={words} />
              </td>
              <td>
                {row.dataCountries.length === 0 ? (
                  <Unknown word={t('contractPosition.noCountries')} />
                ) : (
                  row.dataCountries.join(t('app.listSeparator'))
                )}
                {row.crossBorderRoute !== null && (
                  <span className="hint position-note">{words.value('crossBorderRoute', row.crossBorderRoute)}</span>
                )}
              </td>
              <td>
                {row.dataBasis === null ? (
                  row.personalData === 'no' ? (
                    <StatusMark status="na" word={t('contractPosition.noPersonalData')} />
                  ) : (
                    <Unknown word={t('contractPosition.noBasis')} />
                  )
                ) : (
                  words.value('dataBasis', row.dataBasis)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ValueProps {
  readonly row: ContractPosition
  readonly words: Words
}

function Training({ row, words }: ValueProps) {
  const { t } = words
  const word = row.trainingUse === null ? t('contractPosition.unread') : words.value('trainingUse', row.trainingUse)
  const data = [
    ...(row.personalData === 'no' ? [] : [t(`contractPosition.personal.${row.personalData}`)]),
    ...(row.secretData === 'no' ? [] : [t(`contractPosition.secret.${row.secretData}`)]),
  ]
  return (
    <>
      <StatusMark status={row.trainable ? 'breach' : row.trainingUse === null ? 'no_data' : 'within'} word={word} />
      <span className="hint position-note">
        {data.length === 0 ? t('contractPosition.noSuchData') : data.join(t('app.listSeparator'))}
      </span>
    </>
  )
}

function LiabilityCap({ row, words }: ValueProps) {
  const { t } = words
  const { liabilityCap: cap, liabilityCapValue: value } = row
  if (cap === null) return <Unknown word={t('contractPosition.unread')} />
  if (cap === 'unknown') return <Unknown word={words.value('liabilityCap', cap)} />
  if (value !== null && cap === 'months_of_fees') return t('contractPosition.months', { count: value })
  if (value !== null && cap === 'amount') return t('contractPosition.yen', { count: value })
  return words.value('liabilityCap', cap)
}

const noticeMarks = {
  within_three_days: 'within',
  within_five_days: 'warning',
  later: 'breach',
  none: 'no_data',
  unread: 'no_data',
} as const satisfies Record<ContractPosition['notice'], string>

function Notice({ row, words }: ValueProps) {
  const { t } = words
  const standing = t(`contractPosition.notice.${row.notice}`)
  return (
    <StatusMark
      status={noticeMarks[row.notice]}
      word={
        row.incidentNoticeHours === null
          ? standing
          : t('contractPosition.hours', { count: row.incidentNoticeHours, standing })
      }
    />
  )
}
