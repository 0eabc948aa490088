/** Vendors, AI contracts, their readings, and the points that a company adds. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { readingOperations } from './contract-readings.ts'
import { nameSchema, plainTextSchema } from '#shared/domain/text.ts'
import { supplyKinds, vendorStandings } from '#shared/domain/third-party/vendor.ts'
import { type Labels, operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

const kinds = z.array(z.enum(supplyKinds)).min(1, { error: 'REQUIRED' })
const supplied = { kinds, product: plainTextSchema, from: daySchema.nullable(), to: daySchema.nullable() }

/** What systems call their vendor, in one writing, and which vendor that may be. */
export interface VendorText {
  /** Its letters alone: texts that differ in case, width, spaces and marks are one. */
  readonly key: string
  /** As most of the systems write it. */
  readonly text: string
  readonly systems: number
  /** Vendors of the register that are called much the same, the most alike first. */
  readonly vendorIds: readonly string[]
  /** Another text, of more systems, that is much like it; null where a vendor is, or nothing. */
  readonly like: string | null
}
/** What a person decides of a text: who it is. `like`: the same as another text of the list. */
const textTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), name: nameSchema }),
  z.object({ kind: z.literal('vendor'), vendorId: z.uuid() }),
  z.object({ kind: z.literal('like'), key: z.string() }),
])

export const vendor = {
  ...recordOperations('vendor'),
  addSupply: operation
    .input(z.object({ vendorId: z.uuid(), systemId: z.uuid(), ...supplied }))
    .output(type<RecordOf<'supply'>>()),
  changeSupply: operation.input(z.object({ ...versioned, ...supplied })).output(type<RecordOf<'supply'>>()),
  withdrawSupply: operation.input(z.object({ ...versioned, reason: z.string() })).output(type<RecordOf<'supply'>>()),
  /** That it was reviewed on a day, and what was found; the next review follows from its cycle where no day is given. */
  review: operation
    .input(
      z.object({
        ...versioned,
        on: daySchema,
        security: z.enum(vendorStandings),
        securityEvidenceIds: z.array(z.uuid()),
        finance: z.enum(vendorStandings),
        financeEvidenceIds: z.array(z.uuid()),
        nextReviewOn: daySchema.nullable(),
      }),
    )
    .output(type<RecordOf<'vendor'>>()),
  /** What systems call their vendors and no supply says yet, the most systems first. */
  texts: operation.output(type<{ readonly texts: readonly VendorText[]; readonly labels: Labels }>()),
  /**
   * Makes vendors and supplies of such texts: one change, one undo. PREVIEW_OUTDATED where the systems of a text are not as many as
   * were shown.
   */
  adoptTexts: operation
    .input(
      z.object({
        kinds,
        rows: z
          .array(z.object({ key: z.string(), systems: z.int(), target: textTarget }))
          .min(1)
          .max(5000),
      }),
    )
    .output(type<{ readonly vendors: number; readonly supplies: number }>()),
}

export const aiContract = {
  ...recordOperations('contract'),
}

const { list, get, update, withdraw } = recordOperations('contractReading')
export const contractReading = { list, get, update, withdraw, ...readingOperations }

export const checkPoint = {
  ...recordOperations('checkPoint'),
  /** The company's points and wordings for contracts that hold on a day. */
  inForce: operation
    .input(z.object({ day: daySchema }))
    .output(type<readonly Pick<RecordOf<'checkPoint'>, 'id' | 'code' | 'name' | 'replaces'>[]>()),
}
