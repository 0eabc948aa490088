/** What follows from uses of personal data and impact assessments: figures, the funnel, what is missing, readiness, tables. */
import { z } from 'zod'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import type { DataCheckId, DataCheckItem } from '#shared/domain/privacy/check-catalogue.ts'
import type { Dpia, DpiaAct, DpiaState } from '#shared/domain/privacy/dpia.ts'
import type { FunnelCounts } from '#shared/domain/privacy/funnel-counts.ts'
import type { BasisOn } from '#shared/domain/privacy/legal-basis.ts'
import type { DpiaGap } from '#shared/domain/privacy/privacy-on.ts'
import type { ConditionKind, ConditionState } from '#shared/domain/privacy/statistics-readiness.ts'
import type { System } from '#shared/domain/system.ts'
import { type Labels, operation, type } from './base.ts'

/** More rows than this are left to the table in the file. */
export const shownMissing = 200

export interface PrivacyOverview {
  readonly figures: readonly KriResult[]
  /** Null where no system is registered. */
  readonly funnel: FunnelCounts | null
  /** The last locked pack; its funnel is null where it was locked before these figures. */
  readonly previous: { readonly code: string; readonly asOf: Day; readonly funnel: FunnelCounts | null } | null
  /** The first of the systems without a current assessment; `missingCount` is how many there are. */
  readonly missing: readonly {
    readonly systemId: string
    readonly personalData: System['personalData']
    readonly gap: DpiaGap
    readonly newest:
      | (Pick<Dpia, 'id' | 'wantedOn' | 'validUntil'> & { readonly state: DpiaState; readonly next: DpiaAct | null })
      | null
  }[]
  readonly missingCount: number
  readonly labels: Labels
}

export interface ConditionRow {
  readonly id: DataCheckId
  readonly question: DataCheckItem['question']
  readonly kind: ConditionKind
  readonly state: ConditionState
  readonly grounds: string | null
  readonly answeredOn: Day | null
  readonly answeredById: string | null
  readonly evidenceIds: readonly string[]
  /** Agreements, assessments and de-identifications that the register holds for it. */
  readonly recordIds: readonly string[]
}

export interface StatisticsReadinessView {
  readonly figure: KriResult
  /** Whether the exception can be relied on today, and from when it may be. */
  readonly exception: BasisOn
  readonly systems: readonly {
    readonly systemId: string
    readonly dpiaId: string | null
    readonly deidentified: boolean
    readonly purposeRecorded: boolean
    readonly ready: boolean
    readonly uses: readonly {
      readonly useId: string
      readonly settled: number
      readonly conditions: readonly ConditionRow[]
    }[]
  }[]
  readonly labels: Labels
}

/** Tables that follow from these records, each a CSV file. */
export const privacyTables = ['funnel', 'bases', 'readiness'] as const

export const privacy = {
  overview: operation.output(type<PrivacyOverview>()),
  readiness: operation.output(type<StatisticsReadinessView>()),
  /** One of the tables as it stands today, whole, as the bundle of a pack has it. */
  writeTable: operation
    .input(z.object({ table: z.enum(privacyTables), folder: z.string().min(1) }))
    .output(type<{ readonly name: string; readonly token: string }>()),
}
