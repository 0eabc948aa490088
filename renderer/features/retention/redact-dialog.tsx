/**
 * Taking a person's name out: where it stands is shown first, what is ticked is replaced, and the backups that still hold it are
 * offered afterwards. It cannot be undone, and says so before it is done.
 */
import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork } from '#renderer/api/long-work.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import { useRegister } from '#renderer/api/status.ts'
import { FieldForm } from '#renderer/records/dialog-form.tsx'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { RedactionDone, RedactionPreview } from '#shared/contract/retention.ts'
import { redactionGrounds } from '#shared/domain/retention/retention-records.ts'
import type { RetainedPerson } from '#shared/domain/retention/retention-on.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { OldBackups, useRemoveBackups } from './old-backups.tsx'
import { isReplaced, PlaceList } from './place-list.tsx'

/** From here on it is carried out to its end. */
const lasting: ReadonlySet<string> = new Set(['replacing', 'cleaning'])

interface Props {
  readonly person: RetainedPerson
  readonly onClose: () => void
}

export function RedactDialog({ person, onClose }: Props) {
  const words = useWords()
  const { t, language } = words
  const { client } = useApi()
  const queries = useQueryClient()
  const [also, setAlso] = useState<readonly string[]>([])
  const [preview, setPreview] = useState<RedactionPreview | null>(null)
  /** Ticks that were set or taken away by hand, by the key of their place. */
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [done, setDone] = useState<RedactionDone | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { today } = useRegister()
  const asked = useRef<AbortController | null>(null)

  const look = async (names: readonly string[]) => {
    asked.current?.abort()
    const own = new AbortController()
    asked.current = own
    setRefusal(null)
    try {
      const found = await runLongWork('redactionPreview', (signal) =>
        client.retention.preview({ personId: person.id, also: [...names] }, { signal }),
      )
      if (own.signal.aborted) return
      setAlso(names)
      setPreview(found)
    } catch (error) {
      if (own.signal.aborted) return
      setRefusal(problemOf(error).code === 'CANCELLED' ? t('app.cancelled') : sayError(language, error))
    }
  }
  // Looked for once, as the dialog opens; later when another name is added.
  const begin = useRef(look)
  useEffect(() => {
    void begin.current([])
    return () => asked.current?.abort()
  }, [])

  const redact = async (values: Readonly<Record<string, unknown>>) => {
    if (preview === null) return
    const ground = redactionGrounds.find((each) => each === values.ground) ?? 'other'
    setBusy(true)
    const result = await tellSaving(() =>
      runLongWork(
        'redact',
        (signal) =>
          client.retention.redact(
            {
              personId: person.id,
              also: [...also],
              digest: preview.digest,
              except: preview.places.filter((place) => !isReplaced(place, ticked)).map(({ key }) => key),
              ground,
              ruleId: ground === 'retention' ? preview.standing.ruleId : null,
              note: textOrNull(values.note),
              decidedBy: textOf(values.decidedBy),
            },
            { signal },
          ),
        lasting,
      ),
    ).finally(() => {
      setBusy(false)
      // Also where it was cancelled: what is shown may be old.
      void queries.invalidateQueries()
    })
    setDone(result)
  }
  const name = words.name(person.name)
  const { dueOn } = preview?.standing ?? { dueOn: null }
  const isDue = dueOn !== null && dueOn <= today
  return (
    <Modal
      opened
      // What is being replaced is replaced to its end, and what came of it has to be read.
      onClose={() => {
        if (!isBusy) onClose()
      }}
      title={done === null ? t('retention.redactOf', { name }) : t('retention.redacted', { code: person.code })}
      size={860}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {refusal !== null && (
        <p className="refusal" role="alert">
          {refusal}
        </p>
      )}
      {done !== null ? (
        <Afterwards done={done} onClose={onClose} />
      ) : preview === null ? (
        refusal === null && <p role="status">{t('retention.looking')}</p>
      ) : preview.refused !== null ? (
        <p className="refusal" role="alert">
          {sayProblem(language, preview.refused)}
        </p>
      ) : (
        <>
          <p>
            {t('retention.becomes', { placeholder: words.name(preview.placeholder) })}{' '}
            <strong>{t('retention.noWayBack')}</strong>
          </p>
          <LookedFor terms={preview.terms} onAdd={(added) => look([...also, added])} />
          <PlaceList
            preview={preview}
            ticked={ticked}
            onTick={(key, on) => setTicked((before) => new Map(before).set(key, on))}
          />
          <FieldForm
            name="redaction"
            fields={[
              {
                ...nounField(words, 'redaction', 'ground', { span: 4 }),
                ...(isDue ? {} : { unavailable: { retention: t('retention.notDueYet') } }),
              },
              nounField(words, 'redaction', 'decidedBy', { span: 8 }),
              nounField(words, 'redaction', 'note'),
            ]}
            initial={{ ground: isDue ? 'retention' : 'request', decidedBy: '', note: '' }}
            submitLabel={t('retention.redact')}
            onCancel={onClose}
            onSubmit={redact}
          />
        </>
      )}
    </Modal>
  )
}

/** The names that were looked for, and another one: an earlier name, an account, a number. */
function LookedFor({
  terms,
  onAdd,
}: {
  readonly terms: readonly string[]
  readonly onAdd: (term: string) => Promise<void>
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const isEnough = typed.trim().length >= 2
  const add = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isEnough) return
    void onAdd(typed.trim()).then(() => setTyped(''))
  }
  return (
    <form className="retention-terms" onSubmit={add}>
      {terms.length > 0 && (
        <p>{t('retention.lookedFor', { terms: terms.map((term) => t('retention.term', { term })).join(' ') })}</p>
      )}
      <label className="field-label" htmlFor="redaction-also">
        {t('retention.also')}
      </label>
      <span className="button-row">
        <input
          id="redaction-also"
          className="input"
          value={typed}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" className="button" disabled={!isEnough}>
          {t('retention.lookAgain')}
        </button>
      </span>
    </form>
  )
}

function Afterwards({ done, onClose }: { readonly done: RedactionDone; readonly onClose: () => void }) {
  const { t, language } = useWords()
  const { chosen, setChosen, remove } = useRemoveBackups(done.elsewhere.backups)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isRunning, setRunning] = useState(false)
  const hasBackups = done.elsewhere.backups.length > 0
  const finish = async () => {
    setRunning(true)
    try {
      await remove()
      onClose()
    } catch (error) {
      setRefusal(sayError(language, error))
      setRunning(false)
    }
  }
  return (
    <>
      <p role="status">
        {t('retention.doneText', { count: done.replaced })}{' '}
        {done.packs.length > 0 && t('retention.donePacks', { count: done.packs.length })}
      </p>
      {!done.cleaned && <p className="plain-notice">{t('retention.notCleaned')}</p>}
      {refusal !== null && (
        <p className="refusal" role="alert">
          {refusal}
        </p>
      )}
      {hasBackups && <OldBackups backups={done.elsewhere.backups} chosen={chosen} onChoose={setChosen} />}
      <p className="hint">{t('retention.outOfReach')}</p>
      <div className="button-row form-buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('action.close')}
        </button>
        {hasBackups && (
          <button
            type="button"
            className="button primary"
            disabled={isRunning || chosen.size === 0}
            onClick={() => void finish()}
          >
            {t('retention.removeCount', { count: chosen.size })}
          </button>
        )}
      </div>
    </>
  )
}
