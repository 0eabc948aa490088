/** What the command line refuses: always exit code 2, one sentence, never a stack trace, and nothing changed. */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { daicho, daichoProcess, type Ended, holdRegister, onlyJson, refusalShape } from '#test/support/command-line.ts'
import { filledRegister } from '#test/support/filled-register.ts'
import { temporaryFolder } from '#test/support/register.ts'

function expectRefusal(ended: Ended, code: string): void {
  expect(ended.exitCode).toBe(2)
  const { error } = onlyJson(ended, refusalShape)
  expect([error.code, ended.errors]).toEqual([code, `${error.message}\n`])
  expect(error.message).not.toMatch(/\n|\{\{|undefined|null| at .*\.ts:/)
}

test('a process says and ends as its one function does', async () => {
  const file = filledRegister()
  for (const words of [['stats'], ['stats', file, '--json']])
    expect(await daichoProcess(words)).toEqual(await daicho(words))
})

describe('bad usage', () => {
  test.each([
    [[], 'A command is missing. daicho --help shows the usage'],
    [['frob'], 'There is no command "frob". daicho --help shows the usage'],
    [['--frob'], 'There is no option --frob. daicho --help shows the usage'],
    [['stats'], 'FILE is missing. daicho stats --help shows the usage'],
    [['stats', 'a', 'b'], '"b" is one argument too many. daicho stats --help shows the usage'],
    [['stats', 'a', '--frob'], 'There is no option --frob. daicho stats --help shows the usage'],
    [['stats', 'a', '--as-of'], '--as-of needs a value, or takes none. daicho stats --help shows the usage'],
    [['stats', 'a', '--json=yes'], '--json needs a value, or takes none. daicho stats --help shows the usage'],
    [
      ['stats', 'a', '--as-of', '2026-02-30'],
      '--as-of: "2026-02-30" is not a day in the calendar (YYYY-MM-DD). daicho stats --help shows the usage',
    ],
    [['export', 'a'], '--out DIR is missing. daicho export --help shows the usage'],
    ...[['--encoding', 'cp932'], ['--substitute']].map((option): [string[], string] => [
      ['export', 'a', '--out', 'b', '--format', 'xlsx', ...option],
      `${option[0] ?? ''} is for tables (--format csv); a workbook holds every character. daicho export --help shows the usage`,
    ]),
    [['export', 'a', '--out='], '--out has an empty value. daicho export --help shows the usage'],
    [['new', 'a', '--language', 'fr'], '--language cannot be "fr" (one of ja, en). daicho new --help shows the usage'],
    [['import', 'a', 'b'], '--as LIST is missing. daicho import --help shows the usage'],
    [
      ['import', 'a', 'b', '--as', 'figures'],
      '--as cannot be "figures" (one of systems, directions, people, units, posts, risks, controls, actions, vendors, contracts, incidents). daicho import --help shows the usage',
    ],
    [
      ['import', 'a', 'b', '--as', 'systems', '--header-row', 'two'],
      '--header-row: "two" is not a row (counted from 1; 0 for none). daicho import --help shows the usage',
    ],
    [
      ['lock', 'a', '--as-of', '2026-09-30', '--cut-off', '2026-10-01'],
      '--cut-off: "2026-10-01" is not a moment (such as 2026-10-20T09:00:00+09:00, with its offset). daicho lock --help shows the usage',
    ],
    [['horizon', 'a'], '"a" is one argument too many. daicho horizon --help shows the usage'],
    [
      ['horizon', '--on', '2027-02-29'],
      '--on: "2027-02-29" is not a day in the calendar (YYYY-MM-DD). daicho horizon --help shows the usage',
    ],
    [
      ['clock', '--learned', '2026-01-31T23:30+09:00'],
      '--trigger BR-n is missing. daicho clock --help shows the usage',
    ],
    [['clock', '--trigger', 'BR-1'], '--learned INSTANT is missing. daicho clock --help shows the usage'],
    [
      ['clock', '--trigger', 'BR-5', '--learned', '2026-01-31T23:30+09:00'],
      '--trigger cannot be "BR-5" (one of BR-1, BR-2, BR-3, BR-4). daicho clock --help shows the usage',
    ],
    ...['2026-01-31', '2026-01-31T23:30', '2026-02-30T23:30Z', 'yesterday'].map((moment): [string[], string] => [
      ['clock', '--trigger', 'BR-1', '--learned', moment],
      `--learned: "${moment}" is not a moment (such as 2026-10-20T09:00:00+09:00, with its offset). daicho clock --help shows the usage`,
    ]),
    [
      ['pack', 'a', '--out', 'b', '--language', 'de'],
      '--language cannot be "de" (one of ja, en, both, ja+en). daicho pack --help shows the usage',
    ],
  ])('%j', async (words, sentence) => {
    expect(await daicho(words)).toEqual({ exitCode: 2, output: '', errors: `${sentence}\n` })
  })

  test('with --json the refusal is the one object', async () => {
    expectRefusal(await daicho(['--json']), 'USAGE')
    expectRefusal(await daicho(['stats', '--json']), 'USAGE')
  })
})

describe('help', () => {
  test.each([
    'new',
    'import',
    'export',
    'lock',
    'sign-off',
    'pack',
    'verify',
    'stats',
    'quality',
    'holders',
    'horizon',
    'clock',
    'retention',
    'redact',
    'protect',
    'unprotect',
  ])('%s, in both languages', async (name) => {
    const [en, ja] = await Promise.all([
      daicho([name, '--help']),
      daicho([name, '-h'], { environment: { LC_ALL: '', LANG: 'ja_JP.UTF-8', LC_MESSAGES: '' } }),
    ])
    for (const { exitCode, output, errors } of [en, ja]) {
      expect([exitCode, errors]).toEqual([0, ''])
      expect(output).toContain(`daicho ${name} `)
      expect(output).toContain('--json')
      expect(output).not.toContain('cli.')
    }
    expect(/[ぁ-ん]/.test(en.output)).toBe(false)
    expect(/[ぁ-ん]/.test(ja.output)).toBe(true)
  })

  test('of the program lists every command as it is called', async () => {
    const { output } = await daichoProcess(['--help'], { environment: { npm_lifecycle_event: 'daicho' } })
    const lines = output.split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'Usage:  npm run -s daicho -- COMMAND',
        '  new FILE [--sample] [--from DIR] [--language ja|en]',
        '  import FILE SOURCE --as LIST [--sheet NAME] [--encoding E] [--header-row N] [--mapping FILE] [--levels suggested] [--write-mapping FILE] [--dry-run]',
        '  export FILE --out DIR [--format csv|xlsx] [--encoding utf-8|cp932] [--substitute] [--language ja|en] [--protect] [--passphrase-file FILE]',
        '  lock FILE --as-of DATE [--cut-off INSTANT] [--title T] [--open-reason T]',
        '  sign-off FILE PACK --preparer WHO [--risk-owner WHO] --executive WHO [--audit-committee WHO] [--on DATE] --reason T',
        '  pack FILE --out DIR [--pack CODE] [--figures] [--entity UNIT] [--language ja|en|both|ja+en] [--protect] [--passphrase-file FILE]',
        '  compare FILE PACK PACK',
        '  verify FILE|DIR [--register FILE] [--key PEM] [--digest HEX] [--passphrase-file FILE]',
        '  retention FILE [--day DATE]',
        '  redact FILE [--person CODE] [--ground retention|request|other] [--decided-by TEXT] [--note TEXT] [--also NAMES] [--keep KEYS] [--replace KEYS] [--digest HEX] [--yes] [--clean]',
        '  key DIR [--passphrase-file FILE]',
        '  sign DIR --key PEM [--passphrase-file FILE]',
        '  protect FILE|DIR --out DIR [--passphrase-file FILE]',
        '  unprotect AGE --out DIR [--passphrase-file FILE]',
        '  attest FILE --sheet POST --out DIR [--language ja|en|both]',
        '  stats FILE [--as-of DATE]',
        '  quality FILE [--as-of DATE]',
        '  holders FILE --system CODE --on DATE',
        '  horizon [--on DATE]',
        '  clock --trigger BR-n --learned INSTANT',
      ]),
    )
  })
})

/** Every command on one file; those that write come first. */
function everyCommand(file: string): [string, string[]][] {
  const source = join(temporaryFolder(), 'source.csv')
  writeFileSync(source, 'name\nx\n')
  return [
    ['import', [file, source, '--as', 'systems']],
    ['lock', [file, '--as-of', '2026-04-01', '--open-reason', 'x']],
    ['export', [file, '--out', join(temporaryFolder(), 'out')]],
    ['pack', [file, '--out', temporaryFolder(), '--pack', 'PACK-2026Q1']],
    ['stats', [file]],
    ['quality', [file]],
    ['holders', [file, '--system', 'SYS-0002', '--on', '2026-04-01']],
    ['verify', [file]],
    ['attest', [file, '--sheet', 'PST-0001', '--out', temporaryFolder()]],
  ]
}

test('--json before the command is --json', async () => {
  const file = filledRegister()
  expect(await daicho(['--json', 'stats', file])).toEqual(await daicho(['stats', file, '--json']))
  expectRefusal(await daicho(['--json', 'frob']), 'USAGE')
  expectRefusal(await daicho(['--json']), 'USAGE')
})

describe('a file that is no register in order', () => {
  test.each<[string, string, (file: string) => void]>([
    ['newer than the program', 'FILE_NEWER', (file) => withDatabase(file, 'PRAGMA user_version = 9990')],
    ['cut short', 'FILE_DAMAGED', (file) => truncateSync(file, readFileSync(file).length - 8192)],
    ['text', 'NOT_A_REGISTER', (file) => writeFileSync(file, 'name,purpose\n'.repeat(50))],
    ['empty', 'NOT_A_REGISTER', (file) => writeFileSync(file, '')],
  ])('%s: every command refuses it and leaves it as it is', async (_what, code, spoil) => {
    const file = filledRegister()
    spoil(file)
    const before = readFileSync(file)
    await Promise.all(
      everyCommand(file).map(async ([name, words]) => expectRefusal(await daicho([name, ...words, '--json']), code)),
    )
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(dirname(file))).toEqual(['register.daicho'])
  })

  test('a crafted one is refused by all but verify, which names what was added', async () => {
    const file = filledRegister()
    withDatabase(file, 'CREATE TRIGGER spy AFTER INSERT ON system BEGIN DELETE FROM risk; END')
    for (const [name, words] of everyCommand(file).filter(([each]) => each !== 'verify'))
      expectRefusal(await daicho([name, ...words, '--json']), 'FILE_CRAFTED')
    const ended = await daicho(['verify', file])
    expect([ended.exitCode, ended.output.split('\n')[1]]).toEqual([
      1,
      '  SCHEMA_CHANGED  A definition was added or changed that no register has: + trigger spy',
    ])
  })

  test('one whose rows were written over behind the program: said by what verify finds', async () => {
    const cases: [string, string, string][] = [
      ["UPDATE system SET roles = 'x' WHERE code = 'SYS-0001'", 'stats', 'AI system SYS-0001 does not match'],
      ["UPDATE risk SET category = 'x' WHERE code = 'RSK-0001'", 'stats', 'Risk RSK-0001 does not match'],
      ["UPDATE unit SET code = '' WHERE code = 'UNT-0001'", 'verify', ''],
      ['DELETE FROM organisation', 'export', 'is in the change log and not in the register'],
    ]
    for (const [sql, name, finding] of cases) {
      const file = filledRegister()
      withDatabase(file, `PRAGMA foreign_keys = OFF; ${sql}`)
      const words = everyCommand(file).find(([each]) => each === name)?.[1] ?? []
      const ended = await daicho([name, ...words, '--json'])
      if (name === 'verify') expect(ended.exitCode).toBe(1)
      else {
        expectRefusal(ended, 'FILE_TAMPERED')
        expect(ended.errors).toContain(finding)
      }
    }
  })

  test('a refused import and a refused lock leave every byte as it was', async () => {
    const file = filledRegister()
    const source = join(dirname(file), 'source.csv')
    writeFileSync(source, 'name\n"open')
    const before = readFileSync(file)
    expectRefusal(await daicho(['import', file, source, '--as', 'systems', '--json']), 'SOURCE_UNCLOSED_QUOTE')
    expectRefusal(await daicho(['lock', file, '--as-of', '2999-01-01', '--json']), 'AS_OF_IN_FUTURE')
    expectRefusal(
      await daicho(['lock', file, '--as-of', '2026-04-01', '--cut-off', '2020-01-01T00:00Z', '--json']),
      'CUT_OFF_BEFORE_FIRST',
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test.skipIf(process.platform === 'win32')('a pipe nobody writes into, as source and as mapping', async () => {
    const file = filledRegister()
    const pipe = join(dirname(file), 'pipe')
    execFileSync('mkfifo', [pipe])
    expectRefusal(await daicho(['import', file, pipe, '--as', 'systems', '--json']), 'SOURCE_NOT_READABLE')
    const mapped = ['import', file, file, '--as', 'systems', '--mapping', pipe, '--json']
    expectRefusal(await daicho(mapped), 'FILE_NOT_READABLE')
    expectRefusal(await daicho(['stats', pipe, '--json']), 'NOT_A_REGISTER')
  })

  test('one that is not there, a folder that is no bundle', async () => {
    const folder = temporaryFolder()
    const absent = join(folder, 'absent.daicho')
    await Promise.all(
      everyCommand(absent).map(async ([name, words]) =>
        expectRefusal(await daicho([name, ...words, '--json']), 'FILE_NOT_FOUND'),
      ),
    )
    expectRefusal(await daicho(['verify', folder, '--json']), 'NOT_A_BUNDLE')
    expectRefusal(await daicho(['stats', folder, '--json']), 'NOT_A_REGISTER')
  })
})

function withDatabase(file: string, sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

describe('a register that cannot be written', () => {
  const writing = ['import', 'lock']
  /** Twenty programs, one after the other. */
  const everyOne = 120_000

  test(
    'read-only: what reads goes on, what writes is refused',
    async () => {
      const file = filledRegister()
      chmodSync(file, 0o444)
      const before = readFileSync(file)
      for (const [name, words] of everyCommand(file).filter(([each]) => each !== 'pack')) {
        const ended = await daicho([name, ...words, '--json'])
        if (writing.includes(name)) expectRefusal(ended, 'FILE_READ_ONLY')
        else expect([name, ended.exitCode]).toEqual([name, 0])
      }
      expect(readFileSync(file).equals(before)).toBe(true)
    },
    everyOne,
  )

  test(
    'held by another process: who holds it is said',
    async () => {
      const file = filledRegister()
      await holdRegister(file)
      for (const [name, words] of everyCommand(file).filter(([each]) => each !== 'pack')) {
        const ended = await daicho([name, ...words, '--json'])
        if (!writing.includes(name)) expect([name, ended.exitCode]).toEqual([name, 0])
        else {
          expectRefusal(ended, 'HELD_BY_ANOTHER')
          expect(ended.errors).toContain('is held by holder on ')
        }
      }
    },
    everyOne,
  )

  test('a dry run of an import reads only', async () => {
    const file = filledRegister()
    chmodSync(file, 0o444)
    const [, words = []] = everyCommand(file)[0] ?? []
    expect(await daicho(['import', ...words, '--dry-run', '--json'])).toMatchObject({ exitCode: 0 })
  })

  test('a new register is not made over another file, nor where nothing can be written', async () => {
    const folder = temporaryFolder()
    const there = join(folder, 'there.daicho')
    writeFileSync(there, 'mine')
    expectRefusal(await daicho(['new', there, '--json']), 'FILE_EXISTS')
    expectRefusal(await daicho(['new', there, '--sample', '--json']), 'FILE_EXISTS')
    expect(readFileSync(there, 'utf8')).toBe('mine')
    expectRefusal(await daicho(['new', join(folder, 'no', 'where.daicho'), '--json']), 'FILE_NOT_FOUND')
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o555)
    onTestFinished(() => chmodSync(closed, 0o755))
    expectRefusal(await daicho(['new', join(closed, 'a.daicho'), '--json']), 'FOLDER_NOT_WRITABLE')
    expectRefusal(
      await daicho(['export', filledRegister(), '--out', join(closed, 'out'), '--json']),
      'FOLDER_NOT_WRITABLE',
    )
  })
})

test('records and packs that are not there are named', async () => {
  const file = filledRegister()
  const holders = await daicho(['holders', file, '--system', 'SYS-9999', '--on', '2026-04-01'])
  expect(holders).toEqual({
    exitCode: 2,
    output: '',
    errors: 'There is no AI system "SYS-9999" in this register. Check the code\n',
  })
  const pack = await daicho(['pack', file, '--out', temporaryFolder(), '--pack', 'PACK-1999Q1'])
  expect(pack).toEqual({
    exitCode: 2,
    output: '',
    errors: 'There is no pack "PACK-1999Q1" in this register. Give the code of a locked pack\n',
  })
})

test('a reader that has seen enough is no error', async () => {
  const child = spawn(process.execPath, ['electron/cli/index.ts', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const errors: Buffer[] = []
  child.stderr.on('data', (part: Buffer) => errors.push(part))
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect([code, Buffer.concat(errors).toString()]).toEqual([0, ''])
})
