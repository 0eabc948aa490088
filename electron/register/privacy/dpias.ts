/**
 * Impact assessments, step by step. The order is enforced here: a step is recorded when those before it were, on a day not before
 * theirs; a step that was recorded is recorded again only while nothing after it was. The approval is owed to whoever holds a
 * post on its day.
 */
import { type Day, holdsOn } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import {
  type DpiaStep,
  dpiaSteps,
  lastActOn,
  nextActOf,
  reasonsAgainst,
  type ScreeningReason,
  type screeningOutcomes,
} from '#shared/domain/privacy/dpia.ts'
import { judgedContentOf, type JudgedContent } from '#shared/domain/privacy/dpia-changes.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertNotAhead } from '../due-day.ts'
import { assertPeriod, assertRules, termsOf } from '../record-rules.ts'
import { asRead, owedIn, updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import { queries } from '../store/query.ts'
import type { Register } from '../store/register-file.ts'

export type DpiaInput = Partial<Pick<NewRecord<'dpia'>, 'ownerId' | 'wantedOn' | 'riskIds' | 'actionIds' | 'notes'>> &
  Pick<NewRecord<'dpia'>, 'name' | 'systemId'>

const nothingDone = {
  outcome: null,
  screeningReasons: [],
  screeningText: null,
  screeningOn: null,
  screeningById: null,
  descriptionText: null,
  descriptionOn: null,
  descriptionById: null,
  necessityText: null,
  necessityOn: null,
  necessityById: null,
  risksText: null,
  risksOn: null,
  risksById: null,
  measuresText: null,
  measuresOn: null,
  measuresById: null,
  consultationText: null,
  consultationOn: null,
  consultationById: null,
  approverPostId: null,
  approverId: null,
  approvedOn: null,
  approvedText: null,
  validUntil: null,
  screenedContent: null,
  approvedContent: null,
}
const emptyDpia = { ownerId: null, wantedOn: null, riskIds: [], actionIds: [], notes: null }

export function createDpia(register: Register, input: DpiaInput): RecordOf<'dpia'> {
  return register.change({ operation: 'dpia.create' }, (change) => createDpiaIn(change, input))
}

export function createDpiaIn(change: Change, input: DpiaInput): RecordOf<'dpia'> {
  const dpia = change.add('dpia', { ...emptyDpia, ...input, ...nothingDone, previousId: null })
  assertRules(change, 'dpia', dpia)
  return dpia
}

export function updateDpia(register: Register, input: UpdateInput<'dpia'>): RecordOf<'dpia'> {
  return updateRecord(register, 'dpia', input)
}

interface Step {
  readonly id: string
  readonly version: number
  readonly on: Day
  readonly personId: string
  readonly text: string
}

/** Whether an assessment is needed, by reasons of which one at least speaks for what was found. */
export function screenDpia(
  register: Register,
  input: Step & {
    readonly outcome: (typeof screeningOutcomes)[number]
    readonly reasons: readonly ScreeningReason[]
  },
): RecordOf<'dpia'> {
  const text = owedIn('dpia', 'screeningText', input.text)
  return register.change({ operation: 'dpia.screen', reason: text }, (change) => {
    const dpia = opened(change, input, 'screening')
    const against = input.outcome === 'not_required'
    if (!input.reasons.some((reason) => reasonsAgainst.includes(reason) === against))
      throw new Problem('INVALID', { noun: 'dpia', field: 'screeningReasons', issue: 'REQUIRED' })
    return change.update('dpia', dpia, {
      outcome: input.outcome,
      screeningReasons: [...input.reasons],
      screeningText: text,
      screeningOn: input.on,
      screeningById: change.get('person', input.personId).id,
      screenedContent: contentOf(change, dpia.systemId, input.on),
    })
  })
}

const stepOperations = {
  description: 'dpia.describe',
  necessity: 'dpia.judgeNecessity',
  risks: 'dpia.findRisks',
  measures: 'dpia.planMeasures',
  consultation: 'dpia.consult',
} as const satisfies Record<Exclude<DpiaStep, 'screening'>, string>
export type LaterStep = keyof typeof stepOperations

/** One of the steps after the screening, with its words, its day and its person. */
export function recordStep(
  register: Register,
  input: Step & {
    readonly step: LaterStep
    readonly riskIds?: readonly string[] | undefined
    readonly actionIds?: readonly string[] | undefined
  },
): RecordOf<'dpia'> {
  const { step } = input
  const text = owedIn('dpia', `${step}Text`, input.text)
  return register.change({ operation: stepOperations[step] }, (change) => {
    const dpia = opened(change, input, step)
    return change.update('dpia', dpia, {
      [`${step}Text`]: text,
      [`${step}On`]: input.on,
      [`${step}ById`]: change.get('person', input.personId).id,
      ...(step === 'risks' && input.riskIds !== undefined ? { riskIds: [...input.riskIds] } : {}),
      ...(step === 'measures' && input.actionIds !== undefined ? { actionIds: [...input.actionIds] } : {}),
    })
  })
}

/** The assessment, where this step may be recorded on this day. */
function opened(change: Change, input: Omit<Step, 'text' | 'personId'>, step: DpiaStep): RecordOf<'dpia'> {
  const dpia = asRead(change, 'dpia', change.get('dpia', input.id), input.version)
  if (dpia.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'dpia', id: dpia.id })
  assertNotAhead('dpia', `${step}On`, { on: input.on, today: change.today })
  const next = nextActOf(dpia)
  const at = dpiaSteps.indexOf(step)
  const following = dpiaSteps.slice(at + 1).some((later) => dpia[`${later}On`] !== null)
  const again = dpia[`${step}On`] !== null && !following && dpia.approvedOn === null
  if (next !== step && !again) throw new Problem('WRONG_STATE', { code: dpia.code, state: next ?? 'approval' })
  const before = dpiaSteps
    .slice(0, at)
    .map((earlier) => dpia[`${earlier}On`])
    .findLast((day) => day !== null)
  assertPeriod(before ?? null, input.on)
  return dpia
}

/**
 * Whoever holds the post approves it for a time, and with it what the register says of the system that day. POST_VACANT where
 * nobody holds the post.
 */
export function approveDpia(
  register: Register,
  input: Omit<Step, 'personId'> & { readonly postId: string; readonly validUntil: Day },
): RecordOf<'dpia'> {
  const approvedText = owedIn('dpia', 'approvedText', input.text)
  return register.change({ operation: 'dpia.approve', reason: approvedText }, (change) => {
    const dpia = asRead(change, 'dpia', change.get('dpia', input.id), input.version)
    if (dpia.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'dpia', id: dpia.id })
    const next = nextActOf(dpia)
    if (next !== 'approval') throw new Problem('WRONG_STATE', { code: dpia.code, state: next ?? 'approval' })
    assertNotAhead('dpia', 'approvedOn', { on: input.on, today: change.today })
    assertPeriod(lastActOn(dpia), input.on)
    assertPeriod(input.on, input.validUntil)
    const post = change.get('post', input.postId)
    const term = termsOf(change, post.id).find(
      (each) => each.withdrawn === null && each.capacity === 'holder' && holdsOn(each, input.on),
    )
    if (term === undefined) throw new Problem('POST_VACANT', { code: post.code, on: input.on })
    return change.update('dpia', dpia, {
      approverPostId: post.id,
      approverId: term.personId,
      approvedOn: input.on,
      approvedText,
      validUntil: input.validUntil,
      approvedContent: contentOf(change, dpia.systemId, input.on),
    })
  })
}

/** A new assessment in the place of one that was judged: it begins with its words, and with nothing done. */
export function redoDpia(
  register: Register,
  input: { readonly id: string; readonly version: number },
): RecordOf<'dpia'> {
  return register.change({ operation: 'dpia.redo' }, (change) => {
    const dpia = asRead(change, 'dpia', change.get('dpia', input.id), input.version)
    if (dpia.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'dpia', id: dpia.id })
    if (nextActOf(dpia) !== null) throw new Problem('WRONG_STATE', { code: dpia.code, state: 'in_progress' })
    const { id, version: _version, withdrawn: _withdrawn, code: _code, ...values } = dpia
    const words = Object.fromEntries(dpiaSteps.map((step) => [`${step}Text`, values[`${step}Text`]]))
    return change.add('dpia', { ...values, ...nothingDone, ...words, wantedOn: null, previousId: id })
  })
}

/** What the register says today of a system: what is judged, and later compared. */
function contentOf(change: Change, systemId: string, day: Day): JudgedContent {
  const ids = (noun: 'data_use' | 'supply') =>
    change.read.all(queries.selectFrom(noun).select('id').where('system_id', '=', systemId).orderBy('id'))
  const uses = ids('data_use').map(({ id }) => change.get('dataUse', id))
  return judgedContentOf(
    {
      system: change.get('system', systemId),
      uses,
      supplies: ids('supply').map(({ id }) => change.get('supply', id)),
      contracts: uses.flatMap(({ contractIds }) => contractIds.map((id) => change.get('contract', id))),
    },
    day,
  )
}
