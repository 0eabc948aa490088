/** What stands on the panel and page of a finding beside its fields: how it came along, what answers it, how the day moved. */
import { DecisionsOf } from '#renderer/records/decisions-of.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import { FieldList } from '#renderer/records/field-list.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { Slips } from '#renderer/records/slips.tsx'
import { useWords } from '#renderer/records/words.ts'

type Props = DetailProps<'finding'>

export function FindingIdentity({ detail: { record } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('findingState', record.state)}</span>
      <span>
        {words.field('finding', 'rating')} {words.value('findingRating', record.rating)}
      </span>
    </>
  )
}

export function FindingNotices({ detail: { record, derived } }: Props) {
  const words = useWords()
  if (derived.daysOverdue === null) return null
  return (
    <div className="notice">
      <b>{words.t('oversight.findingLate', { count: derived.daysOverdue })}</b>
      {record.slips.length > 0 && <div>{words.t('app.movedTimes', { count: record.slips.length })}</div>}
    </div>
  )
}

/** The three steps, each with who and when: answered, put right, closed by audit. */
function Steps({ detail: { record, labels } }: Props) {
  const words = useWords()
  const steps = [
    { name: 'respond', fields: ['response', 'responderId', 'respondedOn', 'responseText'] },
    { name: 'implement', fields: ['implementerId', 'implementedOn', 'implementedText'] },
    { name: 'verify', fields: ['verifierId', 'verifiedOn', 'verifiedText'] },
  ]
  return (
    <>
      {steps.map(({ name, fields }) => (
        <section key={name} className="sheet form-section">
          <h2>{words.t(`oversight.step.${name}`)}</h2>
          <dl className="key-values">
            <FieldList noun="finding" names={fields} record={record} labels={labels} />
          </dl>
        </section>
      ))}
    </>
  )
}

export function FindingMain({ detail }: Props) {
  return (
    <>
      <Steps detail={detail} />
      <Slips noun="finding" slips={detail.record.slips} />
    </>
  )
}

export function FindingRelated({ detail: { record, related } }: Props) {
  const words = useWords()
  return (
    <>
      <RelatedList
        noun="action"
        records={related.action ?? []}
        end={(each) => (each.state === 'open' ? <DueDay day={each.dueOn} /> : words.value('actionState', each.state))}
      />
      <RelatedList noun="control" records={related.control ?? []} />
      <RelatedList noun="risk" records={related.risk ?? []} />
      <DecisionsOf
        decisions={related.decision}
        values={{ findingIds: [record.id] }}
        labels={{ [record.id]: { noun: 'finding', code: record.code, name: record.name } }}
      />
    </>
  )
}

export function FindingAside({ detail }: Props) {
  return (
    <section className="sheet form-section">
      <FindingRelated detail={detail} />
    </section>
  )
}
