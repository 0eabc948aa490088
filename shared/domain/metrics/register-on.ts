/**
 * The register seen on one day: populations, who answers, levels, and look-ups by id, each made once and when first asked.
 * Dated rows count to the day: what closed, ended or was verified after it had not yet happened. What has no date of its own
 * (lifecycle, design) is as recorded. A withdrawal is a correction: the record leaves the figures of every day.
 */
import { AnswerableOn, type Holding } from '../accountability.ts'
import { type Day, holdsOn } from '../calendar-date.ts'
import { type ControlStatus, controlStatusOf, operationOn } from '../control.ts'
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
  /** Population S: systems of a counted stage. */
  readonly systems: readonly SystemFacts[]
  /** The counted systems among those that risks are linked to. */
  readonly #countedIds: ReadonlySet<string>

  constructor(input: FigureInput, asOf: Day) {
    this.input = input
    this.asOf = asOf
    this.answerable = new AnswerableOn(input.terms, input.assignments, asOf)
    this.systems = input.systems.filter(isCounted)
    const linked = new Set(input.risks.flatMap((risk) => risk.systemIds))
    this.#countedIds = presentAmong(linked, this.systems)
  }

  #people: ReadonlyMap<string, PersonFacts> | undefined
  person(id: string | null): PersonFacts | null {
    this.#people ??= byId(this.input.people)
    return id === null ? null : (this.#people.get(id) ?? null)
  }

  #posts: ReadonlyMap<string, PostFacts> | undefined
  post(id: string | null): PostFacts | null {
    this.#posts ??= byId(this.input.posts)
    return id === null ? null : (this.#posts.get(id) ?? null)
  }

  #units: ReadonlyMap<string, UnitFacts> | undefined
  unit(id: string | null): UnitFacts | null {
    this.#units ??= byId(this.input.units)
    return id === null ? null : (this.#units.get(id) ?? null)
  }

  readonly #executives = new Map<string | null, Executive>()
  /** The accountable executive of a system (K01): a post of kind executive, in existence, held by a person on the day. */
  executive(systemId: string): Executive {
    const holding = this.answerable.of('accountable_executive', systemId)
    const known = this.#executives.get(holding.postId)
    if (known) return known
    const found = { state: this.#executiveState(holding), holding }
    this.#executives.set(holding.postId, found)
    return found
  }

  #systemsOn: readonly SystemOn[] | undefined
  /** Population S with what the day says of each, looked up once. */
  get systemsOn(): readonly SystemOn[] {
    this.#systemsOn ??= this.systems.map((system) => ({
      system,
      executive: this.executive(system.id),
      attestedOn: this.lastAttestedOn(system.id),
    }))
    return this.#systemsOn
  }

  #executiveState(holding: Holding): ExecutiveState {
    const post = this.post(holding.postId)
    if (post === null || post.withdrawn !== null) return 'unregistered'
    if (post.kind !== 'executive') return 'not_executive'
    if (!holdsOn(post, this.asOf)) return 'post_ended'
    return holding.state === 'held' ? 'held' : 'vacant'
  }

  #openRisks: readonly RiskFacts[] | undefined
  /** Risks that are known and not closed on the day, whether or not they are tied to a counted system. */
  get openRisks(): readonly RiskFacts[] {
    this.#openRisks ??= this.input.risks.filter(
      (risk) =>
        risk.withdrawn === null &&
        (risk.identifiedOn === null || risk.identifiedOn <= this.asOf) &&
        (risk.status !== 'closed' || (risk.closedOn !== null && risk.closedOn > this.asOf)),
    )
    return this.#openRisks
  }

  #risks: readonly RiskFacts[] | undefined
  /** Population R: open risks linked to a counted system or of category enterprise. */
  get risks(): readonly RiskFacts[] {
    this.#risks ??= this.openRisks.filter(
      (risk) => risk.category === 'enterprise' || risk.systemIds.some((id) => this.#countedIds.has(id)),
    )
    return this.#risks
  }

  #assessments: ReadonlyMap<string, readonly AssessmentFacts[]> | undefined
  assessmentsOf(riskId: string): readonly AssessmentFacts[] {
    this.#assessments ??= groupBy(this.input.assessments, (row) => (row.withdrawn === null ? [row.riskId] : []))
    return this.#assessments.get(riskId) ?? []
  }

  #bandTables: ReadonlyMap<string, string> | undefined
  /** The level of a stage in force on the day: the latest dated judgement not after it, of one day the last recorded. */
  level(riskId: string, stage: Stage, on: Day = this.asOf): Level | null {
    let found: AssessmentFacts | null = null
    for (const row of this.assessmentsOf(riskId))
      if (row.stage === stage && row.on <= on && (found === null || row.on >= found.on)) found = row
    if (found === null) return null
    this.#bandTables ??= new Map(this.input.scales.map((scale) => [scale.id, scale.bandTable]))
    return levelIn(this.#bandTables.get(found.scaleId) ?? defaultBandTable, found.likelihood, found.impact, found.on)
  }

  #limits: Readonly<Record<RiskCategory, Limits>> | undefined
  get limits(): Readonly<Record<RiskCategory, Limits>> {
    this.#limits ??= limitsOn(this.input, this.asOf)
    return this.#limits
  }

  /** The band table in force on the day; the default where no scale is. */
  get bandTable(): string {
    let found: FigureInput['scales'][number] | null = null
    for (const scale of this.input.scales)
      if (scale.withdrawn === null && holdsOn(scale, this.asOf) && (found === null || scale.from >= found.from))
        found = scale
    return found?.bandTable ?? defaultBandTable
  }

  #controls: readonly ControlFacts[] | undefined
  /** Population C: controls that apply; one declared not applicable counts until the day of that decision. */
  get controls(): readonly ControlFacts[] {
    this.#controls ??= this.input.controls.filter(
      (control) => control.withdrawn === null && !isNotApplicable(control, this.asOf),
    )
    return this.#controls
  }

  #tests: ReadonlyMap<string, FigureInput['controlTests']> | undefined
  #statuses = new Map<string, ControlStatus>()
  controlStatus(control: ControlFacts): ControlStatus {
    const known = this.#statuses.get(control.id)
    if (known) return known
    this.#tests ??= groupBy(this.input.controlTests, (row) => [row.controlId])
    const { operation } = operationOn(this.#tests.get(control.id) ?? [], this.asOf)
    const notApplicable = isNotApplicable(control, this.asOf) ? control.notApplicable : null
    const status = controlStatusOf({ design: control.design, notApplicable }, operation)
    this.#statuses.set(control.id, status)
    return status
  }

  #evidence: ReadonlyMap<string, readonly EvidenceFacts[]> | undefined
  /** Evidence of a control that was obtained by the day; where the day of obtaining is unknown it counts as obtained. */
  evidenceOf(controlId: string): readonly EvidenceFacts[] {
    this.#evidence ??= groupBy(this.input.evidence, (row) =>
      row.withdrawn === null && (row.obtainedOn === null || row.obtainedOn <= this.asOf) ? row.controlIds : [],
    )
    return this.#evidence.get(controlId) ?? []
  }

  #actions: readonly ActionFacts[] | undefined
  /** Population A: actions that are not withdrawn. */
  get actions(): readonly ActionFacts[] {
    this.#actions ??= this.input.actions.filter((action) => action.withdrawn === null)
    return this.#actions
  }

  #attested: ReadonlyMap<string, Day> | undefined
  /** The day of a system's last confirmation not after the day. */
  lastAttestedOn(systemId: string): Day | null {
    if (!this.#attested) {
      const latest = new Map<string, Day>()
      for (const row of this.input.attestations) {
        if (row.withdrawn !== null || row.on > this.asOf) continue
        const known = latest.get(row.systemId)
        if (known === undefined || known < row.on) latest.set(row.systemId, row.on)
      }
      this.#attested = latest
    }
    return this.#attested.get(systemId) ?? null
  }
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

/** Rows by each of their keys; a row without a key is left out. */
export function groupBy<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  return groups
}
