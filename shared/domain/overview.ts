/**
 * The overview: six figures, what to do now, near dates, the risks beyond appetite beside the heat map, the controls. Codes
 * and facts, no words: sentences are statements that the catalogue words. Every line names the list or record it opens.
 */
import { type ActNow, actNowOn } from './act-now.ts'
import { addDays, type Day, daysBetween, type FiscalQuarter, fiscalQuarterOf } from './calendar-date.ts'
import { beginningsOn, type RuleBeginning } from './horizon/beginnings.ts'
import type { HorizonPack } from './horizon/horizon-pack.ts'
import { claimedWithoutEvidence, controlDomainsOn, type DomainStatus } from './metrics/control-domains.ts'
import { acceptancesOn } from './metrics/acceptance-standing.ts'
import { confirmationByPost } from './metrics/accountability-picture.ts'
import { type HeatMap, heatMapOn } from './metrics/heat-map.ts'
import type { KriResult } from './metrics/kri-result.ts'
import { type KriTile, tileIds, tileOf } from './metrics/kri-tile.ts'
import { krisOn } from './metrics/kris.ts'
import { type Movement, movementOf, type RiskMovement, riskMovement } from './metrics/movement.ts'
import type { EarlierPack } from './metrics/over-packs.ts'
import type { RegisterOn } from './metrics/register-on.ts'
import { type PastPosition, positionsOn, type RiskPosition } from './metrics/risk-positions.ts'
import { type NearDate, nearDatesOn } from './near-dates.ts'
import type { Bilingual } from './text.ts'
import { workOn } from './work-on.ts'

export interface OverviewInput {
  /** The register on the day of the overview. */
  readonly on: RegisterOn
  /** First month of the fiscal year, 1–12. */
  readonly fiscalStartMonth: number
  /** Locked packs, oldest first. */
  readonly packs: readonly EarlierPack[]
  /** The horizon that the register holds; null where none was taken in. */
  readonly horizon: HorizonPack | null
}

export interface Overview {
  readonly asOf: Day
  /** Systems and open risks that the figures count. */
  readonly counted: { readonly systems: number; readonly risks: number }
  /** The quarter whose pack comes next, and the days until its last day (negative: it has passed). */
  readonly nextPack: FiscalQuarter & { readonly daysLeft: number }
  readonly lastPack: { readonly code: string; readonly asOf: Day } | null
  readonly tiles: readonly KriTile[]
  readonly actNow: readonly ActNow[]
  readonly nearDates: readonly NearDate[]
  /** Rules that have begun on the day, or within a week before. */
  readonly begun: readonly RuleBeginning[]
  readonly beyond: {
    /** Risks outside appetite, worst first, at most eight. */
    readonly rows: readonly BeyondRow[]
    readonly outside: number
    readonly open: number
    readonly unassessed: number
  }
  readonly heatMap: HeatMap
  readonly controls: {
    readonly domains: readonly DomainStatus[]
    readonly implemented: number
    readonly total: number
    /** Controls recorded as in place without current evidence. */
    /** Codes of the controls recorded as in place without current evidence. */
    readonly claimedWithoutEvidence: readonly string[]
  }
  /** Risks since the last pack; null where there is none to compare with. */
  readonly movement: RiskMovement | null
}

export type BeyondRow = Pick<
  RiskPosition,
  'id' | 'code' | 'name' | 'category' | 'inherent' | 'residual' | 'target' | 'limits' | 'acceptance'
> & {
  readonly owner: {
    readonly state: RiskPosition['owner']['state']
    readonly person: Bilingual | null
    readonly post: Bilingual | null
    readonly since: Day | null
  }
  readonly previousResidual: RiskPosition['residual']
  readonly movement: Movement | null
}

const rowsShown = 8

export function buildOverview({ on, fiscalStartMonth, packs, horizon }: OverviewInput): Overview {
  const { asOf } = on
  const acceptances = acceptancesOn(on)
  const positions = positionsOn(on, acceptances)
  const kris = krisOn(on, positions, acceptances, packs)
  const work = workOn({ on, positions, acceptances })
  const last = packs.at(-1) ?? null
  const past = last?.positions ?? null
  const domains = controlDomainsOn(on)
  const outside = positions.filter((position) => position.outsideAppetite === true)
  const nextPack = nextPackOf(asOf, fiscalStartMonth, last)
  return {
    asOf,
    counted: { systems: on.systems.length, risks: positions.length },
    nextPack,
    lastPack: last && { code: last.code, asOf: last.asOf },
    tiles: tileIds.map((id) => tileOf(resultOf(kris, id), { code: null, asOf }, packs)),
    actNow: actNowOn({
      on,
      work,
      kris,
      confirmations: confirmationByPost(on),
      daysToPack: nextPack.daysLeft,
    }),
    nearDates: nearDatesOn(asOf, work, nextPack.to),
    begun: horizon === null ? [] : beginningsOn(horizon, asOf),
    beyond: {
      rows: beyondRows(on, outside.slice(0, rowsShown), past),
      outside: outside.length,
      open: positions.length,
      unassessed: positions.filter((position) => position.residual === null).length,
    },
    heatMap: heatMapOn(on, positions, 'residual', past),
    controls: {
      domains,
      implemented: domains.reduce((sum, domain) => sum + domain.implemented, 0),
      total: domains.reduce((sum, domain) => sum + domain.total, 0),
      claimedWithoutEvidence: claimedWithoutEvidence(on).map((control) => control.code),
    },
    movement: past && riskMovement(positions, past),
  }
}

/** The quarter that holds the day; the next one once the pack of that quarter's last day is locked. */
function nextPackOf(asOf: Day, fiscalStartMonth: number, last: EarlierPack | null): Overview['nextPack'] {
  let quarter = fiscalQuarterOf(asOf, fiscalStartMonth)
  if (last !== null && last.asOf >= quarter.to) quarter = fiscalQuarterOf(addDays(quarter.to, 1), fiscalStartMonth)
  return { ...quarter, daysLeft: daysBetween(asOf, quarter.to) }
}

function resultOf(kris: readonly KriResult[], id: (typeof tileIds)[number]): KriResult {
  const result = kris.find((each) => each.id === id)
  if (!result) throw new RangeError(`no figure ${id}`)
  return result
}

function beyondRows(
  on: RegisterOn,
  outside: readonly RiskPosition[],
  past: readonly PastPosition[] | null,
): readonly BeyondRow[] {
  const before = past && new Map(past.map((position) => [position.id, position]))
  return outside.map((position) => ({
    id: position.id,
    code: position.code,
    name: position.name,
    category: position.category,
    inherent: position.inherent,
    residual: position.residual,
    target: position.target,
    limits: position.limits,
    acceptance: position.acceptance,
    owner: {
      state: position.owner.state,
      person: on.person(position.owner.personId)?.name ?? null,
      post: on.post(position.owner.postId)?.name ?? null,
      since: position.owner.vacantSince,
    },
    previousResidual: before?.get(position.id)?.residual ?? null,
    movement: movementOf(position, before),
  }))
}
