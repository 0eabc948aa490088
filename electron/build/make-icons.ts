// `npm run icons`: draws resources/icons/*.svg as PNG at every size, and packs them as ICO (Windows) and ICNS (macOS). The
// results are committed, so that packing needs no browser. Up to 32 pixels the -small drawing is used.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IconIcns, IconIco } from '@shockpkg/icon-encoder'
import { chromium, type Page } from 'playwright-core'
import { findBrowser } from '../chromium/find-browser.ts'
import { launchOptions } from '../chromium/launch-options.ts'

const folder = join(import.meta.dirname, '../../resources/icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const
const largestSmall = 32
const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const
/** Types of Apple's container, by what is drawn: each size for plain and for dense screens. */
const icnsTypes = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
} as const
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const

async function draw(page: Page, name: string, size: number): Promise<Buffer> {
  const file = join(folder, `${name}${size <= largestSmall ? '-small' : ''}.svg`)
  const picture = Buffer.from(readFileSync(file)).toString('base64')
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>*{margin:0}img{display:block}</style><img src="data:image/svg+xml;base64,${picture}" width="${String(size)}" height="${String(size)}">`,
  )
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  return page.screenshot({ omitBackground: true })
}

async function make(page: Page, name: string): Promise<void> {
  const drawn = new Map<number, Buffer>()
  for (const size of sizes) drawn.set(size, await draw(page, name, size))
  const png = (size: number) => {
    const picture = drawn.get(size)
    if (picture === undefined) throw new Error(`${name} was not drawn at ${String(size)}`)
    return picture
  }
  const ico = new IconIco()
  for (const size of icoSizes) await ico.addFromPng(png(size))
  writeFileSync(join(folder, `${name}.ico`), ico.encode())
  const icns = new IconIcns()
  icns.toc = true
  for (const [type, size] of Object.entries(icnsTypes)) await icns.addFromPng(png(size), [type])
  writeFileSync(join(folder, `${name}.icns`), icns.encode())
  const pictures = join(folder, `${name}-png`)
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures)
  for (const size of linuxSizes) writeFileSync(join(pictures, `${String(size)}x${String(size)}.png`), png(size))
}

const browser = await chromium.launch(launchOptions(await findBrowser()))
try {
  const page = await browser.newPage()
  for (const name of ['daicho', 'register']) await make(page, name)
} finally {
  await browser.close()
}
