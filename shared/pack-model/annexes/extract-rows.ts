/** A4: the systems and the open risks of the register, a row each. */
import type { PackContext } from '../pack-context.ts'
import { answererOf } from '../pack-context.ts'
import type { RiskRow, SystemExtractRow } from '../pages.ts'
import { riskRows } from '../risk-rows.ts'

/** In the order of their codes, those that nobody counts included. */
export function systemExtract(context: PackContext): readonly SystemExtractRow[] {
  return context.state.systems
    .filter(({ withdrawn }) => withdrawn === null)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map((system) => ({
      code: system.code,
      name: system.name,
      tier: system.tier,
      lifecycle: system.lifecycle,
      unit: context.on.unit(system.unitId)?.name ?? null,
      executive: answererOf(context.on, context.on.answerable.of('accountable_executive', system.id)),
    }))
}

/** Highest first. */
export function riskExtract(context: PackContext): readonly RiskRow[] {
  return riskRows(context, context.positions)
}
