/** The merges that were made: which register, up to which day, with what, and the report of each, here and as CSV. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMoment } from '#renderer/records/moment.ts'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'

/** `current`: the merge whose report is open. */
export function MadeMerges({ current }: { readonly current: string | undefined }) {
  const words = useWords()
  const { t, language } = words
  const moment = useMoment()
  const { client, utils } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const { data, error } = useQuery(utils.merging.list.queryOptions())
  if (error !== null) return <p role="alert">{sayError(language, error)}</p>
  if (data === undefined || data.length === 0) return null
  const write = async (runId: string) => {
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const { name, rows } = await client.merging.writeReport({ runId, folder: folder.token })
      tell.done(t('merge.reportWritten', { name, count: rows }))
    } catch (refused) {
      tell.refused(sayError(language, refused))
    }
  }
  return (
    <section className="sheet form-section" aria-labelledby="merge-made">
      <h2 id="merge-made">{words.many('mergeRun')}</h2>
      <div className="table-scroll">
        <table className="plain-table merge-table">
          <caption className="visually-hidden">{words.many('mergeRun')}</caption>
          <thead>
            <tr>
              {(['on', 'name', 'relation', 'entityUnitId', 'headAt', 'added', 'changed', 'apart'] as const).map(
                (field) => (
                  <th key={field} scope="col">
                    {words.field('mergeRun', field)}
                  </th>
                ),
              )}
              <th scope="col">
                <span className="visually-hidden">{t('merge.report')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ run, unit }) => (
              <tr key={run.id}>
                <td className="figures">{run.on}</td>
                <th scope="row">
                  <Link
                    href={recordPath('mergeRun', run.id)}
                    className="link"
                    aria-current={run.id === current ? 'true' : undefined}
                  >
                    {words.name(run.name)}
                  </Link>
                </th>
                <td>{words.value('mergeRelation', run.relation)}</td>
                <td>{unit ?? t('merge.nothing')}</td>
                <td className="figures">{run.headAt === null ? t('merge.nothing') : moment(run.headAt)}</td>
                {([run.added, run.changed, run.apart] as const).map((count, index) => (
                  <td key={index} className="figures">
                    {count.toLocaleString('en')}
                  </td>
                ))}
                <td>
                  <button type="button" className="text-button" onClick={() => void write(run.id)}>
                    {t('merge.report')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
