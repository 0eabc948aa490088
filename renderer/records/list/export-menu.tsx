/** The list as it is shown as CSV, or the whole register as CSV or as a workbook, into a folder that a person chooses. */
import { Menu } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { ListQuery } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { useExportList } from '../export-list.ts'
import { useExportRegister } from '../export-register.ts'
import { type Undecided, UnheldDialog } from '../export/unheld-dialog.tsx'
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
  const exportRegister = useExportRegister()
  const exportWorkbook = useExportRegister('xlsx')
  const exportProtected = useExportRegister('csv', null, true)
  const exportList = useExportList(noun)
  /** What code page 932 cannot hold, until somebody has decided. */
  const [asked, setAsked] = useState<Undecided | null>(null)
  const exportListOld = useExportList(noun, setAsked)
  const exportRegisterOld = useExportRegister('csv', setAsked)
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <button type="button" className="button">
            <IconUpload size={16} stroke={1.5} aria-hidden />
            {words.t('list.export')}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void exportList(() => query, columns)}>
            {words.t('list.exportShown', { count: found })}
          </Menu.Item>
          <Menu.Item onClick={() => void exportRegister()}>{words.t('action.exportEverything')}</Menu.Item>
          <Menu.Item onClick={() => void exportWorkbook()}>{words.t('action.exportWorkbook')}</Menu.Item>
          <Menu.Item onClick={() => void exportProtected()}>{words.t('action.exportProtected')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void exportListOld(() => query, columns)}>
            {words.t('encoding.exportShown', { count: found })}
          </Menu.Item>
          <Menu.Item onClick={() => void exportRegisterOld()}>{words.t('encoding.exportEverything')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked !== null && <UnheldDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
