/** The map of accountability: what stands on it, that it can be read at two widths in both languages, and the answer for one day. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeLargeCompany, officersOfLargeCompany } from '#test/support/large-company.ts'
import { expect, goTo, openSample, pick, startApplication, test } from '#test/support/window.ts'

/** What of the chart is cut, overlaps or scrolls sideways, as sentences. */
function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const scroll = document.querySelector('.post-chart-scroll')
    if (scroll === null) return ['no chart']
    if (scroll.scrollWidth > scroll.clientWidth) found.push(`scrolls sideways: ${String(scroll.scrollWidth)}`)
    const blocks = [...document.querySelectorAll<HTMLElement>('.chart-box, .chart-owners')]
    for (const block of blocks)
      if (block.scrollHeight > block.clientHeight + 1 || block.scrollWidth > block.clientWidth + 1)
        found.push(`cut: ${block.innerText.slice(0, 40)}`)
    for (const part of document.querySelectorAll<HTMLElement>('.chart-box *, .chart-owners *'))
      if (!part.classList.contains('visually-hidden') && getComputedStyle(part).overflow === 'hidden')
        if (part.scrollWidth > part.clientWidth + 1) found.push(`cut short: ${part.innerText}`)
    for (const [index, one] of blocks.entries())
      for (const other of blocks.slice(index + 1)) {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
          found.push(`${one.innerText.slice(0, 30)} overlaps ${other.innerText.slice(0, 30)}`)
      }
    return found
  })
}

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('fifteen officers in four levels are readable at 1280 and at 1440', async ({ home }) => {
      test.setTimeout(120_000)
      const file = join(home, 'fifteen.daicho')
      makeLargeCompany(file)
      const application = await startApplication(home, { language, open: file })
      const { page } = application
      // Seventy systems and their figures are reckoned at the opening.
      await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 })
      for (const width of [1280, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        await goTo(page, '/accountability')
        await expect(page.locator('.chart-box')).toHaveCount(officersOfLargeCompany + 4)
        await expect
          .poll(() => page.locator('.post-chart-scroll').evaluate((each) => each.clientWidth))
          .toBe(width - 208)
        await expect.poll(() => faultsOf(page)).toEqual([])
      }
      await application.close()
    })

    test('owners, deputies and vacancies stand on it, and its numbers are those of K01', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/accountability')
      const logistics = language === 'ja' ? '物流担当役員' : 'Executive in charge of Logistics'
      const owners = page.getByRole('table', { name: words('app.ownersUnder', { post: logistics }) })
      await expect(owners.getByRole('row')).toHaveText(
        language === 'ja'
          ? ['システム責任者件', '岡部 大輔2', '空席配送管理課長1']
          : ['System ownersNo.', 'Daisuke Okabe2', 'VacantManager of Delivery Control1'],
      )
      const box = page.getByRole('link', { name: new RegExp(`^${logistics}`) })
      await expect(box).toHaveAttribute('data-vacant', 'true')
      await expect(box).toContainText(language === 'ja' ? '職務代行 髙橋 誠' : 'Deputy Makoto Takahashi')
      const held = page.locator('.chart-box[data-vacant="false"] .chart-box-post b')
      const sum = (await held.allInnerTexts()).reduce((total, text) => total + Number(/^\d+/.exec(text)?.[0]), 0)
      await expect(page.locator('.page-note')).toContainText(`${String(sum)} / 34`)
      // In the order of command: the board, the president, then those who report to him.
      const codes = await page.locator('.chart-box').evaluateAll((boxes) => boxes.map((each) => each.dataset.board))
      expect(codes.indexOf('true')).toBe(0)
      await page.locator('.chart-box').first().focus()
      await page.keyboard.press('Tab')
      await expect(page.locator('.chart-box').nth(1)).toBeFocused()
    })

    test('who was accountable for a system on a day, with its ground in the log', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/accountability')
      const section = page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: words('app.holderOnDay') }) })
      await pick(
        page,
        words('noun.system.one'),
        language === 'ja' ? '倉庫自動搬送車の人検知' : 'Person detection of warehouse',
      )
      await section.getByRole('button', { name: words('app.onWhichDay') }).click()
      await page.getByRole('textbox', { name: words('app.onWhichDay') }).fill('2025-08-29')
      await page.getByRole('button', { name: words('action.show'), exact: true }).click()
      await expect(section.locator('.holder-sentence')).toHaveText(
        language === 'ja'
          ? '2025-08-29 の担当役員は 小林 茂（物流担当役員、2025-03-01 – 2026-09-30）です。'
          : 'On 2025-08-29, Shigeru Kobayashi (Executive in charge of Logistics, 2025-03-01 – 2026-09-30) answered for it.',
      )
      await expect(section.locator('.holder-grounds li')).toHaveCount(2)
      await expect(section.locator('.holder-grounds li').first()).toContainText(words('app.groundFact.term'))
      await expect(section.getByRole('img')).toHaveAccessibleName(/2025-08-29/)
      await expect(section.locator('.holder-bar-period[data-kind="vacant"]').first()).toBeVisible()
      await expect(section.locator('.holder-periods li[data-now="true"] b')).toHaveText(
        language === 'ja' ? '小林 茂' : 'Shigeru Kobayashi',
      )
    })
  })
