/**
 * KRI-18: changes of the rules that nobody has assessed 30 days after they happened, or after newer content changed them. What is
 * announced or has only a latest day has not happened and is not counted. No data where nothing was ever assessed.
 */
import { assessBy, assessmentStandingOn, isAssessed } from '../horizon/rule-assessment.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'

export function ruleFigure(on: RegisterOn): Count {
  const all = on.input.ruleAssessments.filter(({ withdrawn }) => withdrawn === null)
  const counted = all.filter((each) => {
    const by = assessBy(each)
    return by !== null && by < on.asOf
  })
  const overdue = counted.filter((each) => assessmentStandingOn(each, on.asOf) === 'overdue')
  const assessed = all.filter((each) => isAssessed(each, on.asOf))
  return {
    id: 'KRI-18',
    known: all.some(({ assessedOn }) => assessedOn !== null && assessedOn <= on.asOf),
    numerator: overdue.length,
    denominator: counted.length,
    value: overdue.length,
    parts: {
      assessed: assessed.length,
      toPrepare: assessed.filter(({ outcome }) => outcome === 'to_prepare').length,
      withoutOwner: all.filter(
        (each) => !isAssessed(each, on.asOf) && each.ownerId === null && each.ownerPostId === null,
      ).length,
    },
    contributing: overdue.map(({ code }) => code),
  }
}
