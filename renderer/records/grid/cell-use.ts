/** What a person can do in a cell, by the field it shows. */
import { fields, type FieldDescription } from '#shared/domain/fields.ts'
import type { ListField } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { type Language, noText } from '#shared/domain/text.ts'
import { valueOf } from '#renderer/records/value-of.ts'

export type CellUse =
  /** A plain field: edited where it stands. */
  | { readonly kind: 'edit'; readonly field: FieldDescription }
  /** Edited on the record's own page, which has the room; a cell takes it by pasting. */
  | { readonly kind: 'page'; readonly field: FieldDescription }
  /** Changed by a verb that owes a reason or a check. */
  | { readonly kind: 'verb' }
  /** Follows from other records. */
  | { readonly kind: 'derived' }
  /** Nobody changes it: the code, which opens the record. */
  | { readonly kind: 'open' }

export function cellUse(noun: CodedNoun, column: ListField): CellUse {
  if (column.derived === true) return { kind: 'derived' }
  if (column.kind === 'code') return { kind: 'open' }
  const field = fields[noun].find((each) => each.name === column.name)
  if (field === undefined || field.kind === 'structure' || field.kind === 'instant') return { kind: 'open' }
  if (field.kind === 'repeated' && field.byVerb !== true) return { kind: 'page', field }
  return field.byVerb === true ? { kind: 'verb' } : { kind: 'edit', field }
}

/**
 * True where an editor waits in the active cell to take what is typed. An input method composes only in a text field that has
 * the focus before the first key: opened by that key, it would be given the letter instead of a composition.
 */
export function takesTyping(field: FieldDescription): boolean {
  switch (field.kind) {
    case 'bilingual':
    case 'text':
    case 'codes':
    case 'day':
    case 'number':
    case 'reference':
      return true
    case 'choice':
    case 'choices':
    case 'references':
    case 'code':
    case 'instant':
    case 'repeated':
    case 'structure':
      return false
  }
}

/** The value of an empty editor: in text of two languages the other one stays. */
export function emptied(field: FieldDescription, value: unknown, language: Language): unknown {
  switch (field.kind) {
    case 'bilingual':
      return { ...(value ?? noText), [language]: null }
    case 'choices':
    case 'codes':
    case 'references':
    case 'repeated':
      return []
    case 'choice':
    case 'code':
    case 'day':
    case 'instant':
    case 'number':
    case 'reference':
    case 'structure':
    case 'text':
      return null
  }
}

/** The stored value of a cell that can be edited. */
export function storedIn(record: object, field: FieldDescription): unknown {
  return valueOf(record, field.name) ?? null
}

/** True where `whole` of an input means that the person is done: something was picked from a list or a calendar. */
export function endsByChoice(field: FieldDescription): boolean {
  return field.kind === 'reference' || field.kind === 'day'
}

export function takesSeveralLines(field: FieldDescription): boolean {
  return (field.kind === 'text' || field.kind === 'bilingual') && field.long === true
}
