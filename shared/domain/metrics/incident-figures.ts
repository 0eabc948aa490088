/**
 * K21 and KRI-10. What is ours:
 * - The period is the 365 days that end with the day: as many as the rate of repeats looks back. What has no moment on record counts in
 *   it, since nobody can say that it does not belong there.
 * - K21 has one value to be judged by: incidents (not near misses) of major severity or more; what nobody has judged counts as major. Any
 *   critical one is a breach, whatever the limits ("any major / any critical" of the fact base).
 * - KRI-10 counts what is, or while an answer is unknown may be, reportable, once it can be said: when something is late, or when the final
 *   report is made. Any final report that is late is a breach, whatever the limits.
 * - Nothing recorded at all is no data: nobody knows whether nothing happened or nobody wrote it down. A register that holds one
 *   record, of whatever day, is in use: its count may be zero.
 */
import { addDays } from '../calendar-date.ts'
import { inTime } from '../incident/breach-standing.ts'
import { rootCauseKey } from '../incident/incident-days.ts'
import type { IncidentSeverity } from '../incident/incident.ts'
import { incidentsOn, type IncidentOn } from './incident-on.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'

export const periodDays = 365

export function incidentFigures(on: RegisterOn): readonly Count[] {
  const known = on.input.incidents.some(({ withdrawn }) => withdrawn === null)
  const all = incidentsOn(on)
  const first = addDays(on.asOf, 1 - periodDays)
  const inPeriod = all.filter(({ day }) => day === null || day >= first)
  return [severityFigure(known, all, inPeriod, first), clockFigure(known, inPeriod)]
}

function severityFigure(
  known: boolean,
  all: readonly IncidentOn[],
  inPeriod: readonly IncidentOn[],
  first: string,
): Count {
  const incidents = inPeriod.filter(({ incident }) => incident.kind === 'incident')
  const of = (severity: IncidentSeverity | null) =>
    incidents.filter(({ incident }) => incident.severity === severity).length
  const heavy = incidents.filter(({ incident: { severity } }) => severity !== 'moderate' && severity !== 'minor')
  const resolved = all.filter(
    ({ incident, resolvedOn }) => incident.kind === 'incident' && resolvedOn !== null && resolvedOn >= first,
  )
  const hours = resolved.flatMap(({ incident: { detectedAt, resolvedAt } }) =>
    detectedAt === null || resolvedAt === null ? [] : [(Date.parse(resolvedAt) - Date.parse(detectedAt)) / 3_600_000],
  )
  const caused = inPeriod.filter(({ incident }) => rootCauseKey(incident) !== null)
  const owed = inPeriod
    .flatMap(({ breach }) => (breach === null ? [] : [inTime(breach)]))
    .filter((each) => each !== 'open')
  const repeats = caused.filter((each) => each.repeats.length > 0).length
  return {
    id: 'K21',
    known,
    numerator: heavy.length,
    denominator: incidents.length,
    value: heavy.length,
    parts: {
      critical: of('critical'),
      major: of('major'),
      moderate: of('moderate'),
      minor: of('minor'),
      unjudged: of(null),
      nearMisses: inPeriod.length - incidents.length,
      resolved: resolved.length,
      hoursToResolve: hours.length === 0 ? null : hours.reduce((sum, each) => sum + each, 0) / hours.length,
      undetected: resolved.length - hours.length,
      withCause: caused.length,
      repeats,
      repeatRate: caused.length === 0 ? null : repeats / caused.length,
      reportedInTime: owed.length === 0 ? null : owed.filter((standing) => standing === 'yes').length / owed.length,
    },
    contributing: heavy.map(({ incident }) => incident.code),
    ...(of('critical') > 0 ? { atLeast: 'breach' as const } : {}),
  }
}

function clockFigure(known: boolean, inPeriod: readonly IncidentOn[]): Count {
  const owing = inPeriod.flatMap(({ incident, breach }) => (breach === null ? [] : [{ incident, breach }]))
  const judged = owing.filter(({ breach }) => inTime(breach) !== 'open')
  const missed = judged.filter(({ breach }) => inTime(breach) === 'no')
  const finalLate = judged.filter(({ breach: { final } }) => final.standing === 'late' || final.standing === 'overdue')
  return {
    id: 'KRI-10',
    known,
    numerator: judged.length - missed.length,
    denominator: judged.length,
    parts: {
      reportable: owing.filter(({ breach }) => breach.reportability === 'reportable').length,
      possible: owing.filter(({ breach }) => breach.reportability === 'possible').length,
      running: owing.length - judged.length,
      finalLate: finalLate.length,
      withoutLearned: owing.filter(({ breach }) => breach.clock === null).length,
    },
    contributing: missed.map(({ incident }) => incident.code),
    ...(finalLate.length > 0 ? { atLeast: 'breach' as const } : {}),
  }
}
