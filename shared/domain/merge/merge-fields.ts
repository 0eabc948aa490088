/**
 * The fields of one record from three sides: what only one side changed is taken from it, what both changed alike is taken
 * once, lists of links and codes are merged as sets, and where both changed the same field differently a person is asked. Where
 * nobody knows a common state, what one side left empty is filled by the other, but for a day whose absence is an answer.
 */
import { type FieldDescription, fields } from '../fields.ts'
import type { Noun } from '../nouns.ts'
import { type AnyRecord, identityFields, isSame, textOf, type Values } from './treatment.ts'

export interface FieldConflict {
  readonly field: string
  /** Null where there is no common state. */
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
}

export interface MergedFields {
  /** Ours with what theirs brought; where both differ it is ours. */
  readonly record: AnyRecord
  readonly conflicts: readonly FieldConflict[]
}

/** `base`: the record as both knew it, or null where nobody knows one; `theirs` and `base` under our ids. */
export function mergeFields(noun: Noun, ours: AnyRecord, theirs: AnyRecord, base: AnyRecord | null): MergedFields {
  const [o, t, b] = [ours as Values, theirs as Values, base as Values | null]
  const merged: Record<string, unknown> = { ...o }
  const conflicts: FieldConflict[] = []
  for (const field of Object.keys(o)) {
    if (identityFields.has(field) || isSame(o[field], t[field])) continue
    // One went on with it and the other did not: that is asked below.
    if (field === 'withdrawn' && (ours.withdrawn === null) !== (theirs.withdrawn === null)) continue
    const result = mergeValue(kindOf(noun, field), o[field], t[field], b === null ? undefined : b[field])
    merged[field] = result.value
    if (result.isConflict) conflicts.push({ field, base: b?.[field] ?? null, ours: o[field], theirs: t[field] })
  }
  const withdrawal = withdrawalConflict(ours, theirs, base)
  if (withdrawal !== null) conflicts.push(withdrawal)
  else if ((ours.withdrawn === null) !== (theirs.withdrawn === null) && isSame(o.withdrawn, b?.withdrawn))
    merged.withdrawn = t.withdrawn
  return { record: merged as AnyRecord, conflicts }
}

/**
 * One side withdrew the record while the other went on with it, or nobody knows which came first: asked.
 */
function withdrawalConflict(ours: AnyRecord, theirs: AnyRecord, base: AnyRecord | null): FieldConflict | null {
  if ((ours.withdrawn === null) === (theirs.withdrawn === null)) return null
  const conflict = { field: 'withdrawn', base: base?.withdrawn ?? null, ours: ours.withdrawn, theirs: theirs.withdrawn }
  if (base === null) return conflict
  const [changed, other] = isSame(ours.withdrawn, base.withdrawn) ? [theirs, ours] : [ours, theirs]
  return isSame(withoutIdentity(other), withoutIdentity(base)) || changed.withdrawn === null ? null : conflict
}

function withoutIdentity(record: AnyRecord): Values {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !identityFields.has(name)))
}

/** `end`: a day of which there may be none (`maybeNone`: an open end), so that an empty one says something and is not filled. */
type ValueKind = 'set' | 'bilingual' | 'end' | 'plain'

function kindOf(noun: Noun, field: string): ValueKind {
  return kinds.get(noun)?.get(field) ?? 'plain'
}
const kinds: ReadonlyMap<string, ReadonlyMap<string, ValueKind>> = new Map(
  Object.entries(fields).map(([noun, descriptions]) => [
    noun,
    new Map(descriptions.map((field): [string, ValueKind] => [field.name, valueKindOf(field)])),
  ]),
)

function valueKindOf({ kind, maybeNone }: FieldDescription): ValueKind {
  if (kind === 'references' || kind === 'choices' || kind === 'codes') return 'set'
  if (kind === 'bilingual') return 'bilingual'
  return kind === 'day' && maybeNone === true ? 'end' : 'plain'
}

interface MergedValue {
  readonly value: unknown
  readonly isConflict: boolean
}

/** `base` undefined: there is none. */
function mergeValue(kind: ValueKind, ours: unknown, theirs: unknown, base: unknown): MergedValue {
  if (base !== undefined && isSame(ours, base)) return { value: theirs, isConflict: false }
  if (base !== undefined && isSame(theirs, base)) return { value: ours, isConflict: false }
  if (isSame(ours, theirs)) return { value: ours, isConflict: false }
  if (kind === 'end') return { value: ours, isConflict: true }
  if (base === undefined && isEmpty(ours)) return { value: theirs, isConflict: false }
  if (base === undefined && isEmpty(theirs)) return { value: ours, isConflict: false }
  if (kind === 'set' && Array.isArray(ours) && Array.isArray(theirs))
    return { value: mergeSets(ours, theirs, Array.isArray(base) ? base : []), isConflict: false }
  if (kind === 'bilingual') {
    const part = (value: unknown, language: 'ja' | 'en') => (value as Values | null)?.[language] ?? null
    const parts = (['en', 'ja'] as const).map((language) => {
      const merged = mergeValue(
        'plain',
        part(ours, language),
        part(theirs, language),
        base === undefined ? undefined : part(base, language),
      )
      return { language, ...merged }
    })
    return {
      value: Object.fromEntries(parts.map(({ language, value }) => [language, value])),
      isConflict: parts.some(({ isConflict }) => isConflict),
    }
  }
  return { value: ours, isConflict: true }
}

/** What either has, without what either has taken out since. */
function mergeSets(ours: readonly unknown[], theirs: readonly unknown[], base: readonly unknown[]): readonly unknown[] {
  const [o, t, b] = [ours, theirs, base].map((list) => new Set(list.map(textOf)))
  const taken = new Set<string>()
  return [...ours, ...theirs].filter((each) => {
    const text = textOf(each)
    if (taken.has(text)) return false
    taken.add(text)
    return !b?.has(text) || (o?.has(text) === true && t?.has(text) === true)
  })
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every((part) => part === null || part === '')
}
