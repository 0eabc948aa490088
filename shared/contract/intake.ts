/** Intakes: recorded like any record, then decided. */
import { z } from 'zod'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { operation, type, versioned } from './base.ts'
import { recordOperations } from './records.ts'

const withReason = z.object({ ...versioned, reason: z.string() })

export const intake = {
  ...recordOperations('intake'),
  /** Registers the system as proposed, with the tier of the triage; or ties the intake to one that is registered already. */
  approve: operation
    .input(withReason.extend({ systemId: z.uuid().nullable().default(null) }))
    .output(type<RecordOf<'intake'>>()),
  /** Back to whoever asks, who has to answer something. */
  sendBack: operation.input(withReason).output(type<RecordOf<'intake'>>()),
  /** Answered: it waits for a decision again. */
  resubmit: operation.input(z.object(versioned)).output(type<RecordOf<'intake'>>()),
  /** Refused with a reason; the intake is kept. */
  reject: operation.input(withReason).output(type<RecordOf<'intake'>>()),
}
