/** Policies, training and who has done it, audit findings, monitoring results and changes. */
import type { SamplePlan } from './sample-plan.ts'

export function planOversight(plan: SamplePlan): void {
  planPolicies(plan)
  planTrainings(plan)
  planFindings(plan)
  planObservations(plan)
}

function planPolicies(plan: SamplePlan): void {
  for (const policy of plan.sources.oversight.policies) {
    const { code, name, description, appliesTo, owner, supersedes, approved } = policy
    const registered = plan.dates.working(policy.registered)
    plan.record(registered, {
      act: 'policy',
      code,
      owner,
      supersedes,
      values: {
        name,
        description,
        appliesTo,
        edition: plan.plain(policy.edition),
        location: plan.plain(policy.location),
        from: plan.dayOf(approved?.from),
        nextReviewOn: plan.dayOf(policy.review),
      },
    })
    if (approved !== undefined)
      plan.record(registered, {
        act: 'approvePolicy',
        code,
        by: approved.by,
        on: plan.dates.resolve(approved.on),
        from: plan.dates.resolve(approved.from),
        text: plan.plain(approved.text),
      })
  }
}

function planTrainings(plan: SamplePlan): void {
  for (const training of plan.sources.oversight.trainings) {
    const { code, name, description, policy, owner, postKinds, roles, units, people, cycle } = training
    plan.record(plan.dates.working(training.registered), {
      act: 'training',
      code,
      policy,
      owner,
      units,
      people,
      values: { name, description, postKinds, roles, cycleMonths: cycle, from: plan.dates.resolve(training.from) },
    })
    for (const completion of training.completions)
      plan.record(plan.dates.working(completion.recorded), {
        act: 'completions',
        code,
        people: completion.people,
        on: plan.dates.resolve(completion.on),
        reference: plan.plain(completion.reference),
      })
  }
}

function planFindings(plan: SamplePlan): void {
  for (const finding of plan.sources.oversight.findings) {
    const { code, name, rating, description, rootCause, recommendation, ownerPost, owner, items } = finding
    const { systems, risks, controls, response, implemented, verified } = finding
    plan.record(plan.dates.working(finding.registered), {
      act: 'finding',
      code,
      ownerPost,
      owner,
      links: { systems, risks, controls },
      values: {
        name,
        rating,
        description,
        rootCause,
        recommendation,
        audit: plan.plain(finding.audit),
        auditor: plan.plain(finding.auditor),
        reportedOn: plan.dates.working(finding.reported),
        dueOn: plan.dates.resolve(finding.due),
        requirementIds: items,
      },
    })
    const step = (done: { readonly by: string; readonly on: string | number; readonly text: SampleWords }) => {
      const on = plan.dates.working(done.on)
      return { day: on, facts: { code, on, by: done.by, text: plan.plain(done.text) } }
    }
    if (response !== undefined) {
      const { day, facts } = step(response)
      plan.record(day, { act: 'respond', ...facts, as: response.as })
    }
    for (const slip of finding.slips)
      plan.record(plan.dates.working(slip.on), {
        act: 'moveFinding',
        code,
        to: plan.dates.resolve(slip.to),
        reason: plan.plain(slip.because),
      })
    if (implemented !== undefined) {
      const { day, facts } = step(implemented)
      plan.record(day, { act: 'implement', ...facts })
    }
    if (verified !== undefined) {
      const { day, facts } = step(verified)
      plan.record(day, { act: 'verifyFinding', ...facts })
    }
  }
}

type SampleWords = Parameters<SamplePlan['plain']>[0] & object

function planObservations(plan: SamplePlan): void {
  for (const observation of plan.sources.oversight.observations) {
    const { code, name, system, kind, outcome, significant, decision, waived } = observation
    plan.record(plan.dates.working(observation.registered), {
      act: 'observation',
      code,
      system,
      values: {
        name,
        kind,
        on: plan.dates.working(observation.on),
        metric: plan.plain(observation.metric),
        measured: plan.plain(observation.measured),
        allowed: plan.plain(observation.allowed),
        outcome,
        versionBefore: plan.plain(observation.versionBefore),
        versionAfter: plan.plain(observation.versionAfter),
        source: plan.plain(observation.source),
        significant,
        significantReason: plan.plain(observation.reason),
        decision,
        reassessBy: plan.dayOf(observation.reassessBy),
      },
    })
    if (waived !== undefined)
      plan.record(plan.dates.working(waived.on), {
        act: 'waive',
        code,
        risks: waived.risks,
        by: waived.by,
        reason: plan.plain(waived.because),
      })
  }
}
