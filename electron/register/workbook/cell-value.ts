/** What stands in a cell, from what the sheet writes down for it. */
import { formatValue } from 'hucre'
import { oneKindOfLineBreak } from '#shared/domain/formula-guard.ts'
import type { Cell } from './cells.ts'
import type { NumberFormat } from './number-format.ts'
import { withoutEscapes } from './xml-part.ts'

/** A cell as it is written: `value` null where nothing was saved. */
export interface WrittenDown {
  readonly type: string
  readonly value: string | null
  /** The text that stands in the cell itself. */
  readonly inline: string | null
  readonly isFormula: boolean
}

export interface ValueFacts {
  readonly format: NumberFormat | undefined
  readonly strings: readonly string[]
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
}

export function cellOf({ type, value, inline, isFormula }: WrittenDown, facts: ValueFacts): Cell | null {
  if (inline !== null) return textCell(withoutEscapes(inline))
  // A formula whose value was never worked out is not empty: it says something that nobody can read here.
  if (isFormula && (value === null || (value === '' && type !== 'str')))
    return { kind: 'error', value: null, shown: '' }
  if (value === null) return null
  switch (type) {
    case 's':
      return textCell(facts.strings[Number(value)] ?? '')
    case 'str':
    case 'inlineStr':
      return textCell(withoutEscapes(value))
    case 'b': {
      const truth = value === '1' || value.toLowerCase() === 'true'
      return { kind: 'boolean', value: truth, shown: truth ? 'TRUE' : 'FALSE' }
    }
    case 'e':
      return { kind: 'error', value: null, shown: value }
    case 'd':
      return isoCell(value)
    default:
      return numberCell(value.trim(), facts)
  }
}

function textCell(written: string): Cell | null {
  const text = oneKindOfLineBreak(written)
  return text === '' ? null : { kind: 'text', value: text, shown: text }
}

function isoCell(value: string): Cell | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2})?/.exec(value) ?? []
  if (day === undefined && time === undefined) return textCell(value)
  if (day === undefined || (time !== undefined && time !== '00:00')) {
    const shown = [day, time].filter((part) => part !== undefined).join(' ')
    return { kind: 'time', value: shown, shown }
  }
  return { kind: 'day', value: day, shown: day }
}

function numberCell(written: string, { format, from1904 }: ValueFacts): Cell | null {
  if (written === '') return null
  const value = Number(written)
  if (!Number.isFinite(value)) return textCell(written)
  if (format?.isDate === true) {
    const moment = momentOf(value, from1904)
    if (moment !== null) return moment
  }
  const stored = storedText(written, value)
  const filled =
    format !== undefined && format.zeros > 0 && /^\d+$/.test(stored) ? stored.padStart(format.zeros, '0') : stored
  return { kind: 'number', value, stored: filled, shown: shownNumber(value, filled, format?.code) }
}

/** Spreadsheets reckon with fifteen digits: what stands beyond them is noise. A whole number is what is written. */
function storedText(written: string, value: number): string {
  if (/^-?\d+$/.test(written)) return written
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  return /e/.test(text) && Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/0+$/, '') : text
}

/** As the sheet shows it, where its format is one of numbers; the plain figure else. */
function shownNumber(value: number, stored: string, code: string | undefined): string {
  if (code === undefined || code === 'General' || code === '@' || /^0+$/.test(code)) return stored
  return formatValue(value, code)
}

const dayLength = 86_400_000
/** The last day that Excel knows, the 31st of December 9999. */
const lastSerial = 2_958_465
const beginningOf1900 = Date.UTC(1899, 11, 30)
const beginningOf1904 = Date.UTC(1904, 0, 1)

/**
 * The day or moment behind a serial number; null where no calendar has it. In 1900 Excel counts a 29th of February that never
 * was: before it the days are one further on, and it is read as the last day of its month.
 */
function momentOf(serial: number, from1904: boolean): Cell | null {
  if (serial < 0 || serial > lastSerial) return null
  const seconds = Math.round(serial * 86_400)
  const shift = !from1904 && serial >= 1 && serial < 60 ? 1 : 0
  const moment = new Date((from1904 ? beginningOf1904 : beginningOf1900) + shift * dayLength + seconds * 1000)
  const iso = moment.toISOString()
  const day = iso.slice(0, 10)
  const time = iso.slice(11, 16)
  // Before the first day there are only times of day, and hours of a length of time.
  if (serial < 1 && !(from1904 && serial === 0)) return { kind: 'time', value: time, shown: time }
  if (time === '00:00') return { kind: 'day', value: day, shown: day }
  return { kind: 'time', value: `${day} ${time}`, shown: `${day} ${time}` }
}
