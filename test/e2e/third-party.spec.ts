/** From a new vendor to a point of its contract that needs change and becomes an action, as a person does it. */
import { expect, goTo, openSample, pick, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })
    const said = (ja: string, en: string) => (language === 'ja' ? ja : en)
    test('a new vendor supplies a system under a contract, whose reading finds a gap that becomes an action', async ({
      page,
      words,
    }) => {
      test.setTimeout(150_000)
      await openSample(page, words)
      const dialog = page.getByRole('dialog')
      const newRecord = async (noun: 'vendor' | 'contract', name: string) => {
        await page
          .getByLabel(words(`field.${noun}.name`), { exact: false })
          .first()
          .fill(name)
        await page.getByRole('button', { name: words('action.register'), exact: true }).click()
        await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
      }

      await goTo(page, '/vendor/new')
      await page.getByRole('heading', { level: 1, name: new RegExp(said('ベンダ', 'vendor')) }).waitFor()
      const vendor = said('翡翠計測', 'Hisui Measurement')
      await newRecord('vendor', vendor)
      await expect(page.getByText(words('thirdParty.noSupply'))).toBeVisible()

      await page.getByRole('button', { name: words('thirdParty.addSupply'), exact: true }).click()
      const system = said('人検知', 'Person detection')
      await pick(page, words('field.supply.systemId'), system)
      await dialog.getByRole('checkbox', { name: words('value.supplyKind.service'), exact: true }).check()
      await dialog.getByRole('button', { name: words('action.register'), exact: true }).click()
      await expect(dialog).toBeHidden()
      await expect(page.getByRole('link', { name: /SYS-0018/ })).toBeVisible()

      const addContract = words('action.addNoun', {
        noun: said(words('noun.contract.one'), words('noun.contract.one')),
      })
      await page.getByRole('link', { name: addContract }).click()
      await page.getByRole('heading', { level: 1, name: new RegExp(words('noun.contract.one')) }).waitFor()
      await pick(page, words('field.contract.systemIds'), system)
      await newRecord('contract', said('計測サービス契約', 'Measurement agreement'))
      await expect(page.getByText(words('thirdParty.appi.basis'), { exact: false }).first()).toBeVisible()
      await expect(page.getByRole('link', { name: new RegExp(vendor) }).first()).toBeVisible()

      await page.getByRole('button', { name: words('reading.verb.start'), exact: true }).click()
      await dialog
        .getByLabel(words('field.contractReading.edition'), { exact: false })
        .fill(said('契約書 初版', 'First edition'))
      await dialog.getByRole('button', { name: words('reading.verb.start'), exact: true }).click()
      await expect(dialog).toBeHidden()

      const point = page.locator('[data-point="CC-IN-07"]')
      await point.click()
      const panel = page.getByRole('complementary', { name: /^CC-IN-07/ })
      await panel.getByRole('button', { name: words('value.pointFinding.needs_change') }).click()
      await expect(point.getByText(words('value.pointFinding.needs_change'))).toBeVisible()
      // Through the list by keys: the next point, in the company's own words, is in order.
      await point.focus()
      await page.keyboard.press('ArrowDown')
      const next = page.locator('[data-point="CKP-0001"]')
      await expect(next).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('1')
      await expect(next.getByText(words('value.pointFinding.in_order'))).toBeVisible()
      await page.keyboard.press('ArrowUp')
      await expect(point).toHaveAttribute('aria-selected', 'true')
      await panel.getByRole('button', { name: words('reading.verb.createAction'), exact: true }).click()
      await dialog.getByRole('button', { name: words('reading.verb.createAction'), exact: true }).click()
      await expect(dialog).toBeHidden()
      await panel.getByRole('link', { name: /ACT-0048/ }).click()
      await page.getByRole('heading', { level: 1, name: new RegExp(vendor) }).waitFor()
    })
  })
