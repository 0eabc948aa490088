/**
 * How the pages of the pack look, in both languages: a page that has changed is told, with its picture of now beside the kept one.
 * `npm run pictures -- pack` keeps those of now.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureBuilt } from '#electron/build.ts'
import { bundledBrowser } from '#electron/chromium/bundled-browser.ts'
import { packPictures, packPicturesFolder } from '#test/pictures/pack-pictures.ts'
import { differing, mostDiffering } from '#test/support/drawn-pack.ts'

/** Building the pages and starting a browser takes its time on a small machine. */
const slow = 240_000
const found = join(import.meta.dirname, '../../out/pack-pages')
const engine = process.platform === 'linux' ? await bundledBrowser() : undefined

test.skipIf(engine === undefined)(
  'no page has changed its look',
  async () => {
    await ensureBuilt({ what: ['renderer'], report: process.stderr })
    const changed: string[] = []
    const pictures = await packPictures()
    for (const { file, png } of pictures) {
      const name = basename(file)
      const { share, where } = existsSync(file)
        ? await differing(readFileSync(file), png)
        : { share: 1, where: 'is new' }
      if (share <= mostDiffering) continue
      mkdirSync(found, { recursive: true })
      writeFileSync(join(found, name), png)
      changed.push(`${name}: ${(share * 100).toFixed(2)} %, ${where} (now: out/pack-pages/${name})`)
    }
    expect(changed).toEqual([])
    expect(readdirSync(packPicturesFolder).sort()).toEqual(pictures.map(({ file }) => basename(file)).sort())
  },
  slow,
)
