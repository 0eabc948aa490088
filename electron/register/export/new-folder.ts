/**
 * A folder that is made whole or not at all: written beside its place under a hidden name and renamed into it. Each file is
 * hashed as it is written.
 */
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { makeFolder, syncFolder, syncTree } from '#electron/durable-file.ts'
import { Problem } from '#shared/domain/problem.ts'
import { isWritable } from '../store/file-place.ts'
import type { CsvFile } from './cell.ts'
import { type RowWork, writeRows } from './csv-rows.ts'
import { folderProblem, HashedFile } from './hashed-file.ts'
import { sumsName } from './manifest.ts'
import { partialIn } from '../store/partial.ts'

export interface WrittenFile {
  /** From the folder, parts set apart by `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  /** Of a CSV file: records without the header, and cells that carry the guard. */
  readonly rows?: number
  readonly guardedCells?: number
}

export interface Work {
  readonly signal?: AbortSignal
  /** Told now and then: rows written of all there are. */
  readonly progress?: (done: number, total: number) => void
}

export class NewFolder {
  readonly folder: string
  readonly #temporary: string
  readonly #files: WrittenFile[] = []
  /** The highest of the folders above that are there for this one alone; null once it stands among them. */
  #highest: string | null

  /**
   * Makes the folder's parents. FOLDER_EXISTS where something other than an earlier one stands in its place;
   * FOLDER_NOT_WRITABLE.
   */
  constructor(folder: string) {
    this.folder = resolve(folder)
    const parent = dirname(this.folder)
    try {
      this.#highest = makeFolder(parent)
    } catch (error) {
      throw folderProblem(error, parent)
    }
    if (!isWritable(parent)) throw new Problem('FOLDER_NOT_WRITABLE', { folder: parent })
    const present = entriesOf(this.folder)
    // What was written before is told by its sums; anything else is refused before any work is done.
    if (present === 'not a folder' || (present.length > 0 && !present.includes(sumsName)))
      throw new Problem('FOLDER_EXISTS', { folder: this.folder })
    this.#temporary = partialIn(parent)
    this.#guarded(() => mkdirSync(this.#temporary))
  }

  get files(): readonly WrittenFile[] {
    return this.#files
  }

  write(path: string, content: string | Uint8Array): WrittenFile {
    const out = this.#open(path)
    try {
      out.write(content)
    } finally {
      out.close()
    }
    return this.#written(path, out)
  }

  /** Texts one after another, for what is too long for one. Yields between batches. CANCELLED. */
  async writeTexts(
    path: string,
    texts: Iterable<string>,
    work: { signal?: AbortSignal; onTexts?: (texts: number) => void } = {},
  ): Promise<WrittenFile> {
    const out = this.#open(path)
    try {
      for (const batch of batchesOf(texts)) {
        out.write(batch.join(''))
        work.onTexts?.(batch.length)
        await nextTurn()
        if (work.signal?.aborted) throw new Problem('CANCELLED')
      }
      return this.#written(path, out)
    } finally {
      out.close()
    }
  }

  /** CRLF, every text quoted and guarded. Yields between batches. CANCELLED. */
  async writeCsv(path: string, file: CsvFile, work: RowWork = {}): Promise<WrittenFile> {
    const out = this.#open(path)
    try {
      const counts = await writeRows(out, file, work)
      return this.#written(path, out, counts)
    } finally {
      out.close()
    }
  }

  /**
   * Puts the folder into its place. Where the same folder stands there already (every byte), it stays and this one goes;
   * FOLDER_EXISTS where another one does.
   */
  async finish(isSame: (present: string, fresh: string) => Promise<boolean>): Promise<void> {
    try {
      const present = entriesOf(this.folder)
      if (present === 'not a folder') throw new Problem('FOLDER_EXISTS', { folder: this.folder })
      if (present.length > 0) {
        if (!(await isSame(this.folder, this.#temporary))) throw new Problem('FOLDER_EXISTS', { folder: this.folder })
        return
      }
      await this.#sync()
      this.#guarded(() => {
        // An empty folder is taken over; not every system renames onto one.
        if (statSync(this.folder, { throwIfNoEntry: false }) !== undefined) rmdirSync(this.folder)
        renameSync(this.#temporary, this.folder)
        syncFolder(dirname(this.folder))
      })
      this.#highest = null
    } finally {
      this.abandon()
    }
  }

  /** Held against itself before it is put into its place. */
  async checked<Result>(check: (folder: string) => Promise<Result>): Promise<Result> {
    return check(this.#temporary)
  }

  /** Leaves nothing behind. Safe to call after `finish`. */
  abandon(): void {
    rmSync(this.#temporary, { recursive: true, force: true })
    const highest = this.#highest
    if (highest === null) return
    try {
      for (let above = dirname(this.folder); above.length >= highest.length; above = dirname(above)) rmdirSync(above)
    } catch {
      // Somebody has put something there since.
    }
    this.#highest = null
  }

  /** Before it has its name: under that name it is whole, also when the power goes. */
  async #sync(): Promise<void> {
    try {
      await syncTree(this.#temporary)
    } catch (error) {
      throw folderProblem(error, this.folder)
    }
  }

  #open(path: string): HashedFile {
    return this.#guarded(() => {
      const file = join(this.#temporary, ...path.split('/'))
      mkdirSync(dirname(file), { recursive: true })
      return new HashedFile(file, this.folder)
    })
  }

  #written(path: string, out: HashedFile, counts: Pick<WrittenFile, 'rows' | 'guardedCells'> = {}): WrittenFile {
    const file = { path, bytes: out.bytes, sha256: out.digest(), ...counts }
    this.#files.push(file)
    return file
  }

  #guarded<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw folderProblem(error, this.folder)
    }
  }
}

const textsInBatch = 500

function* batchesOf(texts: Iterable<string>): Generator<readonly string[]> {
  let batch: string[] = []
  for (const text of texts) {
    batch.push(text)
    if (batch.length < textsInBatch) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Names that lie in a folder; none where there is no such folder. */
function entriesOf(folder: string): readonly string[] | 'not a folder' {
  const entry = statSync(folder, { throwIfNoEntry: false })
  if (entry === undefined) return []
  return entry.isDirectory() ? readdirSync(folder) : 'not a folder'
}
