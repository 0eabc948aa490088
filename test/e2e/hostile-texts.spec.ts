/**
 * A register in which every text that a person can type is markup or a script, through the whole window: nothing of it runs,
 * no element of it stands in a page, the policy of the page has nothing to refuse (test/support/window.ts), and it is read as
 * the text that it is.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { newRegister } from '#electron/register/new-register.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { codedNouns } from '#shared/domain/coded-nouns.ts'
import { settled } from '#test/pictures/desk.ts'
import { fillWithMarks, mark, markup, ranName } from '#test/support/marked-register.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testSurroundings } from '#test/support/register.ts'
import { expect, goTo, startApplication, test } from '#test/support/window.ts'

/** Every screen that needs no record to be named. */
const screens = [
  ...new Set(
    [
      ...readFileSync(join(import.meta.dirname, '../../renderer/app/routes.tsx'), 'utf8').matchAll(
        /path="(\/[^":]*)"/g,
      ),
    ].map(([, path = '']) => path.replace(/(.)\/$/, '$1')),
  ),
]

function hostileRegister(file: string): { readonly paths: readonly string[] } {
  const surroundings = testSurroundings()
  newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' })
  const register = openRegister(file, { surroundings, mode: 'write' })
  fillOneOfEach(register)
  fillWithMarks(register, markup)
  const paths = codedNouns.flatMap((noun) => {
    const path = `/${noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    const [first] = [...recordTables[noun].all(register.read)]
    return first === undefined ? [path] : [path, `${path}/${first.id}`, `${path}/${first.id}/history`]
  })
  register.close()
  return { paths }
}

/** What of the texts has become more than text. */
async function acting(page: Page): Promise<string[]> {
  return page.evaluate(
    ([name, of]) => [
      ...(name in window ? ['a script ran'] : []),
      ...[
        ...document.querySelectorAll(
          `.${of}, [onerror], [onload], [onmouseover], [ontoggle], [srcdoc], script:not([src])`,
        ),
      ].map((element) => element.outerHTML.slice(0, 200)),
      ...[...document.querySelectorAll('[href], [src], [action], [formaction]')].flatMap((element) =>
        ['href', 'src', 'action', 'formaction'].flatMap((attribute) =>
          /^\s*(javascript|data|vbscript):/i.test(element.getAttribute(attribute) ?? '')
            ? [element.outerHTML.slice(0, 200)]
            : [],
        ),
      ),
    ],
    [ranName, mark] as const,
  )
}

test('what is typed is text wherever it is shown', async ({ home, words }) => {
  test.setTimeout(600_000)
  const file = join(home, 'hostile.daicho')
  const { paths } = hostileRegister(file)
  const application = await startApplication(home, { language: 'ja', open: file })
  const { page } = application
  await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor({ timeout: 60_000 })
  const found: Record<string, string[]> = {}
  const shown = new Set<string>()
  const look = async (where: string) => {
    const findings = await acting(page)
    if (findings.length > 0) found[where] = findings
    if ((await page.locator('body').innerText()).includes(mark)) shown.add(where)
  }
  for (const path of [...screens, ...paths, '/pack/draft']) {
    await goTo(page, path)
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 30_000 })
    if (path === '/pack/draft') await page.locator('.pack-sheet').first().waitFor({ timeout: 60_000 })
    await settled(page)
    await look(path)
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words('app.find') }).fill(`${mark}<img`)
  await page.getByRole('option').first().waitFor()
  await look('the palette')
  await page.keyboard.press('Escape')
  expect(found).toEqual({})
  // It was there to be seen: on the record's page of nearly every noun, in the pack and in the palette.
  expect(shown).toContain('/pack/draft')
  expect(shown).toContain('the palette')
  expect(paths.filter((path) => path.split('/').length === 3 && !shown.has(path))).toEqual([])
  await application.close()
})
