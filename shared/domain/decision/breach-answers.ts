/**
 * What answers a figure that is beyond its tolerance: a request to the board, a decision that is being carried out, or that the
 * body noted it. One that is answered by nothing is listed as such (board-pack specification 2.3).
 */
import type { Day } from '../calendar-date.ts'
import type { Decision } from './decision.ts'

export const breachAnswerKinds = ['asked', 'underWay', 'noted', 'open'] as const
export type BreachAnswerKind = (typeof breachAnswerKinds)[number]

export interface BreachAnswer<Id extends string = string> {
  readonly id: Id
  readonly answer: BreachAnswerKind
  /** Of the decision that answers it; null where none does. */
  readonly code: string | null
}

type Answering = Pick<
  Decision,
  'code' | 'withdrawn' | 'state' | 'outcome' | 'decidedOn' | 'kriIds' | 'followThrough' | 'implementedOn'
>

/** @param since the day of the previous pack: what was noted or carried out before it answers no breach of today. */
export function breachAnswers<Id extends string>(
  breached: readonly Id[],
  decisions: readonly Answering[],
  { day, since }: { readonly day: Day; readonly since: Day | null },
): readonly BreachAnswer<Id>[] {
  return breached.map((id): BreachAnswer<Id> => {
    const found = decisions
      .filter((each) => each.withdrawn === null && each.kriIds.includes(id))
      .flatMap((each) => {
        const answer = answerOf(each, day, since)
        return answer === null ? [] : [{ id, answer, code: each.code }]
      })
      .sort((one, other) => breachAnswerKinds.indexOf(one.answer) - breachAnswerKinds.indexOf(other.answer))[0]
    return found ?? { id, answer: 'open', code: null }
  })
}

function answerOf(decision: Answering, day: Day, since: Day | null): Exclude<BreachAnswerKind, 'open'> | null {
  const { state, outcome, decidedOn, followThrough, implementedOn } = decision
  if (state !== 'decided' || decidedOn === null || decidedOn > day) return 'asked'
  const recent = (on: Day | null) => on !== null && (since === null || on > since)
  if (followThrough === 'not_needed') return outcome === 'noted' && recent(decidedOn) ? 'noted' : null
  return implementedOn === null || implementedOn > day || recent(implementedOn) ? 'underWay' : null
}
