/**
 * How far a use is prepared for the exception for statistics, condition by condition (regulatory fact base 5.5, STAT-1 to 7).
 * The exception is promulgated and not in force: all this is preparation and no basis. Of its conditions five are text of the
 * act, one is left to rules of the Commission, and one is no condition at all but good practice; each says which it is.
 */
import { groupBy } from '../kept-parts.ts'
import type { SystemFacts } from '../metrics/figure-input.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import { type DataCheckItem, type DataCheckId, plansStatisticsException } from './check-catalogue.ts'
import type { DataCheck } from './data-use.ts'
import { type Deidentification, isProvenOn } from './deidentification.ts'
import { type DpiaStanding, dpiasBySystem, usesBySystem, type UseStanding } from './privacy-on.ts'

/** `law`: text of the act. `open`: left to rules that are not there yet. `practice`: not found in the act, encouraged. */
export const conditionKinds = ['law', 'open', 'practice'] as const
export type ConditionKind = (typeof conditionKinds)[number]

const otherKinds: Readonly<Partial<Record<DataCheckId, ConditionKind>>> = { 'STAT-6': 'open', 'STAT-7': 'practice' }

export function conditionKindOf(id: DataCheckId): ConditionKind {
  return otherKinds[id] ?? 'law'
}

/** `unproven`: said to be met, with nothing to show for it on the day. */
export const conditionStates = ['met', 'unproven', 'gap', 'unanswered', 'not_applicable'] as const
export type ConditionState = (typeof conditionStates)[number]

export interface StatisticsCondition {
  readonly item: DataCheckItem
  readonly kind: ConditionKind
  readonly state: ConditionState
  readonly check: Readonly<DataCheck> | null
  /** Evidence that counts on the day, and what else the register holds for it, by id. */
  readonly evidenceIds: readonly string[]
  readonly recordIds: readonly string[]
}

export interface UseReadiness {
  readonly standing: UseStanding
  readonly conditions: readonly StatisticsCondition[]
  /** That are met or do not apply. */
  readonly settled: number
  readonly deidentificationIds: readonly string[]
  readonly purposeRecorded: boolean
}

/** A system that plans to rely on the exception, and whether the three things of K17 are there. */
export interface StatisticsReadiness {
  readonly system: SystemFacts
  readonly uses: readonly UseReadiness[]
  readonly dpia: DpiaStanding | null
  /** Each of its planning uses is covered by a de-identification that counts. */
  readonly deidentified: boolean
  readonly purposeRecorded: boolean
  readonly ready: boolean
}

/** Among the counted systems those with a use that plans it. Nothing of it can be relied on before it is in force. */
export function statisticsReadinessOn(on: RegisterOn): readonly StatisticsReadiness[] {
  const uses = usesBySystem(on)
  const assessments = dpiasBySystem(on)
  const { deidentifications, evidence } = on.input
  const from = [on.systems, uses, assessments, deidentifications, evidence, on.asOf]
  return on.kept.get<readonly StatisticsReadiness[]>('readiness for the exception for statistics', from, () => {
    const current = currentEvidence(on)
    const proven = groupBy(
      deidentifications.filter(
        (record) => isProvenOn(record, on.asOf) && record.evidenceIds.some((id) => current.has(id)),
      ),
      ({ systemId }) => [systemId],
    )
    return on.systems.flatMap((system) => {
      const planning = (uses.get(system.id) ?? []).filter(({ use }) => plansStatisticsException(use))
      if (planning.length === 0) return []
      const dpia = (assessments.get(system.id) ?? []).find(({ state }) => state === 'approved') ?? null
      const prepared = planning.map((standing) =>
        readinessOf(standing, dpia, proven.get(system.id) ?? [], current, on.asOf),
      )
      const deidentified = prepared.every(({ deidentificationIds }) => deidentificationIds.length > 0)
      const purposeRecorded = prepared.every((each) => each.purposeRecorded)
      const ready = dpia !== null && deidentified && purposeRecorded
      return [{ system, uses: prepared, dpia, deidentified, purposeRecorded, ready }]
    })
  })
}

/** Evidence that was obtained by the day and has not run out on it. */
function currentEvidence(on: RegisterOn): ReadonlySet<string> {
  const counts = on.input.evidence.filter(
    ({ withdrawn, obtainedOn, validUntil }) =>
      withdrawn === null &&
      (obtainedOn === null || obtainedOn <= on.asOf) &&
      (validUntil === null || validUntil >= on.asOf),
  )
  return new Set(counts.map(({ id }) => id))
}

function readinessOf(
  standing: UseStanding,
  dpia: DpiaStanding | null,
  proven: readonly Readonly<Deidentification>[],
  current: ReadonlySet<string>,
  day: string,
): UseReadiness {
  const { use, asked, findings } = standing
  const deidentificationIds = proven.filter(({ useId }) => useId === null || useId === use.id).map(({ id }) => id)
  const practice = dpia !== null && deidentificationIds.length > 0
  const conditions = asked
    .filter(({ group }) => group === 'statistics')
    .map((item): StatisticsCondition => {
      const check = findings.get(item.id) ?? null
      const evidenceIds = check?.evidenceIds.filter((id) => current.has(id)) ?? []
      const shown = item.id === 'STAT-7' ? practice : evidenceIds.length > 0
      return {
        item,
        kind: conditionKindOf(item.id),
        state: stateOf(check, shown),
        check,
        evidenceIds,
        recordIds:
          item.id === 'STAT-3'
            ? use.contractIds
            : item.id === 'STAT-7'
              ? [...(dpia === null ? [] : [dpia.dpia.id]), ...deidentificationIds]
              : [],
      }
    })
  return {
    standing,
    conditions,
    settled: conditions.filter(({ state }) => state === 'met' || state === 'not_applicable').length,
    deidentificationIds,
    purposeRecorded:
      [use.purpose.ja, use.purpose.en].some((text) => text !== null && text !== '') &&
      use.notifiedOn !== null &&
      use.notifiedOn <= day,
  }
}

function stateOf(check: Readonly<DataCheck> | null, shown: boolean): ConditionState {
  if (check === null) return 'unanswered'
  if (check.finding !== 'met') return check.finding
  return shown ? 'met' : 'unproven'
}
