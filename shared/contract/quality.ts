/** What the rules of data quality find. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import {
  type Finding,
  type QualityNoun,
  qualityNouns,
  type Severity,
  severities,
} from '#shared/domain/quality/quality-rule.ts'
import { type Labels, operation, type } from './base.ts'

/** Which findings are meant; null: whichever. */
export const qualityFilter = {
  severity: z.enum(severities).nullable(),
  noun: z.enum(qualityNouns).nullable(),
  /** Records of this unit, or of one beneath it. */
  unitId: z.uuid().nullable(),
  /** Records that this person answers for. */
  ownerId: z.uuid().nullable(),
}
const qualityInput = z.object({
  ...qualityFilter,
  day: daySchema.nullable(),
  /** The rule whose findings are given too. */
  rule: z.string().max(20).nullable(),
  /** At most so many of them. */
  most: z.int().min(1).max(5000),
})
export type QualityInput = z.output<typeof qualityInput>
export type QualityFilter = Pick<QualityInput, keyof typeof qualityFilter>

/** A rule, and what it finds under the filter. */
export interface QualityRow {
  readonly id: string
  readonly name: string
  readonly severity: Severity
  readonly noun: QualityNoun
  readonly found: number
  /** Records that it looked at, whatever the filter. */
  readonly looked: number
}

export interface QualityResult {
  readonly day: string
  /** All rules, in their order. */
  readonly rules: readonly QualityRow[]
  readonly counts: Readonly<Record<Severity, number>>
  /** Of the rule that was asked for. */
  readonly findings: readonly FindingRow[]
  readonly labels: Labels
}

/** A finding, and the person who answers for its record; null where nobody does. */
export interface FindingRow extends Finding {
  readonly ownerId: string | null
}

export const quality = {
  read: operation.input(qualityInput).output(type<QualityResult>()),
  /** What is found of one record today. */
  ofRecord: operation
    .input(z.object({ id: z.uuid() }))
    .output(type<readonly (Finding & Pick<QualityRow, 'severity' | 'name'>)[]>()),
  /** The findings as CSV, in the folder of a token. */
  writeFile: operation
    .input(z.object({ ...qualityFilter, day: daySchema.nullable(), folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly rows: number; readonly token: string }>()),
}
