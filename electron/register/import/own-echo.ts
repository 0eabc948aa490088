/**
 * Whether a row of a list of ours says only what the register wrote: then there is nothing of a source to keep. A column that
 * somebody has added, and a cell that no field takes and that reads otherwise than we would write it, are a source's words.
 */
import type { RecordDraft } from '#shared/domain/import-record/record-row.ts'
import type { RecordNoun } from '#shared/domain/import-record/record-targets.ts'
import { guard, oneKindOfLineBreak } from '#shared/domain/formula-guard.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import type { NounColumn } from '../export/noun-columns.ts'
import type { RecordCalls } from '../export/names.ts'
import { labelOf } from '../labels.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import { ownHeadings } from './own-codes.ts'

/** What an export says of itself: the state in which it met a record, and that it is of a sample. */
const ofTheExport = ['version', 'sample']

export class OwnEcho {
  readonly #headings: ReadonlyMap<string, NounColumn | null>
  readonly #calls: RecordCalls

  constructor(read: ReadHandle, noun: RecordNoun) {
    this.#headings = ownHeadings(noun)
    this.#calls = callsIn(read)
  }

  /** Of a row of whose stated cells nothing is unknown or unmatched, and which changes nothing of its record. */
  saysNothingElse({ cells, stated }: RecordDraft, record: Readonly<Record<string, unknown>>): boolean {
    const taken = new Set(stated.map(({ label }) => label))
    return cells.every(([label, words]) => {
      const column = this.#headings.get(label)
      if (column === undefined) return false
      if (taken.has(label)) return true
      return column !== null && (ofTheExport.includes(column.name) || this.#wrote(column, record, words))
    })
  }

  #wrote(column: NounColumn, record: Readonly<Record<string, unknown>>, words: string): boolean {
    const cell = column.of(record, this.#calls)
    const own = oneKindOfLineBreak(cell === null ? '' : String(cell)).trim()
    const said = oneKindOfLineBreak(words).trim()
    return said === own || said === guard(own)
  }
}

/** Names as an export writes them: in the register's language, else in the other one. */
function callsIn(read: ReadHandle): RecordCalls {
  const known = new Map<string, ReturnType<typeof labelOf>>()
  const of = (id: string) => {
    if (!known.has(id)) known.set(id, labelOf(read, id))
    return known.get(id) ?? null
  }
  let language: Language | undefined
  const code = (id: string | null) => (id === null ? null : (of(id)?.code ?? null))
  return {
    code,
    name: (id) => {
      const name = id === null ? undefined : of(id)?.name
      language ??= [...recordTables.organisation.all(read)][0]?.language ?? 'ja'
      return name === undefined ? null : inLanguage(name, language)
    },
    codes: (ids) => ids.map((id) => code(id) ?? id).sort(),
  }
}
