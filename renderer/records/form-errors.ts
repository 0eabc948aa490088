/** What a form's values are refused for before they are sent: by the kind of each field, then by the schema of the whole. */
import type { FieldErrors, ResolverResult } from 'react-hook-form'
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import type { FormField, FormValues } from './dialog-form.tsx'
import { storedValue } from './field-input.tsx'
import { isEmpty } from './field-value.tsx'

/** The code of the issue for each field that is refused. `typed` are the values as they stand in the controls. */
export function formErrors(
  shown: readonly FormField[],
  typed: FormValues,
  schema: z.ZodType | undefined,
): ResolverResult<Record<string, unknown>> {
  const stored: FormValues = Object.fromEntries(
    shown.map((field) => [field.name, storedValue(field, typed[field.name])]),
  )
  const issues = new Map<string, string>()
  for (const field of shown) {
    const value = stored[field.name]
    if (isEmpty(value)) {
      if (field.required === true) issues.set(field.name, 'REQUIRED')
    } else {
      const result = kindSchema(field)?.safeParse(value)
      if (result?.success === false) issues.set(field.name, result.error.issues[0]?.message ?? 'OTHER')
    }
  }
  const filled = Object.fromEntries(Object.entries(stored).filter(([, value]) => !isEmpty(value)))
  for (const issue of schema?.safeParse(filled).error?.issues ?? []) {
    const field = String(issue.path[0] ?? '')
    if (shown.some((each) => each.name === field) && !issues.has(field)) issues.set(field, issue.message)
  }
  if (issues.size === 0) return { values: { ...typed }, errors: {} }
  const errors = Object.fromEntries([...issues].map(([field, message]) => [field, { type: 'refused', message }]))
  return { values: {}, errors: errors as FieldErrors<Record<string, unknown>> }
}

/** What every value of a kind must be, whatever its field means. */
function kindSchema(field: FieldDescription): z.ZodType | null {
  switch (field.kind) {
    case 'day':
      return daySchema
    case 'number':
      return z.number({ error: 'BAD_NUMBER' })
    default:
      return null
  }
}

/** The control of a field in a form of that name. */
export function controlOf(form: string, field: string): string {
  return `${form}-${field}`
}
