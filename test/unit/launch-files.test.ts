/** Which files a start names, where its own words begin, and when it asks for the command line. */
import { describe, expect, test } from 'vitest'
import { commandLineIn, filesNamed, ownWords } from '#electron/launch-files.ts'

describe('files', () => {
  test.each([
    [[], []],
    [['a.daicho'], ['/where/a.daicho']],
    [
      ['../a.daicho', '/b/台帳.daicho'],
      ['/a.daicho', '/b/台帳.daicho'],
    ],
    [['--no-sandbox', 'a b.daicho', '--lang=ja', '-psn_0_1234'], ['/where/a b.daicho']],
    [['--', '--odd.daicho'], ['/where/--odd.daicho']],
    [['', 'a.txt'], ['/where/a.txt']],
  ])('%j: %j', (words, files) => {
    expect(filesNamed(words, '/where')).toEqual(files)
  })
})

describe('own words', () => {
  test.each([
    [['/opt/Daicho/daicho', 'a.daicho'], false, ['a.daicho']],
    [['/electron', '/project', 'a.daicho'], true, ['a.daicho']],
    [['/electron', '--no-sandbox', '/project', 'a.daicho'], true, ['--no-sandbox', 'a.daicho']],
    [['/electron'], true, []],
  ])('%j', (given, withFolder, expected) => {
    expect(ownWords(given, { withFolder })).toEqual(expected)
  })
})

describe('the command line', () => {
  test.each([
    [
      ['--cli', 'verify', 'a.daicho', '--json'],
      ['verify', 'a.daicho', '--json'],
    ],
    [['--cli'], []],
    [['--no-sandbox', '--ozone-platform=headless', '--cli', '--help'], ['--help']],
    [['a.daicho'], null],
    [['a.daicho', '--cli'], null],
    [[], null],
  ])('%j: %j', (words, expected) => {
    expect(commandLineIn(words)).toEqual(expected)
  })
})
