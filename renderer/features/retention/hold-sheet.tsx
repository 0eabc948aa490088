/** Legal holds: those in force first; placing one and releasing it are both in the log. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { textOf } from '#renderer/records/typed-text.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { RetentionPicture } from '#shared/contract/retention.ts'

type Hold = RetentionPicture['holds'][number]
interface Props {
  readonly picture: RetentionPicture
  readonly mayChange: boolean
}

export function HoldSheet({ picture, mayChange }: Props) {
  const words = useWords()
  const { t } = words
  const [placing, setPlacing] = useState(false)
  const [releasing, setReleasing] = useState<Hold | null>(null)
  const holds = [...picture.holds].sort((one, other) => Number(other.inForce) - Number(one.inForce))
  return (
    <section className="sheet form-section" aria-labelledby="retention-holds">
      <h2 id="retention-holds">{words.many('legalHold')}</h2>
      <p className="hint">{t('retention.holdHint')}</p>
      {holds.map((hold) => (
        <article key={hold.id} className="retention-entry">
          <h3>{hold.matter}</h3>
          <StatusMark
            status={hold.inForce ? 'warning' : 'na'}
            word={t(hold.inForce ? 'retention.holdInForce' : 'retention.holdOver')}
          />
          <p>{hold.reason}</p>
          <p className="muted">
            {t('retention.holdBy', { by: hold.orderedBy, day: hold.from })}
            {hold.releasedOn !== null && (
              <> {t('retention.releasedBy', { by: hold.releasedBy ?? '', day: hold.releasedOn })}</>
            )}
          </p>
          {hold.releaseReason !== null && <p className="muted">{hold.releaseReason}</p>}
          <p>
            {hold.scope === 'everyone'
              ? words.value('holdScope', 'everyone')
              : hold.personIds.map((id) => words.label(picture.labels, id)).join(t('app.listSeparator'))}
          </p>
          {mayChange && hold.releasedOn === null && hold.withdrawn === null && (
            <button
              type="button"
              className="button"
              aria-label={t('retention.releaseOf', { matter: hold.matter })}
              onClick={() => setReleasing(hold)}
            >
              {t('retention.release')}
            </button>
          )}
        </article>
      ))}
      {holds.length === 0 && <p className="muted">{t('retention.noHold')}</p>}
      {mayChange && (
        <div className="button-row">
          <button type="button" className="button" onClick={() => setPlacing(true)}>
            {t('retention.placeHold')}
          </button>
        </div>
      )}
      {placing && <PlaceDialog onClose={() => setPlacing(false)} />}
      {releasing !== null && <ReleaseDialog hold={releasing} onClose={() => setReleasing(null)} />}
    </section>
  )
}

function PlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { today } = useRegister()
  const place = useChange((client, input: Parameters<typeof client.retention.placeHold>[0]) =>
    client.retention.placeHold(input),
  )
  const field = (name: string, span?: number) => nounField(words, 'legalHold', name, span === undefined ? {} : { span })
  return (
    <DialogForm
      name="hold"
      title={words.t('retention.placeHold')}
      fields={[
        field('matter'),
        field('reason'),
        field('orderedBy', 8),
        field('from', 4),
        field('scope'),
        nounField(words, 'legalHold', 'personIds', { required: true }),
      ]}
      hidden={({ name }, { scope }) => name === 'personIds' && scope !== 'named'}
      initial={{ matter: '', reason: '', orderedBy: '', from: today, scope: 'named', personIds: [] }}
      submitLabel={words.t('retention.placeHold')}
      onCancel={onClose}
      onSubmit={async ({ matter, reason, orderedBy, from, scope, personIds }) => {
        await place.mutateAsync({
          matter: textOf(matter),
          reason: textOf(reason),
          orderedBy: textOf(orderedBy),
          from: textOf(from),
          scope: scope === 'everyone' ? 'everyone' : 'named',
          personIds: scope === 'everyone' ? [] : ((personIds ?? []) as string[]),
        })
        onClose()
      }}
    />
  )
}

function ReleaseDialog({ hold, onClose }: { readonly hold: Hold; readonly onClose: () => void }) {
  const words = useWords()
  const { today } = useRegister()
  const release = useChange((client, input: Parameters<typeof client.retention.releaseHold>[0]) =>
    client.retention.releaseHold(input),
  )
  const field = (name: string, alias: string, span?: number) =>
    nounField(words, 'legalHold', name, { required: true, alias, ...(span === undefined ? {} : { span }) })
  return (
    <DialogForm
      name="release"
      title={words.t('retention.releaseOf', { matter: hold.matter })}
      fields={[field('releasedBy', 'by', 8), field('releasedOn', 'on', 4), field('releaseReason', 'reason')]}
      initial={{ releasedBy: '', releasedOn: today, releaseReason: '' }}
      submitLabel={words.t('retention.release')}
      onCancel={onClose}
      onSubmit={async ({ releasedBy, releasedOn, releaseReason }) => {
        await release.mutateAsync({
          id: hold.id,
          version: hold.version,
          by: textOf(releasedBy),
          on: textOf(releasedOn),
          reason: textOf(releaseReason),
        })
        onClose()
      }}
    >
      <p>{words.t('retention.releaseMeans')}</p>
    </DialogForm>
  )
}
