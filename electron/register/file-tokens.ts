/**
 * Files that a person has chosen, by one-time tokens: no operation of the contract takes a path, so that a window that was
 * taken over can only reach what somebody picked. Folder listings of the in-window dialog hand out tokens too.
 */
import { randomUUID } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import type { Folder, purposes } from '#shared/contract/file.ts'
import { chosenFileTypes } from '#shared/domain/chosen-file-types.ts'
import { Problem } from '#shared/domain/problem.ts'
import { isWritable } from './store/file-place.ts'

export type Purpose = (typeof purposes)[number]

/** Which files the dialog offers for a purpose; folders always. */
const offered: Readonly<Record<Purpose, readonly string[]>> = chosenFileTypes

/** Far more than a person looks at; a window that was taken over could ask for tokens without an end. */
const mostTokens = 200_000

export class FileTokens {
  readonly #paths = new Map<string, string>()

  /** A token for a path. The oldest ones go where there are too many. */
  issue(path: string): string {
    const token = randomUUID()
    this.#paths.set(token, path)
    if (this.#paths.size > mostTokens)
      for (const oldest of this.#paths.keys()) {
        this.#paths.delete(oldest)
        break
      }
    return token
  }

  /** The path of a token, which is then used up. TOKEN_UNKNOWN. */
  redeem(token: string): string {
    const path = this.peek(token)
    this.#paths.delete(token)
    return path
  }

  /** The path of a token that stays good: a source is inspected more than once, a folder is browsed. TOKEN_UNKNOWN, FILE_NOT_READABLE. */
  peek(token: string): string {
    const path = this.#paths.get(token)
    if (path === undefined) throw new Problem('TOKEN_UNKNOWN')
    if (!isOrdinary(path)) throw new Problem('FILE_NOT_READABLE', { file: basename(path) })
    return path
  }

  /** One folder for the in-window dialog; the person's own folder where none is named. FILE_NOT_READABLE. */
  list(purpose: Purpose, folder: string | null): Folder {
    const path = folder === null ? homedir() : this.peek(folder)
    let names: string[]
    try {
      names = readdirSync(path)
    } catch (error) {
      throw new Problem('FILE_NOT_READABLE', { file: path }, { cause: error })
    }
    const parent = dirname(path)
    return {
      token: this.issue(path),
      name: basename(path) || path,
      place: path,
      writable: isWritable(path),
      parent: parent === path ? null : this.issue(parent),
      entries: names
        .filter((name) => !name.startsWith('.'))
        .flatMap((name) => this.#entry(join(path, name), purpose))
        .sort((one, other) =>
          one.kind === other.kind ? one.name.localeCompare(other.name, 'ja') : one.kind === 'folder' ? -1 : 1,
        ),
    }
  }

  #entry(path: string, purpose: Purpose): Folder['entries'][number][] {
    try {
      const facts = statSync(path)
      const kinds = offered[purpose]
      const isOffered = kinds.includes(extname(path).slice(1).toLowerCase())
      if (!facts.isDirectory() && !(facts.isFile() && isOffered)) return []
      return [
        {
          token: this.issue(path),
          name: basename(path),
          kind: facts.isDirectory() ? 'folder' : 'file',
          size: facts.size,
          modifiedAt: facts.mtime.toISOString(),
        },
      ]
    } catch {
      // A link that leads nowhere, or a file that went away meanwhile: there is nothing to choose.
      return []
    }
  }
}

/** A file, a folder, or nothing yet. Reading a pipe or a device may never end. */
function isOrdinary(path: string): boolean {
  try {
    const facts = statSync(path)
    return facts.isFile() || facts.isDirectory()
  } catch {
    return true
  }
}
