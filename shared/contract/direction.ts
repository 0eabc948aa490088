/** Directions of the board, recorded like any record, and the mirror in which both sides of a day stand beside each other. */
import { z } from 'zod'
import type { Holding } from '#shared/domain/accountability.ts'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { ControlStatus } from '#shared/domain/control.ts'
import type { DirectionItem, MaturityOn } from '#shared/domain/direction.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RequirementItem } from '#shared/domain/requirements/requirement-pack.ts'
import { type Labels, operation, type } from './base.ts'
import { recordOperations } from './records.ts'

/** One side of one direction on a day. */
export interface MirrorCell {
  /** The newest on the day, as it stood then where what it says of its maturity has changed since; null where there is none. */
  readonly record: RecordOf<'direction'> | null
  /** Somebody has given the direction by the day. */
  readonly given: boolean
  readonly reported: boolean
  /** Null where there is no record. */
  readonly maturity: MaturityOn | null
  /** Days by which the report is late. */
  readonly overdue: number | null
}

/** A control that answers a direction. */
export interface MirrorControl {
  readonly id: string
  readonly code: string
  readonly name: RecordOf<'control'>['name']
  readonly status: ControlStatus
  readonly owner: Holding
  /** The item of the governance spine by which it answers; null where it names the direction itself. */
  readonly through: string | null
  readonly evidence: readonly {
    readonly id: string
    readonly code: string
    readonly name: RecordOf<'evidence'>['name']
    readonly validUntil: string | null
    readonly current: boolean
  }[]
}

export interface MirrorRow {
  readonly id: DirectionItem
  readonly item: Pick<RequirementItem, 'number' | 'title' | 'aiReading' | 'summary'>
  readonly cyber: MirrorCell
  readonly ai: MirrorCell
  /** Steps by which cybersecurity is ahead of AI; negative where AI is; null where either is not confirmed. */
  readonly gap: number | null
  readonly controls: readonly MirrorControl[]
}

export interface Mirror {
  readonly day: string
  /** The pack whose numbers and titles stand in the middle. */
  readonly pack: {
    readonly version: string
    readonly title: { readonly ja: string | null; readonly en: string | null }
  }
  /** Whether a side has any record on the day: an empty one is not registered, which says nothing of the board. */
  readonly recorded: { readonly cyber: boolean; readonly ai: boolean }
  readonly rows: readonly MirrorRow[]
  readonly labels: Labels
}

export const direction = recordOperations('direction')

export const mirror = {
  /** Null: today. */
  get: operation.input(z.object({ day: daySchema.nullable() })).output(type<Mirror>()),
}
