/**
 * Whether a vendor told us of an incident within the hours that its contract gives it. By the reading that counts on the day of the
 * incident; the hours run from when the vendor learned. What is not on record is not guessed. One that has not told us is overdue from
 * the day after.
 */
import { type Day, dayAt, type Instant } from '../calendar-date.ts'
import type { AiContract } from '../third-party/ai-contract.ts'
import type { ContractReading } from '../third-party/contract-reading.ts'
import { readingOn } from '../third-party/reading-standing.ts'
import type { Incident } from './incident.ts'

/**
 * `unread`: no reading counts on the day. `not_agreed`: the reading found no hours. `unknown`: nobody has recorded when the vendor
 * learned. `running` and `overdue`: it has not told us.
 */
export const noticeResults = ['in_time', 'late', 'running', 'overdue', 'unknown', 'not_agreed', 'unread'] as const
export type NoticeResult = (typeof noticeResults)[number]

export interface VendorNotice {
  readonly contractId: string
  readonly hours: number | null
  readonly dueAt: Instant | null
  readonly toldAt: Instant | null
  readonly result: NoticeResult
}

export function vendorNoticeOf(
  incident: Pick<Incident, 'occurredAt' | 'detectedAt' | 'learnedAt' | 'vendorLearnedAt' | 'vendorToldAt'>,
  contract: Pick<AiContract, 'id'>,
  readings: readonly ContractReading[],
  on: { readonly day: Day; readonly timeZone: string },
): VendorNotice {
  const at = incident.occurredAt ?? incident.vendorLearnedAt ?? incident.detectedAt ?? incident.learnedAt
  const day = at === null ? on.day : dayAt(at, on.timeZone)
  const own = readings.filter(({ contractId }) => contractId === contract.id)
  const reading = readingOn(own, contract, day)
  const shared = { contractId: contract.id, hours: reading?.incidentNoticeHours ?? null, toldAt: incident.vendorToldAt }
  if (reading === null) return { ...shared, dueAt: null, result: 'unread' }
  if (shared.hours === null) return { ...shared, dueAt: null, result: 'not_agreed' }
  if (incident.vendorLearnedAt === null) return { ...shared, dueAt: null, result: 'unknown' }
  const dueAt = new Date(Date.parse(incident.vendorLearnedAt) + shared.hours * 3_600_000).toISOString()
  if (shared.toldAt !== null) return { ...shared, dueAt, result: shared.toldAt <= dueAt ? 'in_time' : 'late' }
  return { ...shared, dueAt, result: dayAt(dueAt, on.timeZone) >= on.day ? 'running' : 'overdue' }
}
