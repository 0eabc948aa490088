/** Personal data at a glance: the figures, from systems to current impact assessments, and the systems that still need one. */
import { IconLockAccess } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { FigureStrip } from '#renderer/records/figure-strip.tsx'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { PrivacyOverview } from '#shared/contract/privacy-figures.ts'
import { FunnelTable } from './funnel-table.tsx'
import './privacy-figures.css'

export function PrivacyOverviewScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { client, utils } = useApi()
  const { data, error } = useQuery(utils.privacy.overview.queryOptions())
  const counts = new Map(data?.funnel?.map(({ step, count }) => [step, count]))
  return (
    <>
      <div className="page-head">
        <IconLockAccess size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('privacyFigure.title')}</h1>
        {data?.funnel != null && (
          <span className="page-note">
            {t('privacyFigure.sum', { count: counts.get('personal') ?? 0, required: counts.get('required') ?? 0 })}
          </span>
        )}
        <span className="page-actions">
          <TableFileButton
            label={t('privacyFigure.toCsv.funnel')}
            write={(folder) => client.privacy.writeTable({ table: 'funnel', folder })}
          />
          <TableFileButton
            label={t('privacyFigure.toCsv.bases')}
            write={(folder) => client.privacy.writeTable({ table: 'bases', folder })}
          />
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data !== undefined && (
          <>
            <FigureStrip figures={data.figures} />
            <section className="sheet form-section">
              <h2>{t('privacyFigure.funnel.heading')}</h2>
              <p className="hint">{t('privacyFigure.funnel.hint')}</p>
              {data.funnel === null || (counts.get('systems') ?? 0) === 0 ? (
                <p>{t('privacyFigure.funnel.none')}</p>
              ) : (
                <FunnelTable funnel={data.funnel} previous={data.previous} />
              )}
            </section>
            <Missing data={data} />
          </>
        )}
      </div>
    </>
  )
}

const gapMarks = { expired: 'breach', reopened: 'breach', in_progress: 'warning', not_screened: 'no_data' } as const

function Missing({ data }: { readonly data: PrivacyOverview }) {
  const words = useWords()
  const { t } = words
  if (data.funnel === null) return null
  return (
    <section className="sheet form-section">
      <h2>
        {t('privacyFigure.missing.heading')} <span className="muted">{data.missingCount}</span>{' '}
        <span className="hint">{t('privacyFigure.missing.hint')}</span>
      </h2>
      {data.missing.length === 0 ? (
        <p>{t('privacyFigure.missing.none')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table privacy-missing">
            <caption className="visually-hidden">{t('privacyFigure.missing.heading')}</caption>
            <thead>
              <tr>
                <th scope="col">{words.one('system')}</th>
                <th scope="col">{words.field('system', 'personalData')}</th>
                <th scope="col">{t('privacyFigure.missing.why')}</th>
                <th scope="col">{words.one('dpia')}</th>
                <th scope="col">{t('privacyFigure.missing.next')}</th>
                <th scope="col">{words.field('dpia', 'wantedOn')}</th>
              </tr>
            </thead>
            <tbody>
              {data.missing.map(({ systemId, personalData, gap, newest }) => (
                <tr key={systemId}>
                  <th scope="row">
                    <RecordLink id={systemId} labels={data.labels} />
                  </th>
                  <td>
                    {personalData === 'unknown' ? (
                      <StatusMark status="no_data" word={words.value('answer', 'unknown')} />
                    ) : (
                      words.value('answer', personalData)
                    )}
                  </td>
                  <td>
                    <StatusMark status={gapMarks[gap]} word={t(`privacyFigure.gap.${gap}`)} />
                  </td>
                  <td>
                    {newest === null ? (
                      <span className="muted">{t('privacyFigure.missing.noDpia')}</span>
                    ) : (
                      <RecordLink id={newest.id} labels={data.labels} />
                    )}
                  </td>
                  <td>
                    {newest === null
                      ? t('privacy.verb.screening')
                      : newest.next === null
                        ? t('privacyFigure.missing.redo')
                        : t(`privacy.verb.${newest.next}`)}
                  </td>
                  <td className="figures">{newest?.wantedOn}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data.missingCount > data.missing.length && (
        <p className="hint">{t('privacyFigure.missing.more', { count: data.missingCount - data.missing.length })}</p>
      )}
    </section>
  )
}
