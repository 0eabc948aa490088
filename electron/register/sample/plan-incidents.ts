/** Incidents with their reports, what authorities asked for, and notes on a surcharge. */
import type { SamplePlan } from './sample-plan.ts'
import type { SampleSources } from './sample-sources.ts'
import { noText } from '#shared/domain/text.ts'

type Moment = NonNullable<SampleSources['incidents']['incidents'][number]['resolved']>

export function planIncidents(plan: SamplePlan): void {
  const { incidents, enforcements, surchargeNotes } = plan.sources.incidents
  const at = ({ on, at: time }: Moment) => `${plan.dates.resolve(on)} ${time}`
  const momentOf = (moment: Moment | undefined) => (moment === undefined ? null : at(moment))
  for (const incident of incidents) {
    const { code, name, kind, severity, ownerPost, owner, systems, risks, controls, judged, closed } = incident
    const registered = plan.dates.working(incident.registered)
    plan.record(registered, {
      act: 'incident',
      code,
      ownerPost,
      owner,
      links: { systems, risks, controls },
      values: {
        name,
        kind,
        severity,
        description: incident.description,
        affectedCount: incident.affected,
        affectedBasis: incident.basis,
        personalData: incident.personalData,
        dataInvolved: incident.data ?? noText,
        timeline: incident.timeline.map((entry) => ({
          at: at(entry),
          who: plan.plain(entry.who),
          what: plan.plain(entry.what),
        })),
        cause: incident.cause ?? noText,
        rootCause: plan.plain(incident.rootCause),
        measures: incident.measures ?? noText,
        lessons: incident.lessons ?? noText,
        ...incident.items,
      },
      moments: {
        occurredAt: momentOf(incident.occurred),
        detectedAt: momentOf(incident.detected),
        learnedAt: momentOf(incident.learned),
      },
    })
    if (judged !== undefined)
      plan.record(plan.dates.working(judged.on), {
        act: 'judgeIncident',
        code,
        by: judged.by,
        text: plan.plain(judged.text),
        answers: judged.answers,
      })
    for (const report of incident.reports)
      plan.record(plan.dates.working(report.registered), {
        act: 'reportIncident',
        code,
        kind: report.kind,
        at: at(report),
        to: plan.plain(report.to),
        reference: plan.plain(report.reference),
        by: report.by,
      })
    if (incident.resolved !== undefined)
      plan.record(registered, { act: 'resolveIncident', code, at: at(incident.resolved) })
    if (closed !== undefined) {
      const on = plan.dates.working(closed.on)
      plan.record(on, { act: 'closeIncident', code, by: closed.by, on, text: plan.plain(closed.text) })
    }
  }
  for (const enforcement of enforcements) {
    const { code, name, kind, subject, response, systems, ownerPost, owner } = enforcement
    plan.record(plan.dates.working(enforcement.registered), {
      act: 'enforcement',
      code,
      ownerPost,
      owner,
      systems,
      incident: enforcement.incident,
      values: {
        name,
        kind,
        authority: plan.plain(enforcement.authority),
        reference: plan.plain(enforcement.reference),
        receivedOn: plan.dates.resolve(enforcement.received),
        dueOn: plan.dates.resolve(enforcement.due),
        subject,
        response: response ?? noText,
      },
    })
  }
  for (const { system, registered, owner, note } of surchargeNotes) {
    const on = plan.dates.working(registered)
    plan.record(on, { act: 'surchargeNote', code: system, owner, on, note })
  }
}
