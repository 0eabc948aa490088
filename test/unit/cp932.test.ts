/** What code page 932 holds, over all of Unicode: what is written is what Windows writes, and what is read again is what was written. */
import { expect, test } from 'vitest'
import { cp932Bytes, unheldIn } from '#electron/register/export/cp932.ts'
import { decoderOf } from '#electron/register/import/encodings.ts'

const read = (bytes: Uint8Array) => {
  const decoder = decoderOf('cp932')
  return decoder.decode(bytes) + decoder.end()
}
const hex = (text: string) => Buffer.from(cp932Bytes(text)).toString('hex')

test('every character of Unicode is held and comes back, or is named', () => {
  let held = 0
  const wrong: string[] = []
  for (let point = 0; point <= 0x10ffff; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue
    const character = String.fromCodePoint(point)
    const named = [...unheldIn(character)]
    if (named.length === 0) {
      held += 1
      if (read(cp932Bytes(character)) !== character) wrong.push(character)
    } else if (named[0] !== character || hex(character) !== '81ac') wrong.push(character)
  }
  expect(wrong).toEqual([])
  // 128 of ASCII, 63 half-width kana, 6,879 of JIS X 0208, 83 − 9 of NEC's row 13, 388 − 15 of IBM's: less what stands in those before.
  expect(held).toBe(128 + 63 + 6879 + 74 + 373)
})

test('the bytes are those of Windows, where a character has several', () => {
  const bytes = {
    '～': '8160',
    '∥': '8161',
    '－': '817c',
    '￠': '8191',
    '￡': '8192',
    '￢': '81ca',
    '∵': '81e6',
    '∪': '81be',
    '①': '8740',
    Ⅲ: '8756',
    '㈱': '878a',
    ⅲ: 'fa42',
    髙: 'fbfc',
    﨑: 'fab1',
    ｶ: 'b6',
    '〓': '81ac',
    '\u0000\t~\\': '00097e5c',
  }
  expect(Object.fromEntries(Object.keys(bytes).map((text) => [text, hex(text)]))).toEqual(bytes)
})

test('what looks alike and is another character is named, not passed off', () => {
  expect([...unheldIn('〜‖−é𠮷田㋿①髙橋¥')]).toEqual(['〜', '‖', '−', 'é', '𠮷', '㋿', '¥'])
  expect(read(cp932Bytes('〜é𠮷田'))).toBe('〓〓〓田')
})
