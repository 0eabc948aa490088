/**
 * What was typed and is not in the register yet, kept in the profile folder of the person at this computer: the form of a new
 * record, and fields of a record that were refused, met another version, or were still being typed. Never in the register file.
 */
import { z } from 'zod'
import { longestText } from '#shared/domain/text.ts'
import { idSchema } from '#shared/domain/record.ts'
import { type Labels, nounInput, operation, type } from './base.ts'

const typedValue = z.json()

/** Which form it belongs to: of a record, or of a new one; `preset` are the values that a new one was begun with. */
export const draftPlaceSchema = z.object({
  noun: nounInput,
  recordId: idSchema.nullable(),
  preset: z.record(z.string().max(100), typedValue),
})
export type DraftPlace = z.output<typeof draftPlaceSchema>

/** Longer than any field may be, so that a text that is refused for its length is kept too. */
const longestDraft = 20 * longestText

export const draftSchema = draftPlaceSchema.extend({
  at: z.iso.datetime(),
  /** By the name of the field; `base` is the value that stood in the record when the person began to type. */
  fields: z
    .record(z.string().max(100), z.object({ value: typedValue, base: typedValue }))
    .refine((fields) => JSON.stringify(fields).length <= longestDraft, { error: 'TOO_LONG' }),
})
export type Draft = z.output<typeof draftSchema>

export interface KeptDrafts {
  readonly drafts: readonly Draft[]
  /** Of the records that the drafts belong to or name. */
  readonly labels: Labels
}

/** False where the profile folder cannot be written to: what is typed then lasts as long as the window. */
export interface Keeping {
  readonly isKept: boolean
}

export const drafts = {
  /** Those of the open register. */
  list: operation.output(type<KeptDrafts>()),
  /** Keeps a draft in place of an earlier one of the same place. */
  keep: operation.input(draftSchema).output(type<Keeping>()),
  discard: operation.input(draftPlaceSchema).output(type<Keeping>()),
}
