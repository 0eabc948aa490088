/** The application as pictures are made of it: a fixed day, machine and account, and one of five registers open in it. */
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { builtFolder } from '#electron/build.ts'
import { type Application, openApplication } from '#electron/chromium/application.ts'
import type { Browser } from '#electron/chromium/find-browser.ts'
import { assign, createPerson } from '#electron/register/accountability.ts'
import { createSystem } from '#electron/register/systems.ts'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { openRegister, realSurroundings, type Surroundings } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { idSource } from '#electron/register/store/new-ids.ts'
import { dayAt } from '#shared/domain/calendar-date.ts'
import { heldPacks } from '#electron/register/requirements/held.ts'
import { codedNouns } from '#shared/domain/nouns.ts'
import { packKey } from '#shared/domain/requirements/requirement-pack.ts'
import type { Bilingual, Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { builtSample } from '#test/support/built-samples.ts'
import { writeSpreadsheets } from './spreadsheets.ts'

/** Tuesday morning in Tokyo, in the middle of a quarter. */
export const pictureMoment = '2026-11-24T00:30:00.000Z'
const timeZone = 'Asia/Tokyo'

/** What is open: nothing, the sample, a new register, one that somebody else edits, or a register whose process ended. */
export type Opened = 'nothing' | 'sample' | 'new' | 'held' | 'lost'

export interface Desk {
  readonly language: Language
  readonly words: ReturnType<typeof translate>
  readonly page: Page
  readonly application: Application
  /** The person's home folder, with files to choose. */
  readonly home: string
  /** The id behind a code of the open register. */
  readonly idOf: (code: string) => string
}

export interface OpenDesk extends Desk {
  close(): Promise<void>
}

/** Makes the process fit for pictures. Called once, before the first desk; what it gives back undoes it. */
export function fixSurroundings(): () => void {
  const { TZ, DAICHO_PICTURES_NOW, NODE_OPTIONS } = process.env
  process.env.TZ = timeZone
  process.env.DAICHO_PICTURES_NOW = pictureMoment
  process.env.NODE_OPTIONS = `--import=${pathToFileURL(join(import.meta.dirname, 'fixed-surroundings.ts')).href}`
  return () => {
    for (const [name, value] of Object.entries({ TZ, DAICHO_PICTURES_NOW, NODE_OPTIONS }))
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
  }
}

export async function openDesk(browser: Browser, language: Language, opened: Opened): Promise<OpenDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'daicho-pictures-'))
  // The listing of a folder shows its path: the part that differs between runs stays outside of it.
  const home = join(folder, 'home')
  mkdirSync(home)
  process.env.HOME = home
  process.env.USERPROFILE = home
  const made = await makeFiles(home, language, opened)
  const application = await openApplication({
    browser,
    assets: builtFolder('renderer'),
    profile: join(folder, 'profile'),
    language,
    headless: true,
    ...(made.open === null ? {} : { open: made.open }),
  })
  const { page } = application
  await page.clock.setFixedTime(pictureMoment)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 30_000 })
  const words = translate(language)
  if (opened === 'held') {
    await chooseFile({ page, words }, 'action.openFile', registerName(language))
    await page.getByRole('button', { name: words('action.openReadOnly') }).click()
    await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
  } else if (opened === 'lost') {
    process.kill(application.registerProcessId() ?? 0, 'SIGKILL')
    await page.getByRole('alert').waitFor()
  }
  return {
    language,
    words,
    page,
    application,
    home,
    idOf(code) {
      const id = made.ids.get(code)
      if (id === undefined) throw new Error(`The register has no record ${code}.`)
      return id
    },
    async close() {
      await application.close()
      made.release()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface MadeFiles {
  /** What is opened at the start; null where the start screen is left to the person. */
  readonly open: string | null
  readonly ids: ReadonlyMap<string, string>
  readonly release: () => void
}

/** The files of the home folder, and the register that is opened. */
async function makeFiles(home: string, language: Language, opened: Opened): Promise<MadeFiles> {
  const file = join(home, registerName(language))
  writeFileSync(join(home, 'letter.daicho'), 'not a register at all')
  writeSpreadsheets(home)
  const day = dayAt(pictureMoment, timeZone)
  if (opened === 'new') {
    const organisation = { ja: '試験商事株式会社', en: 'Shiken Shoji Co., Ltd.' }
    newRegister(file, somebodyElse(), { language, name: organisation, from: day })
  } else copyFileSync(await builtSample(language, day), file)
  const ids = idsOf(file)
  if (opened !== 'nothing' && opened !== 'held') return { open: file, ids, release: () => undefined }
  const holder = openRegister(file, { surroundings: somebodyElse(), mode: 'write' })
  return { open: null, ids, release: () => holder.close() }
}

/** A name that is in the way of nobody who reads the other language. */
export function registerName(language: Language): string {
  return language === 'ja' ? '令和商事.daicho' : 'reiwa-shoji.daicho'
}

export const changedExportName = 'register-2026-11-24'

/** The open register as a folder of tables in the home folder, one of which somebody changed. */
export async function changedExport({ home, language }: Pick<Desk, 'home' | 'language'>): Promise<void> {
  const register = openRegister(join(home, registerName(language)), { surroundings: somebodyElse(), mode: 'read' })
  try {
    const { dir } = await exportRegister(register, join(home, changedExportName))
    appendFileSync(join(dir, 'controls.csv'), ' ')
  } finally {
    register.close()
  }
}

export const subsidiaryName = 'subsidiary.daicho'

/** A subsidiary's register in the home folder; gives back the name of its first system. */
export function subsidiaryRegister({ home, language }: Pick<Desk, 'home' | 'language'>): string {
  const file = join(home, subsidiaryName)
  const inWords = (ja: string, en: string): Bilingual => (language === 'ja' ? { ja, en: null } : { ja: null, en })
  const surroundings = somebodyElse()
  newRegister(file, surroundings, {
    language,
    name: inWords('令和ロジ', 'Reiwa Logi'),
    from: dayAt(pictureMoment, timeZone),
  })
  const register = openRegister(file, { surroundings, mode: 'write' })
  try {
    const route = inWords('配送ルートの最適化', 'Delivery routes')
    createSystem(register, { name: route, notes: language === 'ja' ? '子会社の注' : 'A note of the subsidiary' })
    const shelf = createSystem(register, { name: inWords('倉庫の棚割り提案', 'Shelf proposals') })
    createSystem(register, { name: inWords('点呼の音声認識', 'Roll call by voice') })
    const person = createPerson(register, { name: inWords('中島 涼', 'Ryo Nakajima') })
    assign(register, {
      role: 'system_owner',
      subject: 'system',
      subjectId: shelf.id,
      postId: null,
      personId: person.id,
      from: null,
    })
    return route.ja ?? route.en ?? ''
  } finally {
    register.close()
  }
}

/** From the start screen: asks for a file of the home folder. */
export async function chooseFile({ page, words }: Pick<Desk, 'page' | 'words'>, button: string, name: string) {
  await page.getByRole('button', { name: words(button), exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
}

/** A colleague at another computer, at the moment of the pictures. */
function somebodyElse(): Surroundings {
  return {
    ...realSurroundings(idSource(), 'ken.tsuchiya'),
    clock: () => pictureMoment,
    machine: 'AUDIT-PC-02',
  }
}

function idsOf(file: string): ReadonlyMap<string, string> {
  const register = openRegister(file, { surroundings: somebodyElse(), mode: 'read' })
  try {
    const rows = [...codedNouns, 'pack' as const].flatMap(
      (noun) =>
        register.read.prepare(`SELECT code, id FROM ${recordTables[noun].table}`).all() as {
          code: string
          id: string
        }[],
    )
    const packs = heldPacks(register.read).map((pack) => [packKey(pack.content), pack.id] as const)
    return new Map([...rows.map(({ code, id }) => [code, id] as const), ...packs])
  } finally {
    register.close()
  }
}

/** How a screen is come to: with the page loaded anew, or within the page as a person goes there, which takes a tenth of it. */
export type Arrival = 'loaded' | 'within'

/** A record's code, or a requirement pack as answers name it: in a path they stand for the ids of their records. */
const codes = /[A-Z]{3,4}-[0-9]{4}[0-9A-Z]*|[A-Z]+[0-9]*@[0-9.]+/g

/**
 * Goes to a path from a fresh load of the page, so that nothing of the picture before is left. The address is put in place
 * silently: gone to as a person goes there, the screen would be drawn once only to be drawn again.
 */
export async function showPath(desk: Desk, path: string): Promise<void> {
  await desk.page.evaluate((hash) => history.replaceState(null, '', hash), hashOf(desk, path))
  await desk.page.reload()
  await desk.page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 30_000 })
}

function hashOf(desk: Desk, path: string): string {
  return `#${path.replaceAll(codes, desk.idOf)}`
}

declare global {
  interface Window {
    hasTyped?: boolean
  }
}

/**
 * Goes to a path without loading the page. A screen without anything of its own comes between, so that the same screen
 * begins anew too. Where something was typed, or stays open, the page is loaded: leaving a field would save it.
 */
export async function walkTo(desk: Desk, path: string): Promise<void> {
  if (!(await walked(desk, path))) await showPath(desk, path)
  await desk.page.evaluate(() => {
    if (window.hasTyped === undefined) document.addEventListener('input', () => (window.hasTyped = true), true)
    window.hasTyped = false
  })
}

/** False where the page must be loaded. */
async function walked(desk: Desk, path: string): Promise<boolean> {
  const { page, words } = desk
  if (await page.evaluate(() => window.hasTyped !== false)) return false
  const go = (hash: string) =>
    page.evaluate((next) => {
      location.hash = next
    }, hash)
  const between = page.getByRole('heading', { level: 1, name: words('app.noSuchScreen') })
  try {
    await go('#/between')
    await between.waitFor({ timeout: 3_000 })
    const isOpen = () => document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null
    await expect.poll(() => page.evaluate(isOpen), { timeout: 3_000 }).toBe(false)
  } catch {
    return false
  }
  await go(hashOf(desk, path))
  if (path !== '/no-such-screen') await between.waitFor({ state: 'hidden' })
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 30_000 })
  return true
}

/** Waits until nothing on the page has changed for some drawn frames, and every face is there. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise<void>((done) => {
      let quiet = 0
      const observer = new MutationObserver(() => {
        quiet = 0
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      const frame = () => {
        quiet += 1
        if (quiet < 20) requestAnimationFrame(frame)
        else {
          observer.disconnect()
          done()
        }
      }
      requestAnimationFrame(frame)
    })
    await document.fonts.ready
  })
}
