/** The board calendar, and what the board was asked, answered and saw carried out. */
import { noText } from '#shared/domain/text.ts'
import type { SamplePlan } from './sample-plan.ts'

export function planDecisions(plan: SamplePlan): void {
  const { meetings, decisions } = plan.sources.decisions
  for (const { code, registered, name, body, on, deadline, attendees, steps } of meetings) {
    plan.record(plan.dates.working(registered), {
      act: 'meeting',
      code,
      attendees,
      values: { name, body, on: plan.dates.working(on), packDeadline: plan.dates.working(deadline) },
    })
    for (const step of steps) {
      const done = step.done === undefined ? null : plan.dates.working(step.done)
      plan.record(plan.dates.working(step.done ?? registered), {
        act: 'preparation',
        code,
        name: step.name,
        post: step.post,
        dueOn: plan.dates.working(step.by),
        doneOn: done,
        who: step.who ?? null,
      })
    }
  }
  for (const decision of decisions) {
    const { code, name, kind, ask, recommendation, delay, due, outcome, followThrough } = decision
    plan.record(plan.dates.working(decision.registered), {
      act: 'decision',
      code,
      meeting: decision.meeting,
      ownerPost: decision.ownerPost,
      owner: decision.owner,
      links: { systems: decision.systems, risks: decision.risks },
      values: {
        name,
        kind,
        body: 'board',
        ask,
        options: decision.options.map(({ label, consequence }) => ({
          label: plan.plain(label),
          consequence: plan.plain(consequence),
        })),
        recommendation,
        delayConsequence: delay ?? noText,
        dueOn: due === undefined ? null : plan.dates.working(due),
        kriIds: [...decision.kris],
        ringiNumber: decision.ringi,
      },
    })
    if (outcome !== undefined)
      plan.record(plan.dates.working(outcome.registered), {
        act: 'decideOutcome',
        code,
        outcome: {
          outcome: outcome.as,
          chosenOption: plan.plain(outcome.option),
          conditions: plan.plain(outcome.conditions),
          text: plan.plain(outcome.text),
          on: plan.dates.working(outcome.on),
          minutesReference: plan.plain(outcome.minutes),
          ringiNumber: null,
        },
      })
    if (followThrough !== undefined)
      plan.record(plan.dates.working(followThrough.registered), {
        act: 'followThrough',
        code,
        state: followThrough.state,
        on: plan.dates.working(followThrough.on),
        text: plan.plain(followThrough.text),
      })
  }
}
