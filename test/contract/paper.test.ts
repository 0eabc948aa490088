/**
 * Real prints of the sample register: the same bytes again in the same process, in another one, and whatever the window is like;
 * and every kind of sheet as good paper, in both languages. In greyscale the grounds of bars and bands can still be told apart.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser as Launched, chromium, type BrowserContextOptions } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import { printAttestation } from '#electron/register/attestation/attestation-print.ts'
import { finishPdf } from '#electron/register/export/finish-pdf.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { allPacks } from '#electron/register/packs.ts'
import { printScreen } from '#electron/register/printing.ts'
import { writeAccount } from '#electron/register/readiness/account-files.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { openRegister, realSurroundings, type Register } from '#electron/register/store/register-file.ts'
import { currentState } from '#electron/register/store/replay.ts'
import type { PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { type Language, languages } from '#shared/domain/text.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import { crowdedPack } from '#test/support/crowded-register.ts'
import { drawn } from '#test/support/drawn-pack.ts'
import { folderOfFile } from '#test/support/file-folder.ts'
import { paperFaults } from '#test/support/paper-faults.ts'

/** Building the pages and the sample and starting browsers takes its time on a small machine. */
const slow = 240_000
const file = join(folderOfFile(), 'sample.daicho')
let register: Register
let printer: ChromiumPrinter
let browser: Launched
beforeAll(async () => {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  await buildSample(file, { day: '2026-11-23', language: 'ja' })
  register = openRegister(file, {
    surroundings: { ...realSurroundings(() => '', 'test'), clock: () => '2026-11-23T03:00:00.000Z' },
    mode: 'read',
  })
  const found = await findBrowser()
  printer = await ChromiumPrinter.start({ assets: builtFolder('renderer'), browser: found })
  browser = await chromium.launch({ ...launchOptions(found), headless: true })
}, slow)
afterAll(async () => {
  await printer.close()
  await browser.close()
  register.close()
})

const sha = 'ab'.repeat(32)
const finished = (printed: Uint8Array, language: Language) =>
  finishPdf(printed, {
    title: 'Reiwa',
    author: 'Reiwa',
    subject: 'Reiwa',
    keywords: [sha],
    language,
    at: '2026-10-20T01:02:03.000Z',
    id: sha,
  })

const windows: Readonly<Record<string, BrowserContextOptions>> = {
  'of 500 pixels': { viewport: { width: 500, height: 700 } },
  'of 1400 pixels in a dark theme': { viewport: { width: 1400, height: 900 }, colorScheme: 'dark' },
  // What a zoom of 200 % is to a page: half the room, twice the points of the screen.
  'of 1400 pixels at 200 %': { viewport: { width: 700, height: 450 }, deviceScaleFactor: 2 },
}

test(
  'a locked pack has the same bytes again in one process, in another, and whatever the window is like',
  async () => {
    const language = 'ja'
    const model = buildPackModel(packInput(register, allPacks(register).at(-1) ?? null, language, '0.1.0'))
    const job = { kind: 'pack', model, language, title: 'Reiwa' } as const
    const prints = new Map<string, Uint8Array>()
    prints.set('first', await finished(await printer.print(job), language))
    await printer.print({ ...job, model: buildPackModel(crowdedPack(1, 'en')), language: 'en' })
    prints.set('again', await finished(await printer.print(job), language))
    for (const [name, window] of Object.entries(windows)) {
      const page = await drawn(browser, job, window)
      const raw = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
      prints.set(name, await finished(raw, language))
      await page.close()
    }
    const [first = new Uint8Array()] = prints.values()
    expect([...prints].filter(([, bytes]) => !Buffer.from(first).equals(bytes)).map(([name]) => name)).toEqual([])
    expect(await paperFaults(first)).toEqual([])
  },
  slow,
)

describe.each(languages)('%s', (language) => {
  const state = () => currentState(register.read)
  const print: Parameters<typeof printAttestation>[2] = (job) => printer.print(job)

  test(
    'the sheet of an executive, the account to the outside and a list are good paper',
    async () => {
      const folder = folderOfFile()
      const executive = state().posts.find(({ kind }) => kind === 'executive')
      const [account] = state().outwardAccounts
      const list: PrintedSheet = {
        title: '髙橋 﨑山 𠮷田 ① Ⅳ Δ 〜',
        note: '2 / 2',
        conditions: ['①'],
        orientation: 'landscape',
        blocks: [
          {
            kind: 'table',
            columns: [
              { title: 'コード', share: 1, end: false },
              { title: 'Δ', share: 1, end: true },
            ],
            rows: [
              { kind: 'group', text: 'Ⅳ' },
              { kind: 'row', cells: ['SYS-0001', '〜'] },
            ],
          },
          { kind: 'heading', text: '②' },
          { kind: 'fields', rows: [{ label: '㈱', value: '﨑' }] },
        ],
      }
      const paths = [
        await printAttestation(register, { postId: executive?.id ?? '', language, folder }, print),
        join(folder, await writeAccount(register, { id: account?.id ?? '', language, format: 'pdf', folder }, print)),
        await printScreen(register, { sheet: list, language, folder }, print),
      ]
      for (const path of paths) expect([path, await paperFaults(readFileSync(path))]).toEqual([path, []])
    },
    slow,
  )
})

/** A ground of a bar or of a band on the page, with the one beside it. */
interface Ground {
  readonly name: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Runs in the page: neighbours in one drawing, and one cell of each band. */
function groundsOf(): readonly (readonly [Ground, Ground])[] {
  const box = (element: Element, name: string): Ground => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { name, left: left + scrollX, top: top + scrollY, width, height }
  }
  const pairs: (readonly [Ground, Ground])[] = []
  for (const drawing of document.querySelectorAll('svg')) {
    const figure = drawing.closest('.pack-figure')?.querySelector('.pack-figure-title')?.textContent ?? ''
    const rectangles = [...drawing.querySelectorAll(':scope g.chart-mark > rect:first-child')].map((rectangle) =>
      box(rectangle, `${figure} ${rectangle.getAttribute('fill') ?? ''}`),
    )
    for (const one of rectangles)
      for (const other of rectangles) {
        const beside = Math.abs(one.left + one.width - other.left) < 2 && Math.abs(one.top - other.top) < 2
        const over = Math.abs(one.top + one.height - other.top) < 2 && Math.abs(one.left - other.left) < 2
        const large = Math.min(one.width, one.height, other.width, other.height) >= 8
        if (one !== other && (beside || over) && large) pairs.push([one, other])
      }
  }
  const bands = [1, 2, 3, 4].map((band) => document.querySelector(`td.heat-map-band-${String(band)}`))
  bands.forEach((cell, index) => {
    const next = bands[index + 1]
    if (cell && next) pairs.push([box(cell, `band ${String(index + 1)}`), box(next, `band ${String(index + 2)}`)])
  })
  return pairs
}

test(
  'in greyscale neighbouring grounds differ in lightness or in pattern',
  async () => {
    const model: PackModel = buildPackModel(crowdedPack(40, 'en'))
    const page = await drawn(browser, { kind: 'pack', model, language: 'en', title: 'grey' })
    const pairs = await page.evaluate(groundsOf)
    const grey = await sharp(await page.screenshot({ fullPage: true }))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    await page.close()
    /** Mean lightness and how far its pixels lie from it: a pattern has more of the second. Edges are left out. */
    const look = ({ left, top, width, height }: Ground) => {
      const values: number[] = []
      for (let y = Math.ceil(top + 2); y < top + height - 2; y += 1)
        for (let x = Math.ceil(left + 2); x < left + width - 2; x += 1)
          values.push(grey.data[(y * grey.info.width + x) * grey.info.channels] ?? 0)
      const mean = values.reduce((sum, each) => sum + each, 0) / values.length
      return { mean, spread: Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length) }
    }
    const alike = pairs.filter(([one, other]) => {
      const [a, b] = [look(one), look(other)]
      return Math.abs(a.mean - b.mean) < 10 && Math.abs(a.spread - b.spread) < 8
    })
    expect(pairs.length).toBeGreaterThan(20)
    expect(alike.map(([one, other]) => `${one.name} | ${other.name}`)).toEqual([])
  },
  slow,
)
