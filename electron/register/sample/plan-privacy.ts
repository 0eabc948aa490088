/** Uses of personal data, consents, impact assessments in every state, and a de-identification. */
import type { SamplePlan } from './sample-plan.ts'

export function planPrivacy(plan: SamplePlan): void {
  const { consents, uses, dpias, deidentifications } = plan.sources.privacy
  for (const { code, registered, from, channel, scope, withdrawal, ...values } of consents)
    plan.record(plan.dates.working(registered), {
      act: 'consent',
      code,
      values: {
        ...values,
        from: plan.dayOf(from),
        channel: plan.plain(channel),
        scope: plan.plain(scope),
        withdrawalWay: plan.plain(withdrawal),
      },
    })
  for (const use of uses) {
    const on = plan.dates.working(use.registered)
    plan.record(on, {
      act: 'dataUse',
      code: use.code,
      system: use.system,
      consents: use.consents,
      on,
      basis: use.basis,
      grounds: plan.plain(use.grounds ?? undefined),
      findings: use.findings,
      values: {
        name: use.name,
        ...use.answers,
        subjects: plan.plain(use.subjects),
        purpose: use.purpose,
        notifiedOn: plan.dayOf(use.told),
        consentCovers: use.covers,
        countries: use.countries,
        plannedBasis: use.planned,
        plansStatistics: use.statistics,
      },
    })
    if (use.later.length > 0)
      plan.record(plan.dates.working('R60'), { act: 'moveUse', code: use.code, countries: use.later })
  }
  for (const { code, registered, system, name, steps, outcome, approver, wanted, valid } of dpias) {
    const on = plan.dates.working(registered)
    plan.record(on, {
      act: 'dpia',
      code,
      system,
      on,
      steps,
      outcome,
      approver,
      validUntil: plan.dayOf(valid),
      words: plan.plain(dpiaWords) ?? '',
      values: { name, wantedOn: plan.dayOf(wanted) },
    })
  }
  for (const { code, registered, system, tester, parameters, method, ...values } of deidentifications) {
    const on = plan.dates.working(registered)
    plan.record(on, {
      act: 'deidentification',
      code,
      system,
      tester,
      values: {
        ...values,
        parameters: plan.plain(parameters),
        testMethod: plan.plain(method),
        doneOn: on,
        testedOn: on,
      },
    })
  }
}

const dpiaWords = { ja: '関係部署と確かめて記録', en: 'Recorded after talking with the units concerned' }
