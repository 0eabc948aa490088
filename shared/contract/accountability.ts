/** Units, people, posts, terms, assignments, attestations. */
import { z } from 'zod'
import { assignmentSchema, attestationSchema, termSchema } from '#shared/domain/accountability.ts'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { AccountablePeriod } from '#shared/domain/metrics/accountable-periods.ts'
import type { PathNode } from '#shared/domain/metrics/accountability-path.ts'
import type { SystemWithoutExecutive } from '#shared/domain/metrics/accountability-picture.ts'
import type { SpanOfPost } from '#shared/domain/metrics/accountability-spans.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { type Labels, operation, type, versioned } from './base.ts'
import { type ChangedMany, mostRecordsAtOnce } from './batch.ts'
import { recordOperations } from './records.ts'

/** The posts of a day, what hangs on each, and the systems that nobody answers for. */
export interface AccountabilityPicture {
  readonly day: string
  readonly path: readonly PathNode[]
  /** One for each post of the path, in its order. */
  readonly spans: readonly SpanOfPost[]
  readonly withoutExecutive: readonly SystemWithoutExecutive[]
  /** Counted systems, and those with an accountable executive. */
  readonly systems: { readonly counted: number; readonly held: number }
  readonly labels: Labels
}

/** An event of the log that says a fact: the whole record as it was written then. */
export interface Ground {
  /** `assignment`: that the post answers for the system. `term`: that the person holds the post. `end`: that the last one left. */
  readonly fact: 'assignment' | 'term' | 'end'
  readonly sequence: number
  readonly at: string
  readonly account: string
  readonly personId: string | null
  /** The number of the last event that changed it since; null where none did. Of an `end` it is the event itself. */
  readonly changedBy: number | null
}

/** Who was accountable for one system over time, and on the day. */
export interface AccountableForSystem {
  readonly day: string
  readonly periods: readonly AccountablePeriod[]
  /** The period that the day lies in; null where nobody is known to have answered. */
  readonly onDay: AccountablePeriod | null
  /** What the answer of that day was recorded with, by number. */
  readonly grounds: readonly Ground[]
  readonly labels: Labels
}

const plainTerm = termSchema.omit({ id: true, version: true, withdrawn: true })
const ending = z.object({ ...versioned, to: daySchema, reason: z.string() })

export const accountability = {
  picture: operation.input(z.object({ day: daySchema.nullable() })).output(type<AccountabilityPicture>()),
  ofSystem: operation
    .input(z.object({ systemId: z.uuid(), day: daySchema.nullable() }))
    .output(type<AccountableForSystem>()),
  startTerm: operation.input(plainTerm).output(type<RecordOf<'term'>>()),
  endTerm: operation.input(ending).output(type<RecordOf<'term'>>()),
  assign: operation
    .input(assignmentSchema.omit({ id: true, version: true, withdrawn: true, to: true }))
    .output(type<RecordOf<'assignment'>>()),
  /** The same for many records, all or none. */
  assignMany: operation
    .input(
      assignmentSchema
        .omit({ id: true, version: true, withdrawn: true, to: true, subjectId: true })
        .extend({ records: z.array(z.object(versioned)).max(mostRecordsAtOnce) }),
    )
    .output(type<ChangedMany>()),
  endAssignment: operation.input(ending).output(type<RecordOf<'assignment'>>()),
  attestSystem: operation
    .input(attestationSchema.pick({ systemId: true, personId: true, on: true, note: true }))
    .output(type<RecordOf<'attestation'>>()),
}

export const unit = recordOperations('unit')
export const person = recordOperations('person')
export const post = recordOperations('post')
