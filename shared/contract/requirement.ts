/** Requirements: the packs that the company is held against, answers to their items, and how far they are covered. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Holding } from '#shared/domain/accountability.ts'
import type { AnsweringControl } from '#shared/domain/requirements/answering.ts'
import type { WhenAsked } from '#shared/domain/requirements/applicable.ts'
import type { RiskMatrix } from '#shared/domain/requirements/ciso-library.ts'
import { answerStates } from '#shared/domain/requirements/requirement-records.ts'
import type { RequirementItem, RequirementPack } from '#shared/domain/requirements/requirement-pack.ts'
import {
  type Applies,
  type ApplicabilityRow,
  type CoverageRow,
  type Exclusion,
  type GapRow,
  type GapStanding,
  gapStandings,
} from '#shared/domain/requirements/requirement-coverage.ts'
import type { Suggestion } from '#shared/domain/requirements/suggestions.ts'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import type { QuestionState } from '#shared/domain/requirements/board-questions.ts'
import type { Coverage, Standing } from '#shared/domain/requirements/standing.ts'
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { idInput, type Labels, operation, type } from './base.ts'
import { mostRecordsAtOnce } from './batch.ts'
import type { TakenInHorizon } from './horizon.ts'

/** A pack as a list shows it, without its items. */
export type RequirementPackHead = Omit<RequirementPack, 'items' | 'changes' | 'phases' | 'sources' | 'format'> & {
  readonly count: number
}

export interface HeldRequirementPack {
  readonly id: string
  readonly head: RequirementPackHead
  readonly origin: RecordOf<'requirementPack'>['origin']
  readonly fileName: string | null
  readonly from: string
  readonly to: string | null
  /** Items asked once of the company. */
  readonly company: Coverage
  /** Items asked of systems, each system counted. */
  readonly systems: Coverage
  /** Answers that were given to an older version and not anew. */
  readonly carried: number
}

export interface RequirementOverview {
  readonly held: readonly HeldRequirementPack[]
  /** What the program brings and the register does not hold: other packs, and newer versions of those it holds. */
  readonly offered: readonly (RequirementPackHead & { readonly replaces: string | null })[]
}

/** One item as it stands for one subject. */
export interface ItemStanding {
  readonly item: RequirementItem
  readonly standing: Standing
  readonly answer: RecordOf<'requirementAnswer'> | null
  readonly controls: readonly AnsweringControl[]
  readonly when: WhenAsked
}

export interface RequirementPackDetail {
  readonly pack: HeldRequirementPack
  readonly changes: RequirementPack['changes']
  /** Every item in the pack's order. Headings and items of systems have no standing of their own. */
  readonly items: readonly {
    readonly item: RequirementItem
    readonly company: ItemStanding | null
    readonly systems: Coverage | null
    readonly controls: readonly AnsweringControl[]
  }[]
  /** Titles of the items that others refer to, of all packs that are held. */
  readonly referred: Readonly<Record<string, Pick<RequirementItem, 'number' | 'title'>>>
  readonly labels: Labels
}

export interface ItemDetail {
  readonly item: RequirementItem
  /** Systems of which it is asked, those that stand worst first. */
  readonly systems: readonly (ItemStanding & { readonly systemId: string })[]
  readonly labels: Labels
}

export interface SystemRequirements {
  readonly packs: readonly {
    readonly id: string
    readonly head: RequirementPackHead
    /** Items that are asked, and the headings that they stand under, which have no standing. */
    readonly items: readonly { readonly item: RequirementItem; readonly standing: ItemStanding | null }[]
    readonly coverage: Coverage
  }[]
  readonly labels: Labels
}

/** Coverage of the packs that hold, by what it is counted by. Principles, roles, units and systems count systems only. */
export interface RequirementCoverage {
  readonly packs: readonly PackName[]
  readonly rows: readonly (Omit<CoverageRow, 'pack'> & { readonly packId: string })[]
  readonly labels: Labels
}

/** A pack of the register by the id of its record, as far as it is named. */
export type PackName = Pick<RequirementPackHead, 'title' | 'version' | 'status'> & { readonly id: string }

export interface RequirementGaps {
  readonly packs: readonly PackName[]
  readonly rows: readonly (Omit<GapRow, 'pack' | 'system'> & {
    readonly packId: string
    readonly systemId: string | null
    /** Who answers for the system, where it is one. */
    readonly executive: Holding | null
    readonly owner: Holding | null
  })[]
  /** Of all that fit, not only of those that are given. */
  readonly counts: Readonly<Record<GapStanding, number>>
  readonly total: number
  readonly labels: Labels
}

export interface RequirementApplicability {
  readonly pack: PackName
  readonly rows: readonly (Omit<ApplicabilityRow, 'pack' | 'exclusions'> & {
    readonly applies: Applies
    readonly exclusions: readonly (Omit<Exclusion, 'system'> & { readonly systemId: string | null })[]
  })[]
  readonly labels: Labels
}

export interface RequirementSuggestions {
  readonly rows: readonly Suggestion[]
  /** Titles of the items that are named as grounds. */
  readonly referred: RequirementPackDetail['referred']
}

/** What a chosen file holds, before anything is written. */
export interface RequirementPackFile {
  readonly fileName: string
  readonly origin: RecordOf<'requirementPack'>['origin']
  readonly packs: readonly (RequirementPackHead & { readonly replaces: string | null })[]
  readonly matrices: readonly RiskMatrix[]
  /** A horizon in place of packs. */
  readonly horizon:
    | (Pick<HorizonPack, 'version' | 'title' | 'asOf'> & { readonly events: number; readonly replaces: string | null })
    | null
}

/** What was taken in from a file. */
export interface InstalledFile {
  readonly packs: readonly AdoptedRequirementPack[]
  readonly horizon: TakenInHorizon | null
}

export interface AdoptedRequirementPack {
  readonly id: string
  readonly carried: number
  readonly reopened: readonly string[]
}

const place = z.object({
  packId: z.string().min(1),
  packVersion: z.string().min(1),
  itemId: z.string().min(1),
  /** Null for the company. */
  systemId: z.uuid().nullable(),
})
export type AnswerPlace = z.output<typeof place>
const places = z.array(place).min(1).max(mostRecordsAtOnce)

const answerInput = z.object({
  places,
  state: z.enum(answerStates),
  note: z.string().max(100_000).nullable(),
  /** Who sees to what is open, and by when; left out, it stays as it was. */
  ownerId: z.uuid().nullable().exactOptional(),
  dueOn: daySchema.nullable().exactOptional(),
})
export type AnswerInput = z.output<typeof answerInput>

const notApplicableInput = z.object({ places, reason: z.string(), approverPersonId: z.uuid() })
export type NotApplicableInput = z.output<typeof notApplicableInput>

/** The board's questions of today; `pack` is null where the register does not hold them. */
export interface BoardQuestions {
  readonly pack: (PackName & { readonly packId: string; readonly packVersion: string }) | null
  readonly questions: readonly {
    readonly item: RequirementItem
    readonly standing: Standing
    readonly state: QuestionState
    readonly answer: RecordOf<'requirementAnswer'> | null
    readonly controls: readonly AnsweringControl[]
    readonly figures: readonly KriResult[]
  }[]
  readonly labels: Labels
}

/** Tables that follow from the requirements, each a CSV file. */
export const requirementTables = ['coverage', 'gaps', 'applicability', 'questions'] as const

const linkInput = z.object({
  links: z
    .array(z.object({ itemId: z.string().min(1), controlId: z.uuid() }))
    .min(1)
    .max(mostRecordsAtOnce),
  answers: z.boolean(),
})
export type LinkInput = z.output<typeof linkInput>

const gapsInput = z.object({
  /** The record of the pack; null: all that hold. */
  packId: z.uuid().nullable(),
  standings: z.array(z.enum(gapStandings)),
  subject: z.enum(['all', 'company', 'systems']),
  most: z.int().min(1).max(5000),
})
export type GapsInput = z.output<typeof gapsInput>

const packName = z.object({ packId: z.string().min(1), packVersion: z.string().min(1) })

export const requirement = {
  overview: operation.output(type<RequirementOverview>()),
  /** A pack of the register by its record. */
  pack: operation.input(idInput).output(type<RequirementPackDetail>()),
  /** One item of a pack, over the systems of which it is asked. */
  item: operation.input(idInput.extend({ itemId: z.string() })).output(type<ItemDetail>()),
  system: operation.input(idInput).output(type<SystemRequirements>()),
  coverage: operation.output(type<RequirementCoverage>()),
  gaps: operation.input(gapsInput).output(type<RequirementGaps>()),
  applicability: operation.input(idInput).output(type<RequirementApplicability>()),
  /** The board's questions, answered or open. */
  questions: operation.output(type<BoardQuestions>()),
  /** One of the tables as it stands today, whole, as the bundle of a pack has it. */
  writeTable: operation
    .input(z.object({ table: z.enum(requirementTables), folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly token: string }>()),
  adopt: operation.input(packName).output(type<AdoptedRequirementPack>()),
  lookInto: operation.input(z.object({ token: z.string().min(1) })).output(type<RequirementPackFile>()),
  /** Takes the packs or the horizon of a file in, all or none. */
  install: operation.input(z.object({ token: z.string().min(1) })).output(type<InstalledFile>()),
  answer: operation.input(answerInput).output(type<readonly RecordOf<'requirementAnswer'>[]>()),
  declareNotApplicable: operation.input(notApplicableInput).output(type<readonly RecordOf<'requirementAnswer'>[]>()),
  /** Says that controls answer items, or that they do no longer; all at once. */
  linkControls: operation.input(linkInput).output(type<readonly RecordOf<'control'>[]>()),
  /** Controls that may answer items of a pack that none answers yet, by the cross-walk. */
  suggestions: operation.input(idInput).output(type<RequirementSuggestions>()),
  /** The pack as a library in CISO Assistant's layout. */
  writeLibrary: operation
    .input(idInput.extend({ folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly token: string }>()),
}
