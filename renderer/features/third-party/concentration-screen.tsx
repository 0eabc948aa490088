/** How the systems of the high tier depend on vendors: share by group, the index, and the systems of which no vendor is known. */
import { IconBuildingFactory2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ShareAxis, ShareBar } from '#renderer/charts/share-bar.tsx'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { VendorConcentration } from '#shared/contract/third-party-figures.ts'
import type { Labels } from '#shared/contract/base.ts'
import { wholePercent } from '#shared/domain/metrics/kri-result.ts'
import './third-party.css'

export function VendorConcentrationScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { client, utils } = useApi()
  const { data, error } = useQuery(utils.thirdParty.concentration.queryOptions())
  return (
    <>
      <div className="page-head">
        <IconBuildingFactory2 size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('vendorConcentration.title')}</h1>
        {data !== undefined && (
          <span className="page-note">
            {t('vendorConcentration.known', { known: data.known, systems: data.systems })}
          </span>
        )}
        <span className="page-actions">
          <TableFileButton write={(folder) => client.thirdParty.writeTable({ table: 'concentration', folder })} />
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data !== undefined && (
          <>
            <section className="sheet form-section">
              <h2>{t('vendorConcentration.heading')}</h2>
              <p className="hint">{t('vendorConcentration.hint')}</p>
              {data.index === null ? <p>{t('vendorConcentration.none')}</p> : <Shares data={data} index={data.index} />}
            </section>
            {data.unknownIds.length > 0 && (
              <section className="sheet form-section">
                <h2>{t('vendorConcentration.unknown', { count: data.unknownIds.length })}</h2>
                <p className="hint">{t('vendorConcentration.unknownHint')}</p>
                <Links ids={data.unknownIds} labels={data.labels} />
              </section>
            )}
          </>
        )}
      </div>
    </>
  )
}

const bar = { width: 260, height: 26 }

function Shares({ data, index }: { readonly data: VendorConcentration; readonly index: number }) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <p className="concentration-index">
        <b className="figures">{index.toFixed(2)}</b> {t('vendorConcentration.index')}
      </p>
      <div className="table-scroll">
        <table className="plain-table concentration-table">
          <caption className="visually-hidden">{t('vendorConcentration.heading')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('vendorConcentration.group')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('vendorConcentration.share')}</span>
                <ShareAxis width={bar.width} height={20} />
              </th>
              <th scope="col">{t('vendorConcentration.share')}</th>
              <th scope="col">{t('vendorConcentration.supplied')}</th>
              <th scope="col">{words.many('system')}</th>
            </tr>
          </thead>
          <tbody>
            {data.groups.map((group) => {
              const name = group.group ?? words.label(data.labels, group.vendorIds[0] ?? null)
              const share = t('vendorConcentration.percent', { percent: wholePercent(group.share, null) })
              return (
                <tr key={group.key}>
                  <th scope="row">
                    {group.group === null ? (
                      <Links ids={group.vendorIds} labels={data.labels} />
                    ) : (
                      <>
                        {group.group}
                        <Links ids={group.vendorIds} labels={data.labels} />
                      </>
                    )}
                  </th>
                  <td>
                    <ShareBar
                      label={t('vendorConcentration.bar', { name, share })}
                      share={group.share}
                      before={null}
                      limit={null}
                      {...bar}
                    />
                  </td>
                  <td className="figures">{share}</td>
                  <td className="figures">{t('paper.of', { count: group.systemIds.length, total: data.known })}</td>
                  <td>
                    <Links ids={group.systemIds} labels={data.labels} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {data.known < data.systems && (
        <p>
          <StatusMark
            status="no_data"
            word={t('vendorConcentration.leftOut', { count: data.systems - data.known, systems: data.systems })}
          />
        </p>
      )}
    </>
  )
}

function Links({ ids, labels }: { readonly ids: readonly string[]; readonly labels: Labels }) {
  return (
    <ul className="concentration-links">
      {ids.map((id) => (
        <li key={id}>
          <RecordLink id={id} labels={labels} />
        </li>
      ))}
    </ul>
  )
}
