/**
 * Opening, making and closing a register, from wherever it is asked for: the start screen, a key, the menu, a file that came
 * from outside. What is typed is saved before another register takes the place of the one that is open.
 */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChosenFile, useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { useLanguage, useStatus } from '#renderer/api/status.ts'
import { saveTyped } from '#renderer/api/unsaved.ts'
import { useTell } from '#renderer/records/tell.ts'
import type { ProblemData } from '#shared/contract/base.ts'
import { FromExportDialog } from './from-export-dialog.tsx'
import { NewRegisterDialog } from './new-register-dialog.tsx'
import { type Open, useOpening } from './use-opening.ts'

export interface RegisterOpener {
  readonly pending: boolean
  /** What was refused last beside the file itself, which has a screen of its own. */
  readonly refusal: ProblemData | null
  readonly openFile: () => void
  /** A file that is chosen already: among those opened last, or outside of the window. */
  readonly openChosen: (token: string) => void
  readonly openSample: () => void
  readonly createNew: () => void
  /** From an export or the bundle of a pack: the folder is chosen, looked at, and then made into a register. */
  readonly createFromExport: () => void
  readonly close: () => void
}

const OpenerContext = createContext<RegisterOpener | null>(null)

export function useRegisterOpener(): RegisterOpener {
  const opener = useContext(OpenerContext)
  if (opener === null) throw new Error('useRegisterOpener needs a RegisterOpenerProvider above it')
  return opener
}

export function RegisterOpenerProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const choose = useChooseFile()
  const language = useLanguage()
  const tell = useTell()
  const [naming, setNaming] = useState(false)
  const isOpen = useStatus()?.register != null
  const opening = useOpening()
  const [folder, setFolder] = useState<ChosenFile | null>(null)
  const onceSaved =
    (open: Open): Open =>
    async () => {
      const unsaved = await saveTyped()
      if (unsaved.length === 0) return open()
      tell.refused(t('app.notSavedYet', { fields: unsaved.join(t('app.listSeparator')) }))
      return null
    }
  const mutate = (open: Open) =>
    opening.mutate(onceSaved(open), {
      onError: (error) => {
        const shown = queries.getQueryData(utils.file.status.queryKey())?.refused != null
        if (isOpen && !shown) tell.refused(sayError(language, error))
      },
    })
  const opener: RegisterOpener = {
    pending: opening.isPending,
    refusal: opening.error === null ? null : problemOf(opening.error),
    openFile: () =>
      mutate(async () => {
        const file = await choose('open-register')
        return file === null ? null : client.file.open({ token: file.token })
      }),
    openChosen: (token) => mutate(() => client.file.open({ token })),
    openSample: () => mutate(() => client.file.openSample({ language })),
    createNew: () => setNaming(true),
    createFromExport: () => void choose('output-folder').then(setFolder),
    close: () => mutate(() => client.file.close()),
  }
  return (
    <OpenerContext value={opener}>
      {children}
      {folder !== null && (
        <FromExportDialog
          folder={folder}
          onClose={() => setFolder(null)}
          onMake={async (make) => {
            if ((await opening.mutateAsync(onceSaved(make))) !== null) setFolder(null)
          }}
        />
      )}
      {naming && (
        <NewRegisterDialog
          onClose={() => setNaming(false)}
          onCreate={(name, own) => {
            setNaming(false)
            mutate(async () => {
              const file = await choose('new-register', t('start.fileName'))
              return file === null ? null : client.file.create({ token: file.token, language: own, name })
            })
          }}
        />
      )}
    </OpenerContext>
  )
}
