/** What tells the rows of a list apart: the words of a column in which every row has its own, else the name. */
import type { Mapping } from '#shared/domain/import-mapping.ts'
import type { RecordDraft } from '#shared/domain/import-record/record-row.ts'
import { isKeyWithRepeats, keyColumnsOf } from '#shared/domain/import-row.ts'
import { Problem } from '#shared/domain/problem.ts'
import { searchKey } from '#shared/domain/text.ts'
import { sha256 } from '../store/canonical.ts'

export type RowKeys =
  | {
      readonly kind: 'column'
      readonly label: string
      readonly position: number
      readonly numbers: boolean
      /** Whether words of it stand in more than one row. */
      readonly repeats: boolean
    }
  | { readonly kind: 'name' }

/** The longest key that is stored as it stands; a longer one ends in its digest. */
const longestKey = 1000

/**
 * The column that tells all rows apart; where there is none, one that tells nearly all of them: the others are told row by row.
 * KEY_NOT_UNIQUE where the mapping file names a column that tells less, or in which a row has nothing.
 */
export function rowKeysOf(drafts: readonly RecordDraft[], mapping: Mapping, file: string): RowKeys {
  const apart = new Set(mapping.said.apart)
  const columns = keyColumnsOf(mapping).map((index, position) => {
    const seen = new Set<string>()
    const again = drafts.filter(({ identifiers }) => {
      const word = identifiers[position] ?? ''
      const isAgain = word === '' || seen.has(word)
      seen.add(word)
      return isAgain
    })
    const isFilled = !seen.has('')
    const untold = again.filter(({ identifiers }) => !apart.has(identifiers[position] ?? '')).length
    const label = mapping.columns[index]?.label ?? ''
    return { label, position, seen, again, isFilled, untold }
  })
  const chosen =
    columns.find(({ isFilled, again }) => isFilled && again.length === 0) ??
    columns.find(({ isFilled, untold }) => isFilled && isKeyWithRepeats(untold, drafts.length))
  if (chosen !== undefined) {
    const numbers = [...chosen.seen].every((word) => /^\d+$/.test(word))
    return { kind: 'column', label: chosen.label, position: chosen.position, numbers, repeats: chosen.again.length > 0 }
  }
  const [named] = columns
  if (mapping.key !== null && named !== undefined) {
    const value = named.again[0]?.identifiers[named.position] ?? ''
    const rows = drafts.filter(({ identifiers }) => (identifiers[named.position] ?? '') === value).map(({ row }) => row)
    throw new Problem('KEY_NOT_UNIQUE', { file, column: named.label, value, rows: rows.slice(0, 2).join(', ') })
  }
  return { kind: 'name' }
}

export function keyOfRow(draft: RecordDraft, keys: RowKeys): string {
  const identifier = keys.kind === 'column' ? (draft.identifiers[keys.position] ?? '') : ''
  const text =
    keys.kind === 'column' && identifier !== '' ? `${keys.label}: ${identifier}` : `name: ${searchKey(draft.name)}`
  return text.length <= longestKey ? text : `${text.slice(0, 200)}… ${sha256(text)}`
}
