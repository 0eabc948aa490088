/**
 * All pages of the pack with 0, 1, 7, 40 and 400 records of everything, named in forty characters, in both languages, drawn and on
 * paper by one browser: nothing is cut off, laid over another, empty or beyond its page, what is left out is counted and found in
 * its file, and the paper is good.
 */
import { type Browser as Launched, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import { finishPdf } from '#electron/register/export/finish-pdf.ts'
import { languages } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { PackPage } from '#shared/pack-model/pages.ts'
import { crowdedPack } from '#test/support/crowded-register.ts'
import { drawn } from '#test/support/drawn-pack.ts'
import { layoutFaults } from '#test/support/layout-faults.ts'
import { paperFaults } from '#test/support/paper-faults.ts'
import { pdfFacts } from '#test/support/pdf-facts.ts'

/** Building the pages and starting a browser takes its time on a small machine. */
const slow = 240_000
const squeezed = (text: string) => text.replace(/\s+/g, '')

let browser: Launched
beforeAll(async () => {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  browser = await chromium.launch({ ...launchOptions(await findBrowser()), headless: true })
}, slow)
afterAll(() => browser.close())

/** Files to which a page of very many records refers, and what it says of limits that nobody has approved. */
const referred: Partial<Record<PackPage['key'], readonly string[]>> = {
  topRisks: ['risks.csv'],
  accountability: ['posts.csv', 'kri_records.csv', 'attestations.csv'],
  limits: ['kri_results.csv'],
  actions: ['actions.csv', 'acceptances.csv', 'incidents.csv', 'enforcements.csv'],
  requirements: ['requirement_gaps.csv'],
  thirdParties: ['contract_matrix.csv'],
  privacy: ['dpia_funnel.csv', 'statistics_readiness.csv'],
  horizon: ['horizon.csv'],
  readiness: ['readiness.csv'],
}

describe.each(languages)('%s', (language) => {
  it.each([0, 1, 7, 40, 400])(
    '%d records of everything',
    async (count) => {
      const model = buildPackModel(crowdedPack(count, language))
      const title = `${String(count)} ${language}`
      const page = await drawn(browser, { kind: 'pack', model, language, title })
      const { faults } = await page.evaluate(layoutFaults)
      expect(faults).toEqual([])

      const raw = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
      await page.close()
      const pdf = await finishPdf(raw, {
        title,
        author: 'Reiwa',
        subject: title,
        keywords: [],
        language,
        at: '2026-10-09T15:00:00.000Z',
        id: '5b1e90c47d2af3e8'.repeat(4),
      })
      expect(await paperFaults(pdf)).toEqual([])
      const { pages, outline, text } = await pdfFacts(pdf)
      // One sheet each across: one that ran over would be one more. What stands upright may go on, and comes last.
      const across = model.pages.filter(({ orientation }) => orientation === 'landscape').length
      expect(pages.filter((each) => each.startsWith('landscape')).length).toBe(across)
      expect(pages.at(-1)).toBe('portrait 210 × 297')
      expect(outline.map(squeezed)).toEqual(model.pages.map((each) => squeezed(say(language, each.title))))

      const unnamed = model.pages.flatMap(({ key, number }) => {
        const words = count < 400 ? [] : (referred[key] ?? [])
        return words.filter((file) => !(text[number - 1] ?? '').includes(file)).map((file) => `${key}: ${file}`)
      })
      expect(unnamed).toEqual([])
      if (count > 0) expect(text.join('').includes(squeezed(translate(language)('status.breach')))).toBe(true)
    },
    slow,
  )
})
