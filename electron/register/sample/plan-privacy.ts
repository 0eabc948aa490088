/** Uses of personal data, consents, impact assessments in every state, and de-identifications. */
import type { DataCheckId } from '#shared/domain/privacy/check-catalogue.ts'
import { dpiaSteps } from '#shared/domain/privacy/dpia.ts'
import type { SamplePlan } from './sample-plan.ts'

export function planPrivacy(plan: SamplePlan): void {
  for (const { code, registered, from, channel, scope, withdrawal, ...values } of plan.sources.privacy.consents)
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
  planUses(plan)
  planDpias(plan)
  for (const { code, registered, system, use, tester, ...values } of plan.sources.privacy.deidentifications) {
    const on = plan.dates.working(registered)
    plan.record(on, {
      act: 'deidentification',
      code,
      system,
      use,
      tester,
      values: {
        name: values.name,
        technique: values.technique,
        parameters: plan.plain(values.parameters),
        testMethod: plan.plain(values.method ?? undefined),
        residual: values.residual,
        residualText: plan.plain(values.residualText ?? undefined),
        doneOn: on,
        testedOn: tester === null ? null : on,
      },
    })
  }
}

function planUses(plan: SamplePlan): void {
  for (const use of plan.sources.privacy.uses) {
    const on = plan.dates.working(use.registered)
    const judged = (answer: string) => (answer === 'unknown' ? null : on)
    plan.record(on, {
      act: 'dataUse',
      code: use.code,
      system: use.system,
      consents: use.consents,
      contracts: use.contracts,
      on,
      basis: use.basis,
      grounds: plan.plain(use.grounds ?? undefined),
      findings: Object.entries(use.findings).map(([checkId, { finding, grounds }]) => ({
        checkId: checkId as DataCheckId,
        finding,
        grounds: plan.plain(grounds),
      })),
      values: {
        name: use.name,
        ...use.answers,
        subjects: plan.plain(use.subjects),
        sources: plan.plain(use.sources),
        purpose: use.purpose,
        notifiedWhere: plan.plain(use.where),
        notifiedOn: plan.dayOf(use.told),
        consentCovers: use.covers,
        consentGrounds: plan.plain(use.coverGrounds),
        consentOn: judged(use.covers),
        countries: use.countries,
        crossBorderRoute: use.route,
        handling: use.handling,
        handlingGrounds: plan.plain(use.handlingGrounds),
        agreementFits: use.fits,
        agreementGrounds: plan.plain(use.fitGrounds),
        agreementOn: judged(use.fits),
        retention: plan.plain(use.retention),
        inputRules: plan.plain(use.inputRules),
        plannedBasis: use.planned,
        plansStatistics: use.statistics,
        wantedOn: plan.dayOf(use.wanted),
      },
    })
    if (use.later.length > 0)
      plan.record(plan.dates.working('R70'), { act: 'moveUse', code: use.code, countries: use.later })
  }
}

/** The share of the time since the last pack that passes between two steps. */
const betweenSteps = 5

function planDpias(plan: SamplePlan): void {
  for (const { code, registered, system, name, wanted, ...dpia } of plan.sources.privacy.dpias) {
    const begun = Number(registered.slice(1))
    const after = (steps: number) => plan.dates.working(`R${String(begun + steps * betweenSteps)}`)
    plan.record(after(0), { act: 'dpia', code, system, values: { name, wantedOn: plan.dayOf(wanted) } })
    for (const [at, step] of dpiaSteps.slice(0, dpia.said.length).entries())
      plan.record(after(at + 1), {
        act: 'dpiaStep',
        code,
        step,
        on: after(at + 1),
        text: plan.plain(dpia.said[at]) ?? '',
        outcome: dpia.outcome,
        reasons: dpia.reasons,
        risks: dpia.risks,
        actions: dpia.actions,
      })
    const validUntil = plan.dayOf(dpia.valid)
    if (dpia.approver !== null && validUntil !== null)
      plan.record(after(dpiaSteps.length + 1), {
        act: 'dpiaApproval',
        code,
        on: after(dpiaSteps.length + 1),
        approver: dpia.approver,
        validUntil,
        text: plan.plain(dpia.approval) ?? '',
      })
  }
}
