/** What is asked of a list: conditions, order, groups, and what the register answers. The same for every coded noun. */
import { z } from 'zod'
import { type CodedNoun, codedNouns, type RecordOf } from '#shared/domain/nouns.ts'
import { type Labels, longWork, operation, type } from './base.ts'
import { encodedInput, type UnheldCharacters } from './encoding.ts'
import type { Derived } from './records.ts'

/** Stands for the person acting among the values of a condition: a saved view of "mine" serves everybody. */
export const me = '@me'

export const codedNounInput = z.enum(codedNouns)

const bound = z.union([z.string().max(100), z.number()]).nullable()

/** What one field is asked for. */
export const conditionSchema = z.discriminatedUnion('kind', [
  /** One of the values; null among them takes what is blank. `below`: also the units below those that are named. */
  z.object({
    kind: z.literal('values'),
    values: z.array(z.string().max(500).nullable()).max(1000),
    below: z.boolean().default(false),
  }),
  /** From one day or number to another, both included; null leaves an end open. */
  z.object({ kind: z.literal('range'), from: bound, to: bound }),
  /** Days counted from today, both included: overdue is up to -1, the next thirty days 0 to 30. */
  z.object({
    kind: z.literal('daysFromToday'),
    from: z.int().min(-100_000).max(100_000).nullable(),
    to: z.int().min(-100_000).max(100_000).nullable(),
  }),
  /** The words stand in the text, whatever its width, case and kana. */
  z.object({ kind: z.literal('contains'), text: z.string().min(1).max(500) }),
  z.object({ kind: z.literal('blank') }),
  z.object({ kind: z.literal('filled') }),
])
export type Condition = z.input<typeof conditionSchema>
export type ConditionRead = z.output<typeof conditionSchema>

/** Which records: all that is given must hold. */
export const listConditions = z.object({
  search: z.string().max(500).default(''),
  /** By list field (list-fields.ts). */
  filters: z.record(z.string(), conditionSchema).default({}),
  /** Named records: what a figure's "which ones?" opens. */
  codes: z.array(z.string()).max(100_000).nullable().default(null),
  withdrawn: z.boolean().default(false),
})
export type ListConditions = z.input<typeof listConditions>
export type ListConditionsRead = z.output<typeof listConditions>

export const sortSchema = z
  .array(z.object({ field: z.string(), direction: z.enum(['ascending', 'descending']) }))
  .max(5)
  .default([])
export type ListSort = z.output<typeof sortSchema>

/** Which records in which order. */
export const listQuery = listConditions.extend({
  sort: sortSchema,
  /** The field by which the records are parted into groups; they come first in the order. */
  group: z.string().nullable().default(null),
})
export type ListQuery = z.input<typeof listQuery>
export type ListQueryRead = z.output<typeof listQuery>

/** A window of the records. */
export const listInput = listQuery.extend({
  /** Derived list fields whose values each row brings with it. */
  values: z.array(z.string()).max(60).default([]),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
})
export type ListInput = z.input<typeof listInput>
export type ListWindow = z.output<typeof listInput>

export type RowValues = Readonly<Record<string, string | number | null | readonly (string | number)[]>>

/** Records with one value of a field; a day's value is its month. Null: blank. */
export interface ListGroup {
  readonly value: string | null
  readonly count: number
}

export interface ListResult<N extends CodedNoun> {
  readonly rows: readonly {
    readonly record: RecordOf<N>
    readonly derived: Derived[N]
    readonly values: RowValues
  }[]
  /** Records of the noun that are not withdrawn. */
  readonly total: number
  /** Records that meet the conditions, of which `rows` is a window. */
  readonly found: number
  /** The groups in their order, with the first window of a grouped list; else null. */
  readonly groups: readonly ListGroup[] | null
  readonly labels: Labels
}

export const facetInput = listConditions.extend({ noun: codedNounInput, fields: z.array(z.string()).max(60) })
export type FacetsRead = z.output<typeof facetInput>

export interface Facets {
  /** The values of each field with the records that have them under the other conditions, in the order of the values. */
  readonly fields: Readonly<Record<string, readonly ListGroup[]>>
  /** Records that meet the condition of a field alone. */
  readonly alone: Readonly<Record<string, number>>
  readonly labels: Labels
}

/** How many records meet each of some sets of conditions. */
export const countInput = z.object({ noun: codedNounInput, sets: z.array(listConditions).max(100) })

/** Where a record stands in a list, from 0; null where it is not in it. */
export const placeInput = listQuery.extend({ noun: codedNounInput, id: z.uuid() })
export type PlaceRead = z.output<typeof placeInput>

/** What a list shows, as CSV: the columns in their order. */
export const listExportInput = listQuery.extend({
  noun: codedNounInput,
  columns: z.array(z.string()).min(1).max(100),
  /** A token of `output-folder`. */
  folder: z.string().min(1),
  ...encodedInput,
})
export type ListExportRead = z.output<typeof listExportInput>

export interface ListExported {
  /** The name of the file that was written. */
  readonly name: string
  readonly rows: number
  /** Cells that a spreadsheet would have run, written with an apostrophe before them. */
  readonly guardedCells: number
  /** Shows the file in its folder. */
  readonly token: string
}

/** What lists of all nouns share; their rows are the nouns' own `list`. */
export const lists = {
  facets: operation.input(facetInput).output(type<Facets>()),
  count: operation.input(countInput).output(type<readonly number[]>()),
  place: operation.input(placeInput).output(type<{ readonly place: number | null }>()),
  /** What code page 932 cannot hold of the list as it would be written. */
  unheld: operation
    .input(listExportInput.omit({ folder: true, encoding: true, seen: true }))
    .output(longWork<UnheldCharacters>()),
  /** CHARACTERS_UNHELD. */
  export: operation.input(listExportInput).output(longWork<ListExported>()),
}
