/** Prints a sheet into a folder that a person chooses, and says where it lies. */
import { useCallback } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import type { PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { useTell } from '../tell.ts'
import { useWords } from '../words.ts'

/** `make` is asked for the sheet only once a folder is chosen. */
export function usePrintSheet(): (make: () => PrintedSheet | Promise<PrintedSheet>) => Promise<void> {
  const { language, t } = useWords()
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  return useCallback(
    async (make) => {
      const folder = await choose('output-folder')
      if (folder === null) return
      const refused = (error: unknown) => tell.refused(sayError(language, error))
      try {
        tell.done(t('printed.printing'))
        const sheet = await make()
        const { name, token } = await client.printing.sheet({ sheet, language, folder: folder.token })
        tell.done(t('printed.done', { name }), {
          label: t('action.showFolder'),
          run: () => {
            client.file.reveal({ token }).catch(refused)
          },
        })
      } catch (error) {
        refused(error)
      }
    },
    [choose, client, language, t, tell],
  )
}
