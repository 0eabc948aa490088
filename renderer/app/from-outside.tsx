/** What comes to the window from outside: chosen menu items, files, the wish to close. */
import { useTranslation } from 'react-i18next'
import type { Connection } from '#renderer/api/connection.ts'
import { useShellEvents } from '#renderer/api/shell-events.ts'
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
