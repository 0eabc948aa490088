/** What the words of a cell mean for the field that they are mapped to: read as a pasted cell is, with the mapping's own words. */
import { options } from '../fields.ts'
import type { Mapping } from '../import-mapping.ts'
import type { RejectionReason } from '../import-row.ts'
import { codeOfWord, foldWord, isEmptyWord, isWithheld, jsonList, partsOfCell, textOfCell } from '../import-values.ts'
import type { Noun } from '../nouns.ts'
import { readCell } from '../read-cell.ts'
import { bilingualFrom } from '../text.ts'
import type { StatedCell } from './record-row.ts'
import type { RecordNoun, RecordTarget } from './record-targets.ts'

export type StatedValue =
  /** The cell says nothing of the field. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: unknown }
  /** One language of a text in two. */
  | { readonly kind: 'part'; readonly language: 'ja' | 'en'; readonly text: string }
  /** Names of records; `one`: the field takes one only. */
  | {
      readonly kind: 'names'
      readonly noun: Noun
      readonly words: string
      readonly parts: readonly string[]
      readonly one: boolean
    }
  /** Words without a meaning for the field: they are kept and listed. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason }

type Cell = RecordTarget & { readonly kind: 'cell' }

export function readStated(
  noun: RecordNoun,
  { how, words, code }: StatedCell & { readonly how: Cell },
  mapping: Mapping,
): StatedValue {
  const { field } = how
  if (code !== undefined) return { kind: 'value', value: code }
  if (mapping.silent.get(field.name)?.has(foldWord(words)) === true) return { kind: 'nothing' }
  switch (field.kind) {
    case 'bilingual': {
      const text = textOfCell(words).replace(/\r\n?/g, '\n').trim()
      return { kind: 'part', language: how.slot ?? (bilingualFrom(text).ja === null ? 'en' : 'ja'), text }
    }
    case 'choice': {
      const own = mapping.words.get(field.name)
      const codes = [words, ...partsOf(words, mapping)].map((part) => codeOfWord(field.options, part, own))
      const known = codes.find((each) => each !== null)
      if (known !== undefined) return { kind: 'value', value: known }
      return isEmptyWord(words) ? { kind: 'nothing' } : { kind: 'unknown' }
    }
    case 'choices': {
      const own = mapping.words.get(field.name)
      const codes = partsOf(words, mapping).map((part) => codeOfWord(field.options, part, own))
      const known = codes.filter((code) => code !== null)
      if (known.length > 0) return { kind: 'value', value: inOrderOf(options[field.options], known) }
      return isEmptyWord(words) ? { kind: 'nothing' } : { kind: 'unknown' }
    }
    case 'reference':
    case 'references':
      if (isEmptyWord(words) || isWithheld(words)) return { kind: 'nothing' }
      return {
        kind: 'names',
        noun: field.noun,
        words: textOfCell(words).trim(),
        parts: partsOf(words, mapping),
        one: field.kind === 'reference',
      }
    default: {
      const read = readCell(noun, field, field.kind === 'codes' ? words : textOfCell(words), {
        language: 'ja',
        dayOrder: mapping.dayOrder,
      })
      if (read.kind === 'value') return isNothing(read.value) ? { kind: 'nothing' } : read
      if (read.kind !== 'refused') return { kind: 'unknown' }
      if (read.issue === 'DAY_NOT_IN_CALENDAR') return { kind: 'rejected', reason: 'DAY_DOES_NOT_EXIST' }
      return { kind: 'unknown' }
    }
  }
}

/** The parts of a list in one cell: by the mapping's sign where it names one. */
export function partsOf(words: string, mapping: Mapping): string[] {
  const { join } = mapping.said
  const parts = jsonList(words) ?? (join === undefined ? partsOfCell(words) : words.replace(/\r\n?/g, '\n').split(join))
  return parts.map((part) => part.trim()).filter((part) => part !== '' && !isEmptyWord(part))
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

function inOrderOf(all: readonly string[], codes: readonly string[]): string[] {
  return all.filter((code) => codes.includes(code))
}
