/** How jurisdictions bear on systems, who sees to the immediate priorities, and the outward account. */
import { noText } from '#shared/domain/text.ts'
import type { SamplePlan } from './sample-plan.ts'

export function planJurisdictions(plan: SamplePlan): void {
  const { profiles, priorities, account } = plan.sources.jurisdictions
  for (const profile of profiles) {
    const { system, jurisdiction, inScope, grounds, roles, tiers, annex, guidance, owner, review } = profile
    const on = plan.dates.working(profile.registered)
    plan.record(on, {
      act: 'jurisdictionProfile',
      system,
      owner,
      judgedBy: profile.judgedBy ?? null,
      countries: profile.countries ?? null,
      values: {
        jurisdiction,
        inScope,
        scopeReason: profile.reason ?? noText,
        euGrounds: grounds,
        euRoles: roles,
        euTiers: tiers,
        euAnnex: annex,
        guidance,
        meaning: profile.meaning ?? noText,
        judgedOn: profile.judgedBy === undefined ? null : on,
        nextReviewOn: review === undefined ? null : plan.dates.resolve(review),
        notes: plan.plain(profile.notes),
      },
    })
  }
  for (const { item, registered, post, due, notes } of priorities)
    plan.record(plan.dates.working(registered), {
      act: 'priority',
      item,
      post,
      dueOn: plan.dates.resolve(due),
      notes: plan.plain(notes),
    })
  const { code, registered, name, edition, preface, contact, marked, statements } = account
  plan.record(plan.dates.working(registered), {
    act: 'outwardAccount',
    code,
    values: {
      name,
      edition: plan.plain(edition),
      preface,
      contact,
      forPublication: marked,
      ...Object.fromEntries(statements.map((text, at) => [`statement${String(at + 1)}`, text])),
    },
  })
}
