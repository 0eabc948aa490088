/** What comes to the window from outside: chosen menu items, files, the wish to close. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '#renderer/api/connection.ts'
import { isWorkRunning } from '#renderer/api/long-work.ts'
import { isSaving } from '#renderer/api/save-state.ts'
import { useShellEvents } from '#renderer/api/shell-events.ts'
import { useStatus } from '#renderer/api/status.ts'
import { finishTrailing, isAnythingTrailing, unsavedFields } from '#renderer/api/unsaved.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useCommands } from './commands/commands.tsx'
import { Closing, useClosing } from './closing.tsx'
import { useRegisterOpener } from './start/register-opener.tsx'

export function FromOutside({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation()
  const { runUnlessInDialog } = useCommands()
  const { openChosen } = useRegisterOpener()
  const tell = useTell()
  const closing = useClosing()
  useSaveBeforeUnload()
  useShellEvents(connection, (event) => {
    switch (event.kind) {
      case 'command':
        runUnlessInDialog(event.id)
        break
      case 'open':
        openChosen(event.token)
        if (event.others.length > 0)
          tell.refused(t('app.oneAtATime', { name: event.name, others: event.others.join(t('app.listSeparator')) }))
        break
      case 'closing':
        closing.begin()
    }
  })
  return <Closing closing={closing} />
}

/**
 * A browser closes its window without asking its shell: a page that holds something unsaved says so, and the shell then asks
 * as Electron does. Electron itself would take this for a refusal to close, without a word.
 */
function useSaveBeforeUnload(): void {
  const inBrowser = useStatus()?.shell === 'chromium'
  useEffect(() => {
    if (!inBrowser) return
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      const isTrailing = isAnythingTrailing()
      void finishTrailing()
      if (unsavedFields().length > 0 || isSaving() || isTrailing || isWorkRunning()) event.preventDefault()
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => window.removeEventListener('beforeunload', onBeforeUnload)
  }, [inBrowser])
}
