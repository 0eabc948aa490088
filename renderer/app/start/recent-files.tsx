/** The registers opened last, on the start screen: one choice each, the latest first. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/api/client.tsx'
import type { RecentFile } from '#shared/contract/application.ts'
import { useRegisterOpener } from './register-opener.tsx'

/** Asked anew whenever it is shown: each answer brings fresh tokens. */
export function useRecentFiles(): readonly RecentFile[] {
  const { utils } = useApi()
  return useQuery({ ...utils.application.recentFiles.queryOptions(), staleTime: 0, gcTime: 0 }).data ?? []
}

export function useForgetRecentFiles(): () => void {
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: () => client.application.forgetRecentFiles(),
    onSuccess: (files) => queries.setQueryData(utils.application.recentFiles.queryKey(), files),
  })
  return mutate
}

export function RecentFiles() {
  const { t } = useTranslation()
  const files = useRecentFiles()
  const forget = useForgetRecentFiles()
  const { pending, openChosen } = useRegisterOpener()
  if (files.length === 0) return null
  return (
    <section className="start-recent" aria-labelledby="start-recent">
      <div className="start-recent-head">
        <h2 id="start-recent">{t('start.recent')}</h2>
        <button type="button" className="text-button" onClick={forget}>
          {t('command.clearRecent')}
        </button>
      </div>
      <ul>
        {files.map(({ token, name, folder }) => (
          <li key={token}>
            <button type="button" disabled={pending} onClick={() => openChosen(token)}>
              <b>{name}</b>
              <span className="muted">{folder}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
