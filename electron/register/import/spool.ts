/**
 * Drafts on their way from reading to writing: a private file in the system's temporary folder, so that a source of a
 * gigabyte is never held in memory and the transaction that writes it need not wait for a parser. Where the system allows
 * it the file has no name from the start; in any case it is gone when the spool is closed.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Draft } from '#shared/domain/import-row.ts'

/** What is kept of a draft: the unit and the person as numbers of their lists. */
export interface SpooledDraft extends Omit<Draft, 'kind' | 'unit' | 'owner'> {
  readonly unit: number | null
  readonly owner: number | null
  /** How often name and unit have come up, this row included. */
  readonly occurrence: number
}

const bufferedLetters = 1024 * 1024
const readAtOnce = 512 * 1024

export class Spool {
  readonly #folder: string
  readonly #descriptor: number
  #position = 0
  #pending: string[] = []
  #pendingLetters = 0
  #closed = false

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'daicho-import-'))
    const file = join(this.#folder, 'drafts')
    this.#descriptor = openSync(file, 'wx+', 0o600)
    // Elsewhere than on Windows an open file may lose its name: nothing is left behind even by a crash.
    if (process.platform !== 'win32') rmSync(this.#folder, { recursive: true })
  }

  add(draft: SpooledDraft): void {
    const line = JSON.stringify(draft)
    this.#pending.push(line)
    this.#pendingLetters += line.length
    if (this.#pendingLetters >= bufferedLetters) this.flush()
  }

  flush(): void {
    if (this.#pending.length === 0) return
    const bytes = Buffer.from(`${this.#pending.join('\n')}\n`)
    for (let written = 0; written < bytes.length;)
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written, this.#position + written)
    this.#position += bytes.length
    this.#pending = []
    this.#pendingLetters = 0
  }

  /** The drafts in the order in which they came, read as they are asked for. */
  *drafts(): Generator<SpooledDraft, void, void> {
    this.flush()
    const decoder = new TextDecoder()
    let buffer = Buffer.allocUnsafe(readAtOnce)
    let held = 0
    for (let position = 0; position < this.#position;) {
      if (held === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)])
      const length = readSync(this.#descriptor, buffer, held, buffer.length - held, position)
      position += length
      held += length
      // The byte of a line end stands in no other character: whole lines can be decoded by themselves.
      const end = buffer.subarray(0, held).lastIndexOf(0x0a) + 1
      if (end === 0) continue
      for (const line of decoder.decode(buffer.subarray(0, end - 1)).split('\n')) yield JSON.parse(line) as SpooledDraft
      buffer.copy(buffer, 0, end, held)
      held -= end
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    closeSync(this.#descriptor)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
