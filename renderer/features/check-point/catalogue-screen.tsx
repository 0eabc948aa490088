/** Our check points, version by version: what each asks, of which types, how it weighs; and the company's words where it has its own. */
import { IconListSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { recordPath } from '#renderer/records/noun-path.ts'
import { GuidanceName, PointGroupName, PointsSource } from '#renderer/records/point-words.tsx'
import { useWords } from '#renderer/records/words.ts'
import { ourPoint } from '#shared/domain/third-party/applicable-points.ts'
import {
  currentPointsVersion,
  type OurPoint,
  pointCatalogueOf,
  pointCatalogues,
} from '#shared/domain/third-party/point-catalogue.ts'
import { groupPoints } from '#shared/domain/third-party/point-groups.ts'
import './check-point.css'

export function CatalogueScreen({ tabs }: { readonly tabs?: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { today } = useRegister()
  const [version, setVersion] = useState(currentPointsVersion)
  const catalogue = pointCatalogueOf(version)
  const { data: own, error } = useQuery(utils.checkPoint.inForce.queryOptions({ input: { day: today } }))
  const groups = groupPoints(
    [...catalogue.points, ...catalogue.sectorPoints].map((point) => ({ ...ourPoint(point, catalogue), point })),
  )
  return (
    <>
      <div className="page-head">
        <IconListSearch size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('checkPoint.catalogue')}</h1>
        <span className="page-note">
          {t('checkPoint.counts', { points: catalogue.points.length, sectors: catalogue.sectorPoints.length })}
        </span>
        <span className="page-actions">
          {pointCatalogues.length > 1 && (
            <select
              className="input"
              aria-label={t('checkPoint.version')}
              value={version}
              onChange={(event) => setVersion(event.currentTarget.value)}
            >
              {pointCatalogues.map((each) => (
                <option key={each.version}>{each.version}</option>
              ))}
            </select>
          )}
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        <PointsSource catalogue={catalogue} />
        <section className="sheet form-section">
          <div className="table-scroll">
            <table className="plain-table point-catalogue">
              <caption className="visually-hidden">{t('checkPoint.catalogue')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('reading.point')}</th>
                  <th scope="col">{words.field('checkPoint', 'types')}</th>
                  <th scope="col">{words.field('checkPoint', 'weight')}</th>
                  <th scope="col">{words.field('checkPoint', 'matter')}</th>
                  <th scope="col">{t('reading.companyWords')}</th>
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <Fragment key={`${group.element} ${group.head} ${group.sector ?? ''}`}>
                    <tr className="point-catalogue-group">
                      <th scope="rowgroup" colSpan={5}>
                        <PointGroupName group={group} />
                      </th>
                    </tr>
                    {group.points.map(({ point, document }) => (
                      <tr key={point.id}>
                        <th scope="row">
                          <span className="code">{point.id}</span> {words.name(point.question)}
                          {document !== null && (
                            <div className="hint">
                              <GuidanceName document={document} />
                            </div>
                          )}
                          {point.narrowedBy !== null && (
                            <div className="hint">{t(`checkPoint.narrowed.${point.narrowedBy}`)}</div>
                          )}
                        </th>
                        <td className="figures">
                          {point.types.map((type) => type.replace('CT-', '')).join(t('app.listSeparator'))}
                        </td>
                        <td>{words.value('weight', point.weight)}</td>
                        <td>{point.matter !== null && words.value('pointMatter', point.matter.id)}</td>
                        <td>
                          <Rewording point={point} own={(own ?? []).find(({ replaces }) => replaces === point.id)} />
                        </td>
                      </tr>
                    ))}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </>
  )
}

interface Own {
  readonly id: string
  readonly code: string
  readonly name: { readonly ja: string | null; readonly en: string | null }
}

/** The company's words for a point, or the way to them: the form begins with ours. */
function Rewording({ point, own }: { readonly point: OurPoint; readonly own: Own | undefined }) {
  const words = useWords()
  const mayChange = useMayChange()
  const { today } = useRegister()
  if (own !== undefined)
    return (
      <Link href={recordPath('checkPoint', own.id)} className="link">
        <span className="code">{own.code}</span> {words.name(own.name)}
      </Link>
    )
  if (!mayChange) return null
  const { question, element, head, types, weight, sectors } = point
  const values = {
    name: question,
    subject: 'contract',
    replaces: point.id,
    element,
    head,
    types,
    weight,
    matter: point.matter?.id ?? null,
    sectors,
    from: today,
  }
  return (
    <Link href="/check-point/new" state={{ values, labels: {} }} className="link">
      {words.t('checkPoint.reword')} <span className="visually-hidden">{point.id}</span>
    </Link>
  )
}
