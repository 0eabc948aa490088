/**
 * Files protected by a passphrase, in the age format (age-encryption.org/v1): what is written here is opened by every other program
 * of that format, and what those have written with a passphrase is opened here. Both ways are streams: a file is never held whole.
 */
import { createReadStream, createWriteStream, openSync, readSync, closeSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { Problem } from '#shared/domain/problem.ts'
import { problemOf } from '../store/sqlite-problems.ts'

/** How a file in the format begins. The text form of it begins otherwise and is not read here. */
const firstLine = Buffer.from('age-encryption.org/v1\n')

/** Anything that is to be had is told by the file itself, whatever it is called. */
export function isProtected(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false
    const descriptor = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(firstLine.length)
      return readSync(descriptor, bytes, 0, bytes.length, 0) === bytes.length && bytes.equals(firstLine)
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // It is not there or cannot be read: whoever opens it says so.
    return false
  }
}

export interface ProtectWork {
  readonly signal?: AbortSignal
  /** Bytes read of all there are, where that is known. */
  readonly progress?: (done: number, total: number) => void
  /** How dear a guess is made, as a power of two; tests take less. */
  readonly workFactor?: number
}

/** What the format's own tool takes: about a second and 256 MB for each guess. */
const usualWorkFactor = 18

/** Encrypts a stream into a new file that only its owner can read; no file where it fails. CANCELLED; system errors as they are. */
export async function protectStream(
  content: Readable,
  file: string,
  passphrase: string,
  work: ProtectWork = {},
): Promise<void> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(composed(passphrase))
  encrypter.setScryptWorkFactor(work.workFactor ?? usualWorkFactor)
  const plain = Readable.toWeb(content) as ReadableStream<Uint8Array>
  const encrypted = await encrypter.encrypt(plain)
  await written(Readable.fromWeb(encrypted as WebStream<Uint8Array>), file, work)
}

/** The same of a file. */
export async function protectFile(
  source: string,
  file: string,
  passphrase: string,
  work: ProtectWork = {},
): Promise<void> {
  const total = statSync(source).size
  await protectStream(counted(createReadStream(source), total, work), file, passphrase, work)
}

/** PASSPHRASE_WRONG, PROTECTED_DAMAGED, PROTECTED_OTHERWISE, NOT_PROTECTED, FILE_NOT_FOUND, CANCELLED, DISK_FULL; then no file is left. */
export async function openProtected(
  source: string,
  passphrase: string,
  into: NodeJS.WritableStream | string,
  work: ProtectWork = {},
): Promise<void> {
  if (!isProtected(source)) {
    // What is not there is told as such.
    if (!isThere(source)) throw new Problem('FILE_NOT_FOUND', { file: source })
    throw new Problem('NOT_PROTECTED', { file: basename(source) })
  }
  const total = statSync(source).size
  const encrypted = counted(createReadStream(source), total, work)
  let plain: AsyncIterable<Uint8Array>
  try {
    const decrypter = new Decrypter()
    for (const each of new Set([composed(passphrase), passphrase])) decrypter.addPassphrase(each)
    const opened = await decrypter.decrypt(Readable.toWeb(encrypted) as ReadableStream<Uint8Array>)
    plain = opened as WebStream<Uint8Array>
  } catch (error) {
    encrypted.destroy()
    throw headerProblem(error, source)
  }
  try {
    const feed = (taker: NodeJS.WritableStream) =>
      pipeline(tellingDamage(plain), taker, { ...(work.signal && { signal: work.signal }) })
    await (typeof into === 'string' ? inNewFile(into, feed) : feed(into))
  } catch (error) {
    if (work.signal?.aborted) throw new Problem('CANCELLED', {}, { cause: error })
    if (error instanceof Damage) throw new Problem('PROTECTED_DAMAGED', { file: basename(source) }, { cause: error })
    throw problemOf(error, source)
  }
}

function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw problemOf(error, file)
  }
}

/** The passphrase was right, and what was decrypted until here is as it was written: what follows is not. */
class Damage extends Error {}

/** Tells what fails in the protected file from what fails where it is written to. */
async function* tellingDamage(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of content) yield bytes
  } catch (error) {
    throw new Damage('a protected file that is not as it was written', { cause: error })
  }
}

/** A passphrase that was typed on another system may come in another form of the same letters. */
function composed(passphrase: string): string {
  return passphrase.normalize('NFC')
}

/** Never over another file, and its owner's alone; where it is not filled to its end there is none, also not a moment later. */
async function inNewFile(file: string, feed: (out: NodeJS.WritableStream) => Promise<void>): Promise<void> {
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  const made = { isOurs: false }
  out.once('open', () => {
    made.isOurs = true
  })
  try {
    await feed(out)
  } catch (error) {
    // What is on its way to be opened is opened all the same.
    if (!out.closed) await new Promise<void>((resolve) => out.once('close', resolve).on('error', ignored).destroy())
    if (made.isOurs) rmSync(file, { force: true })
    throw error
  }
}

/** Told by what feeds the file. */
function ignored(): void {
  return undefined
}

async function written(content: Readable, file: string, { signal }: ProtectWork): Promise<void> {
  try {
    await inNewFile(file, (out) => pipeline(content, out, { ...(signal && { signal }) }))
  } catch (error) {
    if (signal?.aborted) throw new Problem('CANCELLED', {}, { cause: error })
    throw error
  }
}

function counted(content: Readable, total: number, { progress }: ProtectWork): Readable {
  if (progress === undefined) return content
  let done = 0
  const through = new PassThrough()
  through.on('data', (bytes: Buffer) => {
    progress((done += bytes.length), total)
  })
  return content.on('error', (error) => through.destroy(error)).pipe(through)
}

/** The header says for whom the file is; the library tells by the words of its errors only. */
function headerProblem(error: unknown, source: string): unknown {
  const said = error instanceof Error ? error.message : ''
  const file = basename(source)
  if (said === "no identity matched any of the file's recipients")
    return isForPassphrase(source)
      ? new Problem('PASSPHRASE_WRONG', { file }, { cause: error })
      : new Problem('PROTECTED_OTHERWISE', { file }, { cause: error })
  if (said === 'scrypt work factor is too high') return new Problem('PROTECTED_OTHERWISE', { file }, { cause: error })
  if (isOfSystem(error)) return problemOf(error, source)
  return new Problem('PROTECTED_DAMAGED', { file }, { cause: error })
}

function isOfSystem(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).syscall === 'string'
}

/** The second line names the kind of recipient. */
function isForPassphrase(file: string): boolean {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(64)
    readSync(descriptor, bytes, 0, bytes.length, firstLine.length)
    return bytes.toString('latin1').startsWith('-> scrypt ')
  } finally {
    closeSync(descriptor)
  }
}
