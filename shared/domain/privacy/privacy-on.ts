/**
 * Personal data seen on one day: how each impact assessment stands and what has changed since it was judged, what is open at
 * each use, and of which systems an assessment is required. Steps dated after the day had not happened yet.
 */
import type { Day } from '../calendar-date.ts'
import { heldIn } from '../horizon/rule-assessment.ts'
import { groupBy } from '../kept-parts.ts'
import type { SystemFacts } from '../metrics/figure-input.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import { checksAsked, type DataCheckItem } from './check-catalogue.ts'
import type { DataCheck, DataUse } from './data-use.ts'
import { type Dpia, type DpiaAct, dpiaStateOn, type DpiaState, dpiaSteps, nextActOf } from './dpia.ts'
import { changesBetween, type ContentChange, judgedContentOf } from './dpia-changes.ts'
import { startBy, usualDays } from './lead-time.ts'
import { basisCountsOn } from './legal-basis.ts'

export interface DpiaStanding {
  readonly dpia: Readonly<Dpia>
  readonly state: DpiaState
  readonly next: DpiaAct | null
  /** What is otherwise since it was judged; empty while it is not judged. */
  readonly changes: readonly ContentChange[]
  /** By when it has to be begun to be approved on the day wanted; null once it was begun. */
  readonly startBy: Day | null
}

export interface UseStanding {
  readonly use: Readonly<DataUse>
  readonly asked: readonly DataCheckItem[]
  readonly findings: ReadonlyMap<string, Readonly<DataCheck>>
  /** Checks by the law in force: those with a gap, and those that nobody has answered. */
  readonly gaps: number
  readonly unanswered: number
  /** It rests on something that was recorded by the day and is in force on it. */
  readonly hasBasis: boolean
}

/** What of it had happened by the day. */
function knownBy(dpia: Readonly<Dpia>, day: Day): Readonly<Dpia> {
  const ahead = (on: Day | null) => on !== null && on > day
  if (![...dpiaSteps.map((step) => dpia[`${step}On`]), dpia.approvedOn].some(ahead)) return dpia
  const steps = Object.fromEntries(
    dpiaSteps.map((step) => [`${step}On`, ahead(dpia[`${step}On`]) ? null : dpia[`${step}On`]]),
  )
  return {
    ...dpia,
    ...steps,
    ...(ahead(dpia.screeningOn) ? { outcome: null, screenedContent: null } : {}),
    ...(ahead(dpia.approvedOn) ? { approvedOn: null, approvedContent: null } : {}),
  }
}

/** How every assessment that is not withdrawn stands, by its id. */
export function dpiasOn(on: RegisterOn): ReadonlyMap<string, DpiaStanding> {
  const { dpias, dataUses, supplies, contracts, systems, organisation } = on.input
  const days = organisation?.dpiaDays ?? usualDays.dpia
  const from = [dpias, dataUses, supplies, contracts, systems, days, on.asOf]
  return on.kept.get<ReadonlyMap<string, DpiaStanding>>('impact assessments', from, () => {
    const standings = dpias.filter(({ withdrawn }) => withdrawn === null)
    const wanted = new Set(standings.map(({ systemId }) => systemId))
    const bySystem = new Map(systems.filter(({ id }) => wanted.has(id)).map((system) => [system.id, system]))
    const uses = groupBy(dataUses, ({ systemId }) => (wanted.has(systemId) ? [systemId] : []))
    const supplied = groupBy(supplies, ({ systemId }) => (wanted.has(systemId) ? [systemId] : []))
    return new Map(
      standings.map((recorded) => {
        const dpia = knownBy(recorded, on.asOf)
        const system = bySystem.get(dpia.systemId)
        const judged = dpia.approvedContent ?? (dpia.outcome === 'not_required' ? dpia.screenedContent : null)
        const facts = system && {
          system,
          uses: uses.get(dpia.systemId) ?? [],
          supplies: supplied.get(dpia.systemId) ?? [],
          contracts,
        }
        const changes = judged === null || !facts ? [] : changesBetween(judged, judgedContentOf(facts, on.asOf))
        const state = dpiaStateOn(dpia, changes, on.asOf)
        return [
          dpia.id,
          {
            dpia,
            state,
            next: nextActOf(dpia),
            changes,
            startBy: state === 'not_started' ? startBy(dpia.wantedOn, days) : null,
          },
        ]
      }),
    )
  })
}

/** The assessments of each system, the first recorded first. */
export function dpiasBySystem(on: RegisterOn): ReadonlyMap<string, readonly DpiaStanding[]> {
  const standings = dpiasOn(on)
  return on.kept.get('impact assessments by system', [standings], () =>
    groupBy([...standings.values()], ({ dpia }) => [dpia.systemId]),
  )
}

/** Each use of personal data that is not withdrawn, by its id. */
export function usesOn(on: RegisterOn): ReadonlyMap<string, UseStanding> {
  const { dataUses, dataChecks, horizonPacks } = on.input
  const from = [dataUses, dataChecks, horizonPacks, on.asOf]
  return on.kept.get<ReadonlyMap<string, UseStanding>>('uses of data', from, () => {
    const horizon = heldIn({ horizonPacks })
    const answered = groupBy(dataChecks, ({ withdrawn, answeredOn, useId }) =>
      withdrawn === null && answeredOn <= on.asOf ? [useId] : [],
    )
    return new Map(
      dataUses
        .filter(({ withdrawn }) => withdrawn === null)
        .map((use) => {
          const findings = new Map((answered.get(use.id) ?? []).map((check) => [check.checkId as string, check]))
          const asked = checksAsked(use)
          const law = asked.filter(({ group }) => group === 'law')
          return [
            use.id,
            {
              use,
              asked,
              findings,
              gaps: law.filter(({ id }) => findings.get(id)?.finding === 'gap').length,
              unanswered: law.filter(({ id }) => !findings.has(id)).length,
              hasBasis:
                use.basis !== null &&
                use.basisOn !== null &&
                use.basisOn <= on.asOf &&
                basisCountsOn(use.basis, on.asOf, horizon),
            },
          ]
        }),
    )
  })
}

export function usesBySystem(on: RegisterOn): ReadonlyMap<string, readonly UseStanding[]> {
  const uses = usesOn(on)
  return on.kept.get('uses of data by system', [uses], () => groupBy([...uses.values()], ({ use }) => [use.systemId]))
}

/** Whether an assessment is required of a system, and why: as its newest screening found, where that still holds. */
export const dpiaNeeds = ['screened', 'not_screened', 'screening_outdated', 'not_required'] as const
export type DpiaNeed = (typeof dpiaNeeds)[number]

export function dpiaNeedOf(standings: readonly DpiaStanding[]): DpiaNeed {
  const screened = standings.findLast(({ dpia }) => dpia.outcome !== null)
  if (screened === undefined) return 'not_screened'
  if (screened.dpia.outcome === 'required') return 'screened'
  return screened.state === 'reopened' ? 'screening_outdated' : 'not_required'
}

/** Why a system of which an assessment is required has none that is current. */
export const dpiaGaps = ['not_screened', 'in_progress', 'reopened', 'expired'] as const
export type DpiaGap = (typeof dpiaGaps)[number]

/** By the newest assessment that was begun; null where one is approved and current. */
export function dpiaGapOf(standings: readonly DpiaStanding[]): DpiaGap | null {
  if (standings.some(({ state }) => state === 'approved')) return null
  const begun = standings.findLast(({ state }) => state !== 'not_started')
  if (begun === undefined) return 'not_screened'
  return begun.state === 'expired' || begun.state === 'reopened' ? begun.state : 'in_progress'
}

/** The steps of the funnel (C13): each holds the systems that the next one counts from. */
export interface Funnel {
  readonly systems: readonly SystemFacts[]
  readonly personal: readonly SystemFacts[]
  readonly required: readonly SystemFacts[]
  readonly approved: readonly SystemFacts[]
}

export function funnelOn(on: RegisterOn): Funnel {
  const assessments = dpiasBySystem(on)
  const { systems } = on
  return on.kept.get<Funnel>('funnel of assessments', [systems, assessments], () => {
    const of = (system: SystemFacts) => assessments.get(system.id) ?? []
    const personal = systems.filter(({ personalData }) => personalData !== 'no')
    const required = personal.filter((system) => dpiaNeedOf(of(system)) !== 'not_required')
    const approved = required.filter((system) => of(system).some(({ state }) => state === 'approved'))
    return { systems, personal, required, approved }
  })
}
