/** Contracts whose day for notice or end is near, and contracts that were not read. */
import { Link } from 'wouter'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Labels } from '#shared/contract/base.ts'
import { aheadDays, type ContractAttention } from '#shared/domain/third-party/contract-positions.ts'

interface Props {
  readonly rows: readonly ContractAttention[]
  readonly labels: Labels
}

export function Attention({ rows, labels }: Props) {
  const words = useWords()
  const { t } = words
  return (
    <section className="sheet form-section">
      <h2>
        {t('contractAttention.title')} <span className="hint">{t('contractAttention.hint', { count: aheadDays })}</span>
      </h2>
      {rows.length === 0 ? (
        <p>{t('contractAttention.none')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table contract-attention">
            <caption className="visually-hidden">{t('contractAttention.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{words.one('contract')}</th>
                <th scope="col">{words.one('vendor')}</th>
                <th scope="col">{t('contractAttention.day')}</th>
                <th scope="col">{t('contractAttention.matter')}</th>
                <th scope="col">{t('contractAttention.readingHead')}</th>
                <th scope="col">{t('contractAttention.lastRead')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.contractId}>
                  <th scope="row">
                    <Link href={recordPath('contract', row.contractId)} className="link">
                      <span className="code">{labels[row.contractId]?.code}</span> {words.label(labels, row.contractId)}
                    </Link>
                  </th>
                  <td>{words.label(labels, row.vendorId)}</td>
                  <td className="figures">
                    {row.term === null || row.end === null ? (
                      <span className="muted">{t('contractAttention.noDay')}</span>
                    ) : row.term === 'notice_due' ? (
                      (row.end.noticeBy ?? row.end.endsOn)
                    ) : (
                      row.end.endsOn
                    )}
                  </td>
                  <td>
                    {row.term === null ? (
                      <StatusMark status="na" word={t('contractAttention.term.none')} />
                    ) : (
                      <StatusMark
                        status={row.term === 'past' ? 'breach' : 'warning'}
                        word={t(`contractAttention.term.${row.term}`)}
                      />
                    )}
                  </td>
                  <td>
                    <StatusMark
                      status={row.reading === null ? 'within' : row.reading === 'too_old' ? 'warning' : 'no_data'}
                      word={t(`contractAttention.reading.${row.reading ?? 'read'}`)}
                    />
                  </td>
                  <td className="figures">
                    {row.lastReadOn ?? <span className="muted">{t('contractAttention.neverRead')}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
