import { z } from 'zod'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { lifecycles } from '#shared/domain/system.ts'
import { operation, type, versioned } from './base.ts'
import { type ChangedMany, mostRecordsAtOnce } from './batch.ts'
import { recordOperations } from './records.ts'

export const system = {
  ...recordOperations('system'),
  /** Refused with EXECUTIVE_REQUIRED where it leaves `proposed` and nobody answers for the system today. */
  moveLifecycle: operation
    .input(z.object({ ...versioned, to: z.enum(lifecycles), reason: z.string() }))
    .output(type<RecordOf<'system'>>()),
  /** The same for many, all or none. */
  moveLifecycleMany: operation
    .input(
      z.object({
        records: z.array(z.object(versioned)).max(mostRecordsAtOnce),
        to: z.enum(lifecycles),
        reason: z.string(),
      }),
    )
    .output(type<ChangedMany>()),
}
