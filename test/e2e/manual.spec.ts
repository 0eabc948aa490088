import { expect, goTo, openSample, test } from '#test/support/window.ts'

for (const { language, chapter, other, word, heading } of [
  { language: 'ja', chapter: '検証する', other: 'Verify', word: '終了コ', heading: '終了コード' },
  { language: 'en', chapter: 'Verify', other: '検証する', word: 'exit', heading: 'Exit codes' },
] as const) {
  test.describe(language, () => {
    test.use({ language })

    test('the manual opens without a register: a chapter, its pictures, a heading that is looked for', async ({
      page,
      words,
    }) => {
      const refused: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') refused.push(message.text())
      })
      await page.getByRole('link', { name: words('action.openManual') }).click()
      const text = page.getByRole('article')
      await expect(text.getByRole('heading', { level: 1 })).toHaveText(words('manual.title'))

      await page
        .getByRole('navigation', { name: words('manual.contents') })
        .getByRole('link', { name: chapter, exact: true })
        .click()
      await expect(text.getByRole('heading', { level: 1 })).toHaveText(chapter)
      const picture = text.getByRole('img').first()
      await picture.scrollIntoViewIfNeeded()
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280)

      await page.getByRole('searchbox', { name: words('manual.search') }).fill(word)
      await expect(page.getByText(words('manual.found', { count: 1 }))).toBeVisible()
      await page.getByRole('link', { name: heading }).click()
      await expect(text.getByRole('heading', { level: 2, name: heading })).toBeFocused()

      await page.getByRole('link', { name: words('action.backToStart') }).click()
      await expect(page.getByRole('button', { name: words('action.openSample') })).toBeVisible()
      expect(refused).toEqual([])
    })

    test('the manual changes its language with the window, stays at its chapter, and prints as text alone', async ({
      page,
      words,
    }) => {
      await openSample(page, words)
      await page.getByRole('button', { name: /\.daicho$/ }).click()
      await page.getByRole('menuitem', { name: words('action.openManual') }).click()
      await goTo(page, '/manual/verify')
      const text = page.getByRole('article')
      await expect(text.getByRole('heading', { level: 1 })).toHaveText(chapter)
      await page.getByRole('button', { name: language === 'ja' ? 'English' : '日本語' }).click()
      await expect(text.getByRole('heading', { level: 1 })).toHaveText(other)

      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('banner')).toBeHidden()
      await expect(page.getByRole('contentinfo')).toBeHidden()
      await expect(page.getByRole('searchbox')).toBeHidden()
      // Nothing is kept in a box that scrolls: what is below the fold would not be printed.
      const cut = await text.evaluate((element) => {
        const cuts: string[] = []
        for (let each: Element | null = element; each !== null; each = each.parentElement)
          if (each.scrollHeight > each.clientHeight + 1 && getComputedStyle(each).overflowY !== 'visible')
            cuts.push(each.className)
        return cuts
      })
      expect(cut).toEqual([])
    })
  })
}
