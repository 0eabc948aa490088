/** Rules about posts, people, units, and the limits that the organisation has decided. */
import type { Term } from '../accountability.ts'
import { addDays, type Day, daysBetween, holdsOn } from '../calendar-date.ts'
import type { AppetiteFacts, PersonFacts, PostFacts, ThresholdFacts, UnitFacts } from '../metrics/figure-input.ts'
import { isApproved } from '../metrics/kri-result.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import { itself, type QualityOn, type QualityRule, rule, when } from './quality-rule.ts'

/** Days for which limits may stand provisional (ours): until the next ordinary meeting but one of a quarterly board. */
export const mostDaysProvisional = 180

type TermFacts = RegisterOn['input']['terms'][number]

const post = { noun: 'post', record: itself<PostFacts> } as const
const standing = ({ on }: QualityOn) =>
  on.input.posts.filter((each) => each.withdrawn === null && holdsOn(each, on.asOf))

export const postRules: readonly QualityRule[] = [
  rule({
    ...post,
    id: 'DQ-47',
    name: 'reportingLoop',
    severity: 'error',
    field: 'reportsToId',
    rows: standing,
    finds: (each, { on }) => {
      const line = lineFrom(on, each)
      return line.closes ? { codes: line.codes } : null
    },
  }),
  rule({
    ...post,
    id: 'DQ-48',
    name: 'reportsToNobody',
    severity: 'warning',
    field: 'reportsToId',
    rows: (quality) => standing(quality).filter(({ kind }) => kind !== 'board' && kind !== 'committee'),
    finds: ({ reportsToId }, { on }) => {
      const above = on.post(reportsToId)
      return when(above === null || above.withdrawn !== null || !holdsOn(above, on.asOf))
    },
  }),
  rule({
    ...post,
    id: 'DQ-49',
    name: 'twoHolders',
    severity: 'error',
    field: 'holder',
    rows: standing,
    finds: ({ id }, { on }) => {
      const people = new Set(termsOf(on, id, 'holder').map(({ personId }) => personId))
      return people.size > 1 ? { count: people.size } : null
    },
  }),
  rule({
    ...post,
    id: 'DQ-50',
    name: 'deputyIsHolder',
    severity: 'warning',
    field: 'deputy',
    rows: standing,
    finds: ({ id }, { on }) => {
      const holder = on.answerable.post(id).personId
      return when(holder !== null && termsOf(on, id, 'deputy').some(({ personId }) => personId === holder))
    },
  }),
  rule({
    ...post,
    id: 'DQ-51',
    name: 'executiveWithoutDeputy',
    severity: 'note',
    field: 'deputy',
    rows: (quality) => standing(quality).filter(({ kind }) => kind === 'executive'),
    finds: ({ id }, { on }) => when(on.answerable.post(id).deputyId === null),
  }),
  rule({
    id: 'DQ-52',
    name: 'withdrawnPersonHoldsPost',
    severity: 'error',
    noun: 'person',
    field: 'term',
    record: itself<PersonFacts>,
    rows: ({ on }) => on.input.people.filter(({ withdrawn }) => withdrawn !== null),
    finds: ({ id }, { on }) => {
      const terms = on.kept.groups('terms by person', on.input.terms, (term) =>
        term.withdrawn === null ? [term.personId] : [],
      )
      const held = (terms.get(id) ?? []).filter(({ to }) => to === null || to >= on.asOf)
      const posts = held.flatMap(({ postId }) => on.post(postId)?.name ?? [])
      return posts.length === 0 ? null : { posts }
    },
  }),
  rule({
    id: 'DQ-53',
    name: 'closedUnitWithoutSuccessor',
    severity: 'warning',
    noun: 'unit',
    field: 'successorId',
    record: itself<UnitFacts>,
    rows: ({ on }) => on.input.units.filter(({ withdrawn, to }) => withdrawn === null && to !== null && to < on.asOf),
    finds: ({ id, successorId }, { on }) => {
      if (successorId !== null) return null
      const count = on.systems.filter(({ unitId }) => unitId === id).length
      return count === 0 ? null : { count }
    },
  }),
  rule({
    id: 'DQ-54',
    name: 'unitDatesReversed',
    severity: 'warning',
    noun: 'unit',
    field: 'to',
    record: itself<UnitFacts>,
    rows: ({ on }) => on.input.units.filter(({ withdrawn }) => withdrawn === null),
    finds: ({ from, to }) => (from !== null && to !== null && to < from ? { from, to } : null),
  }),
  rule({
    id: 'DQ-55',
    name: 'appetiteProvisional',
    severity: 'note',
    noun: 'settings',
    field: 'appetite',
    record: ({ category }: AppetiteFacts) => ({ id: category, code: category }),
    rows: ({ on }) => inForce(on.input.appetites, on.asOf),
    finds: (row, { on }) => longProvisional(row, on.asOf),
  }),
  rule({
    id: 'DQ-56',
    name: 'thresholdProvisional',
    severity: 'note',
    noun: 'settings',
    field: 'threshold',
    record: ({ kri }: ThresholdFacts) => ({ id: kri, code: kri }),
    rows: ({ on }) => inForce(on.input.thresholds, on.asOf),
    finds: (row, { on }) => longProvisional(row, on.asOf),
  }),
]

/** The posts above one up to where the line ends, or closes on the post itself. */
function lineFrom(on: RegisterOn, from: PostFacts): { readonly closes: boolean; readonly codes: readonly string[] } {
  const codes = [from.code]
  const seen = new Set([from.id])
  let above = on.post(from.reportsToId)
  while (above !== null && !seen.has(above.id)) {
    seen.add(above.id)
    codes.push(above.code)
    above = on.post(above.reportsToId)
  }
  // A line that runs into a circle further up is told at the posts of the circle.
  return { closes: above?.id === from.id, codes }
}

function termsOf(on: RegisterOn, postId: string, capacity: Term['capacity']): readonly TermFacts[] {
  const terms = on.kept.groups('terms by post', on.input.terms, (term) =>
    term.withdrawn === null ? [term.postId] : [],
  )
  return (terms.get(postId) ?? []).filter((term) => term.capacity === capacity && holdsOn(term, on.asOf))
}

function inForce<Row extends { readonly withdrawn: unknown; readonly from: Day; readonly to: Day | null }>(
  rows: readonly Row[],
  day: Day,
): readonly Row[] {
  return rows.filter((row) => row.withdrawn === null && holdsOn(row, day))
}

function longProvisional(row: AppetiteFacts | ThresholdFacts, day: Day) {
  if (isApproved(row, day) || row.from >= addDays(day, -mostDaysProvisional)) return null
  return { day: row.from, count: daysBetween(row.from, day) }
}
