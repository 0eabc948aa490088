/** What a redaction may be followed by, and what may not pass for one: proofs, merges, backups and screens after it. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createPerson } from '#electron/register/accountability.ts'
import { keepBackup } from '#electron/register/backups/keep-backup.ts'
import { restoreBackup } from '#electron/register/backups/restore-backup.ts'
import { addComment } from '#electron/register/comments.ts'
import { compared } from '#electron/register/compare-packs.ts'
import { checkBundle } from '#electron/register/export/check-bundle.ts'
import { createIncident } from '#electron/register/incident/incidents.ts'
import { mergeRegisters } from '#electron/register/merge/merge-registers.ts'
import { openOther } from '#electron/register/merge/open-other.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { backupsBefore } from '#electron/register/retention/old-backups.ts'
import { personTies } from '#electron/register/retention/person-ties.ts'
import { placeHold, releaseHold } from '#electron/register/retention/rules-and-holds.ts'
import { eventHash, eventOf, type EventRow } from '#electron/register/store/audit-log.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { currentState, frozenTexts } from '#electron/register/store/replay.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { placeholderFor } from '#shared/domain/retention/name-marks.ts'
import { sortKey } from '#shared/domain/text.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { bundleOf } from '#test/support/bundle.ts'
import { refusalOf } from '#test/support/import-files.ts'
import { answered } from '#test/support/merge-answers.ts'
import { noWork, redactNow } from '#test/support/redact-now.ts'
import { testRegister } from '#test/support/register.ts'
import { copyOfSide, otherOf, registerOfSide, sideSurroundings } from '#test/support/two-registers.ts'

const ja = (text: string) => ({ ja: text, en: null })

async function merged(own: Register, file: string): Promise<void> {
  const { other, sides } = await otherOf(own, file)
  const { answers } = answered(own, sides, 'theirs')
  const headHash = other.register.head().hash
  await mergeRegisters(own, sides, { answers, entityUnitId: null, headHash }, () => undefined)
}

interface Forging {
  /** What is written into the text in which the name would have stood. */
  readonly word: (placeholder: string) => string
  /** Whether the person's own record is given the placeholder. */
  readonly own: boolean
  /** Whether who acted and when is changed. */
  readonly words?: (placeholder: string) => Partial<Pick<EventRow, 'at' | 'account'>>
}

/** Somebody with the file and time: a tier changed wherever it stands, and a redaction appended that names the digests. */
async function forged({ word: said, own, words }: Forging) {
  const { register, file, surroundings } = testRegister()
  const person = createPerson(register, { name: ja('長谷部 蓮華') })
  createSystem(register, { name: ja('与信の判定'), notes: '担当に聞く', tier: 'high' })
  surroundings.setTime('2026-04-10T00:00:00.000Z')
  const pack = lockVerified(register, { asOf: '2026-04-01' })
  const bundle = await bundleOf(register, pack)
  expect((await checkBundle(bundle, { register, noted: pack.dataDigest })).findings).toEqual([])
  register.close()
  const copy = join(dirname(file), 'forged.daicho')
  copyFileSync(file, copy)
  const database = new Database(copy)
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  const placeholder = placeholderFor(person.id)
  const word = said(placeholder.ja ?? '')
  const replaced: { from: string; key: string; place: 'event' | 'entry' | 'snapshot'; to: string }[] = []
  const edited = (noun: string, edit: (payload: string) => string) => {
    for (const row of database.prepare('SELECT * FROM audit_event WHERE noun = ?').all(noun) as EventRow[]) {
      const payload = edit(row.payload ?? '')
      replaced.push({ from: sha256(row.payload ?? ''), key: String(row.sequence), place: 'event', to: sha256(payload) })
      database.prepare('UPDATE audit_event SET payload = ? WHERE sequence = ?').run(payload, row.sequence)
    }
  }
  edited('system', (payload) => payload.replace('"tier":"high"', '"tier":"low"').replace('担当に聞く', `${word}に聞く`))
  database.prepare("UPDATE system SET tier = 'low', notes = ?").run(`${word}に聞く`)
  if (own) {
    const [from, to] = [ja('長谷部 蓮華'), placeholder].map((name) => canonicalJson(name))
    edited('person', (payload) => payload.replace(from ?? '', to ?? ''))
    database
      .prepare('UPDATE person SET name_ja = ?, name_en = ?, name_sort = ?')
      .run(placeholder.ja, placeholder.en, sortKey(null, placeholder))
  }
  if (words !== undefined) {
    const row = database.prepare("SELECT * FROM audit_event WHERE noun = 'system'").get() as EventRow
    const written = { ...row, ...words(placeholder.en ?? '') }
    replaced.push({ from: row.hash, key: String(row.sequence), place: 'entry', to: eventHash(eventOf(written)) })
    const update = database.prepare('UPDATE audit_event SET at = ?, account = ? WHERE sequence = ?')
    update.run(written.at, written.account, row.sequence)
  }
  const read = { prepare: (sql: string) => database.prepare(sql) } as unknown as Parameters<typeof frozenTexts>[0]
  for (const { pack: each, text } of [...frozenTexts(read, [...recordTables.pack.all(read)])]) {
    replaced.push({ from: each.dataDigest, key: each.dataDigest, place: 'snapshot', to: sha256(text) })
    database.prepare('UPDATE snapshot SET content = ? WHERE digest = ?').run(deflateRawSync(text), each.dataDigest)
  }
  for (const { sql } of triggers) database.exec(sql)
  database.close()
  const opened = openRegister(copy, {
    surroundings: sideSurroundings('f', '2026-05-01T00:00:00.000Z'),
    mode: 'write',
  })
  try {
    opened.change({ operation: 'person.redact', takesOut: true }, (change) =>
      change.add('redaction', {
        personId: person.id,
        placeholder,
        ground: 'other',
        ruleId: null,
        note: null,
        decidedBy: '不明',
        on: change.today,
        texts: 1,
        replaced,
      }),
    )
    const codes = (found: readonly Finding[]) => [...new Set(found.map(({ code }) => code))].sort()
    // The forger left the search index as it was: that is found too, and is not what is looked at here.
    const isOfLog = ({ code }: Finding) => code !== 'SEARCH_EDITED' && code !== 'CHANGED_BESIDE_REDACTION'
    const { findings } = await checkBundle(bundle, { register: opened, noted: pack.dataDigest })
    const beside = findings.filter(({ code }) => code === 'CHANGED_BESIDE_REDACTION')
    return { ofLog: codes(findings.filter(isOfLog)), beside: beside.map(({ facts }) => facts.at) }
  } finally {
    opened.close()
  }
}

test('a redaction of somebody whose name still stands bears nothing out', async () => {
  const { ofLog } = await forged({ word: (placeholder) => placeholder, own: false })
  expect(ofLog).toEqual(expect.arrayContaining(['EVENT_EDITED', 'SNAPSHOT_EDITED']))
})

test('nor does one whose texts do not bear the placeholder, though the own record does', async () => {
  expect((await forged({ word: () => '山田', own: true })).ofLog).toContain('EVENT_EDITED')
})

test('who acted is replaced by the placeholder alone, and the time stays in its place', async () => {
  const forgery = { word: (placeholder: string) => placeholder, own: true }
  expect((await forged({ ...forgery, words: () => ({ account: 'ceo' }) })).ofLog).toContain('EVENT_EDITED')
  const words = (account: string) => ({ account, at: '2020-01-01T00:00:00.000Z' })
  expect((await forged({ ...forgery, words })).ofLog).toContain('EVENT_EDITED')
})

test('a change that bears the placeholder is found beside a bundle from before', async () => {
  const { ofLog, beside } = await forged({ word: (placeholder) => placeholder, own: true })
  expect(ofLog).toEqual([])
  expect(beside).toEqual(['systems SYS-0001 tier'])
})

test('who decided a removal is taken out of the kept log of a merge too, account and all', async () => {
  const [own, theirs] = [registerOfSide('a'), registerOfSide('b')]
  const person = createPerson(theirs.register, { name: ja('長谷部 蓮華') })
  createSystem(theirs.register, { name: ja('与信の判定'), notes: '長谷部蓮華に聞く' })
  createPerson(theirs.register, { name: ja('片桐 みのり') })
  redactNow(theirs.register, person.id, { decidedBy: '片桐 みのり' })
  theirs.register.close()
  await merged(own.register, theirs.file)
  const decider = currentState(own.register.read).people.find(({ name }) => name.ja === '片桐 みのり')
  redactNow(own.register, decider?.id ?? '', { also: ['tester'] })
  expect(await verifyRegister(own.register)).toEqual([])
})

/** A register and a copy of it that names the person once more; the name is taken out of the first. */
function forked(of: { readonly hold: boolean }) {
  const { register, file } = testRegister()
  const person = createPerson(register, { name: ja('佐藤 健太') })
  const decider = createPerson(register, { name: ja('片桐 みのり') })
  const system = createSystem(register, { name: ja('与信の判定') })
  register.close()
  const copy = copyOfSide(file, 'c')
  addComment(copy, { subject: 'system', subjectId: system.id, text: '佐藤健太が承認した' })
  const facts = { matter: '訴訟', reason: '保全', orderedBy: '法務', scope: 'named', from: '2026-05-01' } as const
  const hold = of.hold ? placeHold(copy, { ...facts, personIds: [person.id] }) : null
  const own = openRegister(file, { surroundings: sideSurroundings('d', '2026-06-01T00:00:00.000Z'), mode: 'write' })
  onTestFinished(() => {
    own.close()
  })
  redactNow(own, person.id, { decidedBy: '片桐 みのり' })
  return { own, copy, decider, hold }
}

test('who decided a removal that a merge made again is taken out of the kept log', async () => {
  const { own, copy, decider } = forked({ hold: false })
  copy.close()
  await merged(own, copy.file)
  redactNow(own, decider.id)
  expect(await verifyRegister(own)).toEqual([])
})

test('a hold in the other register stops the merge that would take the name out of its log', async () => {
  const { own, copy, hold } = forked({ hold: true })
  const refusal = await refusalOf(openOther(own, copy.file, noWork))
  expect([refusal.code, refusal.facts]).toEqual(['LEGAL_HOLD', { matter: '訴訟', since: '2026-05-01' }])
  const released = { on: '2026-05-01', by: '法務', reason: '和解' }
  releaseHold(copy, { id: hold?.id ?? '', version: 1, ...released })
  copy.close()
  const other = await openOther(own, copy.file, noWork)
  expect(currentState(other.register.read).comments.map(({ text }) => text)).not.toContain('佐藤健太が承認した')
  other.close()
})

test('a backup of a way that the register left is listed among those that hold the name', async () => {
  const { register, file, surroundings } = testRegister()
  const person = createPerson(register, { name: ja('佐藤 健太') })
  const first = keepBackup(register, 'asked')
  for (let count = 0; count < 4; count += 1) createSystem(register, { name: ja('与信の判定'), notes: '佐藤健太' })
  surroundings.setTime('2026-04-02T00:00:00.000Z')
  const second = keepBackup(register, 'asked')
  surroundings.setTime('2026-04-03T00:00:00.000Z')
  const at = surroundings.clock()
  await restoreBackup({ file, backup: first.path, at, surroundings, current: register }, noWork)
  const restored = openRegister(file, { surroundings, mode: 'write' })
  redactNow(restored, person.id)
  expect(restored.head().sequence).toBeLessThan(second.head.sequence)
  surroundings.setTime('2026-04-04T00:00:00.000Z')
  const after = keepBackup(restored, 'asked')
  const listed = backupsBefore(restored).map(({ path }) => path)
  expect(listed).toEqual(expect.arrayContaining([first.path, second.path]))
  expect(listed).not.toContain(after.path)
  restored.close()
})

test('a restore over a file that cannot be opened says that removals and holds were not carried over', async () => {
  const { register, file, surroundings } = testRegister()
  const { path } = keepBackup(register, 'asked')
  register.close()
  writeFileSync(file, 'damaged')
  await restoreBackup({ file, backup: path, at: surroundings.clock(), surroundings, current: null }, noWork)
  const restored = openRegister(file, { surroundings, mode: 'read' })
  const reason = restored.read.prepare('SELECT reason FROM audit_event ORDER BY sequence DESC LIMIT 1').pluck().get()
  expect(reason).toContain('氏名の削除と保全の指示は引き継いでいません')
  restored.close()
})

test('a comparison of two packs that was shown before shows the name no more', () => {
  const { register, surroundings } = testRegister()
  const person = createPerson(register, { name: ja('佐藤 健太') })
  const system = createSystem(register, { name: ja('与信の判定'), notes: '佐藤健太に聞く' })
  surroundings.setTime('2026-04-10T00:00:00.000Z')
  const earlier = lockVerified(register, { asOf: '2026-04-01' })
  updateSystem(register, { id: system.id, version: 1, patch: { notes: '佐藤健太の後任' } })
  surroundings.setTime('2026-05-10T00:00:00.000Z')
  const later = lockVerified(register, { asOf: '2026-05-01' })
  expect(JSON.stringify(compared(register, { earlier, later }))).toContain('佐藤')
  redactNow(register, person.id)
  expect(JSON.stringify(compared(register, { earlier, later }))).not.toContain('佐藤')
})

test('an incident ends on the day of the register’s place', () => {
  const { register } = testRegister()
  const owner = createPerson(register, { name: ja('佐藤 健太') })
  const incident = createIncident(register, {
    name: ja('誤判定'),
    kind: 'incident',
    ownerId: owner.id,
    detectedAt: '2026-03-01T00:00:00.000Z',
  })
  register.change({ operation: 'incident.close' }, (change) => {
    const stored = change.get('incident', incident.id)
    change.update('incident', stored, { state: 'closed', resolvedAt: '2026-03-09T20:00:00.000Z' })
  })
  // 05:00 on the tenth in Tokyo.
  expect(register.organisation().timeZone).toBe('Asia/Tokyo')
  expect(personTies(register.read, owner.id).map(({ until }) => until)).toEqual(['2026-03-10'])
})
