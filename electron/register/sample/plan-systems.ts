/** The systems: a stocktaking brought in at once, later ones proposed one by one, their moves, reviews and corrections. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { type Lifecycle, reviewCycleDays } from '#shared/domain/system.ts'
import { noText } from '#shared/domain/text.ts'
import { holderOf, type SamplePlan } from './sample-plan.ts'
import type { SampleSystem } from './sample-steps.ts'

type System = SamplePlan['sources']['systems']['systems'][number]

export function planSystems(plan: SamplePlan): void {
  const { systems, inventory } = plan.sources.systems
  const taken = plan.dates.working(inventory.registered)
  const counted = systems.filter((system) => system.registered === undefined)
  plan.record(taken, {
    act: 'inventory',
    fileName: plan.plain(inventory.fileName),
    systems: counted.map((system) => sampleSystem(plan, system)),
  })
  for (const system of systems) {
    const registered = system.registered === undefined ? taken : plan.dates.working(system.registered)
    if (system.registered !== undefined) plan.record(registered, { act: 'system', system: sampleSystem(plan, system) })
    planAnswerable(plan, system, registered)
    planMoves(plan, system)
    planReviews(plan, system)
  }
}

function sampleSystem(plan: SamplePlan, system: System): SampleSystem {
  return {
    code: system.code,
    unit: system.unit,
    dependsOn: system.dependsOn,
    lifecycle: firstStage(system),
    fields: {
      name: system.name,
      reading: system.reading,
      purpose: system.purpose,
      kind: system.kind,
      roles: system.roles,
      model: plan.plain(system.model),
      vendor: plan.plain(system.vendor),
      contract: plan.plain(system.contract),
      autonomy: system.autonomy,
      humanOversight: system.oversight ?? noText,
      affected: system.affected,
      tier: system.tier,
      personalData: system.personalData,
      jurisdictions: system.jurisdictions,
      goLiveOn: plan.dayOf(system.goLive),
      nextReviewOn: plan.dayOf(system.nextReview),
      notes: plan.plain(system.notes),
      writeAccess: system.writeAccess,
    },
  }
}

function firstStage(system: System): Lifecycle {
  return system.lifecycle[0]?.code ?? 'unknown'
}

/** What came with the stocktaking was answered for before the register knew of it; the rest from the day it was recorded. */
function planAnswerable(plan: SamplePlan, system: System, registered: Day): void {
  const known = system.registered === undefined
  const { executive } = system
  if (executive !== undefined) {
    const named = executive.registered === undefined ? registered : plan.dates.working(executive.registered)
    plan.record(named, {
      act: 'assign',
      role: 'accountable_executive',
      subject: 'system',
      code: system.code,
      holder: { post: executive.post, person: null },
      from: known && executive.registered === undefined ? null : named,
    })
  }
  plan.record(registered, {
    act: 'assign',
    role: 'system_owner',
    subject: 'system',
    code: system.code,
    holder: holderOf(system.owner),
    from: known ? null : registered,
  })
}

function planMoves(plan: SamplePlan, system: System): void {
  const { lifecycleReasons } = plan.sources.systems
  for (const move of system.lifecycle.slice(1)) {
    if (move.on === null) continue
    const general = lifecycleReasons[move.code]
    const reason = move.code === 'suspended' ? (system.lifecycleReason ?? general) : general
    if (reason === undefined) throw new RangeError(`${system.code}: no reason for ${move.code}`)
    plan.record(plan.dates.working(move.on), {
      act: 'lifecycle',
      code: system.code,
      to: move.code,
      reason: plan.plain(reason),
    })
  }
}

function planReviews(plan: SamplePlan, system: System): void {
  for (const review of system.reviews) {
    const on = plan.dates.working(review.on)
    const nextReviewOn = plan.dates.resolve(review.next ?? reviewCycleDays[system.tier ?? 'high'], on)
    plan.record(on, { act: 'edit', noun: 'system', code: system.code, patch: { nextReviewOn } })
  }
  for (const { on, ...patch } of system.edits)
    plan.record(plan.dates.working(on), { act: 'edit', noun: 'system', code: system.code, patch: present(patch) })
}

/** Without the fields that are not given. */
function present<Fields extends object>(fields: Fields): { [Name in keyof Fields]: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: NonNullable<Fields[Name]>
  }
}
