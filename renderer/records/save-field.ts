/**
 * Saving one field with the version it was read at. Where somebody else changed the record meanwhile, only a change of the
 * same field is a conflict: changes of other fields do not meet, and the save is made again on top of them.
 */
import { problemOf } from '#renderer/api/problem.ts'
import { sameValue } from './same-value.ts'
import { valueOf } from './value-of.ts'

/** The field was changed by somebody else since it was read; `theirs` is what they wrote. */
export class FieldConflict extends Error {
  readonly theirs: unknown
  constructor(theirs: unknown) {
    super('CHANGED_MEANWHILE')
    this.name = 'FieldConflict'
    this.theirs = theirs
  }
}

export interface RecordAccess<Record extends { readonly version: number }> {
  /** The record as it is shown. */
  readonly known: () => Promise<Record>
  /** The record as it is stored now. */
  readonly fresh: () => Promise<Record>
  readonly update: (version: number, patch: Readonly<{ [field: string]: unknown }>) => Promise<Record>
}

/**
 * @param base the field's value when the person began to edit it
 * @returns the record as it is after the change
 * @throws FieldConflict, or what the register refused
 */
export async function saveField<Record extends { readonly version: number }>(
  access: RecordAccess<Record>,
  field: string,
  value: unknown,
  base: unknown,
): Promise<Record> {
  const known = await access.known()
  if (!sameValue(valueOf(known, field), base)) throw new FieldConflict(valueOf(known, field))
  try {
    return await access.update(known.version, { [field]: value })
  } catch (error) {
    if (problemOf(error).code !== 'CHANGED_MEANWHILE') throw error
    const fresh = await access.fresh()
    if (!sameValue(valueOf(fresh, field), base)) throw new FieldConflict(valueOf(fresh, field))
    return access.update(fresh.version, { [field]: value })
  }
}
