/** What stands on the panel and page of a decision beside its fields: how it stands, its outcome, what came of it, how it moved. */
import { DueDay } from '#renderer/records/day-value.tsx'
import { FieldList } from '#renderer/records/field-list.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { Slips } from '#renderer/records/slips.tsx'
import { useWords } from '#renderer/records/words.ts'

type Props = DetailProps<'decision'>

export function DecisionIdentity({ detail: { record, derived } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('decisionKind', record.kind)}</span>
      <span>{words.value('decisionStanding', derived.standing)}</span>
    </>
  )
}

export function DecisionNotices({ detail: { record, derived } }: Props) {
  const { t } = useWords()
  if (record.withdrawn !== null) return null
  if (derived.daysOverdue !== null)
    return (
      <div className="notice">
        <b>{t('decision.late', { count: derived.daysOverdue })}</b>
        {record.slips.length > 0 && <div>{t('app.movedTimes', { count: record.slips.length })}</div>}
      </div>
    )
  if (derived.standing === 'unrecorded') return <p className="hint">{t('decision.unrecorded')}</p>
  if (derived.standing === 'deferred') return <p className="hint">{t('decision.deferredHint')}</p>
  if (record.state === 'requested' && record.dueOn === null && record.kind !== 'report')
    return <p className="hint">{t('decision.noDueDay')}</p>
  return null
}

const steps = [
  {
    name: 'outcome',
    fields: ['outcome', 'chosenOption', 'conditions', 'decidedOn', 'outcomeText', 'minutesReference', 'ringiNumber'],
  },
  { name: 'followThrough', fields: ['followThrough', 'followedOn', 'implementedOn', 'followThroughText'] },
] as const

export function DecisionMain({ detail: { record, labels } }: Props) {
  const words = useWords()
  return (
    <>
      {steps.map(({ name, fields }) => (
        <section key={name} className="sheet form-section">
          <h2>{words.t(`decision.step.${name}`)}</h2>
          <dl className="key-values">
            <FieldList noun="decision" names={fields} record={record} labels={labels} />
          </dl>
        </section>
      ))}
      {record.deferrals.length > 0 && (
        <section className="sheet form-section">
          <h2>{words.field('decision', 'deferrals')}</h2>
          <ul className="plain-list">
            {record.deferrals.map((each, index) => (
              <li key={index}>
                <span className="figures">{each.on}</span>{' '}
                {words.t(each.byBody ? 'decision.deferredByBody' : 'decision.movedBefore')} {each.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Slips noun="decision" slips={record.slips} />
    </>
  )
}

export function DecisionRelated({ detail: { related } }: Props) {
  const words = useWords()
  return (
    <>
      <RelatedList
        noun="action"
        records={related.action ?? []}
        end={(each) => (each.state === 'open' ? <DueDay day={each.dueOn} /> : words.value('actionState', each.state))}
      />
      <RelatedList noun="risk" records={related.risk ?? []} />
      <RelatedList
        noun="meeting"
        records={related.meeting ?? []}
        end={(each) => <span className="figures">{each.on}</span>}
      />
    </>
  )
}

export function DecisionAside({ detail }: Props) {
  return (
    <section className="sheet form-section">
      <DecisionRelated detail={detail} />
    </section>
  )
}
