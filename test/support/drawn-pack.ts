/** The pages of a pack drawn in a browser as they are for printing, and their pictures. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { chromiumOrigin } from '#electron/assets.ts'
import { builtFolder } from '#electron/build.ts'
import { answer } from '#electron/chromium/print.ts'
import type { PrintJob } from '#electron/shell.ts'

/** Drawn and ready for paper; throws what the page says where it is not. */
export async function drawn(browser: Browser, job: PrintJob, window: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(window)
  await page.route('**/*', (route) => answer(route, builtFolder('renderer'), { printJob: job }))
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${chromiumOrigin}/print.html`)
  // On a machine that is busy with other tests the pages of a crowded pack take longer than a browser waits by itself.
  await page.locator('html[data-pack-ready]').waitFor({ state: 'attached', timeout: 120_000 })
  const refused = await page.evaluate(() => {
    const { packReady, packError } = document.documentElement.dataset
    return packReady === 'true' ? null : (packError ?? 'the page is not ready')
  })
  if (refused !== null) throw new Error(refused)
  return page
}

/** Half the size is enough to see that something moved, and blurs how an engine smooths its letters. */
const scale = 0.5

export interface PagePicture {
  /** The key of the page. */
  readonly key: string
  readonly png: Buffer
}

/** One picture a page, as it stands on the screen: with what is in its margins. */
export async function pagePictures(page: Page): Promise<PagePicture[]> {
  await page.emulateMedia({ media: 'screen' })
  const pictures: PagePicture[] = []
  for (const sheet of await page.locator('.pack-sheet').all()) {
    const taken = await sheet.screenshot({ animations: 'disabled' })
    const { width } = await sharp(taken).metadata()
    const png = await sharp(taken)
      .resize({ width: Math.round(width * scale) })
      .png({ palette: true, colours: 64, effort: 10, dither: 0 })
      .toBuffer()
    pictures.push({ key: (await sheet.getAttribute('data-page')) ?? 'sheet', png })
  }
  return pictures
}

/**
 * The pictures are made by the one engine whose version the lockfile pins, with its own libraries and our fonts: two runs of it
 * differ in nothing. (Chromium 156 set up to 7 % of a page otherwise than 153, since it rounds the breadth of letters in another
 * way.) What is let pass is how another processor may round a colour, and less than a short word.
 */
const colourTolerance = 24
export const mostDiffering = 0.0002

/** Which share of the picture differs, and between which heights; 1 where the sizes do. */
export async function differing(expected: Buffer, actual: Buffer): Promise<{ share: number; where: string }> {
  const [one, other] = await Promise.all([expected, actual].map(soft))
  if (one === undefined || other === undefined) throw new Error('two pictures are compared')
  const { width, height, channels } = one.info
  if (width !== other.info.width || Math.abs(height - other.info.height) > 2)
    return {
      share: 1,
      where: `${String(width)} × ${String(height)}, now ${String(other.info.width)} × ${String(other.info.height)}`,
    }
  const rows = Math.min(height, other.info.height)
  let count = 0
  let [first, last] = [rows, 0]
  for (let at = 0; at < rows * width; at += 1) {
    let most = 0
    for (let channel = 0; channel < channels; channel += 1) {
      const place = at * channels + channel
      most = Math.max(most, Math.abs((one.data[place] ?? 0) - (other.data[place] ?? 0)))
    }
    if (most <= colourTolerance) continue
    count += 1
    const row = Math.floor(at / width)
    first = Math.min(first, row)
    last = Math.max(last, row)
  }
  return {
    share: count / (rows * width),
    where: count === 0 ? '' : `rows ${String(first / scale)} to ${String(last / scale)}`,
  }
}

function soft(picture: Buffer) {
  return sharp(picture).removeAlpha().toColourspace('srgb').blur(0.8).raw().toBuffer({ resolveWithObject: true })
}
