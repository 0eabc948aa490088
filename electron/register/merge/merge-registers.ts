/** Two registers made one: what the other brings is planned as data, tried against the rules, and written as one change. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type BrokenRule,
  type MergeAnswers,
  type MergeCounts,
  type MergePlan,
  type MergeWrite,
  planMerge,
  recordsByNoun,
} from '#shared/domain/merge/merge-plan.ts'
import type { MergeRelation } from '#shared/domain/merge/merge-run.ts'
import { receiverNouns, type Values } from '#shared/domain/merge/treatment.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { keepBackup } from '../backups/keep-backup.ts'
import { assertRules } from '../record-rules.ts'
import { lastEventAt } from '../store/audit-log.ts'
import { canonicalJson } from '../store/canonical.ts'
import type { Change } from '../store/change.ts'
import {
  entriesDigest,
  entriesOf,
  keepEntries,
  keepEvents,
  type KnownUpTo,
  knownOf,
  type MergeEntry,
  mergeRuns,
} from '../store/kept-log.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { currentState, Replay } from '../store/replay.ts'
import { keepFile, storedFile } from '../store/stored-file.ts'
import type { OtherRegister } from './open-other.ts'

/** Both registers of one moment, and what they have in common. */
export interface MergeSides {
  readonly other: OtherRegister
  readonly theirs: RegisterState
  readonly base: RegisterState | null
  readonly known: KnownUpTo
  readonly relation: MergeRelation
}

export function sidesOf(register: Register, other: OtherRegister): MergeSides {
  const known = knownOf(register.read, other.register.read)
  const base = known.sequence === 0 ? null : stateAt(other.register.read, known.sequence)
  const relation = known.shared > 0 ? 'copy' : 'other'
  return { other, theirs: withoutRepeated(register.read, currentState(other.register.read)), base, known, relation }
}

/** What was taken out of the private copy because it was taken out here is recorded here already, and is no news of the other's. */
function withoutRepeated(read: ReadHandle, theirs: RegisterState): RegisterState {
  const own = [...recordTables.redaction.all(read)]
  const ids = new Set(own.map(({ id }) => id))
  const placeholders = new Set(own.map(({ placeholder }) => canonicalJson(placeholder)))
  const redactions = theirs.redactions.filter(
    ({ id, placeholder }) => ids.has(id) || !placeholders.has(canonicalJson(placeholder)),
  )
  return redactions.length === theirs.redactions.length ? theirs : { ...theirs, redactions }
}

function stateAt(read: ReadHandle, sequence: number): RegisterState {
  const replayed = new Replay()
  const rows = read
    .prepare('SELECT noun, record_id, payload FROM audit_event WHERE sequence <= ? ORDER BY sequence')
    .iterate(sequence) as IterableIterator<{ noun: string; record_id: string; payload: string | null }>
  for (const row of rows) replayed.apply(row.noun, row.record_id, row.payload)
  return replayed.state()
}

/** Rules can hide one another: so often the plan is tried anew. */
const mostRounds = 4

/** What the merge would do. Rules that it would break are asked, where the register can be written and so be tried. */
export function planOf(register: Register, sides: MergeSides, answers: MergeAnswers): MergePlan {
  const ours = currentState(register.read)
  const memory = memoryOf(register.read)
  const broken = new Map<string, BrokenRule>()
  for (let round = 1; ; round += 1) {
    const plan = planMerge({
      ours,
      theirs: sides.theirs,
      base: sides.base,
      isCopy: sides.relation === 'copy',
      memory,
      answers,
      today: register.today(),
      broken,
    })
    if (register.readOnly !== null || round === mostRounds) return plan
    const found = brokenBy(register, sides, plan)
    const news = [...found].filter(([id]) => !broken.has(id))
    if (news.length === 0) return plan
    for (const [id, rule] of news) broken.set(id, rule)
  }
}

/** What earlier merges were told of records, by their ids there. */
function memoryOf(read: ReadHandle) {
  const same = new Map<string, string>()
  const leftOut = new Set<string>()
  for (const run of mergeRuns(read))
    for (const { kind, theirId, ourId } of entriesOf(read, run.id)) {
      if (kind === 'same' && ourId !== null) same.set(theirId, ourId)
      if (kind === 'left_out') leftOut.add(theirId)
    }
  return { same, leftOut }
}

/** Thrown to take a trial back. */
class Trial extends Error {}

/** Writes the plan and takes it back: the rules that its records would break, by their ids there. */
function brokenBy(register: Register, sides: MergeSides, plan: MergePlan): ReadonlyMap<string, BrokenRule> {
  const broken = new Map<string, BrokenRule>()
  if (plan.writes.length === 0) return broken
  try {
    register.change({ operation: mergeOperation }, (change) => {
      write(change, sides, plan, (each, problem) => {
        if (each.theirId !== null) broken.set(each.theirId, { code: problem.code, facts: problem.facts })
      })
      throw new Trial()
    })
  } catch (error) {
    if (!isTrial(error)) throw error
  }
  return broken
}

function isTrial(error: unknown): boolean {
  return error instanceof Trial || (error instanceof Error && error.cause instanceof Trial)
}

const mergeOperation = 'register.merge'

/** `refuse` is told of a record that breaks a rule. */
function write(
  change: Change,
  { other }: MergeSides,
  plan: MergePlan,
  refuse: (write: MergeWrite, problem: Problem) => void,
): void {
  // Records of both registers name each other: what they name is there at the end.
  change.read.statement('PRAGMA defer_foreign_keys = ON').run()
  const written: { readonly each: MergeWrite; readonly record: RecordOf<Noun> }[] = []
  const attempt = (each: MergeWrite, work: () => void) => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refuse(each, error)
    }
  }
  for (const each of plan.writes)
    attempt(each, () => {
      const { fileSha256: digest, fileName } = each.after as Values
      if (typeof digest === 'string')
        keepFile(change.read, storedFile(other.register.read, digest, typeof fileName === 'string' ? fileName : digest))
      written.push({ each, record: store(change, each) })
    })
  for (const { each, record } of written)
    attempt(each, () => {
      assertRules(change, each.noun, record, each.before)
      if (each.noun === 'assignment') assertAnswerable(change, record as RecordOf<'assignment'>)
    })
}

function store(change: Change, { noun, before, after }: MergeWrite): RecordOf<Noun> {
  if (before !== null) return change.update(noun, before, after)
  const record = change.add(noun, after)
  // What the other company withdrew comes as it is.
  return after.withdrawn === null ? record : change.update(noun, record, { withdrawn: after.withdrawn })
}

/** NOT_AN_EXECUTIVE_POST where a post that is not an executive's would answer for a system. */
function assertAnswerable(change: Change, { role, postId, withdrawn }: RecordOf<'assignment'>): void {
  if (role !== 'accountable_executive' || postId === null || withdrawn !== null) return
  const post = change.get('post', postId)
  if (post.kind !== 'executive') throw new Problem('NOT_AN_EXECUTIVE_POST', { post: post.code })
}

export interface MergeRunInput {
  readonly answers: MergeAnswers
  /** The unit of this register that the other one speaks of. */
  readonly entityUnitId: string | null
  /** The end of the other log as it was looked at. */
  readonly headHash: string
}

export interface MergeDone {
  readonly run: RecordOf<'mergeRun'>
  /** The copy of the register as it was before. */
  readonly copy: string
  readonly counts: MergeCounts
}

/**
 * Writes the merge with the kept log and all that was decided, in one transaction, after a backup of the register as it was has
 * been made. MERGE_UNDECIDED, PREVIEW_OUTDATED, BACKUP_FAILED; what a rule refuses.
 */
export async function mergeRegisters(
  register: Register,
  sides: MergeSides,
  input: MergeRunInput,
  progress: (stage: string) => void,
): Promise<MergeDone> {
  const head = sides.other.register.head()
  if (head.hash !== input.headHash) throw new Problem('PREVIEW_OUTDATED')
  progress('comparing')
  const plan = planOf(register, sides, input.answers)
  if (plan.counts.undecided > 0) throw new Problem('MERGE_UNDECIDED', { count: plan.counts.undecided })
  progress('backup')
  const own = register.head()
  await nextTurn()
  // What was saved in this turn was not in the plan.
  if (register.head().hash !== own.hash) throw new Problem('PREVIEW_OUTDATED')
  // Made here and not by `change`: whatever opened the register, a merge is never made without one.
  const copy = keepBackup(register, 'merge').path
  progress('writing')
  const entries = entriesFrom(plan, sides.theirs)
  const { organisation } = sides.theirs
  const run = register.change({ operation: mergeOperation }, (change) => {
    const record = change.add('mergeRun', {
      name: organisation.name,
      registerId: organisation.registerId,
      relation: sides.relation,
      fileName: sides.other.fileName,
      on: change.today,
      entityUnitId: input.entityUnitId,
      headSequence: head.sequence,
      headHash: head.hash,
      headAt: lastEventAt(sides.other.register.read),
      baseRunId: sides.known.runId,
      baseSequence: sides.known.sequence,
      added: plan.counts.added,
      changed: plan.counts.changed,
      apart: plan.counts.apart,
      entriesDigest: entriesDigest(entries),
    })
    write(change, sides, plan, (_each, problem) => {
      throw problem
    })
    keepEvents(change.read, record.id, sides.other.register.read, sides.known.sequence)
    keepEntries(change.read, record.id, entries)
    return record
  })
  return { run, copy, counts: plan.counts }
}

/** What was decided of each record, in the order of the plan. */
export function entriesFrom(plan: MergePlan, theirs: RegisterState): readonly MergeEntry[] {
  const known = new Map(
    [...recordsByNoun(theirs)].flatMap(([noun, records]) =>
      records.map((record) => [record.id, { noun, code: 'code' in record ? record.code : null }] as const),
    ),
  )
  return [
    ...plan.writes.flatMap(({ noun, theirId, theirCode, before, after }): MergeEntry[] =>
      theirId === null
        ? []
        : [{ kind: before === null ? 'added' : 'changed', noun, theirId, theirCode, ourId: after.id, detail: null }],
    ),
    ...[...plan.same].flatMap(([theirId, ourId]): MergeEntry[] => {
      const their = known.get(theirId)
      // Settings are laid beside each other anew each time.
      if (their === undefined || receiverNouns.includes(their.noun)) return []
      return [{ kind: 'same', noun: their.noun, theirId, theirCode: their.code, ourId, detail: null }]
    }),
    ...plan.apart.map(({ noun, theirId, code, reason }): MergeEntry => {
      const kind = reason === 'left_out' ? 'left_out' : 'apart'
      return { kind, noun, theirId, theirCode: code, ourId: null, detail: { reason } }
    }),
    ...plan.conflicts.map(({ noun, theirId, code, id, key, field, choice, ours, theirs }): MergeEntry => {
      const detail = { choice, field, key, ours, theirs }
      return { kind: 'choice', noun, theirId, theirCode: code, ourId: id, detail }
    }),
  ]
}
