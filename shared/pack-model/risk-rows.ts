/** Risks as rows of the pack's tables. */
import { movementOf } from '../domain/metrics/movement.ts'
import { overPacks } from '../domain/metrics/over-packs.ts'
import type { RiskPosition } from '../domain/metrics/risk-positions.ts'
import { answererOf, type PackContext } from './pack-context.ts'
import type { RiskRow } from './pages.ts'

/** Rows in the order given; ranks from 1. */
export function riskRows(context: PackContext, positions: readonly RiskPosition[]): readonly RiskRow[] {
  // What another legal entity held before is compared with its level there: it is not new.
  const before =
    context.previous && new Map(context.previous.positionsOfWhole.map((position) => [position.id, position]))
  return positions.map((position, index) => ({
    rank: index + 1,
    code: position.code,
    name: position.name,
    category: position.category,
    owner: answererOf(context.on, position.owner),
    systems: position.systemIds.flatMap((id) => context.systemCodes.get(id) ?? []),
    inherent: position.inherent,
    residual: position.residual,
    target: position.target,
    evidenced: position.evidenced,
    evidenceGap: position.evidenceGap,
    limits: position.limits,
    outside: position.outsideAppetite,
    movement: movementOf(position, before),
    previousResidual: before?.get(position.id)?.residual ?? null,
    over: overPacks(position, context.past),
    acceptance: position.acceptance && {
      code: position.acceptance.code,
      kind: position.acceptance.kind,
      state: position.acceptance.state,
      to: position.acceptance.to,
      stale: position.acceptance.stale,
      reliedOn: position.acceptance.reliedOn,
    },
    nextReviewOn: position.nextReviewOn,
  }))
}
