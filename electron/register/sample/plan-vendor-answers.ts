/** What vendors answered when they were asked, and who took it over. */
import type { SamplePlan } from './sample-plan.ts'

export function planVendorAnswers(plan: SamplePlan): void {
  for (const { vendor, answered, registered, by, source, yes, said } of plan.sources['vendor-answers'].answers)
    plan.record(plan.dates.working(registered), {
      act: 'answerVendor',
      vendor,
      by,
      source,
      answeredOn: plan.dates.resolve(answered),
      answers: [
        ...said.map(({ point, answer, text }) => ({ point, answer, text: plan.plain(text) })),
        ...yes.map((point) => ({ point, answer: 'yes' as const, text: null })),
      ],
    })
}
