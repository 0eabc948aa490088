/** Links to records that were registered later are made on the day when both exist, as a person would. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { SamplePlan } from './sample-plan.ts'

interface Links {
  readonly systems: readonly string[]
  readonly risks: readonly string[]
  readonly controls: readonly string[]
}

/** The links that hold from the start; the others are planned as edits. */
export function planLinks(
  plan: SamplePlan,
  from: { readonly noun: 'control' | 'action'; readonly code: string; readonly registered: Day },
  wanted: Partial<Links>,
): Links {
  const all: Links = { systems: wanted.systems ?? [], risks: wanted.risks ?? [], controls: wanted.controls ?? [] }
  const days = registrationDays(plan)
  const dayOf = (code: string) => {
    const day = days.get(code)
    if (day === undefined) throw new RangeError(`${from.code} links to ${code}, which is not in the sources`)
    return day
  }
  const until = (day: Day): Links => ({
    systems: all.systems.filter((code) => dayOf(code) <= day),
    risks: all.risks.filter((code) => dayOf(code) <= day),
    controls: all.controls.filter((code) => dayOf(code) <= day),
  })
  const later = new Set(
    [...all.systems, ...all.risks, ...all.controls].map(dayOf).filter((day) => day > from.registered),
  )
  for (const day of [...later].sort()) {
    const { systems, risks, controls } = until(day)
    plan.record(day, {
      act: 'edit',
      noun: from.noun,
      code: from.code,
      patch: {},
      links: from.noun === 'control' ? { systems, risks } : { systems, risks, controls },
    })
  }
  return until(from.registered)
}

const known = new WeakMap<SamplePlan, ReadonlyMap<string, Day>>()

/** The day on which each system, risk and control was registered. */
function registrationDays(plan: SamplePlan): ReadonlyMap<string, Day> {
  const found = known.get(plan)
  if (found) return found
  const { systems, risks, controls } = plan.sources
  const days = new Map([
    ...systems.systems.map(
      ({ code, registered }) => [code, plan.dates.working(registered ?? systems.inventory.registered)] as const,
    ),
    ...risks.risks.map(({ code, registered }) => [code, plan.dates.working(registered)] as const),
    ...controls.controls.map(({ code, registered }) => [code, plan.dates.working(registered)] as const),
  ])
  known.set(plan, days)
  return days
}
