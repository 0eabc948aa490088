/** The contract's operations on files and tokens, and what it refuses before anything is done. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newRegister } from '#electron/register/new-register.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { contract } from '#shared/contract/contract.ts'
import { Problem } from '#shared/domain/problem.ts'
import { testSurroundings } from '#test/support/register.ts'
import {
  called,
  company,
  folderToken,
  operations,
  refusal,
  reports,
  resultOf,
  serving,
  today,
  tokenFor,
} from '#test/support/serving.ts'

const noText = { ja: null, en: null }
const ja = (text: string) => ({ ja: text, en: null })
const nobody = '01900000-0000-7000-8000-999999999999'

test('a register that is overwritten while it is open: what reads it is told so, and nobody meets an error of the program', async () => {
  const { client, folder } = await company()
  await client.system.create({ name: { ja: '需要予測', en: null } })
  const file = join(folder, 'own.daicho')
  const bytes = readFileSync(file)
  // Another counter of changes, or what was read before would still be believed.
  bytes.writeUInt32BE(bytes.readUInt32BE(24) + 1, 24)
  writeFileSync(file, bytes.fill(0xff, 4096))
  expect(await refusal(client.system.list({ offset: 0, limit: 10 }))).toMatchObject({ code: 'FILE_DAMAGED' })
  await client.file.close()
})

describe('files', () => {
  test('an export is looked at, and made into a register that is then open', async () => {
    const setting = await company()
    const { client } = setting
    await client.system.create({ name: ja('需要予測') })
    const origin = await client.file.status()
    const { name } = await resultOf(client.exportRegister({ folder: await folderToken(setting) }))
    setting.choice = { kind: 'path', path: join(setting.folder, name) }
    const chosen = await client.file.choose({ purpose: 'output-folder' })
    const folder = chosen.kind === 'chosen' ? chosen.token : ''
    expect(await resultOf(client.file.readExport({ token: folder }))).toMatchObject({
      name,
      kind: 'export',
      sample: false,
      organisation: { ja: '試験商事', en: null },
      events: origin.register?.events,
      counts: expect.objectContaining({ systems: 1 }) as unknown,
      filesMissing: 0,
      packsMissing: 0,
    })
    const token = await tokenFor(setting, 'again')
    const said = await reports(client.file.createFrom({ token, folder }))
    expect([...new Set(said.map((each) => (each.kind === 'progress' ? each.stage : each.kind)))]).toEqual([
      'checking',
      'reading',
      'writing',
      'verify',
      'result',
    ])
    const { register } = await client.file.status()
    expect(register).toMatchObject({ fileName: 'again.daicho', events: (origin.register?.events ?? 0) + 1 })
    expect(register?.organisation.parentRegisterId).toBe(origin.register?.organisation.registerId)
    // The folder's token stays good, and a name that is taken is refused while the open register stays.
    const taken = await tokenFor(setting, 'again')
    expect(await refusal(reports(client.file.createFrom({ token: taken, folder })))).toMatchObject({
      code: 'EXPORT_INTO_REGISTER',
    })
    writeFileSync(join(setting.folder, name, 'systems.csv'), 'edited')
    expect(await refusal(reports(client.file.readExport({ token: folder })))).toMatchObject({ code: 'EXPORT_CHANGED' })
    expect((await client.file.status()).register?.fileName).toBe('again.daicho')
  })

  test('a register is made, closed and opened by tokens, and the shell is told its name', async () => {
    const setting = serving()
    const { client, told } = setting
    expect(await client.file.status()).toEqual({
      language: 'ja',
      shell: 'none',
      version: '0.1.0',
      refused: null,
      register: null,
    })
    const created = await client.file.create({
      token: await tokenFor(setting, 'own'),
      language: 'ja',
      name: '試験商事',
    })
    expect(created.register).toMatchObject({
      fileName: 'own.daicho',
      isGone: false,
      isTemporary: false,
      warnings: [],
      readOnly: null,
      today,
      person: null,
      lastPack: null,
      verified: null,
      organisation: { name: { ja: '試験商事', en: null }, language: 'ja', sampleDay: null },
    })
    expect((await client.file.close()).register).toBeNull()
    setting.choice = { kind: 'path', path: join(setting.folder, 'own.daicho') }
    const chosen = await client.file.choose({ purpose: 'open-register' })
    expect(chosen).toMatchObject({ kind: 'chosen', name: 'own.daicho' })
    const token = chosen.kind === 'chosen' ? chosen.token : ''
    const opened = await client.file.open({ token })
    expect(opened).toEqual(created)
    expect(told.filter((each) => each.startsWith('showing'))).toEqual([
      'showing own.daicho true',
      'showing nothing',
      'showing own.daicho true',
    ])
  })

  test('what a person does in a dialog arrives as it is, and never as a path', async () => {
    const setting = serving()
    const { client, told } = setting
    expect(await client.file.choose({ purpose: 'new-register', suggestedName: '令和商事.daicho' })).toEqual({
      kind: 'cancelled',
    })
    setting.choice = { kind: 'in-window' }
    expect(await client.file.choose({ purpose: 'import-source' })).toEqual({ kind: 'in-window' })
    setting.choice = { kind: 'path', path: '/somewhere/private/a.csv' }
    const chosen = await client.file.choose({ purpose: 'import-source' })
    expect(Object.keys(chosen).sort()).toEqual(['kind', 'name', 'token'])
    expect(JSON.stringify(chosen)).not.toContain('private')
    expect(told).toEqual(['choose new-register 令和商事.daicho', 'choose import-source', 'choose import-source'])
  })

  test('a token is good once, and one that was never given is unknown', async () => {
    const setting = await company()
    const { client, folder } = setting
    setting.choice = { kind: 'path', path: join(folder, 'own.daicho') }
    const chosen = await client.file.choose({ purpose: 'open-register' })
    const token = chosen.kind === 'chosen' ? chosen.token : ''
    await client.file.open({ token, readOnly: true })
    expect(await refusal(client.file.open({ token }))).toEqual({ code: 'TOKEN_UNKNOWN', facts: {} })
    expect(await refusal(client.file.open({ token: join(folder, 'own.daicho') }))).toEqual({
      code: 'TOKEN_UNKNOWN',
      facts: {},
    })
    expect(await refusal(client.file.browse({ purpose: 'output-folder', folder: '/etc' }))).toEqual({
      code: 'TOKEN_UNKNOWN',
      facts: {},
    })
    expect(
      await refusal(reports(client.exportRegister({ folder: '/tmp', format: 'xlsx', encoding: 'cp932' }))),
    ).toMatchObject({ code: 'BAD_REQUEST' })
    expect(await refusal(reports(client.exportRegister({ folder: '/tmp' })))).toEqual({
      code: 'TOKEN_UNKNOWN',
      facts: {},
    })
  })

  test('a folder is listed with what fits the purpose, hidden files left out, and can be walked', async () => {
    const setting = serving()
    const { client, folder } = setting
    mkdirSync(join(folder, 'inner'))
    for (const name of ['a.daicho', 'b.csv', '.hidden.daicho', 'c.txt', 'd.JSON', 'e.jsonl', 'f.ndjson', 'g.pem'])
      writeFileSync(join(folder, name), name)
    const top = await folderToken(setting)
    const listed = await client.file.browse({ purpose: 'open-register', folder: top })
    expect(listed.entries.map(({ name, kind, size }) => [name, kind, size])).toEqual([
      ['inner', 'folder', listed.entries[0]?.size],
      ['a.daicho', 'file', 8],
    ])
    expect([listed.name, listed.place, listed.writable]).toEqual([basename(folder), folder, true])
    const sources = await client.file.browse({ purpose: 'import-source', folder: top })
    expect(sources.entries.map((entry) => entry.name)).toEqual([
      'inner',
      'b.csv',
      'c.txt',
      'd.JSON',
      'e.jsonl',
      'f.ndjson',
    ])
    const inner = await client.file.browse({ purpose: 'open-register', folder: listed.entries[0]?.token ?? '' })
    expect([inner.name, inner.entries]).toEqual(['inner', []])
    const up = await client.file.browse({ purpose: 'open-register', folder: inner.parent })
    expect(up.name).toBe(basename(folder))
    expect((await client.file.browse({ purpose: 'open-register', folder: null })).place).not.toBe('')
  })

  test.each(['../x', '..', '.', 'a/b', 'a\\b', '/etc/passwd', 'a\0b'])('the name %j is no name', async (name) => {
    const setting = serving()
    const folder = await folderToken(setting)
    expect(await refusal(setting.client.file.nameIn({ folder, name }))).toEqual({
      code: 'INVALID',
      facts: { noun: 'file', field: 'name', issue: 'FILE_NAME' },
    })
  })

  test('what cannot be opened is refused in its own words, and the open register stays', async () => {
    const setting = await company()
    const { client, folder } = setting
    writeFileSync(join(folder, 'text.daicho'), 'not a register')
    const open = async (name: string) => client.file.open({ token: await tokenFor(setting, name) })
    expect(await refusal(open('text.daicho'))).toEqual({
      code: 'NOT_A_REGISTER',
      facts: { file: join(folder, 'text.daicho') },
    })
    expect((await refusal(open('missing.daicho'))).code).toBe('FILE_NOT_FOUND')
    const again = await tokenFor(setting, 'own.daicho')
    expect(await refusal(client.file.create({ token: again, language: 'ja', name: '別の会社' }))).toEqual({
      code: 'FILE_EXISTS',
      facts: { file: join(folder, 'own.daicho') },
    })
    expect((await client.file.status()).register?.fileName).toBe('own.daicho')
  })

  test('the open register opened again stays open for writing', async () => {
    const setting = await company()
    const { client } = setting
    const open = async (readOnly: boolean) => {
      const { register } = await client.file.open({ token: await tokenFor(setting, 'own.daicho'), readOnly })
      return register?.readOnly
    }
    expect(await open(false)).toBeNull()
    expect(await open(true)).toEqual({ code: 'ASKED' })
    expect(await open(false)).toBeNull()
    expect((await client.unit.create({ name: ja('本社'), kind: 'legal_entity' })).code).toBe('UNT-0001')
  })

  test('a register open for reading refuses every write and says why', async () => {
    const setting = await company()
    const { client, folder } = setting
    const file = join(folder, 'own.daicho')
    await client.file.open({ token: await tokenFor(setting, 'own.daicho'), readOnly: true })
    const unit = () => client.unit.create({ name: ja('本社'), kind: 'legal_entity' })
    expect(await refusal(unit())).toEqual({ code: 'FILE_READ_ONLY', facts: { file } })
    expect(await refusal(reports(client.pack.lock({ asOf: today })))).toEqual({
      code: 'FILE_READ_ONLY',
      facts: { file },
    })

    await client.file.close()
    chmodSync(file, 0o444)
    const opened = await client.file.open({ token: await tokenFor(setting, 'own.daicho') })
    expect(opened.register?.readOnly).toEqual({ code: 'FILE_READ_ONLY' })
    expect(await refusal(unit())).toEqual({ code: 'FILE_READ_ONLY', facts: { file } })
  })

  test('a register of an earlier version that is only read is shown from a copy, which the status tells', async () => {
    const setting = serving()
    const file = join(setting.folder, 'older.daicho')
    copyFileSync(join(import.meta.dirname, '../fixtures/registers/0.1.0/register.daicho'), file)
    setting.choice = { kind: 'path', path: file }
    const chosen = await setting.client.file.choose({ purpose: 'open-register' })
    if (chosen.kind !== 'chosen') throw new Error(chosen.kind)
    const { register } = await setting.client.file.open({ token: chosen.token, readOnly: true })
    expect(register).toMatchObject({ fileName: 'older.daicho', isOlder: true })
    expect(register?.readOnly).not.toBeNull()
    expect((await setting.client.intake.list({})).rows).toEqual([])
  })

  test('a register that another holds is refused and names the holder; it opens for reading where the person asks', async () => {
    const setting = serving()
    const { client, folder } = setting
    const file = join(folder, 'held.daicho')
    const other = { ...testSurroundings(`${today}T00:00:00.000Z`), account: 'sato', machine: 'desk-2' }
    newRegister(file, other, { language: 'ja', name: ja('試験商事'), from: '2026-04-01' })
    const holder = openRegister(file, { surroundings: other, mode: 'write' })
    onTestFinished(() => {
      holder.close()
    })
    const problem = await refusal(client.file.open({ token: await tokenFor(setting, 'held.daicho') }))
    expect(problem).toMatchObject({ code: 'HELD_BY_ANOTHER', facts: { file, account: 'sato', machine: 'desk-2' } })
    expect(await client.file.status()).toMatchObject({
      refused: { what: 'open', fileName: 'held.daicho', problem },
      register: null,
    })
    expect(await refusal(client.file.tryAgain({}))).toEqual(problem)
    const { register, refused: left } = await client.file.tryAgain({ readOnly: true })
    expect(left).toBeNull()
    expect(register?.readOnly).toMatchObject({ code: 'HELD_BY_ANOTHER', account: 'sato', machine: 'desk-2' })
    const refused = await refusal(client.unit.create({ name: ja('本社'), kind: 'legal_entity' }))
    expect(refused).toEqual({ code: 'HELD_BY_ANOTHER', facts: { file, ...held(register?.readOnly) } })
  })

  test('what is refused stands in the status beside the register that is open, until it is left or works', async () => {
    const setting = await company()
    const { client, folder, told } = setting
    writeFileSync(join(folder, 'letter.daicho'), 'not a register')
    const problem = await refusal(client.file.open({ token: await tokenFor(setting, 'letter.daicho') }))
    expect(problem).toEqual({ code: 'NOT_A_REGISTER', facts: { file: join(folder, 'letter.daicho') } })
    const beside = await client.file.status()
    expect(beside).toMatchObject({
      refused: { what: 'open', fileName: 'letter.daicho', problem },
      register: { fileName: 'own.daicho', readOnly: null },
    })
    expect(await refusal(client.file.showRefused())).toEqual({
      code: 'CANNOT_REVEAL',
      facts: { path: join(folder, 'letter.daicho') },
    })
    expect(await client.file.leaveRefused()).toEqual({ ...beside, refused: null })
    expect(await refusal(client.file.tryAgain({}))).toEqual({ code: 'NO_REGISTER_OPEN', facts: {} })
    expect(await refusal(client.file.showRefused())).toEqual({ code: 'NO_REGISTER_OPEN', facts: {} })

    const taken = await tokenFor(setting, 'letter')
    expect(await refusal(client.file.create({ token: taken, language: 'ja', name: '試験商事' }))).toEqual({
      code: 'FILE_EXISTS',
      facts: { file: join(folder, 'letter.daicho') },
    })
    expect((await client.file.status()).refused).toMatchObject({ what: 'create', fileName: 'letter.daicho' })
    const created = await client.file.tryAgain({ elsewhere: await tokenFor(setting, 'other') })
    expect(created).toMatchObject({ refused: null, register: { fileName: 'other.daicho' } })
    expect(told.at(-1)).toBe('showing other.daicho true')
  })

  test('a file that is moved away while it is open is told, and is there again once it is back', async () => {
    const { client, folder } = await company()
    const [here, away] = [join(folder, 'own.daicho'), join(folder, 'away.daicho')]
    const unit = () => client.unit.create({ name: ja('本社'), kind: 'legal_entity' })
    renameSync(here, away)
    expect((await client.file.status()).register?.isGone).toBe(true)
    expect(await refusal(unit())).toMatchObject({ code: 'FILE_NOT_FOUND' })
    renameSync(away, here)
    expect((await client.file.status()).register?.isGone).toBe(false)
    expect((await unit()).code).toBe('UNT-0001')
  })

  test('without a register every operation on one says that none is open', async () => {
    const { client } = serving()
    const calls = [
      client.organisation.settings(),
      client.overview.get({ asOf: null }),
      client.system.list({}),
      client.risk.get({ id: nobody }),
      client.history.list({}),
      client.lookUp({ nouns: ['system'], text: 'a' }),
      client.pack.list(),
      client.person.create({ name: ja('髙橋 誠') }),
      client.file.actAs({ personId: nobody }),
      reports(client.file.verify()),
      reports(client.pack.lock({ asOf: today })),
    ]
    for (const call of calls) expect(await refusal(call)).toEqual({ code: 'NO_REGISTER_OPEN', facts: {} })
  })

  test('what was found by verify is kept with the status until another register is opened', async () => {
    const setting = await company()
    const { client } = setting
    expect((await reports(client.file.verify())).at(-1)).toEqual({ kind: 'result', result: { findings: [] } })
    expect((await client.file.status()).register?.verified).toMatchObject({ findings: 0 })
    expect((await client.file.actAs({ personId: null })).register?.person).toBeNull()
    expect((await client.file.openSample({ language: 'en' })).register?.verified).toBeNull()
  })

  test('language, theme, zoom and motion are kept with the person, one by one; what the system decides is not written', async () => {
    const { client, preferences } = serving()
    const byDefault = {
      language: 'system',
      theme: 'system',
      zoom: 100,
      motion: 'system',
      letterKeys: 'on',
      isKept: true,
    }
    expect(await client.display.get()).toEqual(byDefault)
    expect(await client.display.set({ language: 'en', zoom: 150 })).toEqual({ ...byDefault, language: 'en', zoom: 150 })
    expect(await client.display.set({ theme: 'dark', motion: 'reduced', zoom: 100 })).toEqual({
      language: 'en',
      theme: 'dark',
      zoom: 100,
      motion: 'reduced',
      letterKeys: 'on',
      isKept: true,
    })
    expect(preferences).toEqual({ language: 'en', theme: 'dark', zoom: null, motion: 'reduced' })
    expect((await client.file.status()).language).toBe('en')
    expect((await client.display.set({ language: 'system' })).language).toBe('system')
    expect((await client.file.status()).language).toBe('ja')
  })

  test.each([{ zoom: 105 }, { zoom: '100' }, { theme: 'blue' }, { language: 'fr' }, { motion: true }, { size: 3 }])(
    'a display that there is not is refused: %j',
    async (changes) => {
      const { client, preferences } = serving()
      expect(await refusal(client.display.set(changes as never))).toMatchObject({ code: 'BAD_REQUEST' })
      expect(preferences).toEqual({})
    },
  )

  test('where nothing can be kept, what is chosen holds for this window', async () => {
    const setting = serving({
      writePreference: () => Promise.reject(new Problem('PREFERENCES_NOT_WRITTEN', { folder: '/profile' })),
    })
    expect(await setting.client.display.set({ language: 'en' })).toMatchObject({ language: 'en', isKept: false })
    expect((await setting.client.file.status()).language).toBe('en')
  })
})

function held(readOnly: unknown): object {
  const { code: _code, ...holder } = readOnly as { code: string }
  return holder
}

test('what was written is shown in its folder by its token; a shell without a window has none', async () => {
  const setting = await company()
  const token = await tokenFor(setting, 'list.csv')
  expect(await refusal(setting.client.file.reveal({ token }))).toEqual({
    code: 'CANNOT_REVEAL',
    facts: { path: join(setting.folder, 'list.csv') },
  })
  expect(await refusal(setting.client.file.reveal({ token: 'none' }))).toMatchObject({ code: 'TOKEN_UNKNOWN' })
})

describe('input', () => {
  test('is checked in the register process, field by field', async () => {
    const { client } = await company()
    const before = (await client.file.status()).register?.events
    const wrong = (input: unknown) => input as never
    const refusals = [
      [client.system.create(wrong({})), ['name']],
      [client.system.create(wrong({ name: noText })), ['name']],
      [client.system.create(wrong({ name: ja('a'), tier: 'highest' })), ['tier']],
      [client.system.create(wrong({ name: ja('a'), lifecycle: 'production' })), ['']],
      [client.system.update(wrong({ id: 'SYS-0001', version: 0, patch: {} })), ['id', 'version']],
      [client.system.update(wrong({ id: nobody, version: 1, patch: { goLiveOn: '2026-02-30' } })), ['patch.goLiveOn']],
      [client.risk.list(wrong({ limit: 0, offset: -1 })), ['offset', 'limit']],
      [client.risk.list({ limit: 501 }), ['limit']],
      [client.lookUp(wrong({ nouns: ['pack'], text: '' })), ['nouns.0']],
      [client.file.open(wrong({ token: '' })), ['token']],
      [client.file.openSample(wrong({ language: 'fr' })), ['language']],
      [client.history.list(wrong({ noun: 'sqlite_master' })), ['noun']],
      [client.risk.close(wrong({ id: nobody, version: 1 })), ['reason']],
      [client.pack.lock(wrong({ asOf: 'today' })), ['asOf']],
    ] as const
    for (const [call, fields] of refusals)
      expect(await refusal(call)).toEqual({ code: 'BAD_REQUEST', fields: [...fields] })
    // Nothing was written: the log ends where it did.
    expect((await client.file.status()).register?.events).toBe(before)
  })

  test('names no field that is not of the list', async () => {
    const { client } = await company()
    for (const window of [
      { sort: [{ field: 'name"; DROP TABLE system; --', direction: 'ascending' as const }] },
      { filters: { 'id = 1 OR 1': { kind: 'values' as const, values: ['a'] } } },
      { filters: { sourceNotes: { kind: 'filled' as const } } },
    ])
      expect((await refusal(client.system.list(window))).code).toBe('INVALID')
    expect((await client.system.list({ search: `'; DROP TABLE system; -- "*( NEAR` })).found).toBe(0)
  })
})

describe('a copy', () => {
  test('is a register of its own: whole, held by nobody, with everything up to now', async () => {
    const setting = await company()
    const { client, folder, surroundings } = setting
    const unit = await client.unit.create({ name: ja('本社'), kind: 'legal_entity' })
    const { register } = await client.file.status()
    expect(await refusal(client.file.reveal({ token: await tokenFor(setting, 'own.daicho') }))).toMatchObject({
      code: 'CANNOT_REVEAL',
    })
    expect(await client.file.saveCopy({ token: await tokenFor(setting, 'copy') })).toEqual({ name: 'copy.daicho' })
    expect(await client.file.status()).toMatchObject({ register })
    const copy = openRegister(join(folder, 'copy.daicho'), { surroundings, mode: 'write' })
    onTestFinished(() => {
      copy.close()
    })
    expect(copy.readOnly).toBeNull()
    expect(copy.head()).toEqual(setting.server.desk.register.head())
    expect(recordTables.unit.get(copy.read, unit.id)).toEqual(unit)
    expect(await verifyRegister(copy, {})).toEqual([])
  })

  test('stands on no other file, and leaves nothing behind where it is refused', async () => {
    const setting = await company()
    const { client, folder } = setting
    writeFileSync(join(folder, 'taken.daicho'), 'mine')
    expect(await refusal(client.file.saveCopy({ token: await tokenFor(setting, 'taken.daicho') }))).toEqual({
      code: 'FILE_EXISTS',
      facts: { file: join(folder, 'taken.daicho') },
    })
    expect(await refusal(client.file.saveCopy({ token: await tokenFor(setting, 'own.daicho') }))).toMatchObject({
      code: 'FILE_EXISTS',
    })
    expect(readFileSync(join(folder, 'taken.daicho'), 'utf8')).toBe('mine')
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })
})

test('every operation on files was called above', () => {
  // Protected copies are tested in a file of their own.
  const ofFiles = (path: string) => path.startsWith('file.') && path !== 'file.openProtected'
  expect([...called].filter(ofFiles).sort()).toEqual(operations(contract).filter(ofFiles).sort())
})
