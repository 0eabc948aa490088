/** What stands on the panel and page of a contract beside its fields: how it stands, what its end asks for, what is open. */
import { DecisionsOf } from '#renderer/records/decisions-of.tsx'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from 'wouter'
import { AppiGaps, ContractStandingMark, ReadingStateMark } from '#renderer/records/contract-marks.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { TierValue } from '#renderer/records/marks.tsx'
import { ContractReadings } from './contract-readings.tsx'
import { daysBetween } from '#shared/domain/calendar-date.ts'
import { useRegister } from '#renderer/api/status.ts'

type Props = DetailProps<'contract'>

export function ContractIdentity({ detail: { record, derived } }: Props) {
  const words = useWords()
  return (
    <>
      <ContractStandingMark standing={derived.standing} />
      {record.type !== null && <span>{words.value('contractType', record.type)}</span>}
      <ReadingStateMark reading={derived.reading} standing={derived.standing} />
    </>
  )
}

/** A day farther away than a quarter is no news: it stands in the term. */
const noticedDays = 90

export function ContractNotices({ detail: { derived, labels } }: Props) {
  const words = useWords()
  const { today } = useRegister()
  const { duty } = derived
  return (
    <>
      {duty !== null && daysBetween(today, duty.on) <= noticedDays && (
        <div className="notice">
          <b>{words.t(`thirdParty.duty.${duty.kind}`, { day: duty.on })}</b>
        </div>
      )}
      <AppiGaps contracts={[derived]} labels={labels} named={false} />
    </>
  )
}

export function ContractMain({ detail: { record } }: Props) {
  return <ContractReadings contractId={record.id} />
}

export function ContractAside({ detail }: Props) {
  const words = useWords()
  const { record, derived, related } = detail
  return (
    <>
      <div className="sheet form-section">
        <div className="button-row">
          <Link href={`/contract-sheet/${record.id}`} className="button">
            <IconPrinter size={16} stroke={1.5} aria-hidden />
            {words.t('contractSheet.link')}
          </Link>
        </div>
        <section className="related">
          <h3>{words.t('thirdParty.term')}</h3>
          <dl className="key-values">
            <div>
              <dt>{words.t('listField.contract.endsOn')}</dt>
              <dd>
                {derived.endsOn === null ? (
                  <span className="muted">{words.t('thirdParty.openTerm')}</span>
                ) : (
                  <DueDay day={derived.endsOn} />
                )}
              </dd>
            </div>
            <div>
              <dt>{words.t('listField.contract.noticeBy')}</dt>
              <dd>
                {derived.noticeBy === null ? (
                  <span className="muted">{words.t('app.notRegistered')}</span>
                ) : (
                  <NoticeDay detail={detail} />
                )}
              </dd>
            </div>
          </dl>
        </section>
      </div>
      <div className="sheet form-section">
        <ContractRelated detail={detail} />
        <RelatedList
          noun="evidence"
          title={words.field('contract', 'evidenceIds')}
          records={related.evidence ?? []}
          end={(each) => words.value('evidenceKind', each.kind)}
        />
      </div>
    </>
  )
}

/** A day for notice that has passed is no breach: the contract goes on. */
function NoticeDay({ detail: { derived } }: Props) {
  const words = useWords()
  const { noticeBy, duty } = derived
  return (
    <>
      <span className="figures">{noticeBy}</span>
      {duty === null && <span className="muted"> {words.t('thirdParty.noticePassed')}</span>}
    </>
  )
}

export function ContractRelated({ detail: { record, related } }: Props) {
  return (
    <>
      <RelatedList noun="vendor" records={related.vendor ?? []} />
      <RelatedList noun="system" records={related.system ?? []} end={(system) => <TierValue tier={system.tier} />} />
      <DecisionsOf
        decisions={related.decision}
        values={{ contractIds: [record.id] }}
        labels={{ [record.id]: { noun: 'contract', code: record.code, name: record.name } }}
      />
    </>
  )
}
