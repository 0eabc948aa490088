/** The commands and records that a person used last, in the preferences; records by the register that they belong to. */
import { z } from 'zod'
import type { Preferences } from '#electron/shell.ts'
import type { RecentlyUsed } from '#shared/contract/recently-used.ts'
import type { Found } from '#shared/contract/records.ts'
import { type CommandId, commandIds } from '#shared/domain/commands.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { labelOf } from './labels.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

export const recentlyUsedKey = 'recentlyUsed'
const [mostCommands, mostRecords, mostRegisters] = [8, 12, 20]

const keptSchema = z.object({
  commands: z.array(z.string()),
  records: z.array(z.object({ register: z.string(), ids: z.array(z.string()) })),
})
type Kept = z.infer<typeof keptSchema>

async function kept(preferences: Preferences): Promise<Kept> {
  return keptSchema.safeParse((await preferences.read())[recentlyUsedKey]).data ?? { commands: [], records: [] }
}

const first = (id: string, ids: readonly string[], most: number) =>
  [id, ...ids.filter((each) => each !== id)].slice(0, most)

/** `register` is null where none is open: commands are remembered all the same. What was noted before is in it. */
export async function recentlyUsed(preferences: Preferences, register: Register | null): Promise<RecentlyUsed> {
  await last
  const { commands, records } = await kept(preferences)
  const own =
    register === null ? undefined : records.find((each) => each.register === register.organisation().registerId)
  return {
    commands: commands.filter((id): id is CommandId => commandIds.some((known) => known === id)),
    records:
      register === null
        ? []
        : (own?.ids ?? [])
            .map((id) => ({ id, label: labelOf(register.read, id) }))
            .filter((found): found is Found => found.label !== null && stands(register, found.label.noun, found.id)),
  }
}

function stands(register: Register, noun: Noun, id: string): boolean {
  const sql = `SELECT id FROM ${recordTables[noun].table} WHERE id = ? AND withdrawn_on IS NULL`
  return register.read.prepare(sql).get(id) !== undefined
}

export function noteCommand(preferences: Preferences, id: CommandId): Promise<void> {
  return inTurn(async () => {
    const before = await kept(preferences)
    await write(preferences, { ...before, commands: first(id, before.commands, mostCommands) })
  })
}

export function noteRecord(preferences: Preferences, register: Register, id: string): Promise<void> {
  const { registerId } = register.organisation()
  return inTurn(async () => {
    const before = await kept(preferences)
    const ids = before.records.find((each) => each.register === registerId)?.ids ?? []
    const others = before.records.filter((each) => each.register !== registerId)
    const records = [{ register: registerId, ids: first(id, ids, mostRecords) }, ...others].slice(0, mostRegisters)
    await write(preferences, { ...before, records })
  })
}

let last: Promise<void> = Promise.resolve()

/** One after the other: each begins from what the one before has written. */
function inTurn(note: () => Promise<void>): Promise<void> {
  const noted = last.then(note)
  last = noted.catch(() => undefined)
  return noted
}

/** What cannot be remembered is no refusal: nothing was asked for. */
async function write(preferences: Preferences, next: Kept): Promise<void> {
  try {
    await preferences.write(recentlyUsedKey, next)
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'PREFERENCES_NOT_WRITTEN')) throw error
  }
}
