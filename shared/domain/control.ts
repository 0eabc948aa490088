/** Controls on two axes (design and operation), their tests as rows, and the evidence that supports them. */
import { z } from 'zod'
import { type Day, daySchema } from './calendar-date.ts'
import { codedShape, idSchema, recordShape } from './record.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

export const controlDomains = ['organisation', 'data', 'model', 'security', 'people'] as const
export type ControlDomain = (typeof controlDomains)[number]
export const weights = ['key', 'supporting', 'minor'] as const
/** 3 / 2 / 1 for key, supporting, minor. */
export const weightOf: Readonly<Record<(typeof weights)[number], number>> = { key: 3, supporting: 2, minor: 1 }
export const designs = ['unknown', 'none', 'planned', 'partial', 'in_place'] as const

export const controlSchema = z.object({
  ...codedShape,
  name: nameSchema,
  description: bilingualSchema,
  domain: z.enum(controlDomains),
  weight: z.enum(weights),
  design: z.enum(designs),
  /** Items of requirement packs that it answers, whatever their version. */
  requirementIds: z.array(z.string().min(1).max(300)).max(500),
  /** Not applicable with a reason and an approver, else null. */
  notApplicable: z.object({ reason: z.string().min(1), approverPersonId: idSchema, on: daySchema }).nullable(),
  nextReviewOn: daySchema.nullable(),
  riskIds: z.array(idSchema),
  systemIds: z.array(idSchema),
  notes: plainTextSchema,
})
export type Control = z.infer<typeof controlSchema>

export const testResults = ['effective', 'ineffective'] as const
/** One test of a control's operation; its result holds until `validUntil`, the day included. */
export const controlTestSchema = z.object({
  ...recordShape,
  controlId: idSchema,
  on: daySchema,
  result: z.enum(testResults),
  validUntil: daySchema,
  testerId: idSchema.nullable(),
  note: plainTextSchema,
})
export type ControlTest = z.infer<typeof controlTestSchema>

export const evidenceKinds = ['document', 'log', 'test_report', 'minutes', 'certificate', 'contract', 'other'] as const
export const evidenceSchema = z.object({
  ...codedShape,
  name: nameSchema,
  kind: z.enum(evidenceKinds),
  /** Where the evidence lies: a path, a shelf, a document number. */
  location: plainTextSchema,
  obtainedOn: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  controlIds: z.array(idSchema),
  notes: plainTextSchema,
})
export type Evidence = z.infer<typeof evidenceSchema>

export type Operation = 'untested' | 'effective' | 'ineffective' | 'lapsed'

/** The operation of a control on a day: its latest test not after the day; `lapsed` once an effective one has run out. */
export function operationOn<Row extends Pick<ControlTest, 'on' | 'result' | 'validUntil' | 'withdrawn'>>(
  tests: readonly Row[],
  day: Day,
): { readonly operation: Operation; readonly test: Row | null } {
  let latest: Row | null = null
  for (const test of tests)
    if (test.withdrawn === null && test.on <= day && (latest === null || test.on >= latest.on)) latest = test
  if (latest === null) return { operation: 'untested', test: null }
  if (latest.result === 'ineffective') return { operation: 'ineffective', test: latest }
  return { operation: latest.validUntil >= day ? 'effective' : 'lapsed', test: latest }
}

/** The one-word status of a control: the segments of figure C5, in their order. */
export const controlStatuses = [
  'effective',
  'untested',
  'ineffective',
  'partial',
  'not_started',
  'unknown',
  'not_applicable',
] as const
export type ControlStatus = (typeof controlStatuses)[number]

export function controlStatusOf(
  control: Pick<Control, 'design' | 'notApplicable'>,
  operation: Operation,
): ControlStatus {
  if (control.notApplicable !== null) return 'not_applicable'
  if (control.design === 'unknown') return 'unknown'
  if (control.design === 'none' || control.design === 'planned') return 'not_started'
  if (control.design === 'partial') return 'partial'
  if (operation === 'effective') return 'effective'
  return operation === 'ineffective' ? 'ineffective' : 'untested'
}
