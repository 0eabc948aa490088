/** What lists and details show of a record beside its own fields: who answers, where risks stand, what has run out. */
import type { Derived } from '#shared/contract/records.ts'
import { AnswerableOn, assignmentRoles } from '#shared/domain/accountability.ts'
import { daysBetween, type Day } from '#shared/domain/calendar-date.ts'
import { controlStatusOf, operationOn } from '#shared/domain/control.ts'
import { type AcceptanceStanding, acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { triageOf } from '#shared/domain/intake.ts'
import type { FigureInput } from '#shared/domain/metrics/figure-input.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { positionsOn, type RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import { isCounted } from '#shared/domain/system.ts'
import { figureFacts } from './figure-facts.ts'
import type { Register } from './store/register-file.ts'

/** Everything derived on one day, looked up by record; parts are computed when first asked for. */
export class DerivedOn {
  readonly facts: FigureInput
  readonly day: Day
  readonly #lazy = new Map<string, unknown>()

  constructor(facts: FigureInput, day: Day) {
    this.facts = facts
    this.day = day
  }

  of<N extends CodedNoun>(noun: N, record: RecordOf<N>): Derived[N] {
    return (this.#makers[noun] as (record: RecordOf<N>) => Derived[N])(record)
  }

  get answerable(): AnswerableOn {
    return this.#once('answerable', () => new AnswerableOn(this.facts.terms, this.facts.assignments, this.day))
  }

  get on(): RegisterOn {
    return this.#once('on', () => new RegisterOn(this.facts, this.day))
  }

  /** Positions of all open risks, worst first. */
  get positions(): readonly RiskPosition[] {
    return this.#once('positions', () => positionsOn(this.on, this.acceptances))
  }

  position(riskId: string): RiskPosition | null {
    const byId = this.#once('byRisk', () => new Map(this.positions.map((position) => [position.id, position])))
    return byId.get(riskId) ?? null
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
    }),
    risk: (record) => ({ owner: this.answerable.of('risk_owner', record.id), position: this.position(record.id) }),
    control: (record) => {
      const { operation, test } = operationOn(this.#testsByControl.get(record.id) ?? [], this.day)
      return {
        owner: this.answerable.of('control_owner', record.id),
        operation,
        status: controlStatusOf(record, operation),
        testedOn: test?.on ?? null,
        evidenceUntil: this.#evidenceUntil.get(record.id) ?? null,
      }
    },
    action: (record) => ({
      daysOverdue:
        record.state !== 'verified' && record.dueOn !== null && record.dueOn < this.day
          ? daysBetween(record.dueOn, this.day)
          : null,
    }),
    post: (record) => ({ holding: this.answerable.post(record.id), systems: this.#systemsByPost.get(record.id) ?? 0 }),
    person: (record) => ({
      postIds: this.facts.posts
        .filter((post) => post.withdrawn === null && this.answerable.post(post.id).personId === record.id)
        .map((post) => post.id),
    }),
    unit: (record) => ({ systems: this.#systemsByUnit.get(record.id) ?? 0 }),
    evidence: (record) => ({ expired: record.validUntil !== null && record.validUntil < this.day }),
    acceptance: (record) => {
      const standing = this.#standings.get(record.id)
      return {
        state: standing?.state ?? 'ended',
        reliedOn: standing?.reliedOn ?? false,
        stale: standing?.stale ?? false,
      }
    },
    intake: (record) => ({ triage: record.triage ?? triageOf(record) }),
  }

  get #positionsBySystem(): ReadonlyMap<string, readonly RiskPosition[]> {
    return this.#once('positionsBySystem', () => {
      const map = new Map<string, RiskPosition[]>()
      for (const position of this.positions)
        for (const id of position.systemIds) map.set(id, [...(map.get(id) ?? []), position])
      return map
    })
  }

  get #testsByControl() {
    return this.#once('tests', () => Map.groupBy(this.facts.controlTests, (test) => test.controlId))
  }

  /** The latest day until which evidence of a control is valid. */
  get #evidenceUntil(): ReadonlyMap<string, Day> {
    return this.#once('evidenceUntil', () => {
      const map = new Map<string, Day>()
      for (const evidence of this.facts.evidence)
        if (evidence.withdrawn === null && evidence.validUntil !== null)
          for (const id of evidence.controlIds)
            if ((map.get(id) ?? '') < evidence.validUntil) map.set(id, evidence.validUntil)
      return map
    })
  }

  get #systemsByPost(): ReadonlyMap<string, number> {
    return this.#once('systemsByPost', () => {
      const map = new Map<string, number>()
      for (const system of this.facts.systems) {
        if (!isCounted(system)) continue
        const { postId } = this.answerable.of('accountable_executive', system.id)
        if (postId !== null) map.set(postId, (map.get(postId) ?? 0) + 1)
      }
      return map
    })
  }

  get #systemsByUnit(): ReadonlyMap<string, number> {
    return this.#once('systemsByUnit', () => {
      const map = new Map<string, number>()
      for (const system of this.facts.systems)
        if (system.withdrawn === null && system.unitId !== null)
          map.set(system.unitId, (map.get(system.unitId) ?? 0) + 1)
      return map
    })
  }

  /** How acceptances and exceptions stand. */
  get acceptances(): readonly AcceptanceStanding[] {
    return this.#once('allStandings', () => acceptancesOn(this.on))
  }

  get #standings() {
    return this.#once('standings', () => new Map(this.acceptances.map((standing) => [standing.id, standing])))
  }

  #once<Value>(key: string, make: () => Value): Value {
    if (!this.#lazy.has(key)) this.#lazy.set(key, make())
    return this.#lazy.get(key) as Value
  }
}

const kept = new WeakMap<FigureInput, DerivedOn>()

/** What is derived today, kept until the register or the day changes. */
export function derivedToday(register: Register): DerivedOn {
  const facts = figureFacts(register)
  const day = register.today()
  const known = kept.get(facts)
  if (known?.day === day) return known
  const made = new DerivedOn(facts, day)
  kept.set(facts, made)
  return made
}
