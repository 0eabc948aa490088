/** What the company is held against: the packs in use and how far they are covered, what can be taken in, files from outside. */
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useChange } from '#renderer/api/change.ts'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { ContentFileDialog } from '#renderer/records/content-file-dialog.tsx'
import { packName } from '#renderer/records/pack-name.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import type { AdoptedRequirementPack, HeldRequirementPack, RequirementPackHead } from '#shared/contract/requirement.ts'
import { RequirementTabs } from './requirement-tabs.tsx'
import { PackForce } from './requirement-words.tsx'
import { CoverageBar, CoverageKey } from './standing-value.tsx'
import './requirement.css'

export function RequirementsScreen() {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const mayChange = useMayChange()
  const choose = useChooseFile()
  const tell = useTell()
  const [file, setFile] = useState<string | null>(null)
  const { data, error } = useQuery(utils.requirement.overview.queryOptions())
  const adopt = useChange((client, input: { packId: string; packVersion: string }) => client.requirement.adopt(input))
  const told = (adopted: AdoptedRequirementPack, name: string) => tell.done(sayAdopted(words, adopted, name))
  const take = async (head: RequirementPackHead) => {
    try {
      told(await adopt.mutateAsync({ packId: head.id, packVersion: head.version }), packName(words, head))
    } catch (problem) {
      tell.refused(sayError(words.language, problem))
    }
  }
  const current = data?.held.filter(({ to }) => to === null) ?? []
  const earlier = data?.held.filter(({ to }) => to !== null) ?? []
  return (
    <>
      <div className="page-head">
        <IconListCheck size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('nav.requirement')}</h1>
        <span className="page-actions">
          {mayChange && (
            <button
              type="button"
              className="button"
              onClick={() => {
                void choose('requirement-pack').then((chosen) => setFile(chosen?.token ?? null))
              }}
            >
              {t('requirement.fromFile')}
            </button>
          )}
        </span>
      </div>
      <RequirementTabs current="packs" />
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data !== undefined && (
          <>
            {current.length === 0 ? (
              <section className="sheet form-section">
                <p>{t('requirement.none')}</p>
              </section>
            ) : (
              <HeldTable packs={current} title={t('requirement.inUse')} />
            )}
            {data.offered.length > 0 && (
              <section className="sheet form-section">
                <h2>{t('requirement.offered')}</h2>
                <p className="hint">{t('requirement.offeredHint')}</p>
                <ul className="pack-offers">
                  {data.offered.map((head) => (
                    <li key={`${head.id}@${head.version}`}>
                      <span className="pack-offer-name">
                        <b>{packName(words, head)}</b>
                        <span className="muted">
                          {words.name(head.issuer)} · {t('requirement.items', { count: head.count })}
                        </span>
                      </span>
                      <PackForce status={head.status} words={words} />
                      {mayChange && (
                        <button
                          type="button"
                          className="button"
                          disabled={adopt.isPending}
                          aria-label={t('requirement.takeNamed', { name: packName(words, head) })}
                          onClick={() => void take(head)}
                        >
                          {head.replaces === null
                            ? t('requirement.take')
                            : t('requirement.replace', { version: head.replaces })}
                        </button>
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {earlier.length > 0 && <HeldTable packs={earlier} title={t('requirement.earlier')} />}
          </>
        )}
      </div>
      {file !== null && (
        <ContentFileDialog
          token={file}
          onClose={() => setFile(null)}
          onTaken={({ packs: [first], horizon }, name) => {
            setFile(null)
            if (first !== undefined) told(first, name)
            else if (horizon !== null) tell.done(t('requirement.taken', { name }))
          }}
        />
      )}
    </>
  )
}

/** What came of taking a pack in. */
function sayAdopted(words: Words, { carried, reopened }: AdoptedRequirementPack, name: string): string {
  const { t } = words
  const taken = t('requirement.taken', { name })
  if (carried === 0 && reopened.length === 0) return taken
  return `${taken} ${t('requirement.carried', { carried, reopened: reopened.length })}`
}

function HeldTable({ packs, title }: { readonly packs: readonly HeldRequirementPack[]; readonly title: string }) {
  const words = useWords()
  const { t } = words
  return (
    <section className="sheet form-section">
      <h2>{title}</h2>
      <div className="table-scroll">
        <table className="plain-table held-packs">
          <thead>
            <tr>
              <th scope="col">{t('requirement.pack')}</th>
              <th scope="col">{t('requirement.force')}</th>
              <th scope="col">{t('requirement.since')}</th>
              <th scope="col">{t('requirement.ofCompany')}</th>
              <th scope="col">{t('requirement.ofSystems')}</th>
            </tr>
          </thead>
          <tbody>
            {packs.map((pack) => (
              <tr key={pack.id}>
                <th scope="row">
                  <Link href={`/requirement/${pack.id}`} className="link">
                    {packName(words, pack.head)}
                  </Link>
                  <span className="pack-issuer">
                    {words.name(pack.head.issuer)}
                    {pack.origin === 'unverified' && <b>{words.value('packOrigin', 'unverified')}</b>}
                    {pack.carried > 0 && <span>{t('requirement.carriedCount', { count: pack.carried })}</span>}
                  </span>
                </th>
                <td>
                  <PackForce status={pack.head.status} words={words} />
                </td>
                <td className="figures">{pack.to === null ? pack.from : `${pack.from} – ${pack.to}`}</td>
                <td>
                  <CoverageBar coverage={pack.company} />
                </td>
                <td>
                  <CoverageBar coverage={pack.systems} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CoverageKey />
    </section>
  )
}
