/** Incidents as they stood on a day: which had been noticed, how their reports stood, what they repeat. Made once a day and state. */
import { japanZone } from '../breach-clock.ts'
import { type Day, dayAt } from '../calendar-date.ts'
import { type BreachOn, breachOn } from '../incident/breach-standing.ts'
import type { Incident, IncidentReport } from '../incident/incident.ts'
import { dayOfIncident, repeatedBy } from '../incident/incident-days.ts'
import type { RegisterOn } from './register-on.ts'

export interface IncidentOn {
  readonly incident: Readonly<Incident>
  /** When it was noticed; null where no moment is on record: it then counts on every day. */
  readonly day: Day | null
  /** Null where nothing is to be reported. */
  readonly breach: BreachOn | null
  readonly reports: readonly Readonly<IncidentReport>[]
  /** Earlier ones with the same root cause within a year. */
  readonly repeats: readonly Readonly<Incident>[]
  /** When it was resolved, by the day. */
  readonly resolvedOn: Day | null
}

/** In the order of their codes; those that were noticed after the day are left out. */
export function incidentsOn(on: RegisterOn): readonly IncidentOn[] {
  const { incidents, incidentReports, organisation } = on.input
  const zone = organisation?.timeZone ?? japanZone
  return on.kept.get('incidents on the day', [incidents, incidentReports, zone, on.asOf], () => {
    const reportsOf = Map.groupBy(incidentReports, ({ incidentId }) => incidentId)
    const kept = incidents.filter(({ withdrawn }) => withdrawn === null)
    return kept
      .map((incident): IncidentOn => {
        const reports = reportsOf.get(incident.id) ?? []
        const resolved = incident.resolvedAt === null ? null : dayAt(incident.resolvedAt, zone)
        return {
          incident,
          day: dayOfIncident(incident, zone),
          breach: breachOn(incident, reports, on.asOf),
          reports: reports.filter(({ withdrawn, at }) => withdrawn === null && dayAt(at, japanZone) <= on.asOf),
          repeats: repeatedBy(incident, kept, zone),
          resolvedOn: resolved !== null && resolved <= on.asOf ? resolved : null,
        }
      })
      .filter(({ day }) => day === null || day <= on.asOf)
  })
}
