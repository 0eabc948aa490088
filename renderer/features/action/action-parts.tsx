/** What stands on the panel and page of an action beside its fields. */
import { FieldValue } from '#renderer/records/field-value.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import { fields } from '#shared/domain/fields.ts'
import { valueOf } from '#renderer/records/value-of.ts'

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
  const shown = fields.action.filter((field) => ['doneOn', 'verifiedOn', 'verifierId'].includes(field.name))
  return (
    <section className="sheet form-section">
      <h2>{words.t('section.completion')}</h2>
      <dl className="key-values">
        {shown.map((field) => (
          <div key={field.name}>
            <dt>{words.field('action', field.name)}</dt>
            <dd>
              <FieldValue field={field} value={valueOf(record, field.name)} labels={labels} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
