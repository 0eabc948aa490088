/** Files that a register keeps: once for the same bytes, for ever, covered by the log, and found where a byte was changed. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addEvidence } from '#electron/register/controls.ts'
import { acceptEvidence, attachFile, removeFile, saveFile } from '#electron/register/evidence.ts'
import { lockPack } from '#electron/register/packs.ts'
import { createPerson } from '#electron/register/accountability.ts'
import { copyRegister } from '#electron/register/store/copy-register.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { digestOf, storedFile } from '#electron/register/store/stored-file.ts'
import { snapshotText, verifyRegister } from '#electron/register/store/verify.ts'
import { redoLast, undoLast } from '#electron/register/undo.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { codeOf } from '#test/support/code-of.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'

const report = Buffer.from('偏り試験の報告\n0.74')
const digest = digestOf(report)

function withEvidence() {
  const made = testRegister()
  const folder = temporaryFolder()
  const path = join(folder, '報告書.txt')
  writeFileSync(path, report)
  const evidence = addEvidence(made.register, { name: { ja: '偏り試験', en: null }, kind: 'test_report' })
  return { ...made, folder, path, evidence }
}

const keptIn = (register: Register) =>
  register.read.prepare('SELECT sha256, content FROM stored_file ORDER BY sha256').all() as {
    sha256: string
    content: Uint8Array
  }[]

test('the same bytes are kept once, whatever their names and however often', () => {
  const { register, folder, path, evidence } = withEvidence()
  attachFile(register, { id: evidence.id, version: 1, path })
  const other = addEvidence(register, { name: { ja: '写し', en: null }, kind: 'other' })
  const copy = join(folder, 'copy.txt')
  writeFileSync(copy, report)
  expect(attachFile(register, { id: other.id, version: 1, path: copy })).toMatchObject({
    fileName: 'copy.txt',
    fileSha256: digest,
  })
  expect(keptIn(register)).toEqual([{ sha256: digest, content: report }])
})

test('undoing takes the file off the evidence and loses no byte; redoing names it again', async () => {
  const { register, path, evidence } = withEvidence()
  attachFile(register, { id: evidence.id, version: 1, path })
  undoLast(register, null)
  expect(currentState(register.read).evidence[0]).toMatchObject({ fileName: null, fileSha256: null })
  expect(storedFile(register.read, digest, '報告書.txt')).toEqual(report)
  expect(await verifyRegister(register)).toEqual([])
  redoLast(register, null)
  expect(currentState(register.read).evidence[0]).toMatchObject({ fileName: '報告書.txt', fileSha256: digest })
})

test('the file of an earlier day is there after it was replaced and taken off; the log says which it was', async () => {
  const { register, folder, path, evidence } = withEvidence()
  attachFile(register, { id: evidence.id, version: 1, path })
  const second = join(folder, '二回目.txt')
  writeFileSync(second, '二回目')
  attachFile(register, { id: evidence.id, version: 2, path: second })
  removeFile(register, { id: evidence.id, version: 3, reason: '取り違え' })
  expect(keptIn(register).map(({ sha256 }) => sha256)).toEqual([digest, digestOf(Buffer.from('二回目'))].sort())
  const payloads = register.read
    .prepare("SELECT payload FROM audit_event WHERE noun = 'evidence' ORDER BY sequence")
    .pluck()
    .all() as string[]
  const digests = payloads.map(
    (payload) => (JSON.parse(payload) as { after: { fileSha256: unknown } }).after.fileSha256,
  )
  expect(digests).toEqual([null, digest, digestOf(Buffer.from('二回目')), null])
  expect(await verifyRegister(register)).toEqual([])
  expect(replay(register.read).state()).toEqual(currentState(register.read))
})

test('a pack holds the digest and who accepted it, not the bytes', async () => {
  const { register, path, evidence } = withEvidence()
  const { id } = createPerson(register, { name: { ja: '久保 恵', en: null } })
  attachFile(register, { id: evidence.id, version: 1, path })
  acceptEvidence(register, { id: evidence.id, version: 2, accepterId: id, on: '2026-04-01', note: '原本と照合した' })
  const pack = await lockPack(register, { asOf: '2026-04-01' })
  const text = snapshotText(register.read, pack.dataDigest) ?? ''
  expect(JSON.parse(text)).toMatchObject({ evidence: [{ fileSha256: digest, accepterId: id }] })
  expect(text).not.toContain('0.74')
})

test('what was accepted cannot be undone', () => {
  const { register, path, evidence } = withEvidence()
  const { id } = createPerson(register, { name: { ja: '久保 恵', en: null } })
  attachFile(register, { id: evidence.id, version: 1, path })
  acceptEvidence(register, { id: evidence.id, version: 2, accepterId: id, on: '2026-04-01', note: '照合した' })
  expect(codeOf(() => undoLast(register, null))).toBe('UNDO_SIGNED')
})

test('a copy of the register has the files', async () => {
  const { register, path, evidence, folder } = withEvidence()
  attachFile(register, { id: evidence.id, version: 1, path })
  const file = join(folder, 'copy.daicho')
  await copyRegister(register, file)
  const copy = openRegister(file, { surroundings: testSurroundings(), mode: 'read' })
  try {
    expect(keptIn(copy)).toEqual([{ sha256: digest, content: report }])
    expect(saveFile(copy, evidence.id, folder)).toEqual({ name: '報告書-2.txt', bytes: report.length })
    expect(await verifyRegister(copy)).toEqual([])
  } finally {
    copy.close()
  }
})

/** What verify finds in a copy that was changed by plain SQL, and what saving the file out then says. */
async function afterTampering(sql: string): Promise<{ findings: Finding[]; saving: string }> {
  const { register, file, path, evidence, folder } = withEvidence()
  attachFile(register, { id: evidence.id, version: 1, path })
  register.close()
  const copy = join(dirname(file), 'tampered.daicho')
  copyFileSync(file, copy)
  const database = new Database(copy)
  database.pragma('foreign_keys = OFF')
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE name LIKE 'stored_file%'").all() as {
    name: string
    sql: string
  }[]
  const own = triggers.filter(({ sql }) => sql.startsWith('CREATE TRIGGER'))
  for (const { name } of own) database.exec(`DROP TRIGGER ${name}`)
  database.exec(sql)
  for (const trigger of own) database.exec(trigger.sql)
  database.close()
  const opened = openRegister(copy, { surroundings: testSurroundings(), mode: 'inspect' })
  try {
    return { findings: await verifyRegister(opened), saving: codeOf(() => saveFile(opened, evidence.id, folder)) }
  } finally {
    opened.close()
  }
}

test('one byte changed behind the back of the application is found, and the file is not saved out', async () => {
  const altered = Buffer.from(report)
  altered[altered.length - 1] = 0x35
  expect(await afterTampering(`UPDATE stored_file SET content = x'${altered.toString('hex')}'`)).toEqual({
    findings: [{ code: 'STORED_FILE_EDITED', facts: { record: 'EVD-0001' } }],
    saving: 'STORED_FILE_DAMAGED',
  })
})

test('a file that was taken out is missed, and one that was put in is named', async () => {
  const gone = await afterTampering('DELETE FROM stored_file')
  expect(gone.findings.map(({ code }) => code)).toEqual(['LINK_BROKEN', 'STORED_FILE_REMOVED'])
  expect(gone.saving).toBe('STORED_FILE_DAMAGED')
  const other = digestOf(Buffer.from('other'))
  const added = await afterTampering(`INSERT INTO stored_file VALUES ('${other}', x'6f74686572')`)
  expect(added.findings).toEqual([{ code: 'ROW_ADDED', facts: { table: 'stored_file', record: other } }])
})

test('a kept file is neither changed nor deleted by a statement of the program', () => {
  const { register, path, evidence } = withEvidence()
  attachFile(register, { id: evidence.id, version: 1, path })
  const run = (sql: string) => () =>
    register.change({ operation: 'evidence.update' }, (change) => change.read.statement(sql).run())
  expect(run("UPDATE stored_file SET content = x'00'")).toThrow('a kept file never changes')
  expect(run('DELETE FROM stored_file')).toThrow()
  expect(keptIn(register)).toEqual([{ sha256: digest, content: report }])
})
