/**
 * What of a use of personal data nobody has answered, and whether the consents behind it carry it. `unknown` is an answer, and
 * counts against: an open question is never read as "no".
 */
import { type Day, holdsOn } from '../calendar-date.ts'
import { type Consent, dataKinds, type DataKind, type DataUse } from './data-use.ts'

export type UseQuestion =
  DataKind | 'handling' | 'countries' | 'crossBorderRoute' | 'consentCovers' | 'agreementFits' | 'retention'

/** Abroad where one country at least is not Japan; unknown where nobody has said. */
export function isAbroad({ countries }: Pick<DataUse, 'countries'>): 'yes' | 'no' | 'unknown' {
  if (countries.length === 0) return 'unknown'
  return countries.some((country) => country !== 'JP') ? 'yes' : 'no'
}

/** A use rests on consent where its basis or its way abroad does, or where it names consents. */
export function restsOnConsent(use: Pick<DataUse, 'basis' | 'crossBorderRoute' | 'consentIds'>): boolean {
  return (
    use.basis === 'consent' ||
    use.basis === 'sensitive_consent' ||
    use.crossBorderRoute === 'consent' ||
    use.consentIds.length > 0
  )
}

/** The questions that are asked of this use and have no answer, in the order in which they are asked. */
export function unansweredOf(use: Readonly<DataUse>): readonly UseQuestion[] {
  const entrusted = use.handling === 'entrustment' || use.contractIds.length > 0
  return [
    ...dataKinds.filter((kind) => use[kind] === 'unknown'),
    ...(use.handling === null ? (['handling'] as const) : []),
    ...(isAbroad(use) === 'unknown' ? (['countries'] as const) : []),
    ...(isAbroad(use) === 'yes' && (use.crossBorderRoute === null || use.crossBorderRoute === 'domestic')
      ? (['crossBorderRoute'] as const)
      : []),
    ...(restsOnConsent(use) && use.consentCovers === 'unknown' ? (['consentCovers'] as const) : []),
    ...(entrusted && use.agreementFits === 'unknown' ? (['agreementFits'] as const) : []),
    ...((use.retention ?? '').trim() === '' ? (['retention'] as const) : []),
  ]
}

export const consentCovers = ['covers', 'not_covering', 'unknown', 'not_relied_on'] as const
export type ConsentCover = (typeof consentCovers)[number]

/** Whether its consents cover it that day: one that has ended, or that is not there, covers nothing. */
export function consentCoverOn(
  use: Pick<DataUse, 'basis' | 'crossBorderRoute' | 'consentIds' | 'consentCovers'>,
  consents: readonly Pick<Consent, 'id' | 'withdrawn' | 'from' | 'to'>[],
  day: Day,
): ConsentCover {
  if (!restsOnConsent(use)) return 'not_relied_on'
  if (use.consentCovers === 'no') return 'not_covering'
  const stands = consents.some(
    (consent) => use.consentIds.includes(consent.id) && consent.withdrawn === null && holdsOn(consent, day),
  )
  if (!stands && use.consentIds.length > 0) return 'not_covering'
  return use.consentCovers === 'yes' && stands ? 'covers' : 'unknown'
}
