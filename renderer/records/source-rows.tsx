/** What each list that a record came from says of it, to the letter: also the columns that met no field. */
import type { RecordDetail } from '#shared/contract/records.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { FieldList } from './field-list.tsx'
import { useWords } from './words.ts'

export function SourceRows({ detail: { related, labels } }: { readonly detail: RecordDetail<CodedNoun> }) {
  const words = useWords()
  const rows = related.sourceRow ?? []
  if (rows.length === 0) return null
  return (
    <section className="sheet form-section">
      <h2>{words.t('section.source')}</h2>
      {rows.map((row) => {
        const run = related.importRun?.find(({ id }) => id === row.importId)
        return (
          <dl className="key-values" key={row.id}>
            {run !== undefined && (
              <div>
                <dt>{words.field('importRun', 'fileName')}</dt>
                <dd>{run.fileName}</dd>
              </div>
            )}
            <FieldList noun="sourceRow" names={['row', 'cells']} record={row} labels={labels} />
          </dl>
        )
      })}
    </section>
  )
}
