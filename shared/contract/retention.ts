/** Rules of retention, legal holds, and taking a person's name out of the register. */
import { z } from 'zod'
import { backupPlaces, type BackupPlace, type BackupReason, readBackupName } from '#shared/domain/backup.ts'
import { type Day, daySchema, type Instant } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { ProblemCode, ProblemFacts } from '#shared/domain/problem.ts'
import type { NameDoubt } from '#shared/domain/retention/name-marks.ts'
import { holdScopes, redactionGrounds, retentionScopes } from '#shared/domain/retention/retention-records.ts'
import type { PersonRetention, RetentionStanding } from '#shared/domain/retention/retention-on.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { type Label, type Labels, longWork, operation, type, versioned } from './base.ts'

const text = z.string().trim().min(1, { error: 'REQUIRED' }).max(10_000, { error: 'TOO_LONG' })

const ruleInput = z.object({
  scope: z.enum(retentionScopes),
  years: z.int().min(0).max(100),
  basis: text,
  approverPersonId: z.uuid().nullable(),
  approvedOn: daySchema.nullable(),
  from: daySchema,
  to: daySchema.nullable(),
})
export type RuleInput = z.infer<typeof ruleInput>

const holdInput = z.object({
  matter: text,
  reason: text,
  orderedBy: text,
  scope: z.enum(holdScopes),
  personIds: z.array(z.uuid()).max(10_000),
  from: daySchema,
})
export type HoldInput = z.infer<typeof holdInput>

const releaseInput = z.object({ ...versioned, on: daySchema, by: text, reason: text })
export type HoldRelease = z.infer<typeof releaseInput>

/** How people stand on a day, and what was decided of their names. */
export interface RetentionPicture {
  readonly day: Day
  readonly counts: Readonly<Record<RetentionStanding, number>>
  /** Those of the asked standings, at most `shownPeople`; what blocks each, at most ten. */
  readonly people: readonly PersonRetention[]
  readonly rules: readonly RecordOf<'retentionRule'>[]
  readonly holds: readonly (RecordOf<'legalHold'> & { readonly inForce: boolean })[]
  /** The newest first, without what was replaced. */
  readonly redactions: readonly (Omit<RecordOf<'redaction'>, 'replaced'> & { readonly at: Instant | null })[]
  /** Since when unused parts of the file wait to be cleaned; null where they do not. */
  readonly cleaningDueSince: Instant | null
  readonly labels: Labels
}
export const shownPeople = 500

/** A place in which the name stands, as it is shown before it is replaced. */
export interface ShownPlace {
  readonly key: string
  readonly kind: 'own' | 'field' | 'account' | 'machine' | 'reason' | 'decisions' | 'view'
  readonly record: Label | null
  readonly field: string
  /** Some text in which it stands, shortened around it, and the marks in it. */
  readonly sample: string
  readonly marks: readonly { readonly from: number; readonly to: number }[]
  /** In how many entries of the log it stands there. */
  readonly entries: number
  /** Why it may not be the name, or cannot be replaced: such a place stays unless somebody says otherwise. */
  readonly doubt: NameDoubt | null
}

/** Where the name also stands, and is not reached by the redaction. */
export interface KeptElsewhere {
  /** Backups of this register that were made before: they hold the name and can be removed. */
  readonly backups: readonly {
    readonly place: BackupPlace
    readonly name: string
    readonly at: Instant
    readonly reason: BackupReason
    readonly bytes: number
  }[]
  /** Files that the register keeps as evidence: they are not looked into. */
  readonly files: number
}

export interface RedactionPreview {
  readonly person: { readonly id: string; readonly code: string; readonly name: Bilingual }
  readonly placeholder: Bilingual
  readonly standing: PersonRetention
  /** What was looked for: every name, reading and address that the record has borne, and what was asked for beside them. */
  readonly terms: readonly string[]
  readonly places: readonly ShownPlace[]
  /** Packs whose frozen data will be replaced; the digests that were printed stay. */
  readonly packs: readonly string[]
  /** Accounts and computers under which this person has acted: they stay unless they are asked for. */
  readonly accounts: readonly { readonly account: string; readonly machine: string; readonly entries: number }[]
  /** What refuses it now; null where nothing does. */
  readonly refused: { readonly code: ProblemCode; readonly facts: ProblemFacts } | null
  readonly elsewhere: KeptElsewhere
  /** Of what is shown: it goes back with the order. */
  readonly digest: string
}

export interface RedactionDone {
  readonly redaction: Omit<RecordOf<'redaction'>, 'replaced'>
  readonly replaced: number
  readonly packs: readonly string[]
  /** False: the name is out of the register, and its bytes may still lie in unused parts of the file. */
  readonly cleaned: boolean
  readonly elsewhere: KeptElsewhere
}

const look = z.object({
  personId: z.uuid(),
  /** Other ways in which the person is named: an earlier name, an account, a number. */
  also: z.array(z.string().trim().min(2).max(200)).max(20).default([]),
})
export type RedactionLook = z.infer<typeof look>

const order = look.extend({
  digest: z.string().min(1),
  /** Places that stay as they are; the person's own record cannot be one. */
  except: z.array(z.string().max(1000)).max(10_000).default([]),
  ground: z.enum(redactionGrounds),
  /** The rule whose period is over; null on other grounds. */
  ruleId: z.uuid().nullable().default(null),
  note: z.string().trim().max(10_000).nullable().default(null),
  decidedBy: text,
})
export type RedactionOrder = z.infer<typeof order>

const namedBackup = z.object({
  place: z.enum(backupPlaces),
  name: z
    .string()
    .max(200)
    .refine((name) => readBackupName(name) !== null, { error: 'FILE_NAME' }),
})

export const retention = {
  /** Of today unless another day is asked for. */
  picture: operation
    .input(z.object({ day: daySchema.nullable().default(null), standings: z.array(z.string()).max(10).default([]) }))
    .output(type<RetentionPicture>()),
  addRule: operation.input(ruleInput).output(type<RecordOf<'retentionRule'>>()),
  changeRule: operation
    .input(z.object({ ...versioned, patch: ruleInput.partial() }))
    .output(type<RecordOf<'retentionRule'>>()),
  withdrawRule: operation
    .input(z.object({ ...versioned, reason: z.string() }))
    .output(type<RecordOf<'retentionRule'>>()),
  placeHold: operation.input(holdInput).output(type<RecordOf<'legalHold'>>()),
  releaseHold: operation.input(releaseInput).output(type<RecordOf<'legalHold'>>()),
  /** NOT_FOUND, CANCELLED; what would refuse the order is said in the preview. */
  preview: operation.input(look).output(longWork<RedactionPreview>()),
  /**
   * LEGAL_HOLD, PERSON_STILL_NAMED, RETENTION_NOT_DUE, NOTHING_TO_REDACT, REDACTION_DOES_NOT_FIT, PREVIEW_OUTDATED,
   * VERIFY_FAILED. It cannot be undone.
   */
  redact: operation.input(order).output(longWork<RedactionDone>()),
  /** CLEANING_FAILED. */
  clean: operation.output(type<null>()),
  /** Backups that were made before the last redaction: they hold what was taken out. */
  oldBackups: operation.output(type<KeptElsewhere['backups']>()),
  /** LEGAL_HOLD where any hold is in force; BACKUP_NOT_FOUND, BACKUP_OF_ANOTHER. */
  removeBackups: operation
    .input(z.object({ backups: z.array(namedBackup).min(1).max(1000) }))
    .output(type<{ readonly removed: number }>()),
}
