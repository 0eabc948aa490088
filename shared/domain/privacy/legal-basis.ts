/**
 * What a use of personal data can rest on, by the law of a day. Each basis names the article and the step of the horizon from
 * which it holds; whether that step has begun is the horizon's answer (`canBeRelied`) and never a date of this table, so that a
 * day by which an exception must begin at the latest makes nobody rely on it. A basis that does not hold on the day can be
 * planned. Articles are facts; the words are Daicho's own.
 */
import type { Day } from '../calendar-date.ts'
import type { HorizonPack } from '../horizon/horizon-pack.ts'
import { canBeRelied } from '../horizon/status-on.ts'

export const legalBases = [
  'purpose',
  'consent',
  'exception',
  'sensitive_consent',
  'pseudonymised',
  'anonymised',
  'statistics_exception',
  'consent_exception',
] as const
export type LegalBasis = (typeof legalBases)[number]

export interface LegalBasisSource {
  /** As the article is quoted; for what is not in force yet the topic of the amending act. */
  readonly source: string
  readonly instrument: string
  /** The step of the instrument with which it begins; null where it holds with the instrument. */
  readonly step: string | null
}

const appi = (source: string): LegalBasisSource => ({ source, instrument: 'REG-APPI', step: null })
const amendment = (source: string): LegalBasisSource => ({ source, instrument: 'REG-APPI26', step: 'APPI26-MAIN' })

/** Sources: regulatory fact base 5.1 (articles) and 5.4 (topics of Act No. 56 of 2026, which begin with its main part). */
export const basisSources: Readonly<Record<LegalBasis, LegalBasisSource>> = {
  purpose: appi('APPI 17, 18'),
  consent: appi('APPI 18'),
  exception: appi('APPI 18'),
  sensitive_consent: appi('APPI 20(2)'),
  pseudonymised: appi('APPI 41'),
  anonymised: appi('APPI 43'),
  statistics_exception: amendment('APPI26-01'),
  consent_exception: amendment('APPI26-02'),
}

export interface BasisOn extends LegalBasisSource {
  readonly basis: LegalBasis
  readonly reliable: boolean
  /** What the horizon knows of its first day; null where it has begun, or where nothing is known. */
  readonly begins: { readonly day: Day; readonly certain: boolean } | null
  /** The day on which that was looked up. */
  readonly asOf: Day
}

/** Each basis and whether it may be relied on that day. One whose instrument the horizon does not know may not. */
export function basesOn(day: Day, horizon: HorizonPack): readonly BasisOn[] {
  return legalBases.map((basis) => {
    const source = basisSources[basis]
    const instrument = horizon.instruments.find(({ id }) => id === source.instrument)
    const reliable = instrument !== undefined && canBeRelied(instrument, source.step, day, horizon)
    const date = instrument?.steps.find(({ id }) => id === source.step)?.date ?? null
    const begins =
      !reliable && date !== null && (date.precision === 'day' || date.precision === 'latest')
        ? { day: date.day, certain: date.precision === 'day' }
        : null
    return { basis, ...source, reliable, begins, asOf: horizon.asOf }
  })
}

export function canRelyOn(basis: LegalBasis, day: Day, horizon: HorizonPack): boolean {
  return basesOn(day, horizon).some((each) => each.basis === basis && each.reliable)
}

/**
 * Whether a recorded basis counts on a day. It was refused on its own day where it was not in force then; one that begins with a
 * later step of its instrument counts only where the content at hand says that the step has begun.
 */
export function basisCountsOn(basis: LegalBasis, day: Day, horizon: HorizonPack | null): boolean {
  return basisSources[basis].step === null || (horizon !== null && canRelyOn(basis, day, horizon))
}
