/** The registers opened last: at most ten, each once, only those that are there. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { preferencesIn } from '#electron/preferences.ts'
import { forgetRecentFiles, readRecentFiles, recentFilesIn, rememberFile, withRecent } from '#electron/recent-files.ts'
import { temporaryFolder } from '#test/support/register.ts'

const asWritten = (path: string) => path

test.each([
  ['the first', [], '/a', ['/a']],
  ['the latest comes first', ['/a'], '/b', ['/b', '/a']],
  ['one that was there moves up', ['/a', '/b', '/c'], '/c', ['/c', '/a', '/b']],
  [
    'ten stay',
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `/${String(n)}`),
    '/new',
    ['/new', '/1', '/2', '/3', '/4', '/5', '/6', '/7', '/8', '/9'],
  ],
])('%s', (_name, paths, path, expected) => {
  expect(withRecent(paths, path, asWritten)).toEqual(expected)
})

test('one file under two names stands there once, under the name that was used last', async () => {
  const folder = temporaryFolder()
  const preferences = preferencesIn(join(folder, 'profile'))
  mkdirSync(join(folder, 'real'))
  writeFileSync(join(folder, 'real', 'a.daicho'), '')
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  await rememberFile(preferences, join(folder, 'real', 'a.daicho'))
  await rememberFile(preferences, join(folder, 'link', 'a.daicho'))
  expect(await readRecentFiles(preferences)).toEqual([join(folder, 'link', 'a.daicho')])
  await forgetRecentFiles(preferences)
  expect(await readRecentFiles(preferences)).toEqual([])
})

test('what is gone is left out, and stands there again when its drive is back', () => {
  const preferences = { recentFiles: ['/here', '/gone'] }
  expect(recentFilesIn(preferences, (path) => path === '/here')).toEqual(['/here'])
  expect(recentFilesIn(preferences, () => true)).toEqual(['/here', '/gone'])
})

test.each([[null], ['/a'], [{ a: 1 }], [[1, null, '/a']]])('preferences that say %j are no error', (value) => {
  expect(recentFilesIn({ recentFiles: value }, () => true)).toEqual(Array.isArray(value) ? ['/a'] : [])
})
