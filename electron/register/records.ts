/** What the use cases of all nouns share: plain fields are added, changed and withdrawn in the same three ways. */
import { type FieldDescription, fields } from '#shared/domain/fields.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Change } from './store/change.ts'
import type { Register } from './store/register-file.ts'

/** The fields of a noun that people edit directly; all others are changed by verbs. */
export function plainFields(noun: Noun): readonly FieldDescription[] {
  return fields[noun].filter((field) => field.byVerb !== true)
}

/** The plain fields of a patch: a verb's field in an update is refused, so that no reason is ever owed and missing. */
function plainPatch<N extends Noun>(noun: N, patch: Patch<N>): Partial<RecordOf<N>> {
  const allowed = new Set(plainFields(noun).map((field) => field.name))
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  for (const [name] of given)
    if (!allowed.has(name)) throw new Problem('INVALID', { noun, field: name, issue: 'BY_VERB' })
  return Object.fromEntries(given) as Partial<RecordOf<N>>
}

/** New values of fields; a field that is undefined is left as it is. */
export type Patch<N extends Noun> = { readonly [F in keyof RecordOf<N>]?: RecordOf<N>[F] | undefined }

export interface UpdateInput<N extends Noun> {
  readonly id: string
  /** The version at which the record was read; CHANGED_MEANWHILE where it has changed since. */
  readonly version: number
  readonly patch: Patch<N>
}

/** Changes plain fields of a record. Extra checks of the noun run inside the transaction, after the change. */
export function updateRecord<N extends Noun>(
  register: Register,
  noun: N,
  input: UpdateInput<N>,
  check?: (change: Change, record: RecordOf<N>) => void,
): RecordOf<N> {
  return register.change({ operation: `${noun}.update` }, (change) => {
    const stored = change.get(noun, input.id)
    if (stored.withdrawn !== null) throw new Problem('WITHDRAWN', { noun, id: input.id })
    const after = change.update(noun, { ...stored, version: input.version }, plainPatch(noun, input.patch))
    check?.(change, after)
    return after
  })
}

export interface Withdrawal {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** Withdraws a record with a reason; it stays in history and its code is not used again. */
export function withdrawRecord<N extends Noun>(register: Register, noun: N, input: Withdrawal): RecordOf<N> {
  const reason = owed(input.reason)
  return register.change({ operation: `${noun}.withdraw`, reason }, (change) => {
    const stored = change.get(noun, input.id)
    if (stored.withdrawn !== null) throw new Problem('WITHDRAWN', { noun, id: input.id })
    return change.update(noun, { ...stored, version: input.version }, {
      withdrawn: { on: change.today, reason },
    } as Partial<RecordOf<N>>)
  })
}

/** A reason that is owed: REASON_REQUIRED where it is blank. */
export function owed(reason: string): string {
  const words = reason.trim()
  if (words === '') throw new Problem('REASON_REQUIRED')
  return words
}

/** PERIOD_REVERSED where a period ends before it begins. */
export function assertPeriod(from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) throw new Problem('PERIOD_REVERSED', { from, to })
}

/** TREE_LOOP where following a reference upwards comes back to the record. */
export function assertTree<N extends 'unit' | 'post'>(change: Change, noun: N, record: RecordOf<N>): void {
  const parent = (each: RecordOf<N>) =>
    'parentId' in each ? each.parentId : 'reportsToId' in each ? each.reportsToId : null
  const seen = new Set([record.id])
  let next = parent(record)
  while (next !== null) {
    if (seen.has(next)) throw new Problem('TREE_LOOP', { noun, code: record.code })
    seen.add(next)
    next = parent(change.get(noun, next))
  }
}
