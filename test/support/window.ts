/** The application in a real browser, with its own register process, home folder and profile, for one end-to-end test. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, expect, type Locator, test as base, type Page } from '@playwright/test'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { type Application, type ApplicationOptions, openApplication } from '#electron/chromium/application.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { laySample } from './built-samples.ts'
import { leftTheComputer, netLogTo } from './network.ts'
import { pinnedBrowser } from './pinned-browser.ts'

export interface WindowFixtures {
  readonly language: Language
  /** The application builds the sample itself, as at its first start on a computer. */
  readonly buildsSample: boolean
  /** How often the page's policy has to refuse something: only a test that provokes it expects that. */
  readonly expectedRefusals: number
  /** The person's home folder: what the dialog in the window shows first. */
  readonly home: string
  readonly application: Application
  readonly page: Page
  /** Words of the window's language. */
  readonly words: ReturnType<typeof translate>
}

/** What is made once for all tests of a worker: the built parts, and a browser in which each test has a context of its own. */
let built: Promise<void> | null = null
let running: Promise<Browser> | null = null

/** Where the browser of this worker writes down what its network part does. */
const netLog = join(tmpdir(), `daicho-net-${randomUUID()}.json`)
/** What the policy of a page has refused since the test began, as the browser says it, and where. */
let refusedByPolicy: string[] = []

async function launchBrowser(): Promise<Browser> {
  const options = launchOptions(await pinnedBrowser())
  const args = [...(options.args ?? []), ...netLogTo(netLog)]
  const browser = await chromium.launch({ ...options, args, headless: true })
  const newContext = browser.newContext.bind(browser)
  // Before any page of it is there: the first thing that a page does counts too.
  browser.newContext = async (given) => {
    const context = await newContext(given)
    context.on('console', (message) => {
      if (/content security policy/i.test(message.text()))
        refusedByPolicy.push(`${message.text()} at ${message.page()?.url() ?? ''}`)
    })
    return context
  }
  return browser
}

/** Nothing of all that the worker's tests did has left the computer. */
function judgeNetwork(): void {
  const left = leftTheComputer(netLog)
  rmSync(netLog, { force: true })
  if (left.length > 0) throw new Error(`the browser has tried to reach the outside: ${left.join(', ')}`)
}

export const test = base.extend<
  WindowFixtures & { readonly policy: undefined },
  { readonly browserOfWorker: undefined }
>({
  expectedRefusals: [0, { option: true }],
  policy: [
    async ({ expectedRefusals }, use) => {
      refusedByPolicy = []
      await use(undefined)
      if (expectedRefusals === 0) expect(refusedByPolicy).toEqual([])
      else expect(refusedByPolicy).toHaveLength(expectedRefusals)
    },
    { auto: true },
  ],
  // Playwright reads which fixtures one needs from this pattern, also where it needs none.
  browserOfWorker: [
    async ({ browserName: _browserName }, use) => {
      await use(undefined)
      const browser = await running
      if (browser === null) return
      await browser.close()
      judgeNetwork()
    },
    { scope: 'worker', auto: true },
  ],
  language: ['ja', { option: true }],
  home: async ({ language: _language }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'daicho-home-'))
    await use(home)
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  },
  buildsSample: [false, { option: true }],
  application: async ({ language, home, buildsSample }, use) => {
    if (!buildsSample) await laySample(join(home, '.profile'), language)
    const application = await startApplication(home, { language })
    await use(application)
    await application.close()
  },
  page: async ({ application }, use) => {
    await use(application.page)
  },
  words: async ({ language }, use) => {
    await use(translate(language))
  },
})
export { expect } from '@playwright/test'

/** The application with a home folder, as a person would start it there; closed by its user. */
export async function startApplication(
  home: string,
  options: Pick<ApplicationOptions, 'language'> & Partial<ApplicationOptions>,
): Promise<Application> {
  built ??= ensureBuilt({ what: ['main', 'renderer', 'notices'], report: process.stderr })
  await built
  running ??= launchBrowser()
  process.env.HOME = home
  process.env.USERPROFILE = home
  return openApplication({
    browser: await pinnedBrowser(),
    assets: builtFolder('renderer'),
    profile: join(home, '.profile'),
    headless: true,
    running: await running,
    ...options,
  })
}

/** Opens the sample and waits for its overview. */
export async function openSample(page: Page, words: WindowFixtures['words']): Promise<void> {
  await page.getByRole('button', { name: words('action.openSample') }).click()
  await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor({ timeout: 30_000 })
}

/** Goes to a screen by its path. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

/** Makes a new register in the home folder, from the start screen. */
export async function makeRegister(page: Page, words: WindowFixtures['words'], name: string): Promise<void> {
  await page.getByRole('button', { name: words('action.newRegister') }).click()
  await page.getByLabel(words('field.organisation.name')).fill(name)
  await page.getByRole('button', { name: words('action.chooseFolder') }).click()
  await page.getByRole('button', { name: words('action.createHere') }).click()
  await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
}

/** Picks a record in a field that searches. */
export async function pick(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  await field.click()
  await field.fill(text)
  await page.getByRole('option', { name: text }).first().click()
}

/** Presses what closes the window: it may be gone before the press is answered for. */
export async function pressToClose(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('close'), button.click().catch(() => undefined)])
}
