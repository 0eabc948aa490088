/**
 * What an encoding cannot hold of the tables that are to be written in it: looked for before anything is written, so that a person
 * decides. Who has decided hands back the digest of what was shown; where anything has changed since, nothing is written.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { UnheldCharacters } from '#shared/contract/encoding.ts'
import { Problem } from '#shared/domain/problem.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import type { Cell, CsvFile } from './cell.ts'
import { unheldIn } from './cp932.ts'

export const textEncodings = ['utf-8', 'cp932'] as const
export type TextEncoding = (typeof textEncodings)[number]

export interface Encoded {
  readonly encoding: TextEncoding
  /** The digest of the report that a person has seen, where the substitute is to be written; else null. */
  readonly seen: string | null
}
export const asUtf8: Encoded = { encoding: 'utf-8', seen: null }

type Row = UnheldCharacters['rows'][number]
export type Surveyed = Pick<CsvFile, 'name' | 'rows'> & {
  readonly columns: readonly { readonly name: string }[]
  /** Where the record of a row is named, by columns; the first cell unless said. */
  readonly recordAt?: number
}

/** Every place with a character that code page 932 cannot hold. CANCELLED. */
export async function surveyed(tables: readonly Surveyed[], signal?: AbortSignal): Promise<UnheldCharacters> {
  const rows: Row[] = []
  let done = 0
  for (const { name: file, columns, rows: rowsOf, recordAt } of tables) {
    const at = recordAt ?? recordColumn(columns)
    for (const row of rowsOf()) {
      for (const [index, cell] of row.entries())
        for (const [character, count] of countsIn(cell))
          rows.push({ file, record: String(row[at] ?? ''), field: columns[index]?.name ?? '', character, count })
      done += 1
      if (done % 1000 > 0) continue
      await nextTurn()
      if (signal?.aborted) throw new Problem('CANCELLED')
    }
  }
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    characters: [...new Set(rows.map(({ character }) => character))].sort(),
    rows,
    digest: sha256(canonicalJson(rows)),
  }
}

/** A person looks a record up by its code; the id stands before it. */
function recordColumn(columns: readonly { readonly name: string }[]): number {
  const code = columns.findIndex(({ name }) => name === 'code')
  return code < 0 ? 0 : code
}

function countsIn(cell: Cell): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  if (typeof cell === 'string')
    for (const character of unheldIn(cell)) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** How many characters are written as the substitute. CHARACTERS_UNHELD where nobody has seen what they are; CANCELLED. */
export async function substituted(
  { encoding, seen }: Encoded,
  tables: () => readonly Surveyed[],
  signal?: AbortSignal,
): Promise<number> {
  if (encoding === 'utf-8') return 0
  const { total, digest } = await surveyed(tables(), signal)
  if (total > 0 && digest !== seen) throw new Problem('CHARACTERS_UNHELD', { count: total })
  return total
}
