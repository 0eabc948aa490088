/**
 * Exports and bundles that are protected by a passphrase: one `X.tar.age`. Tar, since it is written and read in one stream beside
 * age, every system has it, and it knows no second compression, no second checksum and no limit of size as zip does.
 */
import { createReadStream, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Headers } from 'tar-fs'
import { syncFolder, syncTree } from '#electron/durable-file.ts'
import { Problem } from '#shared/domain/problem.ts'
import { assertPlaceFree } from '../store/file-place.ts'
import { partialIn } from '../store/partial.ts'
import { inPrivateFolder } from '../store/private-folder.ts'
import { problemOf } from '../store/sqlite-problems.ts'
import { isProtected, openProtected, protectFile, protectStream, type ProtectWork } from './age-file.ts'
import { protectedEnding, writeOnce } from './protected-copy.ts'

/** What a work gives back that writes a folder or a file into a private folder. */
interface Made {
  /** The folder or the file that was made in the private folder. */
  readonly place: string
}

/**
 * Lets `write` write into a private folder and puts what it made into `out` as one protected file, which it names. FILE_EXISTS where
 * that is taken, FOLDER_NOT_WRITABLE, DISK_FULL, CANCELLED, and what `write` refuses.
 */
export async function writeProtected<Result extends Made>(
  input: { readonly out: string; readonly passphrase: string },
  write: (folder: string) => Promise<Result>,
  work: ProtectWork = {},
): Promise<{ readonly made: Result; readonly file: string }> {
  return inPrivateFolder(async (folder) => {
    const made = await write(folder)
    return { made, file: await protectInto(made.place, input, work) }
  })
}

/** One folder, or one file, that is there already. Says the file that it has written into `out`. */
export async function protectInto(
  place: string,
  input: { readonly out: string; readonly passphrase: string },
  work: ProtectWork = {},
): Promise<string> {
  const { out, passphrase } = input
  const isFolder = statSync(place).isDirectory()
  const file = join(out, `${basename(place)}${isFolder ? '.tar' : ''}${protectedEnding}`)
  await writeOnce(file, async (partial) => {
    if (isFolder) await protectFolder(place, partial, passphrase, work)
    else await protectFile(place, partial, passphrase, work)
  })
  return file
}

async function protectFolder(folder: string, file: string, passphrase: string, work: ProtectWork): Promise<void> {
  const { pack } = await import('tar-fs')
  const root = basename(folder)
  // What could not be opened again is told now, not to whoever opens it one day.
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other'
    const name = join(root, relative(folder, entry.parentPath), entry.name)
    if (!isPlain({ type, name: name.replaceAll(sep, '/') })) throw new Problem('NOT_A_BUNDLE', { folder })
  }
  const tar = pack(folder, {
    // In an order of its own, and without what belongs to this computer: accounts, rights, times.
    entries: readdirSync(folder).sort(),
    map: (entry: Headers) => ({
      ...entry,
      name: `${root}/${entry.name}`,
      uid: 0,
      gid: 0,
      mode: entry.type === 'directory' ? 0o755 : 0o644,
      mtime: new Date(0),
    }),
  })
  const through = new PassThrough()
  // Both have ended before the name is given up: what still makes a key would make the file after all.
  const ends = await Promise.allSettled([pipeline(tar, through), protectStream(through, file, passphrase, work)])
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []))
  // Where one fails the other only hears that its stream was cut off.
  if (reasons.length > 0) throw reasons.find((reason) => !isCutOff(reason)) ?? reasons[0]
}

/**
 * Opens a folder for `work`: as it is, or out of a protected file into a private folder that is wiped afterwards. PASSPHRASE_NEEDED
 * where a protected file comes without one, NOT_A_BUNDLE where it holds no folder, and what openProtected refuses.
 */
export async function withFolder<Result>(
  place: string,
  passphrase: string | null,
  work: (folder: string) => Promise<Result>,
  options: ProtectWork = {},
): Promise<Result> {
  if (!isFileThere(place)) return work(place)
  const file = basename(place)
  if (passphrase === null && isProtected(place)) throw new Problem('PASSPHRASE_NEEDED', { file })
  return inPrivateFolder(async (folder) => {
    const archive = join(folder, 'archive.tar')
    const inside = join(folder, 'opened')
    // Decrypted to its end before anything of it is unpacked: what was changed or cut off is told first, and nothing of it is used.
    await openProtected(place, passphrase ?? '', archive, options)
    await unpack(archive, inside, place)
    const [root, ...others] = readdirSync(inside)
    if (root === undefined || others.length > 0 || !statSync(join(inside, root)).isDirectory())
      throw new Problem('NOT_A_BUNDLE', { folder: place })
    return work(join(inside, root))
  })
}

function isFileThere(place: string): boolean {
  try {
    return statSync(place, { throwIfNoEntry: false })?.isFile() === true
  } catch (error) {
    // A loop of links, a folder that may not be entered.
    throw problemOf(error, place)
  }
}

/** A stream that ended since the one before it or after it failed. */
function isCutOff(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR'
}

/**
 * Takes a folder out of a protected file into `out`, where it gets its name once it is whole and synced, and says its place.
 * FILE_EXISTS, FOLDER_NOT_WRITABLE, DISK_FULL, and what withFolder refuses.
 */
export async function folderFromProtected(
  source: string,
  passphrase: string,
  out: string,
  work: ProtectWork = {},
): Promise<string> {
  return withFolder(
    source,
    passphrase,
    async (folder) => {
      const place = join(out, basename(folder))
      assertPlaceFree(place)
      const partial = partialIn(out)
      try {
        await cp(folder, partial, { recursive: true, errorOnExist: true, force: false })
        await syncTree(partial)
        // Renaming takes an empty folder over without a word.
        assertPlaceFree(place)
        renameSync(partial, place)
        syncFolder(out)
        return place
      } catch (error) {
        throw problemOf(error, place)
      } finally {
        rmSync(partial, { recursive: true, force: true })
      }
    },
    work,
  )
}

/** Only files and folders below the folder; anything else in the archive refuses the whole of it. */
async function unpack(archive: string, folder: string, place: string): Promise<void> {
  const { extract } = await import('tar-fs')
  const refused = new Set<string>()
  try {
    mkdirSync(folder, { mode: 0o700 })
    await pipeline(
      createReadStream(archive),
      extract(folder, {
        ignore: (_name, header) => {
          if (header === undefined || !isPlain(header)) refused.add(header?.name ?? '')
          return refused.size > 0
        },
        map: (entry: Headers) => ({ ...entry, mode: entry.type === 'directory' ? 0o700 : 0o600 }),
      }),
    )
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall === 'string') throw problemOf(error, folder)
    // The file is whole and holds something else.
    throw new Problem('NOT_A_BUNDLE', { folder: place }, { cause: error })
  }
  if (refused.size > 0) throw new Problem('NOT_A_BUNDLE', { folder: place })
}

/** A file or a folder, with a name that means the same on every system and leads nowhere else. */
function isPlain({ type, name }: { readonly type: string; readonly name: string }): boolean {
  if (type !== 'file' && type !== 'directory') return false
  return !/^[/\\]|^[A-Za-z]:|\0|\\/.test(name) && !name.split('/').includes('..')
}
