/** Many records of one noun changed in one transaction: all or nothing, and one undo. */
import type { ChangedMany } from '#shared/contract/batch.ts'
import type { BackupReason } from '#shared/domain/backup.ts'
import type { CreateInput } from '#shared/contract/records.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Lifecycle } from '#shared/domain/system.ts'
import { assignIn, type AssignInput } from './accountability.ts'
import { assessRuleIn, type AssessRuleInput, reasonOf } from './horizon/rule-assessments.ts'
import { codeOfRecord } from './known-as.ts'
import { createIn, type PlainNoun } from './new-records.ts'
import { owed, type Patch, updateIn, withdrawIn } from './records.ts'
import type { Change } from './store/change.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { moveLifecycleIn } from './systems.ts'

/** So many records at once are worth a backup of their own; fewer are looked over and taken back with one key. */
const many = 50

export function beforeMany(count: number): BackupReason | null {
  return count >= many ? 'bulk' : null
}

export interface ManyInput<N extends PlainNoun> {
  /** For all records; a record's own patch goes before it. */
  readonly patch?: Patch<N> | undefined
  readonly records: readonly {
    readonly id: string
    readonly version: number
    readonly patch?: Patch<N> | undefined
  }[]
  readonly create?: readonly CreateInput<N>[] | undefined
}

/** BATCH_REFUSED where one of the records is refused, with the first of them, its field and how many there are. */
export function updateMany<N extends PlainNoun>(register: Register, noun: N, input: ManyInput<N>): ChangedMany {
  return writeMany(register, noun, `${noun}.updateMany`, input)
}

export function writeMany<N extends PlainNoun>(
  register: Register,
  noun: N,
  operation: string,
  input: ManyInput<N>,
): ChangedMany {
  const before = register.head().sequence
  const backup = beforeMany(input.records.length + (input.create?.length ?? 0))
  const result = register.change({ operation, backup }, (change) => {
    const refusals = new Refusals()
    const changed = input.records.flatMap(({ id, version, patch }) => {
      const record = refusals.of(
        () => {
          const before = change.get(noun, id)
          const after = updateIn(change, noun, { id, version, patch: { ...input.patch, ...patch } as Patch<N> })
          return after.version === before.version ? null : after
        },
        () => nameOf(change, noun, id),
      )
      return record === null ? [] : [{ id, version: record.version }]
    })
    const created = (input.create ?? []).flatMap((values, index) => {
      const record = refusals.of(
        () => createIn(change, noun, values),
        () => `+${String(index + 1)}`,
      )
      return record === null ? [] : [{ id: record.id, code: record.code, version: record.version }]
    })
    refusals.throwIfAny(noun)
    return {
      changed,
      created,
      unchanged: input.records.length - changed.length,
    }
  })
  return { transaction: register.head().sequence > before ? before + 1 : null, ...result }
}

function nameOf(change: Change, noun: PlainNoun, id: string): string {
  const record = recordTables[noun].get(change.read, id)
  return record === undefined ? id : codeOfRecord(change.read, record)
}

type Versioned = { readonly id: string; readonly version: number }

/** A verb over many records in one transaction: all or nothing. `verb` gives null where a record is so already. */
function verbOverMany(
  register: Register,
  noun: PlainNoun,
  details: { readonly operation: string; readonly reason?: string },
  records: readonly Versioned[],
  verb: (change: Change, record: Versioned) => Versioned | null,
): ChangedMany {
  const before = register.head().sequence
  const changed = register.change({ ...details, backup: beforeMany(records.length) }, (change) => {
    const refusals = new Refusals()
    const done = records.flatMap((record) => {
      const after = refusals.of(
        () => verb(change, record),
        () => nameOf(change, noun, record.id),
      )
      return after === null ? [] : [{ id: after.id, version: after.version }]
    })
    refusals.throwIfAny(noun)
    return done
  })
  return {
    transaction: register.head().sequence > before ? before + 1 : null,
    changed,
    created: [],
    unchanged: records.length - changed.length,
  }
}

/** Withdraws records for one reason. REASON_REQUIRED, BATCH_REFUSED. */
export function withdrawMany(
  register: Register,
  noun: PlainNoun,
  input: { readonly records: readonly Versioned[]; readonly reason: string },
): ChangedMany {
  const reason = owed(input.reason)
  return verbOverMany(register, noun, { operation: `${noun}.withdraw`, reason }, input.records, (change, record) =>
    withdrawIn(change, noun, { ...record, reason }),
  )
}

/** Moves systems to one stage for one reason; those that are there already stay. REASON_REQUIRED, BATCH_REFUSED. */
export function moveLifecycleMany(
  register: Register,
  input: { readonly records: readonly Versioned[]; readonly to: Lifecycle; readonly reason: string },
): ChangedMany {
  const { to } = input
  const reason = owed(input.reason)
  const details = { operation: 'system.moveLifecycle', reason }
  return verbOverMany(register, 'system', details, input.records, (change, record) =>
    change.get('system', record.id).lifecycle === to ? null : moveLifecycleIn(change, { ...record, to, reason }),
  )
}

/** Says of many changes of the rules what they mean; the systems confirmed for each stay. BATCH_REFUSED. */
export function assessRulesMany(
  register: Register,
  input: Omit<AssessRuleInput, 'id' | 'version' | 'systemIds'> & { readonly records: readonly Versioned[] },
): ChangedMany {
  const { records, ...assessment } = input
  const details = { operation: 'ruleAssessment.assess', reason: reasonOf(assessment) }
  return verbOverMany(register, 'ruleAssessment', details, records, (change, record) =>
    assessRuleIn(change, {
      ...assessment,
      ...record,
      systemIds: change.get('ruleAssessment', record.id).systemIds,
    }),
  )
}

/** From a day on one post (or person) answers for many records. BATCH_REFUSED. */
export function assignMany(
  register: Register,
  input: Omit<AssignInput, 'subjectId'> & { readonly records: readonly Versioned[] },
): ChangedMany {
  const { records, ...duty } = input
  return verbOverMany(register, duty.subject, { operation: `${duty.subject}.assign` }, records, (change, record) => {
    assignIn(change, { ...duty, subjectId: record.id })
    return record
  })
}

const mostNamed = 20

/** Collects what is refused, so that a person hears of all of it at once. */
class Refusals {
  #first: Problem | null = null
  readonly #records: string[] = []
  #count = 0

  /** What `work` gives, or null where it is refused. */
  of<Result>(work: () => Result, name: () => string): Result | null {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.#first ??= error
      this.#count += 1
      if (this.#records.length < mostNamed) this.#records.push(name())
      return null
    }
  }

  throwIfAny(noun: PlainNoun): void {
    if (this.#first === null) return
    throw new Problem('BATCH_REFUSED', {
      ...this.#first.facts,
      noun,
      first: this.#first.code,
      record: this.#records[0] ?? '',
      records: this.#records,
      count: this.#count,
    })
  }
}
