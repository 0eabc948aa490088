/** A copy of an open register as a file of its own: whole, checked, held by nobody. The register itself is not touched. */
import { rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { Problem } from '#shared/domain/problem.ts'
import { readHead } from './audit-log.ts'
import { ReadHandle } from './query.ts'
import { assertPlaceFree, putInPlace, removeLeftovers } from './file-place.ts'
import type { Register } from './register-file.ts'
import { problemOf } from './sqlite-problems.ts'

/** FILE_EXISTS, FILE_NOT_FOUND, FOLDER_NOT_WRITABLE, PATH_TOO_LONG, DISK_FULL; FILE_DAMAGED where the copy is not what was copied. */
export async function copyRegister(register: Register, path: string): Promise<void> {
  const file = resolve(path)
  assertPlaceFree(file)
  const partial = join(dirname(file), `.daicho-copy-${String(register.surroundings.processId)}.partial`)
  try {
    removeLeftovers(dirname(file), register.surroundings.isRunning)
    rmSync(partial, { force: true })
    const before = register.head()
    await register.backUp(partial)
    const copy = new Database(partial)
    try {
      // Who edits the register does not edit its copy.
      copy.prepare('DELETE FROM lease').run()
      const found = copy.pragma('integrity_check', { simple: true })
      const head = readHead(new ReadHandle(copy))
      // What is saved while the pages are copied may be in the copy too; nothing that was there before may be missing.
      if (
        found !== 'ok' ||
        head.sequence < before.sequence ||
        (head.sequence === before.sequence && head.hash !== before.hash)
      )
        throw new Problem('FILE_DAMAGED', { detail: `copy: ${String(found)}` })
    } finally {
      copy.close()
    }
    putInPlace(partial, file)
  } catch (error) {
    throw problemOf(error, file)
  } finally {
    rmSync(partial, { force: true })
    rmSync(`${partial}-journal`, { force: true })
  }
}
