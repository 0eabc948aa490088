import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoderOf, type Encoding, encodingNamed, encodings, markOf } from '#electron/register/import/encodings.ts'
import { Problem } from '#shared/domain/problem.ts'

/** Decodes in chunks of the given lengths, the last of which repeats. */
function decoded(encoding: Encoding, bytes: Uint8Array, lengths: readonly number[] = [bytes.length || 1]): string {
  const decoder = decoderOf(encoding)
  let text = ''
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const length = lengths[Math.min(index, lengths.length - 1)] ?? 1
    text += decoder.decode(bytes.subarray(at, at + length))
    at += length
  }
  return text + decoder.end()
}

describe('names of encodings', () => {
  test.each([
    ['UTF-8', 'utf-8'],
    ['utf8', 'utf-8'],
    ['Shift_JIS', 'cp932'],
    ['sjis', 'cp932'],
    ['Windows-31J', 'cp932'],
    ['CP932', 'cp932'],
    ['cp1252', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['UTF-16LE', 'utf-16le'],
    ['EUC-JP', 'euc-jp'],
  ])('%s is %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding)
  })

  test('any other is refused with those that are known', () => {
    expect(() => encodingNamed('koi8-r')).toThrow(
      new Problem('ENCODING_UNKNOWN', { encoding: 'koi8-r', known: encodings }),
    )
  })
})

test.each([
  [[0xef, 0xbb, 0xbf, 0x41], { encoding: 'utf-8', length: 3 }],
  [[0xff, 0xfe, 0x41, 0x00], { encoding: 'utf-16le', length: 2 }],
  [[0xfe, 0xff, 0x00, 0x41], { encoding: 'utf-16be', length: 2 }],
  [[0x41, 0xef, 0xbb, 0xbf], null],
])('the mark of %j', (bytes, mark) => {
  expect(markOf(Uint8Array.from(bytes))).toEqual(mark)
})

describe('code page 932 as Windows has it', () => {
  test.each([
    ['NEC row 13 and IBM extensions', [0x87, 0x40, 0xfb, 0xfc, 0xfa, 0xb1, 0xed, 0xee], '①髙﨑濵'],
    ['the wave dash of Windows', [0x81, 0x60, 0x81, 0x7c, 0x81, 0x61], '～－∥'],
    ['ASCII with backslash and tilde', [0x5c, 0x7e], '\\~'],
    ['half-width katakana', [0xb1, 0xb2, 0xb3], 'ｱｲｳ'],
    ['control characters', [0x1a, 0xb1, 0x1c, 0x7f, 0x09], '\u001aｱ\u001c\u007f\t'],
    ['five more single bytes', [0x80, 0xa0, 0xfd, 0xfe, 0xff], '\u0080\u00a0\uf8f1\uf8f2\uf8f3'],
    ['the same bytes as second ones', [0x83, 0x80, 0x83, 0xa0], 'ムΒ'],
  ])('%s', (_, bytes, text) => {
    expect(decoded('cp932', Uint8Array.from(bytes))).toBe(text)
  })

  test.each([
    ['a first byte without its second', [0x41, 0x83]],
    ['a second byte that is none', [0x83, 0x20]],
  ])('refuses %s', (_, bytes) => {
    expect(() => decoded('cp932', Uint8Array.from(bytes))).toThrow(TypeError)
  })
})

describe('Windows-1252', () => {
  test('has the characters of bytes 80 to 9F', () => {
    const bytes = Uint8Array.from([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9f, 0xa0, 0xe9, 0xff])
    expect(decoded('windows-1252', bytes)).toBe('€…‘’“”•–—™Ÿ\u00a0éÿ')
  })

  test.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])('does not have byte %i', (byte) => {
    expect(() => decoded('windows-1252', Uint8Array.of(0x41, byte))).toThrow(TypeError)
  })
})

test.each([
  ['utf-8', [0xc0, 0x80]],
  ['utf-8', [0xed, 0xa0, 0x80]],
  ['utf-8', [0xe3, 0x81]],
  ['utf-16le', [0x00, 0xd8, 0x41, 0x00]],
  ['utf-16be', [0x00, 0x41, 0x00]],
  ['euc-jp', [0xa4]],
  ['euc-jp', [0xff]],
] as const)('%s refuses %j', (encoding, bytes) => {
  expect(() => decoded(encoding, Uint8Array.from(bytes))).toThrow(TypeError)
})

test('a character may be cut anywhere between two chunks', () => {
  const samples: Record<Encoding, Uint8Array> = {
    'utf-8': new TextEncoder().encode('台帳 AI 𠮷野家 é'),
    'utf-16le': Buffer.from('台帳 𠮷 A', 'utf16le'),
    'utf-16be': Buffer.from('台帳 𠮷 A', 'utf16le').swap16(),
    cp932: Uint8Array.from([0x91, 0xe4, 0x92, 0xa0, 0x80, 0x1a, 0x83, 0x5c, 0xb1, 0xfb, 0xfc, 0xa0, 0x41]),
    'windows-1252': Uint8Array.from([0x41, 0x92, 0xe9]),
    'euc-jp': Uint8Array.from([0xc2, 0xe6, 0xc4, 0xa2, 0x8f, 0xb0, 0xa1, 0x8e, 0xb1, 0x41]),
  }
  fc.assert(
    fc.property(
      fc.constantFrom(...encodings),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 20 }),
      (encoding, lengths) => {
        expect(decoded(encoding, samples[encoding], lengths)).toBe(decoded(encoding, samples[encoding]))
      },
    ),
  )
})

test('whatever text UTF-8 and UTF-16 can hold comes back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      (text, lengths) => {
        expect(decoded('utf-8', new TextEncoder().encode(text), lengths)).toBe(text)
        expect(decoded('utf-16le', Buffer.from(text, 'utf16le'), lengths)).toBe(text)
        expect(decoded('utf-16be', Buffer.from(text, 'utf16le').swap16(), lengths)).toBe(text)
      },
    ),
  )
})

test('bytes that Windows-1252 defines come back as their one character', () => {
  const known = Array.from({ length: 256 }, (_, byte) => byte).filter(
    (byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte),
  )
  const characters = known.map((byte) => decoded('windows-1252', Uint8Array.of(byte)))
  expect(new Set(characters).size).toBe(known.length)
  expect(characters.every((character) => character.length === 1)).toBe(true)
})
