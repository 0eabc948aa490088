/** Writes one of the tables that follow from the requirements into a folder that a person chooses. */
import { IconUpload } from '@tabler/icons-react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { requirementTables } from '#shared/contract/requirement.ts'

export function TableFileButton({ table }: { readonly table: (typeof requirementTables)[number] }) {
  const words = useWords()
  const { t } = words
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const write = async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const { name, token } = await client.requirement.writeTable({ table, folder: folder.token })
      tell.done(t('requirement.tableWritten', { name }), {
        label: t('action.showFolder'),
        run: () => {
          client.file.reveal({ token }).catch((error: unknown) => tell.refused(sayError(words.language, error)))
        },
      })
    } catch (error) {
      tell.refused(sayError(words.language, error))
    }
  }
  return (
    <button type="button" className="button" onClick={() => void write()}>
      <IconUpload size={16} stroke={1.5} aria-hidden />
      {t('requirement.toCsv')}
    </button>
  )
}
