/** The risks, their judgements over time, and their reviews. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { stages } from '#shared/domain/risk.ts'
import { impactDimensions, type Impacts } from '#shared/domain/scoring.ts'
import { holderOf, type SamplePlan } from './sample-plan.ts'
import type { SampleLevel } from './sample-sources.ts'

type Risk = SamplePlan['sources']['risks']['risks'][number]

const usualReviewDays = 180

export function planRisks(plan: SamplePlan): void {
  for (const risk of plan.sources.risks.risks) {
    const registered = plan.dates.working(risk.registered)
    plan.record(registered, {
      act: 'risk',
      code: risk.code,
      systems: risk.systems,
      values: {
        name: risk.name,
        cause: risk.cause,
        event: risk.event,
        consequence: risk.consequence,
        category: risk.category,
        treatment: risk.treatment,
        identifiedOn: risk.identified === undefined ? registered : plan.dates.working(risk.identified),
        nextReviewOn: plan.dates.resolve(risk.nextReview),
        targetOn: plan.dayOf(risk.targetOn),
        notes: null,
        onset: risk.onset,
        timing: risk.timing,
        sourceKey: null,
      },
    })
    plan.record(registered, {
      act: 'assign',
      role: 'risk_owner',
      subject: 'risk',
      code: risk.code,
      holder: holderOf(risk.owner),
      from: registered,
    })
    planJudgements(plan, risk)
    planReviews(plan, risk)
    if (risk.closed !== undefined)
      plan.record(plan.dates.working(risk.closed.on), {
        act: 'closeRisk',
        code: risk.code,
        reason: plan.plain(risk.closed.because),
      })
  }
}

function planJudgements(plan: SamplePlan, risk: Risk): void {
  const judge = (recorded: Day, facts: { on: Day; stage: (typeof stages)[number]; level: SampleLevel } & Why) => {
    const [likelihood, ...grades] = facts.level
    plan.record(recorded, {
      act: 'assess',
      code: risk.code,
      stage: facts.stage,
      likelihood,
      impacts: Object.fromEntries(
        impactDimensions.map((dimension, index) => [dimension, grades[index] ?? null]),
      ) as Impacts,
      on: facts.on,
      confidence: facts.confidence,
      rationale: facts.rationale,
    })
  }
  if (risk.assessed !== undefined) {
    const on = plan.dates.working(risk.assessed)
    for (const stage of stages) {
      const level = risk[stage]
      const rationale = plan.plain(stage === 'residual' ? risk.because : plan.sources.risks.rationales[stage])
      if (level !== undefined) judge(on, { on, stage, level, confidence: risk.confidence, rationale })
    }
  }
  for (const again of risk.again) {
    const on = plan.dates.working(again.on)
    judge(again.recorded === undefined ? on : plan.dates.working(again.recorded), {
      on,
      stage: again.stage,
      level: again.level,
      confidence: again.confidence,
      rationale: plan.plain(again.because),
    })
  }
}

interface Why {
  readonly confidence: Risk['confidence']
  readonly rationale: string | null
}

function planReviews(plan: SamplePlan, risk: Risk): void {
  for (const review of risk.reviews) {
    const on = plan.dates.working(review.on)
    const nextReviewOn = plan.dates.resolve(review.next ?? usualReviewDays, on)
    plan.record(on, { act: 'edit', noun: 'risk', code: risk.code, patch: { nextReviewOn } })
  }
  for (const { on, treatment } of risk.edits)
    plan.record(plan.dates.working(on), { act: 'edit', noun: 'risk', code: risk.code, patch: { treatment } })
}
