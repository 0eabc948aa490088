/**
 * Saving one field with the version it was read at. The register lets a change pass where somebody else changed other fields
 * meanwhile; a change of the same field is refused, and both values are shown.
 */
import { problemOf } from '#renderer/api/problem.ts'
import { sameValue } from './same-value.ts'
import { textOrNull } from './typed-text.ts'
import { valueOf } from './value-of.ts'

/** The field was changed by somebody else since it was read. */
export class FieldConflict extends Error {
  /** What they wrote. */
  readonly theirs: unknown
  /** Who and when, where the register says so. */
  readonly by: string | null
  readonly at: string | null
  constructor(theirs: unknown, by: string | null = null, at: string | null = null) {
    super('CHANGED_MEANWHILE')
    this.name = 'FieldConflict'
    this.theirs = theirs
    this.by = by
    this.at = at
  }
}

export interface RecordAccess<Record extends { readonly version: number }> {
  /** The record as it is shown. */
  readonly known: () => Promise<Record>
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
    const { code, facts } = problemOf(error)
    if (code !== 'CHANGED_MEANWHILE' || typeof facts.record !== 'string') throw error
    const theirs = valueOf(JSON.parse(facts.record) as object, field)
    throw new FieldConflict(theirs, textOrNull(facts.by), textOrNull(facts.at))
  }
}
