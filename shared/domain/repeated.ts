/**
 * A field that holds several entries of the same parts, such as free fields with a name and a value, and how they are written
 * as the text of one cell: an entry a line, its parts set apart by a colon and a space. In a text a line break is written
 * `\n`, a carriage return `\r`, a backslash `\\`, and in all parts but the last a colon `\:`; so every entry comes back as it
 * was. Read, a colon of full width does as well, and a line that is empty is passed over.
 */
import { z } from 'zod'
import { longestText } from './text.ts'

export interface RepeatedPart {
  readonly name: string
  /** Several lines. */
  readonly long?: true
  /** An entry without it says nothing. */
  readonly required?: true
}

/** By the name of the part. */
export type Entry = Readonly<Record<string, string>>

export const mostEntries = 200
const longestPart = 2000

/** The schema of such a field: entries with all their parts, in the order in which people put them. */
export function entriesSchema(parts: readonly RepeatedPart[]) {
  const shape = Object.fromEntries(
    parts.map(({ name, long, required }) => {
      const text = z.string().max(long === true ? longestText : longestPart, { error: 'TOO_LONG' })
      return [name, required === true ? text.refine((words) => words.trim() !== '', { error: 'REQUIRED' }) : text]
    }),
  )
  return z.array(z.strictObject(shape)).max(mostEntries, { error: 'TOO_MANY_ENTRIES' })
}

/** An entry in which nothing was written. */
export function isBlankEntry(entry: Entry): boolean {
  return Object.values(entry).every((text) => text.trim() === '')
}

export function blankEntry(parts: readonly RepeatedPart[]): Entry {
  return Object.fromEntries(parts.map(({ name }) => [name, '']))
}

const written: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' }
const meant: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r', ':': ':', '：': '：' }

function writePart(text: string, isLast: boolean): string {
  const escaped = text.replace(/[\\\n\r]/g, (letter) => written[letter] ?? letter)
  return isLast ? escaped : escaped.replace(/[:：]/g, (colon) => `\\${colon}`)
}

export function writeEntries(parts: readonly RepeatedPart[], entries: readonly Entry[]): string {
  return entries
    .map((entry) => parts.map(({ name }, index) => writePart(entry[name] ?? '', index === parts.length - 1)).join(': '))
    .join('\n')
}

/** The entries of a cell; null where a line has no colon to set its parts apart. */
export function readEntries(parts: readonly RepeatedPart[], text: string): Entry[] | null {
  const entries: Entry[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue
    const texts = textsOf(line, parts.length)
    if (texts === null) return null
    entries.push(Object.fromEntries(parts.map(({ name }, index) => [name, texts[index] ?? ''])))
  }
  return entries
}

function textsOf(line: string, count: number): string[] | null {
  const texts: string[] = ['']
  const add = (letters: string) => {
    texts[texts.length - 1] = (texts.at(-1) ?? '') + letters
  }
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at)
    if (letter === '\\' && at + 1 < line.length) {
      at += 1
      const next = line.charAt(at)
      add(meant[next] ?? `\\${next}`)
    } else if ((letter === ':' || letter === '：') && texts.length < count) {
      texts.push('')
      if (line.charAt(at + 1) === ' ') at += 1
    } else add(letter)
  }
  return texts.length === count ? texts : null
}
