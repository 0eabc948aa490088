/** Backups that were made before a name was taken out and still hold it: those that are ticked are removed. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { sizeText } from '#renderer/records/size-text.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { KeptElsewhere } from '#shared/contract/retention.ts'
import { sayBackup } from '#shared/locales/say-backup.ts'

type OldBackup = KeptElsewhere['backups'][number]

export interface OldBackupsProps {
  readonly backups: readonly OldBackup[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

export function OldBackups({ backups, chosen, onChoose }: OldBackupsProps) {
  const { t, language } = useWords()
  const { organisation } = useRegister()
  return (
    <>
      <p>{t('retention.removeMeans')}</p>
      <ul className="retention-backups">
        {backups.map((backup) => (
          <li key={keyOf(backup)}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(keyOf(backup))}
                onChange={() => {
                  const next = new Set(chosen)
                  if (!next.delete(keyOf(backup))) next.add(keyOf(backup))
                  onChoose(next)
                }}
              />{' '}
              {sayBackup(language, backup, organisation.timeZone)}
            </label>{' '}
            <span className="muted figures">{sizeText(backup.bytes)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** All are ticked until a person takes a tick away: what a name was taken out for holds in backups too. */
export function useRemoveBackups(backups: readonly OldBackup[]) {
  const { t } = useWords()
  const tell = useTell()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(backups.map(keyOf)))
  const change = useChange((client, input: Parameters<typeof client.retention.removeBackups>[0]) =>
    client.retention.removeBackups(input),
  )
  const remove = async () => {
    const named = backups.filter((backup) => chosen.has(keyOf(backup))).map(({ place, name }) => ({ place, name }))
    const { removed } = await change.mutateAsync({ backups: named })
    tell.done(t('retention.removed', { count: removed }))
  }
  return { chosen, setChosen, remove }
}

function keyOf({ place, name }: OldBackup): string {
  return `${place} ${name}`
}
