/** The command line on a register: what each command prints, as JSON and as words, and how it ends. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endTerm, startTerm } from '#electron/register/accountability.ts'
import { findingCodes } from '#shared/domain/verification.ts'
import { kriIds, kriStatuses } from '#shared/domain/metrics/kri-result.ts'
import { daicho, onlyJson, refusalShape } from '#test/support/command-line.ts'
import { filledRegister } from '#test/support/filled-register.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const shapes = {
  new: z.strictObject({ file: z.string(), registerId: z.uuid() }),
  newFrom: z.strictObject({ file: z.string(), registerId: z.uuid(), from: z.looseObject({ kind: z.string() }) }),
  export: z.strictObject({ dir: z.string(), files: z.array(z.string()), guardedCells: z.int() }),
  lock: z.strictObject({ pack: z.string(), dataDigest: hex, auditHead: hex }),
  verify: z.strictObject({
    ok: z.boolean(),
    findings: z.array(z.strictObject({ code: z.enum(findingCodes), message: z.string().min(10) })),
  }),
  stats: z.strictObject({
    counts: z.strictObject({
      systems: z.int(),
      risks: z.int(),
      controls: z.int(),
      actions: z.int(),
      people: z.int(),
      units: z.int(),
    }),
    kris: z.array(
      z.strictObject({
        id: z.enum(kriIds),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
        value: z.number().nullable(),
        unit: z.enum(['share', 'count', 'days', 'index']),
        status: z.enum(kriStatuses),
        parts: z.record(z.string(), z.number().nullable()),
      }),
    ),
  }),
  quality: z.strictObject({
    asOf: z.iso.date(),
    counts: z.strictObject({ error: z.int(), warning: z.int(), note: z.int() }),
    rules: z.array(
      z.strictObject({
        id: z.string().regex(/^DQ-\d{2}$/),
        severity: z.enum(['error', 'warning', 'note']),
        noun: z.string(),
        field: z.string(),
        looked: z.int(),
        codes: z.array(z.string()),
      }),
    ),
  }),
  holders: z.strictObject({
    system: z.string(),
    on: z.iso.date(),
    post: z.string().nullable(),
    person: z.string().nullable(),
    deputy: z.string().nullable(),
    vacantSince: z.iso.date().nullable(),
    postCode: z.string().nullable(),
    personCode: z.string().nullable(),
    deputyCode: z.string().nullable(),
  }),
}

describe('new', () => {
  test('makes a register in the language that is asked for, named after its file', async () => {
    const file = join(temporaryFolder(), '令和商事.daicho')
    const ended = await daicho(['new', file, '--language', 'ja', '--json'])
    expect(ended).toMatchObject({ exitCode: 0, errors: '' })
    const made = onlyJson(ended, shapes.new)
    expect(made.file).toBe(file)
    const database = new Database(file, { readonly: true })
    expect(database.prepare('SELECT register_id, language, name_ja, sample_day FROM organisation').get()).toEqual({
      register_id: made.registerId,
      language: 'ja',
      name_ja: '令和商事',
      sample_day: null,
    })
    database.close()
  })

  test('takes the language of the environment where none is said', async () => {
    const folder = temporaryFolder()
    const ended = await daicho(['new', 'a.daicho'], { folder, environment: { LC_ALL: 'ja_JP.UTF-8' } })
    expect(ended).toEqual({ exitCode: 0, output: `台帳を作りました：${join(folder, 'a.daicho')}\n`, errors: '' })
  })

  test('makes the sample register, marked as one', async () => {
    const file = join(temporaryFolder(), 'sample.daicho')
    onlyJson(await daicho(['new', file, '--sample', '--json']), shapes.new)
    const { counts, kris } = onlyJson(await daicho(['stats', file, '--json']), shapes.stats)
    expect(counts.systems).toBeGreaterThan(35)
    expect(kris.map((kri) => kri.id)).toEqual([...kriIds])
    const out = join(temporaryFolder(), 'out')
    await daicho(['export', file, '--out', out])
    expect(readFileSync(join(out, 'systems.csv'), 'utf8').match(/,"見本 Sample",/g)?.length).toBe(counts.systems)
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toMatchObject({ sample: true })
  })

  test('begins relative paths where npm was started', async () => {
    const folder = temporaryFolder()
    const environment = { npm_lifecycle_event: 'daicho', INIT_CWD: folder }
    const { file } = onlyJson(await daicho(['new', 'a.daicho', '--json'], { environment }), shapes.new)
    expect(file).toBe(join(folder, 'a.daicho'))
  })
})

test('export writes the folder that it names', async () => {
  const out = join(temporaryFolder(), 'deep', 'er', 'out')
  const { dir, files, guardedCells } = onlyJson(
    await daicho(['export', filledRegister(), '--out', out, '--json']),
    shapes.export,
  )
  expect([dir, guardedCells]).toEqual([out, 0])
  expect(files).toEqual(readdirSync(out).sort())
  expect(files).toEqual(expect.arrayContaining(['systems.csv', 'SHA256SUMS', 'manifest.json', 'datapackage.json']))
  expect(await daicho(['verify', out])).toMatchObject({ exitCode: 0 })
})

describe('lock', () => {
  test('freezes a pack and prints what it can be known by', async () => {
    const file = filledRegister()
    const locked = onlyJson(
      await daicho([
        'lock',
        file,
        '--as-of',
        '2026-04-30',
        '--cut-off',
        '2026-05-01T09:00:00+09:00',
        '--title',
        'T',
        '--open-reason',
        'The board names the owner in January',
        '--json',
      ]),
      shapes.lock,
    )
    expect(locked.pack).toBe('PACK-2026Q1-2')
    const database = new Database(file, { readonly: true })
    expect(
      database.prepare('SELECT data_digest, audit_head, cut_off, title FROM pack WHERE code = ?').get(locked.pack),
    ).toEqual({
      data_digest: locked.dataDigest,
      audit_head: locked.auditHead,
      cut_off: '2026-05-01T00:00:00.000Z',
      title: 'T',
    })
    expect(
      database
        .prepare('SELECT hash FROM audit_event WHERE at <= ? ORDER BY sequence DESC')
        .get('2026-05-01T00:00:00.000Z'),
    ).toEqual({ hash: locked.auditHead })
    database.close()
  })

  test.each([
    ['AS_OF_IN_FUTURE', ['--as-of', '2999-01-01']],
    ['CUT_OFF_IN_FUTURE', ['--as-of', '2026-04-01', '--cut-off', '2999-01-01T00:00:00Z']],
    ['CUT_OFF_BEFORE_FIRST', ['--as-of', '2026-04-01', '--cut-off', '2026-03-01T00:00:00Z']],
  ])('%s is refused', async (code, words) => {
    const ended = await daicho(['lock', filledRegister(), ...words, '--json'])
    expect([ended.exitCode, JSON.parse(ended.output)]).toEqual([
      2,
      { error: { code, message: expect.any(String) as string } },
    ])
  })

  test('a top risk without owner is told before it is locked, with what is to be done', async () => {
    const ended = await daicho(['lock', filledRegister(), '--as-of', '2026-04-30'])
    expect(ended).toEqual({
      exitCode: 2,
      output: '',
      errors:
        '1 open in the data, which cannot be put right once it is locked. Top risks without a risk owner: RSK-0001. ' +
        'Register their owners, or say why it is locked as it is\n',
    })
  })

  test('a register that does not verify is not locked, and the first finding is named', async () => {
    const file = filledRegister()
    const database = new Database(file)
    database.exec("UPDATE system SET vendor = 'someone else' WHERE code = 'SYS-0002'")
    database.close()
    const ended = await daicho(['lock', file, '--as-of', '2026-04-01'])
    expect(ended).toEqual({
      exitCode: 2,
      output: '',
      errors:
        'Nothing was done: verification found 2 differences. The first: AI system SYS-0002 does not match the change log\n',
    })
  })
})

describe('verify', () => {
  test('of a whole register finds nothing', async () => {
    const ended = await daicho(['verify', filledRegister(), '--json'])
    expect([ended.exitCode, onlyJson(ended, shapes.verify)]).toEqual([0, { ok: true, findings: [] }])
  })

  test('names the record whose row was changed, and the event of it that was edited, by code', async () => {
    const file = filledRegister()
    const database = new Database(file)
    database.exec("UPDATE risk SET name_ja = 'x' WHERE code = 'RSK-0001'")
    database.exec('DROP TRIGGER audit_event_never_changes')
    database.exec(
      "UPDATE audit_event SET account = 'x' WHERE record_id = (SELECT id FROM control) AND operation = 'control.create'",
    )
    database.close()
    const ended = await daicho(['verify', file, '--json'])
    const { ok, findings } = onlyJson(ended, shapes.verify)
    expect([ended.exitCode, ok]).toEqual([1, false])
    expect(findings.map((finding) => finding.code)).toEqual([
      'SCHEMA_CHANGED',
      'EVENT_EDITED',
      'ROW_EDITED',
      'SEARCH_EDITED',
    ])
    expect(findings[1]?.message).toMatch(/^Entry \d+ of the change log \(control CTL-0001\) was edited$/)
    expect(findings[2]?.message).toBe('Risk RSK-0001 does not match the change log')
    expect((await daicho(['verify', file], { environment: { LC_ALL: 'ja_JP.UTF-8' } })).output).toContain(
      'ROW_EDITED  リスク RSK-0001 の内容が変更記録と一致しません',
    )
  })

  test('names the file of a folder in which one byte was changed', async () => {
    const out = join(temporaryFolder(), 'out')
    await daicho(['export', filledRegister(), '--out', out])
    const path = join(out, 'controls.csv')
    writeFileSync(path, readFileSync(path, 'utf8').replace('人検知', '人検地'))
    const ended = await daicho(['verify', out, '--json'])
    expect([ended.exitCode, onlyJson(ended, shapes.verify)]).toEqual([
      1,
      {
        ok: false,
        findings: [{ code: 'FILE_CHANGED', message: 'controls.csv does not match what was written' }],
      },
    ])
  })
})

describe('stats', () => {
  test('counts what is not withdrawn and computes the figures of the day', async () => {
    const { counts, kris } = onlyJson(
      await daicho(['stats', filledRegister(), '--as-of', '2026-04-01', '--json']),
      shapes.stats,
    )
    expect(counts).toEqual({ systems: 2, risks: 1, controls: 1, actions: 1, people: 2, units: 1 })
    const figure = (id: string) => kris.find((kri) => kri.id === id)
    expect(figure('K01')).toEqual({
      id: 'K01',
      numerator: 1,
      denominator: 1,
      value: 1,
      unit: 'share',
      status: 'within',
      parts: { vacant: 0, unregistered: 0 },
    })
    expect(figure('K22')).toMatchObject({ unit: 'count', value: 0, parts: { active: 1, expiredReliedOn: 0 } })
  })

  test('days overdue are their sum and number, with median and longest beside them', async () => {
    const { kris } = onlyJson(
      await daicho(['stats', filledRegister(), '--as-of', '2026-07-10', '--json']),
      shapes.stats,
    )
    expect(kris.find((kri) => kri.id === 'K13')).toEqual({
      id: 'K13',
      numerator: 25,
      denominator: 1,
      value: 25,
      unit: 'days',
      status: 'warning',
      parts: { overdue: 1, median: 25, max: 25 },
    })
  })

  test('of an empty register has no figure that looks good', async () => {
    const file = join(temporaryFolder(), 'empty.daicho')
    await daicho(['new', file])
    const { counts, kris } = onlyJson(await daicho(['stats', file, '--json']), shapes.stats)
    expect(Object.values(counts)).toEqual([0, 0, 0, 0, 0, 0])
    expect(kris.map((kri) => [kri.value, kri.status])).toEqual(kriIds.map(() => [null, 'no_data']))
  })
})

test('quality names what each rule finds, and says it in lines', async () => {
  const file = filledRegister()
  const { asOf, rules } = onlyJson(await daicho(['quality', file, '--as-of', '2026-07-10', '--json']), shapes.quality)
  expect(asOf).toBe('2026-07-10')
  expect(rules.map(({ id }) => id).slice(0, 2)).toEqual(['DQ-01', 'DQ-02'])
  const found = rules.filter(({ codes }) => codes.length > 0)
  expect(found.length).toBeGreaterThan(0)
  const { output } = await daicho(['quality', file, '--as-of', '2026-07-10'])
  const lines = output.trim().split('\n')
  expect(lines[0]).toBe('As of 2026-07-10')
  expect(lines.slice(1).map((line) => line.slice(0, 5))).toEqual(found.map(({ id }) => id))
})

test('holders tells who answered on each day, and from when nobody did', async () => {
  const { register, file } = testRegister()
  const { term, post, tester } = fillOneOfEach(register)
  endTerm(register, { id: term.id, version: term.version, to: '2026-04-30', reason: '退任' })
  startTerm(register, { postId: post.id, personId: tester.id, capacity: 'deputy', from: '2026-05-01', to: null })
  register.close()
  const on = async (system: string, day: string) =>
    onlyJson(await daicho(['holders', file, '--system', system, '--on', day, '--json']), shapes.holders)
  expect(await on('SYS-0002', '2026-04-30')).toEqual({
    system: 'SYS-0002',
    on: '2026-04-30',
    post: '物流担当役員',
    person: '髙橋 誠',
    deputy: null,
    vacantSince: null,
    postCode: 'PST-0001',
    personCode: 'PSN-0001',
    deputyCode: null,
  })
  expect(await on('SYS-0002', '2026-05-01')).toMatchObject({
    post: '物流担当役員',
    person: null,
    deputy: '和田 修',
    vacantSince: '2026-05-01',
  })
  expect(await on('SYS-0002', '2026-03-31')).toMatchObject({ post: null, person: null, vacantSince: null })
  expect(await on('SYS-0001', '2026-05-01')).toMatchObject({
    post: null,
    person: null,
    deputy: null,
    vacantSince: null,
  })
  const words = await daicho(['holders', file, '--system', 'SYS-0002', '--on', '2026-05-01'])
  expect(words.output.split('\n')).toEqual([
    'SYS-0002 倉庫自動搬送車の人検知: accountable executive on 2026-05-01',
    '  Post  物流担当役員',
    '  Executive  vacant',
    '  Vacant since 2026-05-01',
    '  Deputy  和田 修',
    '',
  ])
})

test('nothing is left beside a register but its backups', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'a.daicho')
  await daicho(['new', file])
  await daicho(['lock', file, '--as-of', '2026-01-01'])
  await daicho(['verify', file])
  expect(readdirSync(folder).sort()).toEqual(['a.backups', 'a.daicho'])
  expect(existsSync(file)).toBe(true)
})

describe('new --from', () => {
  test('makes the register again from its export, says from what, and the log of it goes on', async () => {
    const { register, file } = testRegister()
    fillOneOfEach(register)
    const { registerId } = register.organisation()
    const head = register.head()
    register.close()
    const folder = temporaryFolder()
    const dir = join(folder, 'export')
    await daicho(['export', file, '--out', dir])
    const again = join(folder, 'again.daicho')
    const made = await daicho(['new', again, '--from', dir, '--json'])
    expect(made.exitCode).toBe(0)
    const json = onlyJson(made, shapes.newFrom)
    expect(json.file).toBe(again)
    expect(json.registerId).not.toBe(registerId)
    expect(json.from).toMatchObject({
      kind: 'export',
      registerId,
      events: head.sequence,
      auditHead: head.hash,
      filesMissing: 0,
      packsMissing: 0,
    })
    expect((await daicho(['verify', again])).exitCode).toBe(0)
    const into = await daicho(['new', again, '--from', dir, '--json'])
    expect(into.exitCode).toBe(2)
    expect(onlyJson(into, refusalShape).error.code).toBe('EXPORT_INTO_REGISTER')
    const both = await daicho(['new', join(folder, 'b.daicho'), '--from', dir, '--sample'])
    expect(both.exitCode).toBe(2)
    expect(both.errors).toContain('--sample')
    expect(readdirSync(folder).sort()).toEqual(['again.daicho', 'export'])
  })
})
