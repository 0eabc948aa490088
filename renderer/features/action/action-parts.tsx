/** What stands on the panel and page of an action beside its fields. */
import { FieldList } from '#renderer/records/field-list.tsx'
import { GapsBehind } from '#renderer/records/gaps-behind.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { Slips } from '#renderer/records/slips.tsx'
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

export function ActionRelated({ detail: { record, related } }: Props) {
  return (
    <>
      <Slips noun="action" slips={record.slips} />
      <GapsBehind related={related} />
    </>
  )
}

export function ActionSlips({ detail: { record } }: Props) {
  return <Slips noun="action" slips={record.slips} />
}

export function ActionAside({ detail: { record, related, labels } }: Props) {
  const words = useWords()
  return (
    <>
      <section className="sheet form-section">
        <h2>{words.t('section.completion')}</h2>
        <dl className="key-values">
          <FieldList noun="action" names={['doneOn', 'verifiedOn', 'verifierId']} record={record} labels={labels} />
        </dl>
      </section>
      {(related.pointAnswer ?? []).length > 0 && (
        <section className="sheet form-section">
          <GapsBehind related={related} />
        </section>
      )}
    </>
  )
}
