/** Records by a few typed characters: pickers and the palette. */
import type { Found } from '#shared/contract/records.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { labelOf } from './labels.ts'
import type { ReadHandle } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import { findRecords } from './store/search.ts'

/** The best records of the given nouns; the first ones by code where nothing is typed. Withdrawn ones are left out. */
export function lookUp(
  read: ReadHandle,
  query: {
    readonly nouns: readonly CodedNoun[]
    readonly text: string
    readonly limit: number
    /** Posts of one kind only. */
    readonly postKind?: string | undefined
  },
): Found[] {
  const ids = query.nouns.flatMap((noun) => {
    const { table } = recordTables[noun]
    const kind = noun === 'post' ? query.postKind : undefined
    const standing = `withdrawn_on IS NULL${kind === undefined ? '' : ' AND kind = ?'}`
    const narrowed = kind === undefined ? [] : [kind]
    if (query.text.trim() === '')
      return (
        read
          .prepare(`SELECT id FROM ${table} WHERE ${standing} ORDER BY code LIMIT ?`)
          .all(...narrowed, query.limit) as {
          id: string
        }[]
      ).map((row) => row.id)
    return findRecords(read, noun, query.text, query.limit * 4).filter(
      (id) => read.prepare(`SELECT code FROM ${table} WHERE id = ? AND ${standing}`).get(id, ...narrowed) !== undefined,
    )
  })
  return ids
    .map((id) => ({ id, label: labelOf(read, id) }))
    .filter((found): found is Found => found.label !== null)
    .slice(0, query.limit)
}
