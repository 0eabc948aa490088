/** What stands on the panel and page of a vendor beside its fields: what it supplies, its contracts, and how sound it was found. */
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useChange } from '#renderer/api/change.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { AppiGaps, ContractLines } from '#renderer/records/contract-marks.tsx'
import type { Preset } from '#renderer/records/create-screen.tsx'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { TierValue } from '#renderer/records/marks.tsx'
import { nounPath } from '#renderer/records/noun-path.ts'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { Supplies } from '#renderer/records/supplies.tsx'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { dayField, nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { StandingAge } from '#shared/domain/third-party/vendor-review.ts'
import { standingKinds } from '#shared/domain/third-party/vendor-review.ts'
import { type VendorStanding, vendorStandings } from '#shared/domain/third-party/vendor.ts'
import { DueDiligence } from './due-diligence.tsx'

type Props = DetailProps<'vendor'>

/** What was found, and that it is out of date. */
export function StandingMark({ standing, age }: { readonly standing: VendorStanding; readonly age: StandingAge }) {
  const words = useWords()
  const word = words.value('vendorStanding', standing)
  const status = { unknown: 'no_data', sound: 'within', concern: 'warning', poor: 'breach' } as const
  return (
    <>
      <StatusMark status={status[standing]} word={word} />
      {age === 'stale' && <StatusMark status="warning" word={words.value('standingAge', 'stale')} />}
    </>
  )
}

export function VendorIdentity({ detail: { record, derived } }: Props) {
  const words = useWords()
  return (
    <>
      <TierValue tier={record.tier} />
      {standingKinds.map((kind) => (
        <span key={kind}>
          {words.field('vendor', kind)} <StandingMark standing={record[kind]} age={derived[kind]} />
        </span>
      ))}
    </>
  )
}

export function VendorNotices({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  const stale = standingKinds.filter((kind) => derived[kind] === 'stale')
  return (
    <>
      {stale.length > 0 && (
        <div className="notice">
          <b>{words.t('thirdParty.standingStale')}</b>
          <ul className="reopened-by">
            {stale.map((kind) => (
              <li key={kind}>
                {words.t('thirdParty.standingOn', {
                  what: words.field('vendor', kind),
                  day: record[`${kind}On`] ?? words.t('app.notRegistered'),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <AppiGaps contracts={derived.contracts} labels={labels} named />
    </>
  )
}

export function VendorMain({ detail }: Props) {
  const { record, related, labels } = detail
  return (
    <>
      <section className="sheet form-section">
        <Supplies of={{ vendorId: record.id }} supplies={related.supply ?? []} labels={labels} />
      </section>
      <DueDiligence vendorId={record.id} />
    </>
  )
}

export function VendorAside({ detail }: Props) {
  return (
    <div className="sheet form-section">
      <VendorContracts detail={detail} />
    </div>
  )
}

export function VendorContracts({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  const mayChange = useMayChange()
  const own = labels[record.id]
  const preset: Preset = { values: { vendorId: record.id }, labels: own === undefined ? {} : { [record.id]: own } }
  return (
    <section className="related">
      <h3>
        {words.many('contract')} <span className="muted">{derived.contracts.length}</span>
        {mayChange && (
          <span className="related-action">
            <Link href={`${nounPath('contract')}/new`} state={preset} className="link">
              <IconPlus size={12} stroke={1.5} aria-hidden />{' '}
              {words.t('action.addNoun', { noun: words.inSentence('contract') })}
            </Link>
          </span>
        )}
      </h3>
      <ContractLines contracts={derived.contracts} labels={labels} />
    </section>
  )
}

export function VendorVerbs({ detail: { record, labels } }: Props) {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const [reviewing, setReviewing] = useState(false)
  const review = useChange((client, input: Parameters<typeof client.vendor.review>[0]) => client.vendor.review(input))
  const { id, version } = record
  const standing = (value: unknown) => vendorStandings.find((each) => each === value) ?? 'unknown'
  const ids = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  return (
    <>
      <button type="button" className="button" onClick={() => setReviewing(true)}>
        {t('thirdParty.review')}
      </button>
      {reviewing && (
        <DialogForm
          name="vendor-review"
          title={t('thirdParty.reviewOf', { code: record.code })}
          fields={[
            dayField('on', t('thirdParty.reviewedOn'), { alias: 'securityOn', span: 6 }),
            nounField(words, 'vendor', 'nextReviewOn', { span: 6, hint: t('thirdParty.nextReviewHint') }),
            nounField(words, 'vendor', 'security', { span: 12 }),
            nounField(words, 'vendor', 'securityEvidenceIds', { span: 12 }),
            nounField(words, 'vendor', 'finance', { span: 12 }),
            nounField(words, 'vendor', 'financeEvidenceIds', { span: 12 }),
          ]}
          initial={{
            on: today,
            nextReviewOn: null,
            security: record.security,
            securityEvidenceIds: record.securityEvidenceIds,
            finance: record.finance,
            financeEvidenceIds: record.financeEvidenceIds,
          }}
          labels={labels}
          submitLabel={t('thirdParty.review')}
          onCancel={() => setReviewing(false)}
          onSubmit={async (values) => {
            await review.mutateAsync({
              id,
              version,
              on: textOf(values.on),
              security: standing(values.security),
              securityEvidenceIds: ids(values.securityEvidenceIds),
              finance: standing(values.finance),
              financeEvidenceIds: ids(values.financeEvidenceIds),
              nextReviewOn: textOrNull(values.nextReviewOn),
            })
            setReviewing(false)
          }}
        />
      )}
    </>
  )
}
