/** Who has been asked to confirm by when, who has, and whose confirmation no longer fits. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { textOf } from '#renderer/records/typed-text.ts'
import { useWords } from '#renderer/records/words.ts'
import { type Status, StatusMark } from '#renderer/ui/status-mark.tsx'
import { addDays } from '#shared/domain/calendar-date.ts'
import type { CampaignStanding } from '#shared/domain/attestation/attestation-records.ts'
import type { Campaigns } from '#shared/contract/attestation.ts'
import { bilingualSchema, noText } from '#shared/domain/text.ts'
import './attestation.css'

const marks: Readonly<Record<CampaignStanding, Status>> = {
  fresh: 'within',
  stale: 'breach',
  missing: 'no_data',
  overdue: 'breach',
}

export function CampaignsScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const mayChange = useMayChange()
  const [starting, setStarting] = useState(false)
  const { data, error } = useQuery(utils.attestationCampaign.all.queryOptions())
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (data === undefined) return null
  return (
    <>
      <div className="page-head">
        <h1>{t('attestation.campaigns')}</h1>
        <span className="page-actions">
          {mayChange && (
            <button type="button" className="button primary" onClick={() => setStarting(true)}>
              {t('attestation.startCampaign')}
            </button>
          )}
        </span>
      </div>
      {tabs}
      <div className="page-body attestation">
        {data.campaigns.length === 0 && (
          <section className="sheet empty">
            <p>{t('attestation.noCampaign')}</p>
            <p className="muted">{t('attestation.why')}</p>
          </section>
        )}
        {data.campaigns.map((each) => (
          <Campaign key={each.campaign.id} of={each} labels={data.labels} />
        ))}
      </div>
      {starting && <StartDialog onClose={() => setStarting(false)} />}
    </>
  )
}

function Campaign({
  of,
  labels,
}: {
  readonly of: Campaigns['campaigns'][number]
  readonly labels: Campaigns['labels']
}) {
  const words = useWords()
  const { t } = words
  const { campaign, lines } = of
  const done = lines.filter(({ standing }) => standing === 'fresh').length
  return (
    <section className="sheet attestation-part">
      <h2>
        {words.name(campaign.name)}{' '}
        <span className="muted">
          {t('attestation.period', { from: campaign.from, dueOn: campaign.dueOn })}{' '}
          {t('attestation.doneOf', { done, count: lines.length })}
        </span>
      </h2>
      {campaign.notes !== null && <p className="muted">{campaign.notes}</p>}
      <table className="settings-table attestation-table attestation-campaign">
        <thead>
          <tr>
            <th scope="col">{t('field.attestationSheet.postId')}</th>
            <th scope="col">{t('attestation.state')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ postId, standing }) => {
            const post = labels[postId]
            return (
              <tr key={postId}>
                <td>
                  <Link href={`/attestation/${postId}`} className="link">
                    <span className="code">{post?.code}</span> {post === undefined ? '' : words.name(post.name)}
                  </Link>
                </td>
                <td>
                  <StatusMark status={marks[standing]} word={t(`attestation.campaignStanding.${standing}`)} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const start = useChange((client, input: Parameters<typeof client.attestationCampaign.create>[0]) =>
    client.attestationCampaign.create(input),
  )
  const field = (name: 'name' | 'from' | 'dueOn' | 'postIds' | 'notes') => t(`field.attestationCampaign.${name}`)
  return (
    <DialogForm
      name="campaign"
      title={t('attestation.startCampaign')}
      fields={[
        { name: 'name', kind: 'bilingual', required: true, label: field('name') },
        { name: 'from', kind: 'day', required: true, label: field('from'), span: 6 },
        { name: 'dueOn', kind: 'day', required: true, label: field('dueOn'), span: 6 },
        { name: 'postIds', kind: 'references', noun: 'post', required: true, label: field('postIds') },
        { name: 'notes', kind: 'text', long: true, label: field('notes') },
      ]}
      initial={{ name: noText, from: today, dueOn: addDays(today, 30), postIds: [], notes: '' }}
      submitLabel={t('attestation.startCampaign')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await start.mutateAsync({
          name: bilingualSchema.parse(values.name),
          from: textOf(values.from),
          dueOn: textOf(values.dueOn),
          postIds: (values.postIds ?? []) as string[],
          notes: textOf(values.notes) === '' ? null : textOf(values.notes),
        })
        onClose()
      }}
    />
  )
}
