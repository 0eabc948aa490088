/** What people undertook, confirmed and accepted. */
import { planLinks } from './plan-links.ts'
import type { SamplePlan } from './sample-plan.ts'

export function planActions(plan: SamplePlan): void {
  for (const action of plan.sources.actions.actions) {
    const registered = plan.dates.working(action.registered)
    plan.record(registered, {
      act: 'action',
      code: action.code,
      owner: action.owner,
      name: action.name,
      due: plan.dayOf(action.due),
      links: planLinks(plan, { noun: 'action', code: action.code, registered }, action),
    })
    for (const slip of action.slips)
      plan.record(plan.dates.working(slip.on), {
        act: 'moveDueDate',
        code: action.code,
        to: plan.dates.resolve(slip.to),
        reason: plan.plain(slip.because),
      })
    if (action.done !== undefined) {
      const on = plan.dates.working(action.done)
      plan.record(on, { act: 'complete', code: action.code, on })
    }
    if (action.verified !== undefined) {
      const on = plan.dates.working(action.verified.on)
      plan.record(on, { act: 'verify', code: action.code, on, by: action.verified.by })
    }
  }
}

export function planConfirmations(plan: SamplePlan): void {
  const { campaigns, attestations, acceptances } = plan.sources.confirmations
  for (const campaign of campaigns) {
    plan.record(plan.dates.working(campaign.registered), {
      act: 'campaign',
      key: campaign.key,
      name: campaign.name,
      from: plan.dates.resolve(campaign.from),
      dueOn: plan.dates.resolve(campaign.due),
      posts: campaign.posts,
      notes: plan.plain(campaign.notes),
    })
    for (const sheet of campaign.sheets)
      plan.record(plan.dates.working(sheet.on), {
        act: 'signSheet',
        post: sheet.post,
        campaign: campaign.key,
        note: plan.plain(sheet.note),
      })
  }
  for (const attestation of attestations) {
    const on = plan.dates.working(attestation.on)
    const recorded = attestation.recorded === undefined ? on : plan.dates.working(attestation.recorded)
    for (const code of attestation.systems)
      plan.record(recorded, { act: 'attest', code, post: attestation.post, on, note: plan.plain(attestation.note) })
  }
  for (const acceptance of acceptances) {
    const from =
      acceptance.recorded === undefined ? plan.dates.working(acceptance.from) : plan.dates.resolve(acceptance.from)
    plan.record(acceptance.recorded === undefined ? from : plan.dates.working(acceptance.recorded), {
      act: 'accept',
      code: acceptance.code,
      kind: acceptance.kind,
      subject: acceptance.subject.startsWith('RSK') ? 'risk' : 'control',
      subjectCode: acceptance.subject,
      post: acceptance.post,
      from,
      to: plan.dates.resolve(acceptance.to),
      reason: plan.plain(acceptance.because),
      renews: acceptance.renews,
    })
    if (acceptance.ended !== undefined) {
      const on = plan.dates.working(acceptance.ended.on)
      plan.record(on, { act: 'endAcceptance', code: acceptance.code, on, reason: plan.plain(acceptance.ended.because) })
    }
  }
}

export function planIntakes(plan: SamplePlan): void {
  for (const intake of plan.sources.intakes.intakes) {
    const received = plan.dates.working(intake.received)
    const { code, by, foundBy, unit, decided, name, origin, purpose, kind, data, affected, autonomy, effect, inUse } =
      intake
    plan.record(received, {
      act: 'intake',
      code,
      requester: by,
      foundBy,
      unit,
      values: {
        name,
        origin,
        purpose,
        service: plan.plain(intake.service),
        kind,
        data,
        affected,
        autonomy,
        effect,
        inUse,
        receivedOn: received,
      },
    })
    if (decided !== undefined)
      plan.record(plan.dates.working(decided.on), {
        act: 'decideIntake',
        code,
        as: decided.as,
        reason: plan.plain(decided.because),
      })
  }
}
