import { z } from 'zod'
import { daySchema, instantSchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { BundleCheck } from '#shared/domain/bundle-check.ts'
import { languageSchema } from '#shared/domain/text.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import { longWork, operation, type } from './base.ts'

const passphraseSchema = z.string().min(1).max(1000).nullable()

export const pack = {
  /** In the order in which they were locked, the newest first. */
  list: operation.output(type<readonly RecordOf<'pack'>[]>()),
  /** The pages of a locked pack, or of a draft of today. */
  model: operation.input(z.object({ packId: z.uuid().nullable(), language: languageSchema })).output(type<PackModel>()),
  /** Verifies, then freezes. Refused by AS_OF_IN_FUTURE, CUT_OFF_*, VERIFY_FAILED alone. */
  lock: operation
    .input(
      z.object({
        asOf: daySchema,
        cutOff: instantSchema.nullable().default(null),
        title: z.string().max(300).nullable().default(null),
      }),
    )
    .output(longWork<RecordOf<'pack'>>()),
  /** Prints and writes the bundle into a chosen folder. The result names the folder made in it. */
  write: operation
    .input(
      z.object({
        packId: z.uuid().nullable(),
        language: z.union([languageSchema, z.literal('both')]),
        folder: z.string().min(1),
      }),
    )
    .output(longWork<{ readonly name: string; readonly files: number }>()),
  /** Holds a bundle in a chosen folder against itself, the open register, a public key and a digest that was noted. */
  checkBundle: operation
    .input(
      z.object({
        folder: z.string().min(1),
        publicKey: z.string().min(1).nullable(),
        noted: z.string().max(200).nullable(),
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

/** The whole register as CSV into a chosen folder. */
export const exportRegister = operation
  .input(z.object({ folder: z.string().min(1) }))
  .output(longWork<{ readonly name: string; readonly files: number; readonly guardedCells: number }>())
