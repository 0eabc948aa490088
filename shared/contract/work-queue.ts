/** The work queue: what is owed, by person, unit and month; as a calendar file; and as text to chase people with. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import { languageSchema } from '#shared/domain/text.ts'
import { workKinds, type WorkItem, type WorkKind, type WorkStanding, workStandings } from '#shared/domain/work-item.ts'
import { type Labels, operation, type } from './base.ts'

/** `none` asks for what has none. */
const orNone = (schema: z.ZodType<string>) => z.union([schema, z.literal('none')]).nullable()

const conditions = z.object({
  /** The day it is seen on; today where none is given. */
  day: daySchema.nullable().default(null),
  kinds: z.array(z.enum(workKinds)).default([]),
  standings: z.array(z.enum(workStandings)).default([]),
  /** Who can be asked: the holder, or the deputy where the post is empty. */
  personId: orNone(z.uuid()).default(null),
  /** The unit, with those below it. */
  unitId: orNone(z.uuid()).default(null),
  /** A month or a day. */
  period: orNone(z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)).default(null),
  search: z.string().max(200).default(''),
})
export type WorkConditions = z.output<typeof conditions>
export type WorkConditionsInput = z.input<typeof conditions>

export interface WorkList {
  readonly day: string
  readonly items: readonly WorkItem[]
  /** All that is owed on the day, whatever the conditions. */
  readonly total: number
  readonly found: number
  /** Of those that meet the other conditions, so that a choice says what it would show. */
  readonly standings: Readonly<Record<WorkStanding, number>>
  readonly kinds: { readonly [K in WorkKind]?: number }
  readonly labels: Labels
}

export const workGroupings = ['person', 'unit', 'month'] as const
export type WorkGrouping = (typeof workGroupings)[number]

/** One person, unit or month; `key` null: nobody, no unit, no day. */
export interface WorkGroup {
  readonly key: string | null
  readonly count: number
  readonly standings: Readonly<Record<WorkStanding, number>>
}

/** The first items of a day, the heaviest first, and how many there are. */
export interface WorkDay {
  readonly day: string
  readonly count: number
  readonly items: readonly WorkItem[]
}

/** A text that a person copies into their own mail; nothing is sent. */
export interface WorkLetter {
  readonly personId: string
  readonly email: string | null
  readonly subject: string
  readonly text: string
  readonly items: number
}

export const workQueue = {
  list: operation
    .input(conditions.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }))
    .output(type<WorkList>()),
  groups: operation
    .input(conditions.extend({ by: z.enum(workGroupings) }))
    .output(type<{ readonly groups: readonly WorkGroup[]; readonly labels: Labels }>()),
  calendar: operation
    .input(conditions.extend({ from: daySchema, to: daySchema }))
    .output(type<{ readonly days: readonly WorkDay[]; readonly labels: Labels }>()),
  /** Writes the queue as an iCalendar file into a chosen folder. */
  saveCalendar: operation
    .input(conditions.extend({ folder: z.string().min(1), language: languageSchema }))
    .output(type<{ readonly name: string; readonly events: number }>()),
  /** One text for each of the people. */
  letters: operation
    .input(
      z.object({
        day: daySchema.nullable().default(null),
        personIds: z.array(z.uuid()).min(1).max(200),
        language: languageSchema,
      }),
    )
    .output(type<{ readonly letters: readonly WorkLetter[]; readonly labels: Labels }>()),
}
