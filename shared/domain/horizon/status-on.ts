/**
 * How an instrument stands on a day, and an event. Three rules keep a future rule from being called law:
 *
 * 1. Only a step whose day is certain changes a status, and from that day on. What is announced (`planned`, a month, a fiscal
 *    year) or has only a latest day never does, however late the day asked for is.
 * 2. From a latest day on the rule must have begun by law; on which day and with which text, content that was looked up before
 *    cannot know. The status stays what is certain and says `COMMENCEMENT_TO_CHECK`: until somebody has looked, duties are to
 *    be taken as applying, and an exception is not to be relied on. Newer content says the day.
 * 3. Whatever is said of a day after the content's own is said with that day (`AFTER_CONTENT`).
 */
import type { Day } from '../calendar-date.ts'
import { firstDayOf, lastDayOf } from './horizon-date.ts'
import type { EventKind, HorizonEvent, HorizonPack, Instrument, RuleStatus, RuleStep } from './horizon-pack.ts'

/** What has to be looked up before the answer is relied on. */
export const ruleChecks = ['AFTER_CONTENT', 'COMMENCEMENT_TO_CHECK', 'ANNOUNCED_DAY_PASSED', 'DAY_UNCONFIRMED'] as const
export type RuleCheck = (typeof ruleChecks)[number]

/** Why there is no status: it does not exist yet, an edition before it is not in the content, or the day is before all of it. */
export type WhyNoStatus = 'NOT_THERE_YET' | 'EARLIER_EDITION' | 'NOT_COVERED'

export interface StatusOn {
  /** Null: no status, and `absent` says why. */
  readonly status: RuleStatus | null
  readonly absent: WhyNoStatus | null
  /** The edition that holds; null where none is named. */
  readonly version: RuleStep['version']
  /** The first certain day of the status; null where the content does not give it. */
  readonly since: Day | null
  /** The steps that hold on the day, oldest first. */
  readonly begun: readonly RuleStep[]
  /** The steps that do not hold yet, or of which that is not known. */
  readonly ahead: readonly RuleStep[]
  readonly checks: readonly RuleCheck[]
}

type Content = Pick<HorizonPack, 'asOf' | 'coversFrom'>

/** The status of an instrument on a day. */
export function statusOn(instrument: Instrument, day: Day, content: Content): StatusOn {
  const begun = instrument.steps.filter((step) => hasBegun(step, day))
  const ahead = instrument.steps.filter((step) => !begun.includes(step))
  const covered = day >= content.coversFrom
  const statusStep = begun.findLast(({ status }) => status !== null)
  const holding = covered ? statusStep : undefined
  return {
    status: holding?.status ?? null,
    absent: holding !== undefined ? null : whyAbsent(instrument, covered),
    version: covered ? (begun.findLast(({ version }) => version !== null)?.version ?? null) : null,
    since: holding === undefined ? null : sinceOf(begun, holding.status),
    begun: covered ? begun : [],
    ahead: covered ? ahead : instrument.steps,
    checks: checksOf(instrument, ahead, holding, { day, content }),
  }
}

/** From its own day on, where that day is certain. */
function hasBegun({ date }: RuleStep, day: Day): boolean {
  return date === null || (date.precision === 'day' && date.day <= day)
}

function whyAbsent(instrument: Instrument, covered: boolean): WhyNoStatus {
  if (!covered) return 'NOT_COVERED'
  return instrument.earlierEditions ? 'EARLIER_EDITION' : 'NOT_THERE_YET'
}

/** The first day of the unbroken run of one status; a new edition of a guidance leaves it a guidance. */
function sinceOf(begun: readonly RuleStep[], status: RuleStatus | null): Day | null {
  let since: Day | null = null
  for (const step of begun.filter((each) => each.status !== null).toReversed()) {
    if (step.status !== status) break
    since = step.date === null ? null : firstDayOf(step.date)
  }
  return since
}

function checksOf(
  instrument: Instrument,
  ahead: readonly RuleStep[],
  holding: RuleStep | undefined,
  { day, content }: { readonly day: Day; readonly content: Content },
): RuleCheck[] {
  const passed = ahead.filter(({ date }) => date !== null && date.precision !== 'day' && hasPassed(date, day))
  const unconfirmed = holding === undefined ? instrument.steps[0] : holding
  return ruleChecks.filter((check) => {
    if (check === 'AFTER_CONTENT') return day > content.asOf
    if (check === 'COMMENCEMENT_TO_CHECK') return passed.some(({ date }) => date?.precision === 'latest')
    if (check === 'ANNOUNCED_DAY_PASSED') return passed.some(({ date }) => date?.precision !== 'latest')
    return unconfirmed?.evidence === 'M'
  })
}

/** A latest day itself is the first on which the rule must hold; a month or a fiscal year has passed after its last day. */
function hasPassed(date: NonNullable<RuleStep['date']>, day: Day): boolean {
  return date.precision === 'latest' ? day >= date.day : day > lastDayOf(date)
}

export interface EventOn {
  readonly kind: EventKind
  readonly checks: readonly RuleCheck[]
}

/**
 * An event on a day. A certain day ahead is upcoming, and past from that day on. What was announced stays planned and what has
 * a latest day stays latest, however late it is: that it happened, only newer content can say.
 */
export function eventOn(event: HorizonEvent, day: Day, content: Content): EventOn {
  const { date } = event
  const certain = date.precision === 'day' && event.kind !== 'planned'
  const checks = ruleChecks.filter((check) => {
    if (check === 'AFTER_CONTENT') return day > content.asOf
    if (check === 'COMMENCEMENT_TO_CHECK') return date.precision === 'latest' && hasPassed(date, day)
    if (check === 'ANNOUNCED_DAY_PASSED') return event.kind === 'planned' && day > lastDayOf(date)
    return event.evidence === 'M'
  })
  if (!certain) return { kind: date.precision === 'latest' ? 'latest' : 'planned', checks }
  return { kind: date.day <= day ? 'past' : 'upcoming', checks }
}

/** The instruments whose steps begin on the day, with these: what is otherwise from that day on. */
export function beginningOn(
  pack: HorizonPack,
  day: Day,
): readonly { instrument: Instrument; steps: readonly RuleStep[] }[] {
  return pack.instruments
    .map((instrument) => ({
      instrument,
      steps: instrument.steps.filter(({ date }) => date?.precision === 'day' && date.day === day),
    }))
    .filter(({ steps }) => steps.length > 0)
}

/**
 * Whether a rule may be relied on as a basis on a day: only one that is in force, and, where it is in force in part, only by a
 * step that has begun. A day that an exception can begin on at the latest never makes it a basis.
 */
export function canBeRelied(instrument: Instrument, stepId: string | null, day: Day, content: Content): boolean {
  const { status, begun } = statusOn(instrument, day, content)
  if (stepId !== null && !begun.some(({ id }) => id === stepId)) return false
  return status === 'in_force' || (status === 'in_force_partially' && stepId !== null)
}
