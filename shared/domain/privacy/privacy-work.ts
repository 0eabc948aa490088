/**
 * What is owed of personal data and by when. Days to begin by follow from the days that such work usually takes (the company's
 * own, `lead-time.ts`); that a de-identification is tried again after a year is Daicho's own guess.
 */
import { addMonths, type Day } from '../calendar-date.ts'
import { groupBy } from '../kept-parts.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import type { Bilingual } from '../text.ts'
import { startBy, usualDays } from './lead-time.ts'
import { dpiasOn, usesOn } from './privacy-on.ts'
import { consentCoverOn } from './use-answers.ts'

export const monthsToRetest = 12

export type PrivacyWorkKind =
  | 'dpiaStart'
  | 'dpiaApproval'
  | 'dpiaReopened'
  | 'dpiaValidity'
  | 'useConsent'
  | 'useReview'
  | 'deidentificationStart'
  | 'deidentificationTest'

export interface PrivacyOwed {
  readonly kind: PrivacyWorkKind
  readonly record: { readonly id: string; readonly code: string; readonly name: Bilingual }
  readonly systemId: string
  readonly ownerId: string | null
  /** The last day on which it is in time; null: it is owed now. */
  readonly day: Day | null
  /** The day for which the work is to be done. */
  readonly readyOn: Day | null
  readonly untested?: true
}

type Row = PrivacyOwed['record'] & { readonly systemId: string }
const owed = (kind: PrivacyWorkKind, record: Row, more: Partial<PrivacyOwed> = {}): PrivacyOwed => ({
  kind,
  record,
  systemId: record.systemId,
  ownerId: null,
  day: null,
  readyOn: null,
  ...more,
})

/** Assessments to be begun, approved, done again; one that another took the place of owes nothing. */
export function dpiaWorkOn(on: RegisterOn): readonly PrivacyOwed[] {
  const standings = [...dpiasOn(on).values()]
  const replaced = new Set(standings.map(({ dpia }) => dpia.previousId))
  const living = livingSystems(
    on,
    standings.map(({ dpia }) => dpia.systemId),
  )
  return standings.flatMap(({ dpia, state, startBy: begin }): readonly PrivacyOwed[] => {
    if (replaced.has(dpia.id) || !living.has(dpia.systemId)) return []
    const { ownerId, wantedOn: readyOn } = dpia
    switch (state) {
      case 'not_started':
        return begin === null ? [] : [owed('dpiaStart', dpia, { ownerId, day: begin, readyOn })]
      case 'in_progress':
        return readyOn === null ? [] : [owed('dpiaApproval', dpia, { ownerId, day: readyOn })]
      case 'reopened':
        return [owed('dpiaReopened', dpia, { ownerId })]
      case 'approved':
      case 'expired':
        return dpia.validUntil === null ? [] : [owed('dpiaValidity', dpia, { ownerId, day: dpia.validUntil })]
      case 'not_required':
        return []
    }
  })
}

/** Consents that do not carry their use, reviews, and de-identifications that a plan needs by a day and that are not begun. */
export function useWorkOn(on: RegisterOn): readonly PrivacyOwed[] {
  const uses = [...usesOn(on).values()].map(({ use }) => use)
  const living = livingSystems(
    on,
    uses.map(({ systemId }) => systemId),
  )
  const days = on.input.organisation?.deidentificationDays ?? usualDays.deidentification
  const begun = groupBy(
    on.input.deidentifications.filter(
      ({ withdrawn, doneOn }) => withdrawn === null && doneOn !== null && doneOn <= on.asOf,
    ),
    ({ systemId }) => [systemId],
  )
  return uses.flatMap((use): readonly PrivacyOwed[] => {
    if (!living.has(use.systemId)) return []
    const done = (begun.get(use.systemId) ?? []).some(({ useId }) => useId === null || useId === use.id)
    const wanted = use.plansStatistics === 'yes' && !done ? use.wantedOn : null
    return [
      ...(consentCoverOn(use, on.input.consents, on.asOf) === 'not_covering' ? [owed('useConsent', use)] : []),
      ...(use.nextReviewOn === null ? [] : [owed('useReview', use, { day: use.nextReviewOn })]),
      ...(wanted === null ? [] : [owed('deidentificationStart', use, { day: startBy(wanted, days), readyOn: wanted })]),
    ]
  })
}

/** Whether people can be told from the data: never tried, or tried so long ago that it says little. */
export function deidentificationWorkOn(on: RegisterOn): readonly PrivacyOwed[] {
  const done = on.input.deidentifications.filter(
    ({ withdrawn, doneOn }) => withdrawn === null && doneOn !== null && doneOn <= on.asOf,
  )
  const living = livingSystems(
    on,
    done.map(({ systemId }) => systemId),
  )
  return done.flatMap((record): readonly PrivacyOwed[] => {
    if (!living.has(record.systemId)) return []
    const { testerId: ownerId, testedOn } = record
    if (testedOn === null || testedOn > on.asOf)
      return [owed('deidentificationTest', record, { ownerId, untested: true })]
    return [owed('deidentificationTest', record, { ownerId, day: addMonths(testedOn, monthsToRetest) })]
  })
}

/** Those of the systems that are not withdrawn and not retired. */
function livingSystems(on: RegisterOn, ids: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(ids)
  if (wanted.size === 0) return wanted
  return new Set(
    on.input.systems
      .filter(({ id, withdrawn, lifecycle }) => wanted.has(id) && withdrawn === null && lifecycle !== 'retired')
      .map(({ id }) => id),
  )
}
