/** Values that a source states, beside those of a system. */
import { mergedFreeFields } from '#shared/domain/free-field.ts'
import type { Stated } from '#shared/domain/import-row.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Entry } from '#shared/domain/repeated.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import type { NewRecord } from '../store/change.ts'

/** The change that a stated value makes to a system; null where the system already says so. */
export function patchOf(system: NewRecord<'system'>, stated: Stated): Partial<RecordOf<'system'>> | null {
  if (isSame(partOf(system, stated), valueOf(stated))) return null
  if (stated.kind === 'text' && stated.slot !== null) {
    const whole = (system as Readonly<Record<string, unknown>>)[stated.field] as Bilingual
    return { [stated.field]: { ...whole, [stated.slot]: stated.text } }
  }
  if (stated.kind === 'entries' && !stated.whole) {
    const merged = mergedFreeFields(partOf(system, stated) as readonly Entry[], stated.value)
    return isSame(partOf(system, stated), merged) ? null : { [stated.field]: merged }
  }
  return { [stated.field]: valueOf(stated) }
}

export function partOf(system: NewRecord<'system'>, stated: Stated): unknown {
  const whole = (system as Readonly<Record<string, unknown>>)[stated.field]
  return stated.kind === 'text' && stated.slot !== null ? (whole as Bilingual)[stated.slot] : whole
}

export function valueOf(stated: Stated): unknown {
  return stated.kind === 'text' ? stated.text : stated.value
}

/** Values of stated fields are texts, null, or lists of codes or entries. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return (
      one.length === other.length && one.every((each, index) => JSON.stringify(each) === JSON.stringify(other[index]))
    )
  return one === other
}
