/**
 * Whether a leak must be reported, by when, and how its reports stand on a day. Pure; the days are counted by `breach-clock.ts`.
 *
 * Rules of ours:
 * - `reportable`: there was, or likely was, a leak, and at least one trigger holds or likely holds. `not_reportable`: there was none, or
 *   every trigger was denied. Anything else is `possible`: it has the same deadlines, and counts against until it is answered.
 * - Of several triggers the earliest deadline is meant. A possible leak counts by every trigger that was not denied.
 * - A report is late after the earliest reading of its deadline; that it lies within a later one is said beside it.
 * - While nobody has recorded when the company learned, no day can be said: the report counts as not made in time.
 */
import { type BreachDeadlines, type BreachTrigger, breachTriggers, clock, japanZone } from '../breach-clock.ts'
import { type Day, dayAt, daysBetween, type Instant } from '../calendar-date.ts'
import type { BreachAnswer, Incident, IncidentReport, ReportKind } from './incident.ts'

export const triggerFields = {
  'BR-1': 'leakSensitive',
  'BR-2': 'leakFinancial',
  'BR-3': 'leakWrongful',
  'BR-4': 'leakMany',
} as const satisfies Record<BreachTrigger, keyof Incident>

export const reportabilities = ['reportable', 'possible', 'not_reportable'] as const
export type Reportability = (typeof reportabilities)[number]

export type BreachFacts = Pick<
  Incident,
  'leak' | 'leakSensitive' | 'leakFinancial' | 'leakWrongful' | 'leakMany' | 'learnedAt'
>
export type ReportFacts = Pick<IncidentReport, 'kind' | 'at' | 'withdrawn'>

const holds = (answer: BreachAnswer) => answer === 'yes' || answer === 'likely'

export function reportabilityOf(incident: Omit<BreachFacts, 'learnedAt'>): Reportability {
  const triggers = breachTriggers.map((trigger) => incident[triggerFields[trigger]])
  if (incident.leak === 'no' || triggers.every((answer) => answer === 'no')) return 'not_reportable'
  return holds(incident.leak) && triggers.some(holds) ? 'reportable' : 'possible'
}

/** The triggers by which the clock runs: those that hold; of a possible leak also those that nobody has denied. */
export function triggersOf(incident: Omit<BreachFacts, 'learnedAt'>): readonly BreachTrigger[] {
  const reportability = reportabilityOf(incident)
  if (reportability === 'not_reportable') return []
  return breachTriggers.filter((trigger) => {
    const answer = incident[triggerFields[trigger]]
    return reportability === 'reportable' ? holds(answer) : answer !== 'no'
  })
}

export interface BreachClock extends BreachDeadlines {
  readonly triggers: readonly BreachTrigger[]
}

/** Null where nothing is to be reported, or where nobody has recorded when the company learned. */
export function clockOf(incident: BreachFacts): BreachClock | null {
  const triggers = triggersOf(incident)
  const { learnedAt } = incident
  if (learnedAt === null) return null
  const all = triggers.map((trigger) => clock(trigger, learnedAt))
  const [earliest] = all.toSorted((one, other) => (one.final < other.final ? -1 : 1))
  return earliest === undefined ? null : { ...earliest, triggers }
}

/**
 * `running`: not made, and its day has not passed. `overdue`: not made, and it has. `on_time` and `late`: made. `replaced`: the party
 * that entrusted the data was told instead. `unknown`: nobody has recorded when the company learned, and it has not been made.
 */
export const reportStandings = ['on_time', 'late', 'running', 'overdue', 'replaced', 'unknown'] as const
export type ReportStanding = (typeof reportStandings)[number]

export interface ReportOn {
  readonly kind: 'early' | 'final'
  readonly standing: ReportStanding
  readonly dueOn: Day | null
  /** Of one that is not made: days left, negative once its day has passed. Of one that was made late: by how many days, negative. */
  readonly days: number | null
  /** When it was made, in Japan. */
  readonly madeOn: Day | null
  /** Past the earliest reading of its deadline, and within the later one. */
  readonly withinLater: boolean
}

export interface BreachOn {
  readonly reportability: Reportability
  readonly clock: BreachClock | null
  readonly early: ReportOn
  readonly final: ReportOn
  /** When the persons were told, in Japan; null: not on record. The law names no number of days. */
  readonly personsOn: Day | null
}

/** Null where nothing is to be reported. Reports and the learning itself count up to the day. */
export function breachOn(
  incident: BreachFacts,
  reports: readonly ReportFacts[],
  day: Day,
  zone: string = japanZone,
): BreachOn | null {
  const reportability = reportabilityOf(incident)
  if (reportability === 'not_reportable') return null
  const made = reports.filter(({ withdrawn, at }) => withdrawn === null && dayAt(at, zone) <= day)
  const first = (kind: ReportKind): Instant | null =>
    made
      .filter((report) => report.kind === kind)
      .map(({ at }) => at)
      .sort()[0] ?? null
  const found = clockOf(incident)
  const replaced = first('entrusting_party')
  // A final report holds all that an early one does.
  const final = first('final')
  const early = [first('early'), final].filter((at) => at !== null).sort()[0] ?? null
  const standing = (kind: 'early' | 'final', at: Instant | null): ReportOn =>
    reportOn(kind, { at, replaced, clock: found, day })
  const persons = first('persons')
  return {
    reportability,
    clock: found,
    early: standing('early', early),
    final: standing('final', final),
    personsOn: persons === null ? null : dayAt(persons, japanZone),
  }
}

function reportOn(
  kind: 'early' | 'final',
  given: {
    readonly at: Instant | null
    readonly replaced: Instant | null
    readonly clock: BreachClock | null
    readonly day: Day
  },
): ReportOn {
  const { at, replaced, clock: deadlines, day } = given
  const dueOn = deadlines?.[kind] ?? null
  const later = kind === 'early' ? (deadlines?.earlyLatest ?? null) : (deadlines?.finalExtended ?? null)
  const shared = { kind, dueOn }
  // Telling the entrusting party takes the place of reporting; it owes the same haste as the early report.
  const instant = at ?? replaced
  if (instant === null) {
    if (dueOn === null) return { ...shared, standing: 'unknown', days: null, madeOn: null, withinLater: false }
    const days = daysBetween(day, dueOn)
    return {
      ...shared,
      standing: days < 0 ? 'overdue' : 'running',
      days,
      madeOn: null,
      withinLater: days < 0 && later !== null && day <= later,
    }
  }
  const madeOn = dayAt(instant, japanZone)
  if (dueOn === null) return { ...shared, standing: 'unknown', days: null, madeOn, withinLater: false }
  const days = daysBetween(madeOn, dueOn)
  if (days < 0) return { ...shared, standing: 'late', days, madeOn, withinLater: later !== null && madeOn <= later }
  return { ...shared, standing: at === null ? 'replaced' : 'on_time', days, madeOn, withinLater: false }
}

const notInTime: readonly ReportStanding[] = ['late', 'overdue', 'unknown']

/**
 * Whether both reports were made in time, as far as it can be said on the day: `open` while the last day has not come and nothing is
 * late yet.
 */
export function inTime({ early, final }: BreachOn): 'yes' | 'no' | 'open' {
  if ([early, final].some(({ standing }) => notInTime.includes(standing))) return 'no'
  return final.standing === 'running' ? 'open' : 'yes'
}
