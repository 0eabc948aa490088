/** What the holder of a post answers for today, beside what was confirmed last: to be confirmed here, or printed and signed. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { TierValue } from '#renderer/records/marks.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { Attesting } from '#shared/contract/attestation.ts'
import { qualityRules } from '#shared/domain/quality/findings.ts'
import './attestation.css'

export function AttestationScreen({ postId }: { readonly postId: string }) {
  const words = useWords()
  const { t, language } = words
  const { utils, client } = useApi()
  const mayChange = useMayChange()
  const [confirming, setConfirming] = useState(false)
  const { data, error } = useQuery(utils.attestationSheet.picture.queryOptions({ input: { postId, language } }))
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(language, error)}
      </p>
    )
  if (data === undefined) return null
  const { content, holderId, labels } = data
  const holder = holderId === null ? undefined : labels[holderId]
  return (
    <>
      <div className="page-head">
        <h1>{t('attestation.title')}</h1>
        <span className="page-note">
          <Link href={recordPath('post', postId)} className="link">
            <span className="code">{content.post.code}</span> {words.name(content.post.name)}
          </Link>{' '}
          {holder === undefined ? <Vacancy word={t('attestation.vacant')} /> : words.name(holder.name)}
        </span>
        <span className="page-actions">
          <Link href="/attestation" className="button">
            {t('attestation.campaigns')}
          </Link>
          <TableFileButton
            label={t('attestation.print')}
            write={(folder) => client.attestationSheet.print({ postId, language, folder })}
          />
          {mayChange && holderId !== null && (
            <button type="button" className="button primary" onClick={() => setConfirming(true)}>
              {t('attestation.confirm')}
            </button>
          )}
        </span>
      </div>
      <div className="page-body attestation">
        <Standing picture={data} />
        <Content picture={data} />
      </div>
      {confirming && holderId !== null && (
        <ConfirmDialog picture={data} holderId={holderId} onClose={() => setConfirming(false)} />
      )}
    </>
  )
}

/** Whether the last confirmation still fits, and if not, line by line why. */
function Standing({ picture: { latest, since, labels, day } }: { readonly picture: Attesting }) {
  const words = useWords()
  const { t } = words
  if (latest === null)
    return (
      <section className="plain-notice">
        <p>{t('attestation.neverConfirmed')}</p>
        <p className="muted">{t('attestation.why')}</p>
      </section>
    )
  const person = labels[latest.personId]
  const by = person === undefined ? latest.typedName : words.name(person.name)
  return (
    <section className={since.length === 0 ? 'sheet attestation-part' : 'notice'}>
      <p>
        <StatusMark
          status={since.length === 0 ? 'within' : 'breach'}
          word={t(since.length === 0 ? 'attestation.fits' : 'attestation.stale', { count: since.length, day })}
        />{' '}
        <span className="muted">{t('attestation.lastOn', { day: latest.on, name: by })}</span>
      </p>
      {since.length > 0 && (
        <ul className="attestation-changes">
          {since.map((change) => (
            <li key={`${change.part} ${change.id}`}>
              {t(`attestation.part.${change.part}`)} <span className="code">{change.code}</span>{' '}
              {change.kind === 'changed'
                ? t('attestation.changed', {
                    fields: change.fields.map((field) => t(`attestation.field.${field}`)).join(t('app.listSeparator')),
                  })
                : t(`attestation.${change.kind}`)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Content({ picture: { content } }: { readonly picture: Attesting }) {
  const words = useWords()
  const { t } = words
  const unknown = t('attestation.notAssessed')
  return (
    <>
      <Part
        name="systems"
        heads={[t('app.code'), t('field.system.name'), t('field.system.lifecycle'), t('field.system.tier')]}
        rows={content.systems.map((each) => ({
          id: each.id,
          cells: [
            <RecordCode key="code" noun="system" id={each.id} code={each.code} />,
            words.name(each.name),
            words.value('lifecycle', each.lifecycle),
            <TierValue key="tier" tier={each.tier} />,
          ],
        }))}
      />
      <Part
        name="risks"
        heads={[t('app.code'), t('field.risk.name'), t('value.stage.residual'), t('attestation.line')]}
        rows={content.risks.map((each) => ({
          id: each.id,
          cells: [
            <RecordCode key="code" noun="risk" id={each.id} code={each.code} />,
            words.name(each.name),
            each.residual === null
              ? unknown
              : `${String(each.residual.likelihood)}×${String(each.residual.impact)} ${words.value('band', each.residual.band)}`,
            <Line key="line" appetite={each.outsideAppetite} tolerance={each.outsideTolerance} />,
          ],
        }))}
      />
      <Part
        name="acceptances"
        heads={[
          t('app.code'),
          t('attestation.subject'),
          t('field.acceptance.kind'),
          t('field.acceptance.to'),
          t('attestation.state'),
        ]}
        rows={content.acceptances.map((each) => ({
          id: each.id,
          cells: [
            <RecordCode key="code" noun="acceptance" id={each.id} code={each.code} />,
            <span key="subject" className="code">
              {each.subject}
            </span>,
            words.value('acceptanceKind', each.kind),
            <span key="to" className="figures">
              {each.to}
            </span>,
            words.value('acceptanceState', each.state === 'expired' ? 'relied_on' : each.stale ? 'stale' : 'active'),
          ],
        }))}
      />
      <Part
        name="gaps"
        heads={[t('app.code'), t('attestation.rule'), t('attestation.gap')]}
        rows={content.gaps.map((each) => ({
          id: each.id,
          cells: [
            <span key="code" className="code">
              {each.code}
            </span>,
            <span key="rule" className="code">
              {each.rule}
            </span>,
            t(`quality.rule.${ruleNames.get(each.rule) ?? ''}`),
          ],
        }))}
      />
    </>
  )
}

const ruleNames = new Map(qualityRules.map(({ id, name }) => [id, name]))

function RecordCode(props: {
  readonly noun: 'system' | 'risk' | 'acceptance'
  readonly id: string
  readonly code: string
}) {
  return (
    <Link href={recordPath(props.noun, props.id)} className="link code">
      {props.code}
    </Link>
  )
}

function Line({ appetite, tolerance }: { readonly appetite: boolean | null; readonly tolerance: boolean | null }) {
  const { t } = useWords()
  if (tolerance === null) return <StatusMark status="no_data" word={t('attestation.notAssessed')} />
  if (tolerance) return <StatusMark status="breach" word={t('attestation.standing.tolerance')} />
  return appetite === true ? (
    <StatusMark status="warning" word={t('attestation.standing.appetite')} />
  ) : (
    <StatusMark status="within" word={t('attestation.standing.within')} />
  )
}

function Part(props: {
  readonly name: 'systems' | 'risks' | 'acceptances' | 'gaps'
  readonly heads: readonly string[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[]
}) {
  const { t } = useWords()
  const { name, heads, rows } = props
  return (
    <section className="sheet attestation-part">
      <h2>
        {t(`attestation.part.${name}`)} <span className="muted figures">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="muted">{t(`attestation.none.${name}`)}</p>
      ) : (
        <div className="table-scroll">
          <table className="settings-table attestation-table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, cells }) => (
                <tr key={id}>
                  {cells.map((cell, index) => (
                    <td key={heads[index]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function ConfirmDialog(props: {
  readonly picture: Attesting
  readonly holderId: string
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t, language } = words
  const tell = useTell()
  const { picture, holderId, onClose } = props
  const { content, contentDigest, statement, labels } = picture
  const { utils } = useApi()
  const { data: all } = useQuery(utils.attestationCampaign.all.queryOptions())
  // The campaign that is open and asks this post: the confirmation counts for it.
  const campaign = all?.campaigns.find(({ lines }) =>
    lines.some(({ postId, standing }) => postId === content.post.id && standing !== 'fresh'),
  )
  const sign = useChange((client, input: { readonly typedName: string; readonly note: string | null }) =>
    client.attestationSheet.sign({
      postId: content.post.id,
      personId: holderId,
      campaignId: campaign?.campaign.id ?? null,
      contentDigest,
      language,
      ...input,
    }),
  )
  const holder = labels[holderId]
  return (
    <DialogForm
      name="attest"
      title={t('attestation.confirmTitle')}
      fields={[
        {
          name: 'typedName',
          kind: 'text',
          required: true,
          label: t('field.attestationSheet.typedName'),
          hint: t('attestation.typedNameIsRecord'),
        },
        { name: 'note', kind: 'text', long: true, label: t('field.attestationSheet.note') },
      ]}
      initial={{ typedName: '', note: '' }}
      submitLabel={t('attestation.confirm')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await sign.mutateAsync({ typedName: textOf(values.typedName), note: textOrNull(values.note) })
        onClose()
        tell.done(t('attestation.confirmed', { post: words.name(content.post.name) }))
      }}
    >
      <p>{statement}</p>
      <p className="muted">
        {holder === undefined ? '' : words.name(holder.name)}{' '}
        {t('attestation.counts', {
          systems: content.systems.length,
          risks: content.risks.length,
          acceptances: content.acceptances.length,
        })}
      </p>
      <p className="hint attestation-digest">
        {t('attestation.digest')} {contentDigest}
      </p>
    </DialogForm>
  )
}
