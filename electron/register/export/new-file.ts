/** One file in a chosen folder, whole or not at all, beside what is there: a file of its name is never written over. */
import { rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { Problem } from '#shared/domain/problem.ts'
import { putInPlace } from '../store/file-place.ts'
import { assertFolder, folderProblem } from './hashed-file.ts'
import { partialIn } from '../store/partial.ts'

/** Writes `name` into the folder, or `name-2`, `name-3`, … where it is taken, and says which. FOLDER_NOT_WRITABLE. */
export function writeNewFile(folder: string, name: string, content: string | Uint8Array): string {
  assertFolder(folder)
  const temporary = partialIn(folder)
  try {
    writeFileSync(temporary, content, { flag: 'wx' })
    return placed(temporary, folder, name)
  } catch (error) {
    throw folderProblem(error, folder)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** Puts a file that was written under another name into its place, or under the next free name, and says which. */
export function placed(temporary: string, folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${basename(name, extname(name))}-${String(number)}${extname(name)}`
    try {
      putInPlace(temporary, join(folder, free))
      return free
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'FILE_EXISTS')) throw error
    }
  }
}
