/**
 * The register seen on one day: populations, who answers, levels, and look-ups by id, each made once and when first asked.
 * Dated rows count to the day: what closed, ended or was verified after it had not yet happened. What has no date of its own
 * (lifecycle, design) is as recorded. A withdrawal is a correction: the record leaves the figures of every day.
 */
import { AnswerableOn, type Holding } from '../accountability.ts'
import { type Day, holdsOn } from '../calendar-date.ts'
import { type ControlStatus, controlStatusOf, operationOn } from '../control.ts'
import { bearingOnAll, changedRows, KeptParts, rowsBearing } from '../kept-parts.ts'
import { type RiskCategory, riskCategories } from '../principles.ts'
import { type Band, bandOf, defaultBandTable, orderScore } from '../scoring.ts'
import type { Stage } from '../risk.ts'
import { isCounted } from '../system.ts'
import type {
  ActionFacts,
  AssessmentFacts,
  ControlFacts,
  EvidenceFacts,
  FigureInput,
  PersonFacts,
  PostFacts,
  RiskFacts,
  SystemFacts,
  UnitFacts,
} from './figure-input.ts'
import { isApproved } from './kri-result.ts'

/** One judged level: grades, its band in the table of its own scale, and the order score (1–25, sorts only). */
export interface Level {
  readonly likelihood: number
  readonly impact: number
  readonly band: Band
  readonly score: number
  readonly bandTable: string
  readonly on: Day
}

/** Appetite and tolerance of a category on the day. `since` is null where no row is in force and the default holds. */
export interface Limits {
  readonly appetite: Band
  readonly tolerance: Band
  readonly provisional: boolean
  readonly approvedOn: Day | null
  readonly since: Day | null
}

/**
 * Whether a system has an accountable executive on the day, and why not. `vacant`: the post stands empty (a deputy does not
 * fill it); `unregistered`: no post is assigned; `not_executive`: the post is of another kind; `post_ended`: it is abolished.
 */
export type ExecutiveState = 'held' | 'vacant' | 'unregistered' | 'not_executive' | 'post_ended'
export interface Executive {
  readonly state: ExecutiveState
  readonly holding: Holding
}

/** A counted system, who answers for it, and the day of its last confirmation. */
export interface SystemOn {
  readonly system: SystemFacts
  readonly executive: Executive
  readonly attestedOn: Day | null
}

export class RegisterOn {
  readonly input: FigureInput
  readonly asOf: Day
  readonly answerable: AnswerableOn
  /** What is made from the input; handed on from one state of a register to the next, it makes again what has changed. */
  readonly kept: KeptParts

  constructor(input: FigureInput, asOf: Day, kept = new KeptParts()) {
    this.input = input
    this.asOf = asOf
    this.kept = kept
    this.answerable = new AnswerableOn(input.terms, input.assignments, asOf, kept)
  }

  /** Population S: systems of a counted stage. */
  get systems(): readonly SystemFacts[] {
    const { systems } = this.input
    return this.kept.get('counted systems', [systems], () => systems.filter(isCounted))
  }

  /** The counted systems among those that risks are linked to. */
  get #countedIds(): ReadonlySet<string> {
    const { risks } = this.input
    return this.kept.get<ReadonlySet<string>>('counted systems of risks', [this.systems, risks], (earlier) => {
      const linked = new Set(risks.flatMap((risk) => risk.systemIds))
      const counted = presentAmong(linked, this.systems)
      return earlier !== null && holdsTheSame(earlier.value, counted) ? earlier.value : counted
    })
  }

  #people: ReadonlyMap<string, PersonFacts> | undefined
  person(id: string | null): PersonFacts | null {
    const { people } = this.input
    this.#people ??= this.kept.get('people by id', [people], () => byId(people))
    return id === null ? null : (this.#people.get(id) ?? null)
  }

  #posts: ReadonlyMap<string, PostFacts> | undefined
  post(id: string | null): PostFacts | null {
    const { posts } = this.input
    this.#posts ??= this.kept.get('posts by id', [posts], () => byId(posts))
    return id === null ? null : (this.#posts.get(id) ?? null)
  }

  #units: ReadonlyMap<string, UnitFacts> | undefined
  unit(id: string | null): UnitFacts | null {
    const { units } = this.input
    this.#units ??= this.kept.get('units by id', [units], () => byId(units))
    return id === null ? null : (this.#units.get(id) ?? null)
  }

  risk(id: string): RiskFacts | null {
    const { risks } = this.input
    this.#risksById ??= this.kept.get('risks by id', [risks], () => byId(risks))
    return this.#risksById.get(id) ?? null
  }
  #risksById: ReadonlyMap<string, RiskFacts> | undefined

  control(id: string): ControlFacts | null {
    const { controls } = this.input
    this.#controlsById ??= this.kept.get('controls by id', [controls], () => byId(controls))
    return this.#controlsById.get(id) ?? null
  }
  #controlsById: ReadonlyMap<string, ControlFacts> | undefined

  #executives: Map<string | null, Executive> | undefined
  /** The accountable executive of a system (K01): a post of kind executive, in existence, held by a person on the day. */
  executive(systemId: string): Executive {
    const { posts, terms } = this.input
    this.#executives ??= this.kept.get(
      'executives',
      [posts, terms, this.asOf],
      () => new Map<string | null, Executive>(),
    )
    const holding = this.answerable.of('accountable_executive', systemId)
    const known = this.#executives.get(holding.postId)
    if (known) return known
    const found = { state: this.#executiveState(holding), holding }
    this.#executives.set(holding.postId, found)
    return found
  }

  /** Population S with what the day says of each, looked up once. */
  get systemsOn(): readonly SystemOn[] {
    const { posts, terms, assignments, attestations } = this.input
    const bearings = [
      rowsBearing(this.systems, ({ id }) => [id]),
      rowsBearing(assignments, ({ subjectId }) => [subjectId]),
      rowsBearing(attestations, ({ systemId }) => [systemId]),
      ...[posts, terms, this.asOf].map(bearingOnAll),
    ]
    return this.kept.following<readonly SystemOn[]>('systems on the day', bearings, (earlier, ids) => {
      // Both lists have the same order: beside what is made again the next one of before is the one.
      let next = 0
      return this.systems.map((system) => {
        if (earlier === null || ids === null || ids.has(system.id)) return this.#systemOn(system)
        while (ids.has(earlier[next]?.system.id ?? '')) next += 1
        const known = earlier[next]
        next += 1
        return known?.system === system ? known : this.#systemOn(system)
      })
    })
  }

  #systemOn(system: SystemFacts): SystemOn {
    return { system, executive: this.executive(system.id), attestedOn: this.lastAttestedOn(system.id) }
  }

  /** The unit of each system: the same map until one of them moves to another unit. */
  get unitsOfSystems(): ReadonlyMap<string, string | null> {
    const { systems } = this.input
    return this.kept.get<ReadonlyMap<string, string | null>>('units of systems', [systems], (earlier) => {
      const changed = earlier && changedRows(earlier.from[0] as readonly SystemFacts[], systems)
      if (!earlier || !changed) return new Map(systems.map(({ id, unitId }) => [id, unitId]))
      if (changed.come.every(({ id, unitId }) => earlier.value.get(id) === unitId)) return earlier.value
      const units = new Map(earlier.value)
      for (const { id, unitId } of changed.come) units.set(id, unitId)
      return units
    })
  }

  #executiveState(holding: Holding): ExecutiveState {
    const post = this.post(holding.postId)
    if (post === null || post.withdrawn !== null) return 'unregistered'
    if (post.kind !== 'executive') return 'not_executive'
    if (!holdsOn(post, this.asOf)) return 'post_ended'
    return holding.state === 'held' ? 'held' : 'vacant'
  }

  /** Risks that are known and not closed on the day, whether or not they are tied to a counted system. */
  get openRisks(): readonly RiskFacts[] {
    const { risks } = this.input
    return this.kept.get('open risks', [risks, this.asOf], () =>
      risks.filter(
        (risk) =>
          risk.withdrawn === null &&
          (risk.identifiedOn === null || risk.identifiedOn <= this.asOf) &&
          (risk.status !== 'closed' || (risk.closedOn !== null && risk.closedOn > this.asOf)),
      ),
    )
  }

  /** Population R: open risks linked to a counted system or of category enterprise. */
  get risks(): readonly RiskFacts[] {
    const counted = this.#countedIds
    return this.kept.get('risks', [this.openRisks, counted], () =>
      this.openRisks.filter((risk) => risk.category === 'enterprise' || risk.systemIds.some((id) => counted.has(id))),
    )
  }

  #assessments: ReadonlyMap<string, readonly AssessmentFacts[]> | undefined
  assessmentsOf(riskId: string): readonly AssessmentFacts[] {
    this.#assessments ??= this.kept.groups('assessments by risk', this.input.assessments, (row) =>
      row.withdrawn === null ? [row.riskId] : [],
    )
    return this.#assessments.get(riskId) ?? none
  }

  /** The band table of each scale. */
  get bandTables(): ReadonlyMap<string, string> {
    const { scales } = this.input
    return this.kept.get('band tables', [scales], () => new Map(scales.map((scale) => [scale.id, scale.bandTable])))
  }

  /** The level of a stage in force on the day: the latest dated judgement not after it, of one day the last recorded. */
  level(
    riskId: string,
    stage: Stage,
    on: Day = this.asOf,
    counts: (row: AssessmentFacts) => boolean = () => true,
  ): Level | null {
    let found: AssessmentFacts | null = null
    for (const row of this.assessmentsOf(riskId))
      if (row.stage === stage && row.on <= on && counts(row) && (found === null || row.on >= found.on)) found = row
    if (found === null) return null
    return levelIn(this.bandTables.get(found.scaleId) ?? defaultBandTable, found.likelihood, found.impact, found.on)
  }

  get limits(): Readonly<Record<RiskCategory, Limits>> {
    return this.kept.get('limits', [this.input.appetites, this.asOf], () => limitsOn(this.input, this.asOf))
  }

  /** The band table in force on the day; the default where no scale is. */
  get bandTable(): string {
    let found: FigureInput['scales'][number] | null = null
    for (const scale of this.input.scales)
      if (scale.withdrawn === null && holdsOn(scale, this.asOf) && (found === null || scale.from >= found.from))
        found = scale
    return found?.bandTable ?? defaultBandTable
  }

  /** Population C: controls that apply; one declared not applicable counts until the day of that decision. */
  get controls(): readonly ControlFacts[] {
    const { controls } = this.input
    return this.kept.get('controls', [controls, this.asOf], () =>
      controls.filter((control) => control.withdrawn === null && !isNotApplicable(control, this.asOf)),
    )
  }

  #tests: ReadonlyMap<string, FigureInput['controlTests']> | undefined
  testsOf(controlId: string): FigureInput['controlTests'] {
    this.#tests ??= this.kept.groups('tests by control', this.input.controlTests, (row) => [row.controlId])
    return this.#tests.get(controlId) ?? none
  }

  controlStatus(control: ControlFacts): ControlStatus {
    const from = [this.input.controlTests, this.asOf]
    const statuses = this.kept.get('control statuses', from, () => new WeakMap<ControlFacts, ControlStatus>())
    const known = statuses.get(control)
    if (known) return known
    const { operation } = operationOn(this.testsOf(control.id), this.asOf)
    const notApplicable = isNotApplicable(control, this.asOf) ? control.notApplicable : null
    const status = controlStatusOf({ design: control.design, notApplicable }, operation)
    statuses.set(control, status)
    return status
  }

  #evidence: ReadonlyMap<string, readonly EvidenceFacts[]> | undefined
  /** Evidence of a control that was obtained by the day; where the day of obtaining is unknown it counts as obtained. */
  evidenceOf(controlId: string): readonly EvidenceFacts[] {
    const { evidence } = this.input
    this.#evidence ??= this.kept.groups(
      'evidence by control',
      this.kept.get('obtained evidence', [evidence, this.asOf], () =>
        evidence.filter((row) => row.withdrawn === null && (row.obtainedOn === null || row.obtainedOn <= this.asOf)),
      ),
      (row) => row.controlIds,
    )
    return this.#evidence.get(controlId) ?? none
  }

  /** Population A: actions that are not withdrawn. */
  get actions(): readonly ActionFacts[] {
    const { actions } = this.input
    return this.kept.get('actions', [actions], () => actions.filter((action) => action.withdrawn === null))
  }

  #attested: ReadonlyMap<string, Day> | undefined
  /** The day of a system's last confirmation not after the day. */
  lastAttestedOn(systemId: string): Day | null {
    const { attestations } = this.input
    this.#attested ??= this.kept.get('last confirmations', [attestations, this.asOf], () => {
      const latest = new Map<string, Day>()
      for (const row of attestations) {
        if (row.withdrawn !== null || row.on > this.asOf) continue
        const known = latest.get(row.systemId)
        if (known === undefined || known < row.on) latest.set(row.systemId, row.on)
      }
      return latest
    })
    return this.#attested.get(systemId) ?? null
  }
}

const none: readonly never[] = []

function holdsTheSame<Value>(one: ReadonlySet<Value>, other: ReadonlySet<Value>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value))
}

export function levelIn(bandTable: string, likelihood: number, impact: number, on: Day): Level {
  return {
    likelihood,
    impact,
    band: bandOf(bandTable, likelihood, impact),
    score: orderScore(likelihood, impact),
    bandTable,
    on,
  }
}

function isNotApplicable(control: ControlFacts, day: Day): boolean {
  return control.notApplicable !== null && control.notApplicable.on <= day
}

/** Defaults of a new register: appetite moderate, tolerance high, provisional. */
function limitsOn(input: FigureInput, day: Day): Record<RiskCategory, Limits> {
  const defaults: Limits = {
    appetite: 'moderate',
    tolerance: 'high',
    provisional: true,
    approvedOn: null,
    since: null,
  }
  const limits = Object.fromEntries(riskCategories.map((category) => [category, defaults])) as Record<
    RiskCategory,
    Limits
  >
  for (const row of input.appetites) {
    if (row.withdrawn !== null || !holdsOn(row, day)) continue
    const { since } = limits[row.category]
    if (since !== null && since > row.from) continue
    const approved = isApproved(row, day)
    limits[row.category] = {
      appetite: row.appetite,
      tolerance: row.tolerance,
      provisional: !approved,
      approvedOn: approved ? row.approvedOn : null,
      since: row.from,
    }
  }
  return limits
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those of the wanted ids that the rows have: cheaper than a set of all ids where few are asked for. */
export function presentAmong(
  wanted: ReadonlySet<string>,
  rows: readonly { readonly id: string }[],
): ReadonlySet<string> {
  const present = new Set<string>()
  if (wanted.size > 0) for (const { id } of rows) if (wanted.has(id)) present.add(id)
  return present
}
