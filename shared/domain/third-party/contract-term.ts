/** Whether a contract counts on a day, whether it was read, and when its term ends or notice has to be given. */
import { addDays, addMonths, type Day } from '../calendar-date.ts'
import type { AiContract } from './ai-contract.ts'
import type { ContractReading } from './contract-reading.ts'

export type TermFacts = Readonly<
  Pick<
    AiContract,
    'withdrawn' | 'stage' | 'signedOn' | 'from' | 'to' | 'renews' | 'renewalMonths' | 'noticeMonths' | 'terminatedOn'
  >
>

/**
 * Population V: concluded, begun (one without a first day counts as begun), not terminated and not past its last day. One that
 * goes on by itself, or of which nobody knows, is not past it.
 */
export function contractCounts(contract: TermFacts, day: Day): boolean {
  const { signedOn, from, to, terminatedOn } = contract
  return (
    contract.withdrawn === null &&
    contract.stage === 'concluded' &&
    (signedOn === null || signedOn <= day) &&
    (from === null || from <= day) &&
    (terminatedOn === null || terminatedOn > day) &&
    (to === null || to >= day || contract.renews !== 'no')
  )
}

type ReadingFacts = Readonly<Pick<ContractReading, 'withdrawn' | 'completedOn'>>

/** A reading holds for this many days from its completion. */
export const readingDays = 365

/** The last day on which a text of the contract was read through, by the day; null: never. */
export function lastCompletedOn(readings: readonly ReadingFacts[], day: Day): Day | null {
  const days = readings.flatMap(({ withdrawn, completedOn }) =>
    withdrawn === null && completedOn !== null && completedOn <= day ? [completedOn] : [],
  )
  return days.sort().at(-1) ?? null
}

/** Whether it was read through within the 365 days up to the day. */
export function isReadOn(readings: readonly ReadingFacts[], day: Day): boolean {
  const last = lastCompletedOn(readings, day)
  return last !== null && last >= addDays(day, -readingDays)
}

export interface TermEnd {
  /** The last day of the term that runs on the day. */
  readonly endsOn: Day
  /** The last day for giving notice; null where no period of notice is recorded. */
  readonly noticeBy: Day | null
  /** Whether it goes on by itself after that. */
  readonly renews: AiContract['renews']
  /** True where the recorded term is over and only its going on keeps the contract: nobody has said by how long. */
  readonly past: boolean
}

/** The end that lies ahead of a counted contract, renewals counted; null where its term is open or it is not counted. */
export function termEndOn(contract: TermFacts, day: Day): TermEnd | null {
  const { to, renews, renewalMonths, noticeMonths } = contract
  if (to === null || !contractCounts(contract, day)) return null
  let endsOn = to
  // From the first end, so that the 31st stays the 31st after a shorter month.
  for (let times = 1; endsOn < day && renews === 'yes' && renewalMonths !== null; times += 1)
    endsOn = addMonths(to, renewalMonths * times)
  return {
    endsOn,
    noticeBy: noticeMonths === null ? null : addMonths(endsOn, -noticeMonths),
    renews,
    past: endsOn < day,
  }
}
