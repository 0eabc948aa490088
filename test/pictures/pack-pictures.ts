/** Pictures of all pages of the pack at fixed data in both languages, by the pinned engine, and where they are kept. */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { bundledBrowser } from '#electron/chromium/bundled-browser.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import { languages } from '#shared/domain/text.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { crowdedPack } from '#test/support/crowded-register.ts'
import { drawn, pagePictures } from '#test/support/drawn-pack.ts'

export const packPicturesFolder = join(import.meta.dirname, '../fixtures/pack-pages')

/** So many records of everything: each list has rows, and most have more than they show. */
const records = 7

export interface PackPicture {
  readonly file: string
  readonly png: Buffer
}

export async function packPictures(): Promise<readonly PackPicture[]> {
  const engine = await bundledBrowser()
  if (engine === undefined) throw new Error('the engine that npm brings along runs on Linux only')
  const browser = await chromium.launch({ ...launchOptions(engine), headless: true })
  try {
    const pictures: PackPicture[] = []
    for (const language of languages) {
      const model = buildPackModel(crowdedPack(records, language))
      const page = await drawn(browser, { kind: 'pack', model, language, title: language })
      for (const { key, png } of await pagePictures(page))
        pictures.push({ file: join(packPicturesFolder, `${key}-${language}.png`), png })
      await page.close()
    }
    return pictures
  } finally {
    await browser.close()
  }
}
