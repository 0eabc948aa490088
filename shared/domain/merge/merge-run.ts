/**
 * One merge: which register came in, up to which moment of its log, from where its kept log begins, and what came of it. Its
 * log and what was decided of each record stand in tables of their own, which only grow; the digests here hold them.
 */
import { z } from 'zod'
import { daySchema, instantSchema } from '../calendar-date.ts'
import { idSchema, recordShape } from '../record.ts'
import { nameSchema } from '../text.ts'

/** `copy`: both were one register once; `other`: a register of its own, as a subsidiary's. */
export const mergeRelations = ['copy', 'other'] as const
export type MergeRelation = (typeof mergeRelations)[number]

/** What was decided of a record of the other register; `choice`: of one of its fields. */
export const mergeEntryKinds = ['added', 'changed', 'same', 'left_out', 'apart', 'choice'] as const
export type MergeEntryKind = (typeof mergeEntryKinds)[number]

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/)

export const mergeRunSchema = z.object({
  ...recordShape,
  /** The other organisation's name, as its register said. */
  name: nameSchema,
  registerId: z.uuid(),
  relation: z.enum(mergeRelations),
  fileName: z.string().max(500),
  on: daySchema,
  /** The unit of this register that the other register speaks of; null where nobody has said. */
  entityUnitId: idSchema.nullable(),
  /** The end of the other log as it was merged: what was recorded up to then is in this register. */
  headSequence: z.int().min(0),
  headHash: digestSchema,
  headAt: instantSchema.nullable(),
  /** The kept log goes on from here: from an earlier merge's, or (null) from this register's own log or from its beginning. */
  baseRunId: idSchema.nullable(),
  baseSequence: z.int().min(0),
  added: z.int().min(0),
  changed: z.int().min(0),
  apart: z.int().min(0),
  /** SHA-256 of what was decided of each record, row by row. */
  entriesDigest: digestSchema,
})
export type MergeRun = z.infer<typeof mergeRunSchema>
