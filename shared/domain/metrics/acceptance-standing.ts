/** How acceptances and exceptions (one kind of record) stand on a day, and which lapsed ones are still relied on (K22). */
import { addDays, type Day, daysBetween } from '../calendar-date.ts'
import { isAbove } from '../scoring.ts'
import type { AcceptanceFacts } from './figure-input.ts'
import { groupBy, sameAsBefore } from '../kept-parts.ts'
import { reopeningsOn } from './reopening.ts'
import type { RegisterOn } from './register-on.ts'

/**
 * `active`: in its period and not ended; `expired`: its last day has passed; `ended`: ended by a person before that;
 * `future`: not begun. One that was ended after the day still stands on the day.
 */
export type AcceptanceState = 'active' | 'expired' | 'ended' | 'future'

export interface AcceptanceStanding {
  readonly id: string
  readonly code: string
  readonly kind: AcceptanceFacts['kind']
  readonly subject: AcceptanceFacts['subject']
  readonly subjectId: string
  readonly postId: string
  readonly personId: string
  readonly from: Day
  readonly to: Day
  readonly state: AcceptanceState
  /** Calendar days until the last day; negative once it has passed. */
  readonly daysLeft: number
  /** Active, and the last day is at most 30 days away. */
  readonly expiring: boolean
  /** How many times it was renewed before: the length of the chain of `renewsId`. */
  readonly renewals: number
  /** Active, and what was accepted may no longer hold: the level is another one, or its assessment has been reopened. */
  readonly stale: boolean
  /** Active, and an observation since has reopened the assessment of the risk. */
  readonly reopened: boolean
  /** Expired, not followed by an active one, and its subject still needs it. */
  readonly reliedOn: boolean
  readonly likelihood: number | null
  readonly impact: number | null
}

/** All acceptances that are not withdrawn, in the order of the register. */
export function acceptancesOn(on: RegisterOn): readonly AcceptanceStanding[] {
  const { acceptances, assessments } = on.input
  const from = [
    acceptances,
    assessments,
    reopeningsOn(on),
    on.openRisks,
    on.controls,
    on.bandTables,
    on.limits,
    on.asOf,
  ]
  return on.kept.get<readonly AcceptanceStanding[]>('acceptances', from, (earlier) => {
    const known = new Map(earlier?.value.map((standing) => [standing.id, standing]))
    return standingsOn(on).map((standing) => sameAsBefore(known.get(standing.id), standing))
  })
}

function standingsOn(on: RegisterOn): readonly AcceptanceStanding[] {
  const rows = on.input.acceptances.filter((row) => row.withdrawn === null)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const needy = subjectsInNeed(on)
  const reopenings = reopeningsOn(on)
  const lastOfSubject = new Map<string, AcceptanceFacts>()
  for (const [subject, group] of groupBy(rows, (row) => [subjectKey(row)])) {
    const begun = group.filter((row) => row.from <= on.asOf)
    const last = begun.reduce<AcceptanceFacts | null>((best, row) => (best && isLater(best, row) ? best : row), null)
    const covered = begun.some((row) => stateOf(row, on.asOf) === 'active')
    if (last !== null && !covered) lastOfSubject.set(subject, last)
  }
  return rows.map((row) => {
    const state = stateOf(row, on.asOf)
    const reopened = state === 'active' && row.subject === 'risk' && reopenings.has(row.subjectId)
    const level = row.subject === 'risk' ? on.level(row.subjectId, 'residual') : null
    return {
      id: row.id,
      code: row.code,
      kind: row.kind,
      subject: row.subject,
      subjectId: row.subjectId,
      postId: row.postId,
      personId: row.personId,
      from: row.from,
      to: row.to,
      state,
      daysLeft: daysBetween(on.asOf, row.to),
      expiring: state === 'active' && row.to <= addDays(on.asOf, 30),
      renewals: renewalsOf(row, byId),
      stale:
        reopened ||
        (state === 'active' &&
          level !== null &&
          row.likelihood !== null &&
          row.impact !== null &&
          (level.likelihood !== row.likelihood || level.impact !== row.impact)),
      reopened,
      reliedOn: state === 'expired' && lastOfSubject.get(subjectKey(row)) === row && needy.has(subjectKey(row)),
      likelihood: row.likelihood,
      impact: row.impact,
    }
  })
}

function stateOf(row: AcceptanceFacts, day: Day): AcceptanceState {
  if (row.from > day) return 'future'
  if (row.endedOn !== null && row.endedOn <= day) return 'ended'
  return row.to < day ? 'expired' : 'active'
}

function isLater(one: AcceptanceFacts, other: AcceptanceFacts): boolean {
  return one.from > other.from || (one.from === other.from && one.to > other.to)
}

function subjectKey(row: Pick<AcceptanceFacts, 'subject' | 'subjectId'>): string {
  return `${row.subject}:${row.subjectId}`
}

function renewalsOf(row: AcceptanceFacts, byId: ReadonlyMap<string, AcceptanceFacts>): number {
  const seen = new Set([row.id])
  let renewals = 0
  let earlier = row.renewsId === null ? undefined : byId.get(row.renewsId)
  while (earlier && !seen.has(earlier.id)) {
    seen.add(earlier.id)
    renewals += 1
    earlier = earlier.renewsId === null ? undefined : byId.get(earlier.renewsId)
  }
  return renewals
}

/**
 * What still relies on an acceptance: an open risk whose residual level lies outside its appetite or is not assessed, and a
 * control that applies and is not in place.
 */
function subjectsInNeed(on: RegisterOn): ReadonlySet<string> {
  const needy = new Set<string>()
  for (const risk of on.openRisks) {
    const level = on.level(risk.id, 'residual')
    if (level === null || isAbove(level.band, on.limits[risk.category].appetite)) needy.add(`risk:${risk.id}`)
  }
  for (const control of on.controls) if (control.design !== 'in_place') needy.add(`control:${control.id}`)
  return needy
}
