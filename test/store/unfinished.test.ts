/** What is not whole yet: works beside each other in one folder, what a killed process has left, and copies that lie open. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { checkBackup } from '#electron/register/backups/restore-backup.ts'
import { openOther } from '#electron/register/merge/open-other.ts'
import { openProtected } from '#electron/register/protect/age-file.ts'
import { registerFromProtected, writeProtectedCopy } from '#electron/register/protect/protected-copy.ts'
import { folderFromProtected, protectInto } from '#electron/register/protect/protected-folder.ts'
import { copyRegister } from '#electron/register/store/copy-register.ts'
import { salvageFile } from '#electron/register/store/salvage-file.ts'
import { noProcess } from '#test/support/left-behind.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'
import { noWork } from '#test/support/no-work.ts'

const passphrase = '羅針盤'
/** A guess costs next to nothing: what is tested is what stands where. */
const cheap = { workFactor: 8 }
const partial = /^\.daicho-(\d+)-[0-9a-f]{8}-[0-9a-f]{8}\.partial$/

test('works of one process in one folder, each gets what is its own', async () => {
  const { register } = testRegister()
  const folder = temporaryFolder()
  const note = join(temporaryFolder(), 'note.txt')
  writeFileSync(note, 'a note')
  await Promise.all([
    protectInto(note, { out: folder, passphrase }, cheap),
    writeProtectedCopy(register, join(folder, 'copy.daicho.age'), passphrase, cheap),
    copyRegister(register, join(folder, 'first.daicho')),
    copyRegister(register, join(folder, 'second.daicho')),
  ])
  expect(readdirSync(folder).sort()).toEqual(['copy.daicho.age', 'first.daicho', 'note.txt.age', 'second.daicho'])
  await openProtected(join(folder, 'note.txt.age'), passphrase, join(folder, 'note.txt'))
  expect(readFileSync(join(folder, 'note.txt'), 'utf8')).toBe('a note')
  await registerFromProtected(join(folder, 'copy.daicho.age'), passphrase, join(folder, 'x.daicho'), testSurroundings())
})

test('what a killed process left of a decrypted register goes with the next writer; another computer’s stays', async () => {
  const { register } = testRegister()
  const folder = temporaryFolder()
  const copy = join(folder, 'copy.daicho.age')
  await writeProtectedCopy(register, copy, passphrase, cheap)
  const seen = new Set<string>()
  const out = temporaryFolder()
  await registerFromProtected(copy, passphrase, join(out, 'x.daicho'), testSurroundings(), {
    progress: () => {
      for (const name of readdirSync(out)) seen.add(name)
    },
  })
  // One name is written under, and it is of the kind that is cleared.
  expect([...seen].map((name) => partial.exec(name)?.[1])).toEqual([String(process.pid)])
  const [name = ''] = seen
  const left = join(out, name.replace(String(process.pid), noProcess))
  const elsewhere = join(out, basename(left).replace(/-[0-9a-f]{8}-/, '-00000000-'))
  for (const file of [left, `${left}-journal`, elsewhere]) writeFileSync(file, 'half')
  await copyRegister(register, join(out, 'y.daicho'))
  expect(readdirSync(out).sort()).toEqual([basename(elsewhere), 'x.daicho', 'y.daicho'].sort())
})

test('what was left under the names of earlier versions goes too, unless it may still be written', async () => {
  const { register } = testRegister()
  const folder = temporaryFolder()
  const left = [
    `.daicho-${noProcess}.partial`,
    `.daicho-copy-${noProcess}.partial`,
    `.out.${noProcess}-0a1b2c3d.partial`,
  ]
  const lies = (name: string, hours: number) => {
    writeFileSync(join(folder, name), 'half')
    const then = new Date(Date.now() - hours * 3_600_000)
    utimesSync(join(folder, name), then, then)
  }
  for (const name of [...left, `${left[0] ?? ''}-journal`]) lies(name, 25)
  // A process of this computer that is there; what another computer may have begun today; a file that is somebody's own.
  const stay = [
    `.daicho-copy-${String(process.pid)}.partial`,
    `.daicho-copy-${noProcess}1.partial`,
    '.daicho-mine.partial',
  ]
  lies(stay[0] ?? '', 25)
  lies(stay[1] ?? '', 23)
  lies(stay[2] ?? '', 25)
  await copyRegister(register, join(folder, 'copy.daicho'))
  expect(readdirSync(folder).sort()).toEqual([...stay, 'copy.daicho'].sort())
})

test('a register that is copied to be looked at lies in a private folder, which is wiped where its process was killed', async () => {
  const { register, file } = testRegister()
  const { path: backup } = register.keepBackup('restore')
  const temporary = temporaryFolder()
  vi.stubEnv('TMPDIR', temporary)
  const lying = () => readdirSync(temporary).map((name) => name.replace(/\d+-\w+$/, ''))
  const works: Record<string, () => unknown> = {
    checkBackup: () => checkBackup(backup, testSurroundings(), noWork),
    openOther: async () => {
      const opened = await openOther(register, backup, noWork)
      expect(lying().filter((each) => each.startsWith('daicho-private-'))).toHaveLength(1)
      opened.close()
      opened.close()
    },
    salvageFile: () => salvageFile(file),
  }
  try {
    for (const [name, work] of Object.entries(works)) {
      const left = join(temporary, `daicho-private-${noProcess}-abc123`)
      mkdirSync(left)
      writeFileSync(join(left, 'copy.daicho'), 'names')
      // A folder that a person has called so, and has not opened for two days.
      const own = join(temporary, 'daicho-backup-latest')
      mkdirSync(own)
      writeFileSync(join(own, 'register.daicho'), 'kept')
      const longAgo = new Date(Date.now() - 48 * 3_600_000)
      utimesSync(own, longAgo, longAgo)
      await work()
      expect([name, existsSync(left), lying()]).toEqual([name, false, ['daicho-backup-latest']])
      expect(readFileSync(join(own, 'register.daicho'), 'utf8')).toBe('kept')
      rmSync(own, { recursive: true })
    }
  } finally {
    vi.unstubAllEnvs()
  }
})

test('a folder that is taken out has its name only when it is whole', async () => {
  const from = temporaryFolder()
  mkdirSync(join(from, 'tables'))
  for (let index = 0; index < 200; index += 1) writeFileSync(join(from, 'tables', `${String(index)}.csv`), 'a,b')
  const file = await protectInto(join(from, 'tables'), { out: from, passphrase }, cheap)
  const out = temporaryFolder()
  const seen: string[][] = []
  const looking = setInterval(() => seen.push(readdirSync(out)))
  const place = await folderFromProtected(file, passphrase, out, {})
  clearInterval(looking)
  expect(place).toBe(join(out, 'tables'))
  expect(readdirSync(place)).toHaveLength(200)
  expect(readdirSync(out)).toEqual(['tables'])
  // While it was written it stood under a name that is cleared.
  expect(seen.flat().filter((name) => !partial.test(name))).toEqual([])
  expect(seen.flat().length).toBeGreaterThan(0)
})
