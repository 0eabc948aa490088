/** Reads the content of a PDF page as operators, each with where it and its operands stand (ISO 32000-1, 7.8.2). */

export interface ContentOperator {
  /** `BI` stands for an inline image with all that belongs to it. */
  readonly name: string
  /** From its first operand on. */
  readonly from: number
  readonly to: number
}

const blanks = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]+/y
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y
const hexString = /<[^<>]*>/y
const number = /^[+\-.\d]/
const constants: readonly string[] = ['true', 'false', 'null']

/** `code` holds one byte a letter (latin1). What is no operator of PDF is left to the reader of the result. */
export function operatorsOf(code: string): ContentOperator[] {
  const operators: ContentOperator[] = []
  let from: number | undefined
  for (let at = past(blanks, code, 0); at < code.length; at = past(blanks, code, at)) {
    const start = at
    at = tokenEnd(code, start)
    const token = code.slice(start, at)
    if (!isOperator(token)) {
      from ??= start
      continue
    }
    if (token === 'BI') at = inlineImageEnd(code, at)
    operators.push({ name: token, from: from ?? start, to: at })
    from = undefined
  }
  return operators
}

function past(pattern: RegExp, code: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(code) ? pattern.lastIndex : at
}

function tokenEnd(code: string, start: number): number {
  const first = code[start]
  if (first === '(') return stringEnd(code, start)
  if (first === '/') return past(name, code, start)
  if (first === '<') return Math.max(past(hexString, code, start), start + 1)
  return Math.max(past(regular, code, start), start + 1)
}

function isOperator(token: string): boolean {
  return /^[A-Za-z'"]/.test(token) && !number.test(token) && !constants.includes(token)
}

/** A string ends with the parenthesis that closes its first; those within are balanced or written with a backslash. */
function stringEnd(code: string, start: number): number {
  let open = 0
  for (let at = start; at < code.length; at += 1) {
    const letter = code[at]
    if (letter === '\\') at += 1
    else if (letter === '(') open += 1
    else if (letter === ')') {
      open -= 1
      if (open === 0) return at + 1
    }
  }
  return code.length
}

/**
 * Nothing says how long the data of an inline image is: it ends with an EI between blanks after which text goes on, which a
 * run of image bytes does not look like.
 */
function inlineImageEnd(code: string, start: number): number {
  const data = /[\0\t\n\f\r ]ID[\0\t\n\f\r ]/g
  data.lastIndex = start
  if (!data.test(code)) return code.length
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g
  end.lastIndex = data.lastIndex - 1
  while (end.test(code))
    if (/^[\t\n\f\r -~]*$/.test(code.slice(end.lastIndex, end.lastIndex + 16))) return end.lastIndex
  return code.length
}
