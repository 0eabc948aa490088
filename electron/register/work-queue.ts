/** The work queue of a day: kept and brought up to date (`work-following.ts`), narrowed, grouped and paged on each call. */
import type { WorkConditions, WorkDay, WorkGroup, WorkGrouping, WorkList } from '#shared/contract/work-queue.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { FigureInput } from '#shared/domain/metrics/figure-input.ts'
import { searchKey } from '#shared/domain/text.ts'
import { askedPerson, type WorkItem, type WorkKind, type WorkStanding } from '#shared/domain/work-item.ts'
import { workByWeight } from '#shared/domain/work-following.ts'
import { derivedOn } from './derived.ts'
import { figureFacts } from './figure-facts.ts'
import { LabelCollector } from './labels.ts'
import type { Register } from './store/register-file.ts'

interface Queue {
  readonly day: Day
  /** Heaviest first. */
  readonly items: readonly WorkItem[]
}
/** Everything owed on a day, heaviest first; the same list until something that is owed changes. */
export function workQueue(register: Register, asked: Day | null): Queue {
  const day = asked ?? register.today()
  return { day, items: workByWeight(derivedOn(register, day)) }
}

export function listWork(
  register: Register,
  input: WorkConditions & { readonly offset: number; readonly limit: number },
): WorkList {
  const queue = workQueue(register, input.day)
  const { found, standings, kinds } = narrowed(register, queue, input)
  const shown = found.slice(input.offset, input.offset + input.limit)
  return {
    day: queue.day,
    items: shown,
    total: queue.items.length,
    found: found.length,
    standings,
    kinds,
    labels: labelsOf(register, shown),
  }
}

interface Narrowed extends Pick<WorkList, 'standings' | 'kinds'> {
  readonly conditions: string
  /** What a unit's parts were read from. */
  readonly units: FigureInput['units']
  readonly found: readonly WorkItem[]
}
/** Of the last conditions: whoever scrolls asks for page after page of the same. */
const lastNarrowed = new WeakMap<readonly WorkItem[], Narrowed>()

function narrowed(register: Register, queue: Queue, input: WorkConditions): Narrowed {
  const { kinds: ofKinds, standings: ofStandings, personId, unitId, period, search } = input
  const conditions = JSON.stringify([ofKinds, ofStandings, personId, unitId, period, search])
  const known = lastNarrowed.get(queue.items)
  const { units } = figureFacts(register)
  if (known?.conditions === conditions && known.units === units) return known
  const standings = noStandings()
  const kinds: Partial<Record<WorkKind, number>> = {}
  const found: WorkItem[] = []
  for (const item of matching(register, queue.items, { ...input, standings: [], kinds: [] })) {
    const ofStanding = ofStandings.length === 0 || ofStandings.includes(item.standing)
    const ofKind = ofKinds.length === 0 || ofKinds.includes(item.kind)
    if (ofKind) standings[item.standing] += 1
    if (ofStanding) kinds[item.kind] = (kinds[item.kind] ?? 0) + 1
    if (ofStanding && ofKind) found.push(item)
  }
  const made = { conditions, units, found, standings, kinds }
  lastNarrowed.set(queue.items, made)
  return made
}

export function groupWork(
  register: Register,
  input: WorkConditions & { readonly by: WorkGrouping },
): { readonly groups: readonly WorkGroup[]; readonly labels: Labels } {
  const groups = new Map<string | null, { count: number; standings: Record<WorkStanding, number> }>()
  for (const item of matching(register, workQueue(register, input.day).items, input)) {
    const key = keyOf[input.by](item)
    let group = groups.get(key)
    if (group === undefined) {
      group = { count: 0, standings: noStandings() }
      groups.set(key, group)
    }
    group.count += 1
    group.standings[item.standing] += 1
  }
  const collector = new LabelCollector()
  if (input.by !== 'month') collector.add(...groups.keys())
  const rows = [...groups].map(([key, group]) => ({ key, ...group }))
  // Months in their order, the others by what weighs most; what has none stands last.
  rows.sort(
    (one, other) =>
      Number(one.key === null) - Number(other.key === null) ||
      (input.by === 'month'
        ? String(one.key) < String(other.key)
          ? -1
          : 1
        : other.standings.late - one.standings.late || other.count - one.count),
  )
  return { groups: rows, labels: collector.labels(register.read) }
}

const shownOfDay = 3

export function calendarOfWork(
  register: Register,
  input: WorkConditions & { readonly from: Day; readonly to: Day },
): { readonly days: readonly WorkDay[]; readonly labels: Labels } {
  const days = new Map<Day, WorkItem[]>()
  for (const item of matching(register, workQueue(register, input.day).items, input)) {
    if (item.day === null || item.day < input.from || item.day > input.to) continue
    const list = days.get(item.day)
    if (list) list.push(item)
    else days.set(item.day, [item])
  }
  const rows = [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, items]) => ({ day, count: items.length, items: items.slice(0, shownOfDay) }))
  return {
    days: rows,
    labels: labelsOf(
      register,
      rows.flatMap((row) => row.items),
    ),
  }
}

/** The items that meet all conditions, in their order. */
export function matching(
  register: Register,
  items: readonly WorkItem[],
  conditions: WorkConditions,
): readonly WorkItem[] {
  const tests = testsOf(register, conditions)
  return tests.length === 0 ? items : items.filter((item) => tests.every((meets) => meets(item)))
}

function testsOf(register: Register, conditions: WorkConditions): readonly ((item: WorkItem) => boolean)[] {
  const { kinds, standings, personId, unitId, period, search } = conditions
  const tests: ((item: WorkItem) => boolean)[] = []
  if (kinds.length > 0) tests.push(({ kind }) => kinds.includes(kind))
  if (standings.length > 0) tests.push(({ standing }) => standings.includes(standing))
  if (personId !== null) {
    const wanted = personId === 'none' ? null : personId
    tests.push((item) => askedPerson(item) === wanted)
  }
  if (unitId === 'none') tests.push((item) => item.unitId === null)
  else if (unitId !== null) {
    const units = unitWithParts(figureFacts(register), unitId)
    tests.push((item) => item.unitId !== null && units.has(item.unitId))
  }
  if (period === 'none') tests.push(({ day }) => day === null)
  else if (period !== null) tests.push(({ day }) => day?.startsWith(period) === true)
  const wanted = searchKey(search)
  if (wanted !== '') {
    const keys = searchKeysOf(register)
    tests.push((item) => keys(item).includes(wanted))
  }
  return tests
}

const searchKeys = new WeakMap<Register, Map<string, { readonly name: WorkItem['name']; readonly key: string }>>()

/** What a search looks into, made once for each name: there are a few hundred thousand, and each letter typed asks for all. */
function searchKeysOf(register: Register): (item: WorkItem) => string {
  const known = searchKeys.get(register) ?? new Map<string, { readonly name: WorkItem['name']; readonly key: string }>()
  searchKeys.set(register, known)
  return ({ id, code, name }) => {
    const made = known.get(id)
    if (made?.name === name) return made.key
    const key = searchKey(code, name.ja, name.en)
    known.set(id, { name, key })
    return key
  }
}

function unitWithParts(facts: FigureInput, unitId: string): ReadonlySet<string> {
  const units = new Set([unitId])
  // A set grows while it is walked: parts of parts are met too, and a loop ends.
  for (const each of units) for (const unit of facts.units) if (unit.parentId === each) units.add(unit.id)
  return units
}

const keyOf: Readonly<Record<WorkGrouping, (item: WorkItem) => string | null>> = {
  person: askedPerson,
  unit: ({ unitId }) => unitId,
  month: ({ day }) => day?.slice(0, 7) ?? null,
}

function noStandings(): Record<WorkStanding, number> {
  return { late: 0, gap: 0, soon: 0, later: 0 }
}

function labelsOf(register: Register, items: readonly WorkItem[]): Labels {
  const collector = new LabelCollector()
  for (const { answering, unitId } of items)
    collector.add(answering.personId, answering.postId, answering.deputyId, unitId)
  return collector.labels(register.read)
}
