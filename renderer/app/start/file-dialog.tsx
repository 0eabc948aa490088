/** Choosing a file or folder in the window: folders and files of this computer, listed by the register process. */
import { Modal } from '@mantine/core'
import { IconFile, IconFolder, IconFolderUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFile, Purpose } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useLanguage } from '#renderer/api/status.ts'
import { isComposing } from '#renderer/records/composing.ts'
import { useMoment } from '#renderer/records/moment.ts'
import { sizeText } from '#renderer/records/size-text.ts'
import type { Folder } from '#shared/contract/file.ts'

export interface FileDialogProps {
  readonly purpose: Purpose
  readonly suggestedName: string
  readonly onAnswer: (file: ChosenFile | null) => void
}

export function FileDialog({ purpose, suggestedName, onAnswer }: FileDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={() => onAnswer(null)}
      size={680}
      // Above the screen of what was refused, which asks for another file or place over an open register.
      zIndex={500}
      title={t(`start.choose.${purpose}`)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Browser purpose={purpose} suggestedName={suggestedName} onAnswer={onAnswer} />
    </Modal>
  )
}

function Browser({ purpose, suggestedName, onAnswer }: FileDialogProps) {
  const { t } = useTranslation()
  const momentText = useMoment()
  const { client } = useApi()
  const language = useLanguage()
  const [token, setToken] = useState<string | null>(null)
  const [name, setName] = useState(suggestedName)
  const [refusal, setRefusal] = useState<string | null>(null)
  const nameId = useId()
  // A listing hands out new tokens each time, so it is not kept.
  const { data: folder, error } = useQuery({
    queryKey: ['folder', purpose, token],
    queryFn: () => client.file.browse({ purpose, folder: token }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: (before: Folder | undefined) => before,
  })
  const naming = purpose === 'new-register' || purpose === 'copy-register'
  const takeName = async () => {
    if (folder === undefined || name.trim() === '') return
    try {
      const chosen = await client.file.nameIn({ folder: folder.token, name: name.trim() })
      if (chosen.kind === 'chosen') onAnswer({ token: chosen.token, name: chosen.name })
    } catch (problem) {
      setRefusal(sayError(language, problem))
    }
  }
  const open = (entry: Folder['entries'][number]) => {
    if (entry.kind === 'folder') setToken(entry.token)
    else if (naming) setName(entry.name)
    else onAnswer({ token: entry.token, name: entry.name })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (isComposing(event)) return
    const buttons = [...(event.currentTarget.closest('ul')?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      buttons[Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), buttons.length - 1)]?.focus()
    } else if (event.key === 'Backspace' && folder?.parent != null) {
      event.preventDefault()
      setToken(folder.parent)
    }
  }
  const refused = error === null ? refusal : sayError(language, error)
  return (
    <div className="file-dialog">
      <div className="file-place">
        <button
          type="button"
          className="button"
          disabled={folder?.parent == null}
          onClick={() => setToken(folder?.parent ?? null)}
        >
          <IconFolderUp size={16} stroke={1.5} aria-hidden />
          {t('start.parentFolder')}
        </button>
        <span className="file-path">
          {/* Cut at its beginning, where it is long; without this its first stroke would go to the end. */}
          <bdi>{folder?.place}</bdi>
        </span>
      </div>
      {refused !== null && (
        <p className="refusal" role="alert">
          {refused}
        </p>
      )}
      <ul className="file-list" aria-label={folder?.name ?? t('app.loading')}>
        {folder?.entries.map((entry) => (
          <li key={`${entry.kind} ${entry.name}`}>
            <button type="button" onClick={() => open(entry)} onKeyDown={onKeyDown}>
              {entry.kind === 'folder' ? (
                <IconFolder size={16} stroke={1.5} aria-hidden />
              ) : (
                <IconFile size={16} stroke={1.5} aria-hidden />
              )}
              <span className="file-name">{entry.name}</span>
              {entry.kind === 'file' && (
                <span className="muted">{t('start.size', { size: sizeText(entry.size) })}</span>
              )}
              <span className="muted">{momentText(entry.modifiedAt)}</span>
            </button>
          </li>
        ))}
        {folder?.entries.length === 0 && <li className="muted file-none">{t('start.emptyFolder')}</li>}
      </ul>
      {naming && (
        <div className="field">
          <label className="field-label" htmlFor={nameId}>
            {t('start.newName')}
          </label>
          <input
            id={nameId}
            className="input"
            value={name}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isComposing(event)) void takeName()
            }}
          />
        </div>
      )}
      {folder !== undefined && !folder.writable && (naming || purpose === 'output-folder') && (
        <p className="hint">{t('start.folderNotWritable')}</p>
      )}
      <div className="button-row form-buttons">
        <button type="button" className="button" onClick={() => onAnswer(null)}>
          {t('action.cancel')}
        </button>
        {naming && (
          <button
            type="button"
            className="button primary"
            disabled={folder?.writable !== true || name.trim() === ''}
            onClick={() => void takeName()}
          >
            {t(purpose === 'copy-register' ? 'action.saveHere' : 'action.createHere')}
          </button>
        )}
        {purpose === 'output-folder' && (
          <button
            type="button"
            className="button primary"
            data-autofocus
            disabled={folder?.writable !== true}
            onClick={() => folder !== undefined && onAnswer({ token: folder.token, name: folder.name })}
          >
            {t('action.useThisFolder')}
          </button>
        )}
      </div>
    </div>
  )
}
