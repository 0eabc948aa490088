/** Writes the findings as CSV into a folder that a person chooses, and says what came of it. */
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { QualityFilter } from '#shared/contract/quality.ts'

export function useQualityFile(): (filter: QualityFilter, day: string | null) => Promise<void> {
  const { t, language } = useWords()
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  return async (filter, day) => {
    const folder = await choose('output-folder')
    if (folder === null) return
    const refused = (error: unknown) => tell.refused(sayError(language, error))
    try {
      const { name, rows, token } = await client.quality.writeFile({ ...filter, day, folder: folder.token })
      tell.done(t('list.exported', { name, count: rows }), {
        label: t('action.showFolder'),
        run: () => {
          client.file.reveal({ token }).catch(refused)
        },
      })
    } catch (error) {
      refused(error)
    }
  }
}
