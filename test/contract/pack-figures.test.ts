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
import { translate } from '#shared/locales/translate.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { figuresOf } from '#shared/pack-model/figures-of.ts'
import { figureFileName } from '#shared/pack-model/drawn-figure.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import { nothingFinished } from '#shared/domain/finishing.ts'
import { crowdedPack } from '#test/support/crowded-register.ts'
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

  it('come as SVG and PNG, each of them, named by number and key', () => {
    const names = files.map(({ name }) => name)
    const all = figuresOf(model).flatMap((figure) =>
      (['svg', 'png'] as const).map((kind) => figureFileName({ ...figure, part: null }, language, kind)),
    )
    expect([...new Set(names.map(wholeName))]).toEqual(all)
    expect(new Set(names).size).toBe(names.length)
    expect(names.slice(0, 2)).toEqual([`figure-01-tiles.${language}.svg`, `figure-01-tiles.${language}.png`])
  })

  it(
    'come in parts where a table is longer than a page: each with its heads, each row once',
    async () => {
      const crowded = buildPackModel(crowdedPack(7, language))
      const { number = 0 } = figuresOf(crowded).find(({ key }) => key === 'figures') ?? {}
      const parts = (
        await figureFiles(
          crowded,
          language,
          'figures',
          (job) => printer.print(job),
          ({ key }) => key === 'figures',
        )
      ).flatMap(({ name, content }) => (typeof content === 'string' ? [{ name, content }] : []))
      expect(parts.length).toBeGreaterThan(2)
      expect(parts.map(({ name }) => name)).toEqual(
        parts.map((_, index) => `figure-${String(number)}-figures-${String(index + 1)}.${language}.svg`),
      )
      const ids = parts.flatMap(({ content }) => [...content.matchAll(/>((?:K|KRI-)\d+u?)</g)].map(([, id]) => id))
      const page = crowded.pages.find(({ key }) => key === 'dataQuality')
      expect(ids).toEqual(page?.key === 'dataQuality' ? page.figures.data.map(({ id }) => id) : [])
      for (const { name, content } of parts) {
        expect(Number(/height="(\d+)"/.exec(content)?.[1]), name).toBeLessThan(1101)
        expect(squeezed(content), name).toContain(squeezed(translate(language)('paper.column.formula').slice(0, 2)))
      }
    },
    slow,
  )

  it(
    'are the same bytes when they are drawn again',
    async () => {
      expect(await draw()).toEqual(files)
    },
    slow,
  )

  it('are SVGs by themselves that say what they are, whose, how they may be handled and of which data', async () => {
    const page = await browser.newPage()
    const titles = new Map(
      figuresOf(model).map((figure) => [figureFileName({ ...figure, part: null }, language, 'svg'), figure.title]),
    )
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
      const title = titles.get(wholeName(name))
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

  it('keep the numbers of a list', () => {
    const methods = svgs().find(({ name }) => name.includes('methods'))?.content ?? ''
    const { methods: shown } = model.pages.find((page) => page.key === 'dataQuality') ?? { methods: null }
    const numbers = [...methods.matchAll(/>(\d+)\.</g)].map(([, number]) => Number(number))
    expect(numbers).toEqual(shown?.data.map((_, index) => index + 1))
    expect(numbers.length).toBeGreaterThan(3)
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

/** Of a part, the name of the whole. */
function wholeName(name: string): string {
  return name.replace(/-\d+(?=\.(ja|en)\.)/, '')
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
