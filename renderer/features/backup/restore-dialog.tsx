/** Asked before a register goes back: what it goes back to, and what is kept of what it is now. */
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { BackupEntry } from '#shared/contract/backup.ts'

export interface RestoreDialogProps {
  readonly entry: BackupEntry
  readonly name: string
  readonly onCancel: () => void
  readonly onRestore: () => Promise<void>
}

export function RestoreDialog({ entry, name, onCancel, onRestore }: RestoreDialogProps) {
  const { t } = useWords()
  const { events } = useRegister()
  const later = events - (entry.events ?? 0)
  return (
    <DialogForm
      name="restore"
      title={t('backup.restoreTitle', { backup: name })}
      fields={[]}
      initial={{}}
      submitLabel={t('backup.restore')}
      onCancel={onCancel}
      onSubmit={onRestore}
    >
      <p>{t(later > 0 ? 'backup.restoreLater' : 'backup.restoreSame', { count: later })}</p>
      <p>{t('backup.restoreKept')}</p>
    </DialogForm>
  )
}
