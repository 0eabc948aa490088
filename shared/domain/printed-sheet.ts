/** What is printed of a screen, as data: the window says what it shows, the register process adds whose it is and the day. */
import { z } from 'zod'
import type { Bilingual } from './text.ts'

const text = z.string().max(20_000)

export const printedBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text }),
  z.object({ kind: z.literal('text'), text }),
  z.object({ kind: z.literal('fields'), rows: z.array(z.object({ label: text, value: text })).max(2000) }),
  z.object({
    kind: z.literal('table'),
    /** `share`: of the width, against the other columns. `end`: figures, set against the right edge. */
    columns: z
      .array(z.object({ title: text, share: z.number().positive(), end: z.boolean() }))
      .min(1)
      .max(60),
    rows: z
      .array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('row'), cells: z.array(text).max(60) }),
          z.object({ kind: z.literal('group'), text }),
        ]),
      )
      .max(5000),
  }),
])
export type PrintedBlock = z.infer<typeof printedBlockSchema>

export const printedSheetSchema = z.object({
  title: z.string().min(1).max(500),
  /** How much of it is shown: n of N. */
  note: text.nullable(),
  /** The conditions, order and groups under which a list is shown. */
  conditions: z.array(text).max(100),
  orientation: z.enum(['landscape', 'portrait']),
  /** Set as close as can be, for what is to stay one page. */
  dense: z.boolean().optional(),
  blocks: z.array(printedBlockSchema).max(500),
})
export type PrintedSheet = z.infer<typeof printedSheetSchema>

/** A sheet as the page that is printed gets it. */
export interface PrintedModel {
  readonly sheet: PrintedSheet
  readonly organisation: Bilingual
  readonly classification: string
  readonly sample: boolean
  /** Name of the register's file. */
  readonly fileName: string
  readonly day: string
  /** `14:32`, in the register's time zone. */
  readonly time: string
}

/** More rows of a list are not printed: they are read in a spreadsheet. */
export const mostPrintedRows = 1000
