/**
 * What is peculiar to a row of what the board has directed: which of the ten directions it belongs to must be told, and stands
 * there in many ways; so does a maturity. With its side and its day the direction tells the rows of a list apart, and a row without a name is
 * called by what was directed.
 */
import type { DayOrder } from '../import-day.ts'
import { readDay } from '../import-day.ts'
import {
  dayOfDirection,
  type Direction,
  type DirectionItem,
  directionItems,
  type DirectionSide,
  directionSides,
  maturities,
  type Maturity,
} from '../direction.ts'
import type { Mapping } from '../import-mapping.ts'
import { quoteOf, type Rejection } from '../import-row.ts'
import { codeOfWord, foldWord } from '../import-values.ts'
import type { Bilingual } from '../text.ts'
import type { RecordDraft, RecordRowReader, StatedCell } from './record-row.ts'

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

export interface DirectionRowOptions {
  readonly mapping: Mapping
  /** Of rows that say none themselves. */
  readonly side: DirectionSide
  /** Titles of the ten, folded by `foldTitle`. */
  readonly titles: ReadonlyMap<string, DirectionItem>
}

/** Reads rows of directions: a record row with its place as its only identifier. DIRECTION_UNKNOWN where it is none of the ten. */
export class DirectionRowReader {
  readonly #rows: RecordRowReader
  readonly #options: DirectionRowOptions

  constructor(rows: RecordRowReader, options: DirectionRowOptions) {
    this.#rows = rows
    this.#options = options
  }

  read(row: number, cells: readonly string[]): RecordDraft | Rejection {
    const draft = this.#rows.read(row, cells)
    if (draft.kind === 'rejected') return draft
    const stated = draft.stated.map((cell) => ({ ...cell, ...this.#codeOf(cell) }))
    const said = (target: string) => stated.find((cell) => cell.target === target)
    const item = directionItems.find((each) => each === said('item')?.code)
    if (item === undefined) {
      const { columns, targets } = this.#options.mapping
      const index = [...targets].find(([, target]) => target === 'item')?.[0] ?? 0
      const value = quoteOf(cells[index] ?? '')
      return { kind: 'rejected', row, column: columns[index]?.label ?? '', reason: 'DIRECTION_UNKNOWN', value }
    }
    const day = (target: string) => dayOf(said(target)?.words, this.#options.mapping.dayOrder)
    const place = placeOfDirection({
      side: directionSides.find((each) => each === said('side')?.code) ?? this.#options.side,
      item,
      givenOn: day('givenOn'),
      maturityOn: day('maturityOn'),
      reportedOn: day('reportedOn'),
    })
    return { ...draft, stated, identifiers: [place] }
  }

  #codeOf({ target, words }: StatedCell): { readonly code?: string } {
    const { mapping, titles } = this.#options
    const own = mapping.words.get(target)
    if (target === 'item') return ofCode(readDirectionItem(words, titles))
    if (target === 'side') return ofCode(codeOfWord('directionSide', words, own))
    if (target === 'maturity' && own?.has(foldWord(words)) !== true) return ofCode(readMaturity(words))
    return {}
  }
}

function ofCode(code: string | null): { readonly code?: string } {
  return code === null ? {} : { code }
}

function dayOf(words: string | undefined, order: DayOrder | null): string | null {
  const read = words === undefined ? null : readDay(words, order)
  return read?.kind === 'day' ? read.day : null
}

/** What tells the directions of a register apart: side, number and the day by which each stands. */
export function placeOfDirection(
  record: Pick<Direction, 'side' | 'item' | 'givenOn' | 'maturityOn' | 'reportedOn'>,
): string {
  return `${record.side} ${record.item} ${dayOfDirection(record) ?? ''}`.trimEnd()
}

const longestName = 120

/** Without a short name, the instruction's first line is one; null where nothing was directed. */
export function nameOfInstruction(instruction: Bilingual | undefined): Bilingual | null {
  const first = (text: string | null | undefined) => text?.split('\n')[0]?.trim().slice(0, longestName) ?? null
  const name = { ja: first(instruction?.ja), en: first(instruction?.en) }
  return name.ja === null && name.en === null ? null : name
}
