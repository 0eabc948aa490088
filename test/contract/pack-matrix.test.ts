/**
 * All pages of the pack with 0, 1, 7, 40 and 400 records of everything, named in forty characters, in either language, and in both
 * with commentary on every page and all annexes, drawn and on paper by one browser: nothing is cut off, laid over another, empty or beyond its page, what is left out is counted and found in
 * its file, the paper is good, and what the program says stands in both languages where the pack has both.
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
import { figuresOf } from '#shared/pack-model/figures-of.ts'
import { packAnnexes } from '#shared/domain/finishing.ts'
import type { PackInput, PackPage } from '#shared/pack-model/pages.ts'
import { crowdedPack } from '#test/support/crowded-register.ts'
import { drawn } from '#test/support/drawn-pack.ts'
import { layoutFaults } from '#test/support/layout-faults.ts'
import { inOneLanguage } from '#test/support/one-language.ts'
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
  entities: ['entities.csv'],
}

/** A line of commentary on every page, all annexes, and English beneath the Japanese. */
function inFull(count: number): PackInput {
  const input = crowdedPack(count, 'ja')
  const commentary = input.finishing.choices.sections.map((section) => ({
    target: `page:${section}`,
    text: '四半期の経過は計画のとおりで、次の四半期に残るものはこのページに挙げたものに限る',
    language: 'ja' as const,
    secondText: 'The course of the quarter is as planned; what is left for the next one is on this page alone',
    writtenAt: '2026-10-10T00:00:00.000Z',
    author: { ja: '髙橋 誠', en: 'Makoto Takahashi' },
  }))
  const choices = { ...input.finishing.choices, annexes: [...packAnnexes] }
  return { ...input, bilingual: true, finishing: { ...input.finishing, commentary, choices } }
}

describe.each([...languages, 'ja+en'] as const)('%s', (printed) => {
  const language = printed === 'ja+en' ? 'ja' : printed
  it.each([0, 1, 7, 40, 400])(
    '%d records of everything',
    async (count) => {
      const model = buildPackModel(printed === 'ja+en' ? inFull(count) : crowdedPack(count, language))
      const title = `${String(count)} ${language}`
      const page = await drawn(browser, { kind: 'pack', model, language, title })
      const { faults } = await page.evaluate(layoutFaults)
      const alone = printed === 'ja+en' ? await inOneLanguage(page) : []
      expect({ faults, alone }).toEqual({ faults: [], alone: [] })

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
      const shown = printed === 'ja+en' ? languages : [language]
      const titles = model.pages.map(({ title: each }) => squeezed(shown.map((one) => say(one, each)).join('')))
      expect(outline.map(squeezed)).toEqual(titles)

      // A figure that was moved to the next sheet is there, and the bridge is on one.
      const headed = figuresOf(model).map(({ key, number, title: each }) => ({
        key,
        words: squeezed(`${translate(language)('paper.figure', { number })}${say(language, each)}`),
      }))
      expect(headed.filter(({ words }) => !text.some((sheet) => sheet.includes(words)))).toEqual([])
      const bridge = headed.find(({ key }) => key === 'bridge')?.words
      const from = text.flatMap((sheet) => (bridge === undefined ? [] : sheet.split(bridge).slice(1)))
      const last = squeezed(translate(language)('paper.bridge.step.now'))
      expect(from.filter((words) => !words.includes(last))).toEqual([])

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
