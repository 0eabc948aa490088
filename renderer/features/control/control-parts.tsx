/** What stands on the panel and page of a control beside its fields. */
import { DecisionsOf } from '#renderer/records/decisions-of.tsx'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { Answering } from '#renderer/records/answering.tsx'
import type { Preset } from '#renderer/records/create-screen.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import { holderName } from '#renderer/records/holder-name.ts'
import type { DetailProps, ListRow } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { type ControlStatus, evidenceStandingOf } from '#shared/domain/control.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'

type Props = DetailProps<'control'>

/** The one word that design, tests and applicability come to. */
export function ControlStatusValue({ status }: { readonly status: ControlStatus }) {
  const words = useWords()
  const word = words.value('controlStatus', status)
  if (status === 'unknown') return <Unknown word={word} />
  if (status === 'ineffective') return <StatusMark status="breach" word={word} />
  if (status === 'not_applicable') return <StatusMark status="na" word={word} />
  return <span>{word}</span>
}

export function ControlIdentity({ detail: { record, derived } }: Props) {
  const words = useWords()
  return (
    <>
      <ControlStatusValue status={derived.status} />
      <span>{words.value('controlDomain', record.domain)}</span>
      <span>{words.value('weight', record.weight)}</span>
    </>
  )
}

/** When it is to be tested again; a control in place without a test that holds is owed one at once. */
export function NextTest({ row: { record, derived } }: { readonly row: ListRow<'control'> }) {
  const words = useWords()
  if (derived.nextTestOn !== null) return <DueDay day={derived.nextTestOn} />
  if (record.design !== 'in_place' || record.notApplicable !== null) return null
  return <StatusMark status="warning" word={words.t('app.testOwed')} />
}

export function ControlNotices({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  const { today } = useRegister()
  if (record.notApplicable !== null)
    return (
      <div className="plain-notice">
        <b>
          {words.t('app.notApplicableSince', {
            on: record.notApplicable.on,
            name: holderName(words, labels, record.notApplicable.approverPersonId),
          })}
        </b>
        <div>{record.notApplicable.reason}</div>
      </div>
    )
  if (record.design !== 'in_place') return null
  const { evidenceUntil } = derived
  if (evidenceUntil !== null && evidenceUntil >= today) return null
  return (
    <div className={evidenceUntil === null ? 'plain-notice' : 'notice'}>
      <b>{words.t('app.evidenceGapControl')}</b>
    </div>
  )
}

export function ControlPeople({ detail: { record, derived, labels } }: Props) {
  return (
    <Answering
      subject="control"
      subjectId={record.id}
      labels={labels}
      roles={[{ role: 'control_owner', holding: derived.owner }]}
    />
  )
}

export function ControlRelated({ detail }: Props) {
  const { record, related } = detail
  return (
    <>
      <Tests detail={detail} />
      <RelatedList
        noun="evidence"
        records={related.evidence ?? []}
        end={(each) => <DueDay day={each.validUntil} pastWord="app.expired" />}
      />
      <RelatedList noun="risk" records={related.risk ?? []} />
      <DecisionsOf
        decisions={related.decision}
        values={{ controlIds: [record.id] }}
        labels={{ [record.id]: { noun: 'control', code: record.code, name: record.name } }}
      />
    </>
  )
}

export function ControlMain({ detail }: Props) {
  const words = useWords()
  const mayChange = useMayChange()
  const { record, related, labels } = detail
  const own = labels[record.id]
  const preset: Preset = { values: { controlIds: [record.id] }, labels: own === undefined ? {} : { [record.id]: own } }
  return (
    <section className="sheet form-section">
      <Tests detail={detail} />
      <RelatedList
        noun="evidence"
        records={related.evidence ?? []}
        end={(each) => (
          <>
            {evidenceStandingOf(each) !== 'accepted' && (
              <StatusMark status="warning" word={words.value('evidenceStanding', evidenceStandingOf(each))} />
            )}{' '}
            <span className="muted">{words.value('evidenceKind', each.kind)}</span>{' '}
            <DueDay day={each.validUntil} pastWord="app.expired" />
          </>
        )}
        action={
          mayChange && (
            <Link href="/evidence/new" state={preset} className="link">
              <IconPlus size={12} stroke={1.5} aria-hidden />{' '}
              {words.t('action.addNoun', { noun: words.inSentence('evidence') })}
            </Link>
          )
        }
      />
    </section>
  )
}

function Tests({ detail: { record, derived, related, labels, ownTests } }: Props) {
  const words = useWords()
  const tests = related.controlTest ?? []
  return (
    <section className="related">
      <h3>
        {words.t('noun.controlTest.many')} <span className="muted">{tests.length}</span>
      </h3>
      {derived.nextTestOn !== null && record.notApplicable === null && (
        <p className="hint">
          {words.t('listField.control.nextTestOn')} <DueDay day={derived.nextTestOn} />
        </p>
      )}
      <ul>
        {tests.map((test) => (
          <li key={test.id}>
            <span className="figures">{test.on}</span>
            {test.result === 'ineffective' ? (
              <StatusMark status="breach" word={words.value('testResult', test.result)} />
            ) : (
              <span>{words.value('testResult', test.result)}</span>
            )}
            <span className="related-name muted">
              {test.note}
              {test.method !== null && <span className="test-method">{test.method}</span>}
            </span>
            {test.sampleSize !== null && test.passed !== null && <Sample test={test} />}
            {test.testerId !== null && <span className="muted">{words.label(labels, test.testerId)}</span>}
            {ownTests.includes(test.id) && <StatusMark status="warning" word={words.t('app.notIndependent')} />}
            <span className="related-end">
              <span className="muted">{words.field('controlTest', 'validUntil')}</span>{' '}
              <DueDay day={test.validUntil} pastWord="app.expired" />
            </span>
          </li>
        ))}
      </ul>
      {tests.length === 0 && <p className="muted">{words.t('app.neverTested')}</p>}
    </section>
  )
}

/** How many of the sample were as they ought to be, of how many cases there were. */
function Sample({ test }: { readonly test: RecordOf<'controlTest'> }) {
  const { t } = useWords()
  const { population, sampleSize, passed } = test
  return (
    <span className="figures">
      {t(population === null ? 'app.sampleOf' : 'app.sampleOfPopulation', { population, size: sampleSize, passed })}
    </span>
  )
}

export function ControlAside({ detail: { related, positions } }: Props) {
  const words = useWords()
  return (
    <section className="sheet form-section">
      <RelatedList
        noun="risk"
        records={related.risk ?? []}
        end={(each) => {
          const residual = positions[each.id]?.residual
          return residual == null ? <Unknown word={words.t('app.notAssessed')} /> : words.value('band', residual.band)
        }}
      />
      <RelatedList
        noun="acceptance"
        records={related.acceptance ?? []}
        end={(each) => <span className="figures">{each.to}</span>}
      />
      <RelatedList
        noun="action"
        records={related.action ?? []}
        end={(each) => (each.state === 'open' ? <DueDay day={each.dueOn} /> : words.value('actionState', each.state))}
      />
    </section>
  )
}
