/** What one merge brought and what it left: by noun and by what was decided, each record to be opened. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { MadeMergeEntry, MadeMergeGroup } from '#shared/contract/merge.ts'

export function MadeMergeReport({ id }: { readonly id: string }) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.merging.report.queryOptions({ input: { id } }))
  if (error !== null) return <p role="alert">{sayError(language, error)}</p>
  if (data === undefined) return null
  const { run, groups, labels } = data
  const heading = t('merge.reportOf', { register: words.name(run.name), day: run.on })
  return (
    <section className="sheet form-section" aria-labelledby="merge-report">
      <h2 id="merge-report">{heading}</h2>
      {groups.length === 0 ? (
        <p>{t('merge.reportEmpty')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table merge-table">
            <caption className="visually-hidden">{heading}</caption>
            <thead>
              <tr>
                <th scope="col">{t('merge.column.noun')}</th>
                <th scope="col">{t('merge.column.kind')}</th>
                <th scope="col">{t('merge.count')}</th>
                <th scope="col">{t('merge.record')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={`${group.noun} ${group.kind} ${group.reason ?? ''}`}>
                  <th scope="row">{words.one(group.noun)}</th>
                  <td>
                    {t(`merge.entry.${group.kind}`)}
                    {group.reason !== null && group.kind !== 'left_out' && (
                      <p className="hint">{t(`merge.apartReason.${group.reason}`)}</p>
                    )}
                  </td>
                  <td className="figures">{group.count.toLocaleString('en')}</td>
                  <td>
                    <GroupRecords group={group} labels={labels} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** What can be opened or named of a group; rows of another register that bear no code are only counted. */
function GroupRecords({ group, labels }: { readonly group: MadeMergeGroup; readonly labels: Labels }) {
  const { t } = useWords()
  const { noun, count, entries } = group
  const named = entries.filter(({ ourId, theirCode }) => ourId !== null || theirCode !== null)
  if (named.length === 0) return null
  return (
    <>
      <ul className="merge-answers">
        {named.map((entry, index) => (
          <li key={index}>
            <EntryLine entry={entry} noun={noun} labels={labels} />
          </li>
        ))}
      </ul>
      {count > entries.length && <p className="hint">{t('merge.moreInReport', { count: count - entries.length })}</p>}
    </>
  )
}

interface EntryLineProps {
  readonly entry: MadeMergeEntry
  readonly noun: MadeMergeGroup['noun']
  readonly labels: Labels
}

function EntryLine({ entry, noun, labels }: EntryLineProps) {
  const words = useWords()
  const { t } = words
  const { ourId, theirCode, about, field, choice } = entry
  if (ourId === null) return <span className="code">{theirCode}</span>
  const label = labels[ourId]
  const opened = label === undefined ? about : [ourId]
  return (
    <>
      {opened.length === 0 && <span className="muted">{t('merge.notThere')}</span>}
      {opened.map((id, index) => (
        <span key={id}>
          {index > 0 && t('app.listSeparator')}
          <RecordLink id={id} labels={labels} />
        </span>
      ))}
      {theirCode !== null && theirCode !== label?.code && (
        <span className="muted"> {t('merge.codeThere', { code: theirCode })}</span>
      )}
      {choice !== null && (
        <span className="muted">
          {' '}
          {field === null
            ? t('merge.wholeTaken', { side: t(`merge.choice.${choice}`) })
            : t('merge.fieldTaken', {
                field: field === 'withdrawn' ? t('merge.withdrawal') : words.field(noun, field),
                side: t(`merge.choice.${choice}`),
              })}
        </span>
      )}
    </>
  )
}
