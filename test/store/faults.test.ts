/** Faults while a register is open: what is refused, that nothing half-done stays, and that it can be gone on with. */
import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { folderProblem } from '#electron/register/export/hashed-file.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { problemOf } from '#electron/register/store/sqlite-problems.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem } from '#electron/register/systems.ts'
import { codeOf } from '#test/support/code-of.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const newSystem = { name: { ja: '需要予測', en: null } }

describe('a disk that is full', () => {
  test('takes nothing of a change; reading goes on, and with room the same change is taken', async () => {
    const { register, file } = testRegister()
    const head = register.head()
    // As large as it is: the next page finds no room.
    const pages = register.read.prepare('PRAGMA page_count').pluck().get() as number
    const free = register.read.prepare('PRAGMA freelist_count').pluck().get() as number
    register.changeUnlogged((write) => write.statement(`PRAGMA max_page_count = ${String(pages)}`).get())
    const large = { ...newSystem, notes: 'x'.repeat(20_000 + free * 4096) }
    expect(codeOf(() => createSystem(register, large))).toBe('DISK_FULL')
    expect(register.head()).toEqual(head)
    expect(await verifyRegister(register)).toEqual([])
    register.changeUnlogged((write) => write.statement('PRAGMA max_page_count = 1000000').get())
    createSystem(register, large)
    expect(register.head().sequence).toBe(head.sequence + 1)
    register.close()
    expect(existsSync(`${file}-journal`)).toBe(false)
  })
})

describe('a disk that fails', () => {
  test('is told as such, by SQLite and by the file system: nobody reads an error of the program', () => {
    const file = '/share/register.daicho'
    const errors = [
      new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE'),
      new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC'),
      ...['EIO', 'EFBIG', 'ESTALE'].map((code) => Object.assign(new Error('disk I/O error'), { code })),
    ]
    for (const error of errors) {
      const told = expect.objectContaining({
        code: 'DISK_FAILED',
        facts: { file, detail: 'disk I/O error' },
      }) as unknown
      expect(problemOf(error, file)).toEqual(told)
    }
    for (const error of errors.slice(2)) expect(folderProblem(error, file)).toMatchObject({ code: 'DISK_FAILED' })
  })
})

describe('while a register is open', () => {
  test('its file is taken away: the next change is refused, and is taken once it is back', () => {
    const { register, file } = testRegister()
    const head = register.head()
    renameSync(file, `${file}.moved`)
    expect(codeOf(() => createSystem(register, newSystem))).toBe('FILE_NOT_FOUND')
    renameSync(`${file}.moved`, file)
    createSystem(register, newSystem)
    expect(register.head().sequence).toBe(head.sequence + 1)
  })

  test('another file is put in its place: nothing is written into that', () => {
    const { register, file } = testRegister()
    const other = join(temporaryFolder(), 'other.daicho')
    copyFileSync(file, other)
    const before = readFileSync(other)
    rmSync(file)
    copyFileSync(other, file)
    expect(codeOf(() => createSystem(register, newSystem))).toBe('FILE_NOT_FOUND')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('it is cut short: reading and writing are refused as damage, and the rest is not made worse', () => {
    const { register, file } = testRegister()
    createSystem(register, newSystem)
    register.close()
    const whole = readFileSync(file)
    const surroundings = testSurroundings('2026-05-01T00:00:00.000Z')
    const again = openRegister(file, { surroundings, mode: 'write' })
    writeFileSync(file, whole.subarray(0, 8192))
    expect(codeOf(() => createSystem(again, newSystem))).toBe('FILE_DAMAGED')
    expect(readFileSync(file).length).toBe(8192)
    again.close()
  })

  test('its folder takes no more files: the next opening is for reading, and for writing once it does', () => {
    const folder = temporaryFolder()
    const { register, file } = testRegister({ file: join(folder, 'register.daicho') })
    register.close()
    chmodSync(folder, 0o555)
    const surroundings = testSurroundings('2026-05-01T00:00:00.000Z')
    const reading = openRegister(file, { surroundings, mode: 'write' })
    expect([reading.readOnly, codeOf(() => createSystem(reading, newSystem))]).toEqual([
      { code: 'FILE_READ_ONLY' },
      'FILE_READ_ONLY',
    ])
    reading.close()
    chmodSync(folder, 0o755)
    const writing = openRegister(file, { surroundings, mode: 'write' })
    createSystem(writing, newSystem)
    writing.close()
  })

  test('a transaction of another program holds it: told as in use, and taken afterwards', () => {
    const { register, file } = testRegister()
    const other = new Database(file)
    other.exec('BEGIN EXCLUSIVE')
    expect(codeOf(() => createSystem(register, newSystem))).toBe('HELD_BY_ANOTHER')
    other.exec('ROLLBACK')
    other.close()
    createSystem(register, newSystem)
  })
})
