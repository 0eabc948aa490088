/** Prints into a chosen folder, and says which file was written there. */
import { useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { type Client, useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useTell } from '../tell.ts'
import { useWords } from '../words.ts'

export interface PrintToFolder {
  readonly printing: boolean
  readonly print: (
    write: (client: Client, folder: string) => Promise<{ readonly name: string; readonly token: string }>,
  ) => Promise<void>
}

export function usePrintToFolder(): PrintToFolder {
  const { t, language } = useWords()
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const [printing, setPrinting] = useState(false)
  const print: PrintToFolder['print'] = async (write) => {
    const folder = await choose('output-folder')
    if (folder === null) return
    setPrinting(true)
    try {
      const { name, token } = await write(client, folder.token)
      tell.done(t('app.tableWritten', { name }), {
        label: t('action.showFolder'),
        run: () => {
          client.file.reveal({ token }).catch((problem: unknown) => tell.refused(sayError(language, problem)))
        },
      })
    } catch (problem) {
      tell.refused(sayError(language, problem))
    } finally {
      setPrinting(false)
    }
  }
  return { printing, print }
}
