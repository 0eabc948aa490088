/**
 * Small windows and large letters: every screen can be reached, nothing of the frame is cut, and nothing but tables and pages
 * of the pack scrolls sideways. 720 × 470 is what a window of 1440 × 940 has left at 200 %.
 */
import type { Page } from '@playwright/test'
import { expect, goTo, openSample, test, type WindowFixtures } from '#test/support/window.ts'

const screens = [
  '/',
  '/accountability',
  '/post',
  '/person',
  '/unit',
  '/system',
  '/system/new',
  '/risk',
  '/control',
  '/evidence',
  '/action',
  '/acceptance',
  '/import',
  '/settings',
  '/pack',
  '/pack/lock',
  '/pack/draft',
  '/quality/DQ-18',
  '/log',
]

/** What may be wider than its place: a table, a page of paper, a chart of posts. */
const mayScroll = '.record-grid, .table-scroll, .without-rows, .pack-desk, .post-chart-scroll'

/** What is cut or scrolls sideways, as sentences; empty where all fits. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate((allowed) => {
    const found: string[] = []
    const root = document.documentElement
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${element.textContent.trim().slice(0, 30)}"`
    if (root.scrollWidth > root.clientWidth) found.push(`the document scrolls sideways: ${String(root.scrollWidth)}`)
    if (root.scrollHeight > root.clientHeight) found.push(`the document scrolls: ${String(root.scrollHeight)}`)
    for (const part of document.querySelectorAll('.frame-top > *, .frame-foot > *, .frame-nav a, .page-head > *')) {
      const { left, right, top, bottom, width } = part.getBoundingClientRect()
      if (width === 0) continue
      if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1)
        if (part.closest('.frame-nav') === null || left < -1 || right > innerWidth + 1)
          found.push(`beyond the window: ${name(part)}`)
    }
    for (const element of document.querySelectorAll('.frame *')) {
      if (element.closest(allowed) !== null || element.closest('svg') !== null) continue
      // What is one pixel wide is for ears only.
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth <= 1) continue
      const { overflowX, textOverflow } = getComputedStyle(element)
      if (overflowX === 'visible' || textOverflow === 'ellipsis') continue
      if (element.classList.contains('visually-hidden') || element.matches('input, textarea')) continue
      found.push(
        `${overflowX === 'hidden' ? 'cut' : 'scrolls sideways'}: ${name(element)} ${String(element.scrollWidth)} > ${String(element.clientWidth)}`,
      )
    }
    return found
  }, mayScroll)
}

async function walk(page: Page, words: WindowFixtures['words']): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  const look = async (screen: string) => {
    await expect(page.locator('.frame-main').getByText(words('app.loading'))).toHaveCount(0)
    const here = await misfits(page)
    if (here.length > 0) found[screen] = here
  }
  for (const screen of screens) {
    await goTo(page, screen)
    await page.locator('.frame-main h1, .frame-main .tabs').first().waitFor()
    await look(screen)
  }
  for (const noun of ['system', 'risk', 'control', 'action', 'person', 'post', 'acceptance']) {
    await goTo(page, `/${noun}`)
    const row = page.getByRole('row').nth(1)
    await row.locator('.code').first().click()
    await page.locator('.frame-main aside, .record-panel').first().waitFor()
    await look(`/${noun} with its panel`)
    await page.getByRole('link', { name: words('action.open'), exact: true }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(`/${noun}/…`)
  }
  return found
}

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('every screen at 1024 × 700', async ({ page, words }) => {
      test.setTimeout(240_000)
      await page.setViewportSize({ width: 1024, height: 700 })
      await openSample(page, words)
      expect(await walk(page, words)).toEqual({})
    })

    test('every screen at 200 %, made so with the keys', async ({ page, words }) => {
      test.setTimeout(240_000)
      await page.setViewportSize({ width: 1440, height: 940 })
      await openSample(page, words)
      for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+=')
      await expect.poll(() => page.evaluate(() => document.querySelector<HTMLElement>('#root')?.offsetWidth)).toBe(720)
      expect(await walk(page, words)).toEqual({})
    })
  })
