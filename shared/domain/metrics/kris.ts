/**
 * The key risk indicators of a day. Formulas: board-pack specification 2.2. A record that is missing or unknown counts as not
 * met; a share of nothing is `na` and never 100 %; a figure whose records do not exist in the register at all is `no_data`
 * and never zero. Limits compare unrounded values; days are calendar days; no clock is read.
 *
 * When a figure has no data:
 * - K01–K03: no system is registered (a system without a post or a confirmation is "not met": that is what they count);
 * - K04: no system; KRI-01: nothing was ever found that nobody had applied for; KRI-03: no monitoring result and no change;
 * - K05–K08: no risk is registered, or no open risk has a residual level (nothing was judged, so nothing is within);
 * - K09–K11: no control; K12–K14: no action; K15: no system and no risk; K22: no acceptance or exception; K28: none of the four;
 * - K27: no decision is registered;
 * - K29: no control is said to be for human oversight; KRI-12: no test of one has a sample; KRI-15: no system;
 * - K30: no risk is registered, or of none are both levels judged;
 * - K16, K16u: no system; K17, KRI-16: no use of personal data;
 * - K18, K19, KRI-08: no contract; K20: no supply, or none to a system of the high tier;
 * - K21, KRI-10: no incident and no near miss is registered;
 * - K24: no risk has a speed of onset on record;
 * - K23: no pack before this one; K26: not two before it;
 * - KRI-13: no training is required by the register; KRI-14: no finding; KRI-18: no change of the rules was ever assessed.
 */
import type { Day } from '../calendar-date.ts'
import { type AcceptanceStanding, acceptancesOn } from './acceptance-standing.ts'
import { actionFigures } from './action-figures.ts'
import { assessmentFigures } from './assessment-figures.ts'
import { completenessOn } from './completeness.ts'
import { decisionFigure } from './decision-figures.ts'
import { countedTier, type Tier } from '../system.ts'
import type { ControlFacts, FigureInput } from './figure-input.ts'
import { findingFigure } from './finding-figures.ts'
import { incidentFigures } from './incident-figures.ts'
import { judge, type KriId, type KriResult, kriDefinitions, type KriStatus, thresholdOn } from './kri-result.ts'
import { type EarlierPack, overPacksFigures } from './over-packs.ts'
import { privacyFigures } from './privacy-figures.ts'
import { proofFigures } from './proof-figures.ts'
import { ruleFigure } from './rule-figures.ts'
import { RegisterOn } from './register-on.ts'
import { isUncovered, positionsOn, type RiskPosition } from './risk-positions.ts'
import { accountabilityFigures } from './accountability-figures.ts'
import { thirdPartyFigures } from './third-party-figures.ts'
import { trainingFigure } from './training-figures.ts'

/** A figure before it is judged: what was counted of what. */
export interface Count {
  readonly id: KriId
  /** False where the records that the figure counts do not exist in the register. */
  readonly known: boolean
  readonly numerator: number
  readonly denominator: number
  /** Only where the value is not numerator ÷ denominator. */
  readonly value?: number
  readonly parts?: Readonly<Record<string, number | null>>
  readonly contributing: readonly string[]
  /** True where something counted could not be judged: the figure is then never better than `warning`. */
  readonly doubtful?: boolean
  /** What it comes to whatever the limits: one thing that was counted is as bad by itself. */
  readonly atLeast?: 'breach'
}

/** What figures over several packs compare with: the packs before this one, oldest first. */
export type EarlierPositions = readonly Pick<EarlierPack, 'positions'>[]

/** All figures of a day, in the order of their ids. */
export function computeKris(input: FigureInput, asOf: Day, earlier: EarlierPositions = []): readonly KriResult[] {
  const on = new RegisterOn(input, asOf)
  const acceptances = acceptancesOn(on)
  return krisOn(on, positionsOn(on, acceptances), acceptances, earlier)
}

/** The same for a register whose positions and acceptances are already known. */
export function krisOn(
  on: RegisterOn,
  positions: readonly RiskPosition[],
  acceptances: readonly AcceptanceStanding[],
  earlier: EarlierPositions,
): readonly KriResult[] {
  const counts = [
    ...accountabilityFigures(on),
    ...riskFigures(on, positions),
    ...assessmentFigures(on, positions),
    ...overPacksFigures(positions, earlier),
    ...proofFigures(on, positions),
    controlFigure(on),
    ...actionFigures(on),
    reviewFigure(on),
    acceptanceFigure(acceptances, on.asOf),
    completenessFigure(on),
    trainingFigure(on),
    ruleFigure(on),
    findingFigure(on),
    ...thirdPartyFigures(on),
    ...privacyFigures(on),
    ...incidentFigures(on),
    decisionFigure(on),
  ]
  return counts.map((count) => resultOf(on, count)).sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Of the figures whose breach makes what is owed heavy, those that are breached: without counting all others. */
export function breachedOf(
  on: RegisterOn,
  positions: readonly RiskPosition[],
  wanted: readonly KriId[],
): ReadonlySet<KriId> {
  const counts = [
    ...accountabilityFigures(on),
    ...riskFigures(on, positions),
    ...actionFigures(on),
    findingFigure(on),
    trainingFigure(on),
    ruleFigure(on),
    decisionFigure(on),
  ]
  const results = counts.filter(({ id }) => wanted.includes(id)).map((count) => resultOf(on, count))
  return new Set(results.filter(({ status }) => status === 'breach').map(({ id }) => id))
}

/** What is counted of vendors and contracts, without counting all others. */
export function thirdPartyResults(on: RegisterOn): readonly KriResult[] {
  return thirdPartyFigures(on).map((count) => resultOf(on, count))
}

/** What is counted of personal data, without counting all others. */
export function privacyResults(on: RegisterOn): readonly KriResult[] {
  return privacyFigures(on).map((count) => resultOf(on, count))
}

function resultOf(on: RegisterOn, count: Count): KriResult {
  const { unit } = kriDefinitions[count.id]
  const threshold = thresholdOn(on.input.thresholds, count.id, on.asOf)
  const shared = { id: count.id, unit, threshold, parts: count.parts ?? {} }
  if (!count.known) {
    const parts = Object.fromEntries(Object.keys(shared.parts).map((part) => [part, null]))
    return { ...shared, parts, numerator: null, denominator: null, value: null, status: 'no_data', contributing: [] }
  }
  const { numerator, denominator, contributing } = count
  if (denominator === 0 && count.value === undefined)
    return { ...shared, numerator, denominator, value: null, status: 'na', contributing }
  const value = count.value ?? numerator / denominator
  let status: KriStatus = threshold === null ? 'unjudged' : judge(value, threshold)
  if (count.doubtful === true && status === 'within') status = 'warning'
  if (count.atLeast !== undefined) status = count.atLeast
  return { ...shared, numerator, denominator, value, status, contributing }
}

/**
 * K05, K06, K07. Risks whose residual level is not assessed are in `parts.unassessed`; while there is one, the figure is not
 * shown as within.
 */
function riskFigures(on: RegisterOn, positions: readonly RiskPosition[]): readonly Count[] {
  const unassessed = positions.filter((position) => position.residual === null).length
  const known =
    on.input.risks.some((risk) => risk.withdrawn === null) && (positions.length === 0 || unassessed < positions.length)
  const outside = positions.filter((position) => position.outsideAppetite === true)
  const high = positions.filter(({ residual }) => residual?.band === 'high' || residual?.band === 'severe')
  const highOutside = high.filter((position) => position.outsideAppetite === true)
  const beyond = positions.filter((position) => position.outsideTolerance === true)
  const uncovered = positions.filter(isUncovered)
  const codes = (list: readonly RiskPosition[]) => list.map((position) => position.code)
  const of = positions.length
  const shared = { known, doubtful: unassessed > 0 }
  const count = (numerator: number) => (of === 0 ? {} : { value: numerator })
  return [
    {
      ...shared,
      id: 'K05',
      numerator: outside.length,
      denominator: of,
      ...count(outside.length),
      parts: { share: of === 0 ? null : outside.length / of, unassessed },
      contributing: codes(outside),
    },
    {
      ...shared,
      id: 'K06',
      numerator: highOutside.length,
      denominator: high.length,
      parts: { unassessed },
      contributing: codes(highOutside),
    },
    {
      ...shared,
      id: 'K07',
      numerator: uncovered.length,
      denominator: of,
      ...count(uncovered.length),
      parts: { outsideTolerance: beyond.length, covered: beyond.length - uncovered.length, unassessed },
      contributing: codes(uncovered),
    },
  ]
}

/**
 * K09: implemented = design in place, of the controls that apply. Each counts once in the value; the part `weighted` counts it by
 * the highest tier among the systems that it covers, 3/2/1, and one that covers none, being of the whole company, as high.
 */
function controlFigure(on: RegisterOn): Count {
  const missing = on.controls.filter((control) => control.design !== 'in_place')
  const all = weightOf(on, on.controls)
  return {
    id: 'K09',
    known: on.input.controls.some((control) => control.withdrawn === null),
    numerator: on.controls.length - missing.length,
    denominator: on.controls.length,
    parts: {
      weighted: all === 0 ? null : (all - weightOf(on, missing)) / all,
      unknown: missing.filter((control) => control.design === 'unknown').length,
      notApplicable: on.input.controls.filter((control) => control.withdrawn === null).length - on.controls.length,
    },
    contributing: missing.map((control) => control.code),
  }
}

const tierWeights: Readonly<Record<Tier, number>> = { high: 3, medium: 2, low: 1 }

/** The sum of what controls weigh by the tiers of their systems. */
function weightOf(on: RegisterOn, controls: readonly ControlFacts[]): number {
  const weights = on.kept.get('weights of systems', [on.systems], () => {
    return new Map(on.systems.map((system) => [system.id, tierWeights[countedTier(system)]]))
  })
  return controls.reduce((sum, { systemIds, riskIds }) => {
    const covered = [...systemIds, ...riskIds.flatMap((id) => on.risk(id)?.systemIds ?? [])]
    const found = covered.flatMap((id) => weights.get(id) ?? [])
    return sum + (found.length === 0 ? tierWeights.high : Math.max(...found))
  }, 0)
}

/** K15: review day not passed, over systems and risks in scope; without a review day: not met. */
function reviewFigure(on: RegisterOn): Count {
  const all = [...on.systems, ...on.risks]
  const late = all.filter((row) => row.nextReviewOn === null || row.nextReviewOn < on.asOf)
  return {
    id: 'K15',
    known: [...on.input.systems, ...on.input.risks].some((row) => row.withdrawn === null),
    numerator: all.length - late.length,
    denominator: all.length,
    parts: {
      overdue: late.filter((row) => row.nextReviewOn !== null).length,
      withoutDate: late.filter((row) => row.nextReviewOn === null).length,
    },
    contributing: late.map((row) => row.code),
  }
}

/** K22: lapsed but still relied on, of the acceptances and exceptions that had begun by the day. */
function acceptanceFigure(acceptances: readonly AcceptanceStanding[], asOf: Day): Count {
  const begun = acceptances.filter((standing) => standing.from <= asOf)
  const active = begun.filter((standing) => standing.state === 'active')
  const reliedOn = begun.filter((standing) => standing.reliedOn)
  return {
    id: 'K22',
    known: acceptances.length > 0,
    numerator: reliedOn.length,
    denominator: begun.length,
    ...(begun.length === 0 ? {} : { value: reliedOn.length }),
    parts: {
      active: active.length,
      expiring30: active.filter((standing) => standing.expiring).length,
      expiredReliedOn: reliedOn.length,
      renewedTwice: active.filter((standing) => standing.renewals >= 2).length,
      stale: active.filter((standing) => standing.stale).length,
    },
    contributing: reliedOn.map((standing) => standing.code),
  }
}

/** K28: filled counted fields ÷ counted fields over systems, risks, controls and actions in scope. */
function completenessFigure(on: RegisterOn): Count {
  const { filled, fields, brokenLinks, incomplete } = completenessOn(on)
  const { systems, risks, controls, actions } = on.input
  return {
    id: 'K28',
    known: [...systems, ...risks, ...controls, ...actions].some((row) => row.withdrawn === null),
    numerator: filled,
    denominator: fields,
    parts: { brokenLinks: brokenLinks.length, incompleteRecords: incomplete.length },
    contributing: incomplete,
  }
}
