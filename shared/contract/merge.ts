/** Merging another register into the open one: looked at as often as needed, then done once. */
import { z } from 'zod'
import type {
  ApartReason,
  ConflictChoice,
  MergeConflict,
  MergeCounts,
  MergeMatch,
  SettingDifference,
} from '#shared/domain/merge/merge-plan.ts'
import { type Day, daySchema } from '#shared/domain/calendar-date.ts'
import type { EntityFigures } from '#shared/domain/metrics/entity-figures.ts'
import type { MergeEntryKind, MergeRelation } from '#shared/domain/merge/merge-run.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { idInput, type Labels, longWork, operation, type } from './base.ts'
import type { HistoryEvent } from './history.ts'

export const mergeAnswersInput = z.object({
  matches: z.record(z.uuid(), z.union([z.object({ same: z.uuid() }), z.enum(['new', 'leave_out'])])),
  choices: z.record(z.string().max(300), z.enum(['ours', 'theirs'])),
})

/** Who set a field last, when and why, as one of the two logs says. */
export interface SetBy {
  readonly at: string
  readonly person: Bilingual | null
  readonly account: string
  readonly operation: string
  readonly reason: string | null
}

export interface ShownConflict extends MergeConflict {
  /** What a record without a name of its own is about, the most telling first; at most two. */
  readonly about: readonly string[]
  readonly setHere: SetBy | null
  readonly setThere: SetBy | null
}

/** What the other register is and what its merge would do with the answers so far. At most `shown` of each are given. */
export interface MergePicture {
  readonly fileName: string
  readonly name: Bilingual
  readonly relation: MergeRelation
  readonly headHash: string
  readonly headSequence: number
  readonly headAt: string | null
  /** The end of what this register knew of the other log before. */
  readonly knownSequence: number
  readonly counts: MergeCounts
  readonly matchCount: number
  readonly conflictCount: number
  readonly matches: readonly MergeMatch[]
  readonly conflicts: readonly ShownConflict[]
  readonly settings: readonly SettingDifference[]
  readonly apart: readonly { readonly noun: Noun; readonly reason: ApartReason; readonly count: number }[]
  readonly writes: readonly { readonly noun: Noun; readonly added: number; readonly changed: number }[]
  /** Names of the records of this register, and of the other one. */
  readonly ours: Labels
  readonly theirs: Labels
}
export const shown = 100

export interface MergeOutcome {
  readonly run: RecordOf<'mergeRun'>
  /** The name of the copy that was made before. */
  readonly copy: string
  readonly counts: MergeCounts
}

/** A merge that was made. */
export interface MadeMerge {
  readonly run: RecordOf<'mergeRun'>
  readonly unit: string | null
}

/** A record of the other register, and what it is here. */
export interface MadeMergeEntry {
  readonly theirCode: string | null
  /** Null where nothing of it came in. */
  readonly ourId: string | null
  /** What a record without a name of its own is about, the most telling first; at most two. */
  readonly about: readonly string[]
  /** Of a choice: the field, and whose value stands; null where the choice was of the record whole. */
  readonly field: string | null
  readonly choice: ConflictChoice | null
}

/** The records of one noun of which the same was decided. `entries` holds the first of them, at most `shownOfGroup`. */
export interface MadeMergeGroup {
  readonly noun: Noun
  readonly kind: MergeEntryKind
  /** Why they were kept apart; null of all others. */
  readonly reason: ApartReason | null
  readonly count: number
  readonly entries: readonly MadeMergeEntry[]
}
export const shownOfGroup = 20

/** What came of a merge, record by record. */
export interface MadeMergeReport {
  readonly run: RecordOf<'mergeRun'>
  readonly groups: readonly MadeMergeGroup[]
  readonly labels: Labels
}

/** Which register a record came with, under which code, on which day. */
export interface RecordOrigin {
  readonly name: Bilingual
  readonly on: string
  readonly theirCode: string | null
}

/** What the logs of other registers say of a record. */
export interface KeptHistory {
  readonly registers: readonly { readonly name: Bilingual; readonly events: readonly HistoryEvent[] }[]
  readonly labels: Labels
}

/** The whole first, then the legal entities. */
export interface EntityTable {
  readonly asOf: Day
  readonly rows: readonly EntityFigures[]
  readonly labels: Labels
}
const dayOf = z.object({ day: daySchema.nullable().default(null) })

const asked = z.object({
  /** Of the chosen file; it stays good, since a file is looked at more than once. */
  token: z.string().min(1),
  answers: mergeAnswersInput,
})

export const merging = {
  /** All merges of this register, the newest first. */
  list: operation.output(type<readonly MadeMerge[]>()),
  look: operation.input(asked).output(longWork<MergePicture>()),
  /** MERGE_UNDECIDED, PREVIEW_OUTDATED. */
  run: operation
    .input(asked.extend({ headHash: z.string(), entityUnitId: z.uuid().nullable() }))
    .output(longWork<MergeOutcome>()),
  /** The group by its entities; null: today. */
  entities: operation.input(dayOf).output(type<EntityTable>()),
  writeEntities: operation
    .input(dayOf.extend({ folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly rows: number; readonly token: string }>()),
  /** Null of a record that was made here. */
  origin: operation.input(idInput).output(type<RecordOrigin | null>()),
  history: operation.input(idInput).output(type<KeptHistory>()),
  /** Lets the other register go. */
  close: operation.output(type<null>()),
  /** What was decided of each record, by noun and by what it was. NOT_FOUND. */
  report: operation.input(idInput).output(type<MadeMergeReport>()),
  /** What was decided of each record, as CSV in a folder. NOT_FOUND, FOLDER_NOT_WRITABLE. */
  writeReport: operation
    .input(z.object({ runId: z.uuid(), folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly rows: number; readonly token: string }>()),
}
