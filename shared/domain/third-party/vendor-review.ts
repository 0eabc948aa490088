/** How often a vendor is reviewed, and whether what was found of its security and its finances is still recent enough (ours). */
import { addMonths, type Day } from '../calendar-date.ts'
import type { Vendor } from './vendor.ts'

/** Months from one review to the next, where the vendor has none of its own. Without a tier it counts as high. */
export const defaultReviewMonths = { high: 12, medium: 24, low: 36 } as const

export function reviewMonthsOf({ reviewMonths, tier }: Pick<Vendor, 'reviewMonths' | 'tier'>): number {
  return reviewMonths ?? defaultReviewMonths[tier ?? 'high']
}

export const standingKinds = ['security', 'finance'] as const
export type StandingKind = (typeof standingKinds)[number]

type StandingFacts = Pick<Vendor, 'reviewMonths' | 'tier' | 'security' | 'securityOn' | 'finance' | 'financeOn'>

/** `unknown`: nobody has found out; `stale`: longer ago than one cycle of review, or nobody knows when. */
export const standingAges = ['unknown', 'stale', 'recent'] as const
export type StandingAge = (typeof standingAges)[number]

export function standingAgeOn(vendor: StandingFacts, kind: StandingKind, day: Day): StandingAge {
  const [standing, on] = kind === 'security' ? [vendor.security, vendor.securityOn] : [vendor.finance, vendor.financeOn]
  if (standing === 'unknown') return 'unknown'
  return on === null || addMonths(on, reviewMonthsOf(vendor)) < day ? 'stale' : 'recent'
}
