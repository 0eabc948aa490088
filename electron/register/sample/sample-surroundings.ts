/** The sample's own time, ids and machine: nothing in it depends on when, where or by whom it is built. */
import { createHash } from 'node:crypto'
import { type Day, endOfDay, type Instant } from '#shared/domain/calendar-date.ts'
import type { Surroundings } from '../store/register-file.ts'

export interface SampleSurroundings extends Surroundings {
  /** The time that the clock shows from now on. */
  setTime(instant: Instant): void
}

export function sampleSurroundings(start: Instant): SampleSurroundings {
  let now = start
  let made = 0
  return {
    clock: () => now,
    newId: () => {
      made += 1
      return sampleId(now, made)
    },
    account: 'aya.yamamoto',
    machine: 'RISK-PC-07 (架空 / fictional)',
    processId: process.pid,
    isRunning: (processId) => processId === process.pid,
    setTime: (instant) => {
      now = instant
    },
  }
}

/** A UUIDv7 (RFC 9562, 5.7) whose time is the sample's; its random bits are drawn from a count instead of from chance. */
function sampleId(at: Instant, count: number): string {
  const time = Date.parse(at).toString(16).padStart(12, '0')
  const drawn = createHash('sha256')
    .update(`daicho sample ${String(count)}`)
    .digest('hex')
  // Ids of one millisecond keep the order in which they were made.
  const order = (count % 4096).toString(16).padStart(3, '0')
  const variant = (8 + (Number.parseInt(drawn.charAt(0), 16) % 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}${drawn.slice(1, 4)}-${drawn.slice(4, 16)}`
}

const minute = 60_000
/** The office day: the first entry a little after nine, the last by twenty past five, a lock at twenty to six. */
const opens = (9 * 60 + 5) * minute
const closes = (17 * 60 + 20) * minute
const locks = (17 * 60 + 40) * minute
const longestPause = 7 * minute

/** When the entries of one day were recorded: in order, at uneven but always the same distances. */
export function timesOfDay(day: Day, entries: number, timeZone: string): readonly Instant[] {
  const midnight = Date.parse(endOfDay(day, timeZone)) + 1 - 24 * 60 * minute
  const pause = Math.min(longestPause, Math.floor((closes - opens) / (entries + 1)))
  const drawn = createHash('sha256').update(day).digest()
  let time = midnight + opens
  return Array.from({ length: entries }, (_, index) => {
    time += Math.floor((pause * (128 + ((drawn[index % drawn.length] ?? 0) >> 1))) / 256)
    return new Date(time).toISOString()
  })
}

export function timeOfLock(day: Day, timeZone: string): Instant {
  return new Date(Date.parse(endOfDay(day, timeZone)) + 1 - 24 * 60 * minute + locks).toISOString()
}
