/**
 * What the figures are computed from: the least that they read of each record. A whole `RegisterState` satisfies it, and so
 * does a slim projection read from the database, in which a text that is only asked for being filled may be any other
 * non-empty text, or the names of the blank counted fields are given in `missing`.
 */
import type { Assignment, Attestation, Person, Post, Term, Unit } from '../accountability.ts'
import type { Action } from '../action.ts'
import type { Control, ControlTest, Evidence, EvidenceProof } from '../control.ts'
import type { Decision } from '../decision/decision.ts'
import type { Meeting, Preparation } from '../decision/meeting.ts'
import type { Direction } from '../direction.ts'
import type { HorizonPackRecord, RuleAssessmentFacts } from '../horizon/rule-assessment.ts'
import type { FindingFacts } from '../finding.ts'
import type { Enforcement, Incident, IncidentReport } from '../incident/incident.ts'
import type { IntakeFacts } from '../intake.ts'
import type { ObservationFacts } from '../observation.ts'
import type { Appetite, Organisation, Scale, Threshold } from '../organisation.ts'
import type { PolicyFacts } from '../policy.ts'
import type { Consent, DataCheck, DataUse } from '../privacy/data-use.ts'
import type { Deidentification } from '../privacy/deidentification.ts'
import type { Dpia } from '../privacy/dpia.ts'
import type { UsualDays } from '../privacy/lead-time.ts'
import type { JurisdictionProfile } from '../jurisdiction/jurisdiction-profile.ts'
import type { OutwardAccount } from '../readiness/outward-account.ts'
import type { ReadinessItem } from '../readiness/readiness-item.ts'
import type { Acceptance, Assessment, Risk } from '../risk.ts'
import type { System } from '../system.ts'
import type { CompletionFacts, TrainingFacts } from '../training.ts'
import type { AiContract } from '../third-party/ai-contract.ts'
import type { CheckPoint } from '../third-party/check-point.ts'
import type { ContractReading, PointAnswer } from '../third-party/contract-reading.ts'
import type { Supply, Vendor, VendorAnswer } from '../third-party/vendor.ts'

/** Names of the counted fields (`fields.ts`) that are blank, where the reader has already found out. */
interface KnownGaps {
  readonly missing?: readonly string[]
}
type Rows<Row> = readonly Readonly<Row>[]

export type ScaleFacts = Readonly<Pick<Scale, 'id' | 'withdrawn' | 'from' | 'to' | 'bandTable'>>
export type AppetiteFacts = Readonly<
  Pick<
    Appetite,
    'withdrawn' | 'category' | 'appetite' | 'tolerance' | 'from' | 'to' | 'approverPersonId' | 'approvedOn'
  >
>
export type ThresholdFacts = Readonly<
  Pick<Threshold, 'withdrawn' | 'kri' | 'appetite' | 'tolerance' | 'from' | 'to' | 'approverPersonId' | 'approvedOn'>
>
export type UnitFacts = Readonly<
  Pick<Unit, 'id' | 'code' | 'withdrawn' | 'name' | 'parentId' | 'from' | 'to' | 'successorId' | 'sectors'>
>
export type PersonFacts = Readonly<Pick<Person, 'id' | 'code' | 'withdrawn' | 'name'>> &
  Readonly<Partial<Pick<Person, 'unitId'>>>
export type PostFacts = Readonly<
  Pick<Post, 'id' | 'code' | 'withdrawn' | 'name' | 'kind' | 'unitId' | 'reportsToId' | 'overseenById' | 'from' | 'to'>
>
export type SystemFacts = Readonly<
  Pick<System, 'id' | 'code' | 'withdrawn' | 'lifecycle' | 'tier' | 'unitId' | 'personalData' | 'nextReviewOn'>
> &
  Readonly<
    Partial<
      Pick<
        System,
        | 'name'
        | 'purpose'
        | 'kind'
        | 'roles'
        | 'humanOversight'
        | 'dependsOnIds'
        | 'writeAccess'
        | 'model'
        | 'vendor'
        | 'goLiveOn'
      >
    > & { readonly jurisdictions: readonly string[] }
  > &
  KnownGaps
export type RiskFacts = Readonly<
  Pick<
    Risk,
    'id' | 'code' | 'withdrawn' | 'name' | 'category' | 'status' | 'closedOn' | 'identifiedOn' | 'nextReviewOn'
  >
> &
  Readonly<Partial<Pick<Risk, 'cause' | 'event' | 'consequence' | 'treatment' | 'onset'>>> & {
    readonly systemIds: readonly string[]
  } & KnownGaps
export type ControlFacts = Readonly<
  Pick<
    Control,
    'id' | 'code' | 'withdrawn' | 'name' | 'domain' | 'weight' | 'design' | 'notApplicable' | 'purposes' | 'testMonths'
  >
> &
  Readonly<Partial<Pick<Control, 'nextReviewOn' | 'requirementIds'>>> & {
    readonly riskIds: readonly string[]
    readonly systemIds: readonly string[]
  } & KnownGaps
export type EvidenceFacts = Readonly<Pick<Evidence, 'id' | 'code' | 'withdrawn' | 'obtainedOn' | 'validUntil'>> &
  Readonly<EvidenceProof> &
  Readonly<Partial<Pick<Evidence, 'name'>>> & {
    readonly controlIds: readonly string[]
  }
export type ActionFacts = Readonly<
  Pick<Action, 'id' | 'code' | 'withdrawn' | 'name' | 'ownerId' | 'dueOn' | 'state' | 'verifiedOn'>
> &
  Readonly<Partial<Pick<Action, 'doneOn'>>> & {
    readonly slips: readonly Readonly<Pick<Action['slips'][number], 'from' | 'to' | 'on'>>[]
    readonly systemIds: readonly string[]
    readonly riskIds: readonly string[]
    readonly controlIds: readonly string[]
  } & KnownGaps
export type AcceptanceFacts = Readonly<
  Pick<
    Acceptance,
    | 'id'
    | 'code'
    | 'withdrawn'
    | 'kind'
    | 'subject'
    | 'subjectId'
    | 'postId'
    | 'personId'
    | 'from'
    | 'to'
    | 'endedOn'
    | 'renewsId'
    | 'likelihood'
    | 'impact'
  >
>
export type AssessmentFacts = Readonly<
  Pick<Assessment, 'id' | 'withdrawn' | 'riskId' | 'stage' | 'likelihood' | 'impact' | 'scaleId' | 'on'>
> &
  Readonly<Partial<Pick<Assessment, 'rationale'>>>

export interface FigureInput {
  /** Whose days moments are counted in, Japan's where it is not said; and its usual durations, else those of a new register. */
  readonly organisation?: Readonly<Pick<Organisation, 'timeZone'> & Partial<UsualDays>>
  readonly scales: readonly ScaleFacts[]
  readonly appetites: readonly AppetiteFacts[]
  readonly thresholds: readonly ThresholdFacts[]
  readonly units: readonly UnitFacts[]
  readonly people: readonly PersonFacts[]
  readonly posts: readonly PostFacts[]
  readonly terms: Rows<Pick<Term, 'withdrawn' | 'postId' | 'personId' | 'capacity' | 'from' | 'to'>>
  readonly systems: readonly SystemFacts[]
  readonly assignments: Rows<
    Pick<Assignment, 'withdrawn' | 'role' | 'subject' | 'subjectId' | 'postId' | 'personId' | 'from' | 'to'>
  >
  readonly attestations: Rows<Pick<Attestation, 'withdrawn' | 'systemId' | 'on'>>
  readonly risks: readonly RiskFacts[]
  readonly assessments: readonly AssessmentFacts[]
  readonly acceptances: readonly AcceptanceFacts[]
  readonly controls: readonly ControlFacts[]
  readonly controlTests: Rows<
    Pick<ControlTest, 'withdrawn' | 'controlId' | 'on' | 'result' | 'validUntil' | 'sampleSize' | 'passed'>
  >
  readonly evidence: readonly EvidenceFacts[]
  readonly actions: readonly ActionFacts[]
  readonly intakes: readonly IntakeFacts[]
  readonly directions: Rows<Direction>
  readonly findings: readonly FindingFacts[]
  readonly observations: readonly ObservationFacts[]
  readonly horizonPacks: Rows<Pick<HorizonPackRecord, 'withdrawn' | 'asOf' | 'content'>>
  readonly ruleAssessments: readonly RuleAssessmentFacts[]
  readonly policies: readonly PolicyFacts[]
  readonly trainings: readonly TrainingFacts[]
  readonly trainingCompletions: readonly CompletionFacts[]
  readonly incidents: Rows<Incident>
  readonly incidentReports: Rows<IncidentReport>
  readonly enforcements: Rows<Enforcement>
  readonly vendors: Rows<Vendor>
  readonly supplies: Rows<Supply>
  readonly vendorAnswers: Rows<VendorAnswer>
  readonly contracts: Rows<AiContract>
  readonly contractReadings: Rows<ContractReading>
  readonly pointAnswers: Rows<PointAnswer>
  readonly checkPoints: Rows<CheckPoint>
  readonly dataUses: Rows<DataUse>
  readonly consents: Rows<Consent>
  readonly dataChecks: Rows<DataCheck>
  readonly dpias: Rows<Dpia>
  readonly deidentifications: Rows<Deidentification>
  readonly decisions: Rows<Decision>
  readonly meetings: Rows<Meeting>
  readonly preparations: Rows<Preparation>
  readonly jurisdictionProfiles: Rows<JurisdictionProfile>
  readonly outwardAccounts: Rows<OutwardAccount>
  readonly readinessItems: Rows<ReadinessItem>
}
