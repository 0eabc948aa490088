import { z } from 'zod'
import { type Day, daySchema, instantSchema } from '#shared/domain/calendar-date.ts'
import {
  type ComparedRecord,
  type ComparedSection,
  comparedSections,
  type PackComparison,
} from '#shared/domain/compare/compare-packs.ts'
import type { BudgetExceeded, PagesCounted } from '#shared/domain/decision/page-budget.ts'
import type { OpenPoint } from '#shared/domain/decision/pack-open-points.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { BundleCheck } from '#shared/domain/bundle-check.ts'
import { type Bilingual, languageSchema } from '#shared/domain/text.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import { type Labels, longWork, operation, type } from './base.ts'
import { optionalPassphrase } from './passphrase.ts'
import { encodedInput, type UnheldCharacters } from './encoding.ts'

/** The earlier pack, and a later one or (null) the register of today. In whichever order they are named. */
const pairInput = { one: z.uuid(), other: z.uuid().nullable() }

const comparisonInput = z.object({
  ...pairInput,
  /** Null: all. */
  section: z.enum(comparedSections).nullable().default(null),
  /** The key of an actor: what that one entered. */
  by: z.string().nullable().default(null),
  /** Only what was entered in the last days before the later cut-off. */
  late: z.boolean().default(false),
  limit: z.int().min(1).max(1000).default(100),
})
export type ComparisonQuery = Pick<z.output<typeof comparisonInput>, 'section' | 'by' | 'late' | 'limit'>

export interface ComparisonPage extends Omit<PackComparison, 'records'> {
  /** Records of each section under the conditions asked for. */
  readonly sections: Readonly<Record<ComparedSection, number>>
  /** Records with late entries, whatever is asked for. */
  readonly lateRecords: number
  /** Records that fit; the first of them are in `records`. */
  readonly total: number
  readonly records: readonly ComparedRecord[]
  /** Ids as they were named in either of the two. */
  readonly labels: { readonly before: Labels; readonly after: Labels }
}

/** Narrowed to the records of this legal entity; null: the whole. */
const entityId = z.uuid().nullable().default(null)

const passphraseSchema = z.string().min(1).max(1000).nullable()

/** What keeps a pack from being finished, what is asked in it, and who said that nothing is. */
export interface PackChecks {
  readonly points: readonly OpenPoint[]
  readonly asked: number
  /** The sheets of its print against the page budget; null where it has none. */
  readonly pages: PagesCounted | null
  readonly none: {
    readonly id: string
    readonly version: number
    readonly on: Day
    readonly person: Bilingual | null
  } | null
}

export const pack = {
  /** In the order in which they were locked, the newest first. */
  list: operation.output(type<readonly RecordOf<'pack'>[]>()),
  /** The pages of a locked pack, or of a draft of today. */
  model: operation
    .input(
      z.object({
        packId: z.uuid().nullable(),
        language: languageSchema,
        bilingual: z.boolean().default(false),
        entityId,
      }),
    )
    .output(type<PackModel>()),
  /** What differs between two packs, record by record, with who entered it, when and why. */
  compare: operation.input(comparisonInput).output(type<ComparisonPage>()),
  /** The whole comparison as CSV into a chosen folder. */
  writeComparison: operation
    .input(z.object({ ...pairInput, folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly token: string }>()),
  /**
   * Of a locked pack, or of a draft of today. Where it has a page budget its sheets are counted by printing it, which takes
   * seconds: without `counted` the answer comes at once, and each page has one sheet at least.
   */
  checks: operation
    .input(z.object({ packId: z.uuid().nullable(), counted: z.boolean().default(true) }))
    .output(type<PackChecks>()),
  /** What of the data would keep the pack that is locked now from being finished: it can be put right only before. */
  lockPoints: operation
    .input(z.object({ asOf: daySchema, cutOff: instantSchema.nullable().default(null) }))
    .output(type<readonly OpenPoint[]>()),
  /** Verifies, then freezes. Refused by AS_OF_IN_FUTURE, CUT_OFF_*, VERIFY_FAILED and, without a reason, PACK_POINTS_OPEN. */
  lock: operation
    .input(
      z.object({
        asOf: daySchema,
        cutOff: instantSchema.nullable().default(null),
        title: z.string().max(300).nullable().default(null),
        openReason: z.string().max(1000).nullable().default(null),
      }),
    )
    .output(longWork<RecordOf<'pack'>>()),
  /** Prints and writes the bundle into a chosen folder. The result names the folder made in it. */
  write: operation
    .input(
      z.object({
        packId: z.uuid().nullable(),
        language: z.union([languageSchema, z.literal('both'), z.literal('ja+en')]),
        entityId,
        /** Also each figure as SVG and PNG. */
        figures: z.boolean().default(false),
        folder: z.string().min(1),
        /** Writes one protected file instead of a folder. */
        passphrase: optionalPassphrase,
      }),
    )
    .output(
      longWork<{
        readonly name: string
        readonly files: number
        /** Of the first of its PDFs that has more pages than the pack may have. */
        readonly overBudget: BudgetExceeded | null
      }>(),
    ),
  /** One figure as SVG and as PNG into a chosen folder. FIGURE_NOT_FOUND where the pack has none of this key. */
  writeFigure: operation
    .input(
      z.object({
        packId: z.uuid().nullable(),
        language: languageSchema,
        figure: z.string().max(60),
        entityId,
        folder: z.string().min(1),
      }),
    )
    .output(longWork<{ readonly names: readonly string[]; readonly token: string }>()),
  /** Holds a bundle in a chosen folder against itself, the open register, a public key and a digest that was noted. */
  checkBundle: operation
    .input(
      z.object({
        folder: z.string().min(1),
        publicKey: z.string().min(1).nullable(),
        noted: z.string().max(200).nullable(),
        /** Of a bundle that is one protected file. */
        passphrase: optionalPassphrase,
      }),
    )
    .output(longWork<BundleCheck>()),
  /** Puts the company's signature beside a bundle that is whole. BUNDLE_NOT_WHOLE, KEY_UNREADABLE, KEY_PASSPHRASE. */
  signBundle: operation
    .input(z.object({ folder: z.string().min(1), key: z.string().min(1), passphrase: passphraseSchema }))
    .output(type<{ readonly fingerprint: string }>()),
  /** A new pair of keys in a chosen folder. FOLDER_EXISTS where one lies there already. */
  newKey: operation
    .input(z.object({ folder: z.string().min(1), passphrase: passphraseSchema }))
    .output(type<{ readonly names: readonly string[]; readonly token: string }>()),
}

/** The whole register as CSV, or as one workbook, into a chosen folder. CHARACTERS_UNHELD. A workbook is never in cp932. */
export const exportRegister = operation
  .input(
    z
      .object({
        folder: z.string().min(1),
        format: z.enum(['csv', 'xlsx']).default('csv'),
        passphrase: optionalPassphrase,
        ...encodedInput,
      })
      .refine(({ format, encoding }) => format === 'csv' || encoding === 'utf-8', { path: ['encoding'] }),
  )
  .output(longWork<{ readonly name: string; readonly files: number; readonly guardedCells: number }>())

/** What code page 932 cannot hold of it. */
export const exportUnheld = operation.output(longWork<UnheldCharacters>())
