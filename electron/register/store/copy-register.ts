/** A copy of an open register as a file of its own: whole, checked, held by nobody. The register itself is not touched. */
import { dirname, resolve } from 'node:path'
import { finishCopy } from './backup-file.ts'
import { assertPlaceFree, putInPlace } from './file-place.ts'
import { partialIn, removePartial } from './partial.ts'
import type { Register } from './register-file.ts'
import { problemOf } from './sqlite-problems.ts'

/** FILE_EXISTS, FILE_NOT_FOUND, FOLDER_NOT_WRITABLE, PATH_TOO_LONG, DISK_FULL; FILE_DAMAGED where the copy is not what was copied. */
export async function copyRegister(register: Register, path: string): Promise<void> {
  const file = resolve(path)
  assertPlaceFree(file)
  const partial = partialIn(dirname(file))
  try {
    const before = register.head()
    await register.backUp(partial)
    // What is saved while the pages are copied may be in the copy too; nothing that was there before may be missing.
    finishCopy(
      partial,
      (head) => head.sequence > before.sequence || (head.sequence === before.sequence && head.hash === before.hash),
    )
    putInPlace(partial, file)
  } catch (error) {
    throw problemOf(error, file)
  } finally {
    removePartial(partial)
  }
}
