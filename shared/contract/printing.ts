/** Printing what is on the screen: a PDF in a chosen folder, which any reader prints. */
import { z } from 'zod'
import { printedSheetSchema } from '#shared/domain/printed-sheet.ts'
import { languageSchema } from '#shared/domain/text.ts'
import { operation, type } from './base.ts'

/** Records that have a sheet of one page. */
export const sheetNouns = ['incident', 'risk', 'system'] as const
export type SheetNoun = (typeof sheetNouns)[number]

export const printing = {
  sheet: operation
    .input(
      z.object({
        sheet: printedSheetSchema,
        language: languageSchema,
        /** A token of `output-folder`. */
        folder: z.string().min(1),
      }),
    )
    /** `token` shows the file in its folder. */
    .output(type<{ readonly name: string; readonly token: string }>()),
  /** The one-page sheet of a record. */
  record: operation
    .input(z.object({ noun: z.enum(sheetNouns), id: z.uuid(), language: languageSchema, folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly token: string }>()),
}
