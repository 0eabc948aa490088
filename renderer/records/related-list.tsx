/** Records found with another one: code, name, and what matters about each at the end of its line. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import { nameOf } from './record-panel.tsx'
import { useWords } from './words.ts'
import { recordPath } from './noun-path.ts'

export interface RelatedListProps<N extends CodedNoun> {
  readonly noun: N
  readonly records: readonly RecordOf<N>[]
  readonly end?: (record: RecordOf<N>) => ReactNode
  /** A heading other than the noun's name. */
  readonly title?: string
  readonly note?: string
  readonly action?: ReactNode
}

export function RelatedList<N extends CodedNoun>({ noun, records, end, title, note, action }: RelatedListProps<N>) {
  const words = useWords()
  return (
    <section className="related">
      <h3>
        {title ?? words.many(noun)} <span className="muted">{note ?? records.length}</span>
        {action !== undefined && <span className="related-action">{action}</span>}
      </h3>
      {records.length === 0 ? (
        <p className="muted">{words.t('app.noneLinked')}</p>
      ) : (
        <ul>
          {records.map((record) => (
            <li key={record.id}>
              <Link href={recordPath(noun, record.id)} className="related-link">
                <span className="code">{record.code}</span>
                <span className="related-name">{words.name(nameOf(record))}</span>
              </Link>
              {end !== undefined && <span className="related-end">{end(record)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
