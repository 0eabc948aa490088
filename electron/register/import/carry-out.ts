/** A plan of an import carried out: every record, link and source row within the transaction that is given. */
import type { RecordNoun } from '#shared/domain/import-record/record-targets.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { CreateInput } from '#shared/contract/records.ts'
import { assignIn, startTermIn } from '../accountability.ts'
import { blankRecords } from '../blank-records.ts'
import { createIn } from '../new-records.ts'
import { assertRules } from '../record-rules.ts'
import { assessRiskIn } from '../risks.ts'
import type { Change } from '../store/change.ts'
import { emptySystem } from '../systems.ts'
import { withdrawMissing, type WithdrawMissing } from './missing-records.ts'
import type { MadeRecord } from './name-resolver.ts'
import type { PlannedRow, RecordPlan } from './record-plan.ts'

type Values = Readonly<Record<string, unknown>>

export interface CarryOut {
  readonly noun: RecordNoun
  readonly importId: string
  /** Why a level is as it is, where the source says no more: that the source judged so. */
  readonly judgedBySource: string
  /** Codes of records that a person withdraws since the list no longer holds them, with the reason. */
  readonly withdraw: WithdrawMissing | null
}

export function carryOut(change: Change, plan: RecordPlan, options: CarryOut): void {
  const ids = new Map<string, string>()
  const real = <Value>(value: Value): Value => replaced(value, ids) as Value
  for (const made of plan.made) ids.set(made.id, make(change, made))
  for (const row of plan.rows) {
    if (row.kind === 'unchanged') continue
    const record =
      row.kind === 'add' ? added(change, options.noun, row, real) : updated(change, options.noun, row, real)
    ids.set(row.id, record.id)
    around(change, options, row, record.id, real)
  }
  for (const { id, patch } of plan.later) write(change, options.noun, real(id), real(patch))
  if (options.withdraw !== null) withdrawMissing(change, options.noun, options.withdraw)
}

function make(change: Change, { noun, values }: MadeRecord): string {
  // Nobody has said in which stage a system is that is known by its name only.
  if (noun === 'system') return change.add('system', { ...emptySystem, lifecycle: 'unknown', ...values } as never).id
  return createIn(
    change,
    noun,
    (noun === 'unit' ? { kind: 'division', ...values } : values) as CreateInput<typeof noun>,
  ).id
}

function added(change: Change, noun: RecordNoun, row: PlannedRow, real: <V>(value: V) => V): RecordOf<RecordNoun> {
  const record = createIn(change, noun, { ...blankRecords[noun], ...real(row.values) } as CreateInput<typeof noun>)
  if (Object.keys(row.after).length === 0) return record
  return write(change, noun, record.id, row.after)
}

function updated(change: Change, noun: RecordNoun, row: PlannedRow, real: <V>(value: V) => V): RecordOf<RecordNoun> {
  return write(change, noun, row.id, real(row.values))
}

function write(change: Change, noun: RecordNoun, id: string, patch: Values): RecordOf<RecordNoun> {
  const before = change.get(noun, id)
  const after = change.update(noun, before, patch)
  assertRules(change, noun, after as never, before as never)
  return after
}

function around(
  change: Change,
  { noun, importId, judgedBySource }: CarryOut,
  row: PlannedRow,
  id: string,
  real: <V>(value: V) => V,
): void {
  const { holding, term, source } = row
  if (holding !== null && (noun === 'risk' || noun === 'control'))
    assignIn(change, { role: `${noun}_owner`, subject: noun, subjectId: id, ...real(holding) })
  if (term !== null)
    startTermIn(change, { postId: id, personId: real(term.personId), capacity: 'holder', from: term.from, to: null })
  for (const judgement of row.judgements)
    assessRiskIn(change, {
      ...judgement,
      riskId: id,
      assessorId: null,
      confidence: null,
      rationale: judgement.rationale ?? judgedBySource,
    })
  for (const controlId of row.controlIds.map(real)) {
    const control = change.get('control', controlId)
    if (!control.riskIds.includes(id)) change.update('control', control, { riskIds: [...control.riskIds, id] })
  }
  if (source === null) return
  const said = { importId, key: source.key, row: row.row, cells: source.cells }
  if (source.knownId === null) change.add('sourceRow', { subject: noun, subjectId: id, ...said })
  else change.update('sourceRow', change.get('sourceRow', source.knownId), said)
}

/** Ids of the plan wherever they stand, as the ids that the register has given. */
function replaced(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map((each) => replaced(each, ids))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, ids)]))
}
