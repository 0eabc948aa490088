/**
 * The archive that a workbook is, taken apart by ourselves and put together anew from the parts that are read, so that the
 * library meets nothing else: not more bytes than were counted here, no drawings, macros, links to other files or attachments,
 * and no archive that two readers understand in two ways.
 */
import { crc32, inflateRawSync } from 'node:zlib'
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

/**
 * The parts of an archive that `isRead` names, unpacked. WORKBOOK_DAMAGED, WORKBOOK_CRAFTED (parts of one name, or more than
 * was declared), WORKBOOK_TOO_LARGE, WORKBOOK_OTHER_KIND (a password).
 */
export function readArchive(
  bytes: Uint8Array,
  { file, limits, isRead }: { file: string; limits: WorkbookLimits; isRead: (name: string) => boolean },
): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = new Map<string, Uint8Array>()
  const names = new Set<string>()
  let unpacked = 0
  try {
    for (const entry of entriesOf(view, bytes, { file, limits })) {
      const plain = entry.name.toLowerCase()
      if (names.has(plain)) throw new Problem('WORKBOOK_CRAFTED', { file })
      names.add(plain)
      if (entry.name.endsWith('/') || !isRead(entry.name)) continue
      const most = Math.min(limits.mostBytesOfPart, limits.mostBytesUnpacked - unpacked)
      if (entry.size > most)
        throw new Problem('WORKBOOK_TOO_LARGE', { file, most: inMegabytes(limits.mostBytesOfPart) })
      const part = unpackedPart(view, bytes, entry, file)
      unpacked += part.length
      parts.set(entry.name, part)
    }
  } catch (error) {
    // Reading past the end: offsets of a file that is cut off or invented.
    if (error instanceof RangeError) throw damaged(file, error)
    throw error
  }
  return parts
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
    if ((flags & 1) === 1) throw new Problem('WORKBOOK_OTHER_KIND', { file })
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

function unpackedPart(view: DataView, bytes: Uint8Array, entry: Entry, file: string): Uint8Array {
  const { offset, packed, size, method } = entry
  if (view.getUint32(offset, true) !== signature.local) throw damaged(file)
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length) throw damaged(file)
  const raw = bytes.subarray(from, from + packed)
  let part: Uint8Array = raw
  if (method === deflated) part = inflated(raw, size, file)
  else if (method !== stored) throw damaged(file)
  if (part.length !== size || crc32(part) !== entry.crc) throw damaged(file)
  return part
}

/** Not a byte more than was declared: what goes on is a bomb, however small it says it is. */
function inflated(raw: Uint8Array, size: number, file: string): Uint8Array {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Problem('WORKBOOK_CRAFTED', { file }, { cause: error })
    throw damaged(file, error)
  }
}

export function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}

/** The parts as an archive that holds nothing else, unpacked as they are: it is read at once and thrown away. */
export function archiveOf(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, part] of parts) {
    const nameBytes = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt16LE(stored, 4)
    // 1980-01-01, the first day that the format knows.
    facts.writeUInt32LE(0x00210000, 6)
    facts.writeUInt32LE(crc32(part), 10)
    facts.writeUInt32LE(part.length, 14)
    facts.writeUInt32LE(part.length, 18)
    facts.writeUInt16LE(nameBytes.length, 22)
    pieces.push(number(signature.local), facts, nameBytes, part)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(number(signature.central), short(20), facts, place, nameBytes)
    offset += 4 + facts.length + nameBytes.length + part.length
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...pieces, ...directory, number(signature.end), end])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
