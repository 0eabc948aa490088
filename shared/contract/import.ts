/** Bringing records of one noun in from a file that a person has chosen: looked at as often as needed, then imported once. */
import { z } from 'zod'
import { type MappingFile, mappingFileSchema } from '#shared/domain/import-mapping.ts'
import { importNouns } from '#shared/domain/import-profile.ts'
import type { ImportPreview, ImportReport } from '#shared/domain/import-report.ts'
import { longWork, operation, type } from './base.ts'

/** What the person has decided so far; the rest is found out from the file. */
const importInput = z.object({
  noun: z.enum(importNouns).default('system'),
  /** Of the chosen file; it stays good, since a file is looked at more than once. */
  token: z.string().min(1),
  encoding: z.string().max(40).optional(),
  /** Of a workbook: the name of the sheet. */
  sheet: z.string().min(1).max(255).optional(),
  /** The spreadsheet's row of the headings, from 1; 0: none. */
  headerRow: z.int().min(0).max(1000).optional(),
  mapping: mappingFileSchema.optional(),
  /** Changes of records that are there which the person does not want, as `row field`. */
  leave: z.array(z.string().max(200)).max(100_000).optional(),
  /** Records that the list no longer holds and that the person withdraws. */
  withdraw: z
    .object({
      codes: z.array(z.string().max(40)).min(1).max(100_000),
      reason: z.string().trim().min(1, { error: 'REASON_REQUIRED' }),
    })
    .optional(),
})
export type ImportInput = z.input<typeof importInput>
export type ImportInputRead = z.output<typeof importInput>

/** A mapping that the register keeps, as it is offered. */
export interface KeptMapping {
  readonly id: string
  readonly title: string
  readonly mapping: MappingFile
}

export const importing = {
  /** The mappings that are kept for lists of a noun, by name. */
  mappings: operation.input(z.object({ noun: z.enum(importNouns) })).output(type<readonly KeptMapping[]>()),
  /** Keeps a mapping under a name; the one that bears it already is changed. */
  keepMapping: operation
    .input(
      z.object({ noun: z.enum(importNouns), title: z.string().trim().min(1).max(200), mapping: mappingFileSchema }),
    )
    .output(type<KeptMapping>()),
  dropMapping: operation.input(z.object({ id: z.uuid() })).output(type<{ readonly id: string }>()),
  /** Writes a mapping as a file into the folder of a token. */
  writeMapping: operation
    .input(
      z.object({ folder: z.string().min(1), title: z.string().trim().min(1).max(200), mapping: mappingFileSchema }),
    )
    .output(type<{ readonly name: string; readonly token: string }>()),
  /** The content of a mapping file of a token. */
  readMapping: operation
    .input(z.object({ token: z.string().min(1) }))
    .output(type<{ readonly title: string; readonly mapping: MappingFile }>()),
  inspect: operation.input(importInput).output(longWork<ImportPreview>()),
  run: operation.input(importInput.extend({ dryRun: z.boolean().default(false) })).output(longWork<ImportReport>()),
}
