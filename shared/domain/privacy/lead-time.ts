/** How long work on personal data usually takes, and so by when it begins to be ready for a day. */
import { addDays, type Day } from '../calendar-date.ts'

/** Days that a new register starts with: Daicho's own guess, of no source; each company sets its own. */
export const usualDays = { dpia: 90, deidentification: 60 } as const

export interface UsualDays {
  readonly dpiaDays: number
  readonly deidentificationDays: number
}

/** The last day on which work that takes `days` can begin to be done on the day wanted. */
export function startBy(wantedOn: Day | null, days: number): Day | null {
  return wantedOn === null ? null : addDays(wantedOn, -days)
}
