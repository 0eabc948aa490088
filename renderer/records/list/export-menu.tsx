/** The list as it is shown, or the whole register, as CSV into a folder that a person chooses. */
import { Menu } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork } from '#renderer/api/long-work.ts'
import { sayError } from '#renderer/api/problem.ts'
import type { ListQuery } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { useExportRegister } from '../export-register.ts'
import { useTell } from '../tell.ts'
import { useWords } from '../words.ts'

export interface ExportMenuProps {
  readonly noun: CodedNoun
  readonly query: ListQuery
  /** Columns that are shown, in their order. */
  readonly columns: readonly string[]
  readonly found: number
}

export function ExportMenu({ noun, query, columns, found }: ExportMenuProps) {
  const words = useWords()
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const exportRegister = useExportRegister()
  const exportList = async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const { name, rows, token } = await runLongWork('export', (signal) =>
        client.lists.export({ ...query, noun, columns: [...columns], folder: folder.token }, { signal }),
      )
      tell.done(words.t('list.exported', { name, count: rows }), {
        label: words.t('action.showFolder'),
        run: () => {
          client.file.reveal({ token }).catch((error: unknown) => tell.refused(sayError(words.language, error)))
        },
      })
    } catch (error) {
      tell.refused(sayError(words.language, error))
    }
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <button type="button" className="button">
          <IconUpload size={16} stroke={1.5} aria-hidden />
          {words.t('list.toCsv')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void exportList()}>{words.t('list.exportShown', { count: found })}</Menu.Item>
        <Menu.Item onClick={() => void exportRegister()}>{words.t('action.exportEverything')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
