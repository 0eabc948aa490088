/** How long names are kept: rules of the company's own. Daicho brings none. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm, type FormValues } from '#renderer/records/dialog-form.tsx'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { RetentionPicture } from '#shared/contract/retention.ts'
import type { Labels } from '#shared/contract/base.ts'
import { isRuleInForce } from '#shared/domain/retention/retention-on.ts'
import { retentionScopes } from '#shared/domain/retention/retention-records.ts'

type Rule = RetentionPicture['rules'][number]
interface Props {
  readonly picture: RetentionPicture
  readonly mayChange: boolean
}

export function RuleSheet({ picture, mayChange }: Props) {
  const words = useWords()
  const { t } = words
  const [edited, setEdited] = useState<Rule | 'new' | null>(null)
  const [withdrawing, setWithdrawing] = useState<Rule | null>(null)
  const rules = picture.rules.filter(({ withdrawn }) => withdrawn === null)
  return (
    <section className="sheet form-section" aria-labelledby="retention-rules">
      <h2 id="retention-rules">{words.many('retentionRule')}</h2>
      <p className="hint">{t('retention.ruleHint')}</p>
      {rules.map((rule) => (
        <article key={rule.id} className="retention-entry">
          <h3>
            {t('retention.ruleTitle', {
              scope: words.value('retentionScope', rule.scope),
              years: t('retention.years', { count: rule.years }),
            })}
          </h3>
          <p>{rule.basis}</p>
          <p className="muted">
            <span className="figures">{t('app.period', { from: rule.from, to: rule.to ?? '' })}</span>{' '}
            {!isRuleInForce(rule, picture.day) && t('retention.ruleNotInForce')}
          </p>
          <p className="muted">
            {rule.approverPersonId === null
              ? t('retention.notApproved')
              : t('retention.approvedBy', {
                  by: words.label(picture.labels, rule.approverPersonId),
                  day: rule.approvedOn ?? '',
                })}
          </p>
          {mayChange && (
            <span className="retention-verbs">
              <button type="button" className="text-button" onClick={() => setEdited(rule)}>
                {t('retention.changeRule')}
              </button>
              <button type="button" className="text-button" onClick={() => setWithdrawing(rule)}>
                {t('action.withdraw')}
              </button>
            </span>
          )}
        </article>
      ))}
      {rules.length === 0 && <p className="muted">{t('retention.noRule')}</p>}
      {mayChange && (
        <div className="button-row">
          <button type="button" className="button" onClick={() => setEdited('new')}>
            {t('retention.addRule')}
          </button>
        </div>
      )}
      {edited !== null && (
        <RuleDialog rule={edited === 'new' ? null : edited} labels={picture.labels} onClose={() => setEdited(null)} />
      )}
      {withdrawing !== null && <WithdrawDialog rule={withdrawing} onClose={() => setWithdrawing(null)} />}
    </section>
  )
}

function RuleDialog({
  rule,
  labels,
  onClose,
}: {
  readonly rule: Rule | null
  readonly labels: Labels
  readonly onClose: () => void
}) {
  const words = useWords()
  const { today } = useRegister()
  const add = useChange((client, input: Parameters<typeof client.retention.addRule>[0]) =>
    client.retention.addRule(input),
  )
  const change = useChange((client, input: Parameters<typeof client.retention.changeRule>[0]) =>
    client.retention.changeRule(input),
  )
  const title = words.t(rule === null ? 'retention.addRule' : 'retention.changeRule')
  const field = (name: string, span?: number) =>
    nounField(words, 'retentionRule', name, span === undefined ? {} : { span })
  return (
    <DialogForm
      name="retention-rule"
      title={title}
      labels={labels}
      fields={[
        field('scope', 8),
        field('years', 4),
        field('basis'),
        field('from', 6),
        field('to', 6),
        field('approverPersonId', 8),
        field('approvedOn', 4),
      ]}
      initial={rule === null ? { scope: 'everyone', years: null, basis: '', from: today } : { ...rule }}
      submitLabel={words.t(rule === null ? 'action.register' : 'retention.changeRule')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const input = inputOf(values)
        if (rule === null) await add.mutateAsync(input)
        else await change.mutateAsync({ id: rule.id, version: rule.version, patch: input })
        onClose()
      }}
    />
  )
}

function inputOf({ scope, years, basis, from, to, approverPersonId, approvedOn }: FormValues) {
  return {
    scope: retentionScopes.find((each) => each === scope) ?? 'everyone',
    years: Number(years),
    basis: textOf(basis),
    from: textOf(from),
    to: textOrNull(to),
    approverPersonId: textOrNull(approverPersonId),
    approvedOn: textOrNull(approvedOn),
  }
}

function WithdrawDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const words = useWords()
  const withdraw = useChange((client, input: Parameters<typeof client.retention.withdrawRule>[0]) =>
    client.retention.withdrawRule(input),
  )
  return (
    <DialogForm
      name="withdraw-rule"
      title={words.t('retention.withdrawRule')}
      fields={[reasonField(words)]}
      initial={{ reason: '' }}
      submitLabel={words.t('action.withdraw')}
      onCancel={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw.mutateAsync({ id: rule.id, version: rule.version, reason: textOf(reason) })
        onClose()
      }}
    />
  )
}
