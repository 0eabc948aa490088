/**
 * How one item stands for one subject on a day: what is claimed, and what a control with a valid effective test proves. A rule
 * of ours: an answer and the controls that answer the item are both heard, and the lower one counts. A better word needs
 * better evidence.
 */
import type { ControlStatus } from '../control.ts'
import type { AnswerState } from './requirement-records.ts'

/** From what is proved down to what nobody has answered: the segments of a coverage bar, in their order. */
export const standings = ['evidenced', 'claimed', 'partly', 'not_met', 'unanswered', 'not_applicable'] as const
export type Standing = (typeof standings)[number]

/** What of an answer says how an item stands. */
export interface Said {
  readonly state: AnswerState | null
  /** Declared, whoever approved it; else null. */
  readonly notApplicable: object | null
}

/**
 * @param answer what was answered, if anything was
 * @param controls the status of each control that answers the item for the subject, on the day
 */
export function standingOf(answer: Said | null, controls: readonly ControlStatus[]): Standing {
  if (answer?.notApplicable != null) return 'not_applicable'
  const proved = byControls(controls)
  const said = answer?.state == null ? null : claimOf[answer.state]
  if (proved === null) return said ?? 'unanswered'
  // Controls that prove it need no word beside them; a lower word is a judgement that they do not hold alone.
  if (said === null || said === 'claimed') return proved
  return standings.indexOf(said) > standings.indexOf(proved) ? said : proved
}

const claimOf: Readonly<Record<AnswerState, Standing>> = { met: 'claimed', partly: 'partly', not_met: 'not_met' }

/** What the controls come to together; null where there is none to go by. */
function byControls(controls: readonly ControlStatus[]): Standing | null {
  const relied = controls.filter((status) => status !== 'not_applicable')
  if (relied.length === 0) return null
  if (relied.every((status) => status === 'effective')) return 'evidenced'
  if (relied.every((status) => status === 'effective' || status === 'untested')) return 'claimed'
  const working = relied.some((status) => status === 'effective' || status === 'untested' || status === 'partial')
  return working ? 'partly' : 'not_met'
}

/** Items by standing. */
export type Coverage = Readonly<Record<Standing, number>>

/** Of nothing at all. */
export const noCoverage: Coverage = {
  evidenced: 0,
  claimed: 0,
  partly: 0,
  not_met: 0,
  unanswered: 0,
  not_applicable: 0,
}

export function coverageOf(items: Iterable<Standing>): Coverage {
  const counts: Record<Standing, number> = { ...noCoverage }
  for (const standing of items) counts[standing] += 1
  return counts
}

/** How many apply. */
export function applyingOf(coverage: Coverage): number {
  return standings.reduce((sum, each) => sum + (each === 'not_applicable' ? 0 : coverage[each]), 0)
}

/** The share that is proved of all that applies, 0 to 1; null where nothing applies. */
export function evidencedShare(coverage: Coverage): number | null {
  const applies = applyingOf(coverage)
  return applies === 0 ? null : coverage.evidenced / applies
}
