/** What must hold after a process was killed: the next one opens the register, and finds all that was acknowledged. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eventHashAt } from '#electron/register/store/audit-log.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { ReadHandle } from '#electron/register/store/query.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem } from '#electron/register/systems.ts'
import { undoLast } from '#electron/register/undo.ts'
import { type AfterKill, filesTold, here, type Load } from './load.ts'

/** A sentence for each promise that does not hold; none where all do. */
export async function faultsAfter(load: Load, after: AfterKill): Promise<string[]> {
  const faults: string[] = []
  try {
    faults.push(...((await load.first?.(after)) ?? []))
    // As the next start does it: the one who was killed holds nothing any more.
    const register = openRegister(after.file, { surroundings: here(), mode: 'write' })
    try {
      if (register.readOnly !== null) faults.push(`opens for reading only: ${register.readOnly.code}`)
      faults.push(...(await registerFaults(register, load, after)))
    } finally {
      register.close()
    }
    faults.push(...(load.check?.(after) ?? []))
    await load.again?.(after)
    faults.push(...(await filesFaults(load, after)))
    faults.push(...goingOn(after.file))
  } catch (error) {
    faults.push(String(error))
  }
  for (const name of readdirSync(after.folder, { recursive: true, encoding: 'utf8' }))
    if (/\.partial(-journal)?$|-journal$|\.new$/.test(name)) faults.push(`${name} is left behind`)
  return faults
}

async function registerFaults(register: Register, load: Load, { folder, told }: AfterKill): Promise<string[]> {
  const faults: string[] = []
  for (const { code, facts } of await verifyRegister(register)) faults.push(`verify: ${code} ${JSON.stringify(facts)}`)
  const changes = told.filter((each) => each.kind === 'change')
  const missingIn = (read: ReadHandle, sought: typeof changes) =>
    sought.filter(({ sequence, hash }) => eventHashAt(read, sequence) !== hash)
  let missing = missingIn(register.read, changes)
  for (const file of missing.length === 0 ? [] : (load.keptIn?.(folder) ?? [])) {
    const kept = openRegister(file, { surroundings: here(), mode: 'read' })
    missing = missingIn(kept.read, missing)
    kept.close()
  }
  for (const { sequence } of missing) faults.push(`the acknowledged change ${String(sequence)} is not there`)
  faults.push(...halfTransactions(register, load))
  return faults
}

/** What was acknowledged is there, and what bears its last name is whole. */
export async function filesFaults({ files }: Load, { folder, told }: AfterKill): Promise<string[]> {
  if (files === undefined) return []
  const place = join(folder, files.place)
  const present = existsSync(place) ? readdirSync(place) : []
  const acknowledged = filesTold(told)
  const faults = (files.stay?.(acknowledged) ?? acknowledged).flatMap((name) =>
    present.includes(name) ? [] : [`${name} was acknowledged and is gone`],
  )
  for (const name of present.filter((each) => !each.startsWith('.')))
    faults.push(...(await files.faults(join(place, name))))
  return faults
}

/** The next change is taken, and can be undone. */
function goingOn(file: string): string[] {
  const register = openRegister(file, { surroundings: here(), mode: 'write' })
  try {
    const { id } = createSystem(register, { name: { ja: '続き', en: null } })
    undoLast(register, null)
    return recordTables.system.get(register.read, id)?.withdrawn == null ? ['the next change is not undone'] : []
  } finally {
    register.close()
  }
}

/** Transactions with fewer events, or more, than their operation writes. */
function halfTransactions(register: Register, { wholes = {} }: Load): string[] {
  const rows = register.read
    .prepare('SELECT operation, transaction_sequence AS first, count(*) AS events FROM audit_event GROUP BY first')
    .all() as { operation: string; first: number; events: number }[]
  return rows
    .filter(({ operation, events }) => wholes[operation] !== undefined && wholes[operation] !== events)
    .map(({ operation, first, events }) => `${operation} at ${String(first)} has ${String(events)} events`)
}
