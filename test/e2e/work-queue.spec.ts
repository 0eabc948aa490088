/** What a risk manager does on a Monday: looks at what is owed, opens the heaviest, chases people, takes the calendar along. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goTo, openSample, pick, test } from '#test/support/window.ts'

for (const language of ['ja', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('the queue: from the heaviest item to where it is done, and back', async ({ page, words }) => {
      await openSample(page, words)
      await page.getByRole('link', { name: words('nav.workQueue'), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('nav.workQueue'))
      const rows = page.getByRole('table', { name: words('nav.workQueue') }).getByRole('row')
      await expect(rows.nth(1)).toContainText(words('workQueue.standing.late'))
      await page.getByRole('button', { name: new RegExp(`^${words('workQueue.kind')}`) }).click()
      await page.getByRole('checkbox', { name: new RegExp(words('workQueue.kinds.vacantPost')) }).check()
      await page.keyboard.press('Escape')
      await expect(rows).toHaveCount(3)
      const vacancy = rows.filter({ hasText: 'PST-0010' })
      await expect(vacancy).toContainText(words('workQueue.verb.vacantPost'))
      await vacancy.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('PST-0010')
      await page.getByRole('link', { name: words('workQueue.back') }).click()
      await expect(rows).toHaveCount(3)
      await page.getByRole('button', { name: words('action.clearConditions') }).click()
      await expect(rows).not.toHaveCount(3)
    })

    test('the calendar: moved over by the keys, with the quarters of the company', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/work-queue/calendar')
      await expect(page.getByText(words('workQueue.quarter', { year: 2026, quarter: 3 })).first()).toBeVisible()
      const day = page.locator('.work-day-button[tabindex="0"]')
      await day.focus()
      await page.keyboard.press('PageDown')
      await page.keyboard.press('PageDown')
      await expect(page.getByText(words('workQueue.quarter', { year: 2026, quarter: 4 })).first()).toBeVisible()
      await expect(day).toBeFocused()
      await expect(page.getByText(words('workQueue.begins', { year: 2026, quarter: 4 }))).toBeVisible()
      // Back to a day that something is due on, and into its list.
      const busy = page.locator('.work-day-button', { has: page.locator('.work-day-item') }).first()
      await page.keyboard.press('PageUp')
      await busy.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('nav.workQueue'))
      await expect(
        page
          .getByRole('table', { name: words('nav.workQueue') })
          .getByRole('row')
          .nth(1),
      ).toBeVisible()
    })

    test('reminders: several people at once, one changed, copied and pasted', async ({ page, words }) => {
      await openSample(page, words)
      await goTo(page, '/work-queue/person')
      await page.getByRole('table').getByRole('checkbox').nth(1).check()
      await page.getByRole('table').getByRole('checkbox').nth(2).check()
      await page.getByRole('link', { name: words('workQueue.lettersFor', { count: 2 }) }).click()
      const list = page.getByRole('list', { name: words('workQueue.view.letters') })
      await expect(list.getByRole('listitem')).toHaveCount(2)
      const text = page.getByRole('textbox', { name: words('workQueue.letterText') })
      await expect(text).toHaveValue(language === 'ja' ? /様\n\n/ : /^Dear /)
      const made = await text.inputValue()
      const own = language === 'ja' ? '追伸：来週の会議でも伺います。' : 'P.S. I will also ask in the meeting.'
      await text.fill(`${made}${own}`)
      await page.getByRole('button', { name: words('workQueue.copyText') }).click()
      await expect(list.getByText(words('workQueue.copied'))).toBeVisible()
      await list.getByRole('button').nth(2).click()
      await expect(text).not.toHaveValue(new RegExp(own))
      await text.fill('')
      await page.keyboard.press('ControlOrMeta+v')
      await expect(text).toHaveValue(`${made}${own}`)
    })

    test('the calendar file: what one person owes, saved where they chose', async ({ page, words, home }) => {
      await openSample(page, words)
      await goTo(page, '/work-queue')
      await page.getByRole('button', { name: new RegExp(`^${words('workQueue.person')}`) }).click()
      await pick(page, words('workQueue.person'), language === 'ja' ? '白石' : 'Shiraishi')
      await expect(
        page
          .getByRole('table', { name: words('nav.workQueue') })
          .getByRole('row')
          .nth(1),
      ).toContainText(language === 'ja' ? '白石 奈々' : 'Nana Shiraishi')
      await page.getByRole('button', { name: words('workQueue.saveCalendar') }).click()
      await page.getByRole('button', { name: words('action.useThisFolder') }).click()
      await expect(page.getByText(/daicho-work-.*\.ics/)).toBeVisible()
      const [file = ''] = readdirSync(home).filter((name) => name.endsWith('.ics'))
      const written = readFileSync(join(home, file), 'utf8').replaceAll('\r\n ', '')
      expect(written).toMatch(/^BEGIN:VCALENDAR\r\n/)
      expect(written).toContain(language === 'ja' ? '白石 奈々' : 'Nana Shiraishi')
    })
  })
