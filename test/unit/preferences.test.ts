/** Preferences of the person at this computer: one file, never in the way. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chosenLanguage, preferencesIn, profileFolder } from '#electron/preferences.ts'
import { temporaryFolder } from '#test/support/register.ts'

describe('the profile folder', () => {
  test.each([
    ['linux', {}, join(homedir(), '.config', 'daicho')],
    ['linux', { XDG_CONFIG_HOME: '/config' }, '/config/daicho'],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, join(homedir(), '.config', 'daicho')],
    ['linux', { XDG_CONFIG_HOME: '/config', DAICHO_PROFILE: '/elsewhere' }, '/elsewhere'],
    ['linux', { DAICHO_PROFILE: '' }, join(homedir(), '.config', 'daicho')],
    ['darwin', { XDG_CONFIG_HOME: '/config' }, join(homedir(), 'Library', 'Application Support', 'Daicho')],
    ['win32', { APPDATA: '/Users/sato/AppData/Roaming' }, '/Users/sato/AppData/Roaming/Daicho'],
    ['win32', {}, join(homedir(), 'AppData', 'Roaming', 'Daicho')],
  ] as const)('%s %j', (platform, environment, folder) => {
    expect(profileFolder(platform, environment)).toBe(folder)
  })
})

describe('preferences', () => {
  test('are empty where there are none, and reading leaves nothing behind', async () => {
    const folder = join(temporaryFolder(), 'not', 'there')
    expect(await preferencesIn(folder).read()).toEqual({})
    expect(readdirSync(join(folder, '..', '..'))).toEqual([])
  })

  test('are kept one by one, in a folder of the person alone', async () => {
    const folder = join(temporaryFolder(), 'profile')
    const preferences = preferencesIn(folder)
    await preferences.write('language', 'ja')
    await preferences.write('columns', { system: [120, 80], open: true, none: null })
    await preferences.write('language', 'en')
    expect(await preferencesIn(folder).read()).toEqual({
      columns: { system: [120, 80], open: true, none: null },
      language: 'en',
    })
    await preferences.write('columns', null)
    expect(await preferences.read()).toEqual({ language: 'en' })
    expect(readdirSync(folder)).toEqual(['preferences.json'])
    expect(statSync(folder).mode & 0o077).toBe(0)
  })

  test.each(['{"language": "ja"', '', '[]', '"text"', 'null', '3'])(
    '%j is kept aside and counts as empty',
    async (text) => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'preferences.json'), text)
      expect(await preferencesIn(folder).read()).toEqual({})
      expect(readdirSync(folder)).toEqual(['preferences.json.unreadable'])
      expect(readFileSync(join(folder, 'preferences.json.unreadable'), 'utf8')).toBe(text)
      await preferencesIn(folder).write('language', 'ja')
      expect(await preferencesIn(folder).read()).toEqual({ language: 'ja' })
      expect(readFileSync(join(folder, 'preferences.json.unreadable'), 'utf8')).toBe(text)
    },
  )

  test('that cannot be written are refused by name', async () => {
    const folder = join(temporaryFolder(), 'a-file')
    writeFileSync(folder, '')
    await expect(preferencesIn(folder).write('language', 'ja')).rejects.toMatchObject({
      code: 'PREFERENCES_NOT_WRITTEN',
      facts: { folder },
    })
    const taken = temporaryFolder()
    mkdirSync(join(taken, 'preferences.json'))
    await expect(preferencesIn(taken).write('language', 'ja')).rejects.toMatchObject({
      code: 'PREFERENCES_NOT_WRITTEN',
    })
  })

  test.each([
    [{}, 'ja', 'ja'],
    [{ language: 'en' }, 'ja', 'en'],
    [{ language: 'fr' }, 'ja', 'ja'],
    [{ language: null }, 'en', 'en'],
  ] as const)('the language of %j where the system speaks %s is %s', async (kept, system, language) => {
    const preferences = { read: () => Promise.resolve({ ...kept }), write: () => Promise.resolve() }
    expect(await chosenLanguage(preferences, system)).toBe(language)
  })
})
