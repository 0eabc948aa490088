/** Backups over the contract: made by themselves and on demand, listed, checked, saved, restored; refused where it cannot be. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openRegister } from '#electron/register/store/register-file.ts'
import { newestKept } from '#shared/domain/backup.ts'
import { contract } from '#shared/contract/contract.ts'
import { testSurroundings } from '#test/support/register.ts'
import { called, company, operations, refusal, resultOf, type Serving, today, tokenFor } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

/** The register that is open has a folder of this name. */
const folderOf = ({ folder }: Serving) => join(folder, 'own.backups')
const names = (setting: Serving) => (existsSync(folderOf(setting)) ? readdirSync(folderOf(setting)).sort() : [])
const reasons = async ({ client }: Serving) => (await client.backup.list()).entries.map(({ reason }) => reason)

async function newest({ client }: Serving) {
  const [entry] = (await client.backup.list()).entries
  if (entry === undefined) throw new Error('there is none')
  return entry
}

function readOnly(folder: string): void {
  chmodSync(folder, 0o555)
  onTestFinished(() => {
    chmodSync(folder, 0o755)
  })
}

describe('made by themselves', () => {
  test('before the first change of a day, once', async () => {
    const setting = await company()
    const { client, surroundings } = setting
    expect(await client.backup.list()).toEqual({ entries: [], folder: 'own.backups', bytes: 0, budget: 1_000_000_000 })
    const before = (await client.file.status()).register?.events
    await client.system.create({ name: ja('需要予測') })
    await client.system.create({ name: ja('与信審査') })
    const first = await newest(setting)
    expect(first).toMatchObject({
      reason: 'firstChange',
      place: 'beside',
      state: 'readable',
      events: before,
      checked: null,
    })
    expect(names(setting)).toEqual([first.name])
    expect(first.bytes).toBe(statSync(join(folderOf(setting), first.name)).size)
    surroundings.setTime('2026-11-25T00:00:00.000Z')
    await client.system.create({ name: ja('採用選考') })
    expect(await reasons(setting)).toEqual(['firstChange', 'firstChange'])
  })

  test('before an import, and before fifty records are changed at once, but not before fewer', async () => {
    const setting = await company()
    const { client, folder } = setting
    writeFileSync(
      join(folder, 'systems.csv'),
      ['システム名', ...Array.from({ length: 60 }, (_, index) => `システム${String(index)}`)].join('\n'),
    )
    const token = await tokenFor(setting, 'systems.csv')
    await resultOf(client.importing.run({ token, noun: 'system' }))
    expect(await reasons(setting)).toEqual(['import'])
    const { rows } = await client.system.list({ limit: 60 })
    const records = rows.map(({ record: { id, version } }) => ({ id, version }))
    await client.system.updateMany({ records: records.slice(0, 10), patch: { vendor: 'A' } })
    expect(await reasons(setting)).toEqual(['import'])
    await client.system.updateMany({ records: records.slice(10, 60), patch: { vendor: 'A' } })
    expect(await reasons(setting)).toEqual(['bulk', 'import'])
  })

  test('in the own folder of the program where the folder of the register takes none', async () => {
    const setting = await company()
    const { client, folder } = setting
    const profile = join(folder, 'profile')
    Object.assign(setting.surroundings, { profile })
    // A file lies where the folder of backups would be.
    writeFileSync(folderOf(setting), 'in the way')
    await client.system.create({ name: ja('需要予測') })
    expect((await client.file.status()).register?.warnings).toEqual([])
    expect(readdirSync(join(profile, 'backups')).map((name) => name.replace(/-[0-9a-f]{12}$/, ''))).toEqual(['own'])
  })

  test('a change goes on without the backup of the day, and the window is told; an import does not', async () => {
    const setting = await company()
    const { client, folder } = setting
    mkdirSync(folderOf(setting))
    readOnly(folderOf(setting))
    await client.system.create({ name: ja('需要予測') })
    const facts = { folder: folderOf(setting), first: 'FOLDER_NOT_WRITABLE', reason: 'firstChange' }
    expect((await client.file.status()).register?.warnings).toEqual([
      { code: 'BACKUP_FAILED', problem: { code: 'BACKUP_FAILED', facts } },
    ])
    writeFileSync(join(folder, 'systems.csv'), 'システム名\n与信審査\n')
    const token = await tokenFor(setting, 'systems.csv')
    const events = (await client.file.status()).register?.events
    expect(await refusal(resultOf(client.importing.run({ token, noun: 'system' })))).toEqual({
      code: 'BACKUP_FAILED',
      facts: { ...facts, reason: 'import' },
    })
    expect((await client.file.status()).register?.events).toBe(events)
    chmodSync(folderOf(setting), 0o755)
    await client.backup.make()
    expect((await client.file.status()).register?.warnings).toEqual([])
  })
})

describe('on demand', () => {
  test('of those made within one second the last stands first, however their names are sorted', async () => {
    const setting = await company()
    const { client, surroundings } = setting
    await client.system.create({ name: ja('需要予測') })
    const made: string[] = []
    for (let count = 0; count < 9; count += 1) {
      surroundings.setTime('2026-11-25T00:00:00.000Z')
      made.push((await client.backup.make()).name)
    }
    const listed = () => client.backup.list().then(({ entries }) => entries.map(({ name }) => name))
    const asMade = made.toReversed()
    expect((await listed()).slice(0, newestKept)).toEqual(asMade.slice(0, newestKept))
    // A copy of the folder has lost the files' times.
    const copied = new Date('2026-11-26T00:00:00.000Z')
    for (const name of names(setting)) utimesSync(join(folderOf(setting), name), copied, copied)
    expect((await listed()).slice(0, newestKept)).toEqual(asMade.slice(0, newestKept))
  })

  test('made, checked, shown and saved elsewhere', async () => {
    const setting = await company()
    const { client, folder } = setting
    await client.system.create({ name: ja('需要予測') })
    const { name } = await client.backup.make()
    const entry = await newest(setting)
    expect(entry).toMatchObject({ name, reason: 'asked', place: 'beside' })
    const which = { place: entry.place, name }
    expect(await resultOf(client.backup.check(which))).toEqual({ findings: [] })
    expect((await newest(setting)).checked).toMatchObject({ findings: 0 })
    expect(await refusal(client.backup.show(which))).toMatchObject({ code: 'CANNOT_REVEAL' })
    const saved = await client.backup.save({ ...which, token: await tokenFor(setting, 'elsewhere') })
    expect(saved).toEqual({ name: 'elsewhere.daicho' })
    expect(readFileSync(join(folder, 'elsewhere.daicho')).equals(readFileSync(join(folderOf(setting), name)))).toBe(
      true,
    )
    expect(await refusal(client.backup.save({ ...which, token: await tokenFor(setting, 'elsewhere') }))).toMatchObject({
      code: 'FILE_EXISTS',
    })
  })

  test('no way to another file by a name', async () => {
    const setting = await company()
    for (const name of ['../own.daicho', 'own.daicho', '/etc/passwd', '2026-11-24T000000Z.on-demand.daicho/../../x'])
      expect(await refusal(resultOf(setting.client.backup.check({ place: 'beside', name })))).toMatchObject({
        code: 'BAD_REQUEST',
      })
    const name = '2026-11-24T000000Z.on-demand.daicho'
    expect(await refusal(resultOf(setting.client.backup.check({ place: 'beside', name })))).toEqual({
      code: 'BACKUP_NOT_FOUND',
      facts: { file: name },
    })
  })
})

describe('a restore', () => {
  test('goes back, keeps what it replaces, and is in the log, beyond which nothing is undone', async () => {
    const setting = await company()
    const { client } = setting
    await client.system.create({ name: ja('需要予測') })
    const { id: person } = await client.person.create({ name: ja('髙橋 誠') })
    await client.file.actAs({ personId: person })
    await client.backup.make()
    const made = await newest(setting)
    await client.system.create({ name: ja('与信審査') })
    const replaced = (await client.file.status()).register?.events
    const { register } = await resultOf(client.backup.restore({ place: made.place, name: made.name }))
    expect(register).toMatchObject({ fileName: 'own.daicho', events: (made.events ?? 0) + 1, readOnly: null })
    expect(register?.person?.id).toBe(person)
    expect((await client.system.list({ limit: 9 })).rows.map(({ record }) => record.name.ja)).toEqual(['需要予測'])
    const kept = await newest(setting)
    expect(kept).toMatchObject({ reason: 'restore', events: replaced })
    const { events } = await client.history.list({ limit: 1 })
    expect(events[0]).toMatchObject({ operation: 'register.restore', noun: 'organisation' })
    expect(events[0]?.reason).toBe(
      `2026-11-24 09:00のバックアップ（${made.name}）に復元。置き換えた内容は ${kept.name} にあります`,
    )
    expect((await resultOf(client.file.verify())).findings).toEqual([])
    expect(await refusal(client.undo.undo({ transaction: null }))).toMatchObject({ code: 'UNDO_RESTORED' })
    // And back to what was replaced.
    await resultOf(client.backup.restore({ place: kept.place, name: kept.name }))
    expect((await client.system.list({ limit: 9 })).rows).toHaveLength(2)
  })

  test('of a backup that was edited is refused, and the register stays', async () => {
    const setting = await company()
    const { client } = setting
    await client.system.create({ name: ja('需要予測') })
    await client.backup.make()
    const { place, name } = await newest(setting)
    const path = join(folderOf(setting), name)
    const bytes = readFileSync(path)
    const at = bytes.indexOf('需要予測')
    bytes.write('需要予知', at)
    writeFileSync(path, bytes)
    expect((await resultOf(client.backup.check({ place, name }))).findings.length).toBeGreaterThan(0)
    const events = (await client.file.status()).register?.events
    expect(await refusal(resultOf(client.backup.restore({ place, name })))).toMatchObject({ code: 'FILE_TAMPERED' })
    expect((await client.file.status()).register?.events).toBe(events)
    expect(await reasons(setting)).toEqual(['asked', 'firstChange'])
  })

  test('stops where what is there cannot be kept', async () => {
    const setting = await company()
    const { client } = setting
    await client.system.create({ name: ja('需要予測') })
    await client.backup.make()
    const { place, name } = await newest(setting)
    await client.system.create({ name: ja('与信審査') })
    readOnly(folderOf(setting))
    expect(await refusal(resultOf(client.backup.restore({ place, name })))).toMatchObject({
      code: 'BACKUP_FAILED',
      facts: { first: 'FOLDER_NOT_WRITABLE', reason: 'restore' },
    })
    expect((await client.system.list({ limit: 9 })).rows).toHaveLength(2)
  })

  test('of another register that lay here before is refused', async () => {
    const setting = await company()
    const { client, folder } = setting
    await client.system.create({ name: ja('需要予測') })
    await client.file.close()
    rmSync(join(folder, 'own.daicho'))
    await client.file.create({ token: await tokenFor(setting, 'own.daicho'), language: 'ja', name: '別の会社' })
    const other = await newest(setting)
    expect(other.state).toBe('other')
    expect(await refusal(resultOf(client.backup.restore({ place: other.place, name: other.name })))).toMatchObject({
      code: 'BACKUP_OF_ANOTHER',
    })
  })
})

describe('a register that is damaged, or gone', () => {
  async function withBackup() {
    const setting = await company()
    const { client, folder } = setting
    await client.system.create({ name: ja('需要予測') })
    await client.backup.make()
    const made = await newest(setting)
    await client.file.close()
    return { setting, client, made, file: join(folder, 'own.daicho') }
  }

  test('is offered the newest backup that holds together, and keeps its damaged file', async () => {
    const { setting, client, made, file } = await withBackup()
    const damaged = readFileSync(file)
    damaged.fill(0xff, 4096, 16_384)
    writeFileSync(file, damaged)
    // The newest backup is damaged too.
    const bad = made.name.replace('on-demand', 'on-demand-2')
    writeFileSync(join(folderOf(setting), bad), damaged)
    await refusal(client.file.open({ token: await tokenFor(setting, 'own.daicho') }))
    const { refused } = await client.file.status()
    expect(refused).toMatchObject({ problem: { code: 'FILE_DAMAGED' }, backup: { name: made.name, reason: 'asked' } })
    const { register } = await resultOf(client.backup.restoreRefused({ place: made.place, name: made.name }))
    expect(register).toMatchObject({ fileName: 'own.daicho', events: (made.events ?? 0) + 1 })
    const aside = readdirSync(setting.folder).filter((name) => name.includes('.damaged.'))
    expect(aside).toEqual([expect.stringMatching(/^own\.damaged\.2026-11-24T\d{6}Z\.daicho$/)])
    expect(readFileSync(join(setting.folder, aside[0] ?? '')).equals(damaged)).toBe(true)
    expect((await client.history.list({ limit: 1 })).events[0]?.reason).toContain(aside[0])
    expect((await client.file.status()).refused).toBeNull()
  })

  test('takes a journal aside with it: it would be played into the restored register', async () => {
    const { setting, client, made, file } = await withBackup()
    const journal = Buffer.alloc(8192, 7)
    writeFileSync(`${file}-journal`, journal)
    writeFileSync(file, Buffer.alloc(8192, 1))
    await refusal(client.file.open({ token: await tokenFor(setting, 'own.daicho') }))
    await resultOf(client.backup.restoreRefused({ place: made.place, name: made.name }))
    expect(existsSync(`${file}-journal`)).toBe(false)
    const [aside] = readdirSync(setting.folder).filter((name) => name.endsWith('.daicho-journal'))
    expect(readFileSync(join(setting.folder, aside ?? '')).equals(journal)).toBe(true)
  })

  test('that was missing and is back by now is kept as any register is that is replaced', async () => {
    const { setting, client, made, file } = await withBackup()
    renameSync(file, `${file}.away`)
    await refusal(client.file.open({ token: await tokenFor(setting, 'own.daicho') }))
    renameSync(`${file}.away`, file)
    await resultOf(client.backup.restoreRefused({ place: made.place, name: made.name }))
    expect(await newest(setting)).toMatchObject({ reason: 'restore', events: made.events })
    expect(readdirSync(setting.folder).filter((name) => name.includes('.damaged.'))).toEqual([])
  })

  test('that was refused because somebody edits it stays theirs, with its journal', async () => {
    const { setting, client, made, file } = await withBackup()
    const other = { ...testSurroundings('2026-11-24T00:00:00.000Z'), machine: 'desk-2', newId: () => 'other' }
    const editor = openRegister(file, { surroundings: other, mode: 'write' })
    onTestFinished(() => {
      editor.close()
    })
    await refusal(client.file.open({ token: await tokenFor(setting, 'own.daicho') }))
    const before = [statSync(file).ino, ...readdirSync(setting.folder)]
    expect(await refusal(resultOf(client.backup.restoreRefused({ place: made.place, name: made.name })))).toMatchObject(
      { code: 'HELD_BY_ANOTHER', facts: { machine: 'desk-2' } },
    )
    expect([statSync(file).ino, ...readdirSync(setting.folder)]).toEqual(before)
  })

  test('that is gone comes back to its place', async () => {
    const { setting, client, made, file } = await withBackup()
    rmSync(file)
    await refusal(client.file.open({ token: await tokenFor(setting, 'own.daicho') }))
    expect((await client.file.status()).refused).toMatchObject({
      problem: { code: 'FILE_NOT_FOUND' },
      backup: { name: made.name },
    })
    await resultOf(client.backup.restoreRefused({ place: made.place, name: made.name }))
    expect((await client.file.status()).register?.fileName).toBe('own.daicho')
    expect((await client.history.list({ limit: 1 })).events[0]?.reason).toContain('元のファイルはありませんでした')
  })
})

describe('beside the register', () => {
  test('what can be read of a damaged one becomes a new one, which is then open', async () => {
    const setting = await company()
    const { client, folder } = setting
    await client.system.create({ name: ja('需要予測') })
    const before = (await client.file.status()).register
    await client.file.close()
    const file = join(folder, 'own.daicho')
    writeFileSync(file, readFileSync(file).fill(0xff, 4096, 16_384))
    await refusal(client.file.open({ token: await tokenFor(setting, 'own.daicho') }))
    const recovery = await resultOf(client.backup.recoverRefused({ token: await tokenFor(setting, 'recovered') }))
    expect(recovery.events).toEqual({ chained: before?.events, apart: 0, lost: 0 })
    const { register, refused } = await client.file.status()
    expect([register?.fileName, register?.events, refused]).toEqual([
      'recovered.daicho',
      (before?.events ?? 0) + 1,
      null,
    ])
    expect(register?.organisation.parentRegisterId).toBe(before?.organisation.registerId)
  })

  test('a conflict copy whose log went another way is told; one that holds nothing new is not', async () => {
    const setting = await company()
    const { client, folder } = setting
    const copyOwn = (name: string) => {
      writeFileSync(join(folder, name), readFileSync(join(folder, 'own.daicho')))
    }
    const warnings = async () => {
      await client.file.close()
      await client.file.open({ token: await tokenFor(setting, 'own.daicho') })
      return (await client.file.status()).register?.warnings
    }
    await client.system.create({ name: ja('需要予測') })
    await client.file.close()
    copyOwn('own (1).daicho')
    await client.file.open({ token: await tokenFor(setting, 'own (1).daicho') })
    await client.system.create({ name: ja('与信審査') })
    await client.file.close()
    copyOwn('own-DESK-2.daicho')
    await client.file.open({ token: await tokenFor(setting, 'own.daicho') })
    await client.system.create({ name: ja('採用選考') })
    expect(await warnings()).toEqual([{ code: 'CONFLICT_COPY', names: ['own (1).daicho'] }])
  })

  test('a clock that was set back is told, the order of the log stays, and it verifies', async () => {
    const setting = await company()
    const { client, surroundings } = setting
    surroundings.setTime('2026-11-24T10:00:00.000Z')
    await client.system.create({ name: ja('需要予測') })
    surroundings.setTime('2026-11-20T10:00:00.000Z')
    const { register } = await client.file.status()
    const lastAt = register?.lastChangeAt
    expect(register?.warnings).toEqual([{ code: 'CLOCK_BEHIND', lastAt }])
    await client.system.create({ name: ja('与信審査') })
    const { events } = await client.history.list({ limit: 2 })
    expect(events.map(({ at }) => at)).toEqual([lastAt, lastAt])
    expect((await resultOf(client.file.verify())).findings).toEqual([])
    surroundings.setTime('2026-11-25T10:00:00.000Z')
    expect((await client.file.status()).register?.warnings).toEqual([])
  })
})

test('every operation on backups was called above', () => {
  const ours = (path: string) => path.startsWith('backup.')
  expect(today).toBe('2026-11-24')
  expect([...called].filter(ours).sort()).toEqual(operations(contract).filter(ours).sort())
})
