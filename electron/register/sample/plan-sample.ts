/**
 * The sample's past as a list of dated entries: pure, from the sources, a day and a language. Each file of the sources has
 * its own part; here all entries come into the order in which they were recorded.
 */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { Language } from '#shared/domain/text.ts'
import { planActions, planConfirmations, planIntakes } from './plan-conduct.ts'
import { planControls, planEvidence } from './plan-controls.ts'
import { planDecisions } from './plan-decisions.ts'
import { planDirections } from './plan-directions.ts'
import { planHorizon } from './plan-horizon.ts'
import { planAccountability, planOrganisation } from './plan-organisation.ts'
import { planJurisdictions } from './plan-jurisdictions.ts'
import { planIncidents } from './plan-incidents.ts'
import { planOversight } from './plan-oversight.ts'
import { planRequirements } from './plan-requirements.ts'
import { planRisks } from './plan-risks.ts'
import { planPrivacy } from './plan-privacy.ts'
import { planThirdParty } from './plan-third-party.ts'
import { planVendorAnswers } from './plan-vendor-answers.ts'
import { planSystems } from './plan-systems.ts'
import { SamplePlan } from './sample-plan.ts'
import type { SampleSources } from './sample-sources.ts'
import { orderOfDay, type SampleEntry } from './sample-steps.ts'

/** All entries in the order in which they were recorded. */
export function samplePlan(sources: SampleSources, day: Day, language: Language): readonly SampleEntry[] {
  const plan = new SamplePlan(sources, day, language)
  planOrganisation(plan)
  planAccountability(plan)
  planSystems(plan)
  planRisks(plan)
  planControls(plan)
  planEvidence(plan)
  planActions(plan)
  planConfirmations(plan)
  planIntakes(plan)
  planRequirements(plan)
  planDirections(plan)
  planOversight(plan)
  planHorizon(plan)
  planThirdParty(plan)
  planIncidents(plan)
  planJurisdictions(plan)
  planVendorAnswers(plan)
  planPrivacy(plan)
  planDecisions(plan)
  const rank = new Map(orderOfDay.map((name, index) => [name, index]))
  const rankOf = (entry: SampleEntry) => rank.get(entry.act.act) ?? orderOfDay.length
  // The sort is stable: what the sources say first comes first.
  return plan.entries.toSorted((one, other) =>
    one.day === other.day ? rankOf(one) - rankOf(other) : one.day < other.day ? -1 : 1,
  )
}
