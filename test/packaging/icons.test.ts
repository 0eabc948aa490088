/** The icons that were drawn from resources/icons/*.svg (`npm run icons`), as the systems read them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../resources/icons')

/** Width and height of a PNG. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'))
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe.each(['daicho', 'register'])('%s', (name) => {
  test('as pictures of every size that Linux asks for', () => {
    const pictures = readdirSync(join(folder, `${name}-png`)).sort()
    expect(pictures).toEqual(
      [16, 24, 32, 48, 64, 128, 256, 512].map((size) => `${String(size)}x${String(size)}.png`).sort(),
    )
    for (const picture of pictures) {
      const size = Number(picture.split('x')[0])
      expect(sizeOf(readFileSync(join(folder, `${name}-png`, picture)))).toEqual([size, size])
    }
  })

  test('as an ICO with the sizes of Windows', () => {
    const ico = readFileSync(join(folder, `${name}.ico`))
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1])
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + 16 * index)
    // A width of 256 is written as 0.
    expect(entries.map((at) => ico.readUInt8(at) || 256).sort((one, other) => one - other)).toEqual([
      16, 24, 32, 48, 64, 128, 256,
    ])
    for (const at of entries)
      expect(ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8)).toBeLessThanOrEqual(ico.length)
  })

  test('as an ICNS with plain and dense sizes up to 1024', () => {
    const icns = readFileSync(join(folder, `${name}.icns`))
    expect(icns.subarray(0, 4).toString('latin1')).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const types: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      types.push(icns.subarray(at, at + 4).toString('latin1'))
    expect(types.sort()).toEqual(
      ['TOC ', 'ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14', 'icp4', 'icp5'].sort(),
    )
  })
})
