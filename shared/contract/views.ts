/** Saved views: what a list shows and how, under a name, shared with all who open the register. */
import { z } from 'zod'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { operation, type } from './base.ts'
import { codedNounInput, listConditions, sortSchema } from './list.ts'

export const columnLayoutSchema = z.object({
  /** Ids of the columns that are shown, in their order. */
  shown: z.array(z.string().max(100)).min(1).max(100),
  /** Widths in pixels that a person has set. */
  widths: z.record(z.string(), z.number().min(1).max(2000)),
  density: z.enum(['compact', 'row', 'roomy']),
})

export const listViewSchema = listConditions.omit({ codes: true }).extend({
  /** Null: the noun's own order. */
  sort: sortSchema.unwrap().nullable().default(null),
  group: z.string().nullable().default(null),
  /** Null: the columns that the noun begins with. */
  layout: columnLayoutSchema.nullable().default(null),
})
export type ListView = z.output<typeof listViewSchema>

export interface SavedView {
  readonly id: string
  readonly noun: CodedNoun
  readonly name: string
  readonly view: ListView
}

const nameSchema = z.string().trim().min(1, { error: 'REQUIRED' }).max(80, { error: 'TOO_LONG' })

/** What this person looked at last in a list of this register: `view` names the view that it began from. */
export const lastListSchema = z.object({ view: z.string().max(100), state: listViewSchema })
export type LastList = z.output<typeof lastListSchema>

export const views = {
  /** The views of a noun by name, and what this person looked at last on this computer. */
  list: operation
    .input(z.object({ noun: codedNounInput }))
    .output(type<{ readonly saved: readonly SavedView[]; readonly last: LastList | null }>()),
  save: operation
    .input(z.object({ noun: codedNounInput, name: nameSchema, view: listViewSchema }))
    .output(type<SavedView>()),
  replace: operation.input(z.object({ id: z.uuid(), view: listViewSchema })).output(type<SavedView>()),
  rename: operation.input(z.object({ id: z.uuid(), name: nameSchema })).output(type<SavedView>()),
  remove: operation.input(z.object({ id: z.uuid() })).output(type<null>()),
  /** Kept on this computer only, so that the list is found again as it was left. */
  remember: operation.input(z.object({ noun: codedNounInput, last: lastListSchema })).output(type<null>()),
}
