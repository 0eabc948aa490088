/**
 * Undo and redo: a new transaction that reverses an earlier one and names it. Records are put back as they were; what was
 * created is withdrawn, since nothing is deleted and no code is used twice, and redo takes the withdrawal back.
 */
import type { UndoBarrier, UndoResult, UndoState, UndoStep } from '#shared/contract/undo.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { undoReason } from '#shared/domain/record.ts'
import { actorName, codeOfRecord, knownAs } from './known-as.ts'
import { assertRules } from './record-rules.ts'
import { referenceTo } from './references.ts'
import { signatureAfter } from './signatures.ts'
import { canonicalJson } from './store/canonical.ts'
import type { Change } from './store/change.ts'
import { redactOperations, restoreOperations } from './store/decided.ts'
import type { ReadHandle } from './store/query.ts'
import type { Register } from './store/register-file.ts'
import { changesOf, endOf, lastChangeOf, type RecordChange, type TransactionHead } from './store/transactions.ts'
import { assertExecutive } from './systems.ts'
import { type StackEntry, undoStack } from './undo-stack.ts'

type Direction = 'undo' | 'redo'

export function undoState(register: Register): UndoState {
  const { undo, redo, barrier } = undoStack(register)
  const step = (entry: StackEntry | undefined) => (entry === undefined ? null : stepOf(register.read, entry))
  return {
    undo: step(undo.at(-1)),
    redo: step(redo.at(-1)),
    undoable: undo.length,
    redoable: redo.length,
    barrier: barrier === null ? null : barrierOf(register.read, barrier),
  }
}

/** Takes the last own change back. UNDO_NOTHING, UNDO_LOCKED, UNDO_SIGNED, UNDO_CHANGED_SINCE, UNDO_REFERENCED, UNDO_OTHER_STEP. */
export function undoLast(register: Register, transaction: number | null): UndoResult {
  return takeBack(register, 'undo', transaction)
}

/** Does the last undone change again. */
export function redoLast(register: Register, transaction: number | null): UndoResult {
  return takeBack(register, 'redo', transaction)
}

function takeBack(register: Register, direction: Direction, wanted: number | null): UndoResult {
  const stack = undoStack(register)
  const entry = stack[direction].at(-1)
  if (entry === undefined) throw nothingLeft(register.read, direction, stack.barrier)
  const { sequence } = entry.head
  if (wanted !== null && wanted !== sequence) throw new Problem('UNDO_OTHER_STEP', { direction })
  const step = stepOf(register.read, entry)
  const before = register.head().sequence
  register.change({ operation: direction, reverses: sequence }, (change) => {
    reverse(change, sequence)
  })
  return { step, transaction: before + 1, state: undoState(register) }
}

function nothingLeft(read: ReadHandle, direction: Direction, barrier: TransactionHead | null): Problem {
  if (direction === 'redo' || barrier === null) return new Problem('UNDO_NOTHING', { direction })
  const { kind, code, at } = barrierOf(read, barrier)
  if (restoreOperations.includes(barrier.operation)) return new Problem('UNDO_RESTORED', { at })
  if (redactOperations.includes(barrier.operation)) return new Problem('UNDO_REDACTED', { at })
  if (kind === 'merge') return new Problem('UNDO_MERGED', { at })
  return kind === 'lock'
    ? new Problem('UNDO_LOCKED', { code, at })
    : new Problem('UNDO_SIGNED', { code, at, by: actorName(read, barrier.actor) })
}

function reverse(change: Change, sequence: number): void {
  const changes = changesOf(change.read, sequence)
  const current = changes.map((each) => change.get(each.noun, each.id))
  for (const [index, each] of changes.entries()) assertAsLeft(change.read, each, current[index] as RecordOf<Noun>)
  assertUnsigned(change.read, changes, sequence)
  assertUnreferenced(change.read, changes)
  const written = [...changes.entries()].reverse().map(([index, each]) => {
    const stored = current[index] as RecordOf<Noun>
    const record = change.update(each.noun, stored, wantedOf(each, change.today))
    return { noun: each.noun, stored, record }
  })
  // After all of them: what one record must be depends on the others.
  for (const { noun, stored, record } of written) {
    assertRules(change, noun, record, stored)
    if (noun === 'system' && isLeavingProposed(stored, record)) assertExecutive(change, record as RecordOf<'system'>)
  }
}

/** The record as it is to be again, version aside. */
function wantedOf(change: RecordChange, today: string): Partial<RecordOf<Noun>> {
  if (change.before === null) return { withdrawn: { on: today, reason: undoReason } }
  const { withdrawn } = change.before
  return withdrawn?.reason === undoReason
    ? { ...change.before, withdrawn: { on: today, reason: undoReason } }
    : change.before
}

/** UNDO_CHANGED_SINCE where a record is not as the transaction left it: somebody's change would be lost. */
function assertAsLeft(read: ReadHandle, change: RecordChange, stored: RecordOf<Noun>): void {
  if (isSameRecord(stored, change.after)) return
  const last = lastChangeOf(read, change.id)
  throw new Problem('UNDO_CHANGED_SINCE', {
    noun: change.noun,
    code: codeOfRecord(read, stored),
    by: last === null ? '' : actorName(read, last.actor),
    at: last?.at ?? '',
  })
}

function isSameRecord(one: RecordOf<Noun>, other: RecordOf<Noun>): boolean {
  return (
    one.version === other.version || canonicalJson({ ...one, version: 1 }) === canonicalJson({ ...other, version: 1 })
  )
}

/** UNDO_SIGNED where somebody has signed what rests on one of the records since. */
function assertUnsigned(read: ReadHandle, changes: readonly RecordChange[], sequence: number): void {
  const signature = signatureAfter(read, changes, sequence)
  if (signature !== null) throw new Problem('UNDO_SIGNED', signature)
}

/** UNDO_REFERENCED where a record that would be withdrawn is named by another one since. */
function assertUnreferenced(read: ReadHandle, changes: readonly RecordChange[]): void {
  const own = new Set(changes.map((each) => each.id))
  const created = changes.filter((each) => each.before === null)
  const found = referenceTo(read, created, own)
  if (found !== null)
    throw new Problem('UNDO_REFERENCED', {
      noun: found.target.noun,
      code: knownAs(read, found.target.noun, found.target.id),
      other: knownAs(read, found.by.noun, found.by.id),
    })
}

function isLeavingProposed(stored: RecordOf<Noun>, record: RecordOf<Noun>): boolean {
  return (
    (stored as RecordOf<'system'>).lifecycle === 'proposed' && (record as RecordOf<'system'>).lifecycle !== 'proposed'
  )
}

const mostCodes = 5

/** What a transaction touched never changes: it is read once. */
const summaries = new WeakMap<ReadHandle, Map<number, Pick<UndoStep, 'noun' | 'count' | 'codes'>>>()

function stepOf(read: ReadHandle, { head, origin }: StackEntry): UndoStep {
  const known = summaries.get(read) ?? new Map<number, Pick<UndoStep, 'noun' | 'count' | 'codes'>>()
  summaries.set(read, known)
  const summary = known.get(origin.sequence) ?? summaryOf(read, origin.sequence)
  known.set(origin.sequence, summary)
  return { transaction: head.sequence, operation: origin.operation, ...summary, at: origin.at }
}

function summaryOf(read: ReadHandle, sequence: number): Pick<UndoStep, 'noun' | 'count' | 'codes'> {
  const rows = read
    .prepare(
      `SELECT noun, record_id AS id, min(sequence) AS first FROM audit_event
       WHERE sequence >= ? AND sequence < ? GROUP BY noun, record_id ORDER BY first`,
    )
    .all(sequence, endOf(read, sequence)) as { noun: Noun; id: string }[]
  const byNoun = [...Map.groupBy(rows, (row) => row.noun)].sort(([, one], [, other]) => other.length - one.length)
  const [noun, records] = byNoun[0] ?? (['organisation', []] as [Noun, typeof rows])
  const codes = new Set<string>()
  for (const record of records) {
    if (codes.size === mostCodes) break
    const code = knownAs(read, record.noun, record.id)
    if (code !== '') codes.add(code)
  }
  return { noun, count: records.length, codes: [...codes] }
}

function barrierOf(read: ReadHandle, head: TransactionHead): UndoBarrier {
  const [first] = changesOf(read, head.sequence)
  return {
    kind: head.merges ? 'merge' : head.locks ? 'lock' : 'signature',
    operation: head.operation,
    code: first === undefined ? '' : knownAs(read, first.noun, first.id),
    at: head.at,
  }
}
