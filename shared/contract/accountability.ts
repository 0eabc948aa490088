/** Units, people, posts, terms, assignments, attestations. */
import { z } from 'zod'
import { assignmentSchema, attestationSchema, termSchema } from '#shared/domain/accountability.ts'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { PathNode } from '#shared/domain/metrics/accountability-path.ts'
import type { SystemWithoutExecutive } from '#shared/domain/metrics/accountability-picture.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { type Labels, operation, type, versioned } from './base.ts'
import { type ChangedMany, mostRecordsAtOnce } from './batch.ts'
import { recordOperations } from './records.ts'

/** The posts of a day, and who answered for one system over time. */
export interface AccountabilityPicture {
  readonly day: string
  readonly path: readonly PathNode[]
  readonly withoutExecutive: readonly SystemWithoutExecutive[]
  /** Counted systems, and those with an accountable executive. */
  readonly systems: { readonly counted: number; readonly held: number }
  readonly labels: Labels
}

const plainTerm = termSchema.omit({ id: true, version: true, withdrawn: true })
const ending = z.object({ ...versioned, to: daySchema, reason: z.string() })

export const accountability = {
  picture: operation.input(z.object({ day: daySchema.nullable() })).output(type<AccountabilityPicture>()),
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
