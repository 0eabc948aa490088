/**
 * Everything that is owed, the heaviest first, kept with the parts of a register (`KeptParts`): after a change only what the
 * change bears on is gathered again and put in its place. At a hundred thousand systems that is a few items of some hundred
 * thousand; gathering and sorting all of them takes seconds.
 */
import { type Bearing, bearingOnAll, rowsBearing } from './kept-parts.ts'
import { incidentsOn } from './metrics/incident-on.ts'
import { positionsBySystem } from './metrics/risk-positions.ts'
import { trainingsOn } from './metrics/training-figures.ts'
import type { RegisterOn } from './metrics/register-on.ts'
import { dpiasOn, usesOn } from './privacy/privacy-on.ts'
import {
  acceptedRisksOn,
  contractsByVendorOn,
  contractsOn,
  dueGapsOn,
  systemsByVendorOn,
} from './third-party/third-party-on.ts'
import { heaviestFirst, type WorkItem } from './work-item.ts'
import { breachesOn, type WorkFacts, type WorkNoun, workNouns, workOfNoun } from './work-on.ts'

type Items = readonly WorkItem[]

/** What the records of a noun owe, and what has come and gone of it since it was the list before. */
interface WorkOfNoun {
  readonly items: Items
  readonly since: { readonly before: Items; readonly gone: Items; readonly come: Items } | null
}

export function workByWeight(facts: WorkFacts): Items {
  const work = workNouns.map((noun) => ofNoun(facts, noun))
  const lists = work.map(({ items }) => items)
  return facts.on.kept.get<Items>('work', lists, (earlier) => {
    const changed = work.filter(({ items }, place) => items !== earlier?.from[place])
    // Where much has changed, or a list has changed twice since, all is put in order anew.
    const known = changed.every(({ since }) => since !== null && earlier?.from.includes(since.before))
    const gone = changed.flatMap(({ since }) => since?.gone ?? [])
    const come = changed.flatMap(({ since }) => since?.come ?? [])
    if (earlier === null || !known || gone.length + come.length > mostReplaced) return lists.flat().sort(heaviestFirst)
    return replaced(earlier.value, gone, come.sort(heaviestFirst))
  })
}

/** More items than these are sorted with all others. */
const mostReplaced = 20_000

function ofNoun(facts: WorkFacts, noun: WorkNoun): WorkOfNoun {
  return facts.on.kept.following<WorkOfNoun>(`work of ${noun}`, bearingsOf[noun](facts), (earlier, ids) => {
    if (ids?.size === 0 && earlier !== null) return earlier
    const come = [...workOfNoun(facts, noun, ids)].sort(heaviestFirst)
    if (earlier === null) return { items: come, since: null }
    const before = earlier.items
    if (ids === null) return { items: come, since: { before, gone: before, come } }
    const gone = before.filter(({ id }) => ids.has(id))
    return { items: replaced(before, gone, come), since: { before, gone, come } }
  })
}

/** Items in their order, without some of them and with others: what stays is copied by stretches. */
function replaced(items: Items, gone: Items, come: Items): Items {
  const cuts = [
    ...come.map((item) => ({ at: placeIn(items, item), item })),
    ...gone.map((item) => ({ at: items.indexOf(item, placeIn(items, item)), item: null })),
  ].sort((one, other) => one.at - other.at)
  const stretches: Items[] = []
  let start = 0
  for (const { at, item } of cuts) {
    stretches.push(items.slice(start, at), item === null ? [] : [item])
    start = item === null ? at + 1 : at
  }
  stretches.push(items.slice(start))
  return ([] as Items).concat(...stretches)
}

/** The first place at which an item may stand. */
function placeIn(items: Items, item: WorkItem): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (heaviestFirst(items[middle] as WorkItem, item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** What the items of each noun are gathered from: what `work-on.ts` reads for them. */
const bearingsOf: Readonly<Record<WorkNoun, (facts: WorkFacts) => readonly Bearing[]>> = {
  post: ({ on }) => {
    const { posts, terms, assignments } = on.input
    return [posts, terms, assignments, on.systemsOn, on.asOf].map(bearingOnAll)
  },
  system: (facts) => {
    const { assignments, terms, posts } = facts.on.input
    return [
      rowsBearing(facts.on.systemsOn, ({ system }) => [system.id]),
      rowsBearing(assignments, ({ subjectId }) => [subjectId]),
      ...[terms, posts, breachesOn(facts).has('K01'), facts.on.asOf].map(bearingOnAll),
    ]
  },
  acceptance: ({ on, acceptances }) => {
    const { risks, controls, posts, terms } = on.input
    return [acceptances, risks, controls, posts, terms, on.asOf].map(bearingOnAll)
  },
  risk: (facts) => {
    const { on, positions } = facts
    const { assignments, terms } = on.input
    const risksOf = positionsBySystem(on, positions)
    return [
      rowsBearing(positions, ({ id }) => [id]),
      // Who answers for a system is asked where nobody owns its risk.
      rowsBearing(assignments, ({ subjectId }) => risksOf.get(subjectId)?.map(({ id }) => id) ?? []),
      ...[on.unitsOfSystems, terms, breachesOn(facts).has('K07'), on.asOf].map(bearingOnAll),
    ]
  },
  control: ({ on }) => {
    const { risks, posts, terms, assignments, controlTests } = on.input
    return [on.controls, risks, posts, terms, assignments, controlTests, on.unitsOfSystems, on.asOf].map(bearingOnAll)
  },
  evidence: ({ on }) => {
    const { evidence, controls, risks, posts, terms, assignments } = on.input
    return [evidence, controls, risks, posts, terms, assignments, on.unitsOfSystems, on.asOf].map(bearingOnAll)
  },
  action: (facts) => {
    const { people, terms, assignments } = facts.on.input
    const { actions, unitsOfSystems, asOf } = facts.on
    return [actions, people, terms, assignments, unitsOfSystems, breachesOn(facts).has('K12'), asOf].map(bearingOnAll)
  },
  intake: ({ on }) => [on.input.intakes, on.asOf].map(bearingOnAll),
  finding: (facts) => {
    const { findings, posts, terms } = facts.on.input
    const { unitsOfSystems, asOf } = facts.on
    return [findings, posts, terms, unitsOfSystems, breachesOn(facts).has('KRI-14'), asOf].map(bearingOnAll)
  },
  policy: ({ on }) => [on.input.policies, on.input.posts, on.input.terms, on.asOf].map(bearingOnAll),
  vendor: ({ on }) => {
    const { vendors, posts, terms } = on.input
    const uses = [systemsByVendorOn(on), contractsByVendorOn(on)]
    return [vendors, posts, terms, ...uses, on.unitsOfSystems, on.asOf].map(bearingOnAll)
  },
  contract: ({ on }) => {
    const { posts, terms } = on.input
    const days = [contractsOn(on), dueGapsOn(on), acceptedRisksOn(on)]
    return [...days, posts, terms, on.unitsOfSystems, on.asOf].map(bearingOnAll)
  },
  training: (facts) => {
    const { posts, terms } = facts.on.input
    return [trainingsOn(facts.on), posts, terms, breachesOn(facts).has('KRI-13'), facts.on.asOf].map(bearingOnAll)
  },
  incident: ({ on }) => [incidentsOn(on), on.input.posts, on.input.terms, on.unitsOfSystems, on.asOf].map(bearingOnAll),
  enforcement: ({ on }) => {
    const { enforcements, posts, terms } = on.input
    return [enforcements, posts, terms, on.unitsOfSystems, on.asOf].map(bearingOnAll)
  },
  dataUse: ({ on }) => {
    const { consents, deidentifications, organisation } = on.input
    const days = organisation?.deidentificationDays
    return [usesOn(on), consents, deidentifications, days, ...ofSystemsOn(on)].map(bearingOnAll)
  },
  dpia: ({ on }) => [dpiasOn(on), ...ofSystemsOn(on)].map(bearingOnAll),
  deidentification: ({ on }) => [on.input.deidentifications, ...ofSystemsOn(on)].map(bearingOnAll),
  ruleAssessment: (facts) => {
    const { ruleAssessments, posts, terms } = facts.on.input
    return [ruleAssessments, posts, terms, breachesOn(facts).has('KRI-18'), facts.on.asOf].map(bearingOnAll)
  },
  decision: (facts) => {
    const { decisions, meetings, posts, terms } = facts.on.input
    const { unitsOfSystems, asOf } = facts.on
    return [decisions, meetings, posts, terms, unitsOfSystems, breachesOn(facts).has('K27'), asOf].map(bearingOnAll)
  },
  meeting: ({ on }) => {
    const { meetings, preparations, posts, terms } = on.input
    return [meetings, preparations, posts, terms, on.asOf].map(bearingOnAll)
  },
}

/** Where a system stands, and who answers for it. */
function ofSystemsOn(on: RegisterOn): readonly unknown[] {
  const { systems, assignments, terms, posts } = on.input
  return [systems, assignments, terms, posts, on.unitsOfSystems, on.asOf]
}
