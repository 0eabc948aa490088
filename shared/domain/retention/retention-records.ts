/**
 * How long a person's name is kept, what forbids taking it out, and that it was taken out. Daicho brings no rule of its own: no
 * law or guideline among its sources says how long an AI register keeps the names of those who answered.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { idSchema, recordShape } from '../record.ts'
import { bilingualSchema, longestText, plainTextSchema } from '../text.ts'

/** Whose names a rule is about: all, those who have held a post, those who never have. */
export const retentionScopes = ['everyone', 'post_holders', 'others'] as const
export type RetentionScope = (typeof retentionScopes)[number]

const said = z.string().trim().min(1, { error: 'REQUIRED' }).max(longestText, { error: 'TOO_LONG' })

/** So many years after the last day on which anything names a person, the name is due to be taken out. */
export const retentionRuleSchema = z.object({
  ...recordShape,
  scope: z.enum(retentionScopes),
  years: z.int().min(0).max(100),
  /** On what the company rests it: its own rules, a law, an advice. */
  basis: said,
  approverPersonId: idSchema.nullable(),
  approvedOn: daySchema.nullable(),
  from: daySchema,
  to: daySchema.nullable(),
})
export type RetentionRule = z.infer<typeof retentionRuleSchema>

export const holdScopes = ['everyone', 'named'] as const

/** While it is in force no name that it covers is taken out, whatever a rule says. */
export const legalHoldSchema = z.object({
  ...recordShape,
  /** The lawsuit, inquiry or audit. */
  matter: said,
  reason: said,
  orderedBy: said,
  scope: z.enum(holdScopes),
  /** Whom it covers; empty where it covers everyone. */
  personIds: z.array(idSchema),
  from: daySchema,
  releasedOn: daySchema.nullable(),
  releasedBy: plainTextSchema,
  releaseReason: plainTextSchema,
})
export type LegalHold = z.infer<typeof legalHoldSchema>

/** `retention`: a rule's period is over; `request`: the person asked for it. */
export const redactionGrounds = ['retention', 'request', 'other'] as const
export type RedactionGround = (typeof redactionGrounds)[number]

/**
 * What was replaced, by the digests of before and after. `event`: the payload of an entry of the log, by its number; `entry`: the
 * words that its hash covers (who acted, for what reason), by its number; `keptEvent`, `keptEntry`: the same in the kept log of a
 * merge (`run:number`); `decisions`: what was decided in a merge; `snapshot`: the frozen data of a pack, by the digest under
 * which it was locked; `content`: what was signed, by the id of its record.
 */
export const replacedPlaces = ['event', 'entry', 'keptEvent', 'keptEntry', 'decisions', 'snapshot', 'content'] as const
export type ReplacedPlace = (typeof replacedPlaces)[number]

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const replacementSchema = z.object({
  from: digest,
  key: z.string().min(1).max(200),
  place: z.enum(replacedPlaces),
  to: digest,
})
export type Replacement = z.infer<typeof replacementSchema>

/** One for each time that a name was taken out; never changed, and nothing of it says what the name was. */
export const redactionSchema = z.object({
  ...recordShape,
  personId: idSchema,
  /** What stands where the name stood. */
  placeholder: bilingualSchema,
  ground: z.enum(redactionGrounds),
  /** The rule whose period was over; null on other grounds. */
  ruleId: idSchema.nullable(),
  note: plainTextSchema,
  decidedBy: said,
  on: daySchema,
  /** In so many texts, all versions of all records counted once by record and field. */
  texts: z.int().min(0),
  replaced: z.array(replacementSchema),
})
export type Redaction = z.infer<typeof redactionSchema>
