/** The file's name, and what can be done with the file as a whole. */
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRegister } from '#renderer/api/status.ts'
import { type CommandId, commandOf } from '#shared/domain/commands.ts'
import { keyWords } from '#shared/domain/keys.ts'
import { useCommands, useCommandWords } from '../commands/commands.tsx'
import { onMac } from '../on-mac.ts'
import { useRegisterOpener } from '../start/register-opener.tsx'
import { useRecentFiles } from '../start/recent-files.tsx'

export function FileMenu() {
  const { fileName } = useRegister()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className="frame-file-name" title={fileName}>
          <span>{fileName}</span>
          <IconChevronDown size={12} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Order id="go.settings" />
        <Order id="verify" />
        <Order id="export" />
        <Order id="exportProtected" />
        <Order id="saveCopy" />
        <Order id="saveProtectedCopy" />
        <Menu.Divider />
        <Order id="newRegister" />
        <Order id="newFromExport" />
        <Order id="openRegister" />
        <RecentItems open={fileName} />
        <Menu.Divider />
        <Order id="manual" />
        <Order id="keySheet" />
        <Order id="licences" />
        <Menu.Divider />
        <Order id="closeRegister" />
      </Menu.Dropdown>
    </Menu>
  )
}

function Order({ id }: { readonly id: CommandId }) {
  const { run } = useCommands()
  const words = useCommandWords()
  const command = commandOf(id)
  return (
    <Menu.Item
      onClick={() => run(id)}
      rightSection={command.keys !== null && <kbd className="menu-keys">{keyWords(command.keys, onMac)}</kbd>}
    >
      {words(command)}
    </Menu.Item>
  )
}

/** Those that were opened before this one. */
function RecentItems({ open }: { readonly open: string }) {
  const { t } = useTranslation()
  const { openChosen } = useRegisterOpener()
  const files = useRecentFiles().filter(({ name }) => name !== open)
  if (files.length === 0) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('start.recent')}</Menu.Label>
      {files.map(({ token, name, folder }) => (
        <Menu.Item key={token} title={folder} onClick={() => openChosen(token)}>
          {name}
        </Menu.Item>
      ))}
      <Order id="clearRecent" />
    </>
  )
}
