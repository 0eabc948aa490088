/**
 * The board pack as data: pages in order, each with its assertion, its figures with running numbers, their lines of meaning
 * and the rows of their tables. No words (statements are put into words by `say`) and no look.
 */
import type { Day, FiscalQuarter, Instant } from '../domain/calendar-date.ts'
import type { BridgeStep } from '../domain/metrics/appetite-bridge.ts'
import type { ChangeCounts } from '../domain/compare/record-changes.ts'
import type { ControlDomain, ControlStatus } from '../domain/control.ts'
import type { BreachAnswerKind } from '../domain/decision/breach-answers.ts'
import type { Decision, DecisionBody, DecisionKind, DecisionOutcome } from '../domain/decision/decision.ts'
import type { DecisionStanding } from '../domain/decision/decision-standing.ts'
import type { ConfirmationState, Inventory } from '../domain/metrics/accountability-picture.ts'
import type { PathNode } from '../domain/metrics/accountability-path.ts'
import type { AgeBucket } from '../domain/metrics/action-figures.ts'
import type { AcceptanceStanding } from '../domain/metrics/acceptance-standing.ts'
import type { CountedNoun, FieldCompleteness } from '../domain/metrics/completeness.ts'
import type { DomainStatus, EvidenceCurrency, EvidenceState } from '../domain/metrics/control-domains.ts'
import type { HeatMap, StageCounts } from '../domain/metrics/heat-map.ts'
import type { KriTile } from '../domain/metrics/kri-tile.ts'
import type { Direction, KriId, KriResult, KriStatus, KriThreshold } from '../domain/metrics/kri-result.ts'
import type { EventKind, HorizonDate, HorizonPack, RuleStatus } from '../domain/horizon/horizon-pack.ts'
import type { OwnMark } from '../domain/horizon/own-marks.ts'
import type { ContractMark } from '../domain/horizon/timeline-marks.ts'
import type { ReportOn, Reportability } from '../domain/incident/breach-standing.ts'
import type { Enforcement, Incident } from '../domain/incident/incident.ts'
import type { AssessmentStanding, RuleAssessment } from '../domain/horizon/rule-assessment.ts'
import type { RuleCheck, WhyNoStatus } from '../domain/horizon/status-on.ts'
import type { Movement } from '../domain/metrics/movement.ts'
import type { EarlierPack, RiskOverPacks } from '../domain/metrics/over-packs.ts'
import type { ExecutiveState, Level, Limits } from '../domain/metrics/register-on.ts'
import type { Finishing, PackCommentary, SignatureRole } from '../domain/finishing.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { principleIds, RiskCategory } from '../domain/principles.ts'
import type { EuTier } from '../domain/jurisdiction/jurisdiction-profile.ts'
import type { ReadinessId, ReadinessState } from '../domain/readiness/readiness-item.ts'
import type { RegisterState } from '../domain/register-state.ts'
import type { GapStanding } from '../domain/requirements/requirement-coverage.ts'
import type { RequirementItem, RequirementPack } from '../domain/requirements/requirement-pack.ts'
import type { QuestionState } from '../domain/requirements/board-questions.ts'
import type { Coverage as RequirementCounts, Standing } from '../domain/requirements/standing.ts'
import type { DpiaAct } from '../domain/privacy/dpia.ts'
import type { FunnelCounts } from '../domain/privacy/funnel-counts.ts'
import type { DpiaGap } from '../domain/privacy/privacy-on.ts'
import type { Statement } from '../domain/statement.ts'
import type { Action } from '../domain/action.ts'
import type { Risk } from '../domain/risk.ts'
import type { Lifecycle, Tier } from '../domain/system.ts'
import type { Unit } from '../domain/accountability.ts'
import type { GlossaryTerm } from './annexes/glossary-terms.ts'
import type { PointMatter } from '../domain/third-party/check-point.ts'
import type { readingMatters, termMatters } from '../domain/third-party/contract-positions.ts'
import type { GapCells, GapCount } from '../domain/third-party/gap-matrix.ts'
import type { Bilingual, Language } from '../domain/text.ts'
import type { sinceBlocks } from './behind-keys.ts'

export interface PackInput {
  readonly snapshot: RegisterState
  /** What it was narrowed from; not given where it is the whole. */
  readonly whole?: RegisterState
  readonly asOf: Day
  readonly cutOff: Instant
  /** Null for a draft. */
  readonly code: string | null
  readonly title: string | null
  /** Null for a draft, as are the two digests. */
  readonly lockedAt: Instant | null
  readonly dataDigest: string | null
  readonly auditHead: string | null
  readonly previous: {
    readonly snapshot: RegisterState
    readonly whole?: RegisterState
    readonly asOf: Day
    readonly code: string
    readonly digest: string
    readonly schemaVersion: number
  } | null
  /** The last locked packs before this one, oldest first, as many as are looked back at. The last one is `previous`. */
  readonly history: readonly EarlierPack[]
  /** How many locked packs there are before this one. */
  readonly packsBefore: number
  /** Why it was locked although points of its data were open. */
  readonly openReason?: string | null
  /** Assessments first recorded in the 14 days before the cut-off, by id, as the log says. */
  readonly recordedLate: readonly string[]
  /** What the body is asked in this pack, in the order of asking; or who said that nothing is. */
  readonly decisions: {
    readonly asked: readonly AskedDecision[]
    readonly none: { readonly person: Bilingual; readonly on: Day } | null
  }
  /** Commentary, choices and signatures: what of the pack is not in its snapshot. */
  readonly finishing: Finishing
  readonly language: Language
  /** With the English words smaller beneath the Japanese ones; not so unless said. */
  readonly bilingual?: boolean
  /** The legal entity to whose records `snapshot`, `previous` and `history` were narrowed; else it is the whole. */
  readonly entity?: Unit | null
  /** Who prints it; null is printed as not recorded. */
  readonly preparedBy: string | null
  readonly appVersion: string
  readonly schemaVersion: number
  readonly sample: boolean
}

/** A request with the names that it needs: it can be newer than the snapshot. */
export interface AskedDecision {
  readonly decision: Decision
  readonly person: Bilingual | null
  readonly post: Bilingual | null
  readonly meeting: { readonly name: Bilingual; readonly on: Day } | null
  /** Of the records and figures that it is about. */
  readonly codes: readonly string[]
}

export interface PackModel {
  readonly language: Language
  /** Japanese with the English words smaller beneath: `language` is then Japanese. */
  readonly bilingual: boolean
  /** A locked pack is final when it is signed off. */
  readonly state: 'draft' | 'locked' | 'final'
  /** By the key of its figure or page. */
  readonly commentary: readonly PackCommentary[]
  readonly draft: boolean
  readonly sample: boolean
  readonly code: string | null
  readonly title: string | null
  readonly organisation: Bilingual
  /** Of its records alone are the pages; null: of the whole. */
  readonly entity: PackEntity | null
  /** For each of these it can be printed alone; none where the register has one legal entity. */
  readonly entities: readonly PackEntity[]
  readonly classification: Organisation['classification']
  readonly period: FiscalQuarter
  readonly asOf: Day
  readonly cutOff: Instant
  readonly lockedAt: Instant | null
  readonly dataDigest: string | null
  readonly preparedBy: string | null
  readonly previous: { readonly code: string; readonly asOf: Day } | null
  /** Running head: "AI governance report FY2026 Q2". */
  readonly heading: Statement
  /** Foot, left: code and the first 16 digits of the digest, or that it is a draft. */
  readonly identity: Statement
  /** Foot, middle: sample, draft or final, prepared by. */
  readonly standing: Statement
  readonly pages: readonly PackPage[]
}

export interface PackEntity {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
}

export type PackPage =
  | SummaryPage
  | DecisionsPage
  | RiskProfilePage
  | TopRisksPage
  | ControlsPage
  | AccountabilityPage
  | LimitsPage
  | ActionsPage
  | RequirementsPage
  | BoardQuestionsPage
  | ThirdPartiesPage
  | PrivacyPage
  | HorizonPage
  | ReadinessPage
  | EntitiesPage
  | DataQualityPage
  | AnnexPage
export type PageKey = PackPage['key']

interface Page<Key extends string> {
  /** 1, 2, … in the order of the pack: the page that a person counts. */
  readonly number: number
  readonly key: Key
  readonly orientation: 'landscape' | 'portrait'
  /** The name of the page: "Risk profile". */
  readonly name: Statement
  /** What the page asserts. */
  readonly title: Statement
  /** The lines under the assertion. */
  readonly lead: readonly Statement[]
}

export interface Figure<Data> {
  /** Runs through the pack. */
  readonly number: number
  readonly key: string
  readonly title: Statement
  /** Small facts beside the title: "K01 31 / 33 (94 %), previous 27 / 30". */
  readonly aside: Statement | null
  /** One line: what it means, or how to read it. */
  readonly meaning: Statement | null
  /** Printed in place of the figure where it has nothing to show; the meaning is then null. */
  readonly empty: Statement | null
  readonly data: Data
}

/** The first rows of a list; `more` says how many are left to which file of the bundle. */
export interface Capped<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly more: Statement | null
}

/** Who answers: a person on a post, a vacancy, or nobody registered. */
export interface Answerer {
  readonly state: 'held' | 'vacant' | 'unregistered'
  readonly person: Bilingual | null
  readonly post: Bilingual | null
  readonly deputy: Bilingual | null
  /** First day of the vacancy, where known. */
  readonly since: Day | null
}

export interface RiskRow {
  /** From 1. */
  readonly rank: number
  readonly code: string
  readonly name: Bilingual
  readonly category: RiskCategory
  readonly owner: Answerer
  /** Codes of the linked systems. */
  readonly systems: readonly string[]
  readonly inherent: Level | null
  readonly residual: Level | null
  readonly target: Level | null
  readonly evidenced: Level | null
  readonly evidenceGap: number
  readonly limits: Limits
  readonly outside: boolean | null
  /** Null in a first pack. */
  readonly movement: Movement | null
  /** The residual level in the previous pack, where it had one. */
  readonly previousResidual: Level | null
  /** How long it has stood where it stands. */
  readonly over: RiskOverPacks
  readonly acceptance: Pick<AcceptanceStanding, 'code' | 'kind' | 'state' | 'to' | 'stale' | 'reliedOn'> | null
  readonly nextReviewOn: Day | null
}

export interface SummaryPage extends Page<'summary'> {
  /** The state in a few sentences, drafted from the facts. */
  readonly status: readonly Statement[]
  readonly tiles: Figure<readonly KriTile[]>
  readonly topRisks: Figure<Capped<RiskRow>>
  readonly ahead: Figure<Capped<AheadRow>>
  readonly decisions: SummaryDecisions | null
  readonly sinceLast: SinceLast
}
/** What is asked, in at most three lines. Null in a pack of a register that knew no decisions. */
export interface SummaryDecisions {
  readonly title: Statement
  readonly lines: readonly Pick<DecisionCard, 'code' | 'name' | 'kind'>[]
  /** What is left out, or that nothing is asked. */
  readonly note: Statement | null
}
/** Something that has run out and is relied on, or that runs out before the next quarter ends. */
export interface AheadRow {
  readonly on: Day
  readonly code: string
  readonly what: Statement
  readonly lapsed: boolean
}
export interface SinceLast {
  readonly title: Statement
  /** Set in a first pack, where there are no blocks. */
  readonly first: Statement | null
  readonly blocks: readonly SinceBlock[]
}

export interface SinceBlock {
  readonly key: (typeof sinceBlocks)[number]
  readonly title: Statement
  readonly lines: readonly Statement[]
}

export interface DecisionsPage extends Page<'decisions'> {
  readonly cards: Figure<Capped<DecisionCard>>
  readonly earlier: Figure<Capped<EarlierDecisionRow>>
  /** Figures beyond their tolerance, and what answers them. */
  readonly breaches: Figure<Capped<BreachRow>>
}
export interface DecisionCard {
  readonly code: string
  readonly name: Bilingual
  readonly kind: DecisionKind
  readonly body: DecisionBody
  readonly ask: Bilingual
  readonly options: readonly { readonly label: string; readonly consequence: string }[]
  readonly recommendation: Bilingual
  readonly delayConsequence: Bilingual
  readonly person: Bilingual | null
  readonly post: Bilingual | null
  readonly dueOn: Day | null
  readonly meeting: { readonly name: Bilingual; readonly on: Day } | null
  readonly codes: readonly string[]
  /** How often it was put off. */
  readonly deferrals: number
}
export interface EarlierDecisionRow {
  readonly code: string
  readonly name: Bilingual
  readonly kind: DecisionKind
  readonly outcome: DecisionOutcome | null
  readonly decidedOn: Day | null
  readonly minutesReference: string | null
  readonly person: Bilingual | null
  readonly dueOn: Day | null
  readonly daysLate: number | null
  readonly standing: DecisionStanding
  readonly implementedOn: Day | null
}
export interface BreachRow {
  readonly id: KriId
  readonly title: Statement
  readonly answer: BreachAnswerKind
  readonly code: string | null
}

export interface RiskProfilePage extends Page<'riskProfile'> {
  readonly heatMap: Figure<HeatMap>
  /** How to read the heat map: axes, line, brackets. */
  readonly notes: readonly Statement[]
  /** Labels of the scale in force; null where the register has none. */
  readonly scale: {
    readonly likelihoodLabels: readonly Bilingual[]
    readonly likelihoodRanges: readonly string[]
    readonly impactLabels: readonly Bilingual[]
  } | null
  /** The ten worst, with their movement. */
  readonly movement: Figure<Capped<RiskRow>>
  readonly stages: Figure<{ readonly maps: readonly HeatMap[]; readonly counts: readonly StageCounts[] }>
}

export interface TopRisksPage extends Page<'topRisks'> {
  readonly risks: Figure<Capped<RiskRow>>
  readonly categories: Figure<readonly CategoryRow[]>
}
export interface CategoryRow {
  readonly category: RiskCategory
  readonly limits: Limits
  readonly total: number
  readonly outside: number
  readonly unassessed: number
  /** Outside in the previous pack, or null. */
  readonly previousOutside: number | null
}

export interface ControlsPage extends Page<'controls'> {
  readonly domains: Figure<readonly (DomainStatus & { readonly previous: DomainStatus | null })[]>
  readonly evidence: Figure<readonly (EvidenceCurrency & { readonly previous: EvidenceCurrency | null })[]>
  /** Risks whose evidenced level is a band or more above the claimed one. */
  readonly claimed: Figure<Capped<RiskRow>>
  /** Key controls that failed their test or are in place without current evidence, failed ones first. */
  readonly weak: Figure<Capped<WeakControlRow>>
}
export interface WeakControlRow {
  readonly code: string
  readonly name: Bilingual
  readonly domain: ControlDomain
  readonly status: ControlStatus
  readonly evidence: EvidenceState
  /** Open risks that lean on it. */
  readonly risks: number
}

export interface AccountabilityPage extends Page<'accountability'> {
  readonly coverage: Figure<Coverage>
  /** The tiers and stages of the previous pack beside it; null in a first pack. */
  readonly inventory: Figure<Inventory & { readonly previous: Inventory | null }>
  readonly confirmation: Figure<Capped<ConfirmationRow>>
  readonly path: Figure<Path>
  readonly without: Capped<WithoutExecutiveRow>
}
export interface Coverage {
  readonly rows: readonly CoverageRow[]
  /** Units beyond the first ten, together. */
  readonly others: { readonly units: number; readonly held: number; readonly total: number } | null
  /** The appetite of K01. */
  readonly limit: number
}
export interface CoverageRow {
  /** Null: systems without a unit. */
  readonly unit: { readonly code: string; readonly name: Bilingual } | null
  readonly held: number
  readonly total: number
  readonly status: KriStatus
  readonly previous: { readonly held: number; readonly total: number } | null
}
export interface ConfirmationRow {
  /** Null: systems without an assigned post. */
  readonly post: { readonly code: string; readonly name: Bilingual } | null
  readonly answerer: Answerer
  readonly confirmed: number
  readonly total: number
  readonly lastOn: Day | null
  readonly state: ConfirmationState
  readonly daysLapsed: number | null
}
export interface Path {
  readonly nodes: readonly (Omit<PathNode, 'holding'> & { readonly answerer: Answerer })[]
  /** Executive posts left out of the drawing, those with fewest systems. */
  readonly more: Statement | null
}
export interface WithoutExecutiveRow {
  readonly code: string
  readonly name: Bilingual
  readonly tier: Tier | null
  readonly state: Exclude<ExecutiveState, 'held'>
  readonly answerer: Answerer
  readonly since: Day | null
}

export interface LimitsPage extends Page<'limits'> {
  /** Eight figures against their limits. */
  readonly bullets: Figure<readonly BulletRow[]>
  /** Every figure beyond its tolerance. */
  readonly beyond: Figure<Capped<BeyondRow>>
}
export interface BulletRow extends KriTile {
  readonly title: Statement
  readonly limits: KriThreshold
  /** How far from the limit that decides its state. */
  readonly distance: Statement | null
  /** Where its own scale ends; it begins at 0. */
  readonly most: number
}
export interface BeyondRow extends KriTile {
  readonly title: Statement
  readonly distance: Statement | null
  /** Whether the previous pack said so already; null where it had no such figure. */
  readonly since: 'now' | 'before' | null
  readonly answer: BreachAnswerKind
  readonly decision: { readonly code: string; readonly name: Bilingual } | null
  readonly owner: Bilingual | null
  readonly dueOn: Day | null
}

export interface ActionsPage extends Page<'actions'> {
  /** One column per pack, at most five, this one last. */
  readonly ageing: Figure<readonly AgeingColumn[]>
  readonly overdue: Figure<Capped<ActionRow>>
  readonly acceptances: Figure<Capped<AcceptanceRow>>
  /** Both null in a pack of a file that could not hold them yet; the second also where none was ever received. */
  readonly incidents: Figure<Capped<IncidentRow>> | null
  readonly enforcements: Figure<Capped<EnforcementRow>> | null
}
export interface IncidentRow {
  readonly code: string
  readonly name: Bilingual
  readonly kind: Incident['kind']
  /** Null: nobody has judged it, which counts as major. */
  readonly severity: Incident['severity']
  /** When it was noticed; null: no moment is on record. */
  readonly day: Day | null
  readonly resolvedOn: Day | null
  /** From detection to resolution; null while it is open, or where one of the two is not on record. */
  readonly hours: number | null
  /** Null once it is resolved, and where nobody knows since when. */
  readonly daysOpen: number | null
  readonly reportability: Reportability
  /** Null where nothing is to be reported. */
  readonly inTime: 'yes' | 'no' | 'open' | null
  /** The report that is awaited, or the last one. */
  readonly report: Pick<ReportOn, 'kind' | 'dueOn'> | null
  readonly systems: readonly string[]
  readonly lesson: Bilingual
}
export interface EnforcementRow {
  readonly code: string
  readonly name: Bilingual
  readonly kind: Enforcement['kind']
  readonly authority: string | null
  readonly dueOn: Day | null
  readonly daysOverdue: number
  /** Code of the incident that it came from. */
  readonly incident: string | null
}
export interface AgeingColumn {
  readonly code: string | null
  readonly asOf: Day
  readonly counts: Readonly<Record<AgeBucket, number>>
  /** Actions not verified on the day. */
  readonly total: number
  /** K13: mean days overdue; null where there was no value. */
  readonly meanDays: number | null
}
export interface ActionRow {
  readonly code: string
  readonly name: Bilingual
  readonly owner: Bilingual | null
  readonly dueOn: Day | null
  readonly daysOverdue: number
  readonly slips: number
  readonly done: boolean
}
export interface AcceptanceRow extends AcceptanceStanding {
  readonly subjectCode: string
  readonly subjectName: Bilingual
  readonly person: Bilingual | null
  readonly post: Bilingual | null
  /** The residual level now; null for a control or where not assessed. */
  readonly residual: Level | null
}

export interface HorizonEventRow {
  readonly id: string
  readonly label: Bilingual
  readonly date: HorizonDate
  readonly kind: EventKind
  readonly checks: readonly RuleCheck[]
  /** Null: it is owed no assessment. */
  readonly standing: AssessmentStanding | null
  readonly outcome: RuleAssessment['outcome']
  readonly movedFrom: Day | null
  readonly owner: Bilingual | null
  /** Systems that somebody has confirmed to be touched. */
  readonly systems: number
}

/** Only in a pack of a register that has taken a horizon in. */
export interface HorizonPage extends Page<'horizon'> {
  readonly timeline: Figure<{
    readonly content: HorizonPack
    readonly own: readonly OwnMark[]
    /** Contracts in force whose term or day for notice comes next. */
    readonly contracts: readonly ContractMark[]
    /** Where events stood that were moved, by their id. */
    readonly movedFrom: Readonly<Record<string, Day>>
    readonly day: Day
  }>
  readonly events: Figure<Capped<HorizonEventRow>>
  readonly instruments: Figure<
    Capped<{
      readonly id: string
      readonly label: HorizonPack['instruments'][number]['label']
      readonly issuer: HorizonPack['instruments'][number]['issuer']
      readonly note: HorizonPack['instruments'][number]['note']
      readonly status: RuleStatus | null
      readonly absent: WhyNoStatus | null
      readonly checks: readonly RuleCheck[]
    }>
  >
}

/** Only where somebody sees to a priority, has judged a jurisdiction or begun an account. */
export interface ReadinessPage extends Page<'readiness'> {
  readonly priorities: Figure<readonly ReadinessRow[]>
  readonly jurisdictions: Figure<readonly JurisdictionRow[]>
}
export interface ReadinessRow {
  readonly id: ReadinessId
  /** Null: none of its records are in the register. */
  readonly met: number | null
  readonly of: number | null
  readonly previous: { readonly met: number; readonly of: number } | null
  readonly state: ReadinessState
  readonly post: Bilingual | null
  readonly person: Bilingual | null
  readonly dueOn: Day | null
  readonly parts: Readonly<Record<string, number>>
}
export interface JurisdictionRow {
  readonly jurisdiction: string
  readonly within: number
  readonly out: number
  /** Not judged, or judged unknown. */
  readonly unknown: number
  readonly systems: number
  /** Of the systems in scope; null of any other jurisdiction than the EU: none has such classes. */
  readonly tiers: Readonly<Record<EuTier, number>> | null
}

/** Only in a pack of the whole of a register with several legal entities. */
export interface EntitiesPage extends Page<'entities'> {
  readonly figures: Figure<Capped<EntityRow>>
  readonly origins: Figure<Capped<EntityOriginRow>>
}
export interface EntityRow {
  /** Of a legal entity; of the whole and of what belongs to none there is no code. */
  readonly entity: PackEntity | null
  readonly which: 'whole' | 'entity' | 'none'
  readonly systems: number
  readonly highTier: number
  readonly openRisks: number
  readonly figures: readonly EntityFigure[]
}
export interface EntityFigure {
  readonly result: KriResult
  /** Null: there was no pack before, or the entity and the figure were not in it. */
  readonly previous: Pick<KriResult, 'value' | 'status'> | null
}
/** From where the records of an entity come, and up to when. */
export interface EntityOriginRow {
  /** Null: nobody has said of which unit the register speaks. */
  readonly unit: PackEntity | null
  /** The other register by its organisation's name; null: kept in this one, never merged. */
  readonly origin: Bilingual | null
  readonly mergedOn: Day | null
  readonly runs: number
  readonly cutOff: Day | null
  readonly stale: boolean
}

/** Only in a pack of a register that is held against a pack of requirements. */
export interface RequirementsPage extends Page<'requirements'> {
  readonly coverage: Figure<Capped<PackCoverageRow>>
  /** The ten, in their order; over the items of the AI Guidelines for Business alone. */
  readonly principles: Figure<readonly PrincipleCoverageRow[]>
  readonly gaps: Figure<Capped<RequirementGapRow>>
  readonly exclusions: Figure<Capped<ExclusionRow>>
}
/** Only in a pack of a register that holds the board's questions. */
export interface BoardQuestionsPage extends Page<'boardQuestions'> {
  readonly questions: Figure<Capped<BoardQuestionRow>>
}
export interface BoardQuestionRow {
  readonly id: string
  readonly theme: Bilingual
  readonly title: RequirementItem['title']
  /** What in other packs the question rests on. */
  readonly references: readonly string[]
  readonly standing: Standing
  readonly state: QuestionState
  /** What was answered, or why the question does not apply. */
  readonly note: string | null
  readonly controls: readonly string[]
  /** What the figures say that bear on it; a statement where there is a value. */
  readonly figures: readonly { readonly id: KriId; readonly status: KriStatus; readonly value: Statement | null }[]
  readonly owner: Bilingual | null
  readonly dueOn: Day | null
}
export interface PackCoverageRow {
  readonly pack: Pick<RequirementPack, 'id' | 'title' | 'version' | 'status'>
  readonly company: RequirementCounts
  readonly systems: RequirementCounts
  /** Null in a first pack; in it null where the pack was not held or nothing was asked. */
  readonly previous: {
    readonly company: RequirementCounts | null
    readonly systems: RequirementCounts | null
  } | null
}
export interface PrincipleCoverageRow {
  readonly principle: (typeof principleIds)[number]
  readonly coverage: RequirementCounts
  readonly previous: RequirementCounts | null
}
export interface RequirementGapRow {
  readonly id: string
  readonly title: RequirementItem['title']
  /** Null: the company. */
  readonly system: string | null
  readonly standing: GapStanding
  readonly executive: Answerer | null
}
/** An item that somebody decided does not apply, to the company or to some systems. */
export interface ExclusionRow {
  readonly id: string
  readonly title: RequirementItem['title']
  /** Empty: to the company. */
  readonly systems: readonly string[]
  /** The first of them; `reasons` says how many there are. */
  readonly reason: string
  readonly reasons: number
  readonly approver: Bilingual | null
  /** Of the latest decision. */
  readonly on: Day
}

/** Only in a pack of a register that knows vendors or contracts. */
export interface ThirdPartiesPage extends Page<'thirdParties'> {
  readonly matrix: Figure<Capped<GapMatrixRow> & { readonly all: GapCells }>
  readonly figures: Figure<readonly (KriTile & { readonly title: Statement })[]>
  /** The one with most gaps first. */
  readonly matters: Figure<readonly ContractMatterRow[]>
  readonly attention: Figure<Capped<ContractAttentionRow>>
}
export interface GapMatrixRow {
  readonly code: string
  readonly name: Bilingual
  /** In force. */
  readonly contracts: number
  /** Of those, not read through within 365 days. */
  readonly unread: number
  readonly count: GapCount
  /** Null where it supplies a system without a contract in force. */
  readonly cells: GapCells | null
  /** Null where the vendor was not in the previous pack's matrix. */
  readonly previousGaps: number | null
}
export interface ContractMatterRow {
  readonly matter: PointMatter
  readonly count: GapCount
  /** Codes of the contracts with a gap there, those with most first. */
  readonly contracts: readonly string[]
}
export interface ContractAttentionRow {
  readonly code: string
  readonly name: Bilingual
  readonly vendor: Bilingual
  readonly term: { readonly matter: (typeof termMatters)[number]; readonly on: Day } | null
  readonly reading: (typeof readingMatters)[number] | null
  readonly lastReadOn: Day | null
}

/** Only in a pack of a register in which a system may handle personal data. */
export interface PrivacyPage extends Page<'privacy'> {
  readonly funnel: Figure<{ readonly counts: FunnelCounts; readonly previous: FunnelCounts | null }>
  readonly figures: Figure<readonly (KriTile & { readonly title: Statement })[]>
  readonly missing: Figure<Capped<MissingAssessmentRow>>
  /** Of what is not in force: prepared for, never relied on. */
  readonly readiness: Figure<Capped<StatisticsReadinessRow> & { readonly inForce: boolean }>
}
export interface MissingAssessmentRow {
  readonly code: string
  readonly name: Bilingual
  /** Nobody knows whether it handles personal data. */
  readonly unknown: boolean
  readonly gap: DpiaGap
  /** Code of its newest assessment. */
  readonly dpia: string | null
  /** Null: it has to be done again. */
  readonly next: DpiaAct | null
  readonly wantedOn: Day | null
  readonly executive: Answerer
}
export interface StatisticsReadinessRow {
  /** Of the use. */
  readonly code: string
  readonly name: Bilingual
  readonly system: string
  readonly dpia: boolean
  readonly deidentified: boolean
  readonly purposeRecorded: boolean
  /** Conditions that are met or do not apply, of so many. */
  readonly settled: number
  readonly conditions: number
  readonly gaps: number
}

export interface DataQualityPage extends Page<'dataQuality'> {
  readonly populations: Figure<readonly PopulationRow[]>
  /** Every figure with its question, formula, value and limits. */
  readonly figures: Figure<readonly FigureRow[]>
  readonly completeness: Figure<readonly FieldCompleteness[]>
  readonly gaps: Figure<readonly GapRow[]>
  /** Null in a first pack. */
  readonly changes: Figure<readonly ChangeCounts[]> | null
  /** Null in a first pack: risks outside appetite and not accepted, from the previous pack to this one. */
  readonly bridge: Figure<readonly BridgeRow[]> | null
  readonly methods: Figure<readonly Statement[]>
  readonly digest: Figure<readonly DigestRow[]>
  readonly signatures: Figure<SignatureTable>
}
/** Rows for ink or a seal: filled in where the pack is signed off. */
export interface SignatureTable {
  /** Of the pack; null for a draft. */
  readonly code: string | null
  /** The words that were confirmed; null where nobody has yet: then those that are to be. */
  readonly statement: Bilingual | null
  readonly rows: readonly SignatureRow[]
}
export interface SignatureRow {
  readonly role: SignatureRole
  readonly name: Bilingual | null
  readonly post: Bilingual | null
  readonly on: Day | null
  readonly recordedBy: Bilingual | null
}
/** How the records of a noun come to the population of the figures. */
export interface PopulationRow {
  readonly noun: CountedNoun
  readonly recorded: number
  readonly withdrawn: number
  readonly outOfScope: number
  readonly counted: number
  readonly why: Statement
}
export type FigureRow = KriResult & {
  readonly title: Statement
  readonly question: Statement
  readonly formula: Statement
  readonly limitation: Statement
  readonly previous: Pick<KriResult, 'numerator' | 'denominator' | 'value' | 'status'> | null
}
/** A kind of gap: how many, the first codes, and how many codes are left to which file. Only gaps that exist are listed. */
export interface GapRow {
  readonly key: string
  readonly what: Statement
  readonly codes: Capped<string>
}
export interface BridgeRow {
  readonly step: 'before' | BridgeStep | 'now'
  readonly count: number
  /** From and to which number the bar reaches. */
  readonly from: number
  readonly to: number
  readonly codes: Capped<string>
}
/** What follows the pages, where it was chosen. */
export type AnnexPage = AnnexDefinitionsPage | AnnexGlossaryPage | AnnexRisksPage | AnnexExtractPage
export interface AnnexDefinitionsPage extends Page<'annexDefinitions'> {
  readonly definitions: Figure<readonly DefinitionRow[]>
}
export interface DefinitionRow extends KriTile {
  readonly title: Statement
  readonly question: Statement
  readonly formula: Statement
  /** The edition of the formula. */
  readonly edition: number
  readonly limitation: Statement
  readonly direction: Direction
  /** Since when its limits hold; null where none is recorded, and the limits of a new register hold. */
  readonly limitsFrom: Day | null
  /** Null: provisional. */
  readonly approval: { readonly person: Bilingual | null; readonly on: Day | null } | null
}
export interface AnnexGlossaryPage extends Page<'annexGlossary'> {
  readonly glossary: Figure<readonly GlossaryTerm[]>
}
/** Each risk on a sheet of its own. */
export interface AnnexRisksPage extends Page<'annexRisks'> {
  readonly risks: Figure<readonly RiskDetail[]>
}
export interface RiskDetail extends RiskRow {
  readonly cause: Bilingual
  readonly event: Bilingual
  readonly consequence: Bilingual
  readonly treatment: Risk['treatment']
  readonly identifiedOn: Day | null
  readonly targetOn: Day | null
  readonly systemNames: readonly { readonly code: string; readonly name: Bilingual }[]
  readonly controls: Capped<{
    readonly code: string
    readonly name: Bilingual
    readonly key: boolean
    readonly status: ControlStatus
    readonly evidence: EvidenceState
  }>
  readonly actions: Capped<{
    readonly code: string
    readonly name: Bilingual
    readonly owner: Bilingual | null
    readonly dueOn: Day | null
    readonly state: Action['state']
  }>
}
export interface AnnexExtractPage extends Page<'annexExtract'> {
  readonly systems: Figure<Capped<SystemExtractRow>>
  readonly risks: Figure<Capped<RiskRow>>
}
export interface SystemExtractRow {
  readonly code: string
  readonly name: Bilingual
  readonly tier: Tier | null
  readonly lifecycle: Lifecycle
  readonly unit: Bilingual | null
  readonly executive: Answerer
}
export interface DigestRow {
  readonly key: string
  readonly label: Statement
  /** As printed; `digest` values are 64 hexadecimal digits. */
  readonly value: string | Statement
  readonly kind: 'text' | 'digest'
}
