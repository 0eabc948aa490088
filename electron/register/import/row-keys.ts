/** What tells the rows of a list apart: the words of a column in which every row has its own, else the name. */
import type { Mapping } from '#shared/domain/import-mapping.ts'
import type { KeyLeft } from '#shared/domain/import-report.ts'
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
      /** By the mapping, so not doubted. */
      readonly named: boolean
      readonly numbers: boolean
      /** Whether words of it stand in more than one row. */
      readonly repeats: boolean
    }
  | { readonly kind: 'name'; readonly left: KeyLeft | null }

/** The longest key that is stored as it stands; a longer one ends in its digest. */
const longestKey = 1000

/**
 * The column that tells all rows apart; where there is none, one that tells nearly all of them: the others are told row by row, as
 * of a column that the mapping names. KEY_NOT_UNIQUE where a row has nothing in that one.
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
    columns.find(
      ({ isFilled, untold }) => isFilled && (mapping.key !== null || isKeyWithRepeats(untold, drafts.length)),
    )
  if (chosen !== undefined) {
    const numbers = [...chosen.seen].every((word) => /^\d+$/.test(word))
    const { label, position, again } = chosen
    return { kind: 'column', label, position, named: mapping.key !== null, numbers, repeats: again.length > 0 }
  }
  const [named] = columns
  if (mapping.key !== null && named !== undefined) {
    const empty = drafts.filter(({ identifiers }) => (identifiers[named.position] ?? '') === '')
    throw keyNotUnique(
      file,
      named.label,
      empty.map(({ row }) => row),
    )
  }
  const left = columns.find(({ isFilled }) => isFilled)
  return { kind: 'name', left: left === undefined ? null : { column: left.label, rows: left.untold } }
}

/** The key column that was named is empty in some rows; the first of them are told. */
export function keyNotUnique(file: string, column: string, rows: readonly number[]): Problem {
  return new Problem('KEY_NOT_UNIQUE', { file, column, rows: rows.slice(0, 5).join(', ') })
}

export function keyOfRow(draft: RecordDraft, keys: RowKeys): string {
  const identifier = keys.kind === 'column' ? (draft.identifiers[keys.position] ?? '') : ''
  const text =
    keys.kind === 'column' && identifier !== '' ? `${keys.label}: ${identifier}` : `name: ${searchKey(draft.name)}`
  return text.length <= longestKey ? text : `${text.slice(0, 200)}… ${sha256(text)}`
}
