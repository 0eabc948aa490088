/** Uses of personal data: recorded, given a basis, checked. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { DataCheckId } from '#shared/domain/privacy/check-catalogue.ts'
import type { CheckFinding } from '#shared/domain/privacy/data-use.ts'
import { basesOn, type BasisOn, type LegalBasis } from '#shared/domain/privacy/legal-basis.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertNotAhead } from '../due-day.ts'
import { horizonInUse } from '../horizon/held-horizon.ts'
import { assertRules } from '../record-rules.ts'
import { asRead, owedIn, updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import { queries } from '../store/query.ts'
import type { Register } from '../store/register-file.ts'

export type DataUseInput = Partial<NewRecord<'dataUse'>> & Pick<NewRecord<'dataUse'>, 'name' | 'systemId'>

const undecided = { basis: null, basisGrounds: null, basisOn: null } as const
const emptyUse: Omit<NewRecord<'dataUse'>, 'name' | 'systemId' | keyof typeof undecided> = {
  personal: 'unknown',
  sensitive: 'unknown',
  under16: 'unknown',
  faceFeatures: 'unknown',
  otherBiometrics: 'unknown',
  pseudonymised: 'unknown',
  anonymised: 'unknown',
  personRelated: 'unknown',
  subjects: null,
  sources: null,
  purpose: { ja: null, en: null },
  notifiedWhere: null,
  notifiedOn: null,
  plannedBasis: null,
  handling: null,
  handlingGrounds: null,
  contractIds: [],
  countries: [],
  crossBorderRoute: null,
  retention: null,
  inputRules: null,
  consentIds: [],
  consentCovers: 'unknown',
  consentGrounds: null,
  consentOn: null,
  agreementFits: 'unknown',
  agreementGrounds: null,
  agreementOn: null,
  plansStatistics: 'unknown',
  wantedOn: null,
  nextReviewOn: null,
  notes: null,
}

export function createDataUse(register: Register, input: DataUseInput): RecordOf<'dataUse'> {
  return register.change({ operation: 'dataUse.create' }, (change) => createDataUseIn(change, input))
}

export function createDataUseIn(change: Change, input: DataUseInput): RecordOf<'dataUse'> {
  const use = change.add('dataUse', { ...emptyUse, ...input, ...undecided })
  assertRules(change, 'dataUse', use)
  return use
}

export function updateDataUse(register: Register, input: UpdateInput<'dataUse'>): RecordOf<'dataUse'> {
  return updateRecord(register, 'dataUse', input)
}

/** Each basis, and whether it can be relied on today. */
export function basesToday(register: Register): readonly BasisOn[] {
  return basesOn(register.today(), horizonInUse(register.read))
}

/**
 * What a use rests on since a day, by the law of that day. The rules of the noun refuse a basis that was not in force then:
 * BASIS_NOT_IN_FORCE.
 */
export function setBasis(
  register: Register,
  input: {
    readonly id: string
    readonly version: number
    readonly basis: LegalBasis
    readonly on: Day
    readonly grounds: string
  },
): RecordOf<'dataUse'> {
  const basisGrounds = owedIn('dataUse', 'basisGrounds', input.grounds)
  return register.change({ operation: 'dataUse.setBasis', reason: basisGrounds }, (change) => {
    const use = standing(change, input)
    assertNotAhead('dataUse', 'basisOn', { on: input.on, today: change.today })
    const after = change.update('dataUse', use, { basis: input.basis, basisGrounds, basisOn: input.on })
    assertRules(change, 'dataUse', after)
    return after
  })
}

function standing(change: Change, input: { readonly id: string; readonly version: number }): RecordOf<'dataUse'> {
  const use = asRead(change, 'dataUse', change.get('dataUse', input.id), input.version)
  if (use.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'dataUse', id: use.id })
  return use
}

export interface AnswerCheck {
  readonly useId: string
  readonly checkId: DataCheckId
  readonly finding: CheckFinding
  readonly grounds: string | null
  readonly evidenceIds: readonly string[]
  readonly actionIds: readonly string[]
  readonly personId: string | null
  readonly on: Day
}

/** What was found at a check of a use, in place of what was found before. That it does not apply owes a reason. */
export function answerCheck(register: Register, input: AnswerCheck): RecordOf<'dataCheck'> {
  return register.change({ operation: 'dataUse.answer' }, (change) => answerCheckIn(change, input))
}

export function answerCheckIn(change: Change, input: AnswerCheck): RecordOf<'dataCheck'> {
  const use = change.get('dataUse', input.useId)
  if (use.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'dataUse', id: use.id })
  assertNotAhead('dataCheck', 'answeredOn', { on: input.on, today: change.today })
  if (input.finding === 'not_applicable') owedIn('dataCheck', 'grounds', input.grounds)
  const found = {
    finding: input.finding,
    grounds: input.grounds,
    evidenceIds: [...input.evidenceIds],
    actionIds: [...input.actionIds],
    answeredById: input.personId,
    answeredOn: input.on,
  }
  const known = change.read.first(
    queries
      .selectFrom('data_check')
      .select('id')
      .where('use_id', '=', input.useId)
      .where('check_id', '=', input.checkId)
      .where('withdrawn_on', 'is', null),
  )
  if (known !== undefined) return change.update('dataCheck', change.get('dataCheck', known.id), found)
  return change.add('dataCheck', { useId: input.useId, checkId: input.checkId, ...found })
}
