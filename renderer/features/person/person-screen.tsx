/** People. What they answer for follows from the posts that they hold. */
import { IconUser } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useMayChange } from '#renderer/api/status.ts'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, ListRow, NounScreen } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'

function Posts({ row }: { readonly row: ListRow<'person'> }) {
  const words = useWords()
  const { postIds } = row.derived
  if (postIds.length === 0) return <span className="muted">{words.t('app.noPost')}</span>
  return (
    <span className="cell-line">
      {postIds.map((id) => words.label(row.labels, id)).join(words.t('app.listSeparator'))}
    </span>
  )
}

function PersonTerms({ detail: { related, labels } }: DetailProps<'person'>) {
  const words = useWords()
  const terms = related.term ?? []
  return (
    <div className="sheet form-section">
      <section className="related">
        <h3>
          {words.t('noun.term.many')} <span className="muted">{terms.length}</span>
        </h3>
        <ul>
          {terms.map((term) => (
            <li key={term.id}>
              <Link href={`/post/${term.postId}`} className="related-link">
                <span className="related-name">{words.label(labels, term.postId)}</span>
              </Link>
              <span className="muted">{words.value('termCapacity', term.capacity)}</span>
              <span className="related-end figures">
                {words.t('app.period', { from: term.from, to: term.to ?? '' })}
              </span>
            </li>
          ))}
        </ul>
        {terms.length === 0 && <p className="muted">{words.t('app.noPost')}</p>}
      </section>
    </div>
  )
}

/** Leads to where everything that the person holds is handed over, and to where the name is taken out. */
function PersonVerbs({ detail: { record } }: DetailProps<'person'>) {
  const { t } = useWords()
  const mayChange = useMayChange()
  const { id, code, name, withdrawn } = record
  const handOver = { personId: id, label: { noun: 'person', code, name } }
  const redact = { redact: { id, code, name, withdrawnOn: withdrawn?.on ?? null } }
  return (
    <>
      <Link href="/handover" state={handOver} className="button">
        {t('handover.ofPerson')}
      </Link>
      {mayChange && (
        <Link href="/retention" state={redact} className="button">
          {t('retention.redact')}
        </Link>
      )}
    </>
  )
}

const fields = [
  ['name', 6],
  ['reading', 6],
  ['email', 6],
  ['unitId', 6],
] as const

export const personScreen: NounScreen<'person'> = {
  noun: 'person',
  icon: IconUser,
  columns: [
    codeColumn('person'),
    nameColumn('person'),
    fieldColumn('person', 'reading', 180),
    fieldColumn('person', 'unitId', 220),
    fieldColumn('person', 'posts', 260, { Cell: Posts }),
  ],
  filters: ['unitId'],
  sort: [{ field: 'name', direction: 'ascending' }],
  createFields: fields,
  sections: [{ name: 'identity', fields }],
  panelFields: ['reading', 'email', 'unitId'],
  Related: PersonTerms,
  Aside: PersonTerms,
  Verbs: PersonVerbs,
}
