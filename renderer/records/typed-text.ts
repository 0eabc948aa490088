/** Values of a form as the text that they are; anything else is a mistake of the form and reads as blank. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A number field, empty where nothing was typed. */
export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
