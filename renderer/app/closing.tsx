/**
 * The window is to be closed: long work is cancelled, the field that is typed in is saved, and only then may it go. What
 * takes longer than a moment is said; what cannot be saved, or takes too long, is asked about.
 */
import { Modal } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/api/client.tsx'
import { cancelRunningWork } from '#renderer/api/long-work.ts'
import { isAllKept, saveTyped } from '#renderer/api/unsaved.ts'
import type { ClosingAnswer } from '#shared/contract/application.ts'

/** A word on the screen after this, a question after that. */
const patience = { word: 1000, question: 8000 }

type Shown =
  { readonly kind: 'nothing' | 'saving' | 'slow' } | { readonly kind: 'unsaved'; readonly fields: readonly string[] }

interface ClosingState {
  readonly shown: Shown
  readonly begin: () => void
  readonly answer: (answer: ClosingAnswer) => void
}

const nothing: Shown = { kind: 'nothing' }

export function useClosing(): ClosingState {
  const { client } = useApi()
  const [shown, setShown] = useState<Shown>(nothing)
  const under = useRef(false)
  const answer = (given: ClosingAnswer) => {
    under.current = given === 'asking'
    if (given === 'stay') setShown(nothing)
    // Without a register process there is nothing to save with; the shell's own time limit decides.
    client.application.answerClosing({ answer: given }).catch(() => undefined)
  }
  const ask = (question: Shown) => {
    setShown(question)
    answer('asking')
  }
  const begin = () => {
    if (under.current) return
    under.current = true
    const word = setTimeout(() => setShown({ kind: 'saving' }), patience.word)
    const question = setTimeout(() => ask({ kind: 'slow' }), patience.question)
    void saved().then((fields) => {
      clearTimeout(word)
      clearTimeout(question)
      // The person has answered meanwhile.
      if (!under.current) return
      if (fields.length === 0) answer('close')
      else ask({ kind: 'unsaved', fields })
    })
  }
  return { shown, begin, answer }
}

async function saved(): Promise<readonly string[]> {
  await cancelRunningWork()
  return saveTyped()
}

export function Closing({ closing: { shown, answer } }: { readonly closing: ClosingState }) {
  const { t } = useTranslation()
  const asks = shown.kind === 'slow' || shown.kind === 'unsaved'
  return (
    <Modal
      opened={shown.kind !== 'nothing'}
      onClose={() => answer('stay')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={asks}
      size={440}
      title={t(asks ? 'closing.title' : 'closing.saving')}
    >
      {asks ? (
        <>
          <p>
            {shown.kind === 'unsaved'
              ? t(isAllKept() ? 'closing.kept' : 'closing.unsaved', {
                  fields: shown.fields.join(t('app.listSeparator')),
                })
              : t('closing.slow')}
          </p>
          <div className="button-row form-buttons">
            <button type="button" className="button" onClick={() => answer('close')}>
              {t('closing.closeAnyway')}
            </button>
            <button type="button" className="button primary" data-autofocus onClick={() => answer('stay')}>
              {t('closing.stay')}
            </button>
          </div>
        </>
      ) : (
        <p role="status">{t('closing.savingText')}</p>
      )}
    </Modal>
  )
}
