/**
 * Check points and questions of due diligence that a company adds, or with which it rewords and weighs one of ours. Ours are in
 * a versioned catalogue and are never changed by it; both, and their arrangement under METI's heads, are no items of METI's.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { weights } from '../control.ts'
import { codedShape } from '../record.ts'
import { nameSchema, plainTextSchema } from '../text.ts'
import { contractTypes } from './ai-contract.ts'

/** Asked of a contract's text, or of the vendor itself. */
export const pointSubjects = ['contract', 'vendor'] as const
/** METI's four information elements, and ours for what lies outside of them. */
export const pointElements = ['input', 'input_result', 'output', 'output_result', 'general'] as const
export type PointElement = (typeof pointElements)[number]
/** METI's five heads: 特定, 提供, 使用・利用, 外部提供, 権利帰属; and none for what is outside of them. */
export const pointHeads = ['identification', 'provision', 'use', 'provision_outside', 'rights', 'none'] as const
export type PointHead = (typeof pointHeads)[number]
/** The three matters that stand out in every reading. */
export const pointMatters = ['due_diligence', 'liability', 'purpose'] as const
export type PointMatter = (typeof pointMatters)[number]
/** Sectors with guidance of their own on what is bought from vendors (regulatory.md 6.6). */
export const sectors = ['finance', 'medical', 'public', 'education'] as const
export type Sector = (typeof sectors)[number]

export const checkPointSchema = z.object({
  ...codedShape,
  /** The question, as the reader sees it. */
  name: nameSchema,
  subject: z.enum(pointSubjects),
  /** The point of ours that it stands for, where it rewords or weighs one. */
  replaces: z.string().min(1).max(100).nullable(),
  element: z.enum(pointElements),
  head: z.enum(pointHeads),
  types: z.array(z.enum(contractTypes)),
  weight: z.enum(weights),
  matter: z.enum(pointMatters).nullable(),
  sectors: z.array(z.enum(sectors)),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  notes: plainTextSchema,
})
export type CheckPoint = z.infer<typeof checkPointSchema>
