/** What stands on the panel and page of an action beside its fields. */
import { FieldList } from '#renderer/records/field-list.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'

type Props = DetailProps<'action'>

export function ActionIdentity({ detail: { record } }: Props) {
  const words = useWords()
  return <span>{words.value('actionState', record.state)}</span>
}

export function ActionNotices({ detail: { record, derived } }: Props) {
  const words = useWords()
  if (derived.daysOverdue === null) return null
  return (
    <div className="notice">
      <b>{words.t('app.actionLate', { count: derived.daysOverdue })}</b>
      {record.slips.length > 0 && <div>{words.t('app.movedTimes', { count: record.slips.length })}</div>}
    </div>
  )
}

/** Every move of the due date, with its day and reason. */
export function ActionSlips({ detail: { record } }: Props) {
  const words = useWords()
  if (record.slips.length === 0) return null
  return (
    <section className="sheet form-section related">
      <h3>
        {words.field('action', 'slips')} <span className="muted">{record.slips.length}</span>
      </h3>
      <ul>
        {record.slips.map((slip) => (
          <li key={`${slip.on} ${slip.to}`}>
            <span className="figures">
              {slip.from ?? words.t('app.notRegistered')} → {slip.to}
            </span>
            <span className="related-name">{slip.reason}</span>
            <span className="related-end muted figures">{slip.on}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ActionAside({ detail: { record, labels } }: Props) {
  const words = useWords()
  return (
    <section className="sheet form-section">
      <h2>{words.t('section.completion')}</h2>
      <dl className="key-values">
        <FieldList noun="action" names={['doneOn', 'verifiedOn', 'verifierId']} record={record} labels={labels} />
      </dl>
    </section>
  )
}
