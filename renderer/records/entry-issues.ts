/** What is wrong with the entries of a repeated field, entry by entry. */
import type { FieldDescription } from '#shared/domain/fields.ts'
import { entriesSchema, type Entry, isBlankEntry, type RepeatedPart } from '#shared/domain/repeated.ts'
import type { ProblemEntry } from './problem-list.tsx'
import type { Words } from './words.ts'

export interface EntryIssue {
  readonly index: number
  readonly part: string
  readonly issue: string
}

/** Of the entries as they stand in the form: blank ones are left out when the field is stored, and are never wrong. */
export function entryIssues(parts: readonly RepeatedPart[], entries: readonly Entry[]): readonly EntryIssue[] {
  const schema = entriesSchema(parts)
  return entries.flatMap((entry, index) =>
    isBlankEntry(entry)
      ? []
      : (schema.safeParse([entry]).error?.issues ?? []).map(({ path, message }) => ({
          index,
          part: String(path[1] ?? ''),
          issue: message,
        })),
  )
}

/** The control of one part of one entry. */
export function partControl(id: string, index: number, part: string): string {
  return `${id}-${part}-${String(index)}`
}

/** The refusals of a field for the list above its form: of a repeated field each entry's own, with a link to its control. */
export function problemEntries(
  words: Words,
  issueWords: (issue: string) => string,
  control: { readonly id: string; readonly label: string },
  field: FieldDescription,
  value: unknown,
  message: string,
): readonly ProblemEntry[] {
  const whole = [{ controlId: control.id, label: control.label, message }]
  if (field.kind !== 'repeated') return whole
  const own = entryIssues(field.parts, (value ?? []) as readonly Entry[])
  if (own.length === 0) return whole
  return own.map(({ index, part, issue }) => ({
    controlId: partControl(control.id, index, part),
    label: `${control.label} ${words.t('entry.part', { part: words.t(`part.${field.name}.${part}`), number: index + 1 })}`,
    message: issueWords(issue),
  }))
}
