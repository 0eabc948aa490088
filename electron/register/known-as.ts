/** What people know a record by: its code, or the code of the record that it belongs to. */
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { labelOf } from './labels.ts'
import type { ReadHandle } from './store/query.ts'
import { recordTableOf } from './store/record-table.ts'

/** The fields by which a record without a code belongs to another one, the first that it has. */
const owners = ['subjectId', 'riskId', 'controlId', 'systemId', 'postId'] as const

/** A code; the empty string where there is none (a scale, the organisation). */
export function knownAs(read: ReadHandle, noun: Noun, id: string): string {
  const record = recordTableOf(noun).get(read, id)
  return record === undefined ? '' : codeOfRecord(read, record)
}

export function codeOfRecord(read: ReadHandle, record: RecordOf<Noun>): string {
  const known = record as Readonly<Record<string, unknown>>
  if (typeof known.code === 'string') return known.code
  for (const field of owners) {
    const owner = known[field]
    if (typeof owner === 'string') return labelOf(read, owner)?.code ?? ''
  }
  return ''
}

/** The person who acted, by name in either language, else the account on its machine. */
export function actorName(
  read: ReadHandle,
  actor: { readonly account: string; readonly machine: string; readonly personId: string | null },
): string {
  const name = actor.personId === null ? undefined : recordTableOf('person').get(read, actor.personId)
  const { ja = null, en = null } = (name as { name?: { ja: string | null; en: string | null } } | undefined)?.name ?? {}
  return ja ?? en ?? `${actor.account} (${actor.machine})`
}
