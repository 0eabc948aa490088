/** How a contract stands on a day, how it was read, and which days of it lie ahead: its end and the last day for notice. */
import type { Day } from '../calendar-date.ts'
import type { ContractReading } from './contract-reading.ts'
import { isReadOn, lastCompletedOn, type TermEnd, termEndOn, type TermFacts } from './contract-term.ts'

/** `past_term`: its recorded term is over and nobody has said that it does not go on. It counts until somebody does. */
export const contractStandings = ['negotiating', 'not_begun', 'in_force', 'past_term', 'ended'] as const
export type ContractStanding = (typeof contractStandings)[number]

export function contractStandingOn(contract: Omit<TermFacts, 'withdrawn'>, day: Day): ContractStanding {
  const { stage, signedOn, from, to, terminatedOn } = contract
  if (terminatedOn !== null && terminatedOn <= day) return 'ended'
  if (stage === 'negotiating') return 'negotiating'
  if ((signedOn !== null && signedOn > day) || (from !== null && from > day)) return 'not_begun'
  if (to === null || to >= day) return 'in_force'
  if (contract.renews === 'no') return 'ended'
  return termEndOn({ ...contract, withdrawn: null }, day)?.past === false ? 'in_force' : 'past_term'
}

/** `stale`: read through once, more than 365 days ago. `reading`: begun, and never read through. */
export const readingStates = ['unread', 'reading', 'stale', 'read'] as const
export type ReadingState = (typeof readingStates)[number]

export function readingStateOn(
  readings: readonly Pick<ContractReading, 'withdrawn' | 'contractId' | 'startedOn' | 'completedOn'>[],
  day: Day,
): ReadingState {
  if (isReadOn(readings, day)) return 'read'
  if (lastCompletedOn(readings, day) !== null) return 'stale'
  return readings.some(({ withdrawn, startedOn }) => withdrawn === null && startedOn <= day) ? 'reading' : 'unread'
}

/**
 * What has to be done about the end of a term. `notice`: it goes on by itself, or nobody knows whether it does, and the last day
 * for saying no has not passed; `renew`: it ends by itself; `settle`: its term is over and nobody has said whether it goes on.
 */
export interface TermDuty {
  readonly kind: 'notice' | 'renew' | 'settle'
  readonly on: Day
}

export function termDutyOf(end: TermEnd | null, day: Day): TermDuty | null {
  if (end === null) return null
  if (end.past) return { kind: 'settle', on: end.endsOn }
  if (end.renews === 'no') return { kind: 'renew', on: end.endsOn }
  // Once the day for notice has passed the term goes on, and there is nothing to be decided before the next one.
  if (end.noticeBy !== null) return end.noticeBy >= day ? { kind: 'notice', on: end.noticeBy } : null
  return { kind: 'notice', on: end.endsOn }
}

/** `covered`: each vendor that supplies the system has a contract that counts and covers it; `missing`: one of them has none. */
export const contractCovers = ['covered', 'missing', 'none'] as const
export type ContractCover = (typeof contractCovers)[number]
