import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { builtFolder } from '#electron/build.ts'
import { openApplication } from '#electron/chromium/application.ts'
import { openRow } from '#test/support/grid.ts'
import { pinnedBrowser } from '#test/support/pinned-browser.ts'
import { expect, goTo, openSample, test, type WindowFixtures } from '#test/support/window.ts'

type Words = WindowFixtures['words']

/** Codes of the records in view, as they stand beneath each other. */
function codes(page: Page): Promise<string[]> {
  return page.locator('.record-grid tbody .code').allTextContents()
}

async function headings(page: Page): Promise<string[]> {
  return page.locator('.record-grid thead .grid-heading-text').allTextContents()
}

/** The column as a person reads it from top to bottom. */
async function column(page: Page, heading: string): Promise<string[]> {
  const index = await page.getByRole('columnheader', { name: heading, exact: true }).getAttribute('aria-colindex')
  return page.locator(`.record-grid tbody tr:not(.grid-group) > td[aria-colindex="${index ?? ''}"]`).allTextContents()
}

async function openSystems(page: Page, words: Words): Promise<void> {
  await openSample(page, words)
  await goTo(page, '/system')
  await page.locator('.record-grid tbody .code').first().waitFor()
}

function shown(words: Words, found: number, total: number): string {
  return words('app.shownOf', { found, total })
}

for (const language of ['ja', 'en'] as const) {
  test.describe(language, () => {
    test.use({ language })

    test('a list is narrowed, parted and sorted, kept as a view, and found again after a restart', async ({
      page,
      words,
      home,
      application,
    }) => {
      test.setTimeout(180_000)
      await openSystems(page, words)
      const status = page.locator('.page-head [role="status"]')
      await expect(status).toHaveText(shown(words, 42, 42))

      await page
        .getByRole('button', { name: words('field.system.tier'), exact: true })
        .first()
        .click()
      const high = page.getByRole('checkbox', { name: new RegExp(`^${words('value.tier.high')}`) })
      await high.check()
      await page.keyboard.press('Escape')
      const chip = page.getByRole('button', {
        name: new RegExp(
          words('app.condition', { field: words('field.system.tier'), values: words('value.tier.high') }),
        ),
      })
      await expect(chip).toBeVisible()
      await expect(status).not.toHaveText(shown(words, 42, 42))
      await page.locator('.record-grid tbody .code').first().waitFor()
      const narrowed = await codes(page)
      expect(narrowed.length).toBeGreaterThan(5)
      await expect(status).toHaveText(shown(words, narrowed.length, 42))

      await page
        .getByRole('button', { name: words('field.system.lifecycle'), exact: true })
        .last()
        .click()
      await page.getByRole('button', { name: words('field.system.name'), exact: true }).click({ modifiers: ['Shift'] })
      await expect(page.locator('th[data-column="name"] .grid-sort-rank')).toHaveText('2')
      const stages = await column(page, words('field.system.lifecycle'))
      const order = ['unknown', 'proposed', 'development', 'pilot', 'production', 'suspended', 'retired']
      const ranks = stages.map((stage) => order.findIndex((each) => words(`value.lifecycle.${each}`) === stage))
      expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))

      await page.getByRole('button', { name: new RegExp(`^${words('list.groupedBy', { field: '' }).trim()}`) }).click()
      await page.getByRole('menuitem', { name: words('field.system.unitId'), exact: true }).click()
      const groups = page.locator('.grid-group')
      await expect(groups.first()).toBeVisible()
      const counts = await groups.locator('.muted').allTextContents()
      expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(narrowed.length)
      await groups.first().locator('.grid-group-heading').click()
      await expect(groups.first().locator('td')).toHaveAttribute('aria-expanded', 'false')
      await expect(page.locator('.record-grid tbody .code')).toHaveCount(narrowed.length - Number(counts[0]))

      await page.getByRole('button', { name: words('list.saveView'), exact: true }).click()
      await page.getByLabel(words('list.viewName')).fill('四半期の確認')
      await page.getByRole('button', { name: words('list.save'), exact: true }).click()
      const tab = page.getByRole('button', { name: /^四半期の確認/ })
      await expect(tab).toHaveAttribute('aria-pressed', 'true')
      await expect(tab).not.toContainText(words('list.viewChanged'))

      await page
        .getByRole('searchbox', { name: words('app.searchIn', { noun: words('noun.system.many') }) })
        .fill('sys-1')
      await expect(tab).toContainText(words('list.viewChanged'))
      await page.getByRole('button', { name: words('list.viewMenu') }).click()
      await page.getByRole('menuitem', { name: words('list.takeBack') }).click()
      await expect(tab).not.toContainText(words('list.viewChanged'))
      await expect(groups.first().locator('td')).toHaveAttribute('aria-expanded', 'true')
      await expect(page.locator('.record-grid tbody .code')).toHaveCount(narrowed.length)
      const kept = await codes(page)

      // What was looked at last is written once the list rests: the file says when.
      const left = () => readFileSync(join(home, '.profile', 'preferences.json'), 'utf8')
      const isView = () => /"view": "[0-9a-f]{8}-/.test(left())
      await expect.poll(() => isView() && !left().includes('sys-1'), { timeout: 10_000 }).toBe(true)
      await application.close()
      const again = await openApplication({
        browser: await pinnedBrowser(),
        assets: builtFolder('renderer'),
        profile: join(home, '.profile'),
        language,
        headless: true,
      })
      try {
        await openSample(again.page, words)
        await goTo(again.page, '/system')
        await expect(again.page.getByRole('button', { name: /^四半期の確認/ })).toHaveAttribute('aria-pressed', 'true')
        await expect(again.page.locator('.grid-group').first()).toBeVisible()
        await expect.poll(() => codes(again.page)).toEqual(kept)
      } finally {
        await again.close()
      }
    })

    test('what a list shows is written as CSV, and says how much', async ({ page, words, home }) => {
      test.setTimeout(120_000)
      await openSystems(page, words)
      await page.getByRole('button', { name: new RegExp(`^${words('view.noExecutive')}`) }).click()
      await expect(page.locator('.page-head [role="status"]')).toHaveText(shown(words, 5, 42))
      await page.getByRole('button', { name: words('list.columns'), exact: true }).click()
      await page.getByRole('checkbox', { name: words('field.system.vendor'), exact: true }).check()
      await page.getByRole('checkbox', { name: words('listField.system.residual'), exact: true }).uncheck()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: words('list.export') }).click()
      await page.getByRole('menuitem', { name: words('list.exportShown', { count: 5 }) }).click()
      await page.getByRole('button', { name: words('action.useThisFolder') }).click()
      const file = await expect
        .poll(() => readdirSync(home).find((name) => name.endsWith('.csv')), { timeout: 20_000 })
        .toBeDefined()
        .then(() => readdirSync(home).find((name) => name.endsWith('.csv')) ?? '')
      await expect(page.getByText(words('list.exported', { name: file, count: 5 }))).toBeVisible()
      const lines = readFileSync(join(home, file), 'utf8').split('\r\n')
      const field = (name: string) => words(`field.system.${name}`)
      expect(lines[0]).toBe(
        `\ufeff${[
          field('code'),
          field('name'),
          field('tier'),
          field('lifecycle'),
          words('listField.system.executive'),
          field('nextReviewOn'),
          field('vendor'),
          words('bundle.column.sample'),
        ]
          .map((word) => `"${word}"`)
          .join(',')}`,
      )
      expect(lines.slice(1, -1).map((line) => line.slice(1, 9))).toEqual(await codes(page))
    })
  })
}

test('the panel goes through the list by keys, and Escape gives the row its focus back', async ({ page, words }) => {
  await openSystems(page, words)
  const inOrder = await codes(page)
  await openRow(page, inOrder[1] ?? '')
  const panel = page.getByRole('complementary')
  await expect(panel.locator('.panel-head .code')).toHaveText(inOrder[1] ?? '')
  await expect(panel.locator('.panel-head')).toContainText('2 / 42')
  await page.keyboard.press('Control+ArrowDown')
  await expect(panel.locator('.panel-head .code')).toHaveText(inOrder[2] ?? '')
  await expect(panel.locator('.panel-head')).toContainText('3 / 42')
  await page.keyboard.press('Control+ArrowUp')
  await expect(panel.locator('.panel-head .code')).toHaveText(inOrder[1] ?? '')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page.locator('.record-grid tbody tr:has(:focus) .code')).toHaveText(inOrder[1] ?? '')
})

test('columns are moved and made wider by the menu, and moved by the mouse', async ({ page, words }) => {
  await openSystems(page, words)
  const before = await headings(page)
  const tier = words('field.system.tier')
  await page.getByRole('button', { name: words('list.columnMenu', { column: tier }) }).click()
  await page.getByRole('menuitem', { name: words('list.moveRight') }).click()
  const moved = await headings(page)
  expect(moved.indexOf(tier)).toBe(before.indexOf(tier) + 1)
  const heading = page.locator('th[data-column="tier"]')
  const width = (await heading.boundingBox())?.width ?? 0
  await page.getByRole('button', { name: words('list.columnMenu', { column: tier }) }).click()
  await page.getByRole('menuitem', { name: words('list.wider') }).click()
  await expect.poll(async () => (await heading.boundingBox())?.width).toBe(width + 24)
  await page.keyboard.press('Escape')
  await heading.dragTo(page.locator('th[data-column="name"]'))
  await expect.poll(async () => (await headings(page)).indexOf(tier)).toBe(1)
})

test('"mine" asks who is acting, and then shows what is theirs', async ({ page, words }) => {
  await openSample(page, words)
  await goTo(page, '/action')
  await page.getByRole('button', { name: new RegExp(`^${words('view.myOverdue')}`) }).click()
  await expect(page.getByText(words('list.whoAreYou'))).toBeVisible()
  const field = page.getByRole('combobox', { name: words('app.actingPerson') })
  await field.fill('白石')
  await page.getByRole('option', { name: '白石' }).first().click()
  await expect(page.locator('.record-grid tbody .code').first()).toBeVisible()
  const owners = await column(page, words('field.action.ownerId'))
  expect(new Set(owners)).toEqual(new Set(['白石 奈々']))
})
