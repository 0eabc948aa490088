/** The requirement packs that are taken in, and what is answered. Which items a control answers stands in the control. */
import type { SamplePlan } from './sample-plan.ts'

export function planRequirements(plan: SamplePlan): void {
  const { packs, answers, notApplicable } = plan.sources.requirements
  for (const { pack, version, on } of packs)
    plan.record(plan.dates.working(on), { act: 'adopt', pack: { id: pack, version } })
  for (const { on, note, due, ...answer } of answers)
    plan.record(plan.dates.working(on), { act: 'answer', ...answer, note: plan.plain(note), dueOn: plan.dayOf(due) })
  for (const { on, items, systems, approver, because } of notApplicable)
    plan.record(plan.dates.working(on), {
      act: 'requirementNotApplicable',
      items,
      systems,
      approver,
      reason: plan.plain(because),
    })
}
