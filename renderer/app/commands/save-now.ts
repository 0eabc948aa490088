/** Saving at once, and finishing the form that is being filled in: what Ctrl+S and Ctrl+Enter do. */
import { saveTyped } from '#renderer/api/unsaved.ts'
import { useMoment } from '#renderer/records/moment.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'

/** Everything saves itself when it is left; who presses the keys of saving sees that it is so. */
export function useSaveNow(): () => Promise<void> {
  const { t } = useWords()
  const momentText = useMoment()
  const tell = useTell()
  return async () => {
    const unsaved = await saveTyped()
    if (unsaved.length === 0) tell.done(t('app.saved', { time: momentText(new Date().toISOString()).slice(-5) }))
    else tell.refused(t('app.notSavedYet', { fields: unsaved.join(t('app.listSeparator')) }))
  }
}

/** Submits the form in which the focus is. False where it is in none. */
export function finishForm(target: EventTarget | null): boolean {
  const form = target instanceof Element ? target.closest('form') : null
  form?.requestSubmit()
  return form !== null
}
