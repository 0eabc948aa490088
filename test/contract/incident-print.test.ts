/** The one-page sheet of an incident in a real browser and on paper. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import { pdfFacts } from '#test/support/pdf-facts.ts'
import { company, folderToken } from '#test/support/serving.ts'

/** Building the pages and starting a browser takes its time on a small machine. */
const slow = 240_000
let printer: ChromiumPrinter
beforeAll(async () => {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  printer = await ChromiumPrinter.start({ assets: builtFolder('renderer'), browser: await findBrowser() })
}, slow)
afterAll(() => printer.close())

test.each([
  ['ja', '漏えい等の報告', '報告対象の可能性'],
  ['en', 'Reportofaleak', 'Possiblyreportable'],
] as const)(
  'one page, tagged, its words found, also where every text is long: %s',
  async (language, heading, reportability) => {
    const setting = await company({ print: (job) => printer.print(job) })
    const { client, folder } = setting
    const long = { ja: '設定の誤りによる表示。'.repeat(60), en: 'Shown by a wrong setting. '.repeat(60) }
    const { id } = await client.incident.create({
      name: { ja: '髙橋商店の応答が表示された', en: 'Answers to Takahashi Store were shown' },
      kind: 'incident',
      description: long,
      dataInvolved: long,
      cause: long,
      measures: long,
      lessons: long,
    })
    const recorded = await client.incident.recordMoments({
      id,
      version: 1,
      occurredAt: '2026-11-01 09:00',
      detectedAt: '2026-11-02 09:00',
      learnedAt: '2026-11-02 09:00',
      learnedZone: null,
      vendorLearnedAt: null,
      vendorToldAt: null,
    })
    for (const kind of ['early', 'persons', 'final'] as const)
      await client.incident.recordReport({
        id,
        version: recorded.version,
        kind,
        at: '2026-11-20 16:00',
        recipient: '個人情報保護委員会',
        reference: '受付 7',
        reporterId: null,
        notes: null,
      })
    const { name } = await client.incident.printSheet({ id, language, folder: await folderToken(setting) })
    const bytes = readFileSync(join(folder, name))
    const facts = await pdfFacts(bytes)
    expect(facts).toMatchObject({ pages: ['portrait 210 × 297'], language, tagged: true })
    expect(facts.fonts.every(({ type, embedded, readable }) => type !== 'Type3' && embedded && readable)).toBe(true)
    for (const words of ['INC-0001', heading, reportability]) expect(facts.text[0]).toContain(words)
  },
  slow,
)
