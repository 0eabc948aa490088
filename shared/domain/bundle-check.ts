/** What a check of a bundle says: whose it is, what it was held against, and what was found. */
import type { Day, Instant } from './calendar-date.ts'
import type { Bilingual } from './text.ts'
import type { Finding } from './verification.ts'

export interface BundleIdentity {
  readonly kind: 'pack' | 'draft' | 'export'
  readonly sample: boolean
  readonly organisation: Bilingual
  readonly pack: string | null
  readonly title: string | null
  readonly asOf: Day | null
  readonly cutOff: Instant | null
  readonly lockedAt: Instant | null
  readonly dataDigest: string | null
  /** Null where the pack is not signed off. */
  readonly packDigest: string | null
  readonly previousPack: string | null
  readonly previousDigest: string | null
  readonly auditHead: string
  readonly auditSequence: number
  readonly files: number
  readonly application: string
}

export const dataChecks = ['remade', 'otherVersion', 'none', 'unreadable'] as const
export const registerChecks = ['compared', 'other', 'notAsked', 'unreadable'] as const
export const signatureStates = ['none', 'own', 'known', 'wrong'] as const

export interface BundleCheck {
  /** The folder's name. */
  readonly name: string
  /** Null where its manifest was edited or is missing: it is then no witness of anything. */
  readonly bundle: BundleIdentity | null
  /** `remade`: tables made again from the frozen data and compared; `otherVersion`: written by another version, not compared. */
  readonly data: (typeof dataChecks)[number]
  readonly register: (typeof registerChecks)[number]
  readonly signature: { readonly state: (typeof signatureStates)[number]; readonly fingerprint: string | null }
  readonly findings: readonly Finding[]
}

/** Of what a manifest says, what a person reads. */
export function bundleIdentity(
  manifest: Omit<BundleIdentity, 'organisation' | 'files' | 'application' | 'packDigest'> & {
    readonly packDigest?: string | null | undefined
    readonly register: { readonly name: Bilingual }
    readonly files: readonly unknown[]
    readonly versions: { readonly application: string }
  },
): BundleIdentity {
  const { kind, sample, pack, title, asOf, cutOff, lockedAt, dataDigest, previousPack, previousDigest } = manifest
  return {
    kind,
    sample,
    organisation: manifest.register.name,
    pack,
    title,
    asOf,
    cutOff,
    lockedAt,
    dataDigest,
    packDigest: manifest.packDigest ?? null,
    previousPack,
    previousDigest,
    auditHead: manifest.auditHead,
    auditSequence: manifest.auditSequence,
    files: manifest.files.length,
    application: manifest.versions.application,
  }
}
