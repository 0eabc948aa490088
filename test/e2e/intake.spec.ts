/** A use of AI that somebody found: recorded, triaged, compared with what is registered, approved into a system. */
import { expect, goTo, openSample, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('found, triaged, approved, and no longer counted as unregistered', async ({ page, words }) => {
      test.setTimeout(120_000)
      await openSample(page, words)
      await goTo(page, '/intake')
      await page
        .getByRole('link', { name: words('action.addNoun', { noun: language === 'ja' ? '利用申請' : 'intake' }) })
        .first()
        .click()
      const name = language === 'ja' ? '営業メールの下書き' : 'Drafting sales mail'
      await page.getByLabel(words('field.intake.name')).first().fill(name)
      await page.getByLabel(words('field.intake.origin')).selectOption('found')
      await page.getByRole('checkbox', { name: words('value.intakeData.customer') }).check()
      await page.getByRole('checkbox', { name: words('value.intakeAffected.customers'), exact: true }).check()
      await page.getByLabel(words('field.intake.autonomy')).selectOption('acts_on_approval')
      await page.getByRole('button', { name: words('action.register'), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('INT-0005')
      // The effect is not known yet: it counts as the heavier.
      await expect(page.getByText(words('triage.TRI-EFFECT-UNKNOWN'))).toBeVisible()
      await expect(page.getByText(words('intake.foundNotice'))).toBeVisible()
      await page.getByLabel(words('field.intake.effect')).selectOption('inconvenience')
      await expect(page.getByText(words('triage.TRI-EFFECT-INCONVENIENCE'))).toBeVisible()
      await expect(page.getByText(words('triage.TRI-EFFECT-UNKNOWN'))).toBeHidden()
      await page.getByRole('button', { name: words('intake.verb.approve') }).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByLabel(words('app.reason'))
        .fill(language === 'ja' ? '送信前に人が確かめる' : 'A person checks before it is sent')
      await dialog.getByRole('button', { name: words('intake.verb.approve') }).click()
      await expect(page.getByText(words('intake.asDecided'))).toBeVisible()
      await expect(page.getByText(words('intake.foundNotice'))).toBeHidden()
      await goTo(page, '/system')
      await page.getByRole('searchbox').fill(name)
      await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText(words('value.tier.medium'))
    })
  })
