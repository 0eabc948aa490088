/**
 * Text to bytes of code page 932, the Shift_JIS of Windows, which older Japanese programs ask for. The table is that of the decoder
 * with which such files are read, turned round: there is one table, the platform's own, and what is written is what is read.
 * Where two pairs of bytes stand for one character Windows writes the JIS one, else NEC's of row 13, else IBM's; that is the first
 * of them once NEC's selection of IBM's characters (ED and EE) is left out.
 */
import { decoderOf } from '../import/encodings.ts'

/** Stands for what the encoding cannot hold, where a person has decided so: the geta mark of Japanese print. */
export const substitute = '〓'

let table: ReadonlyMap<string, readonly number[]> | null = null

function bytesByCharacter(): ReadonlyMap<string, readonly number[]> {
  if (table !== null) return table
  const found = new Map<string, readonly number[]>()
  const keep = (bytes: readonly number[]) => {
    const character = characterOf(bytes)
    if (character !== null && !found.has(character)) found.set(character, bytes)
  }
  for (let byte = 0; byte < 0x80; byte += 1) keep([byte])
  for (let byte = 0xa1; byte < 0xe0; byte += 1) keep([byte])
  for (let lead = 0x81; lead < 0xfd; lead += 1) {
    // Half-width kana, NEC's selection of IBM's characters, and what is each company's own.
    if ((lead >= 0xa0 && lead < 0xe0) || lead === 0xed || lead === 0xee || (lead >= 0xf0 && lead < 0xfa)) continue
    for (let trail = 0x40; trail < 0xfd; trail += 1) keep([lead, trail])
  }
  table = found
  return found
}

/** The one character that the bytes stand for; null where they are none, or another text. */
function characterOf(bytes: readonly number[]): string | null {
  try {
    const decoder = decoderOf('cp932')
    const text = decoder.decode(Uint8Array.from(bytes)) + decoder.end()
    return [...text].length === 1 ? text : null
  } catch {
    return null
  }
}

/** The characters that it cannot hold, in their order, each as often as it stands there. */
export function* unheldIn(text: string): Generator<string, void, void> {
  const held = bytesByCharacter()
  for (const character of text) if (!held.has(character)) yield character
}

/** With the substitute for each character that it cannot hold. */
export function cp932Bytes(text: string): Uint8Array {
  const held = bytesByCharacter()
  const instead = held.get(substitute) ?? [0x3f]
  const bytes = Buffer.allocUnsafe(text.length * 2)
  let length = 0
  for (const character of text) for (const byte of held.get(character) ?? instead) bytes[length++] = byte
  return bytes.subarray(0, length)
}
