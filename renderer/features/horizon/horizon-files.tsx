/** Files of the horizon: its table goes out, newer content comes in, as requirement packs do. */
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { ContentFileDialog } from '#renderer/records/content-file-dialog.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'

export function HorizonFileButton({ day }: { readonly day: string | null }) {
  const words = useWords()
  const { t } = words
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const write = async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const { name, token } = await client.horizon.writeTable({ folder: folder.token, day })
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
    <button type="button" className="button" onClick={() => void write()}>
      <IconUpload size={16} stroke={1.5} aria-hidden />
      {t('list.toCsv')}
    </button>
  )
}

export function FromFileButton() {
  const { t } = useWords()
  const mayChange = useMayChange()
  const choose = useChooseFile()
  const tell = useTell()
  const [file, setFile] = useState<string | null>(null)
  if (!mayChange) return null
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          void choose('requirement-pack').then((chosen) => setFile(chosen?.token ?? null))
        }}
      >
        {t('horizon.fromFile')}
      </button>
      {file !== null && (
        <ContentFileDialog
          token={file}
          onClose={() => setFile(null)}
          onTaken={({ horizon }, name) => {
            setFile(null)
            const taken = t('requirement.taken', { name })
            tell.done(horizon === null ? taken : `${taken} ${t('horizon.takenIn', { ...horizon })}`)
          }}
        />
      )}
    </>
  )
}
