/** The figures of a pack as files for slides: drawn from the printed pages in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser as Launched, chromium } from 'playwright-core'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import { type FigureFile, figureFiles } from '#electron/register/export/pack-figures.ts'
import { type Language, languages } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { figuresOf } from '#shared/pack-model/figures-of.ts'
import { figureFileName } from '#shared/pack-model/drawn-figure.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import { nothingFinished } from '#shared/domain/finishing.ts'
import { june, officeRegister, september } from '#test/support/office-register.ts'

const slow = 240_000
const assets = builtFolder('renderer')

function modelIn(language: Language): PackModel {
  return buildPackModel({
    snapshot: officeRegister(),
    asOf: september,
    cutOff: '2026-10-09T14:59:59.999Z',
    code: 'PACK-2026Q2',
    title: null,
    lockedAt: '2026-10-09T15:00:00.000Z',
    dataDigest: '5b1e90c47d2af3e8'.repeat(4),
    auditHead: '0f'.repeat(32),
    previous: {
      snapshot: officeRegister(),
      asOf: june,
      code: 'PACK-2026Q1',
      digest: 'cd'.repeat(32),
      schemaVersion: 1,
    },
    decisions: { asked: [], none: null },
    finishing: nothingFinished(officeRegister().organisation),
    history: [],
    packsBefore: 1,
    recordedLate: [],
    language,
    preparedBy: null,
    appVersion: '0.1.0',
    schemaVersion: 1,
    sample: true,
  })
}

let printer: ChromiumPrinter
let browser: Launched
beforeAll(async () => {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  const found = await findBrowser()
  printer = await ChromiumPrinter.start({ assets, browser: found })
  browser = await chromium.launch({ ...launchOptions(found), headless: true })
}, slow)
afterAll(async () => {
  await printer.close()
  await browser.close()
})

describe.each(languages)('figures of a pack, %s', (language) => {
  const model = modelIn(language)
  let files: readonly FigureFile[]
  const draw = () => figureFiles(model, language, 'figures', (job) => printer.print(job))
  const svgs = () => files.flatMap(({ name, content }) => (typeof content === 'string' ? [{ name, content }] : []))
  beforeAll(async () => {
    files = await draw()
  }, slow)

  it('come as SVG and PNG, named by number and key; what goes over pages is left to its file', () => {
    const names = files.map(({ name }) => name)
    const all = figuresOf(model).flatMap((figure) =>
      (['svg', 'png'] as const).map((kind) => figureFileName(figure, language, kind)),
    )
    expect(all.filter((name) => !names.includes(name)).map((name) => name.split('.')[0])).toEqual([
      'figure-23-figures',
      'figure-23-figures',
    ])
    expect(names.filter((name) => !all.includes(name))).toEqual([])
    expect(names.slice(0, 2)).toEqual([`figure-01-tiles.${language}.svg`, `figure-01-tiles.${language}.png`])
  })

  it(
    'are the same bytes when they are drawn again',
    async () => {
      expect(await draw()).toEqual(files)
    },
    slow,
  )

  it('are SVGs by themselves that say what they are, whose, how they may be handled and of which data', async () => {
    const page = await browser.newPage()
    const titles = new Map(figuresOf(model).map((figure) => [figureFileName(figure, language, 'svg'), figure.title]))
    for (const { name, content } of svgs()) {
      const found = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
        const root = parsed.documentElement
        return {
          broken: parsed.querySelector('parsererror')?.textContent ?? null,
          title: root.querySelector('title')?.textContent ?? '',
          words: [...root.querySelectorAll('text')].map((each) => each.textContent).join(' '),
          reaching: [...root.querySelectorAll('*')].flatMap((each) =>
            ['script', 'image', 'foreignObject', 'style', 'use', 'a'].includes(each.localName) ||
            each.getAttributeNames().some((attribute) => attribute.startsWith('on') || attribute.includes('href'))
              ? [each.localName]
              : [],
          ),
          unsized: [...root.querySelectorAll('text')].filter((each) => Number(each.getAttribute('font-size')) < 10.6)
            .length,
        }
      }, content)
      const title = titles.get(name)
      expect({ ...found, words: '', title: '' }, name).toEqual({
        broken: null,
        title: '',
        words: '',
        reaching: [],
        unsized: 0,
      })
      expect(found.title, name).toContain(title === undefined ? '?' : say(language, title))
      for (const said of [say(language, model.identity), say(language, model.standing), '取締役会限 Board only'])
        expect(squeezed(found.words), name).toContain(squeezed(said))
    }
    await page.close()
  })

  it('hold the heat map as it is printed: grounds, counts, codes and the line', () => {
    const map = svgs().find(({ name }) => name.includes('heat-map'))?.content ?? ''
    const codes = [...map.matchAll(/>(RSK-\d{4})</g)].map(([, code]) => code)
    expect(codes.sort()).toEqual(['RSK-0001', 'RSK-0002', 'RSK-0004'])
    expect(map).toContain('fill="#6ba6d2"')
    expect(map).toContain('stroke="#1a1f24" stroke-width="3"')
  })

  it('are pictures of twice the size', () => {
    const sizes = files.flatMap(({ name, content }) => {
      if (typeof content === 'string') return []
      const png = Buffer.from(content)
      const svg = svgs().find((each) => each.name === name.replace(/png$/, 'svg'))?.content ?? ''
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
      return [[name, png.readUInt32BE(16) - 2 * Number(width), png.readUInt32BE(20) - 2 * Number(height)]]
    })
    expect(sizes.filter(([, across, down]) => across !== 0 || down !== 0)).toEqual([])
    expect(sizes.length).toBeGreaterThan(25)
  })
})

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
