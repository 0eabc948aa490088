/**
 * How soon the vendor tells us of an incident, beside the days in which a preliminary report to the PPC is due once we know:
 * about three to five days, which its guideline says and the law does not.
 */
import type { ContractReading } from './contract-reading.ts'

/** `none`: nothing is agreed, or nobody has looked. */
export const noticeStandings = ['within_three_days', 'within_five_days', 'later', 'none', 'unread'] as const
export type NoticeStanding = (typeof noticeStandings)[number]

export function noticeStandingOf(reading: Pick<ContractReading, 'incidentNoticeHours'> | null): NoticeStanding {
  if (reading === null) return 'unread'
  const { incidentNoticeHours: hours } = reading
  if (hours === null) return 'none'
  if (hours <= 72) return 'within_three_days'
  return hours <= 120 ? 'within_five_days' : 'later'
}
