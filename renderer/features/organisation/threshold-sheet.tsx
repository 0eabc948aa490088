/** The limits of the figures, each in force from a day. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { useSay } from '#renderer/records/say.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Settings } from '#shared/contract/organisation.ts'
import { kriDefinitions, type KriId, kriIds, thresholdOn } from '#shared/domain/metrics/kri-result.ts'
import { limitStatement } from '#shared/domain/metrics/kri-tile.ts'
import { type Bilingual, noText } from '#shared/domain/text.ts'
import { Approval } from './approval.tsx'
import { inForce } from './in-force.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'

export function ThresholdSheet({ settings }: { readonly settings: Settings }) {
  const words = useWords()
  const say = useSay()
  const { today } = useRegister()
  const mayChange = useMayChange()
  const [changing, setChanging] = useState<KriId | null>(null)
  const limit = (kri: KriId, value: number) => say(limitStatement(kriDefinitions[kri].unit, value))
  return (
    <section className="sheet form-section">
      <h2>
        {words.t('noun.threshold.many')} <span className="hint">{words.t('app.thresholdHint')}</span>
      </h2>
      <div className="table-scroll">
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {words.field('threshold', 'kri')}
              </th>
              <th scope="col">{words.t('app.betterWhen')}</th>
              <th scope="col">{words.field('threshold', 'appetite')}</th>
              <th scope="col">{words.field('threshold', 'tolerance')}</th>
              <th scope="col">{words.t('app.approval')}</th>
              {mayChange && (
                <th scope="col">
                  <span className="visually-hidden">{words.t('action.change')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {kriIds.map((kri) => {
              const row = inForce(
                settings.thresholds.filter((each) => each.kri === kri),
                today,
              )
              const threshold = thresholdOn(settings.thresholds, kri, today)
              return (
                <tr key={kri}>
                  <td className="code">{kri}</td>
                  <th scope="row">{words.t(`kri.${kri}.title`)}</th>
                  <td>{words.t(kriDefinitions[kri].direction === 'higher' ? 'app.higher' : 'app.lower')}</td>
                  {threshold === null ? (
                    <td colSpan={3}>{words.t('app.noLimitSet')}</td>
                  ) : (
                    <>
                      <td className="figures">{limit(kri, threshold.appetite)}</td>
                      <td className="figures">{limit(kri, threshold.tolerance)}</td>
                      <td>
                        <Approval row={row} labels={settings.labels} />
                      </td>
                    </>
                  )}
                  {mayChange && (
                    <td>
                      <button
                        type="button"
                        className="text-button"
                        aria-label={words.t('action.changeOf', { name: kri })}
                        onClick={() => setChanging(kri)}
                      >
                        {words.t('action.change')}
                      </button>
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {changing !== null && <ThresholdDialog kri={changing} settings={settings} onClose={() => setChanging(null)} />}
    </section>
  )
}

interface DialogProps {
  readonly kri: KriId
  readonly settings: Settings
  readonly onClose: () => void
}

/** Shares are typed in percent and kept as fractions. */
function ThresholdDialog({ kri, settings, onClose }: DialogProps) {
  const words = useWords()
  const { today } = useRegister()
  const set = useChange((client, input: Parameters<typeof client.organisation.setThreshold>[0]) =>
    client.organisation.setThreshold(input),
  )
  const now = thresholdOn(settings.thresholds, kri, today)
  const row = inForce(
    settings.thresholds.filter((each) => each.kri === kri),
    today,
  )
  const scale = kriDefinitions[kri].unit === 'share' ? 100 : 1
  const shown = (value: number) => Math.round(value * scale * 1000) / 1000
  const hint = scale === 100 ? words.t('app.inPercent') : words.t(`app.unit.${kriDefinitions[kri].unit}`)
  const field = (name: string, span: number) => nounField(words, 'threshold', name, { span })
  return (
    <DialogForm
      name="threshold"
      title={words.t('app.changeThreshold', { kri, title: words.t(`kri.${kri}.title`) })}
      fields={[
        { ...field('appetite', 6), hint },
        { ...field('tolerance', 6), hint },
        { ...field('from', 4), required: true },
        field('approverPersonId', 8),
        field('approvedOn', 4),
        field('ownerPostId', 8),
        field('escalation', 12),
      ]}
      initial={{
        appetite: now === null ? null : shown(now.appetite),
        tolerance: now === null ? null : shown(now.tolerance),
        from: today,
        approverPersonId: null,
        approvedOn: '',
        ownerPostId: row?.ownerPostId ?? null,
        escalation: row?.escalation ?? noText,
      }}
      labels={settings.labels}
      submitLabel={words.t('action.decide')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await set.mutateAsync({
          kri,
          appetite: Number(values.appetite) / scale,
          tolerance: Number(values.tolerance) / scale,
          from: textOf(values.from),
          to: null,
          approverPersonId: textOrNull(values.approverPersonId),
          approvedOn: textOrNull(values.approvedOn),
          ownerPostId: textOrNull(values.ownerPostId),
          escalation: values.escalation as Bilingual,
        })
        onClose()
      }}
    >
      <p className="hint">{words.t('app.provisionalHint')}</p>
    </DialogForm>
  )
}
