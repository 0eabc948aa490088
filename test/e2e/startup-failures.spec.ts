/** What cannot be opened, over real files: each has one screen that says what is so and what can be done, and changes nothing. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { newRegister } from '#electron/register/new-register.ts'
import { realSurroundings } from '#electron/register/store/register-file.ts'
import { latestVersion } from '#electron/register/store/migrate.ts'
import { japanZone } from '#shared/domain/breach-clock.ts'
import { localMoment } from '#shared/domain/incident/local-moment.ts'
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { expect, goTo, makeRegister, openSample, startApplication, test } from '#test/support/window.ts'

const languages = ['ja', 'en'] as const

function makeFile(file: string): void {
  const options = { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' } as const
  newRegister(file, realSurroundings(v7, 'tester'), options)
}

function sql(file: string, statement: string): void {
  const database = new Database(file)
  database.exec(statement)
  database.close()
}

/** A write that another process did not live to end: its journal lies beside the register. */
function cutOff(file: string): void {
  const script = `
    const Database = require('better-sqlite3')
    const database = new Database(process.argv[1])
    database.pragma('cache_size = 2')
    database.exec('BEGIN IMMEDIATE')
    database.exec("CREATE TABLE large AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500) SELECT printf('%.4000c', 'x') FROM n")
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['--eval', script, file])
  if (statSync(`${file}-journal`).size <= 512) throw new Error('no journal was left')
}

interface Failure {
  readonly name: string
  /** Where it lies, where that is what is wrong. */
  readonly place?: string
  /** Makes the file what it is. */
  readonly prepare: (file: string) => void
  /** Takes back what would be in the way of removing it. */
  readonly restore?: (file: string) => void
  readonly title: Readonly<Record<Language, string>>
  readonly fact: Readonly<Record<Language, (file: string) => string>>
  /** Keys of the buttons, in their order. */
  readonly offers: readonly string[]
}

const rest = ['action.openSample', 'action.backToStart']

const failures: readonly Failure[] = [
  {
    name: 'not there',
    prepare: () => undefined,
    title: { ja: '台帳のファイルが見つかりません', en: 'The register file is not there' },
    fact: {
      ja: (file) => `「${file}」が見つかりません。場所と名前を確かめてください`,
      en: (file) => `"${file}" is not there. Check its place and name`,
    },
    offers: ['action.tryAgain', 'action.openOther', ...rest],
  },
  {
    name: 'no register at all',
    prepare: (file) => {
      writeFileSync(file, 'name,purpose\n'.repeat(50))
    },
    title: { ja: '台帳のファイルではありません', en: 'Not a register' },
    fact: {
      ja: (file) => `「${file}」は台帳のファイルではありません。拡張子が .daicho の台帳を指定してください`,
      en: (file) => `"${file}" is not a register. Choose a .daicho file that Daicho made`,
    },
    offers: ['action.openOther', 'action.showFolder', ...rest],
  },
  {
    name: 'damaged',
    prepare: (file) => {
      makeFile(file)
      const bytes = readFileSync(file)
      writeFileSync(file, bytes.subarray(0, bytes.length - 8192))
    },
    title: { ja: '台帳のファイルが壊れています', en: 'The register file is damaged' },
    fact: {
      ja: (file) =>
        `「${file}」は壊れています（database disk image is malformed）。書き換えずに閉じました。バックアップから復元してください`,
      en: (file) =>
        `"${file}" is damaged (database disk image is malformed). Closed without changing it. Restore a backup`,
    },
    offers: ['recovery.start', 'action.openOther', 'action.showFolder', 'action.tryAgain', ...rest],
  },
  {
    name: 'of a newer version',
    prepare: (file) => {
      makeFile(file)
      sql(file, 'PRAGMA user_version = 9990')
    },
    title: { ja: '新しい版で作られた台帳です', en: 'Made by a newer version' },
    fact: {
      ja: (file) =>
        `「${file}」は新しい版で作られています（版 9990、この版は ${latestVersion} まで）。書き換えずに閉じました。新しい版で開いてください`,
      en: (file) =>
        `"${file}" was made by a newer version (schema 9990; this one knows ${latestVersion}). Closed without changing it. Open it with the newer version`,
    },
    offers: ['action.openOther', 'action.showFolder', ...rest],
  },
  {
    name: 'crafted',
    prepare: (file) => {
      makeFile(file)
      sql(file, 'CREATE TRIGGER spy AFTER INSERT ON system BEGIN DELETE FROM risk; END')
    },
    title: { ja: '台帳の構造が変えられています', en: 'The structure of the register was changed' },
    fact: {
      ja: (file) =>
        `「${file}」には台帳にないはずのものが含まれています（+ trigger spy）。開きませんでした。バックアップを使うか、verify で調べてください`,
      en: (file) =>
        `"${file}" holds what no register holds (+ trigger spy). It was not opened. Use a backup, or examine it with verify`,
    },
    offers: ['action.openOther', 'action.showFolder', ...rest],
  },
  {
    name: 'cut off while it was written, where it cannot be repaired',
    prepare: (file) => {
      makeFile(file)
      cutOff(file)
      chmodSync(dirname(file), 0o555)
    },
    restore: (file) => {
      chmodSync(dirname(file), 0o755)
    },
    title: { ja: '書き込みが途中で止まった台帳です', en: 'A write to this register was cut off' },
    fact: {
      ja: (file) =>
        `「${file}」は書き込みの途中で止まったままです。ファイルと「-journal」の付くファイルの両方を、書き込めるフォルダーに移してから開いてください`,
      en: (file) =>
        `Writing to "${file}" was cut off. Copy it, with the file of the same name that ends in "-journal", into a folder that can be written to and open it there`,
    },
    offers: ['action.showFolder', 'action.tryAgain', 'action.openOther', ...rest],
  },
  {
    name: 'too long by name',
    place: `${'x'.repeat(260)}.daicho`,
    prepare: () => undefined,
    title: { ja: '名前または場所が長すぎます', en: 'The name or place is too long' },
    fact: {
      ja: (file) => `「${file}」は名前または場所の文字数が多すぎます。短い名前にするか、浅いフォルダーに置いてください`,
      en: (file) =>
        `The name or place of "${file}" is too long. Give it a shorter name or put it into a folder nearer to the top`,
    },
    offers: ['action.openOther', 'action.showFolder', ...rest],
  },
]

/** What the screen says and offers, whole. */
async function expectFailure(page: Page, language: Language, file: string, failure: Failure): Promise<void> {
  const words = translate(language)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(failure.title[language])
  await expect(page.locator('.failure-fact')).toHaveText(failure.fact[language](file))
  await expect(page.locator('.failure .button-row button')).toHaveText(failure.offers.map((key) => words(key)))
}

function failureNamed(name: string): Failure {
  const found = failures.find((failure) => failure.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

/** Chooses a file of the home folder in the window's dialog. */
async function chooseFile(page: Page, button: string, name: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
}

for (const language of languages)
  test.describe(language, () => {
    test.use({ language })

    for (const name of ['not there', 'damaged', 'too long by name'])
      test(`a file named at the start: ${name}`, async ({ home, words }) => {
        const failure = failureNamed(name)
        const file = join(home, failure.place ?? '台帳.daicho')
        failure.prepare(file)
        const application = await startApplication(home, { language, open: file })
        try {
          const { page } = application
          await expectFailure(page, language, file, failure)
          await page.getByRole('button', { name: words('action.backToStart') }).click()
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('start.title'))
        } finally {
          await application.close()
        }
      })

    test('a file that a person chooses leads to the same screen, and is never changed', async ({
      page,
      home,
      words,
    }) => {
      for (const failure of failures.filter((each) => each.place === undefined))
        await test.step(failure.name, async () => {
          const file = join(home, '台帳.daicho')
          failure.prepare(file)
          const before = contentOf(file)
          if (before === null) makeFile(file)
          await page.getByRole('button', { name: words('action.openFile') }).click()
          const choice = page.getByRole('dialog').getByRole('button', { name: '台帳.daicho' })
          await choice.waitFor()
          if (before === null) rmSync(file)
          await choice.click()
          await expectFailure(page, language, file, failure)
          // Tried once more it is refused once more.
          if (failure.offers.includes('action.tryAgain'))
            await page.getByRole('button', { name: words('action.tryAgain') }).click()
          await expectFailure(page, language, file, failure)
          expect(contentOf(file)).toBe(before)
          failure.restore?.(file)
          for (const ending of ['', '-journal']) rmSync(`${file}${ending}`, { force: true })
          await page.getByRole('button', { name: words('action.backToStart') }).click()
        })
      // Afterwards everything works as if nothing had been.
      makeFile(join(home, '台帳.daicho'))
      await chooseFile(page, words('action.openFile'), '台帳.daicho')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('overview.title'))
    })

    test('open elsewhere: who, where and since when; to be read, or edited once it is closed there', async ({
      page,
      home,
      words,
    }) => {
      const file = join(home, '台帳.daicho')
      makeFile(file)
      const holder = await hold(file)
      await chooseFile(page, words('action.openFile'), '台帳.daicho')
      // Before it is open in the computer's zone; then in the register's.
      const sinceIn = (zone: string) => localMoment(leaseOf(file).since, zone)
      const since = sinceIn(Intl.DateTimeFormat().resolvedOptions().timeZone)
      const held: Failure = {
        name: 'held',
        prepare: () => undefined,
        title: { ja: 'この台帳は別の窓で編集中です', en: 'Open for editing in another window' },
        fact: {
          ja: () =>
            `「${file}」は ${hostname()} の holder が ${since} から開いています。読み取り専用で開けます。変更は、そちらを閉じてからできます`,
          en: () =>
            `"${file}" is held by holder on ${hostname()} since ${since}. It can be opened read-only, and changed once it is closed there`,
        },
        offers: ['action.openReadOnly', 'action.tryAgain', 'action.openOther', ...rest],
      }
      await expectFailure(page, language, file, held)
      await page.getByRole('button', { name: words('action.openReadOnly') }).click()
      await expect(page.locator('.frame-notice')).toHaveText(
        `${words('app.readOnly')} ${words('app.readOnlyHeld', { machine: hostname(), account: 'holder', since: sinceIn(japanZone) })}`,
      )
      await page.getByRole('button', { name: '台帳.daicho' }).click()
      await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()
      await chooseFile(page, words('action.openFile'), '台帳.daicho')
      await expectFailure(page, language, file, held)
      holder.stdin?.end()
      await once(holder, 'exit')
      await page.getByRole('button', { name: words('action.tryAgain') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('overview.title'))
      await expect(page.locator('.frame-notice')).toHaveCount(0)
    })
  })

for (const language of languages) {
  test(`the part that keeps the register cannot be started (${language})`, async ({ home }) => {
    const words = translate(language)
    const lock = join(home, 'missing.cjs')
    const addon = join(home, 'repaired')
    // As if the addon were not there, in a real process: the file that says so is read by Node before the program.
    writeFileSync(
      lock,
      `const { existsSync } = require('node:fs')
       const Module = require('node:module')
       const load = Module._load
       Module._load = function (name, ...rest) {
         if (name === 'better-sqlite3' && !existsSync(${JSON.stringify(addon)})) throw new Error('no addon')
         return load.call(this, name, ...rest)
       }
       Module.registerHooks?.({ resolve: (name, context, next) => {
         if (name === 'better-sqlite3' && !existsSync(${JSON.stringify(addon)})) throw new Error('no addon')
         return next(name, context)
       } })`,
    )
    const before = process.env.NODE_OPTIONS
    process.env.NODE_OPTIONS = `--require ${lock}`
    const application = await startApplication(home, { language })
    try {
      const { page } = application
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('app.unstarted'))
      await expect(page.getByText(words('app.unstartedWhat'))).toBeVisible()
      await page.getByRole('button', { name: words('action.tryAgain') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('app.unstarted'))
      writeFileSync(addon, '')
      await page.getByRole('button', { name: words('action.tryAgain') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('start.title'))
    } finally {
      if (before === undefined) delete process.env.NODE_OPTIONS
      else process.env.NODE_OPTIONS = before
      await application.close()
    }
  })

  test(`a profile folder that cannot be made: everything works, and a sentence says what is not kept (${language})`, async ({
    home,
  }) => {
    const words = translate(language)
    writeFileSync(join(home, 'a-file'), '')
    const application = await startApplication(home, { language, profile: join(home, 'a-file', 'profile') })
    try {
      const { page } = application
      await page.getByRole('button', { name: words('display.title') }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words('display.dark') })
        .click()
      await expect(page.getByText(words('display.notKept'))).toBeVisible()
      await page.keyboard.press('Escape')
      await openSample(page, words)
      await expect(page.locator('.frame-notice')).toHaveText(words('app.temporary'))
    } finally {
      await application.close()
    }
  })
}

test('a lease that a crash has left is taken over without a word', async ({ page, home, words }) => {
  const file = join(home, '台帳.daicho')
  makeFile(file)
  const holder = await hold(file)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  expect(leaseOf(file).account).toBe('holder')
  await chooseFile(page, words('action.openFile'), '台帳.daicho')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('overview.title'))
  await expect(page.locator('.frame-notice')).toHaveCount(0)
})

test('a file that may not be read', async ({ page, home, words, language }) => {
  test.skip(process.getuid?.() === 0, 'skipped: run by root, who may read everything')
  const file = join(home, '台帳.daicho')
  makeFile(file)
  chmodSync(file, 0o000)
  await chooseFile(page, words('action.openFile'), '台帳.daicho')
  await expectFailure(page, language, file, {
    name: 'not readable',
    prepare: () => undefined,
    title: { ja: '台帳を読めません', en: 'The register cannot be read' },
    fact: {
      ja: () => `「${file}」を読む権限がありません。権限を確かめてください`,
      en: () => `"${file}" may not be read. Check its permissions`,
    },
    offers: ['action.tryAgain', 'action.openOther', 'action.showFolder', ...rest],
  })
})

test('a folder that may not be written to: a register in it opens for reading, a new one is made elsewhere', async ({
  page,
  home,
  words,
  language,
}) => {
  const [closed, open] = [join(home, 'closed'), join(home, 'open')]
  for (const folder of [closed, open]) mkdirSync(folder)
  await page.getByRole('button', { name: words('action.newRegister') }).click()
  await page.getByLabel(words('field.organisation.name')).fill('試験商事')
  await page.getByRole('button', { name: words('action.chooseFolder') }).click()
  await page.getByRole('button', { name: 'closed' }).click()
  await expect(page.locator('.file-path')).toHaveText(closed)
  // Taken away between the listing and the choice, as a system's own dialog would allow it.
  chmodSync(closed, 0o555)
  await page.getByRole('button', { name: words('action.createHere') }).click()
  await expectFailure(page, language, closed, {
    name: 'not writable',
    prepare: () => undefined,
    title: { ja: '保存先に書き込めません', en: 'The folder cannot be written to' },
    fact: {
      ja: (folder) => `フォルダー「${folder}」に書き込めません。書き込めるフォルダーを指定してください`,
      en: (folder) => `The folder "${folder}" cannot be written to. Choose one that can`,
    },
    offers: ['action.createElsewhere', 'action.tryAgain', ...rest],
  })
  await page.getByRole('button', { name: words('action.createElsewhere') }).click()
  await page.getByRole('button', { name: 'open', exact: false }).first().click()
  await page.getByRole('button', { name: words('action.createHere') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('overview.title'))
  await page.getByRole('button', { name: '台帳.daicho' }).click()
  await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()

  chmodSync(open, 0o555)
  try {
    await page.getByRole('button', { name: words('action.openFile') }).click()
    // The register stands among those opened last, too.
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'open', exact: false }).first().click()
    await dialog.getByRole('button', { name: '台帳.daicho' }).click()
    await expect(page.locator('.frame-notice')).toHaveText(
      '読み取り専用 「台帳.daicho」またはそのフォルダーに書き込めません。',
    )
  } finally {
    for (const folder of [closed, open]) chmodSync(folder, 0o755)
  }
})

test.describe('a disk that is full', () => {
  /** A small disk in memory in the home folder; undefined where this machine allows none. */
  function smallDisk(home: string): string | undefined {
    const folder = join(home, 'disk')
    mkdirSync(folder)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]).status === 0
    return mounted ? folder : undefined
  }
  /** Leaves no byte free. */
  function fill(folder: string): void {
    spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=4096'])
  }

  test('is told at opening, and what is typed while it is full is kept and saved once there is room', async ({
    page,
    home,
    words,
    language,
  }) => {
    const disk = smallDisk(home)
    test.skip(disk === undefined, 'skipped: no disk in memory may be mounted here')
    if (disk === undefined) return
    try {
      const file = join(disk, '台帳.daicho')
      makeFile(file)
      fill(disk)
      await page.getByRole('button', { name: words('action.openFile') }).click()
      await page.getByRole('button', { name: 'disk' }).click()
      await page.getByRole('button', { name: '台帳.daicho' }).click()
      await expectFailure(page, language, file, {
        name: 'full',
        prepare: () => undefined,
        title: { ja: 'ディスクに空きがありません', en: 'The disk is full' },
        fact: {
          ja: () =>
            `ディスクに空きがありません。「${file}」は変更前のままです。空きを作ってから、もう一度行ってください`,
          en: () => `The disk is full. "${file}" is as it was. Make room and do it again`,
        },
        offers: ['action.openReadOnly', 'action.tryAgain', 'action.openOther', 'action.showFolder', ...rest],
      })
      rmSync(join(disk, 'filler'))
      await page.getByRole('button', { name: words('action.tryAgain') }).click()
      await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
      await goTo(page, '/settings')
      fill(disk)
      const name = page.getByRole('textbox', { name: words('field.organisation.name') })
      await name.fill('満杯商事')
      await name.blur()
      const sentence = `ディスクに空きがありません。「${file}」は変更前のままです。空きを作ってから、もう一度行ってください`
      await expect(page.getByText(sentence).first()).toBeVisible()
      await expect(page.locator('.frame-top').getByRole('alert')).toHaveText(words('app.notSaved'))
      await expect(name).toHaveValue('満杯商事')
      rmSync(join(disk, 'filler'))
      await page.getByRole('button', { name: words('action.saveAgain') }).click()
      await expect(page.getByText(sentence)).toHaveCount(0)
      await expect(page.locator('.frame-company')).toHaveText('満杯商事')
    } finally {
      // The register process still has the file open.
      spawnSync('umount', ['--lazy', disk])
    }
  })
})

test.describe('a disk that fails', () => {
  /** The process that has the file open; undefined where none has. */
  function holderOf(file: string): string | undefined {
    const opens = (pid: string) => {
      try {
        const folder = `/proc/${pid}/fd`
        return readdirSync(folder).some((descriptor) => readlinkSync(join(folder, descriptor)) === file)
      } catch {
        // It has ended meanwhile, or is another account's.
        return false
      }
    }
    return readdirSync('/proc').find((name) => /^\d+$/.test(name) && opens(name))
  }
  /** So large may the files be that the process writes: beyond that the system answers as it does for a disk that errs. */
  const limit = (pid: string, bytes: string) =>
    spawnSync('prlimit', ['--pid', pid, `--fsize=${bytes}:unlimited`]).status === 0

  test('is told as something is saved and at opening, and once it is mended both go on', async ({
    page,
    home,
    words,
    language,
  }) => {
    test.skip(process.platform !== 'linux', 'skipped: a limit for a process that runs is known on Linux alone')
    const file = join(home, '台帳.daicho')
    makeFile(file)
    await chooseFile(page, words('action.openFile'), '台帳.daicho')
    await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
    const register = holderOf(file)
    if (register === undefined) throw new Error('nobody has the register open')
    await goTo(page, '/settings')
    test.skip(!limit(register, '4096'), 'skipped: no limit may be set here')
    const name = page.getByRole('textbox', { name: words('field.organisation.name') })
    await name.fill('故障商事')
    await name.blur()
    const sentence = `ディスクの読み書きに失敗しました（disk I/O error）。「${file}」に保存済みの内容は変わっていません。ディスク、その接続、1ファイルの大きさの上限を確かめてから、もう一度行ってください`
    await expect(page.getByText(sentence).first()).toBeVisible()
    await expect(name).toHaveValue('故障商事')
    limit(register, 'unlimited')
    await page.getByRole('button', { name: words('action.saveAgain') }).click()
    await expect(page.locator('.frame-company')).toHaveText('故障商事')

    await page.getByRole('button', { name: '台帳.daicho' }).click()
    await page.getByRole('menuitem', { name: words('action.closeRegister') }).click()
    await page.getByRole('button', { name: words('action.openFile') }).waitFor()
    limit(register, '4096')
    await chooseFile(page, words('action.openFile'), '台帳.daicho')
    await expectFailure(page, language, file, {
      name: 'failed',
      prepare: () => undefined,
      title: { ja: 'ディスクの読み書きに失敗しました', en: 'The disk has failed' },
      fact: {
        ja: () => sentence,
        en: () =>
          `Reading or writing failed on the disk (disk I/O error). "${file}" holds what was saved before. Check the disk, its connection and any limit on the size of a file, and do it again`,
      },
      offers: ['action.tryAgain', 'action.openReadOnly', 'action.openOther', 'action.showFolder', ...rest],
    })
    limit(register, 'unlimited')
    await page.getByRole('button', { name: words('action.tryAgain') }).click()
    await page.getByRole('heading', { level: 1, name: words('overview.title') }).waitFor()
  })
})

test('a file that is moved away while it is open is told; put back, what was typed is saved', async ({
  page,
  home,
  words,
}) => {
  await makeRegister(page, words, '試験商事')
  await goTo(page, '/settings')
  const [here, away] = [join(home, '台帳.daicho'), join(home, 'away.daicho')]
  renameSync(here, away)
  const name = page.getByRole('textbox', { name: words('field.organisation.name') })
  await name.fill('移動商事')
  await name.blur()
  await expect(page.locator('.frame-notice')).toHaveText(
    '「台帳.daicho」は元の場所にありません。 移動、名前の変更、削除、またはディスクの取り外しが考えられます。変更は保存できません。元の場所に戻すと、入力したまま続けて保存できます。',
  )
  await expect(name).toHaveValue('移動商事')
  renameSync(away, here)
  await page.getByRole('button', { name: words('action.saveAgain') }).click()
  await expect(page.locator('.frame-company')).toHaveText('移動商事')
  await expect(page.locator('.frame-notice')).toHaveCount(0)
})

/** Another process that holds the register for writing. */
async function hold(file: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../support/hold-register.ts', import.meta.url))
  const holder = spawn(process.execPath, [script, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  return holder
}

function leaseOf(file: string): { account: string; since: string } {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare('SELECT account, since FROM lease').get() as { account: string; since: string }
  } finally {
    database.close()
  }
}

/** The bytes as text of one letter each; null where there is no file. */
function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return null
  }
}
