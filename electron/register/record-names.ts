/** Records by what people call them: code, name in either language, reading, e-mail. Width, case and kana do not matter. */
import { type CodedNoun, codePrefixes, type Noun } from '#shared/domain/nouns.ts'
import { searchKey } from '#shared/domain/text.ts'
import type { ReadHandle } from './store/query.ts'
import { nounTables, tableOf } from './store/tables.ts'

/** Names are read from the tables once for each noun that is asked for. Withdrawn records have none. */
export class RecordNames {
  readonly #read: ReadHandle
  readonly #byKey = new Map<Noun, Map<string, string[]>>()

  constructor(read: ReadHandle) {
    this.#read = read
  }

  /** The ids of all records of a noun that are called so. */
  find(noun: Noun, word: string): readonly string[] {
    return this.#keysOf(noun).get(keyOf(word)) ?? []
  }

  /** The ids of all records of a noun of which a name begins so. */
  beginning(noun: Noun, word: string): readonly string[] {
    const key = keyOf(word)
    if (key === '') return []
    const found = [...this.#keysOf(noun)].flatMap(([each, ids]) => (each.startsWith(key) ? ids : []))
    return [...new Set(found)]
  }

  #keysOf(noun: Noun): Map<string, string[]> {
    const known = this.#byKey.get(noun)
    if (known !== undefined) return known
    const keys = new Map<string, string[]>()
    this.#byKey.set(noun, keys)
    if (!isCoded(noun)) return keys
    const columns = ['code', 'name_ja', 'name_en', 'reading', 'email'].filter((column) => column in nounTables[noun])
    const rows = this.#read
      .prepare(`SELECT id, ${columns.join(', ')} FROM ${tableOf(noun)} WHERE withdrawn_on IS NULL`)
      .all() as Readonly<Record<string, string | null>>[]
    for (const row of rows)
      for (const key of new Set(columns.map((column) => keyOf(row[column] ?? '')))) {
        const ids = keys.get(key)
        if (key === '') continue
        if (ids === undefined) keys.set(key, [row.id ?? ''])
        else ids.push(row.id ?? '')
      }
    return keys
  }
}

function isCoded(noun: Noun): noun is CodedNoun {
  return noun in codePrefixes
}

/** A name is the same with a half-width space, a full-width one and none. */
function keyOf(word: string): string {
  return searchKey(word).replace(/\s+/g, '')
}
