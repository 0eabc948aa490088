/** Writes a table that follows from the register as a CSV file into a folder that a person chooses. */
import { IconUpload } from '@tabler/icons-react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useTell } from './tell.ts'
import { useWords } from './words.ts'

interface Props {
  /** What the button says, where a screen has more than one table. */
  readonly label?: string
  /** Writes it into the folder of a token. */
  readonly write: (folder: string) => Promise<{ readonly name: string; readonly token: string }>
}

export function TableFileButton({ label, write }: Props) {
  const words = useWords()
  const { t } = words
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const chosen = async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const { name, token } = await write(folder.token)
      tell.done(t('app.tableWritten', { name }), {
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
    <button type="button" className="button" onClick={() => void chosen()}>
      <IconUpload size={16} stroke={1.5} aria-hidden />
      {label ?? t('list.toCsv')}
    </button>
  )
}
