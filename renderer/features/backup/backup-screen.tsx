/** The backups of the open register: what each was made for, how far its log goes, and the way back to it. */
import { IconHistory } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { sizeText } from '#renderer/records/size-text.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { BackupEntry } from '#shared/contract/backup.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { sayBackup } from '#shared/locales/say-backup.ts'
import { sayFinding } from '#shared/locales/say-problem.ts'
import { BackupTable } from './backup-table.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import './backup.css'

export function BackupScreen({ tabs }: { readonly tabs: ReactNode }) {
  const { t, language } = useWords()
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const choose = useChooseFile()
  const tell = useTell()
  const mayChange = useMayChange()
  const running = useRunningWork()
  const { organisation, fileName } = useRegister()
  const { data, error } = useQuery(utils.backup.list.queryOptions())
  const [restoring, setRestoring] = useState<BackupEntry | null>(null)
  const [found, setFound] = useState<{ readonly of: BackupEntry; readonly findings: readonly Finding[] } | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const named = (entry: BackupEntry) => sayBackup(language, entry, organisation.timeZone)
  const refuse = (problem: unknown) =>
    setRefusal(problemOf(problem).code === 'CANCELLED' ? t('app.cancelled') : sayError(language, problem))
  const reference = ({ place, name }: BackupEntry) => ({ place, name })

  const attempt = async (work: () => Promise<void>) => {
    setRefusal(null)
    setFound(null)
    try {
      await work()
    } catch (problem) {
      refuse(problem)
    }
  }
  const make = () =>
    attempt(async () => {
      await client.backup.make()
      await queries.invalidateQueries()
    })
  const check = (entry: BackupEntry) =>
    attempt(async () => {
      const { findings } = await runLongWork('verify', (signal) => client.backup.check(reference(entry), { signal }))
      setFound({ of: entry, findings })
      await queries.invalidateQueries({ queryKey: utils.backup.list.key() })
    })
  const restore = (entry: BackupEntry) =>
    attempt(async () => {
      setRestoring(null)
      await tellSaving(() => runLongWork('restore', (signal) => client.backup.restore(reference(entry), { signal })))
      await queries.invalidateQueries()
      tell.done(t('backup.restored', { backup: named(entry) }))
    })
  const save = (entry: BackupEntry) =>
    attempt(async () => {
      const file = await choose('copy-register', `${fileName.replace(/\.daicho$/, '')}.${entry.name}`)
      if (file === null) return
      const { name } = await client.backup.save({ ...reference(entry), token: file.token })
      tell.done(t('backup.saved', { name }))
    })
  const show = (entry: BackupEntry) =>
    attempt(async () => {
      await client.backup.show(reference(entry))
    })
  const isBusy = running !== null
  const refused = error === null ? refusal : sayError(language, error)
  return (
    <>
      <div className="page-head">
        <IconHistory size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('backup.title')}</h1>
        {data !== undefined && (
          <span className="page-note">
            {t('backup.used', { size: sizeText(data.bytes), budget: sizeText(data.budget), folder: data.folder })}
          </span>
        )}
        <span className="page-actions">
          <button type="button" className="button primary" disabled={isBusy} onClick={() => void make()}>
            {t('backup.make')}
          </button>
        </span>
      </div>
      {tabs}
      <div className="page-body">
        <div className="page-column">
          {refused !== null && (
            <p className="plain-notice" role="alert">
              {refused}
            </p>
          )}
          {found !== null && (
            <div className="plain-notice" role="status">
              {t(found.findings.length === 0 ? 'backup.holds' : 'backup.holdsNot', {
                backup: named(found.of),
                count: found.findings.length,
              })}
              {found.findings.length > 0 && (
                <ul className="findings">
                  {found.findings.map((finding, index) => (
                    <li key={`${finding.code} ${String(index)}`}>{sayFinding(language, finding)}</li>
                  ))}
                </ul>
              )}
            </div>
          )}
          {data !== undefined && (
            <section className="sheet form-section" aria-label={t('backup.title')}>
              {data.entries.length === 0 ? (
                <p className="muted">{t('backup.none')}</p>
              ) : (
                <BackupTable
                  entries={data.entries}
                  named={named}
                  mayRestore={mayChange && !isBusy}
                  isBusy={isBusy}
                  verbs={{ restore: setRestoring, check, save, show }}
                />
              )}
              <p className="hint">{t('backup.explained')}</p>
            </section>
          )}
        </div>
      </div>
      {restoring !== null && (
        <RestoreDialog
          entry={restoring}
          name={named(restoring)}
          onCancel={() => setRestoring(null)}
          onRestore={() => restore(restoring)}
        />
      )}
    </>
  )
}
