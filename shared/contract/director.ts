/** The director's view: pages of a pack and the records behind their numbers, as frozen; of the register, or of a bundle alone. */
import { z } from 'zod'
import type { AttestationContent } from '#shared/domain/attestation/attestation-content.ts'
import type { BundleCheck } from '#shared/domain/bundle-check.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { ControlStatus } from '#shared/domain/control.ts'
import type { Level } from '#shared/domain/metrics/register-on.ts'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import type { CodedNoun, Noun, RecordOf } from '#shared/domain/nouns.ts'
import { type Bilingual, type Language, languageSchema } from '#shared/domain/text.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import type { RecentFile } from './application.ts'
import { type Labels, longWork, operation, type } from './base.ts'
import { optionalPassphrase } from './passphrase.ts'

/** A pack of the register (null: a draft of today), or the bundle that was opened under an id. */
export const shownSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('register'), packId: z.uuid().nullable() }),
  z.object({ kind: z.literal('bundle'), id: z.uuid() }),
])
export type Shown = z.infer<typeof shownSchema>

export interface ShownPages {
  readonly model: PackModel
  /** How many records are behind a number, by its address; an address that is missing has none. */
  readonly behind: Readonly<Record<string, number>>
  /** The languages in which there are pages. */
  readonly languages: readonly Language[]
}

/** A record as it stood in the frozen state. */
export interface FrozenRecord {
  readonly noun: CodedNoun
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly withdrawn: boolean
  /** How it stood on the day of the pack: of risks and controls what follows from it, of others a field. */
  readonly standing: FrozenStanding | null
}
export type FrozenStanding =
  | { readonly kind: 'risk'; readonly residual: Level | null; readonly outside: boolean | null }
  | { readonly kind: 'control'; readonly status: ControlStatus }
  | { readonly kind: 'field'; readonly field: string; readonly value: string | null }

export interface RecordsBehindNumber {
  /** Set where the number is a figure of the catalogue. */
  readonly figure: Pick<
    KriResult,
    'id' | 'unit' | 'numerator' | 'denominator' | 'value' | 'status' | 'threshold'
  > | null
  readonly asOf: Day
  readonly total: number
  /** The first of them, at most as many as asked for. */
  readonly records: readonly FrozenRecord[]
}

/** Everything that the frozen state holds of a record, with the parts that belong to it. */
export interface FrozenContent extends FrozenRecord {
  readonly asOf: Day
  readonly record: RecordOf<CodedNoun>
  readonly parts: readonly { readonly noun: Noun; readonly record: RecordOf<Noun> }[]
  readonly labels: Labels
}

/** A post that answers for something, and what it answered for on the day of the pack. */
export interface FrozenPost {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly person: Bilingual | null
}
export interface FrozenAttestation {
  readonly asOf: Day
  readonly post: FrozenPost
  readonly content: AttestationContent
  /** The last confirmation up to the day: who, when, in which words, and whether it still fitted. */
  readonly latest: {
    readonly on: Day
    readonly typedName: string
    readonly statement: string
    readonly changes: number
  } | null
}

/** `shown`: the pages can be looked at; `changed`: what would be shown is not what was written, so that nothing is. */
export interface OpenedBundle {
  readonly id: string
  readonly check: BundleCheck
  readonly pages: 'shown' | 'changed' | 'none'
  /** The version that wrote it, where that is another one. */
  readonly writtenBy: string | null
}

const shown = { shown: shownSchema }

export const director = {
  /** PACK_NOT_FOUND, BUNDLE_NOT_OPEN. */
  pages: operation.input(z.object({ ...shown, language: languageSchema })).output(type<ShownPages>()),
  behind: operation
    .input(z.object({ ...shown, address: z.string().max(100), limit: z.int().min(1).max(1000).default(200) }))
    .output(type<RecordsBehindNumber>()),
  /** NOT_FOUND. */
  record: operation.input(z.object({ ...shown, code: z.string().max(40) })).output(type<FrozenContent>()),
  posts: operation.input(z.object(shown)).output(type<readonly FrozenPost[]>()),
  /** NOT_FOUND. */
  attestation: operation.input(z.object({ ...shown, postId: z.uuid() })).output(type<FrozenAttestation>()),
  /** Verifies a bundle, a folder or a protected file, and keeps its frozen content for the other operations. NOT_A_BUNDLE, BUNDLE_TOO_LARGE, PASSPHRASE_NEEDED, PASSPHRASE_WRONG, PROTECTED_DAMAGED, CANCELLED. */
  openBundle: operation
    .input(z.object({ folder: z.string().min(1), passphrase: optionalPassphrase }))
    .output(longWork<OpenedBundle>()),
  /** Bundles opened last, the latest first: those that are still there. */
  recentBundles: operation.output(type<readonly RecentFile[]>()),
  forgetBundles: operation.output(type<readonly RecentFile[]>()),
}
