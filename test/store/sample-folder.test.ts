/** Samples of earlier days: gone where nobody has changed them, kept where somebody has or nothing is known. */
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createUnit } from '#electron/register/accountability.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { SampleFolder } from '#electron/register/sample/sample-folder.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import type { JsonValue, Preferences } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import { temporaryFolder, testSurroundings } from '#test/support/register.ts'

function preferences(): Preferences {
  const kept: Record<string, JsonValue> = {}
  return {
    read: () => Promise.resolve(kept),
    write: (key, value) => {
      kept[key] = value
      return Promise.resolve()
    },
  }
}

const surroundings = testSurroundings('2026-11-24T00:00:00.000Z')
const open = (file: string) => openRegister(file, { surroundings, mode: 'write' })

/** In place of the sample, which takes its time: any register has an end of its log. */
const build = (file: string, { day, language }: { day: string; language: 'ja' | 'en' }): Promise<void> => {
  newRegister(file, surroundings, { language, name: { ja: '令和商事', en: null }, from: day })
  return Promise.resolve()
}

describe('a sample of an earlier day', () => {
  test('goes when the next is built, unless somebody has changed it, has it open, or nothing is known of it', async () => {
    const folder = join(temporaryFolder(), 'samples')
    const kept = preferences()
    const samples = new SampleFolder(folder, kept, surroundings, build)
    const unused = await samples.sampleOf('2026-11-20', 'ja')
    const changed = await samples.sampleOf('2026-11-20', 'en')
    // Opened and closed again without a change it is as unused as before.
    open(unused).close()
    const register = open(changed)
    createUnit(register, { name: { ja: '新設部', en: null }, kind: 'division' })
    register.close()
    const unknown = join(folder, 'reiwa-shoji-2026-11-01-ja.daicho')
    copyFileSync(changed, unknown)
    writeFileSync(join(folder, 'own.txt'), 'mine')

    const today = await samples.sampleOf('2026-11-24', 'ja')
    expect(readdirSync(folder).sort()).toEqual(
      [unknown, changed, today]
        .map((file) => basename(file))
        .concat('own.txt')
        .sort(),
    )
    expect(await new SampleFolder(folder, kept, surroundings, build).sampleOf('2026-11-24', 'ja')).toBe(today)

    // Another window has today's open when tomorrow comes.
    const elsewhere = { ...surroundings, newId: () => 'elsewhere', isRunning: () => true }
    const held = openRegister(today, { surroundings: elsewhere, mode: 'write' })
    onTestFinished(() => {
      held.close()
    })
    const later = { ...surroundings, isRunning: () => true }
    await new SampleFolder(folder, kept, later, build).sampleOf('2026-11-25', 'ja')
    expect(existsSync(today)).toBe(true)
  })

  test('lies in a passing folder where the own one cannot be made, and goes with it', async () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    const refusing: Preferences = {
      read: () => Promise.resolve({}),
      write: () => Promise.reject(new Problem('PREFERENCES_NOT_WRITTEN', { folder: file })),
    }
    const samples = new SampleFolder(join(file, 'samples'), refusing, surroundings, build)
    const sample = await samples.sampleOf('2026-11-24', 'ja')
    expect([samples.isTemporary(sample), samples.holds(sample), existsSync(sample)]).toEqual([true, true, true])
    samples.end()
    expect(existsSync(dirname(sample))).toBe(false)
  })
})
