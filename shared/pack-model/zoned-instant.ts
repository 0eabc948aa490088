/** Instants as a reader in the register's time zone sees them. */
import type { Instant } from '../domain/calendar-date.ts'

function partsIn(instant: Instant, timeZone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(new Date(instant))
  return (type) => parts.find((part) => part.type === type)?.value ?? ''
}

/** `2026-10-09T23:59:59+09:00`: ISO 8601 with the zone's offset at that moment. */
export function zonedIso(instant: Instant, timeZone: string): string {
  const part = partsIn(instant, timeZone)
  const offset = part('timeZoneName').replace('GMT', '')
  const day = `${part('year')}-${part('month')}-${part('day')}`
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}${offset === '' ? '+00:00' : offset}`
}

/** `2026-10-09 23:59`: for sentences that name the zone beside it. */
export function zonedMinute(instant: Instant, timeZone: string): string {
  return zonedIso(instant, timeZone).slice(0, 16).replace('T', ' ')
}
