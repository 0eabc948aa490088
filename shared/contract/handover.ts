/** Hand-over: looked at, carried out in one transaction, and put on a sheet. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import { handoverKinds, type HandoverLine, type HandoverSheet, withoutSuccessor } from '#shared/domain/handover.ts'
import { languageSchema } from '#shared/domain/text.ts'
import { type Labels, operation, type } from './base.ts'

const plan = z.object({
  personId: z.uuid(),
  /** The first day on which the successors answer. */
  effective: daySchema,
  reason: z.string(),
  lines: z
    .array(
      z.object({
        kind: z.enum(handoverKinds),
        id: z.uuid(),
        version: z.int().min(1),
        to: z.union([z.uuid(), z.enum(withoutSuccessor)]),
      }),
    )
    .min(1)
    .max(20_000),
})
export type HandoverPlan = z.output<typeof plan>

export interface Handover {
  /** The number of its transaction in the log: what its sheet is asked for by. */
  readonly transaction: number
  readonly personId: string
  readonly effective: string
  readonly at: string
  readonly reason: string | null
  readonly successorIds: readonly string[]
  readonly moved: number
}

export const handover = {
  /** What a person holds on a day, or begins to hold after it. */
  holdings: operation
    .input(z.object({ personId: z.uuid(), day: daySchema }))
    .output(type<{ readonly lines: readonly HandoverLine[]; readonly labels: Labels }>()),
  /** All lines or none. Gives what the person holds afterwards. */
  carryOut: operation
    .input(plan)
    .output(type<{ readonly handover: Handover; readonly remaining: readonly HandoverLine[] }>()),
  /** Hand-overs that were carried out, the latest first. */
  list: operation.output(type<{ readonly handovers: readonly Handover[]; readonly labels: Labels }>()),
  /** The sheet of one that was carried out. */
  sheet: operation.input(z.object({ transaction: z.int().min(1) })).output(type<HandoverSheet>()),
  /** The sheet of one that is being planned. */
  draft: operation.input(plan).output(type<HandoverSheet>()),
  /** Prints the sheet into a chosen folder. */
  print: operation
    .input(z.object({ transaction: z.int().min(1), language: languageSchema, folder: z.string().min(1) }))
    .output(type<{ readonly name: string }>()),
}
