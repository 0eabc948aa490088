/** A passphrase out of a file: on a command line it would stand in the list of processes and in the shell's history. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Problem } from '#shared/domain/problem.ts'

/** The first line; null where no file is named. SOURCE_NOT_READABLE. */
export function passphraseFrom(file: string | undefined, absolute: (path: string) => string): string | null {
  if (file === undefined) return null
  try {
    return readFileSync(absolute(file), 'utf8').split(/\r?\n/)[0] ?? ''
  } catch (error) {
    throw new Problem('SOURCE_NOT_READABLE', { file: basename(file) }, { cause: error })
  }
}
