/** The file's name, and what can be done with the file as a whole. */
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { forgetSaving } from '#renderer/api/save-state.ts'
import { useRegister } from '#renderer/api/status.ts'
import { useExportRegister } from '../use-export-register.ts'

export function FileMenu() {
  const { t } = useTranslation()
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const { fileName } = useRegister()
  const exportRegister = useExportRegister()
  const close = useMutation({
    mutationFn: () => client.file.close(),
    onSuccess: (status) => {
      const statusKey = utils.file.status.queryKey()
      navigate('/')
      forgetSaving()
      queries.setQueryData(statusKey, status)
      queries.removeQueries({ predicate: (query) => query.queryHash !== JSON.stringify(statusKey) })
    },
  })
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className="frame-file-name" title={fileName}>
          <span>{fileName}</span>
          <IconChevronDown size={12} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => navigate('/settings')}>{t('nav.settings')}</Menu.Item>
        <Menu.Item onClick={() => navigate('/log')}>{t('action.verify')}</Menu.Item>
        <Menu.Item onClick={() => void exportRegister()}>{t('action.exportEverything')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => close.mutate()}>{t('action.closeRegister')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
