/**
 * What a register says to the items of its packs on a day: which items are asked of whom, what was answered, and which controls
 * answer them. The screens make it of the tables, a board pack of its frozen state; from here on both are the same.
 */
import { type Day, holdsOn } from '../calendar-date.ts'
import { type Control, type ControlStatus, controlStatusOf, operationOn } from '../control.ts'
import type { RegisterState } from '../register-state.ts'
import type { System } from '../system.ts'
import { askedOfCompany, type AskedItem, askedOfSystem } from './applicable.ts'
import { packKey, type RequirementItem, type RequirementPack } from './requirement-pack.ts'
import type { RequirementAnswer, RequirementPackRecord } from './requirement-records.ts'
import { type Standing, standingOf } from './standing.ts'

/** A control as far as it answers requirements. */
export interface AnsweringControl {
  readonly id: string
  readonly code: string
  readonly name: Control['name']
  readonly status: ControlStatus
  /** For these systems only; empty: for all. */
  readonly systemIds: readonly string[]
  /** Pieces of evidence that have not run out. */
  readonly evidence: number
}

/** A system as far as it decides what is asked of it. */
export type AskedSystem = Pick<System, 'id' | 'code' | 'roles' | 'lifecycle' | 'personalData' | 'unitId'>

/** An answer as far as coverage reads it. */
export type Given = Pick<
  RequirementAnswer,
  'state' | 'note' | 'on' | 'notApplicable' | 'carriedFrom' | 'ownerId' | 'dueOn'
>

export interface RequirementFacts {
  /** Versions that hold on the day, in the order in which they were taken in. */
  readonly packs: readonly RequirementPackRecord[]
  /** Neither withdrawn nor retired, in the order of their codes. */
  readonly systems: readonly AskedSystem[]
  /** By the items that they answer, each list in the order of their codes. */
  readonly controls: ReadonlyMap<string, readonly AnsweringControl[]>
  /** The answers to a version that stand, by `placeKey`. */
  readonly given: (pack: RequirementPackRecord) => ReadonlyMap<string, Given>
}

/** Where an answer belongs: to an item, of a system or (null) of the company. */
export function placeKey(itemId: string, systemId: string | null): string {
  return `${systemId ?? ''} ${itemId}`
}

export interface StandingItem {
  readonly item: RequirementItem
  /** Null: the company. */
  readonly system: AskedSystem | null
  readonly standing: Standing
  readonly given: Given | null
}

export class Answering {
  readonly facts: RequirementFacts
  /** Many systems have the same roles, phase and data: what is asked of them is worked out once. */
  readonly #asked = new Map<string, readonly AskedItem[]>()
  readonly #given = new Map<string, ReadonlyMap<string, Given>>()

  constructor(facts: RequirementFacts) {
    this.facts = facts
  }

  /** The answers to a version that stand, by their place; read once. */
  given(pack: RequirementPackRecord): ReadonlyMap<string, Given> {
    let given = this.#given.get(pack.id)
    if (given === undefined) this.#given.set(pack.id, (given = this.facts.given(pack)))
    return given
  }

  /** The controls that answer an item for a system, or for the company. */
  controlsOf(itemId: string, systemId: string | null): readonly AnsweringControl[] {
    const all = this.facts.controls.get(itemId) ?? []
    return systemId === null
      ? all
      : all.filter(({ systemIds }) => systemIds.length === 0 || systemIds.includes(systemId))
  }

  standing(item: RequirementItem, systemId: string | null, given: Given | null): Standing {
    return standingOf(
      given,
      this.controlsOf(item.id, systemId).map(({ status }) => status),
    )
  }

  /** What is asked of a system today: what is asked later only does not count yet. */
  askedNow(pack: RequirementPack, system: AskedSystem): readonly AskedItem[] {
    const key = `${packKey(pack)} ${system.roles.join()} ${system.lifecycle} ${system.personalData}`
    let asked = this.#asked.get(key)
    if (asked === undefined) {
      asked = askedOfSystem(pack, system).filter(({ when }) => when === 'now')
      this.#asked.set(key, asked)
    }
    return asked
  }

  /** Everything that a version asks today and how it stands: of the company, then of each system. */
  *standings(pack: RequirementPackRecord): Generator<StandingItem, void, void> {
    const given = this.given(pack)
    const one = (item: RequirementItem, system: AskedSystem | null): StandingItem => {
      const answer = given.get(placeKey(item.id, system?.id ?? null)) ?? null
      return { item, system, given: answer, standing: this.standing(item, system?.id ?? null, answer) }
    }
    for (const item of askedOfCompany(pack.content)) yield one(item, null)
    for (const system of this.facts.systems)
      for (const { item } of this.askedNow(pack.content, system)) yield one(item, system)
  }
}

/** What controls are worth on a day, by the items that they answer. Withdrawn ones are not given. */
export function controlsByItem(
  controls: readonly Pick<
    Control,
    'id' | 'code' | 'name' | 'design' | 'notApplicable' | 'systemIds' | 'requirementIds'
  >[],
  { controlTests, evidence }: Proof,
  day: Day,
): ReadonlyMap<string, readonly AnsweringControl[]> {
  const tests = Map.groupBy(controlTests, ({ controlId }) => controlId)
  const supports = new Map<string, number>()
  for (const each of evidence)
    if (each.withdrawn === null && (each.validUntil === null || each.validUntil >= day))
      for (const id of each.controlIds) supports.set(id, (supports.get(id) ?? 0) + 1)
  const found = new Map<string, AnsweringControl[]>()
  for (const control of controls) {
    const { operation } = operationOn(tests.get(control.id) ?? [], day)
    const answering: AnsweringControl = {
      id: control.id,
      code: control.code,
      name: control.name,
      status: controlStatusOf(control, operation),
      systemIds: control.systemIds,
      evidence: supports.get(control.id) ?? 0,
    }
    for (const itemId of control.requirementIds) {
      const others = found.get(itemId)
      if (others === undefined) found.set(itemId, [answering])
      else others.push(answering)
    }
  }
  return found
}

/** What proves that controls work: a whole state has it, and so have the facts of the figures. */
export interface Proof {
  readonly controlTests: readonly Readonly<
    Pick<RegisterState['controlTests'][number], 'controlId' | 'on' | 'result' | 'validUntil' | 'withdrawn'>
  >[]
  readonly evidence: readonly {
    readonly withdrawn: unknown
    readonly validUntil: Day | null
    readonly controlIds: readonly string[]
  }[]
}

/**
 * The facts of a state, frozen or not.
 * @param whole what the state was narrowed from: controls of the company answer wherever they are looked at from, with what proves
 * that they work
 */
export function requirementFactsOf(state: RegisterState, day: Day, whole: RegisterState = state): RequirementFacts {
  const answers = Map.groupBy(
    state.requirementAnswers.filter(({ withdrawn }) => withdrawn === null),
    ({ packId, packVersion }) => packKey({ id: packId, version: packVersion }),
  )
  return {
    packs: packsOn(
      state.requirementPacks.filter(({ withdrawn }) => withdrawn === null),
      day,
    ),
    systems: state.systems.filter(({ withdrawn, lifecycle }) => withdrawn === null && lifecycle !== 'retired'),
    controls: controlsByItem(
      whole.controls.filter(({ withdrawn }) => withdrawn === null),
      whole,
      day,
    ),
    given: ({ packId, packVersion }) =>
      new Map(
        (answers.get(packKey({ id: packId, version: packVersion })) ?? []).map((answer) => [
          placeKey(answer.itemId, answer.systemId),
          answer,
        ]),
      ),
  }
}

/** The version of each pack that holds on a day; of two that share the day of their change, the newer one. */
function packsOn(packs: readonly RequirementPackRecord[], day: Day): readonly RequirementPackRecord[] {
  const holding = new Map<string, RequirementPackRecord>()
  for (const pack of packs) {
    if (!holdsOn(pack, day)) continue
    const other = holding.get(pack.packId)
    if (other === undefined || other.to !== null) holding.set(pack.packId, pack)
  }
  return [...holding.values()].sort(byStart)
}

/** In the order in which they were taken in. */
export function byStart(one: RequirementPackRecord, other: RequirementPackRecord): number {
  if (one.from !== other.from) return one.from > other.from ? 1 : -1
  return one.packId > other.packId ? 1 : one.packId < other.packId ? -1 : 0
}
