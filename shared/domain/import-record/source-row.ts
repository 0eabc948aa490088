/**
 * What a source said of a record at its last import, cell by cell. A record may come from several sources, each with a key of
 * its own (a list of risks of one tool, and the same risk of another); so this is a record beside it and not fields within it.
 * Systems keep theirs in their own fields (`sourceKey`, `sourceNotes`, `importId`), as registers have had them from the first.
 */
import { z } from 'zod'
import { codedNouns } from '../coded-nouns.ts'
import { idSchema, recordShape } from '../record.ts'

export const sourceRowSchema = z.object({
  ...recordShape,
  subject: z.enum(codedNouns),
  subjectId: idSchema,
  /** The last import in which the source named the record. */
  importId: idSchema,
  /** Tells the row from the others of its source: `ref_id: R.12`, or the name. */
  key: z.string().min(1).max(2000),
  /** The spreadsheet's row in that import, from 1. */
  row: z.int().min(1),
  /** Every cell of the row with anything in it, by the label of its column. */
  cells: z.array(z.tuple([z.string(), z.string()])),
})
export type SourceRow = z.infer<typeof sourceRowSchema>

/** A mapping that people have named, to be used again: the content is that of a mapping file. */
export const importMappingSchema = z.object({
  ...recordShape,
  title: z.string().trim().min(1, { error: 'REQUIRED' }).max(200),
  /** What its files hold. */
  holds: z.string().min(1),
  mapping: z.record(z.string(), z.json()),
})
export type ImportMapping = z.infer<typeof importMappingSchema>
