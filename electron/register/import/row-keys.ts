/** What tells the rows of a list apart: the words of a column in which every row has its own, else the name. */
import type { Mapping } from '#shared/domain/import-mapping.ts'
import type { RecordDraft } from '#shared/domain/import-record/record-row.ts'
import { keyColumnsOf } from '#shared/domain/import-row.ts'
import { Problem } from '#shared/domain/problem.ts'
import { searchKey } from '#shared/domain/text.ts'
import { sha256 } from '../store/canonical.ts'

export type RowKeys =
  | { readonly kind: 'column'; readonly label: string; readonly position: number; readonly numbers: boolean }
  | { readonly kind: 'name' }

/** The longest key that is stored as it stands; a longer one ends in its digest. */
const longestKey = 1000

/** KEY_NOT_UNIQUE where the mapping file names a column in which two rows have the same words, or one none. */
export function rowKeysOf(drafts: readonly RecordDraft[], mapping: Mapping, file: string): RowKeys {
  const columns = keyColumnsOf(mapping)
  for (const [position, index] of columns.entries()) {
    const words = drafts.map(({ identifiers }) => identifiers[position] ?? '')
    const label = mapping.columns[index]?.label ?? ''
    if (words.every((word) => word !== '') && new Set(words).size === words.length)
      return { kind: 'column', label, position, numbers: words.every((word) => /^\d+$/.test(word)) }
    if (mapping.key === null) continue
    const repeated = words.find((word, at) => word === '' || words.indexOf(word) < at) ?? ''
    const rows = drafts.filter(({ identifiers }) => (identifiers[position] ?? '') === repeated).map(({ row }) => row)
    throw new Problem('KEY_NOT_UNIQUE', { file, column: label, value: repeated, rows: rows.slice(0, 2).join(', ') })
  }
  return { kind: 'name' }
}

export function keyOfRow(draft: RecordDraft, keys: RowKeys): string {
  const identifier = keys.kind === 'column' ? (draft.identifiers[keys.position] ?? '') : ''
  const text =
    keys.kind === 'column' && identifier !== '' ? `${keys.label}: ${identifier}` : `name: ${searchKey(draft.name)}`
  return text.length <= longestKey ? text : `${text.slice(0, 200)}… ${sha256(text)}`
}
