/** Who answers, seen from the units, from the posts, and from the systems that nobody answers for. */
import { addDays, type Day, daysBetween, holdsOn } from '../calendar-date.ts'
import type { Holding } from '../accountability.ts'
import { type Lifecycle, lifecycles, type Tier } from '../system.ts'
import type { Bilingual } from '../text.ts'
import { confirmationRunsOut, confirmedOn } from './accountability-figures.ts'
import type { UnitFacts } from './figure-input.ts'
import { groupBy } from '../kept-parts.ts'
import type { ExecutiveState, RegisterOn, SystemOn } from './register-on.ts'

/** A unit of the first level and its counted systems; `unit` null gathers systems without a unit. */
export interface UnitCoverage {
  readonly unit: { readonly id: string; readonly code: string; readonly name: Bilingual } | null
  readonly held: number
  readonly total: number
}

/**
 * K01 by unit, fewest first. Units roll up to the first level: the children of the one top unit, or the top units where
 * there are several; systems of the top unit itself stand under it. A unit that has ended rolls up through its successor.
 */
export function coverageByUnit(on: RegisterOn): readonly UnitCoverage[] {
  const rows = new Map<string, { unit: UnitCoverage['unit']; held: number; total: number }>()
  const topOf = unitOfSystem(on)
  for (const { system, executive } of on.systemsOn) {
    const unit = topOf(system.unitId)
    const row = rows.get(unit?.id ?? '') ?? {
      unit: unit && { id: unit.id, code: unit.code, name: unit.name },
      held: 0,
      total: 0,
    }
    row.total += 1
    if (executive.state === 'held') row.held += 1
    rows.set(unit?.id ?? '', row)
  }
  return [...rows.values()].sort(
    (one, other) =>
      one.held / one.total - other.held / other.total ||
      other.total - one.total ||
      ((one.unit?.code ?? '') < (other.unit?.code ?? '') ? -1 : 1),
  )
}

/** The unit of the first level under which a system of a unit is shown. */
export function unitOfSystem(on: RegisterOn): (unitId: string | null) => UnitFacts | null {
  const standing = on.input.units.filter((unit) => unit.withdrawn === null)
  const roots = standing.filter((unit) => parentOf(on, unit) === null && holdsOn(unit, on.asOf))
  const onlyRoot = roots.length === 1 ? roots[0] : undefined
  const known = new Map<string, UnitFacts | null>()
  return (unitId) => {
    if (unitId === null) return null
    const before = known.get(unitId)
    if (before !== undefined) return before
    let unit = on.unit(unitId)
    const seen = new Set<string>()
    while (unit !== null && !seen.has(unit.id)) {
      seen.add(unit.id)
      const ended = unit.to !== null && unit.to < on.asOf
      const next: UnitFacts | null = (ended ? on.unit(unit.successorId) : null) ?? parentOf(on, unit)
      if (next === null || (next.id === onlyRoot?.id && !ended)) break
      unit = next
    }
    const found = unit !== null && unit.withdrawn === null ? unit : null
    known.set(unitId, found)
    return found
  }
}

function parentOf(on: RegisterOn, unit: UnitFacts): UnitFacts | null {
  const parent = on.unit(unit.parentId)
  return parent !== null && parent.withdrawn === null ? parent : null
}

/** All systems of the register by tier (null: unset) and lifecycle. */
export interface Inventory {
  readonly rows: readonly {
    readonly tier: Tier | null
    readonly counts: Readonly<Record<Lifecycle, number>>
    readonly total: number
  }[]
  readonly columns: Readonly<Record<Lifecycle, number>>
  readonly total: number
  /** Systems of counted stages: the population of the figures. */
  readonly counted: number
}

export function inventoryOn(on: RegisterOn): Inventory {
  const tiers: readonly (Tier | null)[] = ['high', 'medium', 'low', null]
  const none = () => Object.fromEntries(lifecycles.map((each) => [each, 0])) as Record<Lifecycle, number>
  const rows = tiers.map((tier) => ({ tier, counts: none(), total: 0 }))
  const columns = none()
  let total = 0
  for (const system of on.input.systems) {
    if (system.withdrawn !== null) continue
    const row = rows.find((each) => each.tier === system.tier)
    if (!row) continue
    row.counts[system.lifecycle] += 1
    row.total += 1
    columns[system.lifecycle] += 1
    total += 1
  }
  return { rows, columns, total, counted: on.systems.length }
}

/** `none`: never confirmed. `lapsed`: at least one system of the post is out of time. */
export type ConfirmationState = 'current' | 'lapsed' | 'none'
/** K03 by post; `postId` null gathers the systems without an assigned post. */
export interface PostConfirmation {
  readonly postId: string | null
  readonly holding: Holding | null
  readonly confirmed: number
  readonly total: number
  readonly lastOn: Day | null
  readonly state: ConfirmationState
  /** Calendar days since the first of its confirmations ran out; null where none ran out. */
  readonly daysLapsed: number | null
}

export function confirmationByPost(on: RegisterOn): readonly PostConfirmation[] {
  const groups = groupBy(on.systemsOn, ({ executive }) => [executive.holding.postId ?? ''])
  const rows = [...groups].map(([postId, systems]) => confirmationOf(on, postId === '' ? null : postId, systems))
  const order = on.input.posts.map((post) => post.id)
  const place = new Map(order.map((id, index) => [id, index]))
  return rows.sort(
    (one, other) => (place.get(one.postId ?? '') ?? order.length) - (place.get(other.postId ?? '') ?? order.length),
  )
}

function confirmationOf(on: RegisterOn, postId: string | null, systems: readonly SystemOn[]): PostConfirmation {
  const isConfirmed = confirmedOn(on)
  let confirmed = 0
  let lastOn: Day | null = null
  let firstLapse: Day | null = null
  for (const each of systems) {
    const { system, attestedOn } = each
    if (attestedOn !== null && (lastOn === null || attestedOn > lastOn)) lastOn = attestedOn
    if (isConfirmed(each)) confirmed += 1
    else if (attestedOn !== null) {
      const ranOut = confirmationRunsOut(system, attestedOn)
      if (firstLapse === null || ranOut < firstLapse) firstLapse = ranOut
    }
  }
  return {
    postId,
    holding: postId === null ? null : on.answerable.post(postId),
    confirmed,
    total: systems.length,
    lastOn,
    state: confirmed === systems.length ? 'current' : lastOn === null ? 'none' : 'lapsed',
    daysLapsed: firstLapse === null ? null : daysBetween(firstLapse, on.asOf),
  }
}

/** A counted system that nobody answers for on the day, why, and since when that is so (null: not known). */
export interface SystemWithoutExecutive {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly tier: Tier | null
  readonly state: Exclude<ExecutiveState, 'held'>
  readonly postId: string | null
  readonly deputyId: string | null
  readonly since: Day | null
}

const unnamed: Bilingual = { ja: null, en: null }

export function systemsWithoutExecutive(on: RegisterOn): readonly SystemWithoutExecutive[] {
  const without = on.systemsOn.filter(({ executive }) => executive.state !== 'held')
  const ended = lastAssignmentEnds(on, new Set(without.map(({ system }) => system.id)))
  return without.map(({ system, executive: { state, holding } }) => {
    const post = on.post(holding.postId)
    let since: Day | null = ended.get(system.id) ?? null
    if (state === 'vacant') since = holding.vacantSince
    if (state === 'post_ended' && post !== null && post.to !== null) since = addDays(post.to, 1)
    return {
      id: system.id,
      code: system.code,
      name: system.name ?? unnamed,
      tier: system.tier,
      state: state === 'held' ? 'unregistered' : state,
      postId: holding.postId,
      deputyId: holding.deputyId,
      since,
    }
  })
}

/** The first day after the last assignment of an executive that has ended. */
function lastAssignmentEnds(on: RegisterOn, systemIds: ReadonlySet<string>): ReadonlyMap<string, Day> {
  const ends = new Map<string, Day>()
  for (const row of on.input.assignments) {
    if (row.withdrawn !== null || row.role !== 'accountable_executive' || !systemIds.has(row.subjectId)) continue
    if (row.to === null || row.to >= on.asOf) continue
    const since = addDays(row.to, 1)
    const known = ends.get(row.subjectId)
    if (known === undefined || known < since) ends.set(row.subjectId, since)
  }
  return ends
}
