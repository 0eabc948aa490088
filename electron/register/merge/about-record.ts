/** What a row without a name of its own is about, so that a person can tell it apart. */
import { fields } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { labelOf } from '../labels.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'

/**
 * The records that one without a name of its own is about, at most two: its subject, then what it must name, then what it may. None
 * of a record that has a name.
 */
export function aboutOf(read: ReadHandle, noun: Noun, id: string): string[] {
  if (labelOf(read, id) !== null) return []
  const values = recordTables[noun].get(read, id) as Readonly<Record<string, unknown>> | undefined
  if (values === undefined) return []
  const references = fields[noun].filter(({ kind }) => kind === 'reference')
  const names = [
    'subjectId',
    ...references.filter(({ required }) => required === true).map(({ name }) => name),
    ...references.filter(({ required }) => required !== true).map(({ name }) => name),
  ]
  const ids = names.map((name) => values[name]).filter((value) => typeof value === 'string')
  return ids.filter((each) => labelOf(read, each) !== null).slice(0, 2)
}
