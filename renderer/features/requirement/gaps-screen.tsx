/** What is not met, not answered or half there, of the company and of each system, with who answers and what is under way. */
import { IconListCheck } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { packName } from '#renderer/records/pack-name.ts'
import { useWords } from '#renderer/records/words.ts'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { GapsInput, RequirementGaps } from '#shared/contract/requirement.ts'
import type { Holding } from '#shared/domain/accountability.ts'
import { type GapStanding, gapStandings } from '#shared/domain/requirements/requirement-coverage.ts'
import { NoPacks } from './no-packs.tsx'
import { PackChoice } from './pack-choice.tsx'
import { RequirementTabs } from './requirement-tabs.tsx'
import { ItemName } from './requirement-words.tsx'
import { StandingValue } from './standing-value.tsx'
import { TableFileButton } from './table-file-button.tsx'
import './requirement.css'

const atOnce = 200
const subjects = ['all', 'company', 'systems'] as const satisfies readonly GapsInput['subject'][]

export function GapsScreen() {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const [packId, setPack] = useState<string | null>(null)
  const [standing, setStanding] = useState<GapStanding | null>(null)
  const [subject, setSubject] = useState<GapsInput['subject']>('all')
  const [most, setMost] = useState(atOnce)
  const input: GapsInput = { packId, standings: standing === null ? [] : [standing], subject, most }
  const { data, error } = useQuery({
    ...utils.requirement.gaps.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className="page-head">
        <IconListCheck size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('requirement.gapsTitle')}</h1>
        {data !== undefined && data.packs.length > 0 && (
          <span className="page-note">
            {gapStandings
              .map((each) => `${t(`requirement.standing.${each}`)} ${data.counts[each].toLocaleString('en')}`)
              .join(t('app.listSeparator'))}
          </span>
        )}
        <span className="page-actions">
          <TableFileButton table="gaps" />
        </span>
      </div>
      <RequirementTabs current="gaps" />
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data?.packs.length === 0 && <NoPacks />}
        {data !== undefined && data.packs.length > 0 && (
          <section className="sheet form-section">
            <div className="requirement-filter">
              <span className="figures">
                {t('requirement.gapsShown', {
                  shown: data.rows.length,
                  of: data.total,
                })}
              </span>
              <PackChoice packs={data.packs} chosen={packId} all onChange={setPack} />
              <label>
                {t('requirement.standingHead')}{' '}
                <select
                  className="input"
                  value={standing ?? ''}
                  onChange={(event) =>
                    setStanding(gapStandings.find((each) => each === event.currentTarget.value) ?? null)
                  }
                >
                  <option value="">{t('requirement.showAll')}</option>
                  {gapStandings.map((each) => (
                    <option key={each} value={each}>
                      {t(`requirement.standing.${each}`)}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                {t('requirement.for')}{' '}
                <select
                  className="input"
                  value={subject}
                  onChange={(event) => setSubject(subjects.find((each) => each === event.currentTarget.value) ?? 'all')}
                >
                  {subjects.map((each) => (
                    <option key={each} value={each}>
                      {t(each === 'all' ? 'requirement.showAll' : `requirement.dimension.${each}`)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            {data.rows.length === 0 ? <p>{t('requirement.noGaps')}</p> : <GapTable data={data} />}
            {data.rows.length < data.total && (
              <button type="button" className="button" onClick={() => setMost(most + atOnce)}>
                {t('requirement.showMore')}
              </button>
            )}
          </section>
        )}
      </div>
    </>
  )
}

function GapTable({ data }: { readonly data: RequirementGaps }) {
  const words = useWords()
  const { t } = words
  const packs = new Map(data.packs.map((pack) => [pack.id, pack]))
  return (
    <div className="table-scroll">
      <table className="plain-table requirement-table">
        <caption className="visually-hidden">{t('requirement.gapsTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('requirement.standingHead')}</th>
            <th scope="col">{t('requirement.item')}</th>
            <th scope="col">{t('requirement.for')}</th>
            <th scope="col">{t('requirement.whoAnswers')}</th>
            <th scope="col">{t('requirement.controls')}</th>
            <th scope="col">{words.field('requirementAnswer', 'note')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => {
            const pack = packs.get(row.packId)
            return (
              <tr key={`${row.packId} ${row.item.id} ${row.systemId ?? ''}`}>
                <td>
                  <StandingValue standing={row.standing} />
                </td>
                <th scope="row">
                  <span className="code item-id">{row.item.id}</span>{' '}
                  <ItemName item={row.item} words={words} ours={pack?.status === 'ours'} />
                  {pack !== undefined && <span className="pack-issuer">{packName(words, pack)}</span>}
                </th>
                <td>
                  {row.systemId === null ? (
                    <Link href={`/requirement/${row.packId}`} className="link">
                      {t('requirement.dimension.company')}
                    </Link>
                  ) : (
                    <Link href={`/requirement/system/${row.systemId}`} className="link">
                      <span className="code">{data.labels[row.systemId]?.code}</span>{' '}
                      {words.label(data.labels, row.systemId)}
                    </Link>
                  )}
                </td>
                <td>
                  <Answers
                    label={words.value('assignmentRole', 'accountable_executive')}
                    holding={row.executive}
                    data={data}
                  />
                  <Answers label={words.value('assignmentRole', 'system_owner')} holding={row.owner} data={data} />
                </td>
                <td>
                  {row.controls.map((control) => (
                    <span key={control.id} className="gap-answerer">
                      <Link href={`/control/${control.id}`} className="link">
                        <span className="code">{control.code}</span>
                      </Link>{' '}
                      {words.value('controlStatus', control.status)}
                    </span>
                  ))}
                </td>
                <td>{row.given?.note}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Answers({
  label,
  holding,
  data,
}: {
  readonly label: string
  readonly holding: Holding | null
  readonly data: RequirementGaps
}) {
  const words = useWords()
  if (holding === null) return null
  return (
    <span className="gap-answerer">
      <span className="muted">{label}</span>{' '}
      {holding.state === 'held' ? (
        words.label(data.labels, holding.personId)
      ) : holding.state === 'vacant' ? (
        <Vacancy word={words.t('app.vacant')} />
      ) : (
        <span className="muted">{words.t('app.notRegistered')}</span>
      )}
    </span>
  )
}
