/**
 * Copies of the open register beside it that a synchronised folder has left: by their names, held against what they are. A file of
 * such a name that is of another register, or whose log the open one holds wholly, is no conflict.
 */
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isConflictName } from '#shared/domain/conflict-copy.ts'
import { eventHashAt } from '../store/audit-log.ts'
import { readBackupFacts } from '../store/backup-file.ts'
import type { Register } from '../store/register-file.ts'

/** Their names. Copies that somebody made on purpose bear other names, and hold nothing that this register has not. */
export function conflictCopies(register: Register): readonly string[] {
  const own = basename(register.file)
  const { registerId } = register.organisation()
  return namesBeside(register.file).filter((name) => {
    if (!isConflictName(own, name)) return false
    const facts = readBackupFacts(join(dirname(register.file), name))
    if (facts?.registerId !== registerId) return false
    return eventHashAt(register.read, facts.head.sequence) !== facts.head.hash
  })
}

function namesBeside(file: string): readonly string[] {
  try {
    return readdirSync(dirname(file))
  } catch {
    return []
  }
}
