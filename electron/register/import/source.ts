/**
 * The file that is brought in, as bytes. It is read more than once in the course of an import, so every reading says
 * whether it was still the same file: size, time of change and identity before and after, and the digest of what was read.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Problem } from '#shared/domain/problem.ts'

/** The largest source that is read: 1 GB. */
export const largestSource = 1_000_000_000
const chunkSize = 256 * 1024

/** What long work says while it goes on; `total` is 0 where it is not known. */
export type ReportProgress = (progress: { stage: ImportStage; done: number; total: number }) => void
/** Worded under `import.stage.<stage>`. */
export const importStages = ['reading', 'checking', 'comparing', 'writing'] as const
export type ImportStage = (typeof importStages)[number]

export interface LongWork {
  readonly signal?: AbortSignal
  readonly progress?: ReportProgress
}

/** CANCELLED once the caller has asked for it. */
export function assertNotCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Problem('CANCELLED')
}

interface Identity {
  readonly size: number
  readonly changed: number
  readonly inode: number
}

export class Source {
  readonly path: string
  readonly fileName: string
  readonly size: number
  readonly #handle: FileHandle
  readonly #identity: Identity

  private constructor(path: string, handle: FileHandle, identity: Identity) {
    this.path = path
    this.fileName = basename(path)
    this.size = identity.size
    this.#handle = handle
    this.#identity = identity
  }

  /** SOURCE_NOT_FOUND, SOURCE_NOT_READABLE (no file, no permission), SOURCE_TOO_LARGE, SOURCE_EMPTY. */
  static async open(path: string): Promise<Source> {
    // Looked at before it is opened: the opening of a pipe ends when somebody writes into it, or never.
    const place = await stat(path).catch((error: unknown) => {
      throw sourceProblem(error, path)
    })
    if (!place.isFile()) throw new Problem('SOURCE_NOT_READABLE', { file: basename(path) })
    const handle = await open(path, 'r').catch((error: unknown) => {
      throw sourceProblem(error, path)
    })
    try {
      const facts = await handle.stat()
      if (!facts.isFile()) throw new Problem('SOURCE_NOT_READABLE', { file: basename(path) })
      if (facts.size > largestSource)
        throw new Problem('SOURCE_TOO_LARGE', { file: basename(path), bytes: facts.size, limit: largestSource })
      if (facts.size === 0) throw new Problem('SOURCE_EMPTY', { file: basename(path) })
      return new Source(path, handle, { size: facts.size, changed: facts.mtimeMs, inode: facts.ino })
    } catch (error) {
      await handle.close()
      throw sourceProblem(error, path)
    }
  }

  /**
   * The bytes from the start, in chunks, each good until the next is asked for. Yields to the event loop between chunks.
   * `stage` names the reading in the progress. SOURCE_CHANGED where the file is not what it was when it was opened.
   */
  async *chunks(stage: ImportStage, work: LongWork): AsyncGenerator<Uint8Array, void, void> {
    const buffer = Buffer.allocUnsafe(chunkSize)
    let position = 0
    while (position < this.size) {
      assertNotCancelled(work.signal)
      const { bytesRead } = await this.#read(buffer, position)
      if (bytesRead === 0) throw this.#changed()
      position += bytesRead
      yield buffer.subarray(0, bytesRead)
      work.progress?.({ stage, done: position, total: this.size })
      await setImmediate()
    }
    await this.assertUnchanged()
  }

  /** Some bytes from anywhere, for samples. */
  async slice(start: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(Math.min(length, Math.max(0, this.size - start)))
    const { bytesRead } = await this.#read(buffer, start)
    return buffer.subarray(0, bytesRead)
  }

  /** The file still stands in its place and is what it was. */
  async assertUnchanged(): Promise<void> {
    const facts = await stat(this.path).catch(() => null)
    const own = await this.#handle.stat().catch(() => null)
    const same = (each: { size: number; mtimeMs: number; ino: number } | null) =>
      each !== null &&
      each.size === this.#identity.size &&
      each.mtimeMs === this.#identity.changed &&
      each.ino === this.#identity.inode
    if (!same(facts) || !same(own)) throw this.#changed()
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  async #read(buffer: Buffer, position: number): Promise<{ bytesRead: number }> {
    try {
      return await this.#handle.read(buffer, 0, buffer.length, position)
    } catch (error) {
      throw new Problem('SOURCE_CHANGED', { file: this.fileName }, { cause: error })
    }
  }

  #changed(): Problem {
    return new Problem('SOURCE_CHANGED', { file: this.fileName })
  }
}

function sourceProblem(error: unknown, path: string): unknown {
  if (error instanceof Problem) return error
  const file = basename(path)
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Problem('SOURCE_NOT_FOUND', { file }, { cause: error })
  return new Problem('SOURCE_NOT_READABLE', { file }, { cause: error })
}

/** Passes chunks on and keeps their SHA-256. */
export class Digest {
  readonly #hash = createHash('sha256')

  async *of(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
    for await (const chunk of chunks) {
      this.#hash.update(chunk)
      yield chunk
    }
  }

  hex(): string {
    return this.#hash.digest('hex')
  }
}
