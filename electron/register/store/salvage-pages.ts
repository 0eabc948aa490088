/**
 * What the pages of a damaged file still hold, read page by page and not along the tree: a page that is whole gives its rows, whoever
 * leads to it. Only rows that prove themselves are taken: entries of the log by their hashes, kept files by their digest. So nothing
 * that merely looks like one comes in.
 */
import { eventColumns, eventHash, eventOf, type EventRow } from './audit-log.ts'
import { sha256 } from './canonical.ts'
import { redactOperation } from './decided.ts'
import { Redactions } from './redactions.ts'

export interface SalvagedPages {
  /** By number; proven by digest and hash. */
  readonly events: ReadonlyMap<number, EventRow>
  /** Kept files by their digest. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

type Cell = null | number | string | Uint8Array

export const usualPageSize = 4096

export function salvagePages(bytes: Uint8Array, pageSize = usualPageSize): SalvagedPages {
  const found: EventRow[] = []
  const files = new Map<string, Uint8Array>()
  const pages = new Pages(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), pageSize)
  for (let page = 1; page <= pages.count; page += 1)
    for (const { rowid, cells } of pages.rows(page)) {
      if (cells.length === 2) {
        const [digest, content] = cells
        if (
          typeof digest === 'string' &&
          content instanceof Uint8Array &&
          content.length > 0 &&
          sha256(content) === digest
        )
          files.set(digest, content)
      } else {
        const event = eventFrom(rowid, cells)
        if (event !== null) found.push(event)
      }
    }
  return { events: provenAmong(found), files }
}

/** Those that are what their hashes say, or what a later redaction made of them: never the text that it replaced. */
function provenAmong(found: readonly EventRow[]): ReadonlyMap<number, EventRow> {
  const redactions = new Redactions(
    found
      .filter(({ noun, operation }) => noun === 'redaction' && operation === redactOperation)
      .sort((one, other) => other.sequence - one.sequence),
  )
  return new Map(
    found.filter((row) => redactions.isPayload(row) && redactions.areWords(row)).map((row) => [row.sequence, row]),
  )
}

/** The columns of an entry, as the file has them; those of the first releases had no `reverses`. */
function eventFrom(sequence: number, cells: readonly Cell[]): EventRow | null {
  if (cells.length < eventColumns.length - 1 || cells.length > eventColumns.length) return null
  const row = Object.fromEntries(eventColumns.map((column, index) => [column, cells[index] ?? null]))
  const event = { ...row, sequence } as unknown as EventRow
  try {
    // Its words must have a hash at all; whether it is the right one is asked once all are there.
    return event.payload === null || eventHash(eventOf(event)) === '' ? null : event
  } catch {
    // A cell of another kind than the column's: no entry of ours.
    return null
  }
}

class Pages {
  readonly count: number
  readonly #bytes: Buffer
  readonly #size: number

  constructor(bytes: Buffer, size: number) {
    this.#bytes = bytes
    this.#size = size
    this.count = Math.floor(bytes.length / size)
  }

  /** The rows of a leaf of a table that are two or fourteen columns wide or more; what cannot be read is passed over. */
  *rows(page: number): Generator<{ readonly rowid: number; readonly cells: Cell[] }> {
    const start = (page - 1) * this.#size
    const header = page === 1 ? 100 : 0
    if (this.#bytes[start + header] !== leafOfTable) return
    const count = this.#bytes.readUInt16BE(start + header + 3)
    if (header + 8 + count * 2 > this.#size) return
    for (let index = 0; index < count; index += 1) {
      const at = this.#bytes.readUInt16BE(start + header + 8 + index * 2)
      const row = at < header + 8 || at >= this.#size ? null : this.#row(start, at)
      if (row !== null) yield row
    }
  }

  #row(start: number, at: number): { rowid: number; cells: Cell[] } | null {
    try {
      const cell = new Reader(this.#bytes.subarray(start, start + this.#size), at)
      const length = cell.varint()
      const rowid = cell.varint()
      if (length > this.#bytes.length) return null
      const local = localLength(length, this.#size)
      const first = cell.bytes(local)
      if (!isWanted(first)) return null
      const payload = local === length ? first : this.#withOverflow(first, length, cell.uint32())
      return payload === null ? null : { rowid, cells: cellsOf(payload) }
    } catch (error) {
      if (error instanceof RangeError) return null
      throw error
    }
  }

  #withOverflow(first: Buffer, length: number, page: number): Buffer | null {
    const parts = [first]
    let missing = length - first.length
    for (let next = page, steps = 0; missing > 0; steps += 1) {
      if (next < 1 || next > this.count || steps > this.count) return null
      const start = (next - 1) * this.#size
      const part = this.#bytes.subarray(start + 4, start + 4 + Math.min(missing, this.#size - 4))
      parts.push(part)
      missing -= part.length
      next = this.#bytes.readUInt32BE(start)
    }
    return Buffer.concat(parts)
  }
}

/** Bytes of a row that lie on its own page, as SQLite's format says. */
function localLength(length: number, usable: number): number {
  const most = usable - 35
  if (length <= most) return length
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const some = least + ((length - least) % (usable - 4))
  return some <= most ? some : least
}
const leafOfTable = 0x0d

/** Is it wide enough to be an entry, or as wide as a kept file? Told by the row's own header, before anything else is read. */
function isWanted(payload: Buffer): boolean {
  const reader = new Reader(payload, 0)
  const end = reader.varint()
  let count = 0
  while (reader.at < end && count <= eventColumns.length) {
    reader.varint()
    count += 1
  }
  return count === 2 || count >= eventColumns.length - 1
}

function cellsOf(payload: Buffer): Cell[] {
  const header = new Reader(payload, 0)
  const end = header.varint()
  const body = new Reader(payload, end)
  const cells: Cell[] = []
  while (header.at < end) cells.push(body.cell(header.varint()))
  return cells
}

/** RangeError where it is asked for more than there is. */
class Reader {
  at: number
  readonly #bytes: Buffer

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  bytes(length: number): Buffer {
    if (length < 0 || this.at + length > this.#bytes.length) throw new RangeError('beyond the page')
    this.at += length
    return this.#bytes.subarray(this.at - length, this.at)
  }

  uint32(): number {
    return this.bytes(4).readUInt32BE(0)
  }

  varint(): number {
    let value = 0
    for (let index = 0; index < 9; index += 1) {
      const byte = this.bytes(1)[0] ?? 0
      if (index === 8) return value * 256 + byte
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
    return value
  }

  cell(type: number): Cell {
    if (type === 0) return null
    if (type <= 4) return this.bytes(type).readIntBE(0, type)
    if (type === 5) return this.bytes(6).readIntBE(0, 6)
    if (type === 6) return Number(this.bytes(8).readBigInt64BE(0))
    if (type === 7) return this.bytes(8).readDoubleBE(0)
    if (type === 8 || type === 9) return type - 8
    if (type < 12) throw new RangeError('no such type')
    const bytes = this.bytes((type - (type % 2 === 0 ? 12 : 13)) / 2)
    return type % 2 === 0 ? Uint8Array.from(bytes) : bytes.toString('utf8')
  }
}
