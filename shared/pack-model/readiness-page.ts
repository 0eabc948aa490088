/** How far are the immediate priorities under Japan's rules, and how do jurisdictions bear on the systems? */
import { statusOn } from '../domain/horizon/status-on.ts'
import { heldIn } from '../domain/horizon/rule-assessment.ts'
import { profilesOfCounted } from '../domain/jurisdiction/counted-profiles.ts'
import { europeanUnion, type EuTier, euTiers } from '../domain/jurisdiction/jurisdiction-profile.ts'
import { readinessOn } from '../domain/readiness/japan-readiness.ts'
import { statement } from '../domain/statement.ts'
import type { PackContext } from './pack-context.ts'
import type { JurisdictionRow, ReadinessPage } from './pages.ts'

/** Null where nobody has said who sees to a priority, judged a jurisdiction or begun an account. */
export function readinessPage(context: PackContext, number: number): ReadinessPage | null {
  const { state, on, asOf } = context
  if (state.readinessItems.length + state.jurisdictionProfiles.length + state.outwardAccounts.length === 0) return null
  const earlier = context.previous === null ? [] : readinessOn(context.previous.on)
  const lines = readinessOn(on)
  const asked = lines.filter(({ state: standing }) => standing !== 'none' && standing !== 'no_data')
  const done = asked.filter(({ state: standing }) => standing === 'done')
  const overdue = asked.filter(({ state: standing }) => standing === 'overdue')
  const content = heldIn(state)
  const amendment = content?.instruments.find(({ id }) => id === 'REG-APPI26')
  const notInForce =
    content !== null &&
    amendment !== undefined &&
    statusOn(amendment, asOf, content).status === 'promulgated_not_in_force'
  return {
    number,
    key: 'readiness',
    orientation: 'landscape',
    name: statement('pack.page.readiness'),
    title: statement('pack.readiness.title', { done: done.length, of: asked.length, overdue: overdue.length }),
    lead: [
      statement('pack.lead.readiness'),
      statement('pack.lead.jurisdictions'),
      ...(notInForce ? [statement('pack.lead.readinessNotInForce')] : []),
    ],
    priorities: context.figure(
      'readinessPriorities',
      lines.map((line) => {
        const before = earlier.find(({ id }) => id === line.id)
        return {
          id: line.id,
          met: line.known ? line.met : null,
          of: line.known ? line.of : null,
          previous: before === undefined || !before.known ? null : { met: before.met, of: before.of },
          state: line.state,
          post: on.post(line.ownerPostId)?.name ?? null,
          person: on.person(line.ownerId)?.name ?? null,
          dueOn: line.dueOn,
          parts: line.parts,
        }
      }),
      { meaning: statement('pack.meaning.readinessPriorities') },
    ),
    jurisdictions: context.figure('jurisdictions', jurisdictionRows(context), {
      meaning: statement('pack.meaning.jurisdictions'),
    }),
  }
}

/** Over the counted systems. Not judged is unknown. */
function jurisdictionRows({ state, on }: PackContext): readonly JurisdictionRow[] {
  const { jurisdictions, of } = profilesOfCounted(on, state.jurisdictionProfiles)
  return jurisdictions.map((jurisdiction) => {
    const own = of(jurisdiction)
    const within = own.filter(({ inScope }) => inScope === 'yes')
    const out = own.filter(({ inScope }) => inScope === 'no').length
    const tiers = Object.fromEntries(
      euTiers.map((tier) => [tier, within.filter(({ euTiers: found }) => found.includes(tier)).length]),
    ) as Readonly<Record<EuTier, number>>
    return {
      jurisdiction,
      within: within.length,
      out,
      unknown: on.systems.length - within.length - out,
      systems: on.systems.length,
      tiers: jurisdiction === europeanUnion ? tiers : null,
    }
  })
}
