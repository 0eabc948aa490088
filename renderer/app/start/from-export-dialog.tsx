/** What an export holds, before a register is made from it: looked at first, made at a place that is chosen then. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ChosenFile, useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useWords } from '#renderer/records/words.ts'
import type { ExportHeld } from '#shared/contract/round-trip.ts'
import { stateKeys } from '#shared/domain/register-state.ts'
import type { Open } from './use-opening.ts'
import './from-export.css'

interface Props {
  readonly folder: ChosenFile
  readonly onClose: () => void
  /** Carries the making out; rejects with what is refused. */
  readonly onMake: (make: Open) => Promise<void>
}

export function FromExportDialog({ folder, onClose, onMake }: Props) {
  const { t, language } = useWords()
  const { client } = useApi()
  const choose = useChooseFile()
  const running = useRunningWork()
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data: held, error } = useQuery({
    queryKey: ['export', folder.token],
    queryFn: () => runLongWork('fromExport', (signal) => client.file.readExport({ token: folder.token }, { signal })),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  const make = async () => {
    setRefusal(null)
    try {
      const place = await choose('new-register', folder.name)
      if (place === null) return
      await onMake(() =>
        runLongWork('fromExport', (signal) =>
          client.file.createFrom({ token: place.token, folder: folder.token }, { signal }),
        ),
      )
    } catch (problem) {
      setRefusal(sayError(language, problem))
    }
  }
  const refused = error === null ? refusal : sayError(language, error)
  return (
    <Modal
      opened
      onClose={() => {
        running?.cancel?.()
        onClose()
      }}
      size={680}
      title={t('roundTrip.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {refused !== null && (
        <p className="refusal" role="alert">
          {refused}
        </p>
      )}
      {held !== undefined && <Held held={held} />}
      {running !== null && (
        <p role="status">
          {t('app.workOf', {
            work: t(`roundTrip.stage.${running.stage}`, { defaultValue: t('app.work.fromExport') }),
            done: running.done,
            total: running.total,
          })}
        </p>
      )}
      <div className="button-row form-buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            if (running === null) onClose()
            else running.cancel?.()
          }}
        >
          {t('action.cancel')}
        </button>
        {held !== undefined && (
          <button
            type="button"
            className="button primary"
            disabled={running !== null}
            data-autofocus
            onClick={() => void make()}
          >
            {t('roundTrip.make')}
          </button>
        )}
      </div>
    </Modal>
  )
}

function Held({ held }: { readonly held: ExportHeld }) {
  const words = useWords()
  const { t } = words
  const records = Object.entries(stateKeys)
    .map(([noun, key]) => ({ noun, count: held.counts[key] ?? 0, withdrawn: held.withdrawn[key] ?? 0 }))
    .filter(({ count, withdrawn }) => count + withdrawn > 0)
  return (
    <>
      <dl className="from-export-facts">
        <dt>{t('field.organisation.name')}</dt>
        <dd>
          {words.name(held.organisation)} {held.sample && <span className="muted">{t('roundTrip.sample')}</span>}
        </dd>
        <dt>{t('roundTrip.source')}</dt>
        <dd>{t(`roundTrip.kind.${held.kind}`, { pack: held.pack ?? '' })}</dd>
        <dt>{t('roundTrip.log')}</dt>
        <dd>
          {held.events === null
            ? t('roundTrip.withoutLog', { sequence: held.auditSequence })
            : t('roundTrip.withLog', { count: held.events })}
        </dd>
        <dt>{t('roundTrip.files')}</dt>
        <dd>
          {held.filesMissing > 0
            ? t('roundTrip.filesMissing', { count: held.filesMissing })
            : held.files > 0
              ? t('roundTrip.allFiles', { count: held.files })
              : t('roundTrip.noFiles')}
        </dd>
        {held.packsMissing > 0 && (
          <>
            <dt>{t('roundTrip.packs')}</dt>
            <dd>{t('roundTrip.packsMissing', { count: held.packsMissing })}</dd>
          </>
        )}
        <dt>{t('roundTrip.digest')}</dt>
        <dd className="code">{held.dataDigest}</dd>
      </dl>
      <ul className="from-export-records" aria-label={t('roundTrip.records')}>
        {records.map(({ noun, count, withdrawn }) => (
          <li key={noun}>
            <span>{t(`noun.${noun}.many`)}</span>{' '}
            <span className="figures">
              {withdrawn === 0 ? t('roundTrip.count', { count }) : t('roundTrip.countWithdrawn', { count, withdrawn })}
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('roundTrip.explained')}</p>
    </>
  )
}
