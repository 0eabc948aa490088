/** Rules about risks, their assessments and what was accepted. */
import { assessmentOn } from '../risk.ts'
import type { AcceptanceStanding } from '../metrics/acceptance-standing.ts'
import type { AssessmentFacts, ControlFacts, RiskFacts } from '../metrics/figure-input.ts'
import { isAbove } from '../scoring.ts'
import { found, itself, type QualityOn, type QualityRule, rule, when } from './quality-rule.ts'

const open = ({ on }: QualityOn) => on.openRisks
const risk = { noun: 'risk', record: itself<RiskFacts>, rows: open } as const
const acceptance = { noun: 'acceptance', record: itself<AcceptanceStanding> } as const

export const riskRules: readonly QualityRule[] = [
  rule({
    ...risk,
    id: 'DQ-18',
    name: 'loweredWithoutControl',
    severity: 'error',
    field: 'residual',
    finds: ({ id }, quality) => {
      const levels = levelsOf(quality, id)
      if (levels === null || !isLowered(levels)) return null
      const controls = controlsByRisk(quality).get(id) ?? []
      if (controls.some((control) => quality.on.controlStatus(control) === 'effective')) return null
      return levels
    },
  }),
  rule({
    ...risk,
    id: 'DQ-19',
    name: 'loweredWithoutRationale',
    severity: 'warning',
    field: 'residual',
    finds: ({ id }, quality) => {
      const levels = levelsOf(quality, id)
      if (levels === null || !isLowered(levels)) return null
      const residual = assessmentOn(quality.on.assessmentsOf(id), 'residual', quality.on.asOf)
      return when(residual?.rationale !== undefined && (residual.rationale ?? '').trim() === '', levels)
    },
  }),
  rule({
    ...risk,
    id: 'DQ-20',
    name: 'residualAboveInherent',
    severity: 'error',
    field: 'residual',
    finds: ({ id }, quality) => {
      const levels = levelsOf(quality, id)
      if (levels === null) return null
      return when(levels.likelihood > levels.likelihoodBefore || levels.impact > levels.impactBefore, levels)
    },
  }),
  rule({
    ...risk,
    id: 'DQ-21',
    name: 'acceptedWithoutAcceptance',
    severity: 'error',
    field: 'treatment',
    // Within appetite the board has accepted it already.
    finds: ({ id, treatment, category }, quality) => {
      const level = quality.on.level(id, 'residual')
      const isWithin = level !== null && !isAbove(level.band, quality.on.limits[category].appetite)
      return when(treatment === 'accept' && !isWithin && !isAccepted(quality, id))
    },
  }),
  rule({
    ...risk,
    id: 'DQ-22',
    name: 'outsideToleranceWithoutPlan',
    severity: 'error',
    field: 'treatment',
    finds: ({ id }, quality) => {
      const position = quality.positions.get(id)
      if (position?.outsideTolerance !== true || position.acceptance?.state === 'active') return null
      return when(!riskIdsWithAction(quality).has(id))
    },
  }),
  rule({
    ...risk,
    id: 'DQ-23',
    name: 'scaleNoLongerInForce',
    severity: 'note',
    field: 'residual',
    finds: ({ id }, { on }) => {
      const residual: AssessmentFacts | null = assessmentOn(on.assessmentsOf(id), 'residual', on.asOf)
      const scale = residual === null ? undefined : on.input.scales.find((each) => each.id === residual.scaleId)
      if (residual === null || scale === undefined) return null
      return when(scale.withdrawn !== null || (scale.to !== null && scale.to < on.asOf), { day: residual.on })
    },
  }),
  rule({
    ...risk,
    id: 'DQ-24',
    name: 'targetAboveAppetite',
    severity: 'warning',
    field: 'target',
    finds: ({ id, category }, { on }) => {
      const target = on.level(id, 'target')
      if (target === null || !isAbove(target.band, on.limits[category].appetite)) return null
      return { band: { key: `band.${target.band}`, facts: {} } }
    },
  }),
  rule({
    ...risk,
    id: 'DQ-25',
    name: 'riskOfWithdrawnSystem',
    severity: 'warning',
    field: 'systemIds',
    finds: ({ systemIds }, quality) => {
      const gone = systemIds.flatMap((id) => {
        const code = withdrawnSystems(quality).get(id)
        return code === undefined ? [] : [code]
      })
      return gone.length === 0 ? null : { codes: gone }
    },
  }),
  rule({
    ...risk,
    id: 'DQ-26',
    name: 'riskWithoutOwner',
    severity: 'warning',
    field: 'riskOwner',
    finds: ({ id }, { on }) => when(on.answerable.of('risk_owner', id).state !== 'held'),
  }),
  rule({
    ...risk,
    id: 'DQ-27',
    name: 'riskReviewOverdue',
    severity: 'warning',
    field: 'nextReviewOn',
    finds: ({ nextReviewOn }, { on }) =>
      nextReviewOn !== null && nextReviewOn < on.asOf ? { day: nextReviewOn } : null,
  }),
  rule({
    ...risk,
    id: 'DQ-28',
    name: 'riskNotAssessed',
    severity: 'warning',
    field: 'residual',
    finds: ({ id }, { on }) => when(on.level(id, 'residual') === null, found),
  }),
  rule({
    ...risk,
    id: 'DQ-29',
    name: 'riskClosedBeforeIdentified',
    severity: 'warning',
    field: 'identifiedOn',
    rows: ({ on }) => on.input.risks.filter((each) => each.withdrawn === null && each.status === 'closed'),
    finds: ({ identifiedOn, closedOn }) =>
      identifiedOn !== null && closedOn !== null && closedOn < identifiedOn
        ? { from: identifiedOn, to: closedOn }
        : null,
  }),
  rule({
    ...acceptance,
    id: 'DQ-30',
    name: 'lapsedAcceptanceReliedOn',
    severity: 'error',
    field: 'to',
    rows: ({ acceptances }) => acceptances,
    finds: ({ reliedOn, to }) => when(reliedOn, { day: to }),
  }),
  rule({
    ...acceptance,
    id: 'DQ-31',
    name: 'acceptanceStale',
    severity: 'warning',
    field: 'likelihood',
    rows: ({ acceptances }) => acceptances.filter((each) => each.state === 'active'),
    finds: ({ stale }) => when(stale),
  }),
]

interface Levels {
  readonly [fact: string]: number
  readonly likelihoodBefore: number
  readonly impactBefore: number
  readonly likelihood: number
  readonly impact: number
}

/** Inherent and residual grades of a risk, where both are assessed. */
function levelsOf({ on }: QualityOn, riskId: string): Levels | null {
  const [inherent, residual] = [on.level(riskId, 'inherent'), on.level(riskId, 'residual')]
  if (inherent === null || residual === null) return null
  return {
    likelihoodBefore: inherent.likelihood,
    impactBefore: inherent.impact,
    likelihood: residual.likelihood,
    impact: residual.impact,
  }
}

const isLowered = ({ likelihood, likelihoodBefore, impact, impactBefore }: Levels): boolean =>
  likelihood < likelihoodBefore || impact < impactBefore

function controlsByRisk({ on }: QualityOn): ReadonlyMap<string, readonly ControlFacts[]> {
  return on.kept.groups('controls by risk', on.controls, ({ riskIds }) => riskIds)
}

function isAccepted({ acceptances, on }: QualityOn, riskId: string): boolean {
  return on.kept
    .get('risks with an acceptance', [acceptances], () => {
      const active = acceptances.filter((each) => each.subject === 'risk' && each.state === 'active')
      return new Set(active.map(({ subjectId }) => subjectId))
    })
    .has(riskId)
}

/** Risks that an action treats that is not verified yet. */
function riskIdsWithAction({ on }: QualityOn): ReadonlySet<string> {
  return on.kept.get('risks with an open action', [on.actions, on.asOf], () => {
    const running = on.actions.filter(({ verifiedOn }) => verifiedOn === null || verifiedOn > on.asOf)
    return new Set(running.flatMap(({ riskIds }) => riskIds))
  })
}

function withdrawnSystems({ on }: QualityOn): ReadonlyMap<string, string> {
  const { systems } = on.input
  return on.kept.get(
    'codes of withdrawn systems',
    [systems],
    () => new Map(systems.flatMap(({ id, code, withdrawn }) => (withdrawn === null ? [] : [[id, code]]))),
  )
}
