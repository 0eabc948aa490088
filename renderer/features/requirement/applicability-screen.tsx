/** The statement of applicability of one pack: whether each item applies, why not and who approved that, what answers it. */
import { IconListCheck } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { packName } from '#renderer/records/pack-name.ts'
import { useWords } from '#renderer/records/words.ts'
import type { RequirementApplicability } from '#shared/contract/requirement.ts'
import { appliesStates } from '#shared/domain/requirements/requirement-coverage.ts'
import { NoPacks } from './no-packs.tsx'
import { PackChoice } from './pack-choice.tsx'
import { RequirementTabs } from './requirement-tabs.tsx'
import { ItemName } from './requirement-words.tsx'
import { CoverageBar, CoverageKey } from './standing-value.tsx'
import { TableFileButton } from './table-file-button.tsx'
import './requirement.css'

export function ApplicabilityScreen() {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: overview } = useQuery(utils.requirement.overview.queryOptions())
  const packs = (overview?.held ?? []).filter(({ to }) => to === null).map(({ id, head }) => ({ ...head, id }))
  const id = chosen ?? packs[0]?.id ?? null
  const { data, error } = useQuery(
    utils.requirement.applicability.queryOptions({ input: id === null ? skipToken : { id } }),
  )
  return (
    <>
      <div className="page-head">
        <IconListCheck size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('requirement.applicabilityTitle')}</h1>
        {data !== undefined && (
          <span className="page-note">
            {packName(words, data.pack)}
            {'　'}
            {appliesStates
              .map((each) => [each, data.rows.filter(({ applies }) => applies === each).length] as const)
              .map(([each, count]) => `${t(`requirement.applies.${each}`)} ${String(count)}`)
              .join(t('app.listSeparator'))}
          </span>
        )}
        <span className="page-actions">
          <TableFileButton table="applicability" />
        </span>
      </div>
      <RequirementTabs current="applicability" />
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {overview !== undefined && packs.length === 0 && <NoPacks />}
        {data !== undefined && id !== null && (
          <section className="sheet form-section">
            <div className="requirement-filter">
              <CoverageKey />
              <PackChoice packs={packs} chosen={id} all={false} onChange={setChosen} />
            </div>
            <p className="hint">{t('requirement.applicabilityHint')}</p>
            <ApplicabilityTable data={data} />
          </section>
        )}
      </div>
    </>
  )
}

function ApplicabilityTable({ data }: { readonly data: RequirementApplicability }) {
  const words = useWords()
  const { t } = words
  return (
    <div className="table-scroll">
      <table className="plain-table requirement-table">
        <caption className="visually-hidden">{packName(words, data.pack)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('requirement.item')}</th>
            <th scope="col">{t('requirement.appliesHead')}</th>
            <th scope="col">{t('requirement.whyNot')}</th>
            <th scope="col">{t('requirement.controls')}</th>
            <th scope="col">{t('requirement.standingHead')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ item, applies, asked, exclusions, controls, coverage }) => (
            <tr key={item.id}>
              <th scope="row">
                <span className="code item-id">{item.id}</span>{' '}
                <ItemName item={item} words={words} ours={data.pack.status === 'ours'} />
              </th>
              <td>
                {t(`requirement.applies.${applies}`)}
                {item.asked === 'system' && asked > 0 && (
                  <span className="muted">
                    {' '}
                    {t('requirement.askedOfSystems', { count: asked - exclusions.length, of: asked })}
                  </span>
                )}
              </td>
              <td>
                {exclusions.map(({ systemId, reason, approverPersonId, on }) => (
                  <span key={systemId ?? ''} className="gap-answerer">
                    {systemId !== null && (
                      <Link href={`/requirement/system/${systemId}`} className="link code">
                        {data.labels[systemId]?.code}
                      </Link>
                    )}{' '}
                    {reason}{' '}
                    <span className="muted">
                      {t('requirement.approvedBy', { name: words.label(data.labels, approverPersonId), on })}
                    </span>
                  </span>
                ))}
              </td>
              <td>
                {controls.map((control) => (
                  <span key={control.id} className="gap-answerer">
                    <Link href={`/control/${control.id}`} className="link">
                      <span className="code">{control.code}</span>
                    </Link>{' '}
                    {words.value('controlStatus', control.status)}
                  </span>
                ))}
              </td>
              <td>
                <CoverageBar coverage={coverage} width={120} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
