/**
 * One row of a list of what the board has directed: a draft of a record, or why it is none. Only which of the ten directions
 * it belongs to must be told; what has no meaning for its field is kept in the notes and listed.
 */
import { type DirectionItem, directionItems, type DirectionSide, maturities, type Maturity } from './direction.ts'
import { readDay } from './import-day.ts'
import type { Mapping } from './import-mapping.ts'
import { positionLabel } from './import-mapping.ts'
import { quoteOf, type Rejection, type RejectionReason, type UnknownWord } from './import-row.ts'
import { directionReadings } from './import-targets.ts'
import { codeOfWord, foldWord, isEmptyWord } from './import-values.ts'
import type { RecordOf } from './nouns.ts'
import { idOfRow, namesBeside, type OwnCodes } from './import-record/own-codes.ts'
import { bilingualFrom, longestText } from './text.ts'

type Bilingual = RecordOf<'direction'>['name']

export interface Answering {
  readonly target: string
  readonly label: string
  readonly words: string
  /** The names beside a cell of codes; null where the row says none. */
  readonly named?: string | null
}

export interface DirectionDraft {
  readonly kind: 'draft'
  readonly row: number
  readonly code: string | null
  /** The record's id in the register that wrote the list, where a column says it. */
  readonly id: string | null
  readonly side: DirectionSide
  readonly item: DirectionItem
  /** Fields that the row states, by name; of a text the language it is written in. */
  readonly texts: Readonly<Record<string, Partial<Bilingual>>>
  readonly values: Readonly<Record<string, string>>
  /** Names of posts or people, by target, with the label of the column. */
  readonly answering: readonly Answering[]
  /** Words that met no field. */
  readonly kept: readonly (readonly [label: string, words: string])[]
}

export interface DirectionRowOptions {
  readonly mapping: Mapping
  /** Of rows that say none themselves. */
  readonly side: DirectionSide
  /** Titles of the ten, folded by `foldTitle`. */
  readonly titles: ReadonlyMap<string, DirectionItem>
  readonly onUnknown: (word: UnknownWord) => void
  /** Columns that say nothing of their own: labels beside the codes of an export. */
  readonly ignored: ReadonlySet<number>
  readonly own: OwnCodes
}

/** Titles are compared without what each of them has: the subject, spaces and punctuation. */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/サイバーセキュリティ|cybersecurity/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** "7", "指示7", "(7) 緊急対応体制", "CMG-D07", "⑦" or a title; null where it is none of the ten. */
export function readDirectionItem(cell: string, titles: ReadonlyMap<string, DirectionItem>): DirectionItem | null {
  const text = cell.normalize('NFKC').trim()
  const numbered =
    /^(?:cmg[-_ ]?)?d[-_ ]?0*(\d{1,2})$/i.exec(text) ??
    /^(?:指示|項目|重要項目|direction|directive|item|no\.?|#)?\s*\(?\s*0*(\d{1,2})\s*\)?(?![\d./年月日-])/i.exec(text)
  if (numbered !== null) return directionItems[Number(numbered[1]) - 1] ?? null
  return titles.get(foldTitle(text)) ?? null
}

/** A digit from 0 to 4, a word of either language, or both where they agree; null where it is no step. */
export function readMaturity(cell: string): Maturity | null {
  const word = codeOfWord('maturity', cell)
  if (word !== null) return maturities.find((each) => each === word) ?? null
  const match = /^(?:レベル|level|lv\.?|段階)?\s*([0-4])\s*(?:\/\s*4)?(?:\s*[:.、-]?\s*([^\d.\s].*))?$/iu.exec(
    cell.normalize('NFKC').trim(),
  )
  const stated = match === null ? undefined : maturities[Number(match[1])]
  if (stated === undefined) return null
  const beside = (match?.[2] ?? '').replace(/^[(「]|[)」]$/g, '')
  if (beside === '' || beside === '段' || beside === '点') return stated
  const said = codeOfWord('maturity', beside)
  return said === stated ? stated : null
}

export class DirectionRowReader {
  readonly #options: DirectionRowOptions
  constructor(options: DirectionRowOptions) {
    this.#options = options
  }

  /** Reads a record with content. `row` is the spreadsheet's row. */
  read(row: number, cells: readonly string[]): DirectionDraft | Rejection {
    const { mapping, titles, onUnknown, ignored, own: ownCodes } = this.#options
    const labelOf = (index: number) => mapping.columns[index]?.label ?? positionLabel(index)
    const reject = (index: number, reason: RejectionReason): Rejection => ({
      kind: 'rejected',
      row,
      column: labelOf(index),
      reason,
      value: quoteOf(cells[index] ?? ''),
    })
    const texts: Record<string, Partial<Bilingual>> = {}
    const values: Record<string, string> = {}
    const answering: Answering[] = []
    const kept: [string, string][] = []
    const keep = (index: number, cell: string) => {
      onUnknown({ column: labelOf(index), value: quoteOf(cell) })
      kept.push([labelOf(index), cell])
    }
    let item: DirectionItem | null = null
    let itemColumn = -1
    let code: string | null = null
    for (const [index, whole] of cells.entries()) {
      const cell = whole.trim()
      if (cell === '') continue
      if (cell.length > longestText) return reject(index, 'TOO_LONG')
      const target = mapping.targets.get(index)
      const how = target === undefined ? undefined : directionReadings.get(target)
      if (target === undefined || how === undefined) {
        if (!ignored.has(index)) kept.push([labelOf(index), cell])
        continue
      }
      if (how.kind === 'text') {
        if (!how.bilingual) values[how.field] = cell
        else texts[how.field] = { ...texts[how.field], ...inSlot(cell, how.slot) }
      } else if (how.kind === 'code') code = cell
      else if (how.kind === 'answering') {
        const named = namesBeside(ownCodes, index, cells)
        if (!isEmptyWord(cell))
          answering.push({ target, label: labelOf(index), words: cell, ...(named === undefined ? {} : { named }) })
      } else if (how.kind === 'day') {
        if (isEmptyWord(cell)) continue
        const day = readDay(cell, mapping.dayOrder)
        if (day.kind === 'not_in_calendar') return reject(index, 'DAY_DOES_NOT_EXIST')
        if (day.kind === 'day') values[how.field] = day.day
        else keep(index, cell)
      } else if (how.kind === 'choice' && how.field === 'item') {
        itemColumn = index
        item = readDirectionItem(cell, titles)
        // The words beside a number say no more than the number does.
        if (item === null) return reject(index, 'DIRECTION_UNKNOWN')
      } else if (how.kind === 'choice') {
        const own = mapping.words.get(how.field)
        const read =
          how.field === 'maturity' && own?.has(foldWord(cell)) !== true
            ? readMaturity(cell)
            : codeOfWord(how.options, cell, own)
        if (read !== null) values[how.field] = read
        else if (!isEmptyWord(cell)) keep(index, cell)
      }
    }
    if (item === null) return reject(itemColumn < 0 ? columnOf(mapping, 'item') : itemColumn, 'DIRECTION_UNKNOWN')
    const { side, ...rest } = values
    return {
      kind: 'draft',
      row,
      code,
      id: idOfRow(ownCodes, cells),
      side: side === 'ai' || side === 'cyber' ? side : this.#options.side,
      item,
      texts,
      values: rest,
      answering,
      kept,
    }
  }
}

function inSlot(cell: string, slot: 'ja' | 'en' | null): Partial<Bilingual> {
  const own = slot ?? (bilingualFrom(cell).ja === null ? 'en' : 'ja')
  return { [own]: cell }
}

function columnOf(mapping: Mapping, target: string): number {
  return [...mapping.targets].find(([, each]) => each === target)?.[0] ?? 0
}
