/** Where each risk stands on a day: its levels, the line of its category, what the evidence supports, who answers. */
import type { Holding } from '../accountability.ts'
import type { Day } from '../calendar-date.ts'
import type { RiskCategory } from '../principles.ts'
import { bandRank, isAbove } from '../scoring.ts'
import type { Bilingual } from '../text.ts'
import { type AcceptanceStanding, acceptancesOn } from './acceptance-standing.ts'
import { coverageOf, evidencedLevel } from './evidenced-level.ts'
import type { FigureInput, RiskFacts } from './figure-input.ts'
import { type Level, type Limits, RegisterOn } from './register-on.ts'
import { type Reopening, reopeningsOn } from './reopening.ts'

export interface RiskPosition {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly category: RiskCategory
  readonly systemIds: readonly string[]
  readonly inherent: Level | null
  readonly residual: Level | null
  readonly target: Level | null
  /** The residual level that the evidence supports (3.3); null where inherent or residual is not assessed. */
  readonly evidenced: Level | null
  /** Bands between the claimed and the evidenced residual level, 0 to 3. */
  readonly evidenceGap: number
  readonly limits: Limits
  /** Null where the residual level is not assessed: unknown, never "within". */
  readonly outsideAppetite: boolean | null
  readonly outsideTolerance: boolean | null
  /** The owner on the day. */
  readonly owner: Holding
  /** The acceptance that says most: an active one, else the lapsed one that is still relied on, else null. */
  readonly acceptance: AcceptanceStanding | null
  readonly nextReviewOn: Day | null
  /** What has reopened its assessment; null where nothing has. */
  readonly reopened: Reopening | null
}

/** What a later day compares with: kept small so that earlier packs can be held without their snapshots. */
export type PastPosition = Pick<RiskPosition, 'id' | 'code' | 'inherent' | 'residual' | 'target' | 'outsideAppetite'>

/** All risks of population R, worst first: band, then order score, then impact, then code; unassessed ones last. */
export function riskPositions(input: FigureInput, asOf: Day): readonly RiskPosition[] {
  const on = new RegisterOn(input, asOf)
  return positionsOn(on, acceptancesOn(on))
}

/** The same for a register whose acceptances are already known. A risk that nothing has changed for keeps its position. */
export function positionsOn(on: RegisterOn, standings: readonly AcceptanceStanding[]): readonly RiskPosition[] {
  const { assessments, controlTests, evidence, terms, assignments } = on.input
  const of = [assessments, controlTests, evidence, terms, assignments]
  const reopenings = reopeningsOn(on)
  const from = [on.risks, reopenings, on.controls, on.bandTables, on.limits, standings, ...of, on.asOf]
  return on.kept.get('positions', from, () => {
    const byRisk = new Map<string, AcceptanceStanding>()
    for (const standing of standings) {
      if (standing.subject !== 'risk' || !(standing.state === 'active' || standing.reliedOn)) continue
      const known = byRisk.get(standing.subjectId)
      if (!known || known.to < standing.to) byRisk.set(standing.subjectId, standing)
    }
    const controls = keyControlsByRisk(on)
    return on.risks
      .map((risk) =>
        positionOf(on, risk, byRisk.get(risk.id) ?? null, controls.get(risk.id) ?? [], reopenings.get(risk.id) ?? null),
      )
      .sort(worstFirst)
  })
}

/** The positions of each system's risks, worst first. */
export function positionsBySystem(
  on: RegisterOn,
  positions: readonly RiskPosition[],
): ReadonlyMap<string, readonly RiskPosition[]> {
  return on.kept.groups('positions by system', positions, ({ systemIds }) => systemIds)
}

/** Beyond tolerance, and nobody has accepted that (K07). */
export function isUncovered({ outsideTolerance, acceptance }: RiskPosition): boolean {
  return outsideTolerance === true && acceptance?.state !== 'active'
}

function positionOf(
  on: RegisterOn,
  risk: RiskFacts,
  acceptance: AcceptanceStanding | null,
  controls: FigureInput['controls'],
  reopened: Reopening | null,
): RiskPosition {
  const coverage = coverageOf(on, controls)
  const limits = on.limits[risk.category]
  const owner = on.answerable.of('risk_owner', risk.id)
  const judged = [on.assessmentsOf(risk.id), on.bandTables, coverage.halves, coverage.whole, limits, on.asOf]
  return on.kept.get(`position ${risk.id}`, [risk, acceptance, owner, reopened, ...judged], () => {
    const inherent = on.level(risk.id, 'inherent')
    const residual = on.level(risk.id, 'residual')
    const evidenced = evidencedLevel(inherent, residual, coverage)
    return {
      id: risk.id,
      code: risk.code,
      name: risk.name,
      category: risk.category,
      systemIds: risk.systemIds,
      inherent,
      residual,
      target: on.level(risk.id, 'target'),
      evidenced,
      evidenceGap: evidenced && residual ? bandRank(evidenced.band) - bandRank(residual.band) : 0,
      limits,
      outsideAppetite: residual && isAbove(residual.band, limits.appetite),
      outsideTolerance: residual && isAbove(residual.band, limits.tolerance),
      owner,
      acceptance,
      nextReviewOn: risk.nextReviewOn,
      reopened,
    }
  })
}

function keyControlsByRisk(on: RegisterOn): ReadonlyMap<string, FigureInput['controls'][number][]> {
  const map = new Map<string, FigureInput['controls'][number][]>()
  for (const control of on.controls)
    if (control.weight === 'key')
      for (const riskId of control.riskIds) {
        const list = map.get(riskId)
        if (list) list.push(control)
        else map.set(riskId, [control])
      }
  return map
}

export function worstFirst(
  one: Pick<RiskPosition, 'residual' | 'code'>,
  other: Pick<RiskPosition, 'residual' | 'code'>,
): number {
  const rank = ({ residual }: Pick<RiskPosition, 'residual'>) =>
    residual === null ? -1 : bandRank(residual.band) * 1000 + residual.score * 10 + residual.impact
  return rank(other) - rank(one) || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)
}
