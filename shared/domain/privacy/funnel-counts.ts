/**
 * The steps of the funnel (C13) as counts: systems, those with personal data, those that need an impact assessment, those with
 * one that is current. Read off K16 and K16u, so that screen, paper and table say what the figures say, and an earlier pack can
 * be laid beside today without its records.
 */
import type { KriResult } from '../metrics/kri-result.ts'

export const funnelSteps = ['systems', 'personal', 'required', 'approved'] as const
export type FunnelStep = (typeof funnelSteps)[number]

export interface FunnelCount {
  readonly step: FunnelStep
  readonly count: number
  /** Of those: personal data that nobody knows of; a need that nobody has screened. */
  readonly unknown: number
}
export type FunnelCounts = readonly FunnelCount[]

type Counted = Pick<KriResult, 'id' | 'numerator' | 'denominator' | 'parts'>

/** Null where the figures have no data, or an earlier pack did not have them. */
export function funnelCountsOf(results: readonly Counted[]): FunnelCounts | null {
  const find = (id: KriResult['id']) => results.find((result) => result.id === id)
  const done = find('K16')
  const unknown = find('K16u')
  if (done?.numerator == null || done.denominator === null) return null
  if (unknown?.numerator == null || unknown.denominator === null) return null
  return [
    { step: 'systems', count: unknown.denominator, unknown: 0 },
    { step: 'personal', count: done.denominator + (done.parts.notRequired ?? 0), unknown: unknown.numerator },
    { step: 'required', count: done.denominator, unknown: done.parts.notScreened ?? 0 },
    { step: 'approved', count: done.numerator, unknown: 0 },
  ]
}
