/** Writes the whole register as CSV, or as one workbook, into a folder that a person chooses, and says what came of it. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { useAskPassphrase } from '#renderer/api/passphrase.ts'
import { runLongWork } from '#renderer/api/long-work.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useLanguage } from '#renderer/api/status.ts'
import type { Undecided } from './export/unheld-dialog.tsx'

/** `undecided` is told what code page 932 cannot hold: nothing was written. */
export function useExportRegister(
  format: 'csv' | 'xlsx' = 'csv',
  undecided: ((asked: Undecided) => void) | null = null,
  isProtected = false,
): () => Promise<void> {
  const { t } = useTranslation()
  const { client } = useApi()
  const choose = useChooseFile()
  const { forNew } = useAskPassphrase()
  const language = useLanguage()
  const tell = useTell()
  return useCallback(async () => {
    const passphrase = isProtected ? await forNew() : null
    if (isProtected && passphrase === null) return
    const folder = await choose('output-folder')
    if (folder === null) return
    const encoding = undecided === null ? 'utf-8' : 'cp932'
    const write = async (seen: string | null): Promise<void> => {
      const result = await runLongWork('export', (signal) =>
        client.exportRegister({ folder: folder.token, format, encoding, seen, passphrase }, { signal }),
      )
      tell.done(
        isProtected
          ? t('app.exportedProtected', { name: result.name })
          : format === 'xlsx'
            ? t('app.exportedWorkbook', { name: result.name })
            : t('app.exported', { name: result.name, count: result.files }),
      )
    }
    try {
      if (undecided !== null) {
        const unheld = await runLongWork('export', (signal) => client.exportUnheld(undefined, { signal }))
        if (unheld.total > 0) {
          undecided({ unheld, write })
          return
        }
      }
      await write(null)
    } catch (error) {
      tell.refused(sayError(language, error))
    }
  }, [choose, client, forNew, format, isProtected, language, t, tell, undecided])
}
