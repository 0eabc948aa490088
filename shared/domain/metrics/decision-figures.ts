/** K27: of the decisions whose day has come, those that were carried out. */
import { isImplementedOn, isToBeCarriedOut } from '../decision/decision-standing.ts'
import { dueOnDay } from '../due-day.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'

export function decisionFigure(on: RegisterOn): Count {
  const standing = on.input.decisions.filter(({ withdrawn }) => withdrawn === null)
  const binding = standing.filter((decision) => isToBeCarriedOut(decision, on.asOf))
  const dated = binding.map((decision) => ({ decision, due: dueOnDay(decision, on.asOf) }))
  // Due today is due: it is carried out by the end of the day, or it is not.
  const due = dated.filter((each) => each.due !== null && each.due <= on.asOf)
  const open = due.filter(({ decision }) => !isImplementedOn(decision, on.asOf))
  return {
    id: 'K27',
    known: standing.length > 0,
    numerator: due.length - open.length,
    denominator: due.length,
    parts: {
      notYetDue: dated.filter((each) => each.due !== null && each.due > on.asOf).length,
      withoutDueDate: dated.filter((each) => each.due === null).length,
      undecided: standing.filter(({ decidedOn }) => decidedOn === null || decidedOn > on.asOf).length,
    },
    contributing: open.map(({ decision }) => decision.code),
  }
}
