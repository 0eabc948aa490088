/** What a person used last: shown first in the palette. Kept on this computer, never in a register. */
import { z } from 'zod'
import { type CommandId, commandIds } from '#shared/domain/commands.ts'
import { operation, type } from './base.ts'
import type { Found } from './records.ts'

export interface RecentlyUsed {
  /** The latest first. */
  readonly commands: readonly CommandId[]
  /** Of the open register; those that were withdrawn are left out. */
  readonly records: readonly Found[]
}

export const recentlyUsed = {
  list: operation.output(type<RecentlyUsed>()),
  /** Puts a command or a record of the open register at the head. */
  note: operation
    .input(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('command'), id: z.enum(commandIds as [CommandId, ...CommandId[]]) }),
        z.object({ kind: z.literal('record'), id: z.uuid() }),
      ]),
    )
    .output(type<null>()),
}
