/** Undo and redo, and sentences about what was done that offer to take it back. */
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import type { UndoStep } from '#shared/contract/undo.ts'
import { useTell } from './tell.ts'
import { useWords } from './words.ts'

export interface Undo {
  /** Takes the last own change back. `transaction`: that one alone, or a refusal where another one has come after it. */
  undo(transaction?: number | null): Promise<void>
  /** Does the last undone change again. */
  redo(transaction?: number | null): Promise<void>
  /** Says what was done, with a button that takes it back. Null: nothing was written. */
  done(sentence: string, transaction: number | null): void
}

/** The sentence that offers to take something back: one at a time, since an older change cannot be taken back before a newer. */
const offerId = 'undo-offer'
/** As long as a person needs to see a mistake of their own, in milliseconds. */
const offered = 15_000

export function useUndo(): Undo {
  const { client } = useApi()
  const words = useWords()
  const tell = useTell()
  const queries = useQueryClient()

  const offer = useCallback((sentence: string, label: string, act: () => void) => {
    notifications.hide(offerId)
    notifications.show({
      id: offerId,
      withBorder: true,
      autoClose: offered,
      message: (
        <span className="undo-offer">
          {sentence}
          <button
            type="button"
            className="text-button"
            onClick={() => {
              notifications.hide(offerId)
              act()
            }}
          >
            {label}
          </button>
        </span>
      ),
    })
  }, [])

  return useMemo(() => {
    const stepWords = ({ operation, codes, count }: UndoStep) =>
      words.t('app.undoStep', {
        what: words.t(`operation.${operation}`),
        codes:
          codes.length < count
            ? words.t('app.codesAndMore', { code: codes[0] ?? '', count: count - 1 })
            : codes.join(words.t('app.listSeparator')),
      })
    const turn = async (way: 'undo' | 'redo', transaction: number | null) => {
      try {
        const { step, transaction: written } = await tellSaving(() => client.undo[way]({ transaction }))
        if (way === 'undo')
          offer(
            words.t('app.undone', { step: stepWords(step) }),
            words.t('action.redo'),
            () => void turn('redo', written),
          )
        else
          offer(
            words.t('app.redone', { step: stepWords(step) }),
            words.t('action.undo'),
            () => void turn('undo', written),
          )
      } catch (error) {
        tell.refused(sayError(words.language, error))
      } finally {
        await queries.invalidateQueries()
      }
    }
    return {
      undo: (transaction = null) => turn('undo', transaction),
      redo: (transaction = null) => turn('redo', transaction),
      done: (sentence, transaction) => {
        if (transaction === null) tell.done(sentence)
        else offer(sentence, words.t('action.undo'), () => void turn('undo', transaction))
      },
    }
  }, [client, offer, queries, tell, words])
}
