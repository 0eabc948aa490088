/** Counting over the bytes of a part, before anything is made of them: UTF-8, in which these signs are single bytes. */

const [open, colon, slash, close, letter] = [0x3c, 0x3a, 0x2f, 0x3e, 0x63]
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d])

/** The elements named `c`, whatever the prefix of their namespace: cells as they are written down. */
export function countCells(part: Uint8Array): number {
  let count = 0
  for (let at = part.indexOf(open); at >= 0; at = part.indexOf(open, at + 1)) if (namesCell(part, at + 1)) count += 1
  return count
}

function namesCell(part: Uint8Array, from: number): boolean {
  let start = from
  for (let at = from; ; at += 1) {
    const byte = part[at]
    if (byte === undefined || byte === open) return false
    if (byte === colon) start = at + 1
    else if (byte === slash || byte === close || blanks.has(byte)) return at === start + 1 && part[start] === letter
  }
}

const doctype = Buffer.from('<!DOCTYPE')

/** Whether a document type is declared before the first element, with which entities would come. */
export function hasDoctype(part: Uint8Array): boolean {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  const declared = bytes.indexOf(doctype)
  return declared >= 0 && !/<[A-Za-z_:]/.test(bytes.toString('latin1', 0, declared))
}
