/** Days ahead on which something ends or is due, the nearest first; what falls on one day for one reason is one line. */
import type { Day } from './calendar-date.ts'
import type { CodedNoun } from './nouns.ts'
import { type Statement, statement } from './statement.ts'
import type { WorkItem, WorkKind } from './work-item.ts'

export const nearDateKinds = [
  'pack',
  'packDeadline',
  'decisionDue',
  'ruleBegins',
  'termEnds',
  'acceptanceEnds',
  'exceptionEnds',
  'evidenceExpires',
  'contractNotice',
  'contractEnds',
  'dpiaStart',
  'dpiaValidity',
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
  packDeadline: 1,
  decisionDue: 1,
  ruleBegins: 1,
  termEnds: 2,
  acceptanceEnds: 2,
  exceptionEnds: 2,
  evidenceExpires: 1,
  contractNotice: 1,
  contractEnds: 1,
  dpiaStart: 1,
  dpiaValidity: 1,
  actionDue: 1,
  systemReview: 1,
  riskReview: 1,
}

/** The kinds of work whose days are listed ahead. */
const kindsOfWork: { readonly [K in WorkKind]?: NearDateKind } = {
  packDeadline: 'packDeadline',
  decision: 'decisionDue',
  ruleBegins: 'ruleBegins',
  termEnds: 'termEnds',
  acceptanceEnds: 'acceptanceEnds',
  evidenceExpires: 'evidenceExpires',
  contractNotice: 'contractNotice',
  contractEnds: 'contractEnds',
  dpiaStart: 'dpiaStart',
  dpiaValidity: 'dpiaValidity',
  action: 'actionDue',
  actionUnverified: 'actionDue',
  systemReview: 'systemReview',
  riskReview: 'riskReview',
}

export function nearDatesOn(asOf: Day, work: readonly WorkItem[], packDay: Day): readonly NearDate[] {
  const groups = new Map<string, { on: Day; kind: NearDateKind; noun: CodedNoun; codes: string[] }>()
  for (const { kind, variant, day, noun, code } of work) {
    const near = variant === 'exception' ? 'exceptionEnds' : kindsOfWork[kind]
    if (near === undefined || day === null || day < asOf) continue
    const key = `${day}${near}`
    const group = groups.get(key)
    if (group) group.codes.push(code)
    else groups.set(key, { on: day, kind: near, noun, codes: [code] })
  }
  const dates = [...groups.values()].map((group): NearDate => {
    const [only = ''] = group.codes
    return {
      on: group.on,
      kind: group.kind,
      what: statement(`overview.date.${group.kind}`, { count: group.codes.length, code: only }),
      target: { noun: group.noun, codes: group.codes },
    }
  })
  if (packDay >= asOf) dates.push({ on: packDay, kind: 'pack', what: statement('overview.date.pack'), target: null })
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
