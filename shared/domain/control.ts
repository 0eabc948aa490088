/** Controls on two axes (design and operation), their tests as rows, and the evidence that supports them. */
import { z } from 'zod'
import { addMonths, type Day, daySchema } from './calendar-date.ts'
import { codedShape, idSchema, recordShape } from './record.ts'
import { bilingualSchema, linkSchema, nameSchema, plainTextSchema } from './text.ts'

export const controlDomains = ['organisation', 'data', 'model', 'security', 'people'] as const
export type ControlDomain = (typeof controlDomains)[number]
export const weights = ['key', 'supporting', 'minor'] as const
/** 3 / 2 / 1 for key, supporting, minor. */
export const weightOf: Readonly<Record<(typeof weights)[number], number>> = { key: 3, supporting: 2, minor: 1 }
export const designs = ['unknown', 'none', 'planned', 'partial', 'in_place'] as const
/** What a control is for, where a figure asks for it: a person confirms what the AI does, or can stop it (ours). */
export const controlPurposes = ['human_oversight', 'stop'] as const
export type ControlPurpose = (typeof controlPurposes)[number]

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
  purposes: z.array(z.enum(controlPurposes)),
  /** Months from one test to the next; null where only the end of a result says when. */
  testMonths: z.int().min(1).max(120).nullable(),
  /** What it was made from, where that was an entry of a library. */
  sourceKey: plainTextSchema,
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
  /** What was done: documents read, operation watched, sample drawn. */
  method: plainTextSchema,
  /** Cases there were in the period, of them looked at, of those as they ought to be. Null: no sample was drawn. */
  population: z.int().min(0).nullable(),
  sampleSize: z.int().min(1).nullable(),
  passed: z.int().min(0).nullable(),
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
  /** Written down, never fetched. */
  link: linkSchema,
  /** A file whose bytes the register keeps by their digest (`stored_file`); all three or none. */
  fileName: plainTextSchema,
  fileBytes: z.int().min(0).nullable(),
  fileSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Who accepted it as proof, on what day and why, and what it was then (`evidenceContent`): it goes stale when that changes. */
  acceptedOn: daySchema.nullable(),
  accepterId: idSchema.nullable(),
  acceptedNote: plainTextSchema,
  acceptedContent: plainTextSchema,
})
export type Evidence = z.infer<typeof evidenceSchema>

/** The largest file that a register keeps: reports and exports of logs are smaller, films are not evidence of a control. */
export const largestEvidenceFile = 25_000_000
/**
 * Endings of files that are kept: what people show as proof. What a system runs, or a browser shows with code in it, is not: a
 * register travels between people, and must not carry programs.
 */
export const evidenceFileTypes = [
  'pdf',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'tif',
  'tiff',
  'heic',
  'bmp',
  'txt',
  'md',
  'log',
  'csv',
  'tsv',
  'json',
  'jsonl',
  'xml',
  'yaml',
  'yml',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'ppt',
  'odt',
  'ods',
  'odp',
  'rtf',
  'eml',
  'msg',
  'p7s',
  'zip',
] as const

/** Whether a file of this name is kept, by its ending. */
export function isEvidenceFileType(name: string): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return name.includes('.') && evidenceFileTypes.some((type) => type === ending)
}

/** In which forms evidence is at hand; the first that it has is what a list shows. */
export const evidenceForms = ['file', 'link', 'reference', 'none'] as const
export type EvidenceForm = (typeof evidenceForms)[number]

export function evidenceFormOf(evidence: Pick<Evidence, 'fileSha256' | 'link' | 'location'>): EvidenceForm {
  if (evidence.fileSha256 !== null) return 'file'
  if (evidence.link !== null) return 'link'
  return evidence.location === null ? 'none' : 'reference'
}

/** `changed`: accepted, and then what it shows, or until when it counts, became something else. */
export const evidenceStandings = ['accepted', 'changed', 'not_accepted'] as const
export type EvidenceStanding = (typeof evidenceStandings)[number]
export type EvidenceProof = Pick<
  Evidence,
  'location' | 'link' | 'fileSha256' | 'validUntil' | 'acceptedOn' | 'acceptedContent'
>

export function evidenceStandingOf(evidence: EvidenceProof): EvidenceStanding {
  if (evidence.acceptedOn === null) return 'not_accepted'
  return evidence.acceptedContent === evidenceContent(evidence) ? 'accepted' : 'changed'
}

/** What is accepted when evidence is: the same text for as long as it shows the same until the same day. */
export function evidenceContent(evidence: Omit<EvidenceProof, 'acceptedOn' | 'acceptedContent'>): string {
  return JSON.stringify([evidence.fileSha256, evidence.link, evidence.location, evidence.validUntil])
}

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

/**
 * By when a control is to be tested again: the end of what its latest test said, or the test interval after it, whichever is
 * first. Null where there is no test that holds: it is owed at once.
 */
export function nextTestOn(
  control: Pick<Control, 'testMonths'>,
  tests: readonly Pick<ControlTest, 'on' | 'result' | 'validUntil' | 'withdrawn'>[],
  day: Day,
): Day | null {
  const { operation, test } = operationOn(tests, day)
  if (test === null || operation === 'ineffective') return null
  if (control.testMonths === null) return test.validUntil
  const interval = addMonths(test.on, control.testMonths)
  return interval < test.validUntil ? interval : test.validUntil
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
