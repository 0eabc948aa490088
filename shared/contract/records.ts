/** The operations that every coded noun has in the same form: list, get, create, update, withdraw. More of lists: list.ts. */
import { z } from 'zod'
import type { Holding } from '#shared/domain/accountability.ts'
import { fields } from '#shared/domain/fields.ts'
import type { MaturityOn } from '#shared/domain/direction.ts'
import type { ControlStatus, EvidenceForm, EvidenceStanding, Operation } from '#shared/domain/control.ts'
import type { DecisionStanding } from '#shared/domain/decision/decision-standing.ts'
import type { BreachOn } from '#shared/domain/incident/breach-standing.ts'
import type { VendorNotice } from '#shared/domain/incident/vendor-notice.ts'
import type { Triage } from '#shared/domain/intake.ts'
import type { ControlProof } from '#shared/domain/metrics/evidenced-level.ts'
import type { Reopening } from '#shared/domain/metrics/reopening.ts'
import type { RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import type { AssessmentStanding } from '#shared/domain/horizon/rule-assessment.ts'
import type { PolicyStanding } from '#shared/domain/policy.ts'
import type { AppiGap } from '#shared/domain/third-party/appi-answers.ts'
import type {
  ContractCover,
  ContractStanding,
  ReadingState,
  TermDuty,
} from '#shared/domain/third-party/contract-standing.ts'
import type { StandingAge } from '#shared/domain/third-party/vendor-review.ts'
import type { AccountStanding } from '#shared/domain/readiness/outward-account.ts'
import type { DpiaStanding } from '#shared/domain/privacy/privacy-on.ts'
import { type CodedNoun, nounSchemas, type RecordOf } from '#shared/domain/nouns.ts'
import { operation, idInput, type Label, type Labels, longWork, type Related, type, typed, versioned } from './base.ts'
import { type ChangedMany, mostRecordsAtOnce, pasteInput, type PasteResult } from './batch.ts'
import { listInput, type ListResult } from './list.ts'

/** What a list shows of a record beside its own fields, computed for today. */
export interface Derived {
  system: {
    readonly executive: Holding
    readonly owner: Holding
    readonly highest: RiskPosition | null
    readonly risks: number
    /** The open risks whose assessment has been reopened, by what and since when. */
    readonly reopened: readonly { readonly riskId: string; readonly reopening: Reopening }[]
    /** Who supplies it today, and the contracts over it that have not ended. */
    readonly supply: {
      readonly vendorIds: readonly string[]
      readonly cover: ContractCover
      readonly contracts: readonly Derived['contract'][]
    }
  }
  risk: { readonly owner: Holding; readonly position: RiskPosition | null }
  control: {
    readonly owner: Holding
    readonly operation: Operation
    readonly status: ControlStatus
    readonly testedOn: string | null
    /** Null: never tested, or found ineffective: then it is owed at once. */
    readonly nextTestOn: string | null
    readonly evidenceUntil: string | null
  }
  action: { readonly daysOverdue: number | null }
  post: { readonly holding: Holding; readonly systems: number }
  person: { readonly postIds: readonly string[] }
  unit: { readonly systems: number }
  evidence: { readonly expired: boolean; readonly form: EvidenceForm; readonly standing: EvidenceStanding }
  acceptance: {
    readonly state: 'active' | 'expired' | 'ended' | 'future'
    readonly reliedOn: boolean
    readonly stale: boolean
    /** Stale since an observation has reopened the assessment of the risk. */
    readonly reopened: boolean
  }
  /** What the answers of today come to. */
  intake: { readonly triage: Triage }
  direction: { readonly overdue: number | null; readonly maturity: MaturityOn }
  finding: { readonly daysOverdue: number | null }
  /** The risks that are to be assessed again for it. */
  observation: { readonly reopens: boolean; readonly riskIds: readonly string[] }
  policy: { readonly standing: PolicyStanding }
  /** Overdue by the 30 days of the figure; the last day on which it is assessed in time, where the day is fixed. */
  ruleAssessment: { readonly standing: AssessmentStanding; readonly by: string | null }
  /** People of whom it is required today, those who have done it, and those whose completion has run out. */
  training: { readonly required: number; readonly done: number; readonly expired: number }
  vendor: {
    readonly systems: number
    readonly contracts: readonly Derived['contract'][]
    readonly security: StandingAge
    readonly finance: StandingAge
  }
  contract: {
    /** Null: it is withdrawn. */
    readonly contractId: string | null
    readonly standing: ContractStanding
    /** The end of the term that runs, renewals counted, and the last day for notice. */
    readonly endsOn: string | null
    readonly noticeBy: string | null
    readonly duty: TermDuty | null
    readonly reading: ReadingState
    readonly appi: readonly AppiGap[]
  }
  contractReading: { readonly answered: number }
  checkPoint: { readonly inForce: boolean }
  /** How its reports stand, the earlier ones that it repeats, and whether vendors told us in time. */
  incident: {
    readonly breach: BreachOn | null
    readonly repeatIds: readonly string[]
    readonly notices: readonly VendorNotice[]
    /** In which moments are shown. */
    readonly timeZone: string
  }
  enforcement: { readonly daysOverdue: number | null }
  /** Checks by the law in force: how many are asked, and of how many the finding is a gap or is missing. */
  dataUse: { readonly asked: number; readonly gaps: number; readonly unanswered: number; readonly basis: boolean }
  consent: { readonly uses: number }
  dpia: Omit<DpiaStanding, 'dpia'>
  deidentification: { readonly proven: boolean }
  decision: { readonly standing: DecisionStanding; readonly daysOverdue: number | null }
  /** What is prepared for it and not done yet, and what is asked of it. */
  meeting: { readonly openSteps: number; readonly asked: number }
  jurisdictionProfile: { readonly reviewDue: boolean }
  outwardAccount: { readonly standing: AccountStanding; readonly ready: number }
}

export interface RecordDetail<N extends CodedNoun> {
  readonly record: RecordOf<N>
  readonly derived: Derived[N]
  readonly related: Related
  /** Of a risk: what each linked control carries of its residual level, and why. */
  readonly proofs: readonly ControlProof[]
  /** Of a control: ids of the tests that were made by whoever answered for it on their day. */
  readonly ownTests: readonly string[]
  /** Positions of the risks among `related`, by id. */
  readonly positions: Readonly<Record<string, RiskPosition>>
  readonly labels: Labels
}

type Fields<N extends CodedNoun> = Partial<Omit<RecordOf<N>, 'id' | 'version' | 'withdrawn' | 'code'>>

/** The fields without which a record cannot be stored: `required` in fields.ts, of those that people edit. */
interface RequiredFields {
  system: 'name'
  risk: 'name' | 'category'
  control: 'name' | 'domain' | 'weight' | 'design'
  evidence: 'name' | 'kind'
  action: 'name'
  unit: 'name' | 'kind'
  person: 'name'
  post: 'name' | 'kind'
  acceptance: never
  intake: 'name' | 'origin'
  direction: 'name' | 'side' | 'item'
  finding: 'name' | 'rating'
  observation: 'name' | 'systemId' | 'kind' | 'on'
  policy: 'name'
  training: 'name'
  ruleAssessment: 'name' | 'eventDay' | 'dayKind'
  vendor: 'name'
  contract: 'name' | 'vendorId'
  contractReading: never
  checkPoint: 'name' | 'subject' | 'element' | 'head' | 'weight'
  incident: 'name' | 'kind'
  enforcement: 'name' | 'kind'
  dataUse: 'name' | 'systemId'
  consent: 'name'
  dpia: 'name' | 'systemId'
  deidentification: 'name' | 'systemId' | 'technique'
  decision: 'name' | 'kind' | 'body'
  meeting: 'name' | 'body' | 'on'
  jurisdictionProfile: 'systemId' | 'jurisdiction' | 'inScope'
  outwardAccount: 'name'
}
export type CreateInput<N extends CodedNoun> = Fields<N> & Pick<RecordOf<N>, RequiredFields[N] & keyof RecordOf<N>>

/** The fields that people edit directly, none of them owed but a noun's required ones. */
export function plainSchema(noun: CodedNoun, complete: boolean): z.ZodType {
  const shape: Readonly<Record<string, z.ZodType>> = nounSchemas[noun].shape
  const plain = fields[noun].filter((field) => field.byVerb !== true || (complete && field.atCreation === true))
  return z.strictObject(
    Object.fromEntries(
      plain.map((field) => {
        const schema = shape[field.name] ?? z.never()
        return [field.name, complete && field.required ? schema : schema.optional()]
      }),
    ),
  )
}

export function recordOperations<N extends CodedNoun>(noun: N) {
  const patch = plainSchema(noun, false) as z.ZodType<Fields<N>>
  const complete = plainSchema(noun, true) as z.ZodType<CreateInput<N>>
  return {
    list: operation.input(listInput).output(typed<ListResult<N>>()),
    get: operation.input(idInput).output(typed<RecordDetail<N>>()),
    create: operation.input(complete).output(typed<RecordOf<N>>()),
    update: operation.input(z.object({ ...versioned, patch })).output(typed<RecordOf<N>>()),
    /**
     * The same patch for all records, or one for each, and new records beside them; all or nothing. BATCH_REFUSED names the
     * first record and field that stand in the way.
     */
    updateMany: operation
      .input(
        z.object({
          patch: patch.optional(),
          records: z.array(z.object({ ...versioned, patch: patch.optional() })).max(mostRecordsAtOnce),
          create: z.array(complete).max(mostRecordsAtOnce).optional(),
        }),
      )
      .output(type<ChangedMany>()),
    /** A block of cells as a spreadsheet copies it: first shown, then written in one transaction. */
    paste: operation.input(pasteInput).output(longWork<PasteResult>()),
    /** A copy with a new code: plain fields, links and who answers, but nothing that was decided or signed. */
    duplicate: operation.input(idInput).output(typed<RecordOf<N>>()),
    /** Withdraws records for one reason, all or none. */
    withdrawMany: operation
      .input(z.object({ records: z.array(z.object(versioned)).max(mostRecordsAtOnce), reason: z.string() }))
      .output(type<ChangedMany>()),
    withdraw: operation.input(z.object({ ...versioned, reason: z.string() })).output(typed<RecordOf<N>>()),
  }
}

/** Picking a record by typing. */
export interface Found {
  readonly id: string
  readonly label: Label
}
