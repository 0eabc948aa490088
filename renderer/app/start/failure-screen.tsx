/** What could not be opened or made: what is so, why it matters, and what can be done now. The file is as it was. */
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork } from '#renderer/api/long-work.ts'
import { problemOf } from '#renderer/api/problem.ts'
import { useLanguage, useStatus } from '#renderer/api/status.ts'
import { useMoment, zoneOfComputer } from '#renderer/records/moment.ts'
import { useOpenBehindPassphrase } from '#renderer/records/open-behind-passphrase.ts'
import { useTell } from '#renderer/records/tell.ts'
import type { Refused } from '#shared/contract/file.ts'
import type { ProblemCode } from '#shared/domain/problem.ts'
import { sayBackup } from '#shared/locales/say-backup.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { recoveryWords } from '#shared/locales/say-recovery.ts'
import { StartHead } from './start-head.tsx'
import { type Open, useOpening } from './use-opening.ts'

type Remedy = 'unlock' | 'restore' | 'recover' | 'readOnly' | 'tryAgain' | 'other' | 'show'

/** What helps, the most helpful first. Another file, the sample and the way back are offered for each. */
const remedies = {
  PASSPHRASE_NEEDED: ['unlock', 'other', 'show'],
  FILE_NOT_FOUND: ['tryAgain', 'other'],
  FILE_NOT_READABLE: ['tryAgain', 'other', 'show'],
  NOT_A_REGISTER: ['other', 'show'],
  FILE_DAMAGED: ['recover', 'other', 'show', 'tryAgain'],
  FILE_CRAFTED: ['other', 'show'],
  FILE_NEWER: ['other', 'show'],
  WRITE_CUT_OFF: ['show', 'tryAgain', 'other'],
  PATH_TOO_LONG: ['other', 'show'],
  HELD_BY_ANOTHER: ['readOnly', 'tryAgain', 'other'],
  HELD_BY_UNKNOWN: ['tryAgain', 'other', 'show'],
  DISK_FULL: ['readOnly', 'tryAgain', 'other', 'show'],
  DISK_FAILED: ['tryAgain', 'readOnly', 'other', 'show'],
  MIGRATION_FAILED: ['other', 'show', 'tryAgain'],
  FOLDER_NOT_WRITABLE: ['other', 'tryAgain'],
  FILE_EXISTS: ['other', 'show'],
  OTHER: ['tryAgain', 'other', 'show'],
} as const satisfies Partial<Record<ProblemCode | 'HELD_BY_UNKNOWN' | 'OTHER', readonly Remedy[]>>
type Variant = keyof typeof remedies

function variantOf({ problem: { code, facts } }: Refused): Variant {
  if (code === 'HELD_BY_ANOTHER' && facts.machine === null) return 'HELD_BY_UNKNOWN'
  return code in remedies ? (code as Variant) : 'OTHER'
}

export function FailureScreen({ refused }: { readonly refused: Refused }) {
  const { t } = useTranslation()
  const momentText = useMoment()
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const choose = useChooseFile()
  const tell = useTell()
  const language = useLanguage()
  const openFile = useStatus()?.register?.fileName ?? null
  const opening = useOpening()
  const behindPassphrase = useOpenBehindPassphrase()
  const variant = variantOf(refused)
  const { what, fileName, problem, backup } = refused
  const backupName = backup === null ? '' : sayBackup(language, backup, zoneOfComputer)
  const { since } = problem.facts
  const again = (readOnly: boolean): Open => {
    return () => client.file.tryAgain({ readOnly })
  }
  const other: Open = async () => {
    const file = await choose(what === 'create' ? 'new-register' : 'open-register', what === 'create' ? fileName : '')
    if (file === null) return null
    return what === 'create' ? client.file.tryAgain({ elsewhere: file.token }) : client.file.open({ token: file.token })
  }
  const leave = async () => {
    queries.setQueryData(utils.file.status.queryKey(), await client.file.leaveRefused())
  }
  const show: Open = async () => {
    await client.file.showRefused()
    return null
  }
  const restore: Open = async () => {
    if (backup === null) return null
    const { place, name } = backup
    return runLongWork('restore', (signal) => client.backup.restoreRefused({ place, name }, { signal }))
  }
  const recover: Open = async () => {
    const file = await choose('new-register', t('recovery.name', { name: fileName.replace(/\.daicho$/, '') }))
    if (file === null) return null
    const work = await runLongWork('recover', (signal) =>
      client.backup.recoverRefused({ token: file.token }, { signal }),
    )
    // Stays until it is closed: what was lost must be read.
    tell.refused(recoveryWords(t, file.name, work).join(' '))
    return client.file.status()
  }
  /** Out of a protected copy a register is made at a place that the person names: a register is lived in, and lies open. */
  const unlock: Open = async () => {
    const place = await choose('new-register', fileName.replace(/\.age$/, ''))
    if (place === null) return null
    return behindPassphrase(fileName, (passphrase) =>
      runLongWork('opening', (signal) => client.file.openProtected({ token: place.token, passphrase }, { signal })),
    )
  }
  const offers: Readonly<Record<Remedy, { readonly label: string; readonly open: Open }>> = {
    unlock: { label: t('action.openProtected'), open: unlock },
    restore: { label: t('backup.offer', { backup: backupName }), open: restore },
    recover: { label: t('recovery.start'), open: recover },
    readOnly: { label: t('action.openReadOnly'), open: again(true) },
    tryAgain: { label: t('action.tryAgain'), open: again(false) },
    other: { label: t(what === 'create' ? 'action.createElsewhere' : 'action.openOther'), open: other },
    show: { label: t('action.showFolder'), open: show },
  }
  const helpful = [...(backup === null ? [] : (['restore'] as const)), ...remedies[variant]].filter(
    (each) => each !== 'readOnly' || what === 'open',
  )
  // What was asked here and refused beside the file itself: there is no file manager, say.
  const beside = opening.error === null ? null : problemOf(opening.error)
  return (
    <main className="failure" aria-labelledby="failure-title">
      <StartHead />
      <p className="muted">{fileName}</p>
      <div role="alert">
        <h1 id="failure-title">{t(`failure.${variant}.title`)}</h1>
        <p className="failure-fact">
          {sayProblem(language, {
            code: problem.code,
            facts: typeof since === 'string' ? { ...problem.facts, since: momentText(since) } : problem.facts,
          })}
        </p>
      </div>
      <p className="failure-why">{t(`failure.${variant}.why`)}</p>
      {backup !== null && <p className="failure-why">{t('backup.offerText')}</p>}
      {beside !== null && beside.code !== problem.code && (
        <p className="plain-notice" role="alert">
          {sayProblem(language, beside)}
        </p>
      )}
      <div className="button-row">
        {helpful.map((remedy, index) => (
          <button
            key={remedy}
            type="button"
            className={index === 0 ? 'button primary' : 'button'}
            disabled={opening.isPending}
            onClick={() => opening.mutate(offers[remedy].open)}
          >
            {offers[remedy].label}
          </button>
        ))}
        {what !== 'sample' && openFile === null && (
          <button
            type="button"
            className="button"
            disabled={opening.isPending}
            onClick={() => opening.mutate(() => client.file.openSample({ language }))}
          >
            {t('action.openSample')}
          </button>
        )}
        <button type="button" className="button" disabled={opening.isPending} onClick={() => void leave()}>
          {openFile === null ? t('action.backToStart') : t('action.backToRegister', { file: openFile })}
        </button>
      </div>
      {opening.isPending && (
        <p role="status" className="muted">
          {t('app.opening')}
        </p>
      )}
    </main>
  )
}
