/** What the use cases of all nouns share: plain fields are added, changed and withdrawn in the same three ways. */
import { type FieldDescription, fields } from '#shared/domain/fields.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertUntouched, changedMeanwhile } from './changed-meanwhile.ts'
import { assertRules } from './record-rules.ts'
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
  /** The version at which the record was read; CHANGED_MEANWHILE where the same field has changed since. */
  readonly version: number
  readonly patch: Patch<N>
}

/** Changes plain fields of a record; the rules of its noun are checked inside the transaction, after the change. */
export function updateRecord<N extends Noun>(register: Register, noun: N, input: UpdateInput<N>): RecordOf<N> {
  return register.change({ operation: `${noun}.update` }, (change) => updateIn(change, noun, input))
}

/** The same inside a transaction. */
export function updateIn<N extends Noun>(change: Change, noun: N, input: UpdateInput<N>): RecordOf<N> {
  const stored = change.get(noun, input.id)
  if (stored.withdrawn !== null) throw new Problem('WITHDRAWN', { noun, id: input.id })
  const patch = plainPatch(noun, input.patch)
  assertUntouched(change.read, noun, stored, input.version, patch)
  const after = change.update(noun, stored, patch)
  assertRules(change, noun, after, stored)
  return after
}

/** The record, where it still is as it was read: what is decided is decided on what was seen. CHANGED_MEANWHILE. */
export function asRead<N extends Noun>(change: Change, noun: N, stored: RecordOf<N>, version: number): RecordOf<N> {
  if (stored.version !== version) throw changedMeanwhile(change.read, noun, stored, version)
  return stored
}

export interface Withdrawal {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** Withdraws a record with a reason; it stays in history and its code is not used again. */
export function withdrawRecord<N extends Noun>(register: Register, noun: N, input: Withdrawal): RecordOf<N> {
  const reason = owed(input.reason)
  return register.change({ operation: `${noun}.withdraw`, reason }, (change) =>
    withdrawIn(change, noun, { ...input, reason }),
  )
}

/** The same inside a transaction. */
export function withdrawIn<N extends Noun>(change: Change, noun: N, input: Withdrawal): RecordOf<N> {
  const stored = change.get(noun, input.id)
  if (stored.withdrawn !== null) throw new Problem('WITHDRAWN', { noun, id: input.id })
  return change.update(noun, asRead(change, noun, stored, input.version), {
    withdrawn: { on: change.today, reason: input.reason },
  } as Partial<RecordOf<N>>)
}

/** A reason that is owed: REASON_REQUIRED where it is blank. */
export function owed(reason: string): string {
  const words = reason.trim()
  if (words === '') throw new Problem('REASON_REQUIRED')
  return words
}

/** The same where the reason is a field of the record that the act leaves behind: INVALID names it. */
export function owedIn(noun: Noun, field: string, reason: string | null): string {
  const words = (reason ?? '').trim()
  if (words === '') throw new Problem('INVALID', { noun, field, issue: 'REASON_REQUIRED' })
  return words
}
