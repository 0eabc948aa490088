/** Records by a few typed characters: pickers and the palette. A code comes first, however much of it is typed. */
import type { Found } from '#shared/contract/records.ts'
import { type CodedNoun, codePrefixes } from '#shared/domain/nouns.ts'
import { codeOf } from '#shared/domain/record.ts'
import { searchKey } from '#shared/domain/text.ts'
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
  const named = query.postKind === undefined ? namedByCode(read, query.nouns, query.text) : []
  return [...new Set([...named, ...ids])]
    .map((id) => ({ id, label: labelOf(read, id) }))
    .filter((found): found is Found => found.label !== null)
    .slice(0, query.limit)
}

/** The records whose code is meant: `sys-12`, `SYS12` and `12` mean SYS-0012. */
function namedByCode(read: ReadHandle, nouns: readonly CodedNoun[], text: string): string[] {
  const typed = /^([a-z]*)-?(\d{1,9})$/.exec(searchKey(text))
  if (typed === null) return []
  const [, letters = '', digits = ''] = typed
  return nouns
    .filter((noun) => letters === '' || codePrefixes[noun].toLowerCase() === letters)
    .flatMap((noun) => {
      const sql = `SELECT id FROM ${recordTables[noun].table} WHERE code = ? AND withdrawn_on IS NULL`
      const row = read.prepare(sql).get(codeOf(codePrefixes[noun], Number(digits))) as { id: string } | undefined
      return row === undefined ? [] : [row.id]
    })
}
