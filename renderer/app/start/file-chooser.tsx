/** Files are chosen by the system's dialog where the shell has one, else by a dialog in the window. */
import { type ReactNode, useCallback, useState } from 'react'
import { type ChooseFile, ChooseFileContext, type ChosenFile, type Purpose } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { FileDialog } from './file-dialog.tsx'

interface Asked {
  readonly purpose: Purpose
  readonly suggestedName: string
  readonly answer: (file: ChosenFile | null) => void
}

export function FileChooser({ children }: { readonly children: ReactNode }) {
  const { client } = useApi()
  const [asked, setAsked] = useState<Asked | null>(null)
  const choose = useCallback<ChooseFile>(
    async (purpose, suggestedName) => {
      const chosen = await client.file.choose({ purpose, ...(suggestedName === undefined ? {} : { suggestedName }) })
      if (chosen.kind === 'chosen') return { token: chosen.token, name: chosen.name }
      if (chosen.kind === 'cancelled') return null
      return new Promise<ChosenFile | null>((resolve) => {
        setAsked({
          purpose,
          suggestedName: suggestedName ?? '',
          answer: (file) => {
            setAsked(null)
            resolve(file)
          },
        })
      })
    },
    [client],
  )
  return (
    <ChooseFileContext value={choose}>
      {children}
      {asked !== null && (
        <FileDialog purpose={asked.purpose} suggestedName={asked.suggestedName} onAnswer={asked.answer} />
      )}
    </ChooseFileContext>
  )
}
