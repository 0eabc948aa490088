/** The queue by person, unit or month: how much there is, and how much of it is late. A row narrows the queue to it. */
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { useDeferredText } from '#renderer/records/deferred-text.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { WorkGroup, WorkGrouping } from '#shared/contract/work-queue.ts'
import { fiscalQuarterOf } from '#shared/domain/calendar-date.ts'
import { workStandings } from '#shared/domain/work-item.ts'
import { WorkChips } from './work-chips.tsx'
import { WorkHead } from './work-head.tsx'
import { conditionsOf, setWork, useWork } from './work-state.ts'
import './work-queue.css'

export function WorkGroupsScreen({ by }: { readonly by: WorkGrouping }) {
  const { t, language } = useWords()
  const { utils } = useApi()
  const work = useWork()
  const conditions = conditionsOf(work, useDeferredText(work.search))
  const { data, error } = useQuery({
    ...utils.workQueue.groups.queryOptions({ input: { ...conditions, by } }),
    placeholderData: (before) => before,
  })
  const { data: counts } = useQuery({
    ...utils.workQueue.list.queryOptions({ input: { ...conditions, limit: 1 } }),
    placeholderData: (before) => before,
  })
  return (
    <>
      <WorkHead
        view={by}
        note={counts === undefined ? undefined : t('app.shownOf', { found: counts.found, total: counts.total })}
      />
      <WorkChips counts={counts} />
      <div className="work-body">
        {error !== null ? (
          <p className="empty" role="alert">
            {sayError(language, error)}
          </p>
        ) : (
          data !== undefined && <Groups by={by} groups={data.groups} labels={data.labels} />
        )}
      </div>
    </>
  )
}

interface GroupsProps {
  readonly by: WorkGrouping
  readonly groups: readonly WorkGroup[]
  readonly labels: Labels
}

function Groups({ by, groups, labels }: GroupsProps) {
  const { t } = useWords()
  const { letterTo } = useWork()
  const people = groups.flatMap(({ key }) => (key === null ? [] : [key]))
  const choosing = by === 'person'
  if (groups.length === 0) return <p className="empty">{t('workQueue.nothing')}</p>
  return (
    <>
      {choosing && (
        <p className="button-row work-choice">
          <Link href="/work-queue/letters" className="button primary" aria-disabled={letterTo.length === 0}>
            {t('workQueue.lettersFor', { count: letterTo.length })}
          </Link>
        </p>
      )}
      <table className="sheet work-groups" aria-label={t(`workQueue.view.${by}`)}>
        <thead>
          <tr>
            {choosing && (
              <th scope="col" className="work-choose">
                <input
                  type="checkbox"
                  aria-label={t('workQueue.chooseAll')}
                  checked={people.length > 0 && people.every((id) => letterTo.includes(id))}
                  onChange={(event) => setWork({ letterTo: event.currentTarget.checked ? people.slice(0, 200) : [] })}
                />
              </th>
            )}
            <th scope="col">{t(`workQueue.${by}`)}</th>
            <th scope="col" data-end="true">
              {t('workQueue.count')}
            </th>
            {workStandings.map((standing) => (
              <th scope="col" data-end="true" key={standing}>
                {t(`workQueue.standing.${standing}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow key={group.key ?? ''} by={by} group={group} labels={labels} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function GroupRow({
  by,
  group,
  labels,
}: {
  readonly by: WorkGrouping
  readonly group: WorkGroup
  readonly labels: Labels
}) {
  const words = useWords()
  const { t } = words
  const [, navigate] = useLocation()
  const { letterTo } = useWork()
  const { organisation } = useRegister()
  const { key } = group
  const label = key === null ? undefined : labels[key]
  const quarter = by === 'month' && key !== null ? fiscalQuarterOf(`${key}-01`, organisation.fiscalStartMonth) : null
  const name =
    by === 'month' ? (key ?? t('workQueue.noDay')) : key === null ? t(`workQueue.no_${by}`) : words.label(labels, key)
  const open = () => {
    const chosen = key === null ? { id: 'none', label: null } : { id: key, label: label ?? null }
    setWork({ ...(by === 'month' ? { period: key ?? 'none' } : { [by]: chosen }), scrolled: 0 })
    navigate('/work-queue')
  }
  return (
    <tr>
      {by === 'person' && (
        <td className="work-choose">
          {key !== null && (
            <input
              type="checkbox"
              aria-label={t('workQueue.chooseFor', { name })}
              checked={letterTo.includes(key)}
              onChange={(event) =>
                setWork({
                  letterTo: event.currentTarget.checked ? [...letterTo, key] : letterTo.filter((id) => id !== key),
                })
              }
            />
          )}
        </td>
      )}
      <th scope="row">
        <button type="button" className="link" onClick={open}>
          {name}
        </button>
        {quarter !== null && (
          <span className="muted work-quarter">
            {t('workQueue.quarter', { year: quarter.year, quarter: quarter.quarter })}
          </span>
        )}
      </th>
      <td data-end="true" className="figures">
        {group.count.toLocaleString('en')}
      </td>
      {workStandings.map((standing) => (
        <td data-end="true" className="figures" key={standing}>
          {group.standings[standing].toLocaleString('en')}
        </td>
      ))}
    </tr>
  )
}
