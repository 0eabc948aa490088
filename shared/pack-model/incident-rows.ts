/** Incidents and what authorities did, for the page of what management promised: what still stands first, then the newest. */
import { addDays, daysBetween } from '../domain/calendar-date.ts'
import { inTime } from '../domain/incident/breach-standing.ts'
import { incidentSeverities } from '../domain/incident/incident.ts'
import { periodDays } from '../domain/metrics/incident-figures.ts'
import { type IncidentOn, incidentsOn } from '../domain/metrics/incident-on.ts'
import { type Statement, statement } from '../domain/statement.ts'
import type { PackContext } from './pack-context.ts'
import type { EnforcementRow, IncidentRow } from './pages.ts'

/** Those of K21's period, and older ones that are not resolved: late reports first, then what is open, by seriousness and day. */
export function incidentRows(context: PackContext): readonly IncidentRow[] {
  const first = addDays(context.asOf, 1 - periodDays)
  return incidentsOn(context.on)
    .filter(({ day, resolvedOn }) => day === null || day >= first || resolvedOn === null)
    .map((each) => rowOf(context, each))
    .sort(
      (one, other) =>
        Number(other.inTime === 'no') - Number(one.inTime === 'no') ||
        Number(one.resolvedOn !== null) - Number(other.resolvedOn !== null) ||
        weight(one) - weight(other) ||
        (one.day === other.day ? 0 : (one.day ?? '9999') < (other.day ?? '9999') ? 1 : -1),
    )
}

/** What nobody has judged counts as major; a near miss comes after every incident. */
function weight({ kind, severity }: IncidentRow): number {
  return (kind === 'near_miss' ? incidentSeverities.length : 0) + incidentSeverities.indexOf(severity ?? 'major')
}

function rowOf(context: PackContext, { incident, day, breach, resolvedOn }: IncidentOn): IncidentRow {
  const { detectedAt, resolvedAt } = incident
  const report = breach === null ? null : breach.early.madeOn === null ? breach.early : breach.final
  return {
    code: incident.code,
    name: incident.name,
    kind: incident.kind,
    severity: incident.severity,
    day,
    resolvedOn,
    hours:
      resolvedOn === null || detectedAt === null || resolvedAt === null
        ? null
        : (Date.parse(resolvedAt) - Date.parse(detectedAt)) / 3_600_000,
    daysOpen: resolvedOn !== null || day === null ? null : daysBetween(day, context.asOf),
    reportability: breach?.reportability ?? 'not_reportable',
    inTime: breach && inTime(breach),
    report: report && { kind: report.kind, dueOn: report.dueOn },
    systems: incident.systemIds.flatMap((id) => context.systemCodes.get(id) ?? []),
    lesson: incident.lessons,
  }
}

/** Received by the day, and not done on it: the earliest deadline first, what has none last. */
export function enforcementRows(context: PackContext): readonly EnforcementRow[] {
  const { enforcements, incidents } = context.on.input
  const codes = new Map(incidents.map(({ id, code }) => [id, code]))
  const { asOf } = context
  return enforcements
    .filter(
      ({ withdrawn, receivedOn, state, doneOn }) =>
        withdrawn === null &&
        (receivedOn === null || receivedOn <= asOf) &&
        (state === 'open' || (doneOn !== null && doneOn > asOf)),
    )
    .map(({ code, name, kind, authority, dueOn, incidentId }) => ({
      code,
      name,
      kind,
      authority,
      dueOn,
      daysOverdue: dueOn !== null && dueOn < asOf ? daysBetween(dueOn, asOf) : 0,
      incident: incidentId === null ? null : (codes.get(incidentId) ?? null),
    }))
    .sort((one, other) => ((one.dueOn ?? '9999') < (other.dueOn ?? '9999') ? -1 : 1))
}

/** K21 and KRI-10 in one line beside the title. */
export function incidentAside(context: PackContext): Statement | null {
  const severity = context.kris.get('K21')
  const reported = context.kris.get('KRI-10')
  if (severity === undefined || reported === undefined || severity.value === null) return null
  return statement('pack.aside.incidents', {
    count: severity.denominator ?? 0,
    heavy: severity.numerator ?? 0,
    nearMisses: severity.parts['nearMisses'] ?? 0,
    inTime: reported.numerator ?? 0,
    owed: reported.denominator ?? 0,
  })
}

/** What the board must hear of, whatever else stands on the page. */
export function incidentLead(context: PackContext): readonly Statement[] {
  const missed = context.kris.get('KRI-10')?.contributing ?? []
  const late = enforcementRows(context).filter(({ daysOverdue }) => daysOverdue > 0)
  return [
    ...(missed.length > 0 ? [statement('pack.lead.reportsMissed', { count: missed.length })] : []),
    ...(late.length > 0 ? [statement('pack.lead.enforcementsOverdue', { count: late.length })] : []),
  ]
}
