/** The guidance of the sectors of a unit or of a system's unit, with how it stands today and whether it was read. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import { useRegister } from '#renderer/api/status.ts'
import type { SectorDocumentId } from '#shared/domain/jurisdiction/jurisdiction-profile.ts'
import { guidanceAsOf, guidanceOfSectors } from '#shared/domain/jurisdiction/sector-guidance.ts'
import { StatusForce } from './rule-force.tsx'
import { useWords } from './words.ts'
import './jurisdictions.css'

interface Props {
  readonly of: { readonly noun: 'unit' | 'system'; readonly id: string }
  /** Of a system: what its profile of Japan names as read. */
  readonly read?: readonly SectorDocumentId[]
}

export function GuidanceList({ of, read }: Props) {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const { utils } = useApi()
  const { data } = useQuery(utils.jurisdictionProfile.guidance.queryOptions({ input: of }))
  if (data === undefined) return null
  const guidance = guidanceOfSectors(new Set(data.sectors), today)
  return (
    <>
      <h4>{t('jurisdiction.guidance')}</h4>
      {data.sectors.length === 0 ? (
        <p className="muted">{t('jurisdiction.noSector')}</p>
      ) : (
        <p className="muted">
          {t('jurisdiction.sectors', {
            sectors: data.sectors.map((sector) => words.value('sector', sector)).join(t('app.listSeparator')),
            day: guidanceAsOf,
          })}
        </p>
      )}
      <ul className="jurisdiction-rules">
        {guidance.map(({ id, document, instrument, standing }) => {
          const title = document.title[words.language]
          const count = data.read[id] ?? 0
          return (
            <li key={id}>
              <span>
                <span className="code">{id}</span> {title.text}
                {title.evidence === 'FM' && <abbr title={t('requirement.dagger')}>†</abbr>}{' '}
                <span className="muted">
                  {[
                    words.name(document.issuer),
                    document.version === null ? null : words.name(document.version),
                    document.on,
                  ]
                    .filter((part) => part !== null)
                    .join(t('app.listSeparator'))}
                </span>{' '}
                <b className="jurisdiction-read">
                  {read === undefined
                    ? t('jurisdiction.readOf', { count, of: data.systems })
                    : t(read.includes(id) ? 'jurisdiction.read' : 'jurisdiction.notRead')}
                </b>
              </span>
              <StatusForce instrument={instrument} standing={standing} words={words} />
            </li>
          )
        })}
      </ul>
    </>
  )
}
