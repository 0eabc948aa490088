/** The company's own days beside those of the rules: the packs of the coming quarters, and assessments that are due. */
import { addDays, type Day, fiscalQuarterOf } from '../calendar-date.ts'
import type { RegisterState } from '../register-state.ts'
import { isAssessed, type RuleAssessmentFacts } from './rule-assessment.ts'

export type OwnMark =
  | { readonly kind: 'quarter'; readonly day: Day; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'found' | 'due'; readonly day: Day; readonly id: string; readonly code: string }

/** Packs are of the fiscal quarter that ends: the coming four are shown. */
const quartersShown = 4

export function ownMarks(
  assessments: readonly RuleAssessmentFacts[],
  { fiscalStartMonth }: Pick<RegisterState['organisation'], 'fiscalStartMonth'>,
  day: Day,
): readonly OwnMark[] {
  const quarters: OwnMark[] = []
  let quarter = fiscalQuarterOf(day, fiscalStartMonth)
  while (quarters.length < quartersShown) {
    quarters.push({ kind: 'quarter', day: quarter.to, year: quarter.year, quarter: quarter.quarter })
    quarter = fiscalQuarterOf(addDays(quarter.to, 1), fiscalStartMonth)
  }
  const standing = assessments.filter(({ withdrawn }) => withdrawn === null)
  // What the company found by itself has no lane of the rules.
  const found = standing
    .filter(({ eventId }) => eventId === null)
    .map(({ id, code, eventDay }): OwnMark => ({ kind: 'found', day: eventDay, id, code }))
  const due = standing.flatMap((each): OwnMark[] =>
    each.dueOn === null || isAssessed(each, day)
      ? []
      : [{ kind: 'due', day: each.dueOn, id: each.id, code: each.code }],
  )
  return [...quarters, ...found, ...due].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}
