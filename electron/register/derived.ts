/** What lists and details show of a record beside its own fields: who answers, where risks stand, what has run out. */
import type { Derived } from '#shared/contract/records.ts'
import { type AnswerableOn, assignmentRoles } from '#shared/domain/accountability.ts'
import { japanZone } from '#shared/domain/breach-clock.ts'
import { daysBetween, type Day, holdsOn } from '#shared/domain/calendar-date.ts'
import { controlStatusOf, evidenceFormOf, evidenceStandingOf, nextTestOn, operationOn } from '#shared/domain/control.ts'
import { type AcceptanceStanding, acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { maturityOn, reportOverdue } from '#shared/domain/direction.ts'
import { daysLate, decisionStandingOn } from '#shared/domain/decision/decision-standing.ts'
import { openFindingsOn } from '#shared/domain/finding.ts'
import { triageOf } from '#shared/domain/intake.ts'
import { groupBy } from '#shared/domain/kept-parts.ts'
import { vendorNoticeOf } from '#shared/domain/incident/vendor-notice.ts'
import type { FigureInput } from '#shared/domain/metrics/figure-input.ts'
import { type IncidentOn, incidentsOn } from '#shared/domain/metrics/incident-on.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { type Reopening, reopeningsOn } from '#shared/domain/metrics/reopening.ts'
import { positionsBySystem, positionsOn, type RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import { type TrainingStanding, trainingsOn } from '#shared/domain/metrics/training-figures.ts'
import { reopens } from '#shared/domain/observation.ts'
import { assessBy, assessmentStandingOn } from '#shared/domain/horizon/rule-assessment.ts'
import { policyStandingOn } from '#shared/domain/policy.ts'
import {
  type ContractOn,
  contractsByVendorOn,
  contractsOn,
  supplyOn,
  systemsByVendorOn,
} from '#shared/domain/third-party/third-party-on.ts'
import { standingAgeOn } from '#shared/domain/third-party/vendor-review.ts'
import { principleIds } from '#shared/domain/principles.ts'
import { accountStandingOn, isPartReady } from '#shared/domain/readiness/outward-account.ts'
import { isProvenOn } from '#shared/domain/privacy/deidentification.ts'
import { type DpiaStanding, dpiasOn, type UseStanding, usesOn } from '#shared/domain/privacy/privacy-on.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import { stateKeys } from '#shared/domain/register-state.ts'
import { figureFacts } from './figure-facts.ts'
import type { Register } from './store/register-file.ts'

/** Everything derived on one day, looked up by record; parts are made when first asked for. */
export class DerivedOn {
  readonly facts: FigureInput
  readonly day: Day
  readonly on: RegisterOn

  /** After an earlier state of the same register only what the change bears on is made again. */
  constructor(facts: FigureInput, day: Day, earlier?: DerivedOn) {
    this.facts = facts
    this.day = day
    this.on = new RegisterOn(facts, day, earlier?.on.kept)
  }

  of<N extends CodedNoun>(noun: N, record: RecordOf<N>): Derived[N] {
    return (this.#makers[noun] as (record: RecordOf<N>) => Derived[N])(record)
  }

  /** What figures know of a record. Facts keep their places while they follow the log; where they have not, all are looked up. */
  fact<N extends CodedNoun>(noun: N, id: string): FigureInput[(typeof stateKeys)[N]][number] | null {
    const rows: readonly { readonly id: string }[] = this.facts[stateKeys[noun]]
    const places = this.on.kept.get(`places of ${noun}`, [], () => new Map<string, number>())
    const known = places.get(id)
    // An id that stands nowhere is one of another noun.
    if (places.size !== rows.length || (known !== undefined && rows[known]?.id !== id)) {
      places.clear()
      for (const [place, row] of rows.entries()) places.set(row.id, place)
    }
    return (rows[places.get(id) ?? -1] ?? null) as FigureInput[(typeof stateKeys)[N]][number] | null
  }

  get answerable(): AnswerableOn {
    return this.on.answerable
  }

  /** Positions of all open risks, worst first. */
  get positions(): readonly RiskPosition[] {
    return positionsOn(this.on, this.acceptances)
  }

  position(riskId: string): RiskPosition | null {
    const byRisk = this.#once('positions by risk', () =>
      this.on.kept.groups('positions by risk', this.positions, ({ id }) => [id]),
    )
    return byRisk.get(riskId)?.[0] ?? null
  }

  get reopenings(): ReadonlyMap<string, Reopening> {
    return reopeningsOn(this.on)
  }

  /** The risks of a system whose assessment has been reopened. */
  reopenedOf(systemId: string): readonly { readonly riskId: string; readonly reopening: Reopening }[] {
    const bySystem = this.#once('reopened risks by system', () =>
      groupBy(
        [...this.reopenings].map(([riskId, reopening]) => ({ riskId, reopening })),
        ({ riskId }) => this.on.risk(riskId)?.systemIds ?? [],
      ),
    )
    return bySystem.get(systemId) ?? []
  }

  risksReopenedBy(observationId: string): readonly string[] {
    const byObservation = this.#once('risks by observation', () =>
      groupBy([...this.reopenings], ([, { observations }]) => observations.map(({ id }) => id)),
    )
    return (byObservation.get(observationId) ?? []).map(([riskId]) => riskId)
  }

  /** The trainings that are required today, by id. */
  get trainings(): ReadonlyMap<string, TrainingStanding> {
    return this.#once('trainings', () => new Map(trainingsOn(this.on).map((each) => [each.training.id, each])))
  }

  /** The worst position among the risks of a system. */
  highest(systemId: string): RiskPosition | null {
    return this.#positionsBySystem.get(systemId)?.[0] ?? null
  }

  risksOf(systemId: string): number {
    return this.#positionsBySystem.get(systemId)?.length ?? 0
  }

  readonly #makers: { readonly [N in CodedNoun]: (record: RecordOf<N>) => Derived[N] } = {
    system: (record) => ({
      executive: this.answerable.of(assignmentRoles[0], record.id),
      owner: this.answerable.of('system_owner', record.id),
      highest: this.highest(record.id),
      risks: this.risksOf(record.id),
      reopened: this.reopenedOf(record.id),
      supply: this.supply(record.id),
    }),
    risk: (record) => ({ owner: this.answerable.of('risk_owner', record.id), position: this.position(record.id) }),
    control: (record) => {
      const tests = this.on.testsOf(record.id)
      const { operation, test } = operationOn(tests, this.day)
      return {
        owner: this.answerable.of('control_owner', record.id),
        operation,
        status: controlStatusOf(record, operation),
        testedOn: test?.on ?? null,
        nextTestOn: nextTestOn(record, tests, this.day),
        evidenceUntil: this.#evidenceUntil.get(record.id) ?? null,
      }
    },
    action: (record) => ({
      daysOverdue:
        record.state !== 'verified' && record.dueOn !== null && record.dueOn < this.day
          ? daysBetween(record.dueOn, this.day)
          : null,
    }),
    post: (record) => ({ holding: this.answerable.post(record.id), systems: this.systemsByPost.get(record.id) ?? 0 }),
    person: (record) => ({
      postIds: (this.#postsByPerson.get(record.id) ?? []).map((post) => post.id),
    }),
    unit: (record) => ({ systems: this.systemsByUnit.get(record.id) ?? 0 }),
    evidence: (record) => ({
      expired: record.validUntil !== null && record.validUntil < this.day,
      form: evidenceFormOf(record),
      standing: evidenceStandingOf(record),
    }),
    acceptance: (record) => {
      const standing = this.#standings.get(record.id)
      return {
        state: standing?.state ?? 'ended',
        reliedOn: standing?.reliedOn ?? false,
        stale: standing?.stale ?? false,
        reopened: standing?.reopened ?? false,
      }
    },
    intake: (record) => ({ triage: record.triage ?? triageOf(record) }),
    direction: (record) => ({ overdue: reportOverdue(record, this.day), maturity: maturityOn(record, this.day) }),
    finding: (record) => ({ daysOverdue: openFindingsOn([record], this.day)[0]?.daysOverdue || null }),
    observation: (record) => ({ reopens: reopens(record), riskIds: this.risksReopenedBy(record.id) }),
    ruleAssessment: (record) => ({ standing: assessmentStandingOn(record, this.day), by: assessBy(record) }),
    policy: (record) => ({ standing: policyStandingOn(record, this.facts.policies, this.day) }),
    training: (record) => {
      const people = this.trainings.get(record.id)?.people ?? []
      const count = (state: string) => people.filter((person) => person.state === state).length
      return { required: people.length, done: count('done'), expired: count('expired') }
    },
    vendor: (record) => ({
      systems: systemsByVendorOn(this.on).get(record.id)?.length ?? 0,
      contracts: (contractsByVendorOn(this.on).get(record.id) ?? []).map(contractPicture),
      security: standingAgeOn(record, 'security', this.day),
      finance: standingAgeOn(record, 'finance', this.day),
    }),
    contract: (record) => this.contract(record.id),
    contractReading: (record) => ({ answered: this.answersByReading.get(record.id) ?? 0 }),
    incident: (record) => {
      const found = this.incidents.get(record.id)
      const notices = record.contractIds.map((id) =>
        vendorNoticeOf(record, { id }, this.facts.contractReadings, { day: this.day, timeZone: this.timeZone }),
      )
      return {
        breach: found?.breach ?? null,
        repeatIds: (found?.repeats ?? []).map(({ id }) => id),
        notices,
        timeZone: this.timeZone,
      }
    },
    enforcement: (record) => ({
      daysOverdue:
        record.state === 'open' && record.dueOn !== null && record.dueOn < this.day
          ? daysBetween(record.dueOn, this.day)
          : null,
    }),
    checkPoint: (record) => ({ inForce: holdsOn(record, this.day) }),
    dataUse: (record) => {
      const standing = this.dataUses.get(record.id)
      return {
        asked: standing?.asked.filter(({ group }) => group === 'law').length ?? 0,
        gaps: standing?.gaps ?? 0,
        unanswered: standing?.unanswered ?? 0,
        basis: standing?.hasBasis ?? false,
      }
    },
    consent: (record) => ({ uses: this.usesByConsent.get(record.id) ?? 0 }),
    dpia: (record) => {
      const { state, next, changes, startBy } = this.dpias.get(record.id) ?? withdrawnDpia
      return { state, next, changes, startBy }
    },
    jurisdictionProfile: (record) => ({ reviewDue: record.nextReviewOn !== null && record.nextReviewOn < this.day }),
    outwardAccount: (record) => ({
      standing: accountStandingOn(record, this.day),
      ready: principleIds.filter((id) => isPartReady(record, id)).length,
    }),
    deidentification: (record) => ({ proven: isProvenOn(record, this.day) }),
    decision: (record) => ({
      standing: decisionStandingOn(record, this.meetings.get(record.meetingId ?? '') ?? null, this.day),
      daysOverdue: daysLate(record, this.day),
    }),
    meeting: (record) => ({
      openSteps: this.#stepsByMeeting.get(record.id)?.filter(({ doneOn }) => doneOn === null).length ?? 0,
      asked: this.#askedByMeeting.get(record.id)?.length ?? 0,
    }),
  }

  /** Meetings that are not withdrawn, by id. */
  get meetings(): ReadonlyMap<string, FigureInput['meetings'][number]> {
    return this.#once(
      'meetings',
      () => new Map(this.facts.meetings.filter(({ withdrawn }) => withdrawn === null).map((each) => [each.id, each])),
    )
  }

  get #stepsByMeeting(): ReadonlyMap<string, FigureInput['preparations']> {
    return this.#once('steps by meeting', () =>
      this.on.kept.groups('steps by meeting', this.facts.preparations, ({ withdrawn, meetingId }) =>
        withdrawn === null ? [meetingId] : [],
      ),
    )
  }

  get #askedByMeeting(): ReadonlyMap<string, FigureInput['decisions']> {
    return this.#once('asked by meeting', () =>
      this.on.kept.groups('asked by meeting', this.facts.decisions, ({ withdrawn, meetingId }) =>
        withdrawn === null && meetingId !== null ? [meetingId] : [],
      ),
    )
  }

  /** Incidents of the day by id. */
  get incidents(): ReadonlyMap<string, IncidentOn> {
    return this.#once('incidents', () => new Map(incidentsOn(this.on).map((each) => [each.incident.id, each])))
  }

  get timeZone(): string {
    return this.facts.organisation?.timeZone ?? japanZone
  }

  get #positionsBySystem(): ReadonlyMap<string, readonly RiskPosition[]> {
    return this.#once('positions by system', () => positionsBySystem(this.on, this.positions))
  }

  /** The latest day until which evidence of a control is valid. */
  get #evidenceUntil(): ReadonlyMap<string, Day> {
    const { evidence } = this.facts
    return this.#once('evidence until', () =>
      this.on.kept.get('evidence until', [evidence], () => {
        const map = new Map<string, Day>()
        for (const { withdrawn, validUntil, controlIds } of evidence)
          if (withdrawn === null && validUntil !== null)
            for (const id of controlIds) if ((map.get(id) ?? '') < validUntil) map.set(id, validUntil)
        return map
      }),
    )
  }

  /** How many counted systems each post answers for. */
  get systemsByPost(): ReadonlyMap<string, number> {
    const { systemsOn } = this.on
    return this.#once('systems by post', () =>
      this.on.kept.get('systems by post', [systemsOn], () =>
        countedBy(systemsOn, ({ executive }) => executive.holding.postId),
      ),
    )
  }

  /** How a contract stands today; of a withdrawn one nothing is asked. */
  contract(id: string): Derived['contract'] {
    const found = contractsOn(this.on).get(id)
    return found === undefined ? withdrawnContract : contractPicture(found)
  }

  /** Who supplies a system today, and the contracts over it. */
  supply(systemId: string): Derived['system']['supply'] {
    const { vendorIds, contracts, cover } = supplyOn(this.on, systemId)
    return { vendorIds, cover, contracts: contracts.map(contractPicture) }
  }

  get answersByReading(): ReadonlyMap<string, number> {
    const { pointAnswers } = this.facts
    return this.#once('answers by reading', () =>
      this.on.kept.get('answers by reading', [pointAnswers], () =>
        countedBy(pointAnswers, ({ withdrawn, readingId }) => (withdrawn === null ? readingId : null)),
      ),
    )
  }

  get dataUses(): ReadonlyMap<string, UseStanding> {
    return usesOn(this.on)
  }

  get dpias(): ReadonlyMap<string, DpiaStanding> {
    return dpiasOn(this.on)
  }

  /** Whether a jurisdiction's rules bear on a system, as it was judged; unknown where nobody has judged it. */
  scopeOf(systemId: string, jurisdiction: string): FigureInput['jurisdictionProfiles'][number]['inScope'] {
    const { jurisdictionProfiles } = this.facts
    const bySystem = this.#once('profiles by system', () =>
      this.on.kept.groups('profiles by system', jurisdictionProfiles, (profile) => [profile.systemId]),
    )
    const own = bySystem.get(systemId)?.find((each) => each.withdrawn === null && each.jurisdiction === jurisdiction)
    return own?.inScope ?? 'unknown'
  }

  /** How many uses of data rest on a consent. */
  get usesByConsent(): ReadonlyMap<string, number> {
    const { dataUses } = this.facts
    return this.#once('uses by consent', () =>
      this.on.kept.get('uses by consent', [dataUses], () => {
        const uses = groupBy(dataUses, ({ withdrawn, consentIds }) => (withdrawn === null ? consentIds : []))
        return new Map([...uses].map(([id, found]) => [id, found.length]))
      }),
    )
  }

  get systemsByUnit(): ReadonlyMap<string, number> {
    const { systems } = this.facts
    return this.#once('systems by unit', () =>
      this.on.kept.get('systems by unit', [systems], () =>
        countedBy(systems, ({ withdrawn, unitId }) => (withdrawn === null ? unitId : null)),
      ),
    )
  }

  get #postsByPerson(): ReadonlyMap<string, FigureInput['posts']> {
    const { posts, terms } = this.facts
    return this.#once('posts by person', () =>
      this.on.kept.get('posts by person', [posts, terms, this.day], () =>
        groupBy(posts, ({ id, withdrawn }) => {
          const { personId } = this.answerable.post(id)
          return withdrawn === null && personId !== null ? [personId] : []
        }),
      ),
    )
  }

  /** How acceptances and exceptions stand. */
  get acceptances(): readonly AcceptanceStanding[] {
    return acceptancesOn(this.on)
  }

  get #standings(): ReadonlyMap<string, AcceptanceStanding> {
    return this.#once('standings', () => new Map(this.acceptances.map((standing) => [standing.id, standing])))
  }

  /** Looked up once for all records that ask. */
  readonly #parts = new Map<string, unknown>()
  #once<Value>(name: string, make: () => Value): Value {
    if (!this.#parts.has(name)) this.#parts.set(name, make())
    return this.#parts.get(name) as Value
  }
}

/** One that was withdrawn stands nowhere. */
const withdrawnDpia: Derived['dpia'] = { state: 'not_started', next: null, changes: [], startBy: null }

function countedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const ofToday = new WeakMap<Register, DerivedOn>()
/** Of the last other day that somebody asked for. */
const ofOtherDay = new WeakMap<Register, DerivedOn>()

/** What is derived today. */
export function derivedToday(register: Register): DerivedOn {
  return derivedOn(register, register.today())
}

/** What is derived on a day: kept, and after a change of the register made again where the change bears on it. */
export function derivedOn(register: Register, day: Day): DerivedOn {
  const facts = figureFacts(register)
  const kept = day === register.today() ? ofToday : ofOtherDay
  const known = kept.get(register)
  if (known?.facts === facts && known.day === day) return known
  const made = new DerivedOn(facts, day, known)
  kept.set(register, made)
  return made
}

function contractPicture({ contract, standing, end, duty, reading, appi }: ContractOn): Derived['contract'] {
  return {
    contractId: contract.id,
    standing,
    endsOn: end?.endsOn ?? null,
    noticeBy: end?.noticeBy ?? null,
    duty,
    reading,
    appi,
  }
}
const withdrawnContract: Derived['contract'] = {
  contractId: null,
  standing: 'ended',
  endsOn: null,
  noticeBy: null,
  duty: null,
  reading: 'unread',
  appi: [],
}
