/** One thing that somebody owes the register: what, to which record, by when, and who answers. Codes and facts, no words. */
import { type Day, daysBetween } from './calendar-date.ts'
import type { CodedNoun } from './nouns.ts'
import { type Fact, type Statement, statement } from './statement.ts'
import type { Bilingual } from './text.ts'

/** The first is the heaviest. A kind never depends on the day, so that an item keeps its identity while it grows late. */
export const workKinds = [
  'vacantPost',
  'breachFinal',
  'breachEarly',
  'breachLearned',
  'breachUnjudged',
  'enforcementDue',
  'systemNoExecutive',
  'decisionUnrecorded',
  'acceptanceEnds',
  'riskUncovered',
  'finding',
  'intakeFound',
  'packDeadline',
  'decision',
  'action',
  'preparation',
  'decisionDeferred',
  'riskReassess',
  'acceptanceStale',
  'acceptanceReconfirm',
  'controlTest',
  'evidenceExpires',
  'confirmation',
  'actionUnverified',
  'findingUnanswered',
  'findingUnverified',
  'training',
  'riskUnassessed',
  'riskNoOwner',
  'systemNoOwner',
  'tierUnset',
  'personalDataUnknown',
  'contractNotice',
  'contractEnds',
  'contractGap',
  'contractRisk',
  'useConsent',
  'dpiaReopened',
  'dpiaValidity',
  'dpiaStart',
  'dpiaApproval',
  'deidentificationStart',
  'deidentificationTest',
  'ruleUnassessed',
  'ruleToCheck',
  'ruleBegins',
  'riskReview',
  'systemReview',
  'policyReview',
  'vendorReview',
  'controlReview',
  'useReview',
  'intakeOpen',
  'intakeReturned',
  'termEnds',
] as const
export type WorkKind = (typeof workKinds)[number]

/** `late`: its day has passed; `gap`: missing, with no day by which it was owed; `soon`: within 30 days; `later`: after them. */
export const workStandings = ['late', 'gap', 'soon', 'later'] as const
export type WorkStanding = (typeof workStandings)[number]
export const soonDays = 30

/** Who owes it: through a post where one answers. A deputy is named and does not fill a vacancy. */
export interface Answering {
  readonly postId: string | null
  readonly personId: string | null
  readonly deputyId: string | null
}

export interface WorkItem {
  readonly kind: WorkKind
  readonly noun: CodedNoun
  /** Of the record that is opened. */
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  /** The last day on which it is in time; of a vacancy the first day without a holder. Null: it has no day. */
  readonly day: Day | null
  /** Calendar days left until the day; negative once it has passed. */
  readonly days: number | null
  readonly standing: WorkStanding
  /** Null: not late and not missing. */
  readonly severity: 'breach' | 'warning' | null
  readonly answering: Answering
  readonly unitId: string | null
  /** Which sentence of the kind says it, where there is more than one. */
  readonly variant: WorkVariant | null
  /** Codes of the systems that lose their executive by a vacancy. */
  readonly systems?: readonly string[]
  /** Of a training: the people who have not done it, and of whom it is required. */
  readonly people?: { readonly open: number; readonly of: number }
  /** Of work with a usual duration: the day for which it is begun. */
  readonly readyOn?: Day
  /** Of one that stands inside the record that is opened: which, and what it is called. */
  readonly part?: { readonly id: string; readonly name: Bilingual }
}
export type WorkVariant = 'reopened' | 'runningOut' | 'missing' | 'ineffective' | 'untested' | 'undated' | 'exception'

/** The same for as long as the same thing is owed by the same record: what a calendar updates an entry by. */
export function workKey(item: Pick<WorkItem, 'kind' | 'id' | 'part'>): string {
  return `${item.kind}-${item.part?.id ?? item.id}`
}

/** The person who can be asked: the holder, else the deputy; null where there is nobody. */
export function askedPerson({ answering }: Pick<WorkItem, 'answering'>): string | null {
  return answering.personId ?? answering.deputyId
}

/** What is owed, as a sentence without its day. */
export function owedStatement(
  item: Pick<WorkItem, 'kind' | 'variant' | 'systems' | 'people' | 'readyOn' | 'part'>,
): Statement {
  if (item.part !== undefined) return statement(`workQueue.owed.${item.kind}`, { name: item.part.name })
  const facts: Record<string, Fact> =
    item.people !== undefined
      ? { count: item.people.open, of: item.people.of }
      : item.systems === undefined
        ? item.readyOn === undefined
          ? {}
          : { on: item.readyOn }
        : { count: item.systems.length }
  return statement(`workQueue.owed.${item.variant === null ? item.kind : `${item.kind}_${item.variant}`}`, facts)
}

/** The one verb, which leads to where it is done. */
export function workVerb({ kind, variant }: Pick<WorkItem, 'kind' | 'variant'>): Statement {
  return statement(`workQueue.verb.${variant === 'undated' ? `${kind}_undated` : kind}`)
}

/** How far the day is: "3 days over", "in 5 days". Null where it has no day. */
export function daysStatement(days: number | null): Statement | null {
  if (days === null) return null
  if (days === 0) return statement('workQueue.days.today')
  return days < 0
    ? statement('workQueue.days.over', { count: -days })
    : statement('workQueue.days.left', { count: days })
}

export function standingOf(day: Day | null, asOf: Day): { days: number | null; standing: WorkStanding } {
  if (day === null) return { days: null, standing: 'gap' }
  const days = daysBetween(asOf, day)
  return { days, standing: days < 0 ? 'late' : days <= soonDays ? 'soon' : 'later' }
}

/** Heaviest first: breaches, warnings, then what is not late yet; of one weight the longest over, then the nearest. */
export function heaviestFirst(one: WorkItem, other: WorkItem): number {
  return (
    weightOf(one) - weightOf(other) ||
    (one.days ?? 0) - (other.days ?? 0) ||
    rankOf(one) - rankOf(other) ||
    (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)
  )
}

function weightOf({ severity, standing }: WorkItem): number {
  if (severity === 'breach') return 0
  if (severity === 'warning') return standing === 'late' ? 1 : 2
  return standing === 'soon' ? 3 : 4
}

const ranks: ReadonlyMap<WorkKind, number> = new Map(workKinds.map((kind, rank) => [kind, rank]))
function rankOf({ kind }: WorkItem): number {
  return ranks.get(kind) ?? workKinds.length
}
