/** What happened in the sample's past, one use case at a time: records are named by their key or code, all days are known. */
import type { AppetiteInput, ThresholdInput } from '../organisation.ts'
import type { DataCheckId } from '#shared/domain/privacy/check-catalogue.ts'
import type { CheckFinding } from '#shared/domain/privacy/data-use.ts'
import type { DpiaStep, ScreeningReason, screeningOutcomes } from '#shared/domain/privacy/dpia.ts'
import type { LegalBasis } from '#shared/domain/privacy/legal-basis.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Stage } from '#shared/domain/risk.ts'
import type { Impacts } from '#shared/domain/scoring.ts'
import type { Lifecycle } from '#shared/domain/system.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import type { BreachAnswer } from '#shared/domain/incident/incident.ts'
import type { ProfileInput } from '../jurisdiction/profiles.ts'
import type { AccountInput } from '../readiness/outward-accounts.ts'
import type { ReadinessInput } from '../readiness/priorities.ts'
import type { FollowThrough } from '#shared/domain/decision/decision.ts'
import type { OutcomeInput } from '../decision/decisions.ts'
import type { EnforcementInput } from '../incident/enforcements.ts'
import type { IncidentInput, MomentsInput } from '../incident/incidents.ts'
import type { NewRecord } from '../store/change.ts'

/** A post or a person by its key. */
export interface SampleHolder {
  readonly post: string | null
  readonly person: string | null
}

/** A record's fields, its references named by key or code instead of id. */
type Named<Fields, References extends keyof Fields> = Omit<Fields, References>

export interface SampleSystem {
  readonly code: string
  readonly fields: Named<
    NewRecord<'system'>,
    | 'unitId'
    | 'dependsOnIds'
    | 'lifecycle'
    | 'sourceKey'
    | 'sourceNotes'
    | 'importId'
    | 'freeFields'
    | 'surchargeNote'
    | 'surchargeOwnerId'
    | 'surchargeOn'
  >
  readonly unit: string
  readonly dependsOn: readonly string[]
  readonly lifecycle: Lifecycle
}

interface SampleLinks {
  readonly systems?: readonly string[]
  readonly risks?: readonly string[]
  readonly controls?: readonly string[]
}

/** A step of a finding: by whom, on what day, in which words. */
interface SampleStep {
  readonly code: string
  readonly by: string
  readonly on: Day
  readonly text: string
}

/** Fields that were changed later, without a verb of their own. */
export type SampleEdit =
  | {
      readonly noun: 'system'
      readonly patch: Partial<Pick<RecordOf<'system'>, 'nextReviewOn' | 'tier' | 'personalData'>>
    }
  | { readonly noun: 'risk'; readonly patch: Partial<Pick<RecordOf<'risk'>, 'nextReviewOn' | 'treatment'>> }
  | { readonly noun: 'control'; readonly patch: Partial<Pick<RecordOf<'control'>, 'design'>> }
  | { readonly noun: 'action'; readonly patch: Record<string, never> }

type DataUseValues = Pick<NewRecord<'dataUse'>, 'name'> & {
  readonly [F in keyof NewRecord<'dataUse'>]?: NewRecord<'dataUse'>[F] | undefined
}

export type SampleAct =
  | { readonly act: 'newRegister'; readonly name: Bilingual; readonly from: Day }
  | {
      readonly act: 'organisation'
      readonly patch: Pick<RecordOf<'organisation'>, 'entityCode' | 'fiscalStartMonth' | 'timeZone' | 'classification'>
    }
  | { readonly act: 'scale'; readonly approver: string; readonly values: Named<NewRecord<'scale'>, 'approverPersonId'> }
  | {
      readonly act: 'appetite'
      readonly approver: string | null
      readonly values: Named<AppetiteInput, 'approverPersonId'>
    }
  | {
      readonly act: 'threshold'
      readonly approver: string | null
      readonly owner: string
      readonly values: Named<ThresholdInput, 'approverPersonId' | 'ownerPostId'>
    }
  | {
      readonly act: 'unit'
      readonly key: string
      readonly parent: string | null
      readonly successor: string | null
      readonly values: Named<NewRecord<'unit'>, 'parentId' | 'successorId'>
    }
  | {
      readonly act: 'person'
      readonly key: string
      readonly unit: string
      readonly values: Named<NewRecord<'person'>, 'unitId'>
    }
  | {
      readonly act: 'post'
      readonly key: string
      readonly unit: string
      readonly reportsTo: string | null
      readonly overseenBy: string | null
      readonly values: Named<NewRecord<'post'>, 'unitId' | 'reportsToId' | 'overseenById'>
    }
  | {
      readonly act: 'startTerm'
      readonly post: string
      readonly person: string
      readonly capacity: 'holder' | 'deputy'
      readonly from: Day
      readonly to: Day | null
    }
  | {
      readonly act: 'endTerm'
      readonly post: string
      readonly person: string
      readonly to: Day
      readonly reason: string
    }
  | {
      readonly act: 'handOver'
      readonly person: string
      readonly to: string
      readonly effective: Day
      readonly reason: string
    }
  | {
      readonly act: 'intake'
      readonly code: string
      readonly requester: string
      readonly foundBy: string | null
      readonly unit: string
      readonly values: Pick<
        NewRecord<'intake'>,
        'name' | 'origin' | 'purpose' | 'service' | 'kind' | 'data' | 'affected' | 'autonomy' | 'effect' | 'inUse'
      > & { readonly receivedOn: Day }
    }
  | {
      readonly act: 'decideIntake'
      readonly code: string
      readonly as: 'returned' | 'rejected'
      readonly reason: string
    }
  /** The stocktaking: all systems of one file, at the stage that the file states. */
  | { readonly act: 'inventory'; readonly fileName: string; readonly systems: readonly SampleSystem[] }
  | { readonly act: 'system'; readonly system: SampleSystem }
  | {
      readonly act: 'assign'
      readonly role: RecordOf<'assignment'>['role']
      readonly subject: RecordOf<'assignment'>['subject']
      readonly code: string
      readonly holder: SampleHolder
      readonly from: Day | null
    }
  | { readonly act: 'lifecycle'; readonly code: string; readonly to: Lifecycle; readonly reason: string }
  | ({ readonly act: 'edit'; readonly code: string; readonly links?: SampleLinks } & SampleEdit)
  | {
      readonly act: 'risk'
      readonly code: string
      readonly systems: readonly string[]
      readonly values: Named<NewRecord<'risk'>, 'systemIds' | 'status' | 'closedOn' | 'closedReason'>
    }
  | {
      /** By whoever owns the risk on that day. */
      readonly act: 'assess'
      readonly code: string
      readonly stage: Stage
      readonly likelihood: number
      readonly impacts: Impacts
      readonly on: Day
      readonly confidence: NonNullable<RecordOf<'assessment'>['confidence']>
      readonly rationale: string | null
    }
  | { readonly act: 'closeRisk'; readonly code: string; readonly reason: string }
  | {
      readonly act: 'accept'
      readonly code: string
      readonly kind: RecordOf<'acceptance'>['kind']
      readonly subject: 'risk' | 'control'
      readonly subjectCode: string
      readonly post: string
      readonly from: Day
      readonly to: Day
      readonly reason: string
      readonly renews: string | null
    }
  | { readonly act: 'endAcceptance'; readonly code: string; readonly on: Day; readonly reason: string }
  | {
      readonly act: 'control'
      readonly code: string
      readonly risks: readonly string[]
      readonly systems: readonly string[]
      readonly values: Named<NewRecord<'control'>, 'riskIds' | 'systemIds' | 'notApplicable'>
    }
  | {
      readonly act: 'test'
      readonly code: string
      readonly by: string
      readonly values: Named<NewRecord<'controlTest'>, 'controlId' | 'testerId'>
    }
  | {
      readonly act: 'notApplicable'
      readonly code: string
      readonly approver: string
      readonly on: Day
      readonly reason: string
    }
  | {
      readonly act: 'evidence'
      readonly file: { readonly name: string; readonly text: string } | null
      readonly code: string
      readonly controls: readonly string[]
      readonly values: Named<
        NewRecord<'evidence'>,
        | 'controlIds'
        | 'fileName'
        | 'fileBytes'
        | 'fileSha256'
        | 'acceptedOn'
        | 'accepterId'
        | 'acceptedNote'
        | 'acceptedContent'
      >
    }
  | {
      readonly act: 'acceptEvidence'
      readonly code: string
      readonly by: string
      readonly on: Day
      readonly note: string
    }
  | {
      readonly act: 'action'
      readonly code: string
      readonly owner: string | null
      readonly name: Bilingual
      readonly due: Day | null
      readonly links: Required<SampleLinks>
    }
  | { readonly act: 'moveDueDate'; readonly code: string; readonly to: Day; readonly reason: string }
  | { readonly act: 'complete'; readonly code: string; readonly on: Day }
  | { readonly act: 'verify'; readonly code: string; readonly on: Day; readonly by: string }
  | {
      readonly act: 'attest'
      readonly code: string
      readonly post: string
      readonly on: Day
      readonly note: string | null
    }
  | {
      readonly act: 'campaign'
      readonly key: string
      readonly name: Bilingual
      readonly from: Day
      readonly dueOn: Day
      readonly posts: readonly string[]
      readonly notes: string | null
    }
  /** The holder of the post confirms all of it, on the day of the entry. */
  | { readonly act: 'signSheet'; readonly post: string; readonly campaign: string; readonly note: string | null }
  | { readonly act: 'adopt'; readonly pack: { readonly id: string; readonly version: string } }
  | {
      /** Of the systems, else of the company. */
      readonly act: 'answer'
      readonly items: readonly string[]
      readonly systems: readonly string[]
      readonly state: NonNullable<RecordOf<'requirementAnswer'>['state']>
      readonly note: string | null
      readonly owner: string | null
      readonly dueOn: Day | null
    }
  | {
      readonly act: 'requirementNotApplicable'
      readonly items: readonly string[]
      readonly systems: readonly string[]
      readonly approver: string
      readonly reason: string
    }
  /** By and to a post, with whoever held it on the day. */
  | {
      readonly act: 'direction'
      readonly code: string
      readonly by: string | null
      readonly to: string | null
      readonly values: Pick<
        NewRecord<'direction'>,
        | 'side'
        | 'item'
        | 'name'
        | 'instruction'
        | 'givenOn'
        | 'reference'
        | 'reportDueOn'
        | 'reportedOn'
        | 'report'
        | 'maturity'
        | 'maturityOn'
        | 'grounds'
        | 'nextReviewOn'
      >
    }
  | { readonly act: 'takeInHorizon' }
  | { readonly act: 'ownRules'; readonly events: readonly string[]; readonly person: string; readonly post: string }
  | { readonly act: 'dateRule'; readonly event: string; readonly dueOn: Day }
  | {
      /** The systems are those that the horizon proposes for certain. */
      readonly act: 'assessRules'
      readonly events: readonly string[]
      readonly by: string
      readonly on: Day
      readonly outcome: NonNullable<RecordOf<'ruleAssessment'>['outcome']>
      readonly meaning: RecordOf<'ruleAssessment'>['meaning']
    }
  | {
      readonly act: 'foundRule'
      readonly person: string
      readonly post: string
      readonly values: Pick<NewRecord<'ruleAssessment'>, 'name' | 'eventDay' | 'dayKind' | 'dueOn' | 'notes'>
    }
  | {
      readonly act: 'policy'
      readonly code: string
      readonly owner: string
      readonly supersedes: string | null
      readonly values: Pick<
        NewRecord<'policy'>,
        'name' | 'description' | 'appliesTo' | 'edition' | 'location' | 'from' | 'nextReviewOn'
      >
    }
  | {
      readonly act: 'approvePolicy'
      readonly code: string
      readonly by: string
      readonly on: Day
      readonly from: Day
      readonly text: string
    }
  | {
      readonly act: 'training'
      readonly code: string
      readonly policy: string
      readonly owner: string
      readonly units: readonly string[]
      readonly people: readonly string[]
      readonly values: Pick<
        NewRecord<'training'>,
        'name' | 'description' | 'postKinds' | 'roles' | 'cycleMonths' | 'from'
      >
    }
  | {
      readonly act: 'completions'
      readonly code: string
      readonly people: readonly string[]
      readonly on: Day
      readonly reference: string
    }
  | {
      readonly act: 'finding'
      readonly code: string
      readonly ownerPost: string
      readonly owner: string | null
      readonly links: Required<SampleLinks>
      readonly values: Pick<
        NewRecord<'finding'>,
        | 'name'
        | 'rating'
        | 'description'
        | 'rootCause'
        | 'recommendation'
        | 'audit'
        | 'auditor'
        | 'reportedOn'
        | 'dueOn'
        | 'requirementIds'
      >
    }
  | ({ readonly act: 'respond'; readonly as: NonNullable<RecordOf<'finding'>['response']> } & SampleStep)
  | { readonly act: 'moveFinding'; readonly code: string; readonly to: Day; readonly reason: string }
  | ({ readonly act: 'implement' } & SampleStep)
  | ({ readonly act: 'verifyFinding' } & SampleStep)
  | {
      readonly act: 'observation'
      readonly code: string
      readonly system: string
      readonly values: Named<NewRecord<'observation'>, 'systemId' | 'waivers' | 'periodFrom' | 'periodTo' | 'notes'>
    }
  | {
      readonly act: 'waive'
      readonly code: string
      readonly risks: readonly string[]
      readonly by: string
      readonly reason: string
    }
  | {
      readonly act: 'vendor'
      readonly code: string
      readonly post: string
      readonly owner: string | null
      readonly values: Pick<
        NewRecord<'vendor'>,
        | 'name'
        | 'reading'
        | 'country'
        | 'group'
        | 'tier'
        | 'contacts'
        | 'subProcessors'
        | 'nextReviewOn'
        | 'security'
        | 'securityOn'
        | 'finance'
        | 'financeOn'
      >
    }
  | {
      readonly act: 'supply'
      readonly vendor: string
      readonly system: string
      readonly values: Pick<NewRecord<'supply'>, 'kinds' | 'product' | 'from' | 'to'>
    }
  | {
      readonly act: 'contract'
      readonly code: string
      readonly vendor: string
      readonly systems: readonly string[]
      readonly post: string
      readonly owner: string | null
      readonly legal: string | null
      readonly values: Omit<
        NewRecord<'contract'>,
        'vendorId' | 'systemIds' | 'evidenceIds' | 'ownerPostId' | 'ownerId' | 'legalReviewerId' | 'notes'
      >
    }
  | {
      readonly act: 'answerVendor'
      readonly vendor: string
      readonly by: string
      readonly source: RecordOf<'vendorAnswer'>['source']
      readonly answeredOn: Day
      readonly answers: readonly {
        readonly point: string
        readonly answer: RecordOf<'vendorAnswer'>['answer']
        readonly text: string | null
      }[]
    }
  /** A text of a contract read on one day: started, found point by point, and completed where nothing was left. */
  | {
      readonly act: 'readContract'
      readonly contract: string
      readonly code: string
      readonly edition: string
      readonly reader: string
      /** Every other point that is asked was in order. */
      readonly rest: boolean
      readonly complete: boolean
      readonly terms: Pick<
        NewRecord<'contractReading'>,
        'trainingUse' | 'liabilityCap' | 'liabilityCapValue' | 'incidentNoticeHours'
      >
      readonly findings: readonly {
        readonly point: string
        readonly owner: string | null
        readonly accepter: string | null
        readonly risks: readonly string[]
        readonly actions: readonly string[]
        readonly values: Pick<
          NewRecord<'pointAnswer'>,
          'finding' | 'clause' | 'quotation' | 'reason' | 'position' | 'agreedText' | 'dueOn' | 'acceptedUntil'
        >
      }[]
    }
  | {
      readonly act: 'checkPoint'
      readonly code: string
      readonly values: Pick<
        NewRecord<'checkPoint'>,
        'name' | 'subject' | 'replaces' | 'element' | 'head' | 'weight' | 'matter' | 'from'
      >
    }
  | {
      readonly act: 'incident'
      readonly code: string
      readonly ownerPost: string
      readonly owner: string
      readonly links: Required<SampleLinks>
      readonly values: Omit<
        IncidentInput,
        | 'systemIds'
        | 'riskIds'
        | 'controlIds'
        | 'vendorIds'
        | 'contractIds'
        | 'actionIds'
        | 'evidenceIds'
        | 'ownerPostId'
        | 'ownerId'
        | 'occurredAt'
        | 'detectedAt'
        | 'learnedAt'
        | 'learnedZone'
        | 'vendorLearnedAt'
        | 'vendorToldAt'
      >
      /** As a person writes them, in the register's zone. */
      readonly moments: Pick<MomentsInput, 'occurredAt' | 'detectedAt' | 'learnedAt'>
    }
  | {
      readonly act: 'judgeIncident'
      readonly code: string
      readonly by: string
      readonly text: string
      readonly answers: readonly BreachAnswer[]
    }
  | {
      readonly act: 'reportIncident'
      readonly code: string
      readonly kind: RecordOf<'incidentReport'>['kind']
      readonly at: string
      readonly to: string
      readonly reference: string
      readonly by: string
    }
  | { readonly act: 'resolveIncident'; readonly code: string; readonly at: string }
  | ({ readonly act: 'closeIncident' } & SampleStep)
  | {
      readonly act: 'enforcement'
      readonly code: string
      readonly ownerPost: string
      readonly owner: string
      readonly systems: readonly string[]
      readonly incident: string | null
      readonly values: Omit<
        EnforcementInput,
        'systemIds' | 'incidentId' | 'ownerPostId' | 'ownerId' | 'actionIds' | 'evidenceIds'
      >
    }
  | {
      readonly act: 'surchargeNote'
      readonly code: string
      readonly owner: string
      readonly on: Day
      readonly note: Bilingual
    }
  | {
      readonly act: 'consent'
      readonly code: string
      readonly values: Pick<
        NewRecord<'consent'>,
        'name' | 'wording' | 'edition' | 'from' | 'channel' | 'scope' | 'withdrawalWay'
      >
    }
  | {
      readonly act: 'dataUse'
      readonly code: string
      readonly system: string
      readonly consents: readonly string[]
      readonly contracts: readonly string[]
      readonly on: Day
      readonly basis: LegalBasis | null
      readonly grounds: string | null
      readonly findings: readonly {
        readonly checkId: DataCheckId
        readonly finding: CheckFinding
        readonly grounds: string | null
      }[]
      readonly values: DataUseValues
    }
  /** The countries in which its data are handled change. */
  | { readonly act: 'moveUse'; readonly code: string; readonly countries: readonly string[] }
  | {
      readonly act: 'dpia'
      readonly code: string
      readonly system: string
      readonly values: Pick<NewRecord<'dpia'>, 'name' | 'wantedOn'>
    }
  | {
      readonly act: 'dpiaStep'
      readonly code: string
      readonly step: DpiaStep
      readonly on: Day
      readonly text: string
      readonly outcome: (typeof screeningOutcomes)[number]
      readonly reasons: readonly ScreeningReason[]
      readonly risks: readonly string[]
      readonly actions: readonly string[]
    }
  | {
      readonly act: 'dpiaApproval'
      readonly code: string
      readonly on: Day
      readonly approver: string
      readonly validUntil: Day
      readonly text: string
    }
  | {
      readonly act: 'deidentification'
      readonly code: string
      readonly system: string
      readonly use: string
      readonly tester: string | null
      readonly values: Pick<
        NewRecord<'deidentification'>,
        'name' | 'technique' | 'parameters' | 'doneOn' | 'testMethod' | 'testedOn' | 'residual' | 'residualText'
      >
    }
  | {
      readonly act: 'jurisdictionProfile'
      readonly system: string
      readonly owner: string
      readonly judgedBy: string | null
      readonly countries: readonly string[] | null
      readonly values: Omit<ProfileInput, 'systemId' | 'ownerId' | 'judgedById'>
    }
  | ({ readonly act: 'priority'; readonly post: string } & Omit<ReadinessInput, 'ownerPostId'>)
  | { readonly act: 'outwardAccount'; readonly code: string; readonly values: AccountInput }
  | {
      readonly act: 'meeting'
      readonly code: string
      readonly attendees: readonly string[]
      readonly values: Pick<NewRecord<'meeting'>, 'name' | 'body' | 'on' | 'packDeadline'>
    }
  | {
      readonly act: 'preparation'
      /** Of the meeting. */
      readonly code: string
      readonly name: Bilingual
      readonly post: string
      readonly dueOn: Day
      readonly doneOn: Day | null
      readonly who: string | null
    }
  | {
      readonly act: 'decision'
      readonly code: string
      readonly meeting: string
      readonly ownerPost: string
      readonly owner: string
      readonly links: { readonly systems: readonly string[]; readonly risks: readonly string[] }
      readonly values: Pick<
        NewRecord<'decision'>,
        | 'name'
        | 'kind'
        | 'body'
        | 'ask'
        | 'options'
        | 'recommendation'
        | 'delayConsequence'
        | 'dueOn'
        | 'kriIds'
        | 'ringiNumber'
      >
    }
  | { readonly act: 'decideOutcome'; readonly code: string; readonly outcome: OutcomeInput }
  | {
      readonly act: 'followThrough'
      readonly code: string
      readonly state: FollowThrough
      readonly on: Day
      readonly text: string
    }
  | { readonly act: 'lock'; readonly asOf: Day; readonly cutOff: Day }

export type SampleActName = SampleAct['act']

/** An act on the day on which it was recorded. */
export interface SampleEntry {
  readonly day: Day
  readonly act: SampleAct
}

/** Acts of one day happen in this order: what is named by others comes first, the lock last. */
export const orderOfDay: readonly SampleActName[] = [
  'newRegister',
  'organisation',
  'unit',
  'person',
  'post',
  'startTerm',
  'endTerm',
  'scale',
  'appetite',
  'threshold',
  'inventory',
  'system',
  'risk',
  'control',
  'assign',
  'lifecycle',
  'assess',
  'edit',
  'closeRisk',
  'endAcceptance',
  'accept',
  'test',
  'evidence',
  'acceptEvidence',
  'notApplicable',
  'action',
  'moveDueDate',
  'complete',
  'verify',
  'attest',
  'campaign',
  'signSheet',
  'handOver',
  'intake',
  'decideIntake',
  'adopt',
  'answer',
  'requirementNotApplicable',
  'direction',
  'policy',
  'approvePolicy',
  'training',
  'completions',
  'finding',
  'respond',
  'moveFinding',
  'takeInHorizon',
  'ownRules',
  'dateRule',
  'assessRules',
  'foundRule',
  'implement',
  'verifyFinding',
  'observation',
  'waive',
  'vendor',
  'supply',
  'contract',
  'readContract',
  'checkPoint',
  'incident',
  'judgeIncident',
  'reportIncident',
  'resolveIncident',
  'closeIncident',
  'enforcement',
  'surchargeNote',
  'jurisdictionProfile',
  'priority',
  'outwardAccount',
  'answerVendor',
  'consent',
  'dataUse',
  'moveUse',
  'dpia',
  'dpiaStep',
  'dpiaApproval',
  'deidentification',
  'meeting',
  'preparation',
  'decision',
  'decideOutcome',
  'followThrough',
  'lock',
]
