/** Locked packs and the runs of import: what was frozen, from which moment of the log, and with which digest. */
import { z } from 'zod'
import { type Day, daySchema, fiscalQuarterOf, instantSchema } from './calendar-date.ts'
import { codedShape, idSchema, recordShape } from './record.ts'
import { plainTextSchema } from './text.ts'

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/)

export const packSchema = z.object({
  ...codedShape,
  title: plainTextSchema,
  /** Dates are counted to this day. */
  asOf: daySchema,
  /** Recorded up to this instant. */
  cutOff: instantSchema,
  lockedAt: instantSchema,
  /** SHA-256 of the canonical JSON (RFC 8785) of the snapshot. */
  dataDigest: digestSchema,
  /** Hash of the last event at or before the cut-off. */
  auditHead: digestSchema,
  auditSequence: z.int().min(0),
  previousPackId: idSchema.nullable(),
  previousDigest: digestSchema.nullable(),
  schemaVersion: z.int().min(1),
})
export type Pack = z.infer<typeof packSchema>

/** `PACK-2026Q2` for the company's fiscal quarter that holds `asOf`; a second lock in it is `PACK-2026Q2-2`. */
export function packCode(asOf: Day, fiscalStartMonth: number, taken: readonly string[]): string {
  const { year, quarter } = fiscalQuarterOf(asOf, fiscalStartMonth)
  const base = `PACK-${String(year)}Q${String(quarter)}`
  if (!taken.includes(base)) return base
  let number = 2
  while (taken.includes(`${base}-${String(number)}`)) number += 1
  return `${base}-${String(number)}`
}

/** One run of import: which file, read how, with what result. */
export const importRunSchema = z.object({
  ...recordShape,
  fileName: z.string(),
  sha256: digestSchema,
  encoding: z.string(),
  headerRow: z.int().min(0),
  mapping: z.record(z.string(), z.string()),
  counts: z.object({ rows: z.int(), added: z.int(), updated: z.int(), unchanged: z.int(), rejected: z.int() }),
  /** The sheet of a workbook; null: the source was a text. */
  sheet: z.string().nullable(),
})
export type ImportRun = z.infer<typeof importRunSchema>
