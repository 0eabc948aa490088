/**
 * How far the immediate priorities under Japan's rules are on a day (ours). Each is n of N out of the register:
 *
 * - `reviews`: counted systems that handle personal data, or of which nobody has said; met where at least one use is recorded and
 *   every check by the law in force is answered at each. That is the review against what the Act and the Commission ask.
 * - `agreements`: the same systems; met where every use has a basis, the consent covers it wherever it rests on one or goes to a
 *   third party, and the agreement fits wherever the data are entrusted.
 * - `contracts`: K19, contracts read under METI's heads.
 * - `accountability`: K01, systems with an accountable executive.
 * - `dpia`: uses that plan to rely on the exception for statistics; met where an impact assessment and a de-identification are
 *   under way. Both are good practice: neither was found as a condition of the exception, which is not in force.
 * - `account`: the ten common principles; met where the outward account's text is ready to publish (AIGB-C-7-2, AIGB-G-4-3).
 *
 * What is unknown or missing is not met. Nothing of nothing is no share: N is 0 and nothing is said to be done.
 */
import { type Day, daysBetween } from '../calendar-date.ts'
import { groupBy } from '../kept-parts.ts'
import { accountabilityFigures } from '../metrics/accountability-figures.ts'
import type { FigureInput, SystemFacts } from '../metrics/figure-input.ts'
import { RegisterOn } from '../metrics/register-on.ts'
import { contractsOn } from '../metrics/third-party-on.ts'
import type { Noun } from '../nouns.ts'
import { principleIds } from '../principles.ts'
import { dpiasBySystem, usesBySystem, type UseStanding } from '../privacy/privacy-on.ts'
import { accountStandingOn, currentAccount, isPartReady, isReadyToPublish, textOfPart } from './outward-account.ts'
import { type ReadinessId, readinessIds, type ReadinessState } from './readiness-item.ts'

export interface ReadinessCount {
  readonly id: ReadinessId
  /** False where no record that it counts from is in the register at all. */
  readonly known: boolean
  readonly met: number
  readonly of: number
  readonly noun: Extract<Noun, 'system' | 'contract' | 'dataUse' | 'outwardAccount'>
  /** The records behind it by id; of the account the principles. */
  readonly done: readonly string[]
  readonly open: readonly string[]
  readonly parts: Readonly<Record<string, number>>
}

export interface ReadinessLine extends ReadinessCount {
  readonly state: ReadinessState
  readonly ownerPostId: string | null
  /** Who holds the post on the day; null where nobody does, or no post is named. */
  readonly ownerId: string | null
  readonly dueOn: Day | null
  readonly daysOverdue: number | null
  readonly notes: string | null
}

export function japanReadiness(input: FigureInput, day: Day): readonly ReadinessLine[] {
  return readinessOn(new RegisterOn(input, day))
}

export function readinessOn(on: RegisterOn): readonly ReadinessLine[] {
  const counts = {
    reviews: reviews(on),
    agreements: agreements(on),
    contracts: contracts(on),
    accountability: accountability(on),
    dpia: dpia(on),
    account: account(on),
  }
  return readinessIds.map((id): ReadinessLine => {
    const count = { id, ...counts[id] }
    const record = on.input.readinessItems.find(({ withdrawn, item }) => withdrawn === null && item === id)
    const dueOn = record?.dueOn ?? null
    const state = stateOf(count, dueOn, on.asOf)
    return {
      ...count,
      state,
      ownerPostId: record?.ownerPostId ?? null,
      ownerId: record?.ownerPostId == null ? null : on.answerable.post(record.ownerPostId).personId,
      dueOn,
      daysOverdue: state === 'overdue' && dueOn !== null ? daysBetween(dueOn, on.asOf) : null,
      notes: record?.notes ?? null,
    }
  })
}

function stateOf({ known, met, of }: ReadinessCount, dueOn: Day | null, day: Day): ReadinessState {
  if (!known) return 'no_data'
  if (of === 0) return 'none'
  if (met === of) return 'done'
  return dueOn !== null && dueOn < day ? 'overdue' : 'open'
}

type Counted = Omit<ReadinessCount, 'id'>

function split<Row extends { readonly id: string }>(rows: readonly Row[], isMet: (row: Row) => boolean) {
  const done = rows.filter(isMet).map(({ id }) => id)
  const met = new Set(done)
  return { met: done.length, of: rows.length, done, open: rows.filter(({ id }) => !met.has(id)).map(({ id }) => id) }
}

function handlesPersonalData(on: RegisterOn): readonly SystemFacts[] {
  return on.systems.filter(({ personalData }) => personalData !== 'no')
}

function isAnySystemKnown(on: RegisterOn): boolean {
  return on.input.systems.some(({ withdrawn }) => withdrawn === null)
}

function reviews(on: RegisterOn): Counted {
  const uses = usesBySystem(on)
  const systems = handlesPersonalData(on)
  const of = (system: SystemFacts) => uses.get(system.id) ?? []
  const counted = split(systems, (system) => {
    const own = of(system)
    return own.length > 0 && own.every(({ unanswered }) => unanswered === 0)
  })
  return {
    known: isAnySystemKnown(on),
    noun: 'system',
    ...counted,
    parts: {
      unknown: systems.filter(({ personalData }) => personalData === 'unknown').length,
      withoutUse: systems.filter((system) => of(system).length === 0).length,
      gaps: systems.filter((system) => of(system).some(({ gaps }) => gaps > 0)).length,
    },
  }
}

const consentBases: readonly string[] = ['consent', 'sensitive_consent']

function needsConsent({ use }: UseStanding): boolean {
  return (use.basis !== null && consentBases.includes(use.basis)) || use.handling === 'third_party'
}

/** Found fit by the day. */
function isFound(answer: string, on: Day | null, day: Day): boolean {
  return answer === 'yes' && (on === null || on <= day)
}

function agreements(on: RegisterOn): Counted {
  const uses = usesBySystem(on)
  const systems = handlesPersonalData(on)
  const all = systems.flatMap(({ id }) => uses.get(id) ?? [])
  const lacksConsent = (each: UseStanding) =>
    needsConsent(each) && !isFound(each.use.consentCovers, each.use.consentOn, on.asOf)
  const lacksAgreement = ({ use }: UseStanding) =>
    use.handling === 'entrustment' && !isFound(use.agreementFits, use.agreementOn, on.asOf)
  const fits = (each: UseStanding) =>
    each.hasBasis && each.use.handling !== null && !lacksConsent(each) && !lacksAgreement(each)
  const counted = split(systems, ({ id }) => {
    const own = uses.get(id) ?? []
    return own.length > 0 && own.every(fits)
  })
  return {
    known: isAnySystemKnown(on),
    noun: 'system',
    ...counted,
    parts: {
      withoutUse: systems.filter(({ id }) => (uses.get(id) ?? []).length === 0).length,
      withoutBasis: all.filter((each) => !each.hasBasis).length,
      handlingUnknown: all.filter(({ use }) => use.handling === null).length,
      consent: all.filter(lacksConsent).length,
      agreement: all.filter(lacksAgreement).length,
    },
  }
}

function contracts(on: RegisterOn): Counted {
  const all = contractsOn(on).map(({ contract, read, reading }) => ({ id: contract.id, read, reading }))
  return {
    known: on.input.contracts.some(({ withdrawn }) => withdrawn === null),
    noun: 'contract',
    ...split(all, ({ read }) => read),
    parts: { notStarted: all.filter(({ read, reading }) => !read && reading === null).length },
  }
}

function accountability(on: RegisterOn): Counted {
  const k01 = accountabilityFigures(on).find(({ id }) => id === 'K01')
  const held = on.systemsOn.map(({ system, executive }) => ({ id: system.id, isHeld: executive.state === 'held' }))
  return {
    known: isAnySystemKnown(on),
    noun: 'system',
    ...split(held, ({ isHeld }) => isHeld),
    parts: { vacant: k01?.parts?.vacant ?? 0, unregistered: k01?.parts?.unregistered ?? 0 },
  }
}

const underWay: readonly string[] = ['in_progress', 'approved']

function dpia(on: RegisterOn): Counted {
  const counted = new Set(on.systems.map(({ id }) => id))
  const uses = [...usesBySystem(on).entries()].flatMap(([id, own]) => (counted.has(id) ? own : []))
  const planning = uses.filter(({ use }) => use.plansStatistics === 'yes').map(({ use }) => use)
  const assessments = dpiasBySystem(on)
  const deidentified = groupBy(on.input.deidentifications, ({ withdrawn, systemId }) =>
    withdrawn === null ? [systemId] : [],
  )
  const isAssessed = (systemId: string) =>
    (assessments.get(systemId) ?? []).some(({ state }) => underWay.includes(state))
  const isDeidentified = (use: (typeof planning)[number]) =>
    (deidentified.get(use.systemId) ?? []).some(({ useId }) => useId === null || useId === use.id)
  return {
    known: isAnySystemKnown(on),
    noun: 'dataUse',
    ...split(planning, (use) => isAssessed(use.systemId) && isDeidentified(use)),
    parts: {
      assessment: planning.filter((use) => !isAssessed(use.systemId)).length,
      deidentification: planning.filter((use) => !isDeidentified(use)).length,
      unsaid: uses.filter(({ use }) => use.plansStatistics === 'unknown').length,
    },
  }
}

function account(on: RegisterOn): Counted {
  const current = currentAccount(on.input.outwardAccounts, on.asOf)
  const isReady = current !== null && isReadyToPublish(accountStandingOn(current, on.asOf))
  const principles = principleIds.map((id) => ({ id }))
  const written = (id: (typeof principleIds)[number]) => {
    if (current === null) return false
    const { ja, en } = textOfPart(current, id)
    return `${ja ?? ''}${en ?? ''}`.trim() !== ''
  }
  return {
    known: true,
    noun: 'outwardAccount',
    ...split(principles, ({ id }) => isReady && isPartReady(current, id)),
    parts: {
      written: principleIds.filter(written).length,
      marked: current === null ? 0 : principleIds.filter((id) => isPartReady(current, id)).length,
    },
  }
}
