/** What the board has directed, for cybersecurity and for AI. */
import type { SamplePlan } from './sample-plan.ts'
import { noText } from '#shared/domain/text.ts'

export function planDirections(plan: SamplePlan): void {
  for (const direction of plan.sources.directions.directions) {
    const { code, recorded, side, item, name, instruction, given, reported, maturity, grounds } = direction
    plan.record(plan.dates.working(recorded), {
      act: 'direction',
      code,
      by: given?.by ?? null,
      to: given?.to ?? null,
      values: {
        side,
        item,
        name,
        instruction: instruction ?? noText,
        givenOn: plan.dayOf(given?.on),
        reference: given === undefined ? null : plan.plain(given.reference),
        reportDueOn: plan.dayOf(direction.reportDue),
        reportedOn: plan.dayOf(reported?.on),
        report: reported?.report ?? noText,
        maturity,
        maturityOn: plan.dayOf(direction.maturityOn),
        grounds: grounds ?? noText,
        nextReviewOn: plan.dayOf(direction.review),
      },
    })
  }
}
