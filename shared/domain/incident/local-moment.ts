/** Moments as people write them, `2026-10-05 18:00`, in a time zone: what is typed of an incident becomes an instant and back. */
import { dayOf, type Instant } from '../calendar-date.ts'

/** The name of a time zone that this computer knows, such as `Asia/Tokyo`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const pattern = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ t]*(\d{1,2})[:時](\d{2})分?$/u

/**
 * The instant of a moment in a zone; null where the text is no moment of the calendar. Of an hour that the clocks go through twice
 * the first is meant, so that no deadline is later than it may be; an hour that they leave out is read as the one after it.
 */
export function instantOfLocal(written: string, timeZone: string): Instant | null {
  const match = pattern.exec(written.normalize('NFKC').trim().toLowerCase())
  if (!match) return null
  const [year = 0, month = 0, dayOfMonth = 0, hour = 0, minute = 0] = match.slice(1).map(Number)
  const day = dayOf(year, month, dayOfMonth)
  if (day === null || hour > 23 || minute > 59) return null
  const wanted = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000
  // The offsets before and after: of those that give the wanted reading the earlier instant is taken.
  const offsets = [offsetAt(wanted - 86_400_000, timeZone), offsetAt(wanted + 86_400_000, timeZone)]
  const fitting = offsets.map((offset) => wanted - offset).filter((at) => at + offsetAt(at, timeZone) === wanted)
  const at = fitting.length > 0 ? Math.min(...fitting) : wanted - (offsets[0] ?? 0)
  return new Date(at).toISOString()
}

/** `2026-10-05 18:00` in the zone. */
export function localMoment(instant: Instant, timeZone: string): string {
  const at = Date.parse(instant)
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16).replace('T', ' ')
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds that the zone's clocks are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  const parts = format.formatToParts(new Date(moment))
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  const asUtc = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return asUtc - Math.floor(moment / 1000) * 1000
}
