/** The gap matrix: vendors by METI's heads, each cell opening the points behind it, and contracts that want somebody. */
import { IconBuildingFactory2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { FigureStrip } from '#renderer/records/figure-strip.tsx'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { useWords } from '#renderer/records/words.ts'
import { Attention } from './attention.tsx'
import { GapKey } from './gap-value.tsx'
import { MatrixTable } from './matrix-table.tsx'
import './third-party.css'

export function ContractMatrixScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { client, utils } = useApi()
  const { data, error } = useQuery(utils.thirdParty.matrix.queryOptions())
  const inForce = data?.rows.reduce((sum, { contracts }) => sum + contracts.length, 0) ?? 0
  return (
    <>
      <div className="page-head">
        <IconBuildingFactory2 size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('contractMatrix.title')}</h1>
        <span className="ours">{t('contractMatrix.ours')}</span>
        {data !== undefined && data.rows.length > 0 && (
          <span className="page-note">
            {t('contractMatrix.sum', { count: inForce, gaps: data.count.gaps, applicable: data.count.applicable })}
          </span>
        )}
        <span className="page-actions">
          <TableFileButton write={(folder) => client.thirdParty.writeTable({ table: 'matrix', folder })} />
          <TableFileButton
            label={t('contractMatrix.gapsToCsv')}
            write={(folder) => client.thirdParty.writeTable({ table: 'gaps', folder })}
          />
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data?.rows.length === 0 && (
          <section className="sheet form-section">
            <p>{t('contractMatrix.none')}</p>
            <p className="hint">{t('contractMatrix.noneWhy')}</p>
            <Link href="/vendor/new" className="button">
              {t('action.addNoun', { noun: words.inSentence('vendor') })}
            </Link>
          </section>
        )}
        {data !== undefined && data.rows.length > 0 && (
          <>
            <FigureStrip figures={data.figures} />
            <section className="sheet form-section">
              <h2>{t('contractMatrix.heading')}</h2>
              <GapKey />
              <MatrixTable data={data} />
            </section>
            <Attention rows={data.attention} labels={data.labels} />
          </>
        )}
      </div>
    </>
  )
}
