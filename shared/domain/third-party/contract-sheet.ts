/** One contract for whoever negotiates it: what was agreed, what stands out, and every gap with what we ask for. Plain data. */
import type { Day } from '../calendar-date.ts'
import type { Organisation } from '../organisation.ts'
import type { Bilingual } from '../text.ts'
import type { AiContract } from './ai-contract.ts'
import type { PointElement, PointHead, PointMatter } from './check-point.ts'
import type { ContractPosition } from './contract-positions.ts'
import type { PointAnswer } from './contract-reading.ts'
import type { TermEnd } from './contract-term.ts'
import type { GapCount } from './gap-matrix.ts'
import type { PointState } from './reading-standing.ts'

export interface SheetPoint {
  readonly id: string
  /** In the company's words where it has its own. */
  readonly question: Bilingual
  readonly own: boolean
  readonly element: PointElement
  readonly head: PointHead
  readonly matter: PointMatter | null
  readonly weight: 'key' | 'supporting' | 'minor'
  readonly state: PointState
  readonly gap: boolean
  /** What the reader wrote; null where nobody has. */
  readonly written: Pick<
    PointAnswer,
    'clause' | 'quotation' | 'reason' | 'position' | 'agreedText' | 'dueOn' | 'acceptedUntil'
  > | null
  readonly owner: Bilingual | null
  readonly ownerPost: Bilingual | null
  readonly accepter: Bilingual | null
  /** Codes of what was made of it. */
  readonly links: readonly string[]
}

export interface SheetMatter {
  readonly matter: PointMatter
  readonly count: GapCount
}

export interface ContractSheet {
  readonly organisation: Bilingual
  readonly classification: Organisation['classification']
  readonly sample: boolean
  readonly fileName: string
  /** The day on which it was drawn up, and the minute, in the company's time. */
  readonly day: Day
  readonly time: string
  readonly contract: Pick<
    AiContract,
    | 'code'
    | 'name'
    | 'type'
    | 'provision'
    | 'duty'
    | 'stage'
    | 'signedOn'
    | 'from'
    | 'to'
    | 'renews'
    | 'renewalMonths'
    | 'noticeMonths'
    | 'terminatedOn'
    | 'governingLaw'
    | 'court'
    | 'valueBand'
  >
  readonly end: TermEnd | null
  /** Whether it counts on the day: in force. */
  readonly inForce: boolean
  readonly vendor: { readonly code: string; readonly name: Bilingual; readonly group: string | null }
  readonly systems: readonly { readonly code: string; readonly name: Bilingual }[]
  readonly owner: Bilingual | null
  readonly ownerPost: Bilingual | null
  readonly legalReviewer: Bilingual | null
  readonly reading: {
    readonly code: string
    readonly edition: string | null
    readonly startedOn: Day
    readonly completedOn: Day | null
    readonly reader: Bilingual | null
  } | null
  readonly position: ContractPosition
  readonly count: GapCount
  /** The one with most gaps first. */
  readonly matters: readonly SheetMatter[]
  /** Gaps first, those at key points before others; then what is settled. */
  readonly points: readonly SheetPoint[]
}
