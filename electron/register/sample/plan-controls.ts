/** The controls, how their design moved, their tests and their evidence. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { planLinks } from './plan-links.ts'
import { holderOf, type SamplePlan } from './sample-plan.ts'

type Control = SamplePlan['sources']['controls']['controls'][number]

export function planControls(plan: SamplePlan): void {
  for (const control of plan.sources.controls.controls) {
    const registered = plan.dates.working(control.registered)
    const links = planLinks(plan, { noun: 'control', code: control.code, registered }, control)
    plan.record(registered, {
      act: 'control',
      code: control.code,
      risks: links.risks,
      systems: links.systems,
      values: {
        name: control.name,
        description: control.description,
        domain: control.domain,
        weight: control.weight,
        design: control.design[0]?.code ?? 'unknown',
        requirementIds: plan.sources.requirements.controls[control.code] ?? [],
        nextReviewOn: plan.dayOf(control.nextReview),
        notes: null,
        purposes: control.purposes,
        testMonths: control.testMonths,
        sourceKey: null,
      },
    })
    plan.record(registered, {
      act: 'assign',
      role: 'control_owner',
      subject: 'control',
      code: control.code,
      holder: holderOf(control.owner),
      from: registered,
    })
    planCourse(plan, control)
  }
}

function planCourse(plan: SamplePlan, control: Control): void {
  for (const { on, code } of control.design.slice(1))
    if (on !== null)
      plan.record(plan.dates.working(on), { act: 'edit', noun: 'control', code: control.code, patch: { design: code } })
  for (const test of control.tests) {
    const on = plan.dates.working(test.on)
    plan.record(recordedOn(plan, on, test.recorded), {
      act: 'test',
      code: control.code,
      by: test.by,
      values: {
        on,
        result: test.result,
        validUntil: plan.dates.resolve(test.until, on),
        note: plan.plain(test.note ?? plan.sources.controls.findings[control.domain]),
        method: plan.plain(test.method),
        population: test.sample?.population ?? null,
        sampleSize: test.sample?.size ?? null,
        passed: test.sample?.passed ?? null,
      },
    })
  }
  if (control.notApplicable !== undefined) {
    const { on, approver, because } = control.notApplicable
    const day = plan.dates.working(on)
    plan.record(day, { act: 'notApplicable', code: control.code, approver, on: day, reason: plan.plain(because) })
  }
}

export function planEvidence(plan: SamplePlan): void {
  for (const evidence of plan.sources.evidence.evidence) {
    const obtainedOn = plan.dates.working(evidence.obtained)
    plan.record(recordedOn(plan, obtainedOn, evidence.recorded), {
      act: 'evidence',
      code: evidence.code,
      file: evidence.file ? { name: plan.plain(evidence.file.name), text: plan.plain(evidence.file.text) } : null,
      controls: evidence.controls,
      values: {
        name: evidence.name,
        kind: evidence.kind,
        location: plan.plain(evidence.location),
        obtainedOn,
        validUntil: plan.dates.resolve(evidence.until, obtainedOn),
        notes: null,
        link: evidence.link ?? null,
      },
    })
    if (evidence.accepted !== undefined) {
      const on = plan.dates.working(evidence.accepted.on)
      const note = plan.plain(plan.sources.evidence.acceptedBecause)
      plan.record(on, { act: 'acceptEvidence', code: evidence.code, by: evidence.accepted.by, on, note })
    }
  }
}

function recordedOn(plan: SamplePlan, on: Day, recorded: string | number | undefined): Day {
  return recorded === undefined ? on : plan.dates.working(recorded)
}
