/** A3: a risk on a page of its own: what it is, how high, by whom, and what is done about it. */
import { evidenceStateOf } from '../../domain/metrics/control-domains.ts'
import type { RiskPosition } from '../../domain/metrics/risk-positions.ts'
import { noText } from '../../domain/text.ts'
import type { PackContext } from '../pack-context.ts'
import { capped } from '../pack-context.ts'
import type { RiskDetail } from '../pages.ts'
import { riskRows } from '../risk-rows.ts'

/** What fits beside the rest on one sheet. */
const listed = 5

export function riskDetails(context: PackContext, positions: readonly RiskPosition[]): readonly RiskDetail[] {
  const risks = new Map(context.state.risks.map((risk) => [risk.id, risk]))
  const systems = new Map(context.state.systems.map((system) => [system.code, system.name]))
  return riskRows(context, positions).map((row, index): RiskDetail => {
    const id = positions[index]?.id ?? ''
    const risk = risks.get(id)
    const controls = context.on.controls.filter(({ riskIds }) => riskIds.includes(id))
    const actions = context.state.actions.filter(({ withdrawn, riskIds }) => withdrawn === null && riskIds.includes(id))
    return {
      ...row,
      cause: risk?.cause ?? noText,
      event: risk?.event ?? noText,
      consequence: risk?.consequence ?? noText,
      treatment: risk?.treatment ?? null,
      identifiedOn: risk?.identifiedOn ?? null,
      targetOn: risk?.targetOn ?? null,
      systemNames: row.systems.map((code) => ({ code, name: systems.get(code) ?? noText })),
      controls: capped(
        controls.map((control) => ({
          code: control.code,
          name: control.name,
          key: control.weight === 'key',
          status: context.on.controlStatus(control),
          evidence: evidenceStateOf(context.on, control.id),
        })),
        listed,
        'controls',
      ),
      actions: capped(
        actions.map((action) => ({
          code: action.code,
          name: action.name,
          owner: context.on.person(action.ownerId)?.name ?? null,
          dueOn: action.dueOn,
          state: action.state,
        })),
        listed,
        'actions',
      ),
    }
  })
}
