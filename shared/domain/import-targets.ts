/** What a column of a sheet can be, by the noun that is imported: its fields, and the people and units that stand around it. */
import { type FieldDescription, fields, type OptionsName } from './fields.ts'
import { recordNouns, type RecordTarget, recordTargets } from './import-record/record-targets.ts'
import type { RepeatedPart } from './repeated.ts'

/** How the words of a column become a value. */
export type TargetReading =
  /** Kept to the letter. `slot` null: in the language that the words are written in. */
  | { readonly kind: 'text'; readonly field: string; readonly slot: 'ja' | 'en' | null; readonly bilingual: boolean }
  | { readonly kind: 'choice' | 'choices'; readonly field: string; readonly options: OptionsName }
  | { readonly kind: 'codes'; readonly field: string }
  | { readonly kind: 'day'; readonly field: string }
  /** Entries of a repeated field: the heading names one, the cell is its value; several columns can be such. */
  | { readonly kind: 'repeated'; readonly field: string; readonly parts: readonly RepeatedPart[] }
  /** One level of the tree of units; several columns are levels, the highest first. */
  | { readonly kind: 'unit' }
  | { readonly kind: 'owner' | 'ownerReading' | 'executive' }
  /** What a column of any other list can be. */
  | RecordTarget

/** Fields of a system that a source can state: those that people edit, and the stage, which an import keeps as stated. */
const stated = fields.system.filter(
  (field) => (field.byVerb !== true || field.name === 'lifecycle') && !('noun' in field),
)

function readingsOf(field: FieldDescription): [string, TargetReading][] {
  const { name } = field
  switch (field.kind) {
    case 'bilingual':
      return [
        [name, { kind: 'text', field: name, slot: null, bilingual: true }],
        [`${name}.ja`, { kind: 'text', field: name, slot: 'ja', bilingual: true }],
        [`${name}.en`, { kind: 'text', field: name, slot: 'en', bilingual: true }],
      ]
    case 'text':
      return [[name, { kind: 'text', field: name, slot: null, bilingual: false }]]
    case 'choice':
    case 'choices':
      return [[name, { kind: field.kind, field: name, options: field.options }]]
    case 'codes':
      return [[name, { kind: 'codes', field: name }]]
    case 'repeated':
      return [[name, { kind: 'repeated', field: name, parts: field.parts }]]
    case 'day':
      return [[name, { kind: 'day', field: name }]]
    default:
      throw new Error(`no reading of an imported column for the kind of ${name}`)
  }
}

/** Every target by its name, in the order in which a person is offered them. */
export const targetReadings: ReadonlyMap<string, TargetReading> = new Map<string, TargetReading>([
  ...stated.flatMap(readingsOf),
  ['unit', { kind: 'unit' }],
  ['owner', { kind: 'owner' }],
  ['ownerReading', { kind: 'ownerReading' }],
  ['executive', { kind: 'executive' }],
])

export type Target = string
export const targets: readonly Target[] = [...targetReadings.keys()]
/** The targets of all nouns, each once. */
export const everyTarget: readonly Target[] = [
  ...new Set([...targets, ...recordNouns.flatMap((noun) => [...recordTargets[noun].keys()])]),
]

/** Fields whose words are translated into codes, with the enumerations that they have in one noun or another. */
export const choiceFields: ReadonlyMap<string, readonly OptionsName[]> = new Map(
  [
    ...Map.groupBy(
      [...targetReadings.values(), ...recordNouns.flatMap((noun) => [...recordTargets[noun].values()])].flatMap(
        choiceOf,
      ),
      ({ field }) => field,
    ),
  ].map(([field, each]) => [field, [...new Set(each.map(({ options }) => options))]]),
)

function choiceOf(reading: TargetReading): { field: string; options: OptionsName }[] {
  if (reading.kind === 'choice' || reading.kind === 'choices')
    return [{ field: reading.field, options: reading.options }]
  if (reading.kind !== 'cell') return []
  const { field } = reading
  return field.kind === 'choice' || field.kind === 'choices' ? [{ field: field.name, options: field.options }] : []
}

export function readingOf(target: Target): TargetReading {
  const reading = targetReadings.get(target)
  if (!reading) throw new RangeError(`not a target of an import: ${target}`)
  return reading
}
