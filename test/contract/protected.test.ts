/** What is protected by a passphrase, as the window and the command line write and open it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { protectFile } from '#electron/register/protect/age-file.ts'
import { printOnePage } from '#test/support/bundle.ts'
import { daicho, refusalShape } from '#test/support/command-line.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'
import {
  company,
  folderToken,
  refusal,
  reports,
  resultOf,
  type Serving,
  tokenFor,
  today,
} from '#test/support/serving.ts'

const passphrase = '紫陽花 と 羅針盤'

async function tokenOf(setting: Serving, path: string, purpose: 'open-register' | 'protected-bundle') {
  setting.choice = { kind: 'path', path }
  const chosen = await setting.client.file.choose({ purpose })
  if (chosen.kind !== 'chosen') throw new Error(chosen.kind)
  return chosen.token
}

/** What lies beside each other, the backups that Daicho makes by itself apart. */
const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.backups'))
    .sort()

/** What lies open in the folder for temporary files of this process; nothing may. */
const lyingOpen = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`daicho-private-${String(process.pid)}-`))

test('a protected copy of a register is told as what it is, opens with its passphrase alone, and stays', async () => {
  const setting = await company()
  const { client, folder } = setting
  await client.system.create({ name: { ja: '需要予測', en: null } })
  const before = await client.file.status()
  expect(await client.file.saveCopy({ token: await tokenFor(setting, 'copy'), passphrase })).toEqual({
    name: 'copy.daicho.age',
  })
  const copy = join(folder, 'copy.daicho.age')
  expect(readFileSync(copy).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(readFileSync(copy).includes('需要予測')).toBe(false)
  // Once more under the same name, however it is spelled.
  expect(
    await refusal(client.file.saveCopy({ token: await tokenFor(setting, 'copy.daicho.age'), passphrase })),
  ).toMatchObject({ code: 'FILE_EXISTS' })
  const token = await tokenOf(setting, copy, 'open-register')
  expect(await refusal(client.file.open({ token }))).toEqual({
    code: 'PASSPHRASE_NEEDED',
    facts: { file: 'copy.daicho.age' },
  })
  expect((await client.file.status()).refused).toMatchObject({
    what: 'open',
    fileName: 'copy.daicho.age',
    problem: { code: 'PASSPHRASE_NEEDED' },
  })
  const place = await tokenFor(setting, 'again')
  expect(await refusal(reports(client.file.openProtected({ token: place, passphrase: 'another' })))).toEqual({
    code: 'PASSPHRASE_WRONG',
    facts: { file: 'copy.daicho.age' },
  })
  const opened = await resultOf(client.file.openProtected({ token: place, passphrase }))
  expect(opened.refused).toBeNull()
  expect(opened.register).toMatchObject({ fileName: 'again.daicho', events: before.register?.events, readOnly: null })
  expect(filesIn(folder)).toEqual(['again.daicho', 'copy.daicho.age', 'own.daicho'])
  expect(lyingOpen()).toEqual([])
}, 240_000)

test('a protected file that holds no register makes none', async () => {
  const setting = await company()
  const { client, folder } = setting
  const { name } = await resultOf(client.exportRegister({ folder: await folderToken(setting), passphrase }))
  await refusal(client.file.open({ token: await tokenOf(setting, join(folder, name), 'open-register') }))
  const place = await tokenFor(setting, 'again')
  expect(await refusal(reports(client.file.openProtected({ token: place, passphrase })))).toMatchObject({
    code: 'NOT_A_REGISTER',
    facts: { file: join(folder, name) },
  })
  expect(filesIn(folder)).toEqual([name, 'own.daicho'])
}, 240_000)

test('a protected bundle is verified and shown with its passphrase, and lies open nowhere afterwards', async () => {
  const setting = await company({ print: printOnePage })
  const { client, folder } = setting
  await client.system.create({ name: { ja: '需要予測', en: null } })
  const pack = await resultOf(client.pack.lock({ asOf: today, openReason: '初回' }))
  const out = await folderToken(setting)
  const open = await resultOf(client.pack.write({ packId: pack.id, language: 'ja', folder: out }))
  const written = await resultOf(client.pack.write({ packId: pack.id, language: 'ja', folder: out, passphrase }))
  expect(written).toEqual({ name: `${open.name}.tar.age`, files: open.files, overBudget: null })
  const token = await tokenOf(setting, join(folder, written.name), 'protected-bundle')
  const asked = { folder: token, publicKey: null, noted: pack.dataDigest }
  expect(await refusal(reports(client.pack.checkBundle(asked)))).toMatchObject({ code: 'PASSPHRASE_NEEDED' })
  expect(await refusal(reports(client.pack.checkBundle({ ...asked, passphrase: 'x' })))).toMatchObject({
    code: 'PASSPHRASE_WRONG',
  })
  expect(await resultOf(client.pack.checkBundle({ ...asked, passphrase }))).toMatchObject({
    name: open.name,
    findings: [],
    register: 'compared',
  })
  const opened = await resultOf(client.director.openBundle({ folder: token, passphrase }))
  expect(opened).toMatchObject({ pages: 'shown', check: { findings: [] } })
  expect(lyingOpen()).toEqual([])
  // Kept in memory: its folder is gone, its pages are shown.
  const { model } = await client.director.pages({ shown: { kind: 'bundle', id: opened.id }, language: 'ja' })
  expect(model.code).toBe(pack.code)
  const bytes = readFileSync(join(folder, written.name))
  writeFileSync(join(folder, written.name), bytes.subarray(0, -100))
  expect(await refusal(reports(client.director.openBundle({ folder: token, passphrase })))).toEqual({
    code: 'PROTECTED_DAMAGED',
    facts: { file: written.name },
  })
  const workbook = await resultOf(client.exportRegister({ folder: out, format: 'xlsx', passphrase }))
  expect(workbook).toEqual({ name: `own-${today}.xlsx.age`, files: 1, guardedCells: 0 })
  expect(lyingOpen()).toEqual([])
}, 240_000)

test('the command line protects, verifies and takes out again; a passphrase comes from a file, never as an argument', async () => {
  const { file, register } = testRegister()
  register.close()
  const folder = temporaryFolder()
  const secret = join(folder, 'secret.txt')
  writeFileSync(secret, `${passphrase}\r\n`)
  const wrong = join(folder, 'wrong.txt')
  writeFileSync(wrong, 'other\n')
  const withSecret = ['--passphrase-file', secret, '--json']
  const json = async (words: string[]) => {
    const { exitCode, output } = await daicho(words)
    return { exitCode, said: JSON.parse(output) as Record<string, unknown> }
  }
  const copy = join(folder, 'register.daicho.age')
  expect(await json(['protect', file, '--out', folder, ...withSecret])).toEqual({ exitCode: 0, said: { file: copy } })
  expect(await json(['verify', copy, ...withSecret])).toEqual({ exitCode: 0, said: { ok: true, findings: [] } })
  expect(await json(['verify', copy, '--passphrase-file', wrong, '--json'])).toMatchObject({
    exitCode: 2,
    said: { error: { code: 'PASSPHRASE_WRONG' } },
  })
  const out = join(folder, 'out')
  expect(await json(['unprotect', copy, '--out', out, ...withSecret])).toEqual({
    exitCode: 0,
    said: { place: join(out, 'register.daicho') },
  })
  const exported = join(folder, 'tables')
  const { said } = await json(['export', file, '--out', exported, '--protect', ...withSecret])
  expect(said).toMatchObject({ dir: folder, file: `${exported}.tar.age`, guardedCells: 0 })
  expect(await json(['verify', `${exported}.tar.age`, ...withSecret])).toEqual({
    exitCode: 0,
    said: { ok: true, findings: [] },
  })
  expect(await json(['unprotect', `${exported}.tar.age`, '--out', out, ...withSecret])).toMatchObject({ exitCode: 0 })
  expect(readdirSync(join(out, 'tables'))).toContain('manifest.json')
  // What is neither a register nor a folder is taken out as it is; nothing unfinished is left beside it.
  await protectFile(secret, join(folder, 'book.xlsx.age'), passphrase, { workFactor: 8 })
  const book = ['unprotect', join(folder, 'book.xlsx.age'), '--out', out, ...withSecret]
  expect(await json(book)).toEqual({ exitCode: 0, said: { place: join(out, 'book.xlsx') } })
  expect(readFileSync(join(out, 'book.xlsx'), 'utf8')).toBe(`${passphrase}\r\n`)
  expect(await json(book)).toMatchObject({ said: { error: { code: 'FILE_EXISTS' } } })
  expect(readdirSync(out).sort()).toEqual(['book.xlsx', 'register.daicho', 'tables'])
  const withoutTerminal = await daicho(['protect', file, '--out', folder, '--json'])
  expect(refusalShape.parse(JSON.parse(withoutTerminal.output)).error.code).toBe('USAGE')
  expect(withoutTerminal.errors).toContain('--passphrase-file')
  expect(lyingOpen()).toEqual([])
}, 240_000)
