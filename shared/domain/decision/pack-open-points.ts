/**
 * What keeps a pack from being finished, and what its readers are warned of, each with the record in which it is put right
 * (board-pack specification 1.1). Finishing asks it again: a pack is refused while one of the refusals stands.
 */
import type { CodedNoun } from '../nouns.ts'
import type { Bilingual } from '../text.ts'
import { type BudgetExceeded, budgetExceeded, type PagesCounted, pagesToDoWithout } from './page-budget.ts'
import type { BreachAnswer } from './breach-answers.ts'
import type { Decision } from './decision.ts'

export const openPointKinds = [
  'nothingSaid',
  'decisionWithoutDueDate',
  'decisionWithoutOwner',
  'topRiskWithoutOwner',
  'breachUnanswered',
  'commentaryOlder',
  'overBudget',
  'outcomeMissing',
  'thresholdProvisional',
] as const
export type OpenPointKind = (typeof openPointKinds)[number]

export interface OpenPoint {
  readonly kind: OpenPointKind
  readonly severity: 'refusal' | 'warning'
  /** Where it is put right; null where there is no record yet. */
  readonly target: {
    readonly noun: CodedNoun
    readonly id: string
    readonly code: string
    readonly name: Bilingual
  } | null
  /** The figure, of a limit or a breach. */
  readonly kri: string | null
  /** Of commentary: beside which figure or on which page it stands. */
  readonly note: string | null
  /** Printed pages there are and may be, which ones run over, and what could be left out. */
  readonly pages: BudgetExceeded | null
}

type Request = Pick<Decision, 'id' | 'code' | 'name' | 'kind' | 'dueOn' | 'ownerId' | 'ownerPostId'>

interface TopRisk {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly hasOwner: boolean
}

export interface OpenPointFacts {
  readonly asked: readonly Request[]
  /** Whether a named person has said that nothing is asked. */
  readonly isNoneConfirmed: boolean
  /** The worst risks, as the pack lists them, and whether somebody answers for each. */
  readonly topRisks: readonly TopRisk[]
  /** Somebody said why the pack was locked although points of its data were open: they warn then, and refuse no more. */
  readonly isLockedOpen: boolean
  readonly breaches: readonly BreachAnswer[]
  /** Targets of commentary that was written before the snapshot's cut-off. */
  readonly olderNotes: readonly string[]
  /** The sheets of its print, and as many as there may be; null: as many as it needs. */
  readonly pages: PagesCounted | null
  /** Earlier requests whose meeting is over without an outcome on record. */
  readonly unrecorded: readonly Request[]
  /** Figures whose limits nobody approved. */
  readonly provisional: readonly string[]
}

function point(
  kind: OpenPointKind,
  severity: OpenPoint['severity'],
  target: OpenPoint['target'],
  more: Partial<Pick<OpenPoint, 'kri' | 'note' | 'pages'>> = {},
): OpenPoint {
  return { kind, severity, target, kri: null, note: null, pages: null, ...more }
}

/** What lies in the data of a pack, and can be put right only before it is locked. */
export function topRiskPoints(topRisks: readonly TopRisk[], severity: OpenPoint['severity']): readonly OpenPoint[] {
  return topRisks
    .filter(({ hasOwner }) => !hasOwner)
    .map(({ id, code, name }) => point('topRiskWithoutOwner', severity, { noun: 'risk', id, code, name }))
}

/** Refusals first, in the order of the kinds. */
export function packOpenPoints(facts: OpenPointFacts): readonly OpenPoint[] {
  const exceeded = facts.pages === null ? null : budgetExceeded(facts.pages, pagesToDoWithout)
  const ofDecision = (decision: Request) =>
    ({ noun: 'decision', id: decision.id, code: decision.code, name: decision.name }) as const
  return [
    ...(facts.asked.length === 0 && !facts.isNoneConfirmed ? [point('nothingSaid', 'refusal', null)] : []),
    // A report obliges to nothing, so it needs no day.
    ...facts.asked
      .filter(({ kind, dueOn }) => kind !== 'report' && dueOn === null)
      .map((decision) => point('decisionWithoutDueDate', 'refusal', ofDecision(decision))),
    ...facts.asked
      .filter(({ ownerId, ownerPostId }) => ownerId === null && ownerPostId === null)
      .map((decision) => point('decisionWithoutOwner', 'refusal', ofDecision(decision))),
    ...(facts.isLockedOpen ? [] : topRiskPoints(facts.topRisks, 'refusal')),
    ...facts.breaches
      .filter(({ answer }) => answer === 'open')
      .map(({ id }) => point('breachUnanswered', 'refusal', null, { kri: id })),
    ...facts.olderNotes.map((note) => point('commentaryOlder', 'refusal', null, { note })),
    ...(exceeded === null ? [] : [point('overBudget', 'refusal', null, { pages: exceeded })]),
    ...(facts.isLockedOpen ? topRiskPoints(facts.topRisks, 'warning') : []),
    ...facts.unrecorded.map((decision) => point('outcomeMissing', 'warning', ofDecision(decision))),
    ...facts.provisional.map((id) => point('thresholdProvisional', 'warning', null, { kri: id })),
  ]
}
