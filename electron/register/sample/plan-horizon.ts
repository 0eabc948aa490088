/** The horizon: its content, who looks at which change of the rules, and what was made of them. */
import type { SamplePlan } from './sample-plan.ts'

export function planHorizon(plan: SamplePlan): void {
  const { takenIn, owners, due, assessments, found } = plan.sources.horizon
  plan.record(plan.dates.working(takenIn), { act: 'takeInHorizon' })
  for (const { on, events, person, post } of owners)
    plan.record(plan.dates.working(on), { act: 'ownRules', events, person, post })
  for (const { on, event, day } of due)
    plan.record(plan.dates.working(on), { act: 'dateRule', event, dueOn: plan.dates.resolve(day) })
  for (const { on, events, by, outcome, meaning } of assessments) {
    const day = plan.dates.working(on)
    plan.record(day, { act: 'assessRules', events, by, on: day, outcome, meaning })
  }
  for (const { on, name, day, kind, person, post, due: dueOn, notes } of found)
    plan.record(plan.dates.working(on), {
      act: 'foundRule',
      person,
      post,
      values: {
        name,
        eventDay: plan.dates.resolve(day),
        dayKind: kind,
        dueOn: plan.dates.resolve(dueOn),
        notes: plan.plain(notes),
      },
    })
}
