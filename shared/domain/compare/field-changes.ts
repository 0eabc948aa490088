/** What differs between two forms of a record, field by field: for the history of a record and for the comparison of packs. */

export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  /** Of a list of values or links: what came and what went; null of any other field. */
  readonly items: { readonly added: readonly unknown[]; readonly removed: readonly unknown[] } | null
}

/** Fields whose value differs; all filled fields of a new record. Identity and version are no fields. */
export function fieldChanges(before: object | null, after: object | null): readonly FieldChange[] {
  const [was, is] = [before, after] as readonly (Readonly<Record<string, unknown>> | null)[]
  const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
  return names
    .filter((field) => field !== 'id' && field !== 'version')
    .map((field) => ({ field, before: was?.[field] ?? null, after: is?.[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after) && !isBlank(change))
    .map((change) => ({ ...change, items: itemsOf(change) }))
}

/** A field that is empty on both sides: `{ja: null, en: null}` in a new record says nothing. */
function isBlank(change: { readonly before: unknown; readonly after: unknown }): boolean {
  const empty = (value: unknown): boolean =>
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && Object.values(value).every((part) => part === null || part === ''))
  return empty(change.before) && empty(change.after)
}

/** What came into a list and what went; null where it is no list on either side. */
function itemsOf({ before, after }: { readonly before: unknown; readonly after: unknown }): FieldChange['items'] {
  if (!Array.isArray(before ?? []) || !Array.isArray(after ?? []) || (before === null && after === null)) return null
  const [was, is] = [(before ?? []) as unknown[], (after ?? []) as unknown[]]
  const without = (one: unknown[], other: unknown[]) => {
    const texts = new Set(other.map((each) => JSON.stringify(each)))
    return one.filter((each) => !texts.has(JSON.stringify(each)))
  }
  return { added: without(is, was), removed: without(was, is) }
}
