/**
 * Personal data (個人データの利用): one use of personal data by one system, what it consists of, what it rests on and how it reaches
 * others. Each kind of data is an answer, and `unknown` counts as yes wherever that asks for more. What is answered at the checks
 * is a record of its own (`dataCheck`), so that the list of checks can grow without touching the use.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { codedShape, idSchema, recordShape } from '../record.ts'
import { answers } from '../system.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from '../text.ts'
import { crossBorderRoutes, dataBases } from '../third-party/ai-contract.ts'
import { dataCheckIds } from './check-catalogue.ts'
import { legalBases } from './legal-basis.ts'

/** The kinds of data that are asked about, each with its own answer. */
export const dataKinds = [
  'personal',
  'sensitive',
  'under16',
  'faceFeatures',
  'otherBiometrics',
  'pseudonymised',
  'anonymised',
  'personRelated',
] as const
export type DataKind = (typeof dataKinds)[number]

const answer = z.enum(answers)

export const dataUseSchema = z.object({
  ...codedShape,
  name: nameSchema,
  systemId: idSchema,
  personal: answer,
  sensitive: answer,
  under16: answer,
  faceFeatures: answer,
  otherBiometrics: answer,
  pseudonymised: answer,
  anonymised: answer,
  personRelated: answer,
  /** Whose data, and where they come from. */
  subjects: plainTextSchema,
  sources: plainTextSchema,
  /** The purpose in the words in which it was told, where and when. */
  purpose: bilingualSchema,
  notifiedWhere: plainTextSchema,
  notifiedOn: daySchema.nullable(),
  /** What the use rests on since `basisOn`, by the law of that day: written by one operation, which refuses what is not in force. */
  basis: z.enum(legalBases).nullable(),
  basisGrounds: plainTextSchema,
  basisOn: daySchema.nullable(),
  /** What it is to rest on one day. Nothing is allowed by it. */
  plannedBasis: z.enum(legalBases).nullable(),
  /** How the data come to the vendor, and why: by entrustment, as to a third party, or not handled by it. */
  handling: z.enum(dataBases).nullable(),
  handlingGrounds: plainTextSchema,
  contractIds: z.array(idSchema),
  /** ISO 3166 codes of the countries in which the data are handled. Empty: nobody has said. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, { error: 'BAD_JURISDICTION' })),
  crossBorderRoute: z.enum(crossBorderRoutes).nullable(),
  retention: plainTextSchema,
  /** What staff may type in, and what not. */
  inputRules: plainTextSchema,
  consentIds: z.array(idSchema),
  /** Whether the consents cover this use, as somebody found on a day. */
  consentCovers: answer,
  consentGrounds: plainTextSchema,
  consentOn: daySchema.nullable(),
  /** Whether the agreements with those who handle the data are fit for this use. */
  agreementFits: answer,
  agreementGrounds: plainTextSchema,
  agreementOn: daySchema.nullable(),
  /** Whether the company plans to rely on the exception for statistics once it is in force. */
  plansStatistics: answer,
  /** The day for which all this is to be ready. */
  wantedOn: daySchema.nullable(),
  nextReviewOn: daySchema.nullable(),
  notes: plainTextSchema,
})
export type DataUse = z.infer<typeof dataUseSchema>

/** A wording to which people consented, or were asked to (同意の記録). */
export const consentSchema = z.object({
  ...codedShape,
  name: nameSchema,
  wording: bilingualSchema,
  edition: plainTextSchema,
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** By which way it is asked for: a form, a screen, a contract. */
  channel: plainTextSchema,
  scope: plainTextSchema,
  /** How a person takes it back. */
  withdrawalWay: plainTextSchema,
  evidenceIds: z.array(idSchema),
  notes: plainTextSchema,
})
export type Consent = z.infer<typeof consentSchema>

export const checkFindings = ['met', 'gap', 'not_applicable'] as const
export type CheckFinding = (typeof checkFindings)[number]

/** What was found at one check of one use. Without a record it is unanswered. One a use and check. */
export const dataCheckSchema = z.object({
  ...recordShape,
  useId: idSchema,
  checkId: z.enum(dataCheckIds),
  finding: z.enum(checkFindings),
  /** Why it does not apply; of the others, what the finding stands on. */
  grounds: plainTextSchema,
  evidenceIds: z.array(idSchema),
  actionIds: z.array(idSchema),
  answeredById: idSchema.nullable(),
  answeredOn: daySchema,
})
export type DataCheck = z.infer<typeof dataCheckSchema>
