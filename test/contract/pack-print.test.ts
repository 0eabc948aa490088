/** The pages of the pack in a real browser and on paper: built pages, real fonts, real PDF. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type Browser as Launched, chromium, type Page } from 'playwright-core'
import { chromiumOrigin } from '#electron/assets.ts'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import { answer, ChromiumPrinter } from '#electron/chromium/print.ts'
import { printPatience } from '#electron/print-page.ts'
import { sheetsOf } from '#electron/register/export/printed-sheets.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { allPacks } from '#electron/register/packs.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { declareRequirementsNotApplicable } from '#electron/register/requirements/answers.ts'
import { adoptShipped } from '#electron/register/requirements/adopt.ts'
import { heldPacks } from '#electron/register/requirements/held.ts'
import { shippedPacks } from '#electron/register/requirements/shipped-packs.ts'
import { openRegister, realSurroundings, type Register } from '#electron/register/store/register-file.ts'
import { currentState } from '#electron/register/store/replay.ts'
import type { PrintJob } from '#electron/shell.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { type Language, languages } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { PackInput, PackModel } from '#shared/pack-model/pages.ts'
import {
  action,
  assessment,
  control,
  register,
  risk,
  riskOwner,
  system,
  unit,
} from '#test/support/hand-made-register.ts'
import { folderOfFile } from '#test/support/file-folder.ts'
import { drawn } from '#test/support/drawn-pack.ts'
import { layoutFaults } from '#test/support/layout-faults.ts'
import { inOneLanguage } from '#test/support/one-language.ts'
import { june, officeRegister, september } from '#test/support/office-register.ts'
import { type PdfFacts, pdfFacts } from '#test/support/pdf-facts.ts'
import { nothingFinished } from '#shared/domain/finishing.ts'

/** Building the pages and starting a browser takes its time on a small machine. */
const slow = 240_000
const assets = builtFolder('renderer')
const digest = '5b1e90c47d2af3e8'.repeat(4)

function packOf(snapshot: RegisterState, given: Partial<PackInput> = {}): PackModel {
  return buildPackModel({
    snapshot,
    asOf: september,
    cutOff: '2026-10-09T14:59:59.999Z',
    code: 'PACK-2026Q2',
    title: null,
    lockedAt: '2026-10-09T15:00:00.000Z',
    dataDigest: digest,
    auditHead: '0f'.repeat(32),
    previous: null,
    decisions: { asked: [], none: null },
    history: [],
    packsBefore: 0,
    recordedLate: [],
    finishing: nothingFinished(snapshot.organisation),
    language: 'ja',
    preparedBy: 'リスク管理部',
    appVersion: '0.1.0',
    schemaVersion: 1,
    sample: false,
    ...given,
  })
}

const endless = { ja: '終わりのない名称'.repeat(1250), en: 'Endless'.repeat(1400) }
const models: Readonly<Record<string, PackModel>> = {
  'no system, a draft': packOf(register(), { code: null, lockedAt: null, dataDigest: null, auditHead: null }),
  'a second pack of a small office': packOf(officeRegister(), {
    sample: true,
    previous: {
      snapshot: officeRegister(),
      asOf: june,
      code: 'PACK-2026Q1',
      digest: 'cd'.repeat(32),
      schemaVersion: 1,
    },
  }),
  'names without end': packOf(
    register({
      units: [unit('UNT-1', { name: endless })],
      systems: [system('SYS-0001', { name: endless, unitId: 'UNT-1' })],
      risks: Array.from({ length: 12 }, (_, index) => risk(`RSK-${String(index)}`, { name: endless })),
      assessments: Array.from({ length: 12 }, (_, index) =>
        assessment(`RSK-${String(index)}`, 'residual', 5, 5, september),
      ),
      assignments: [riskOwner('RSK-1', 'PSN-1')],
      controls: [control('CTL-1', { name: endless, riskIds: ['RSK-1'] })],
      actions: [action('ACT-1', '2026-01-01', { name: endless })],
    }),
  ),
}
const cases = Object.keys(models).flatMap((name) => languages.map((language) => ({ name, language })))

const jobOf = (name: string, language: Language): PrintJob => ({
  kind: 'pack',
  model: models[name],
  language,
  title: `${name} ${language}`,
})
const modelOf = (name: string): PackModel => {
  const model = models[name]
  if (!model) throw new Error(`no model ${name}`)
  return model
}
const squeezed = (text: string) => text.replace(/\s+/g, '')

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

describe.each(cases)('on paper: $name, $language', ({ name, language }) => {
  let facts: PdfFacts
  let raw: Uint8Array
  beforeAll(async () => {
    raw = await printer.print(jobOf(name, language))
    facts = await pdfFacts(raw)
  }, slow)

  it('tells how many sheets each page takes: one across, and upright as many as are left', async () => {
    const sheets = await sheetsOf(raw, modelOf(name))
    const upright = facts.pages.filter((page) => page.startsWith('portrait')).length
    expect(upright).toBeGreaterThan(1)
    expect(sheets).toEqual(
      modelOf(name).pages.map(({ key, orientation }) => ({
        page: key,
        sheets: orientation === 'landscape' ? 1 : upright,
      })),
    )
    await expect(sheetsOf(raw, { ...modelOf(name), pages: modelOf(name).pages.slice(1) })).resolves.toBeNull()
  })

  it('has one sheet for each page across, and the last one upright', () => {
    const across = modelOf(name).pages.filter(({ orientation }) => orientation === 'landscape').length
    const upright = facts.pages.length - across
    expect(upright).toBeGreaterThanOrEqual(1)
    expect(facts.pages).toEqual([
      ...Array.from({ length: across }, () => 'landscape 297 × 210'),
      ...Array.from({ length: upright }, () => 'portrait 210 × 297'),
    ])
  })

  it('has an outline of the page titles, tags and its language', () => {
    expect(facts.outline.map(squeezed)).toEqual(modelOf(name).pages.map((page) => squeezed(say(language, page.title))))
    expect({ tagged: facts.tagged, language: facts.language }).toEqual({ tagged: true, language })
  })

  it('has every font embedded, none as Type 3, all of them readable', () => {
    expect(facts.fonts.length).toBeGreaterThan(0)
    expect(facts.fonts.filter((font) => font.type !== 'CIDFontType2' || !font.embedded || !font.readable)).toEqual([])
  })

  it('says on every page whose it is, how it may be handled, what state it has and its number', () => {
    const model = modelOf(name)
    const missing = facts.text.flatMap((text, index) =>
      [
        model.organisation[language] ?? '',
        say(language, model.heading),
        '取締役会限 Board only',
        say(language, model.identity),
        say(language, model.standing),
        `${String(index + 1)} / ${String(facts.pages.length)}`,
      ].filter((words) => !text.includes(squeezed(words))),
    )
    expect(missing).toEqual([])
  })

  it('leaves no letter without its character', () => {
    expect(facts.text.join('').split('\ufffd').length - 1).toBe(0)
  })
})

async function opened(name: string, language: Language): Promise<Page> {
  const page = await browser.newPage()
  await page.route('**/*', (route) => answer(route, assets, { printJob: jobOf(name, language) }))
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${chromiumOrigin}/print.html`)
  await page.locator('html[data-pack-ready]').waitFor({ state: 'attached' })
  return page
}

describe.each(cases)('in the browser: $name, $language', ({ name, language }) => {
  it(
    'is ready, nothing is wider than its page, figures are numbered through, charts are drawn, drawings and tables named',
    async () => {
      const page = await opened(name, language)
      const found = await page.evaluate(() => {
        const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
        return {
          ready: document.documentElement.dataset['packReady'],
          tooWide: all('.pack-sheet').flatMap((sheet) =>
            sheet.scrollWidth > sheet.clientWidth ? [sheet.dataset['page']] : [],
          ),
          figures: all('.pack-figure-title > span[id]').flatMap((title) => /\d+/.exec(title.textContent) ?? []),
          undrawn: all('[data-chart-marks]').filter(
            (chart) => chart.querySelectorAll('svg .chart-mark').length !== Number(chart.dataset['chartMarks']),
          ).length,
          leftBehind: all('[id^="recharts_measurement"]').length,
          withoutName: all('[role="img"]').filter((drawing) => drawing.ariaLabel?.trim() === '').length,
          tablesWithoutHead: all('table').filter((table) => table.querySelector('th[scope]') === null).length,
          headsWithoutScope: all('th:not([scope])').length,
          headings: all('h1, h2, h3').map((heading) => heading.tagName),
        }
      })
      await page.close()
      const figures = found.figures.map(Number)
      expect({ ...found, figures: figures.length > 0 }).toEqual({
        ready: 'true',
        tooWide: [],
        figures: true,
        undrawn: 0,
        leftBehind: 0,
        withoutName: 0,
        tablesWithoutHead: 0,
        headsWithoutScope: 0,
        headings: modelOf(name).pages.map(() => 'H1'),
      })
      expect(figures).toEqual(figures.map((_, index) => index + 1))
    },
    slow,
  )
})

/** The register taken further; closed with the tests. */
function withEveryPack(file: string): Register {
  const register = openRegister(file, { surroundings: realSurroundings(() => randomUUID(), 'test'), mode: 'write' })
  closing.push(() => register.close())
  const held = new Set(heldPacks(register.read).map(({ packId }) => packId))
  for (const pack of shippedPacks()) if (pack.supersededBy === null && !held.has(pack.id)) adoptShipped(register, pack)
  const [approver] = currentState(register.read).people
  declareRequirementsNotApplicable(register, {
    places: Array.from({ length: 12 }, (_, index) => ({
      packId: 'RMF',
      packVersion: '1.0',
      itemId: `RMF-MEASURE-2.${String(index + 1)}`,
      systemId: null,
    })),
    reason: '当社が開発も提供もしていないモデルに関する項目であり、委託先の責任で行われ、契約で確かめているため',
    approverPersonId: approver?.id ?? '',
  })
  return register
}
const closing: (() => void)[] = []
afterAll(() => {
  for (const close of closing) close()
})

describe.each(languages)('the sample, %s', (language) => {
  const file = join(folderOfFile(), 'sample.daicho')
  let inputs: readonly PackInput[]
  let drafts: PackModel
  let locked: PackModel
  /** Held against every pack there is, with more items set aside than the page has room for. */
  let crowded: PackModel
  beforeAll(async () => {
    await buildSample(file, { day: '2026-11-23', language })
    const opened = openRegister(file, { surroundings: realSurroundings(() => '', 'test'), mode: 'read' })
    inputs = [null, allPacks(opened).at(-1) ?? null].map((pack) => packInput(opened, pack, language, '0.1.0'))
    ;[drafts, locked] = inputs.map((input) => buildPackModel(input)) as [PackModel, PackModel]
    opened.close()
    crowded = buildPackModel(packInput(withEveryPack(file), null, language, '0.1.0'))
  }, slow)

  it(
    'fills no page beyond its sheet',
    async () => {
      for (const model of [locked, drafts, crowded]) {
        const { pages } = await pdfFacts(await printer.print({ kind: 'pack', model, language, title: 'sample' }))
        // A page across that ran over would be one more of them; upright ones may run on.
        const across = model.pages.filter(({ orientation }) => orientation === 'landscape').length
        expect(pages.filter((each) => each.startsWith('landscape')).length).toBe(across)
      }
    },
    slow,
  )

  it.skipIf(language === 'en')(
    'stays whole with English beneath',
    async () => {
      for (const input of inputs) {
        const model = buildPackModel({ ...input, bilingual: true })
        const page = await drawn(browser, { kind: 'pack', model, language, title: 'sample' })
        expect((await page.evaluate(layoutFaults)).faults).toEqual([])
        expect(await inOneLanguage(page)).toEqual([])
        await page.close()
      }
    },
    slow,
  )
})

test.each(languages)(
  'a status is a word, never a colour alone (%s)',
  async (language) => {
    const { text } = await pdfFacts(await printer.print(jobOf('a second pack of a small office', language)))
    const words = ['status.within', 'status.warning', 'status.breach', 'executiveState.vacant', 'paper.tierUnset'].map(
      (key) => squeezed(translate(language)(key)),
    )
    expect(words.filter((word) => !text.join('').includes(word))).toEqual([])
  },
  slow,
)

test(
  'names in rare letters print and are found again',
  async () => {
    const name = { ja: '髙橋 﨑山 𠮷田 ① Ⅳ Δ ㈱ 〜', en: null }
    const model = packOf(register({ systems: [system('SYS-0001', { name })] }))
    const facts = await pdfFacts(await printer.print({ kind: 'pack', model, language: 'ja', title: 'rare' }))
    expect(facts.text.join('')).toContain(squeezed(name.ja))
    expect(facts.fonts.filter((font) => font.type !== 'CIDFontType2' || !font.embedded)).toEqual([])
  },
  slow,
)

test(
  'a job that is no pack is refused with a reason',
  async () => {
    const job = { kind: 'pack', model: { pages: null }, language: 'ja', title: 'broken' } as const
    await expect(printer.print(job)).rejects.toMatchObject({ code: 'PRINT_FAILED' })
  },
  slow,
)

test(
  'a page that fails while it is drawn is told at once, not when patience is used up',
  async () => {
    const model = packOf(register({}))
    const job = {
      kind: 'pack',
      model: { ...model, pages: [{ key: 'summary' }] },
      language: 'ja',
      title: 'broken',
    } as const
    const began = performance.now()
    await expect(printer.print(job)).rejects.toMatchObject({
      code: 'PRINT_FAILED',
      facts: { detail: expect.stringMatching(/undefined/) as string },
    })
    expect(performance.now() - began).toBeLessThan(printPatience / 2)
  },
  slow,
)
