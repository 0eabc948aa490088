/** Files that outlive a power cut: what was written, and the name under which it stands. */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'

/** Not for a file that SQLite has open in this process: closing any descriptor of it would drop its locks. */
export function syncFile(file: string): void {
  sync(file, 'r+')
}

/** The names in a folder. Windows knows no such thing: there a name is as durable as the file system makes it. */
export function syncFolder(folder: string): void {
  if (platform() === 'win32') return
  try {
    sync(folder, 'r')
  } catch (error) {
    if (!canBeUnsynced(error)) throw error
  }
}

/** A folder that cannot be read, or a share that knows no such thing: what was written there is no less written. */
function canBeUnsynced(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  )
}

function sync(path: string, mode: string): void {
  const descriptor = openSync(path, mode)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A folder with all above it, where they are not there yet. Gives back the highest that it had to make; null where all were there. */
export function makeFolder(folder: string, mode?: number): string | null {
  const first = mkdirSync(folder, { recursive: true, ...(mode === undefined ? {} : { mode }) })
  if (first !== undefined) syncFolder(dirname(first))
  return first ?? null
}

/** Puts a finished file in the place of another one, in one step: whoever looks sees the one or the other, whole. */
export function replaceFile(finished: string, file: string): void {
  syncFile(finished)
  renameSync(finished, file)
  syncFolder(dirname(file))
}

/** Writes a file whole, in place of the one that is there, if any: written beside it and given its name. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.new`, content)
  replaceFile(`${file}.new`, file)
}

/** A folder with all that is in it. */
export async function syncTree(folder: string): Promise<void> {
  const files: string[] = []
  const folders = [folder]
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    (entry.isDirectory() ? folders : files).push(join(entry.parentPath, entry.name))
  await syncAll(files, folders)
}

/** Many files and folders at once: a disk takes them in together. */
export async function syncAll(files: readonly string[], folders: readonly string[]): Promise<void> {
  const each = async (path: string, mode: string) => {
    const handle = await open(path, mode)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
  await Promise.all(files.map((file) => each(file, 'r+')))
  if (platform() === 'win32') return
  await Promise.all(
    folders.map((folder) =>
      each(folder, 'r').catch((error: unknown) => {
        if (!canBeUnsynced(error)) throw error
      }),
    ),
  )
}
