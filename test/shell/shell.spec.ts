/** What a shell owes, described once and asked of both: the Chromium shell here, Electron where its binary is there. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test as base } from '@playwright/test'
import { v7 } from 'uuid'
import { newRegister } from '#electron/register/new-register.ts'
import { openRegister, realSurroundings } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { translate } from '#shared/locales/translate.ts'
import { pressToClose } from '#test/support/window.ts'
import { shells, type ShellUnderTest } from '#test/support/shells.ts'

const words = translate('ja')

const test = base.extend<{ readonly home: string }>({
  home: async ({ playwright: _playwright }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'daicho-shell-'))
    await use(home)
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** A register with one system in it. */
function register(home: string, name: string): string {
  const file = join(home, name)
  const surroundings = realSurroundings(v7, 'somebody')
  newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' })
  const open = openRegister(file, { surroundings, mode: 'write' })
  createSystem(open, { name: { ja: '需要予測', en: null } })
  open.close()
  return file
}

function vendorIn(file: string): unknown {
  const open = openRegister(file, { surroundings: realSurroundings(v7, 'somebody'), mode: 'read' })
  try {
    return [...recordTables.system.all(open.read)][0]?.vendor
  } finally {
    open.close()
  }
}

const overview = (page: Page) => page.getByRole('heading', { level: 1, name: words('overview.title') })
const startScreen = (page: Page) => page.getByRole('heading', { level: 1, name: words('start.title') })

async function typeVendor(page: Page, text: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/system'
  })
  await page
    .getByRole('row', { name: /SYS-0001/ })
    .locator('.code')
    .click()
  await page.getByRole('link', { name: words('action.open'), exact: true }).click()
  await page.getByLabel(words('field.system.vendor')).click()
  await page.keyboard.type(text)
}

for (const kind of shells)
  test.describe(kind.missing === null ? kind.name : `${kind.name}, ${kind.missing}`, () => {
    test.skip(kind.missing !== null, kind.missing ?? '')

    /** Runs a test with a shell that is ended after it, however it went. */
    const withShell = async (
      home: string,
      files: readonly string[],
      work: (shell: ShellUnderTest) => Promise<void>,
    ) => {
      const shell = await kind.start(home, files)
      try {
        await work(shell)
      } finally {
        await shell.end()
      }
    }

    test('opens the start screen, and a register that is chosen; the title follows', async ({ home }) => {
      const file = register(home, 'own.daicho')
      await withShell(home, [], async ({ page, title, choose }) => {
        await expect(startScreen(page)).toBeVisible()
        expect(await title()).toBe('台帳')
        await choose(file, () => page.getByRole('button', { name: words('action.openFile') }).click())
        await expect(overview(page)).toBeVisible()
        await expect.poll(title).toBe('own.daicho · 台帳')
      })
    })

    test('opens the file of its start; an order reaches the window', async ({ home }) => {
      await withShell(home, [register(home, 'own.daicho')], async ({ page, title, order }) => {
        await expect(overview(page)).toBeVisible()
        await expect.poll(title).toBe('own.daicho · 台帳')
        await order('go.risk')
        await expect(page).toHaveURL(/#\/risk$/)
      })
    })

    test('takes the file of a second start, and saves what is being typed first', async ({ home }) => {
      const [first, second] = [register(home, 'first.daicho'), register(home, 'second.daicho')]
      await withShell(home, [first], async ({ page, title, startAgain }) => {
        await expect(overview(page)).toBeVisible()
        await typeVendor(page, '北辰')
        await startAgain([second, join(home, 'third.daicho')])
        await expect.poll(title).toBe('second.daicho · 台帳')
        await expect(page.getByRole('alert').filter({ hasText: 'third.daicho' })).toBeVisible()
        expect(vendorIn(first)).toBe('北辰')
        await startAgain([join(home, 'gone.daicho')])
        await expect(page.getByRole('alert').filter({ hasText: 'gone.daicho' }).first()).toBeVisible()
      })
    })

    test('replaces a register process that died, and goes on with the same file', async ({ home }) => {
      await withShell(home, [register(home, 'own.daicho')], async ({ page, title, killRegister }) => {
        await expect(overview(page)).toBeVisible()
        await killRegister()
        await expect(page.getByRole('heading', { name: words('app.lost') })).toBeVisible()
        await page.getByRole('button', { name: words('action.goOn') }).click()
        await expect(overview(page)).toBeVisible()
        await expect.poll(title).toBe('own.daicho · 台帳')
      })
    })

    test('gives a register process up that dies three times, with a report, and opens again on request', async ({
      home,
    }) => {
      await withShell(home, [register(home, 'own.daicho')], async ({ page, killRegister }) => {
        await expect(overview(page)).toBeVisible()
        for (const death of [1, 2, 3]) {
          await killRegister()
          if (death === 3) break
          await expect(page.getByRole('button', { name: words('action.goOn') })).toBeEnabled()
          await page.getByRole('button', { name: words('action.goOn') }).click()
          await expect(overview(page)).toBeVisible()
        }
        await expect(page.getByRole('heading', { name: words('failed.register.title') })).toBeVisible()
        const report = await page.getByLabel(words('failed.report')).inputValue()
        expect(report).toContain('failed: register')
        expect(report).not.toContain(home)
        await page.getByRole('link', { name: words('failed.goOn') }).click()
        await expect(overview(page)).toBeVisible()
      })
    })

    test('saves the field that is being typed in before it closes', async ({ home }) => {
      const file = register(home, 'own.daicho')
      await withShell(home, [file], async ({ page, closeWindow, ended }) => {
        await expect(overview(page)).toBeVisible()
        await typeVendor(page, '北辰人材')
        await closeWindow()
        await ended
        expect(vendorIn(file)).toBe('北辰人材')
      })
    })

    test('asks before it closes over a form that is not sent, and stays where the person wants to', async ({
      home,
    }) => {
      await withShell(home, [register(home, 'own.daicho')], async ({ page, closeWindow, ended }) => {
        await expect(overview(page)).toBeVisible()
        await page.evaluate(() => {
          location.hash = '/system/new'
        })
        const name = page.getByRole('textbox', { name: words('field.system.name') })
        await name.click()
        await page.keyboard.type('与信')
        await closeWindow()
        const dialog = page.getByRole('dialog', { name: words('closing.title') })
        await expect(dialog).toContainText(words('field.system.name'))
        await dialog.getByRole('button', { name: words('closing.stay') }).click()
        await expect(name).toHaveValue('与信')
        await closeWindow()
        await pressToClose(page, dialog.getByRole('button', { name: words('closing.closeAnyway') }))
        await ended
      })
    })

    test('shows nothing but itself: no address, no window, no download, no permission; a policy on every page', async ({
      home,
    }) => {
      await withShell(home, [], async ({ page }) => {
        await expect(startScreen(page)).toBeVisible()
        const address = page.url()
        const policy = await page.evaluate(async () =>
          (await fetch('./index.html')).headers.get('content-security-policy'),
        )
        expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+'/)
        let windows = 0
        let downloads = 0
        page.context().on('page', () => (windows += 1))
        page.on('download', () => (downloads += 1))
        const permissions = await page.evaluate(async () => {
          const link = (to: string, download: boolean) => {
            const anchor = document.createElement('a')
            anchor.href = to
            if (download) anchor.download = 'a.txt'
            document.body.append(anchor)
            anchor.click()
          }
          link('https://example.com/', false)
          link('file:///etc/passwd', false)
          window.open('https://example.com/')
          const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const
          const states = asked.map(
            async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
          )
          return Promise.all(states)
        })
        expect(permissions.filter((state) => state === 'granted')).toEqual([])
        // The page still answers, where it was.
        await expect(startScreen(page)).toBeVisible()
        expect([page.url(), downloads]).toEqual([address, 0])
        await expect.poll(() => page.context().pages().length).toBe(1)
        expect(windows).toBeLessThanOrEqual(1)
      })
    })
  })
