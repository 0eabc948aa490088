/** One pack of the register: where it comes from, each item and how it stands, and what this version changed. */
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { useTell } from '#renderer/records/tell.ts'
import { packName } from '#renderer/records/pack-name.ts'
import { useWords } from '#renderer/records/words.ts'
import type { RequirementPackDetail } from '#shared/contract/requirement.ts'
import type { RequirementItem } from '#shared/domain/requirements/requirement-pack.ts'
import { standings, type Standing } from '#shared/domain/requirements/standing.ts'
import { ItemSystems } from './item-systems.tsx'
import { depthsOf, type ItemRow, ItemTable } from './item-table.tsx'
import { PackForce } from './requirement-words.tsx'
import { CoverageBar, CoverageKey } from './standing-value.tsx'
import { SuggestionsDialog } from './suggestions-dialog.tsx'
import './requirement.css'

export function PackItemsScreen({ id }: { readonly id: string }) {
  const words = useWords()
  const { t } = words
  const { client, utils } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const [only, setOnly] = useState<Standing | null>(null)
  const mayChange = useMayChange()
  const [suggesting, setSuggesting] = useState(false)
  const [item, setItem] = useState<RequirementItem | null>(null)
  const { data, error } = useQuery(utils.requirement.pack.queryOptions({ input: { id } }))
  if (error !== null)
    return (
      <p role="alert" className="page-body">
        {sayError(words.language, error)}
      </p>
    )
  if (data === undefined) return null
  const { pack } = data
  const write = async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const { name } = await client.requirement.writeLibrary({ id, folder: folder.token })
      tell.done(t('requirement.libraryWritten', { name }))
    } catch (problem) {
      tell.refused(sayError(words.language, problem))
    }
  }
  return (
    <>
      <div className="page-head">
        <IconListCheck size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{packName(words, pack.head)}</h1>
        <span className="identity">
          <PackForce status={pack.head.status} words={words} />
          <span>{words.name(pack.head.issuer)}</span>
        </span>
        <span className="page-actions">
          {mayChange && pack.to === null && (
            <button type="button" className="button" onClick={() => setSuggesting(true)}>
              {t('requirement.suggest')}
            </button>
          )}
          <button type="button" className="button" onClick={() => void write()}>
            {t('requirement.writeLibrary')}
          </button>
        </span>
      </div>
      <div className="page-body">
        <p>
          <Link href="/requirement" className="text-button">
            {t('requirement.back')}
          </Link>
        </p>
        {pack.origin === 'unverified' && <p className="notice">{t('requirement.unverifiedHint')}</p>}
        {pack.to !== null && <p className="plain-notice">{t('requirement.replacedOn', { on: pack.to })}</p>}
        <PackFacts data={data} />
        <section className="sheet form-section">
          <div className="requirement-filter">
            <CoverageKey />
            <label>
              {t('requirement.show')}{' '}
              <select
                className="input"
                value={only ?? ''}
                onChange={(event) => setOnly(standings.find((each) => each === event.currentTarget.value) ?? null)}
              >
                <option value="">{t('requirement.showAll')}</option>
                {standings.map((each) => (
                  <option key={each} value={each}>
                    {t(`requirement.standing.${each}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <ItemTable
            rows={rowsOf(data, only)}
            placeOf={({ id: itemId }) => ({
              packId: pack.head.id,
              packVersion: pack.head.version,
              itemId,
              systemId: null,
            })}
            referred={data.referred}
            labels={data.labels}
            ours={pack.head.status === 'ours'}
            caption={packName(words, pack.head)}
            closed={pack.to !== null}
            onOpenSystems={setItem}
          />
        </section>
      </div>
      {suggesting && (
        <SuggestionsDialog
          packId={id}
          ours={pack.head.status === 'ours'}
          onClose={() => setSuggesting(false)}
          onLinked={(count) => {
            setSuggesting(false)
            tell.done(t('requirement.linked', { count }))
          }}
        />
      )}
      {item !== null && <ItemSystems packId={id} item={item} onClose={() => setItem(null)} />}
    </>
  )
}

/** With a standing chosen: the items that stand so, for the company or for at least one system, and their headings. */
function rowsOf(data: RequirementPackDetail, only: Standing | null): readonly ItemRow[] {
  const depths = depthsOf(data.items.map(({ item }) => item))
  const shown = new Set<string>()
  for (const { item, company, systems } of [...data.items].reverse()) {
    const fits = only === null || company?.standing === only || (systems !== null && systems[only] > 0)
    if (!fits && !shown.has(item.id)) continue
    shown.add(item.id)
    if (item.parent !== null) shown.add(item.parent)
  }
  return data.items
    .filter(({ item }) => shown.has(item.id))
    .map(({ item, company, systems, controls }) => ({
      item,
      depth: depths.get(item.id) ?? 0,
      standing: company?.standing ?? null,
      systems,
      answer: company?.answer ?? null,
      controls,
      later: false,
    }))
}

function PackFacts({ data: { pack, changes } }: { readonly data: RequirementPackDetail }) {
  const words = useWords()
  const { t, language } = words
  const { head } = pack
  return (
    <section className="sheet form-section pack-facts">
      <dl className="key-values">
        {head.published !== null && (
          <div>
            <dt>{t('requirement.published')}</dt>
            <dd className="figures">{head.published}</dd>
          </div>
        )}
        {head.asOf !== null && (
          <div>
            <dt>{t('requirement.asOf')}</dt>
            <dd className="figures">{head.asOf}</dd>
          </div>
        )}
        <div>
          <dt>{t('requirement.since')}</dt>
          <dd className="figures">{pack.from}</dd>
        </div>
        <div>
          <dt>{words.field('requirementPack', 'origin')}</dt>
          <dd>{words.value('packOrigin', pack.origin)}</dd>
        </div>
        {head.source !== null && (
          <div>
            <dt>{t('requirement.source')}</dt>
            <dd>{head.source.address ?? head.source.id}</dd>
          </div>
        )}
        {head.licence[language] !== null && (
          <div>
            <dt>{t('requirement.licence')}</dt>
            <dd>{head.licence[language]}</dd>
          </div>
        )}
        <div>
          <dt>{t('requirement.ofCompany')}</dt>
          <dd>
            <CoverageBar coverage={pack.company} />
          </dd>
        </div>
        <div>
          <dt>{t('requirement.ofSystems')}</dt>
          <dd>
            <CoverageBar coverage={pack.systems} />
          </dd>
        </div>
      </dl>
      {changes.length > 0 && (
        <details>
          <summary>{t('requirement.changes', { count: changes.length })}</summary>
          <ul className="requirement-changes">
            {changes.map((change) => (
              <li key={change.id}>
                {change.text[language]}
                {change.locator !== null && <span className="muted"> {change.locator[language]}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
