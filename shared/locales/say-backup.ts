/** A backup as people call it: "11 Oct 2026 14:32 · before import", 「2026年10月11日 14:32・取込前」. */
import type { BackupReason } from '../domain/backup.ts'
import type { Instant } from '../domain/calendar-date.ts'
import { localMoment } from '../domain/incident/local-moment.ts'
import type { Language } from '../domain/text.ts'
import { translate } from './translate.ts'

export function sayBackup(
  language: Language,
  { at, reason }: { readonly at: Instant; readonly reason: BackupReason },
  timeZone: string,
): string {
  const words = translate(language)
  return words('backup.named', { at: wordedMoment(language, at, timeZone), reason: words(`backup.reason.${reason}`) })
}

function wordedMoment(language: Language, at: Instant, timeZone: string): string {
  const [day = '', time = ''] = localMoment(at, timeZone).split(' ')
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  if (language === 'ja') return `${year}年${String(Number(month))}月${String(Number(dayOfMonth))}日 ${time}`
  const name = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(Date.parse(day))
  return `${String(Number(dayOfMonth))} ${name} ${year} ${time}`
}
