/** A finding from report to verified closure; a model change that reopens a risk until it is assessed; completions of several people. */
import type { Page } from 'playwright-core'
import { openRow } from '#test/support/grid.ts'
import { expect, goTo, openSample, pick, test, type WindowFixtures } from '#test/support/window.ts'

async function openPage(page: Page, words: WindowFixtures['words'], noun: string, code: string) {
  await goTo(page, `/${noun}`)
  await page.getByRole('heading', { level: 1, name: words(`noun.${noun}.many`) }).waitFor()
  await page.getByRole('searchbox').fill(code)
  await openRow(page, code)
  await page.getByRole('link', { name: words('action.open'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(code) }).waitFor()
}

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })
    const said = (ja: string, en: string) => (language === 'ja' ? ja : en)
    test('a finding is answered, put right, and closed by somebody else', async ({ page, words }) => {
      test.setTimeout(120_000)
      await openSample(page, words)
      await openPage(page, words, 'finding', 'FND-0004')
      const dialog = page.getByRole('dialog')
      const verb = async (name: string, fill: () => Promise<void>) => {
        await page.getByRole('button', { name: words(`oversight.verb.${name}`), exact: true }).click()
        await fill()
        await dialog.getByRole('button', { name: words(`oversight.verb.${name}`), exact: true }).click()
      }
      await verb('respond', async () => {
        await dialog
          .getByRole('combobox', { name: new RegExp(`^${words('field.finding.response')} `) })
          .selectOption('agree')
        await pick(page, words('field.finding.responderId'), said('石井', 'Ishii'))
        await dialog
          .getByLabel(words('field.finding.responseText'))
          .fill(said('雛形を改め、通知する', 'Change the template and write to them'))
      })
      await expect(dialog).toBeHidden()
      await verb('implement', async () => {
        await pick(page, words('field.finding.implementerId'), said('石井', 'Ishii'))
        await dialog.getByLabel(words('field.finding.implementedText')).fill(said('雛形を改めた', 'Template changed'))
      })
      await expect(dialog).toBeHidden()
      await verb('verify', async () => {
        await pick(page, words('field.finding.verifierId'), said('石井', 'Ishii'))
        await dialog.getByLabel(words('field.finding.verifiedText')).fill(said('契約書3件', 'Three contracts'))
      })
      await expect(dialog.getByText(words('issue.IMPLEMENTER_CANNOT_VERIFY')).first()).toBeVisible()
      await pick(page, words('field.finding.verifierId'), said('大野', 'Ono'))
      await dialog.getByRole('button', { name: words('oversight.verb.verify'), exact: true }).click()
      await expect(dialog).toBeHidden()
      await expect(page.getByText(words('value.findingState.closed')).first()).toBeVisible()
      await expect(page.getByRole('button', { name: words('oversight.verb.reopen'), exact: true })).toBeVisible()
    })

    test('a model change asks for a risk to be assessed again, and the assessment answers it', async ({
      page,
      words,
    }) => {
      test.setTimeout(120_000)
      await openSample(page, words)
      await openPage(page, words, 'risk', 'RSK-0028')
      await expect(page.getByText(words('oversight.toBeReassessed'))).toBeHidden()
      await goTo(page, '/observation/new')
      await page.getByLabel(words('field.observation.name')).first().fill(said('モデルの更新', 'Model replaced'))
      await pick(page, words('field.observation.systemId'), 'SYS-0029')
      await page.getByLabel(words('field.observation.kind')).selectOption('model_change')
      await page
        .getByRole('textbox', { name: new RegExp(`^${words('field.observation.on')} `) })
        .fill(new Date().toISOString().slice(0, 10))
      await page.getByRole('button', { name: words('action.register'), exact: true }).click()
      await expect(page.getByText(words('oversight.toBeReassessed')).first()).toBeVisible()
      await openPage(page, words, 'risk', 'RSK-0028')
      await expect(page.getByText(words('oversight.toBeReassessed')).first()).toBeVisible()
      await page
        .getByRole('button', { name: words('action.assess') })
        .nth(1)
        .click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByLabel(words('field.assessment.rationale'))
        .fill(said('更新後の試験による', 'By the test of the new model'))
      await dialog.getByRole('button', { name: words('action.recordAssessment'), exact: true }).click()
      await expect(dialog).toBeHidden()
      await expect(page.getByText(words('oversight.toBeReassessed'))).toBeHidden()
    })

    test('completions of several people are recorded at once', async ({ page, words }) => {
      test.setTimeout(120_000)
      await openSample(page, words)
      await openPage(page, words, 'training', 'TRN-0003')
      const done = (of: string) => page.getByText(of, { exact: true }).first()
      await expect(done(words('training.sum', { done: 1, required: 3 }))).toBeVisible()
      await page.getByRole('button', { name: words('training.record') }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: words('training.chooseShown', { count: 2 }) }).click()
      await dialog.getByRole('button', { name: words('training.recordCount', { count: 2 }) }).click()
      await expect(dialog).toBeHidden()
      await expect(done(words('training.sum', { done: 3, required: 3 }))).toBeVisible()
    })
  })
