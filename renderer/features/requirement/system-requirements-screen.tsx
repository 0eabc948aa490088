/** What is asked of one system by its roles, phase and data: answered item by item, or many at once. */
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { packName } from '#renderer/records/pack-name.ts'
import { useWords } from '#renderer/records/words.ts'
import type { SystemRequirements } from '#shared/contract/requirement.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { depthsOf, ItemTable } from './item-table.tsx'
import { PackForce } from './requirement-words.tsx'
import { CoverageBar, CoverageKey } from './standing-value.tsx'
import './requirement.css'

export function SystemRequirementsScreen({ id }: { readonly id: string }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.requirement.system.queryOptions({ input: { id } }))
  const { data: system } = useQuery(utils.system.get.queryOptions({ input: { id } }))
  if (error !== null)
    return (
      <p role="alert" className="page-body">
        {sayError(words.language, error)}
      </p>
    )
  if (data === undefined || system === undefined) return null
  return (
    <>
      <div className="page-head">
        <IconListCheck size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('requirement.ofSystem', { code: system.record.code, name: words.name(system.record.name) })}</h1>
        <span className="identity">
          <AskedBecause system={system.record} />
        </span>
      </div>
      <div className="page-body">
        <p>
          <Link href={`/system/${id}`} className="text-button">
            {t('requirement.backToSystem', { code: system.record.code })}
          </Link>
        </p>
        {data.packs.length === 0 && (
          <section className="sheet form-section">
            <p>{t('requirement.noneForSystem')}</p>
            <Link href="/requirement" className="button">
              {t('nav.requirement')}
            </Link>
          </section>
        )}
        {data.packs.map((pack) => (
          <PackOfSystem key={pack.id} pack={pack} systemId={id} labels={data.labels} />
        ))}
      </div>
    </>
  )
}

/** What decides which items are asked. */
function AskedBecause({ system }: { readonly system: RecordOf<'system'> }) {
  const words = useWords()
  const roles =
    system.roles.length === 0
      ? words.t('requirement.noRole')
      : system.roles.map((role) => words.value('systemRole', role)).join(words.t('app.listSeparator'))
  return (
    <>
      <span>{roles}</span>
      <span>{words.value('lifecycle', system.lifecycle)}</span>
      <span>
        {words.field('system', 'personalData')} {words.value('answer', system.personalData)}
      </span>
    </>
  )
}

function PackOfSystem({
  pack,
  systemId,
  labels,
}: {
  readonly pack: SystemRequirements['packs'][number]
  readonly systemId: string
  readonly labels: SystemRequirements['labels']
}) {
  const words = useWords()
  const depths = depthsOf(pack.items.map(({ item }) => item))
  return (
    <section className="sheet form-section">
      <h2>
        {packName(words, pack.head)} <PackForce status={pack.head.status} words={words} />
      </h2>
      <div className="requirement-filter">
        <CoverageBar coverage={pack.coverage} width={260} />
        <CoverageKey />
      </div>
      <ItemTable
        rows={pack.items.map(({ item, standing }) => ({
          item,
          depth: depths.get(item.id) ?? 0,
          standing: standing?.standing ?? null,
          systems: null,
          answer: standing?.answer ?? null,
          controls: standing?.controls ?? [],
          later: standing?.when === 'later',
        }))}
        placeOf={({ id: itemId }) => ({ packId: pack.head.id, packVersion: pack.head.version, itemId, systemId })}
        labels={labels}
        ours={pack.head.status === 'ours'}
        caption={packName(words, pack.head)}
      />
    </section>
  )
}
