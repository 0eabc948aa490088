/** Days of incidents in a time zone, and repeats: the same root cause again within a year. */
import { addDays, type Day, dayAt } from '../calendar-date.ts'
import { searchKey } from '../text.ts'
import type { Incident } from './incident.ts'

type Moments = Pick<Incident, 'occurredAt' | 'detectedAt' | 'learnedAt'>

/** The day on which it was noticed, else happened, else became known; null where no moment is on record. */
export function dayOfIncident({ occurredAt, detectedAt, learnedAt }: Moments, timeZone: string): Day | null {
  const at = detectedAt ?? occurredAt ?? learnedAt
  return at === null ? null : dayAt(at, timeZone)
}

/** Root causes are the same by this key; null where none is on record. */
export function rootCauseKey({ rootCause }: Pick<Incident, 'rootCause'>): string | null {
  const key = searchKey(rootCause)
  return key === '' ? null : key
}

/** An earlier incident counts as the one that is repeated for this many days. */
export const repeatDays = 365

type Row = Pick<Incident, 'id' | 'withdrawn' | 'rootCause'> & Moments

/** The earlier incidents and near misses that one repeats, the newest first; of one day the order of the records decides. */
export function repeatedBy<Other extends Row>(
  incident: Row,
  all: readonly Other[],
  timeZone: string,
): readonly Other[] {
  const key = rootCauseKey(incident)
  const day = dayOfIncident(incident, timeZone)
  if (key === null || day === null) return []
  const first = addDays(day, -repeatDays)
  const place = all.findIndex(({ id }) => id === incident.id)
  return all
    .map((other, at) => ({ other, at, on: dayOfIncident(other, timeZone) }))
    .filter(
      ({ other, at, on }) =>
        other.withdrawn === null &&
        other.id !== incident.id &&
        on !== null &&
        on >= first &&
        (on < day || (on === day && at < place)) &&
        rootCauseKey(other) === key,
    )
    .sort((one, next) => ((one.on ?? '') > (next.on ?? '') ? -1 : 1))
    .map(({ other }) => other)
}
