/** The table of backups, the newest first. */
import { useRegister } from '#renderer/api/status.ts'
import { useMoment } from '#renderer/records/moment.ts'
import { sizeText } from '#renderer/records/size-text.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { BackupEntry } from '#shared/contract/backup.ts'
import { dayAt, daysBetween } from '#shared/domain/calendar-date.ts'

export interface BackupTableProps {
  readonly entries: readonly BackupEntry[]
  readonly named: (entry: BackupEntry) => string
  readonly mayRestore: boolean
  readonly isBusy: boolean
  readonly verbs: Readonly<Record<'restore' | 'check' | 'save' | 'show', (entry: BackupEntry) => unknown>>
}

const columns = ['made', 'age', 'size', 'log', 'state'] as const
const figures: ReadonlySet<string> = new Set(['age', 'size'])

export function BackupTable({ entries, named, mayRestore, isBusy, verbs }: BackupTableProps) {
  const { t } = useWords()
  const moment = useMoment()
  const { today, organisation } = useRegister()
  const ageOf = ({ at }: BackupEntry) => Math.max(0, daysBetween(dayAt(at, organisation.timeZone), today))
  return (
    <div className="table-scroll">
      <table className="plain-table backup-table">
        <caption className="visually-hidden">{t('backup.title')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={figures.has(column) ? 'backup-figure' : undefined}>
                {t(`backup.column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('backup.column.verbs')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.place} ${entry.name}`}>
              <th scope="row">
                {named(entry)}
                {entry.place === 'profile' && <span className="muted backup-place">{t('backup.inProfile')}</span>}
              </th>
              <td className="figures backup-figure">{t('backup.age', { count: ageOf(entry) })}</td>
              <td className="figures backup-figure">{sizeText(entry.bytes)}</td>
              <td className="figures">
                {entry.events === null
                  ? t('backup.unknown')
                  : t('backup.log', {
                      count: entry.events,
                      at: entry.lastEventAt === null ? t('backup.unknown') : moment(entry.lastEventAt),
                    })}
              </td>
              <td>
                <BackupState entry={entry} />
              </td>
              <td className="backup-verbs">
                {entry.state === 'readable' && (
                  <>
                    <button
                      type="button"
                      className="text-button"
                      disabled={!mayRestore}
                      onClick={() => verbs.restore(entry)}
                    >
                      {t('backup.restore')}
                    </button>
                    <button type="button" className="text-button" disabled={isBusy} onClick={() => verbs.check(entry)}>
                      {t('backup.check')}
                    </button>
                    <button type="button" className="text-button" disabled={isBusy} onClick={() => verbs.save(entry)}>
                      {t('backup.save')}
                    </button>
                  </>
                )}
                <button type="button" className="text-button" onClick={() => verbs.show(entry)}>
                  {t('action.showFolder')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BackupState({ entry }: { readonly entry: BackupEntry }) {
  const { t } = useWords()
  const moment = useMoment()
  if (entry.state === 'unreadable') return <StatusMark status="breach" word={t('backup.state.unreadable')} />
  if (entry.state === 'other') return <StatusMark status="warning" word={t('backup.state.other')} />
  if (entry.checked === null) return <span className="muted">{t('backup.state.made')}</span>
  const at = moment(entry.checked.at)
  return entry.checked.findings === 0 ? (
    <StatusMark status="within" word={t('backup.state.checked', { at })} />
  ) : (
    <StatusMark status="breach" word={t('backup.state.found', { at })} />
  )
}
