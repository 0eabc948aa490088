/**
 * Bytes to text. A byte-order mark decides; what is valid UTF-8 is UTF-8; anything else is one of three legacy encodings,
 * and where several of them accept every byte nobody but a person can tell. All decoding is strict and in chunks: a byte
 * that the encoding does not have is an error, never a replacement character.
 */
import { Problem } from '#shared/domain/problem.ts'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'cp932', 'windows-1252', 'euc-jp'] as const
export type Encoding = (typeof encodings)[number]

/** The encodings that are tried on a file that is neither marked nor UTF-8. */
export const legacyEncodings = ['cp932', 'windows-1252', 'euc-jp'] as const satisfies readonly Encoding[]

/** A map: of an object every name that all objects have, such as `constructor`, would be an encoding. */
const otherNames: ReadonlyMap<string, Encoding> = new Map(
  Object.entries({
    utf8: 'utf-8',
    utf16le: 'utf-16le',
    utf16be: 'utf-16be',
    sjis: 'cp932',
    shiftjis: 'cp932',
    ms932: 'cp932',
    windows31j: 'cp932',
    windows932: 'cp932',
    cp1252: 'windows-1252',
    latin1: 'windows-1252',
    iso88591: 'windows-1252',
    ansi: 'windows-1252',
    eucjp: 'euc-jp',
  } as const),
)

/** An encoding by the name that a person gives it. ENCODING_UNKNOWN where it is none of those that are read. */
export function encodingNamed(name: string): Encoding {
  const plain = name.trim().toLowerCase()
  const known = encodings.find((encoding) => encoding === plain)
  const other = known ?? otherNames.get(plain.replace(/[^a-z0-9]/g, ''))
  if (other === undefined) throw new Problem('ENCODING_UNKNOWN', { encoding: name, known: encodings })
  return other
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

export interface Mark {
  readonly encoding: Encoding
  /** Bytes to leave out before the text. */
  readonly length: number
}

/** The byte-order mark at the start of a file. */
export function markOf(start: Uint8Array): Mark | null {
  for (const [encoding, bytes] of marks)
    if (bytes.every((byte, index) => start[index] === byte)) return { encoding, length: bytes.length }
  return null
}

/** Decodes one file in chunks. Both functions throw where the bytes are not of the encoding. */
export interface Decoder {
  decode(chunk: Uint8Array): string
  /** Ends the file: throws where it stops within a character. */
  end(): string
}

export function decoderOf(encoding: Encoding): Decoder {
  if (encoding === 'windows-1252') return windows1252
  if (encoding === 'cp932') return new Cp932Decoder()
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  return { decode: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
}

/** Single bytes that Windows has in code page 932 beyond Shift_JIS. */
const windowsSingles = new Map([
  [0x80, '\u0080'],
  [0xa0, '\u00a0'],
  [0xfd, '\uf8f1'],
  [0xfe, '\uf8f2'],
  [0xff, '\uf8f3'],
])

/**
 * ICU's table behind `shift_jis` turns the control characters 1A, 1C and 7F in a circle (an old habit of one maker's PCs).
 * They are single bytes in this encoding, so the circle can be turned back; where a runtime has it right, nothing is done.
 */
const turned: ReadonlyMap<string, string> = new Map(
  new TextDecoder('shift_jis').decode(Uint8Array.of(0x1a)) === '\u001c'
    ? [
        ['\u001c', '\u001a'],
        ['\u007f', '\u001c'],
        ['\u001a', '\u007f'],
      ]
    : [],
)
function settleControls(text: string): string {
  if (![...turned.keys()].some((control) => text.includes(control))) return text
  return Array.from(text, (character) => turned.get(character) ?? character).join('')
}

/** Code page 932 as Windows has it: Shift_JIS with NEC's and IBM's characters, and five more single bytes. */
class Cp932Decoder implements Decoder {
  readonly #decoder = new TextDecoder('shift_jis', { fatal: true, ignoreBOM: true })
  /** The byte before was the first of two. */
  #withinPair = false

  decode(chunk: Uint8Array): string {
    let text = ''
    let start = 0
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0
      if (this.#withinPair) this.#withinPair = false
      else if ((byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc)) this.#withinPair = true
      else if (byte === 0x80 || byte === 0xa0 || byte >= 0xfd) {
        text += this.#decoder.decode(chunk.subarray(start, index), { stream: true }) + (windowsSingles.get(byte) ?? '')
        start = index + 1
      }
    }
    return settleControls(text + this.#decoder.decode(chunk.subarray(start), { stream: true }))
  }

  end(): string {
    return this.#decoder.decode()
  }
}

/** The characters of bytes 80 to 9F; empty where Windows-1252 has none. The rest is the same as in Unicode. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
/** Bytes that Windows-1252 does not define. Decoders let them pass as control characters: a file that holds one is not it. */
const undefinedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

const windows1252: Decoder = {
  decode(chunk) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const undefinedByte = undefinedBytes.find((byte) => bytes.includes(byte))
    if (undefinedByte !== undefined) throw new TypeError(`byte ${undefinedByte.toString(16)} is not in windows-1252`)
    return bytes
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (character) => upper[character.charCodeAt(0) - 0x80] ?? character)
  },
  end: () => '',
}

/** Bytes from the middle of a file that is valid in the encoding, for showing. */
export function sampleText(encoding: Encoding, bytes: Uint8Array): string {
  return decoderOf(encoding).decode(bytes)
}
