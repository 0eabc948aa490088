/**
 * The guard against cells that a spreadsheet would run: a text that begins with a starter (also after white space) gets an
 * apostrophe before it. `escape_formulas` of csv-stringify looks only at the first character, does not count, and cannot be
 * taken off without guessing; here a text that already looks guarded is guarded once more, so that `unguard` gives every
 * text back as it was.
 */

/**
 * = + - @ and their full-width forms, TAB, CR, LF, NUL: at the start, after white space, or after apostrophes of an earlier
 * guard. LF stands among them since an inner CR is written as LF.
 */
const risky = /^'*(?:[\t\n\r\0]|[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠])/

export function isRisky(text: string): boolean {
  const first = text.charCodeAt(0)
  // Letters, kana and kanji, which begin nearly every text, are let through without running the expression.
  if ((first >= 0x41 && first < 0xa0) || (first > 0x3000 && first < 0xfe00)) return false
  return risky.test(text)
}

export function guard(text: string): string {
  return isRisky(text) ? `'${text}` : text
}

/** The text that was guarded: `unguard(guard(text)) === text` for every text. */
export function unguard(text: string): string {
  return text.startsWith("'") && risky.test(text) ? text.slice(1) : text
}

/** As a cell holds it: inner CR and CRLF are one LF, so that a spreadsheet shows one line break for one. */
export function oneKindOfLineBreak(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
