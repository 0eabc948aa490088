/**
 * AI contracts by the types and heads of METI's checklist (AIの利用・開発に関する契約チェックリスト, 2025-02-18), and what the
 * APPI asks of those under which a vendor comes near personal data.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { codedShape, idSchema } from '../record.ts'
import { answers, systemRoles } from '../system.ts'
import { nameSchema, plainTextSchema } from '../text.ts'

/** CT-1 use of a general-purpose service (汎用的AIサービス利用型), CT-2 customised (カスタマイズ型), CT-3 new development (新規開発型). */
export const contractTypes = ['CT-1', 'CT-2', 'CT-3'] as const
export type ContractType = (typeof contractTypes)[number]
/** システム提供型 or サービス提供型. */
export const provisionForms = ['system', 'service'] as const
/** 請負型, 準委任型, or neither: terms of use that are agreed to as they are. */
export const dutyForms = ['work', 'mandate', 'terms_of_use'] as const
/** `negotiating`: not concluded yet. */
export const contractStages = ['negotiating', 'concluded'] as const
/** The value of a year, in yen. */
export const valueBands = ['free', 'under_1m', 'under_10m', 'under_100m', 'over_100m'] as const

/** How personal data come to the vendor: APPI 27(5)(i) and 25, APPI 27 and 28, or not at all (PPC Q&A 7-53). */
export const dataBases = ['entrustment', 'third_party', 'not_handled'] as const
/** What lets personal data go to a recipient abroad (APPI 28), or why nothing has to. */
export const crossBorderRoutes = ['domestic', 'consent', 'equivalent_country', 'equivalent_system'] as const

export const contractSchema = z.object({
  ...codedShape,
  name: nameSchema,
  vendorId: idSchema,
  /** Null: nobody has said; the contract then counts as unread. */
  type: z.enum(contractTypes).nullable(),
  provision: z.enum(provisionForms).nullable(),
  duty: z.enum(dutyForms).nullable(),
  stage: z.enum(contractStages),
  companyRoles: z.array(z.enum(systemRoles)),
  vendorRoles: z.array(z.enum(systemRoles)),
  systemIds: z.array(idSchema),
  signedOn: daySchema.nullable(),
  from: daySchema.nullable(),
  /** The last day of the term as it was agreed; null: open. */
  to: daySchema.nullable(),
  /** Whether it goes on by itself after `to`, by how many months, and how many months before notice must be given. */
  renews: z.enum(answers),
  renewalMonths: z.int().min(1).max(240).nullable(),
  noticeMonths: z.int().min(0).max(60).nullable(),
  /** The day on which it was ended before its term, or after notice. */
  terminatedOn: daySchema.nullable(),
  governingLaw: plainTextSchema,
  court: plainTextSchema,
  valueBand: z.enum(valueBands).nullable(),
  /** Documents: evidence of the kind contract, as file, link or reference. */
  evidenceIds: z.array(idSchema),
  ownerPostId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  legalReviewerId: idSchema.nullable(),
  /** Whether the vendor gets personal data, or trade secrets, under it. */
  personalData: z.enum(answers),
  secretData: z.enum(answers),
  dataBasis: z.enum(dataBases).nullable(),
  /** Why it does not handle them, where that is said: terms and access control (PPC Q&A 7-53). */
  dataBasisGrounds: plainTextSchema,
  /** ISO 3166 codes of the countries in which the data are handled. */
  dataCountries: z.array(z.string().regex(/^[A-Z]{2}$/, { error: 'BAD_JURISDICTION' })),
  crossBorderRoute: z.enum(crossBorderRoutes).nullable(),
  /** Supervision of the processor (APPI 25): chosen with care, agreed in the contract, its handling checked; each when last. */
  selectedOn: daySchema.nullable(),
  agreedOn: daySchema.nullable(),
  checkedOn: daySchema.nullable(),
  supervisionNotes: plainTextSchema,
  nextReviewOn: daySchema.nullable(),
  notes: plainTextSchema,
})
export type AiContract = z.infer<typeof contractSchema>
