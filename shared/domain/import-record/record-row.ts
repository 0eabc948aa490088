/**
 * One row of a list of records, read by a mapping: what it states column by column, to the letter. What the words mean is read
 * after that (`read-stated.ts`), since words that name other records are known to a register only.
 */
import { type Mapping, positionLabel } from '../import-mapping.ts'
import { keyColumnsOf, quoteOf, type Rejection, type RejectionReason } from '../import-row.ts'
import { textOfCell } from '../import-values.ts'
import { longestText } from '../text.ts'
import { idOfRow, namesBeside, noOwnCodes, type OwnCodes } from './own-codes.ts'
import { namelessNouns, type RecordNoun, type RecordTarget, recordTargets } from './record-targets.ts'

export interface StatedCell {
  readonly target: string
  readonly how: RecordTarget
  readonly label: string
  readonly words: string
  /** What the words mean, where the row's reader knows it. */
  readonly code?: string
  /** The names beside a cell of codes; null where the row says none. */
  readonly named?: string | null
}

export interface RecordDraft {
  readonly kind: 'draft'
  /** The spreadsheet's row, from 1. */
  readonly row: number
  /** The name as it stands, in whichever language; empty only of a noun whose rows need none. */
  readonly name: string
  /** The record's code in this register, where a column says it. */
  readonly code: string | null
  /** The record's id in the register that wrote the list, where a column says it. */
  readonly id: string | null
  readonly stated: readonly StatedCell[]
  /** Every cell with anything in it. */
  readonly cells: readonly (readonly [label: string, words: string])[]
  /** The words of the columns that may hold the key, in the mapping's order. */
  readonly identifiers: readonly string[]
}

export class RecordRowReader {
  readonly #mapping: Mapping
  readonly #targets: ReadonlyMap<string, RecordTarget>
  readonly #keyColumns: readonly number[]
  readonly #nameColumn: number
  readonly #own: OwnCodes
  readonly #nameless: boolean

  constructor(mapping: Mapping, noun: RecordNoun, own: OwnCodes = noOwnCodes) {
    this.#own = own
    this.#nameless = namelessNouns.includes(noun)
    this.#mapping = mapping
    this.#targets = recordTargets[noun]
    this.#keyColumns = keyColumnsOf(mapping)
    this.#nameColumn = [...mapping.targets].find(([, target]) => isName(target))?.[0] ?? 0
  }

  /** Reads a record with content. */
  read(row: number, cells: readonly string[]): RecordDraft | Rejection {
    const reject = (index: number, reason: RejectionReason): Rejection => ({
      kind: 'rejected',
      row,
      column: this.#labelOf(index),
      reason,
      value: quoteOf(cells[index] ?? ''),
    })
    if (this.#isHeading(cells)) return reject(this.#nameColumn, 'HEADING_REPEATED')
    const stated: StatedCell[] = []
    const kept: (readonly [string, string])[] = []
    let name = ''
    let code: string | null = null
    for (const [index, words] of cells.entries()) {
      if (words.trim() === '') continue
      const label = this.#labelOf(index)
      kept.push([label, words])
      const target = this.#mapping.targets.get(index)
      const how = target === undefined ? undefined : this.#targets.get(target)
      if (target === undefined || how === undefined) continue
      if (words.length > longestText) return reject(index, 'TOO_LONG')
      if (how.kind === 'code') code = words.trim()
      else {
        const named = namesBeside(this.#own, index, cells)
        stated.push({ target, how, label, words, ...(named === undefined ? {} : { named }) })
      }
      if (isName(target) && name === '') name = textOfCell(words).trim()
    }
    if (name === '' && !this.#nameless) return reject(this.#nameColumn, 'NAME_MISSING')
    return {
      kind: 'draft',
      row,
      name,
      code,
      id: idOfRow(this.#own, cells),
      stated,
      cells: kept,
      identifiers: this.#keyColumns.map((index) => (cells[index] ?? '').trim()),
    }
  }

  #labelOf(index: number): string {
    return this.#mapping.columns[index]?.label ?? positionLabel(index)
  }

  #isHeading(cells: readonly string[]): boolean {
    const headings = this.#mapping.columns.filter(({ heading }) => heading !== '')
    return headings.length > 1 && headings.every(({ index, heading }) => (cells[index] ?? '').trim() === heading)
  }
}

export function isName(target: string): boolean {
  return target === 'name' || target.startsWith('name.')
}
