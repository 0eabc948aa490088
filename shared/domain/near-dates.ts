/** Days ahead on which something ends or is due, the nearest first; what falls on one day for one reason is one line. */
import type { Day } from './calendar-date.ts'
import type { AcceptanceStanding } from './metrics/acceptance-standing.ts'
import { openActionsOn } from './metrics/action-figures.ts'
import type { RegisterOn } from './metrics/register-on.ts'
import type { CodedNoun } from './nouns.ts'
import { type Statement, statement } from './statement.ts'

export const nearDateKinds = [
  'pack',
  'termEnds',
  'acceptanceEnds',
  'exceptionEnds',
  'evidenceExpires',
  'actionDue',
  'systemReview',
  'riskReview',
] as const
export type NearDateKind = (typeof nearDateKinds)[number]

export interface NearDate {
  readonly on: Day
  readonly kind: NearDateKind
  readonly what: Statement
  /** What the line opens; null for the pack. */
  readonly target: { readonly noun: CodedNoun; readonly codes: readonly string[] } | null
}

const datesShown = 6
/** How many days of a kind are listed, so that no kind crowds out the others. */
const daysOfKind: Readonly<Record<NearDateKind, number>> = {
  pack: 1,
  termEnds: 2,
  acceptanceEnds: 2,
  exceptionEnds: 2,
  evidenceExpires: 1,
  actionDue: 1,
  systemReview: 1,
  riskReview: 1,
}

export function nearDatesOn(
  on: RegisterOn,
  acceptances: readonly AcceptanceStanding[],
  packDay: Day,
): readonly NearDate[] {
  const groups = new Map<string, { on: Day; kind: NearDateKind; noun: CodedNoun; codes: string[] }>()
  const add = (day: Day | null, kind: NearDateKind, noun: CodedNoun, code: string) => {
    if (day === null || day < on.asOf) return
    const key = `${day}${kind}`
    const group = groups.get(key)
    if (group) group.codes.push(code)
    else groups.set(key, { on: day, kind, noun, codes: [code] })
  }
  for (const term of on.input.terms) {
    const post = on.post(term.postId)
    if (term.withdrawn === null && term.capacity === 'holder' && term.from <= on.asOf && post?.kind === 'executive')
      add(term.to, 'termEnds', 'post', post.code)
  }
  for (const standing of acceptances)
    if (standing.state === 'active')
      add(standing.to, standing.kind === 'exception' ? 'exceptionEnds' : 'acceptanceEnds', 'acceptance', standing.code)
  for (const evidence of on.input.evidence)
    if (evidence.withdrawn === null) add(evidence.validUntil, 'evidenceExpires', 'evidence', evidence.code)
  for (const { action, dueOn } of openActionsOn(on)) add(dueOn, 'actionDue', 'action', action.code)
  for (const system of on.systems) add(system.nextReviewOn, 'systemReview', 'system', system.code)
  for (const risk of on.risks) add(risk.nextReviewOn, 'riskReview', 'risk', risk.code)
  const dates = [...groups.values()].map((group): NearDate => {
    const [only = ''] = group.codes
    return {
      on: group.on,
      kind: group.kind,
      what: statement(`overview.date.${group.kind}`, { count: group.codes.length, code: only }),
      target: { noun: group.noun, codes: group.codes },
    }
  })
  if (packDay >= on.asOf) dates.push({ on: packDay, kind: 'pack', what: statement('overview.date.pack'), target: null })
  const weight = (kind: NearDateKind) => nearDateKinds.indexOf(kind)
  const listed = new Map<NearDateKind, number>()
  return dates
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : weight(one.kind) - weight(other.kind)))
    .filter(({ kind }) => {
      const before = listed.get(kind) ?? 0
      listed.set(kind, before + 1)
      return before < daysOfKind[kind]
    })
    .slice(0, datesShown)
}
