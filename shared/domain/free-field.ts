/** What a company wants to know of its records and the register has no field for: a name and a value, by its own words. */
import { type Entry, entriesSchema, type RepeatedPart } from './repeated.ts'

export const freeFieldParts = [
  { name: 'name', required: true },
  { name: 'value', long: true },
] as const satisfies readonly RepeatedPart[]

export interface FreeField extends Entry {
  readonly name: string
  readonly value: string
}

export const freeFieldsSchema = entriesSchema(freeFieldParts)

/** Free fields with those that a source states: one of the same name takes its value, the others stay and new ones come last. */
export function mergedFreeFields(before: readonly Entry[], stated: readonly Entry[]): readonly Entry[] {
  const rest = [...stated]
  const kept = before.map((entry) => {
    const at = rest.findIndex(({ name }) => name === entry.name)
    return at < 0 ? entry : (rest.splice(at, 1)[0] ?? entry)
  })
  return [...kept, ...rest]
}
