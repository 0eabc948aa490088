/**
 * Finishing a pack: commentary beside its figures, how it is set up, and the sign-off that freezes both with what is asked.
 *
 * Choices that are ours:
 * - Commentary and setup with `packId` null are of the pack that is locked next; the lock gives them its id in its own
 *   transaction, as it does with requests to the board.
 * - Commentary is kept by the key of its figure or page, never by a running number, which moves with the pages.
 * - What was written before the snapshot's cut-off is older than the facts beside it: whoever wrote it says that it still holds,
 *   or writes it anew, before the pack is signed off.
 * - A signature is a name that was typed in: a record, not an electronic signature.
 */
import { z } from 'zod'
import { daySchema, type Instant, instantSchema } from './calendar-date.ts'
import { decisionSchema } from './decision/decision.ts'
import { classifications, type Organisation } from './organisation.ts'
import { idSchema, recordShape } from './record.ts'
import { bilingualSchema, languageSchema } from './text.ts'

/** The pages of the pack in their standard order. */
export const packSections = [
  'summary',
  'decisions',
  'riskProfile',
  'topRisks',
  'controls',
  'accountability',
  'limits',
  'actions',
  'requirements',
  'boardQuestions',
  'thirdParties',
  'privacy',
  'horizon',
  'readiness',
  'entities',
  'dataQuality',
] as const
export type PackSection = (typeof packSections)[number]
/** Where the digests and the signatures stand: no pack is without it. */
export const lastSection = 'dataQuality' satisfies PackSection

/** What the company as a whole is asked, told and owed: no part of a pack for one of its legal entities. */
export const sectionsOfWhole: readonly PackSection[] = ['boardQuestions', 'horizon', 'readiness', 'entities']

/** Definitions of the figures, glossary, details of the top risks, extract of the register. */
export const packAnnexes = ['A1', 'A2', 'A3', 'A4'] as const
export type PackAnnex = (typeof packAnnexes)[number]

/** `both`: Japanese, with the English words smaller beneath. */
export const packLanguages = ['ja', 'en', 'both'] as const
export type PackLanguage = (typeof packLanguages)[number]
/** Whether pages name persons, or their posts alone. */
export const packNamings = ['names', 'posts'] as const

const unique = (values: readonly unknown[]) => new Set(values).size === values.length

const choicesShape = {
  language: z.enum(packLanguages),
  /** Which pages, in their order. */
  sections: z
    .array(z.enum(packSections))
    .refine(unique, { error: 'NAMED_TWICE' })
    .refine((sections) => sections.includes(lastSection), { error: 'PAGE_REQUIRED' }),
  /** How many of the worst risks the pack lists. */
  topRisks: z.int().min(1).max(20),
  annexes: z.array(z.enum(packAnnexes)).refine(unique, { error: 'NAMED_TWICE' }),
  classification: z.enum(classifications),
  naming: z.enum(packNamings),
  /** How many pages the pack may have; null: as many as it needs. */
  pageBudget: z.int().min(1).max(500).nullable(),
}
/** What can be chosen of a pack: it changes what the pages show, never what was counted. */
export const packChoicesSchema = z.object(choicesShape)
export type PackChoices = z.infer<typeof packChoicesSchema>

/** What a pack is like that nobody has set up. */
export function standardChoices({
  classification,
  language,
}: Pick<Organisation, 'classification' | 'language'>): PackChoices {
  return {
    language,
    sections: [...packSections],
    topRisks: 10,
    annexes: [],
    classification,
    naming: 'names',
    pageBudget: null,
  }
}

export const packSetupSchema = z.object({ ...recordShape, packId: idSchema.nullable(), ...choicesShape })
export type PackSetup = z.infer<typeof packSetupSchema>

export function choicesOf(setup: PackChoices): PackChoices {
  const { language, sections, topRisks, annexes, classification, naming, pageBudget } = setup
  return { language, sections, topRisks, annexes, classification, naming, pageBudget }
}

/** A line beside a figure or on a page: longer ones are no "so what", and would push the figure off its page. */
const longestNote = 240
const noteTextSchema = z.string().trim().min(1, { error: 'REQUIRED' }).max(longestNote, { error: 'TOO_LONG' })
const noteShape = {
  /** `figure:` or `page:` and the key, which stays the same whatever number the figure has. */
  target: z.string().regex(/^(figure|page):[A-Za-z][A-Za-z0-9.-]{0,80}$/),
  text: noteTextSchema,
  /** Of the text, as its author says. */
  language: languageSchema,
  /** The same in the other language, where somebody wrote it. */
  secondText: noteTextSchema.nullable(),
  writtenAt: instantSchema,
}
export const packNoteSchema = z.object({
  ...recordShape,
  packId: idSchema.nullable(),
  ...noteShape,
  /** Null where nobody had said who was at work. */
  personId: idSchema.nullable(),
})
export type PackNote = z.infer<typeof packNoteSchema>

/** Commentary as it is printed and frozen: with its author's name. */
export const commentSchema = z.object({ ...noteShape, author: bilingualSchema.nullable() })
export type PackCommentary = z.infer<typeof commentSchema>

/** Whether commentary is older than what was recorded for the snapshot. A draft has none. */
export function isOlderThanSnapshot({ writtenAt }: Pick<PackNote, 'writtenAt'>, cutOff: Instant | null): boolean {
  return cutOff !== null && writtenAt < cutOff
}

/** 作成・確認・承認・受領. */
export const signatureRoles = ['preparer', 'riskOwner', 'executive', 'auditCommittee'] as const
export type SignatureRole = (typeof signatureRoles)[number]
/** Without these nobody has made the pack, and nobody answers for it. */
export const requiredSignatures: readonly SignatureRole[] = ['preparer', 'executive']

export const signatureSchema = z.object({
  role: z.enum(signatureRoles),
  name: bilingualSchema,
  post: bilingualSchema.nullable(),
  on: daySchema,
  /** Who typed it in; null where nobody had said who was at work. */
  recordedBy: bilingualSchema.nullable(),
})
export type PackSignature = z.infer<typeof signatureSchema>

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** A request as its card shows it. */
const askedSchema = z.object({
  decision: decisionSchema,
  person: bilingualSchema.nullable(),
  post: bilingualSchema.nullable(),
  meeting: z.object({ name: bilingualSchema, on: daySchema }).nullable(),
  codes: z.array(z.string()),
})

/** All that is frozen beside the snapshot; the digest of its canonical JSON is the pack digest. */
export const finishedContentSchema = z.object({
  dataDigest: digestSchema,
  previousDigest: digestSchema.nullable(),
  commentary: z.array(commentSchema),
  decisions: z.array(askedSchema),
  noneRequested: z.object({ person: bilingualSchema, on: daySchema }).nullable(),
  settings: packChoicesSchema,
  signOff: z.object({
    on: daySchema,
    /** The words that were confirmed, in both languages. */
    statement: bilingualSchema,
    signatures: z.array(signatureSchema).min(1),
  }),
})
export type FinishedContent = z.infer<typeof finishedContentSchema>

/** One for each pack at most; never changed. */
export const packSignOffSchema = z.object({
  ...recordShape,
  packId: idSchema,
  on: daySchema,
  content: finishedContentSchema,
  /** SHA-256 of the canonical JSON (RFC 8785) of the content. */
  packDigest: digestSchema,
})
export type PackSignOff = z.infer<typeof packSignOffSchema>

/** What of a pack is not in its snapshot: read from the register until the sign-off, from the frozen content afterwards. */
export interface Finishing {
  readonly choices: PackChoices
  readonly commentary: readonly PackCommentary[]
  readonly signOff: FinishedContent['signOff'] | null
  readonly packDigest: string | null
}

/** Of a pack that nobody has begun to finish. */
export function nothingFinished(organisation: Pick<Organisation, 'classification' | 'language'>): Finishing {
  return { choices: standardChoices(organisation), commentary: [], signOff: null, packDigest: null }
}
