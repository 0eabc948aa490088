/** What a report of a failure keeps, and above all what it leaves out. */
import { describe, expect, test } from 'vitest'
import { redacted, reportOf, stackOf } from '#electron/failure-report.ts'
import { Problem } from '#shared/domain/problem.ts'

const own = { home: '/home/sato.makoto', account: 'sato.makoto', machine: 'PC-KANRI-07' }

describe('a line', () => {
  test.each([
    // kept: the program's own
    ['TypeError: Cannot read properties of undefined', 'TypeError: Cannot read properties of undefined'],
    [
      '    at Desk.open (file:///opt/Daicho/resources/app.asar/dist/app/main/register.js:10:2)',
      '    at Desk.open (app.asar/dist/app/main/register.js:10:2)',
    ],
    ['    at draw (app://daicho/assets/index-1.js:1:22)', '    at draw (assets/index-1.js:1:22)'],
    [
      '    at C:\\Program Files\\Daicho\\resources\\app.asar\\dist\\app\\main\\index.js:3:1',
      '    at app.asar\\dist\\app\\main\\index.js:3:1',
    ],
    ['    at node:internal/process/task_queues:105:5', '    at node:internal/process/task_queues:105:5'],
    [
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    ],
    ['exit code: 134', 'exit code: 134'],
    ['Node.js v24.21.0', 'Node.js v24.21.0'],
    // kept in part
    [
      "TypeError: Cannot read properties of undefined (reading 'name')",
      'TypeError: Cannot read properties of undefined (…)',
    ],
    [
      'SyntaxError: Unexpected token \'需\', "需要予測…" is not valid JSON',
      'SyntaxError: Unexpected token <text>, <text> is not valid JSON',
    ],
    ['TypeError: 佐藤 誠 is not iterable', 'TypeError: <text> <text> is not iterable'],
    ['Problem: FILE_DAMAGED {"file":"/home/sato.makoto/台帳.daicho"}', 'Problem: FILE_DAMAGED'],
    ["Error: ENOENT: no such file or directory, open '/home/sato.makoto/a.daicho'", 'Error: ENOENT'],
    ['SqliteError: UNIQUE constraint failed: system.code', 'SqliteError: [left out]'],
    ['Error: Demand forecast of Sato is wrong', 'Error: [left out]'],
    // left out
    ['需要予測 の責任者は 佐藤 誠', '[1 lines left out]'],
    ['/home/sato.makoto/Documents/2026/台帳.daicho', '[1 lines left out]'],
    ['{"name":"Demand forecast"}', '[1 lines left out]'],
    ['Opened \\\\PC-KANRI-07\\share\\board.daicho', '[1 lines left out]'],
  ])('%s', (line, expected) => {
    expect(redacted(line, own)).toBe(expected)
  })

  test('of a stack in a folder of the person keeps no part of the way there', () => {
    for (const line of [
      '    at open (/home/sato.makoto/tools/daicho/electron/register/desk.ts:1:1)',
      '    at open (file:///C:/Users/sato.makoto/AppData/Local/Programs/Daicho/resources/app.asar/dist/app/main/index.js:1:1)',
      '    at open (/Users/sato.makoto/私の 文書/other.js:1:1)',
      '    at open (/mnt/share/other.js:1:1)',
    ]) {
      const kept = redacted(line, own)
      expect(kept).not.toMatch(/sato|users|home|mnt|share|tools|文書/i)
      expect(kept).toMatch(/^ {4}at open \(/)
    }
  })

  test('that happens to hold the account or the machine loses them', () => {
    expect(redacted('TypeError: sato.makoto is not a function', own)).toBe('TypeError: <account> is not a function')
    expect(redacted('TypeError: pc-kanri-07 is not defined', own)).toBe('TypeError: <machine> is not defined')
  })
})

test('a whole report says which program, which system and what failed, and nothing of anybody', () => {
  const cause = new Error("ENOENT: no such file or directory, open '/home/sato.makoto/秘密.daicho'")
  const error = new Problem('FILE_DAMAGED', { file: '/home/sato.makoto/秘密.daicho' }, { cause })
  const report = reportOf(
    { kind: 'main', details: [stackOf(error), '佐藤 誠\n需要予測\nexit code: 1'] },
    {
      version: '0.1.0',
      shell: 'electron',
      versions: { electron: '45.4.1', node: '24.0.0' },
      platform: 'linux',
      system: '6.1',
    },
    own,
  )
  const lines = report.split('\n')
  expect(lines.slice(0, 6)).toEqual([
    'Daicho 0.1.0 (electron)',
    'linux 6.1',
    'electron 45.4.1, node 24.0.0',
    'failed: main',
    '',
    'Problem: FILE_DAMAGED',
  ])
  expect(lines).toContain('Error: ENOENT')
  expect(lines.slice(-2)).toEqual(['[2 lines left out]', 'exit code: 1'])
  expect(report).not.toMatch(/sato|makoto|秘密|佐藤|需要|no such/)
})
