/**
 * The archive that a workbook is, taken apart by ourselves: only parts that are asked for are unpacked, in pieces, and never
 * more than the directory declares; drawings, macros, links to other files and attachments stay where they are. An archive
 * that two readers could understand in two ways is refused.
 */
import { crc32, createInflateRaw } from 'node:zlib'
import { Problem } from '#shared/domain/problem.ts'
import type { WorkbookLimits } from './limits.ts'

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly offset: number
}

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const
const stored = 0
const deflated = 8
const inSixtyFour = 0xffffffff
/** An end of the directory, with the longest comment behind it. */
const farthestEnd = 22 + 0xffff

const damaged = (file: string, cause?: unknown) =>
  new Problem('WORKBOOK_DAMAGED', { file }, cause === undefined ? {} : { cause })

export interface Archive {
  readonly names: readonly string[]
  /** Bytes of a part once it is unpacked. */
  readonly size: (name: string) => number
  /** A part in pieces. WORKBOOK_TOO_LARGE, WORKBOOK_CRAFTED (more than was declared), WORKBOOK_DAMAGED. */
  readonly pieces: (name: string) => AsyncGenerator<Uint8Array, void, void>
}

/**
 * The directory of an archive. WORKBOOK_DAMAGED, WORKBOOK_CRAFTED (parts of one name, or names that climb out),
 * WORKBOOK_ENCRYPTED.
 */
export function openArchive(
  bytes: Uint8Array,
  { file, limits }: { readonly file: string; readonly limits: WorkbookLimits },
): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  const names = new Set<string>()
  try {
    for (const entry of entriesOf(view, bytes, { file, limits })) {
      const plain = entry.name.toLowerCase()
      if (names.has(plain)) throw new Problem('WORKBOOK_CRAFTED', { file })
      names.add(plain)
      if (!entry.name.endsWith('/')) entries.set(entry.name, entry)
    }
  } catch (error) {
    // Reading past the end: offsets of a file that is cut off or invented.
    if (error instanceof RangeError) throw damaged(file, error)
    throw error
  }
  // A part may be read several times; what all of them hold is counted once.
  const opened = new Map<string, number>()
  const entryNamed = (name: string) => {
    const entry = entries.get(name)
    if (entry === undefined) throw damaged(file)
    return entry
  }
  return {
    names: [...entries.keys()],
    size: (name) => entryNamed(name).size,
    pieces: async function* (name) {
      const entry = entryNamed(name)
      opened.set(name, entry.size)
      const unpacked = [...opened.values()].reduce((sum, size) => sum + size, 0)
      if (entry.size > limits.mostBytesOfPart || unpacked > limits.mostBytesUnpacked)
        throw new Problem('WORKBOOK_TOO_LARGE', { file, most: inMegabytes(limits.mostBytesOfPart) })
      yield* unpackedPart(packedBytes(view, bytes, entry, file), entry, file)
    },
  }
}

function* entriesOf(
  view: DataView,
  bytes: Uint8Array,
  { file, limits }: { file: string; limits: WorkbookLimits },
): Generator<Entry> {
  const end = endOf(view, file)
  const count = view.getUint16(end + 10, true)
  if (count > limits.mostEntries) throw new Problem('WORKBOOK_CRAFTED', { file })
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== signature.central) throw damaged(file)
    const flags = view.getUint16(at + 8, true)
    if ((flags & 1) === 1) throw new Problem('WORKBOOK_ENCRYPTED', { file })
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const nameAt = at + 46
    const extra = new DataView(view.buffer, view.byteOffset + nameAt + nameLength, extraLength)
    const [size, packed, offset] = wideSizes(
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
      extra,
      file,
    )
    yield {
      name: nameOf(bytes.subarray(nameAt, nameAt + nameLength), file),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset,
    }
    at = nameAt + nameLength + extraLength + view.getUint16(at + 32, true)
  }
}

function endOf(view: DataView, file: string): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - farthestEnd); at -= 1)
    if (view.getUint32(at, true) === signature.end) return at
  throw damaged(file)
}

/** UTF-8, which ASCII is; separators as the format has them. A name that climbs out of the archive is nobody's workbook. */
function nameOf(bytes: Uint8Array, file: string): string {
  let name
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw damaged(file, error)
  }
  if (name.startsWith('/') || name.split('/').includes('..') || name.includes('\0'))
    throw new Problem('WORKBOOK_CRAFTED', { file })
  return name
}

/** Sizes that some programs write in 64 bits whatever they are: size, packed size, offset, of which only the marked ones stand there. */
function wideSizes(
  [size, packed, offset]: readonly [number, number, number],
  extra: DataView,
  file: string,
): readonly [number, number, number] {
  const asked = [size, packed, offset].filter((each) => each === inSixtyFour).length
  if (asked === 0) return [size, packed, offset]
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue
    let next = at + 4
    const wide = (value: number) => {
      if (value !== inSixtyFour) return value
      const found = Number(extra.getBigUint64(next, true))
      next += 8
      return found
    }
    return [wide(size), wide(packed), wide(offset)]
  }
  throw damaged(file)
}

function packedBytes(view: DataView, bytes: Uint8Array, entry: Entry, file: string): Uint8Array {
  const { offset, packed } = entry
  try {
    if (view.getUint32(offset, true) !== signature.local) throw damaged(file)
    const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    if (from + packed > bytes.length) throw damaged(file)
    return bytes.subarray(from, from + packed)
  } catch (error) {
    if (error instanceof RangeError) throw damaged(file, error)
    throw error
  }
}

const pieceSize = 256 * 1024

/** Not a byte more than was declared: what goes on is a bomb, however small it says it is. */
async function* unpackedPart(
  raw: Uint8Array,
  { size, method, crc }: Entry,
  file: string,
): AsyncGenerator<Uint8Array, void, void> {
  let length = 0
  let found = 0
  for await (const piece of method === deflated ? inflated(raw, file) : storedPieces(raw, method, file)) {
    length += piece.length
    if (length > size) throw new Problem('WORKBOOK_CRAFTED', { file })
    found = crc32(piece, found)
    yield piece
  }
  if (length !== size || found !== crc) throw damaged(file)
}

async function* inflated(raw: Uint8Array, file: string): AsyncGenerator<Uint8Array, void, void> {
  const inflate = createInflateRaw({ chunkSize: pieceSize })
  inflate.end(raw)
  try {
    for await (const piece of inflate as AsyncIterable<Uint8Array>) yield piece
  } catch (error) {
    if (error instanceof Problem) throw error
    throw damaged(file, error)
  } finally {
    inflate.destroy()
  }
}

function* storedPieces(raw: Uint8Array, method: number, file: string): Generator<Uint8Array, void, void> {
  if (method !== stored) throw damaged(file)
  for (let at = 0; at < raw.length; at += pieceSize) yield raw.subarray(at, at + pieceSize)
}

export function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}
