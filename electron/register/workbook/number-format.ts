/** What a number format says of the number below it: that it is a day or a time, or that it is written with leading zeros. */

export interface NumberFormat {
  readonly code: string
  readonly isDate: boolean
  /** Digits that the number is filled up to with zeros; 0: none. */
  readonly zeros: number
}

/** Formats that every workbook knows by their numbers, as far as they are not those of days and times. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  48: '##0.0E+0',
  49: '@',
}

/** Days and times by number: the common ones, and those of Japanese, Chinese and Korean workbooks. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

export function formatOf(id: number, custom: string | undefined): NumberFormat {
  if (custom !== undefined) return { code: custom, isDate: isDateCode(custom), zeros: zerosOf(custom) }
  const code = builtIn[id] ?? 'General'
  return { code, isDate: isBuiltInDate(id), zeros: 0 }
}

/** Era formats (ggge) are days too. Words in quotes, escaped letters, colours and languages in brackets say nothing of it. */
function isDateCode(code: string): boolean {
  const [first = ''] = code.split(';')
  const plain = first
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
  if (/general|standard|@/i.test(plain)) return false
  return /[ymdhsg]/i.test(plain) || /(?:^|[^0#?])e/i.test(plain)
}

function zerosOf(code: string): number {
  return /^0{2,}$/.test(code) ? code.length : 0
}
