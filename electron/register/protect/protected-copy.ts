/** Copies of registers that are protected by a passphrase, and registers made from them. */
import { dirname, join, resolve } from 'node:path'
import { Problem } from '#shared/domain/problem.ts'
import { copyRegister } from '../store/copy-register.ts'
import { assertPlaceFree, putInPlace } from '../store/file-place.ts'
import { partialIn, removePartial } from '../store/partial.ts'
import { openRegister, type Register, type Surroundings } from '../store/register-file.ts'
import { problemOf } from '../store/sqlite-problems.ts'
import { openProtected, protectFile, type ProtectWork } from './age-file.ts'
import { inPrivateFolder } from '../store/private-folder.ts'

/** What every file in the format is called by. */
export const protectedEnding = '.age'

/**
 * Writes a checked copy of an open register as `X.daicho.age`, whole or not at all. FILE_EXISTS, FOLDER_NOT_WRITABLE, DISK_FULL,
 * FILE_DAMAGED, CANCELLED.
 */
export async function writeProtectedCopy(
  register: Register,
  path: string,
  passphrase: string,
  work: ProtectWork = {},
): Promise<void> {
  await inPrivateFolder(async (folder) => {
    const copy = join(folder, 'copy.daicho')
    await copyRegister(register, copy)
    await writeOnce(path, (partial) => protectFile(copy, partial, passphrase, work))
  })
}

/**
 * Makes a register at `path` from a protected copy: decrypted beside its place, held against what a register is, and put into its
 * place. What openRegister refuses, and what openProtected does; then nothing is left.
 */
export async function registerFromProtected(
  source: string,
  passphrase: string,
  path: string,
  surroundings: Surroundings,
  work: ProtectWork = {},
): Promise<void> {
  await writeOnce(path, async (partial) => {
    await openProtected(source, passphrase, partial, work)
    // Refused here, before anything bears the name: what is in a file of an unknown hand may be anything.
    try {
      openRegister(partial, { surroundings, mode: 'read' }).close()
    } catch (error) {
      if (error instanceof Problem) throw new Problem(error.code, { ...error.facts, file: source }, { cause: error })
      throw error
    }
  })
}

/** Takes a file that is neither a register nor a folder out of a protected one, as it is. FILE_EXISTS, and what openProtected refuses. */
export function fileFromProtected(
  source: string,
  passphrase: string,
  path: string,
  work: ProtectWork = {},
): Promise<void> {
  return writeOnce(path, (partial) => openProtected(source, passphrase, partial, work))
}

/** A file that is written beside its place and put there when it is whole; a name that is taken is refused. */
export async function writeOnce(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  const file = resolve(path)
  assertPlaceFree(file)
  const partial = partialIn(dirname(file))
  try {
    await write(partial)
    putInPlace(partial, file)
  } catch (error) {
    throw problemOf(error, file)
  } finally {
    removePartial(partial)
  }
}
