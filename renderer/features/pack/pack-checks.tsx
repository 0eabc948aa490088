/** What keeps a pack from being finished, each with the record in which it is put right, in a list above its pages. */
import { useState } from 'react'
import { Link } from 'wouter'
import { useChange } from '#renderer/api/change.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { PackChecks as Checks } from '#shared/contract/pack.ts'
import { sayBudget } from '#shared/locales/say-budget.ts'
import { noteTargetWords } from '#shared/locales/say-problem.ts'
import type { OpenPoint } from '#shared/domain/decision/pack-open-points.ts'
import { usePackChecks } from './use-pack-checks.ts'

export function PackChecks({ packId }: { readonly packId: string | null }) {
  const { t } = useWords()
  const mayChange = useMayChange()
  const [asked, setAsked] = useState<'confirm' | 'takeBack' | null>(null)
  const { checks: data, isCounting } = usePackChecks(packId)
  if (data === undefined) return null
  const refusals = data.points.filter(({ severity }) => severity === 'refusal')
  const warnings = data.points.filter(({ severity }) => severity === 'warning')
  return (
    <section className="sheet pack-checks" aria-label={t('packChecks.title')}>
      <h2>{t('packChecks.title')}</h2>
      {isCounting && <p className="muted">{t('packChecks.counting')}</p>}
      {refusals.length === 0 && !isCounting && <StatusMark status="within" word={t('packChecks.nothingRefuses')} />}
      <ul className="plain-list">
        {refusals.map((point, index) => (
          <li key={index}>
            <StatusMark status="breach" word={t('packChecks.refuses')} /> <Point point={point} />
          </li>
        ))}
      </ul>
      {data.none !== null && <None none={data.none} />}
      {mayChange && data.asked === 0 && (
        <p className="button-row">
          <Link href="/decision/new" className="button">
            {t('decision.request')}
          </Link>
          <button
            type="button"
            className="button"
            onClick={() => setAsked(data.none === null ? 'confirm' : 'takeBack')}
          >
            {t(data.none === null ? 'packChecks.confirmNone' : 'packChecks.takeBackNone')}
          </button>
        </p>
      )}
      {warnings.length > 0 && (
        <details>
          <summary>{t('packChecks.warnings', { count: warnings.length })}</summary>
          <ul className="plain-list">
            {warnings.map((point, index) => (
              <li key={index}>
                <StatusMark status="warning" word={t('packChecks.warns')} /> <Point point={point} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked !== null && <NoneDialog packId={packId} none={data.none} onClose={() => setAsked(null)} />}
    </section>
  )
}

function None({ none }: { readonly none: NonNullable<Checks['none']> }) {
  const words = useWords()
  const person = none.person === null ? '' : words.name(none.person)
  return <p>{words.t('pack.decisions.none', { person, on: none.on })}</p>
}

export function Point({ point: { kind, target, kri, note, pages } }: { readonly point: OpenPoint }) {
  const words = useWords()
  const { t } = words
  if (pages !== null) return sayBudget(t, pages)
  const figure = kri === null ? '' : `${kri} ${t(`kri.${kri}.title`)}`
  return (
    <>
      {t(`packChecks.point.${kind}`, {
        figure,
        target: note === null ? '' : noteTargetWords(t, note),
      })}{' '}
      {target !== null && (
        <Link href={recordPath(target.noun, target.id)} className="link">
          {target.code} {words.name(target.name)}
        </Link>
      )}
      {kind === 'breachUnanswered' && (
        <Link href="/decision/new" state={{ values: { kriIds: [kri] }, labels: {} }} className="link">
          {t('decision.request')}
        </Link>
      )}
      {kind === 'thresholdProvisional' && (
        <Link href="/settings" className="link">
          {t('nav.settings')}
        </Link>
      )}
    </>
  )
}

function NoneDialog({
  packId,
  none,
  onClose,
}: {
  readonly packId: string | null
  readonly none: Checks['none']
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const { person } = useRegister()
  const send = useChange((client, values: Readonly<Record<string, unknown>>): Promise<unknown> =>
    none === null
      ? client.decision.confirmNone({ packId, personId: textOf(values.personId), note: textOrNull(values.note) })
      : client.decision.withdrawNone({ id: none.id, version: none.version, reason: textOf(values.reason) }),
  )
  return (
    <DialogForm
      name="none-requested"
      title={t(none === null ? 'packChecks.confirmNoneTitle' : 'packChecks.takeBackNoneTitle')}
      fields={
        none === null
          ? [
              nounField(words, 'noDecision', 'personId', { required: true } as object),
              nounField(words, 'noDecision', 'note'),
            ]
          : [reasonField(words)]
      }
      initial={{ personId: person?.id ?? null, note: '', reason: '' }}
      labels={person === null ? {} : { [person.id]: { noun: 'person', code: null, name: person.name } }}
      submitLabel={t(none === null ? 'packChecks.confirmNone' : 'packChecks.takeBackNone')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await send.mutateAsync(values)
        onClose()
      }}
    >
      <p className="hint">{t(none === null ? 'packChecks.confirmNoneHint' : 'packChecks.takeBackNoneHint')}</p>
    </DialogForm>
  )
}
