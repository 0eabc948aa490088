/** A file with requirement packs or a horizon: what it holds is shown first, and whether anybody vouches for it. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { packName } from './pack-name.ts'
import { useWords } from './words.ts'
import type { InstalledFile } from '#shared/contract/requirement.ts'

export function ContentFileDialog({
  token,
  onClose,
  onTaken,
}: {
  readonly token: string
  readonly onClose: () => void
  readonly onTaken: (taken: InstalledFile, name: string) => void
}) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { data, error } = useQuery({
    ...utils.requirement.lookInto.queryOptions({ input: { token } }),
    retry: false,
    staleTime: Infinity,
  })
  const install = useChange((client) => client.requirement.install({ token }))
  const refusal = error ?? install.error
  const horizon = data?.horizon ?? null
  const names = [
    ...(data?.packs.map((head) => packName(words, head)) ?? []),
    ...(horizon === null ? [] : [words.name(horizon.title)]),
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('requirement.fileTitle')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {refusal !== null && (
        <p className="refusal" role="alert">
          {sayError(words.language, refusal)}
        </p>
      )}
      {data !== undefined && (
        <>
          <dl className="key-values">
            <div>
              <dt>{t('requirement.file')}</dt>
              <dd>{data.fileName}</dd>
            </div>
            <div>
              <dt>{words.field('requirementPack', 'origin')}</dt>
              <dd>{words.value('packOrigin', data.origin)}</dd>
            </div>
          </dl>
          {data.origin === 'unverified' && <p className="notice">{t('requirement.unverifiedHint')}</p>}
          <ul className="pack-offers">
            {data.packs.map((head) => (
              <li key={`${head.id}@${head.version}`}>
                <span className="pack-offer-name">
                  <b>{packName(words, head)}</b>
                  <span className="muted">{t('requirement.items', { count: head.count })}</span>
                  {head.replaces !== null && (
                    <span className="muted">{t('requirement.replaces', { version: head.replaces })}</span>
                  )}
                </span>
              </li>
            ))}
            {horizon !== null && (
              <li>
                <span className="pack-offer-name">
                  <b>{words.name(horizon.title)}</b>
                  <span className="muted">{t('horizon.eventsIn', { count: horizon.events })}</span>
                  <span className="muted">{t('horizon.asOf', { asOf: horizon.asOf })}</span>
                  {horizon.replaces !== null && (
                    <span className="muted">{t('requirement.replaces', { version: horizon.replaces })}</span>
                  )}
                </span>
              </li>
            )}
          </ul>
          {data.matrices.length > 0 && (
            <p className="hint">{t('requirement.matrices', { count: data.matrices.length })}</p>
          )}
        </>
      )}
      <div className="button-row">
        <button type="button" className="button" onClick={onClose}>
          {t('action.cancel')}
        </button>
        {names.length > 0 && (
          <button
            type="button"
            className="button primary"
            disabled={install.isPending}
            onClick={() =>
              install.mutate(undefined, {
                onSuccess: (taken) => onTaken(taken, names.join(t('app.listSeparator'))),
              })
            }
          >
            {t('requirement.takeAll', { count: names.length })}
          </button>
        )}
      </div>
    </Modal>
  )
}
