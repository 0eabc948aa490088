/**
 * The sample register, 令和商事株式会社 / Reiwa Shoji Co., Ltd. (fictional): built by replaying its past, so that log, packs and
 * figures are as real as in any register. The same day and language give the same content, ids, times and digests.
 */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { Language } from '#shared/domain/text.ts'
import { createRegister } from '../store/register-file.ts'
import { samplePlan } from './plan-sample.ts'
import { SampleBuilder } from './sample-builder.ts'
import { readSampleSources, type SampleSources } from './sample-sources.ts'
import type { SampleEntry } from './sample-steps.ts'
import { sampleSurroundings, timeOfLock, timesOfDay } from './sample-surroundings.ts'

export interface SampleOptions {
  /** The day from which all days of the sample are counted; its last entry is of a working day before it. */
  readonly day: Day
  /** The register's language, and that of the fields which hold one language. */
  readonly language: Language
  /** Read from resources/sample unless given. */
  readonly sources?: SampleSources
}

/** Builds the sample into a new file. FILE_EXISTS, FOLDER_NOT_WRITABLE, FILE_NOT_FOUND, DISK_FULL. */
export async function buildSample(file: string, options: SampleOptions): Promise<void> {
  const sources = options.sources ?? readSampleSources()
  const { timeZone } = sources.organisation.organisation
  const days = byDay(samplePlan(sources, options.day, options.language))
  const surroundings = sampleSurroundings(`${days[0]?.[0]?.day ?? options.day}T00:00:00.000Z`)
  // One turn of the event loop before the work, which is one piece: whoever waits can show that it has begun.
  await new Promise((resolve) => setImmediate(resolve))
  createRegister(file, {
    surroundings,
    durable: false,
    fill: (register) => {
      const builder = new SampleBuilder(register, options)
      for (const entries of days) {
        const times = timesOfDay(entries[0]?.day ?? options.day, entries.length, timeZone)
        entries.forEach((entry, index) => {
          const time = entry.act.act === 'lock' ? timeOfLock(entry.day, timeZone) : times[index]
          if (time !== undefined) surroundings.setTime(time)
          builder.perform(entry.act)
        })
      }
    },
  })
}

/** The entries of each day, in their order. */
function byDay(entries: readonly SampleEntry[]): readonly (readonly SampleEntry[])[] {
  const days: SampleEntry[][] = []
  for (const entry of entries) {
    const last = days.at(-1)
    if (last?.[0]?.day === entry.day) last.push(entry)
    else days.push([entry])
  }
  return days
}
