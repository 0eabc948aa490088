/**
 * What stands beside what a person judged, jurisdiction by jurisdiction: read out of the horizon on a day and never kept. Each column
 * is made from its own rules alone; nothing of one is made from another's.
 */
import type { Day } from '../calendar-date.ts'
import type { HorizonPack, Instrument, RuleStep } from '../horizon/horizon-pack.ts'
import { statusOn, type StatusOn } from '../horizon/status-on.ts'
import { type TouchedBy, touchedBy, type TouchedFacts } from '../horizon/touches.ts'
import { europeanUnion, type EuTier, japan, type JurisdictionProfile } from './jurisdiction-profile.ts'

export interface TouchingInstrument {
  readonly instrument: Instrument
  readonly standing: StatusOn
  readonly by: TouchedBy
}

/** The acts and guidance of Japan that the horizon's rules tie to a system, with how each stands on the day. */
export function japaneseInstruments(
  content: HorizonPack,
  system: TouchedFacts,
  day: Day,
): readonly TouchingInstrument[] {
  return content.instruments
    .filter(({ lane }) => lane !== 'foreign')
    .flatMap((instrument) => {
      const by = touchedBy(instrument.touches, system)
      return by === null ? [] : [{ instrument, standing: statusOn(instrument, day, content), by }]
    })
}

export const euInstrument = 'REG-EUAIA'

/** The steps of the EU AI Act that bear on a tier. Source: regulatory fact base 6.4. */
const stepsOfTier: Readonly<Record<EuTier, readonly string[]>> = {
  prohibited: ['EU-PROHIBITIONS', 'EU-ADDED'],
  high_risk: ['EU-ANNEX-III', 'EU-ANNEX-I'],
  transparency: ['EU-GENERAL', 'EU-ADDED'],
  minimal: [],
  general_purpose: ['EU-GPAI'],
}

export interface EuDate {
  readonly step: RuleStep
  readonly begun: boolean
}

/** The days that bear on a system in the EU's scope by its tiers; of any other system none, since none is asked of it. */
export function euDates(
  content: HorizonPack,
  {
    jurisdiction,
    inScope,
    euTiers,
    euAnnex,
  }: Pick<JurisdictionProfile, 'jurisdiction' | 'inScope' | 'euTiers' | 'euAnnex'>,
  day: Day,
): readonly EuDate[] {
  const instrument = content.instruments.find(({ id }) => id === euInstrument)
  if (instrument === undefined || jurisdiction !== europeanUnion || inScope !== 'yes') return []
  const otherAnnex = euAnnex === 'annex_i' ? 'EU-ANNEX-III' : euAnnex === 'annex_iii' ? 'EU-ANNEX-I' : null
  const wanted = new Set(euTiers.flatMap((tier) => stepsOfTier[tier]).filter((id) => id !== otherAnnex))
  const { begun } = statusOn(instrument, day, content)
  return instrument.steps
    .filter(({ id }) => wanted.has(id))
    .map((step) => ({ step, begun: begun.some(({ id }) => id === step.id) }))
}

/** The jurisdictions to be shown of a system: Japan and the EU always, then every other that has a profile. */
export function jurisdictionsShown(profiles: readonly Pick<JurisdictionProfile, 'jurisdiction'>[]): readonly string[] {
  const others = profiles
    .map(({ jurisdiction }) => jurisdiction)
    .filter((each) => each !== japan && each !== europeanUnion)
  return [japan, europeanUnion, ...new Set(others.toSorted())]
}
