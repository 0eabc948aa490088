/** Beside the pages: how far the pack is, what was written beside each figure, its setup and its sign-off. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { useChange } from '#renderer/api/change.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { useMoment } from '#renderer/records/moment.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { FinishingState } from '#shared/contract/finishing.ts'
import { noteTargetWords } from '#shared/locales/say-problem.ts'
import type { PackModel, PackPage } from '#shared/pack-model/pages.ts'
import { usePackChecks } from './use-pack-checks.ts'
import { SetupDialog } from './setup-dialog.tsx'
import { SignOffDialog } from './sign-off-dialog.tsx'

type Note = FinishingState['notes'][number]
type Asked = { readonly kind: 'write' | 'withdraw'; readonly target: string } | { readonly kind: 'setup' | 'signOff' }

export function CommentaryPanel({ packId, model }: { readonly packId: string | null; readonly model: PackModel }) {
  const { t } = useWords()
  const { utils } = useApi()
  const mayChange = useMayChange()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { data: state } = useQuery(utils.finishing.state.queryOptions({ input: { packId } }))
  const { checks } = usePackChecks(packId)
  if (state === undefined) return null
  const counted = checks?.pages
  const canWrite = mayChange && state.signOff === null
  const noteOf = (target: string) => state.notes.find((note) => note.target === target)
  const close = () => setAsked(null)
  return (
    <aside className="pack-commentary-panel" aria-label={t('finishing.title')}>
      <h2>{t('finishing.title')}</h2>
      <p className="muted">
        {state.signOff === null
          ? t(packId === null ? 'finishing.draft' : 'finishing.locked')
          : t('finishing.final', { day: state.signOff.on })}
      </p>
      <p className="muted">
        {counted?.isCounted === true
          ? t('finishing.sheets', {
              count: counted.pages.reduce((sum, { sheets }) => sum + sheets, 0),
              budget: counted.budget,
            })
          : state.choices.pageBudget === null
            ? t('finishing.pagesFree', { count: model.pages.length })
            : t('finishing.pages', { count: model.pages.length, budget: state.choices.pageBudget })}
      </p>
      {canWrite && (
        <p className="button-row">
          <button type="button" className="button" onClick={() => setAsked({ kind: 'setup' })}>
            {t('finishing.setUp')}
          </button>
          {packId !== null && (
            <button type="button" className="button primary" onClick={() => setAsked({ kind: 'signOff' })}>
              {t('finishing.signOff')}
            </button>
          )}
        </p>
      )}
      {model.pages.map((page) => (
        <section key={page.key}>
          <h3>{t(`pack.page.${page.key}`)}</h3>
          <ul className="plain-list">
            {targetsOf(page).map((target) => (
              <li key={target}>
                <Line
                  target={target}
                  note={noteOf(target)}
                  canWrite={canWrite}
                  onWrite={() => setAsked({ kind: 'write', target })}
                  onWithdraw={() => setAsked({ kind: 'withdraw', target })}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {asked?.kind === 'write' && (
        <WriteNoteDialog packId={packId} target={asked.target} note={noteOf(asked.target)} onClose={close} />
      )}
      {asked?.kind === 'withdraw' && <WithdrawNoteDialog note={noteOf(asked.target)} onClose={close} />}
      {asked?.kind === 'setup' && <SetupDialog packId={packId} state={state} onClose={close} />}
      {asked?.kind === 'signOff' && packId !== null && (
        <SignOffDialog packId={packId} asOf={model.asOf} state={state} onClose={close} />
      )}
    </aside>
  )
}

/** The page itself, then its figures in their order. */
function targetsOf(page: PackPage): readonly string[] {
  const figures = Object.values(page).flatMap((part: unknown) =>
    typeof part === 'object' && part !== null && 'key' in part && 'data' in part && typeof part.key === 'string'
      ? [`figure:${part.key}`]
      : [],
  )
  return [`page:${page.key}`, ...figures]
}

function Line(props: {
  readonly target: string
  readonly note: Note | undefined
  readonly canWrite: boolean
  readonly onWrite: () => void
  readonly onWithdraw: () => void
}) {
  const words = useWords()
  const { t } = words
  const moment = useMoment()
  const { target, note, canWrite, onWrite, onWithdraw } = props
  const confirm = useChange((client, input: { readonly id: string; readonly version: number }) =>
    client.finishing.confirmNote(input),
  )
  const name = target.startsWith('page:') ? t('finishing.wholePage') : noteTargetWords(t, target)
  return (
    <>
      <span className="pack-note-target">{name}</span>
      {note !== undefined && (
        <>
          <p lang={note.language}>{note.text}</p>
          {note.secondText !== null && (
            <p lang={note.language === 'ja' ? 'en' : 'ja'} className="muted">
              {note.secondText}
            </p>
          )}
          <p className="muted">
            {note.author === null ? t('finishing.authorUnknown') : words.name(note.author)} · {moment(note.writtenAt)}
          </p>
          {note.older && <StatusMark status="breach" word={t('finishing.older')} />}
        </>
      )}
      {canWrite && (
        <span className="button-row">
          <button type="button" className="text-button" aria-label={t('finishing.writeAt', { name })} onClick={onWrite}>
            {t(note === undefined ? 'finishing.write' : 'finishing.rewrite')}
          </button>
          {note?.older === true && (
            <button type="button" className="text-button" onClick={() => confirm.mutate(note)}>
              {t('finishing.stillHolds')}
            </button>
          )}
          {note !== undefined && (
            <button type="button" className="text-button" onClick={onWithdraw}>
              {t('finishing.withdraw')}
            </button>
          )}
        </span>
      )}
    </>
  )
}

function WriteNoteDialog(props: {
  readonly packId: string | null
  readonly target: string
  readonly note: Note | undefined
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const { packId, target, note, onClose } = props
  const write = useChange((client, values: Readonly<Record<string, unknown>>) =>
    client.finishing.writeNote({
      packId,
      target,
      text: textOf(values.text),
      language: values.language === 'en' ? 'en' : 'ja',
      secondText: textOrNull(values.secondText),
      version: note?.version ?? null,
    }),
  )
  return (
    <DialogForm
      name="commentary"
      title={noteTargetWords(t, target)}
      fields={[
        nounField(words, 'packNote', 'text', { byVerb: undefined } as object),
        nounField(words, 'packNote', 'language', { byVerb: undefined } as object),
        nounField(words, 'packNote', 'secondText', { byVerb: undefined } as object),
      ]}
      initial={{
        text: note?.text ?? '',
        language: note?.language ?? words.language,
        secondText: note?.secondText ?? '',
      }}
      submitLabel={t('finishing.saveNote')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await write.mutateAsync(values)
        onClose()
      }}
    >
      <p className="hint">{t('finishing.noteHint')}</p>
    </DialogForm>
  )
}

function WithdrawNoteDialog({ note, onClose }: { readonly note: Note | undefined; readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const withdraw = useChange(
    (client, input: { readonly id: string; readonly version: number; readonly reason: string }) =>
      client.finishing.withdrawNote(input),
  )
  if (note === undefined) return null
  return (
    <DialogForm
      name="commentary-withdraw"
      title={t('finishing.withdraw')}
      fields={[reasonField(words)]}
      initial={{ reason: '' }}
      submitLabel={t('finishing.withdraw')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await withdraw.mutateAsync({ id: note.id, version: note.version, reason: textOf(values.reason) })
        onClose()
      }}
    />
  )
}
