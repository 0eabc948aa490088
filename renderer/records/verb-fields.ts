/** Fields that several verbs ask for. */
import { fields } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { FormField } from './dialog-form.tsx'
import type { Words } from './words.ts'

export function reasonField(words: Words): FormField {
  return {
    name: 'reason',
    kind: 'text',
    long: true,
    required: true,
    label: words.t('app.reason'),
    hint: words.t('app.reasonHint'),
  }
}

export function dayField(name: string, label: string, more: Partial<FormField> = {}): FormField {
  return { name, kind: 'day', required: true, label, span: 4, ...more } as FormField
}

/** A field of a noun as a field of a dialog. */
export function nounField(words: Words, noun: Noun, name: string, more: Partial<FormField> = {}): FormField {
  const field = fields[noun].find((each) => each.name === name)
  if (field === undefined) throw new Error(`no field ${noun}.${name}`)
  return { ...field, label: words.field(noun, name), ...more } as FormField
}

/** What an action is told that comes of another record. */
export function newActionFields(words: Words): readonly FormField[] {
  return [
    nounField(words, 'action', 'name'),
    nounField(words, 'action', 'ownerId', { span: 8 }),
    nounField(words, 'action', 'dueOn', { span: 4 }),
  ]
}
