/** The horizon: what binds on a day and what is coming, what the company makes of it, and newer content. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import type { OwnMark } from '#shared/domain/horizon/own-marks.ts'
import { type HorizonPackRecord, type RuleAssessment, ruleOutcomes } from '#shared/domain/horizon/rule-assessment.ts'
import type { TouchedBy } from '#shared/domain/horizon/touches.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { bilingualSchema } from '#shared/domain/text.ts'
import { type Labels, operation, type, versioned } from './base.ts'
import { type ChangedMany, mostRecordsAtOnce } from './batch.ts'
import { recordOperations } from './records.ts'

/** How many systems an event touches by the rules of the horizon, and of how many of them that is not certain. */
export interface TouchedCount {
  readonly touched: number
  readonly unknown: number
}

export interface HorizonPicture {
  readonly content: HorizonPack
  /** Null: the register holds none, and what comes with the program is shown. */
  readonly held: Pick<HorizonPackRecord, 'id' | 'origin' | 'fileName' | 'from'> | null
  /** What comes with the program and is later than what the register holds. */
  readonly newer: Pick<HorizonPack, 'version' | 'asOf'> | null
  readonly assessments: readonly RuleAssessment[]
  /** The company's own days: packs and assessments that are due. */
  readonly own: readonly OwnMark[]
  /** By the id of the event or instrument; none where rules are not those of systems. */
  readonly touched: Readonly<Record<string, TouchedCount>>
  readonly labels: Labels
}

export interface TouchedSystems {
  readonly total: number
  /** Those that are certain first; no more than are asked for. */
  readonly systems: readonly (TouchedBy & { readonly systemId: string })[]
  readonly labels: Labels
}

export interface TakenInHorizon {
  readonly added: number
  readonly changed: number
}

/** Systems that are shown of those that an event touches. */
export const mostTouchedShown = 200

export const horizon = {
  picture: operation.output(type<HorizonPicture>()),
  /** The systems that an event or an instrument touches, each with its reason. */
  touched: operation.input(z.object({ id: z.string().min(1) })).output(type<TouchedSystems>()),
  /** Takes the horizon that comes with the program into the register. */
  takeIn: operation.output(type<TakenInHorizon>()),
  /** horizon.csv as it stands on a day. */
  writeTable: operation
    .input(z.object({ folder: z.string().min(1), day: daySchema.nullable() }))
    .output(type<{ readonly name: string; readonly token: string }>()),
}

export const ruleAssessment = {
  ...recordOperations('ruleAssessment'),
  assess: operation
    .input(
      z.object({
        ...versioned,
        on: daySchema,
        assessorId: z.uuid(),
        outcome: z.enum(ruleOutcomes),
        meaning: bilingualSchema,
        systemIds: z.array(z.uuid()).max(mostRecordsAtOnce),
      }),
    )
    .output(type<RecordOf<'ruleAssessment'>>()),
  /** One assessment of many, all or none; each keeps the systems that were confirmed for it. */
  assessMany: operation
    .input(
      z.object({
        records: z.array(z.object(versioned)).max(mostRecordsAtOnce),
        on: daySchema,
        assessorId: z.uuid(),
        outcome: z.enum(ruleOutcomes),
        meaning: bilingualSchema,
      }),
    )
    .output(type<ChangedMany>()),
}
