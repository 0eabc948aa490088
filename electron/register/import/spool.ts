/**
 * Drafts on their way from reading to writing: a private file in the system's temporary folder, so that a source of a
 * gigabyte is never held in memory and the transaction that writes it need not wait for a parser. Where the system allows
 * it the file has no name from the start; in any case it is gone when the spool is closed.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Draft, OwnWords, Stated } from '#shared/domain/import-row.ts'

/** What is kept of a draft: the unit and the person as numbers of their lists. */
export interface SpooledDraft extends Omit<Draft, 'kind' | 'unit' | 'owner'> {
  readonly unit: number | null
  readonly owner: number | null
  /** How often name and unit have come up, this row included. */
  readonly occurrence: number
}

/**
 * A draft as a line: what every row repeats (headings, fields) stands there as a number. `stated` and `notes` are pairs of
 * such a number and the words.
 */
type Line = readonly [
  row: number,
  name: string,
  stated: readonly (readonly [number, unknown])[],
  unit: number | null,
  owner: number | null,
  executive: string | null,
  notes: readonly (readonly [number, string])[],
  identifiers: readonly string[],
  occurrence: number,
  own: OwnWords | null,
]

/** A list in which each thing stands once, under a number. */
class Repeated<Value> {
  readonly #values: Value[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(key: string, value: Value): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#values.length)
    return this.#values.push(value) - 1
  }

  at(number: number): Value {
    const value = this.#values[number]
    if (value === undefined) throw new RangeError(`nothing has the number ${number}`)
    return value
  }
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
  readonly #labels = new Repeated<string>()
  readonly #fields = new Repeated<Stated>()

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'daicho-import-'))
    const file = join(this.#folder, 'drafts')
    this.#descriptor = openSync(file, 'wx+', 0o600)
    // Elsewhere than on Windows an open file may lose its name: nothing is left behind even by a crash.
    if (process.platform !== 'win32') rmSync(this.#folder, { recursive: true })
  }

  add(draft: SpooledDraft): void {
    const line = JSON.stringify(this.#lineOf(draft))
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
      for (const line of decoder.decode(buffer.subarray(0, end - 1)).split('\n'))
        yield this.#draftOf(JSON.parse(line) as Line)
      buffer.copy(buffer, 0, end, held)
      held -= end
    }
  }

  #lineOf(draft: SpooledDraft): Line {
    return [
      draft.row,
      draft.name,
      draft.stated.map((stated) =>
        stated.kind === 'text'
          ? [this.#fields.numberOf(`${stated.field}.${stated.slot ?? ''}`, stated), stated.text]
          : [this.#fields.numberOf(stated.field, stated), stated.value],
      ),
      draft.unit,
      draft.owner,
      draft.executive,
      draft.notes.map(([label, words]) => [this.#labels.numberOf(label, label), words]),
      draft.identifiers,
      draft.occurrence,
      draft.own ?? null,
    ]
  }

  #draftOf(line: Line): SpooledDraft {
    const [row, name, stated, unit, owner, executive, notes, identifiers, occurrence, own] = line
    return {
      row,
      name,
      stated: stated.map(([number, value]): Stated => {
        const field = this.#fields.at(number)
        return field.kind === 'text' ? { ...field, text: String(value) } : ({ ...field, value } as Stated)
      }),
      unit,
      owner,
      executive,
      notes: notes.map(([number, words]) => [this.#labels.at(number), words]),
      identifiers,
      occurrence,
      ...(own === null ? {} : { own }),
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    closeSync(this.#descriptor)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
