/** A name taken out of everything that a register holds, the chain whole after it, and every forgery of one found. */
import { copyFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { createPerson, updatePerson } from '#electron/register/accountability.ts'
import { addComment } from '#electron/register/comments.ts'
import { lockVerified, snapshotOf } from '#electron/register/packs.ts'
import { redactPerson } from '#electron/register/retention/redact-person.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { undoLast } from '#electron/register/undo.ts'
import { placeholderFor } from '#shared/domain/retention/name-marks.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { look, noWork, redactNow } from '#test/support/redact-now.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'
import { refusalOf } from '#test/support/import-files.ts'

const ja = (text: string) => ({ ja: text, en: null })

/** Somebody whose name stands in every kind of place, with a pack locked before and after a change. */
function named() {
  const made = testRegister()
  const { register, surroundings } = made
  const person = createPerson(register, {
    name: { ja: '長谷部 蓮華', en: 'Renge Hasebe' },
    reading: 'はせべ れんげ',
    email: 'hasebe@example.co.jp',
  })
  const system = createSystem(register, {
    name: ja('与信の判定'),
    notes: '長谷部蓮華に聞くこと（HASEBE@example.co.jp）',
  })
  addComment(register, { subject: 'system', subjectId: system.id, text: 'ﾊｾﾍﾞ ﾚﾝｹﾞさんの指摘' })
  const first = lockVerified(register, { asOf: '2026-04-01' })
  const renamed = updatePerson(register, { id: person.id, version: 1, patch: { name: ja('井ノ上 蓮華') } })
  updateSystem(register, { id: system.id, version: 1, patch: { notes: '井ノ上　蓮華の後任を待つ' } })
  surroundings.setTime('2026-05-01T00:00:00.000Z')
  const second = lockVerified(register, { asOf: '2026-04-30' })
  return { ...made, person: renamed, system, first, second }
}

/** Every text of a file: its bytes, and what is compressed in it. */
function textsOf(file: string): string {
  const bytes = readFileSync(file).toString('utf8')
  const database = new Database(file, { readonly: true })
  const contents = database.prepare('SELECT content FROM snapshot').pluck().all() as Uint8Array[]
  database.close()
  return [bytes, ...contents.map((content) => inflateRawSync(content).toString('utf8'))].join('\n')
}

const parts = ['長谷部', '蓮華', '井ノ上', 'はせべ', 'れんげ', 'ﾊｾﾍﾞ', 'hasebe', 'Hasebe', 'HASEBE', 'Renge']
const standing = (file: string) => parts.filter((part) => textsOf(file).includes(part))

async function order(register: Register, personId: string, except: readonly string[] = []) {
  const { digest } = await look(register, personId)
  const facts = { ground: 'request', ruleId: null, note: null, decidedBy: '人事部長' } as const
  return redactPerson(register, { personId, also: [], except: [...except], digest, ...facts }, noWork)
}

test('is gone from log, rows, frozen data, search and the bytes of the file; nothing else is changed', async () => {
  const { register, file, person, system, first, second } = named()
  const before = { head: register.head(), hashes: register.read.prepare('SELECT hash FROM audit_event').pluck().all() }
  expect(standing(file).length).toBeGreaterThan(8)
  const preview = await look(register, person.id)
  expect(preview.terms).toEqual(
    ['Renge Hasebe', 'hasebe@example.co.jp', 'はせべ れんげ', '井ノ上 蓮華', '長谷部 蓮華'].sort(),
  )
  expect(preview.places.map(({ kind, field, entries }) => [kind, field, entries])).toEqual([
    ['own', 'name', 2],
    ['field', 'notes', 2],
    ['field', 'text', 1],
  ])
  expect(preview.packs).toEqual([first.code, second.code])
  expect(preview.refused).toBe(null)
  const done = await order(register, person.id)
  expect([done.cleaned, done.packs, done.replaced]).toEqual([true, [first.code, second.code], 7])
  expect(standing(file)).toEqual([])
  // One entry more, and every hash as it was.
  expect(register.head().sequence).toBe(before.head.sequence + 1)
  expect(register.read.prepare('SELECT hash FROM audit_event').pluck().all().slice(0, -1)).toEqual(before.hashes)
  expect(await verifyRegister(register)).toEqual([])
  expect(canonicalJson(replay(register.read).state())).toBe(canonicalJson(currentState(register.read)))
  const placeholder = placeholderFor(person.id)
  const state = currentState(register.read)
  expect(state.people[0]).toMatchObject({
    code: person.code,
    name: placeholder,
    reading: null,
    email: null,
    version: 2,
  })
  expect(state.systems[0]?.notes).toBe(`${placeholder.ja ?? ''}の後任を待つ`)
  expect(state.comments[0]?.text).toBe(`${placeholder.ja ?? ''}さんの指摘`)
  // Packs bear the digests that were printed, and their data the name no more.
  expect(snapshotOf(register, first).systems[0]?.notes).toBe(
    `${placeholder.ja ?? ''}に聞くこと（${placeholder.ja ?? ''}）`,
  )
  expect(snapshotOf(register, second).people[0]?.name).toEqual(placeholder)
  expect(state.packs.map(({ dataDigest }) => dataDigest)).toEqual([first.dataDigest, second.dataDigest])
  expect(() => undoLast(register, null)).toThrow(/UNDO_REDACTED/)
  expect((await refusalOf(order(register, person.id))).code).toBe('NOTHING_TO_REDACT')
  // Nothing stands in the way of what comes after.
  updateSystem(register, { id: system.id, version: 2, patch: { tier: 'high' } })
  lockVerified(register, { asOf: '2026-05-01' })
  register.close()
  const again = openRegister(file, { surroundings: testSurroundings('2026-06-01T00:00:00.000Z'), mode: 'write' })
  expect(await verifyRegister(again)).toEqual([])
  again.close()
})

test('a second name after a first one, over the same texts and over the first redaction itself', async () => {
  const { register, file, person, system } = named()
  const other = createPerson(register, { name: ja('片桐 みのり') })
  addComment(register, { subject: 'system', subjectId: system.id, text: '片桐みのりと井ノ上蓮華が引き継ぐ' })
  redactNow(register, person.id, { note: '片桐 みのりの申出', decidedBy: '片桐 みのり' })
  expect(await verifyRegister(register)).toEqual([])
  redactNow(register, other.id)
  expect(await verifyRegister(register)).toEqual([])
  register.clean()
  expect([...parts, '片桐', 'みのり'].filter((part) => textsOf(file).includes(part))).toEqual([])
  const [one] = currentState(register.read).redactions
  expect([one?.note, one?.decidedBy]).toEqual([
    `${placeholderFor(other.id).ja ?? ''}の申出`,
    placeholderFor(other.id).ja,
  ])
})

test('accounts, computers and reasons are taken out where they are asked for, and the chain holds', async () => {
  const { register, person, system } = named()
  register.change({ operation: 'system.update', reason: '井ノ上蓮華の依頼' }, (change) => {
    change.update('system', change.get('system', system.id), { tier: 'high' })
  })
  const preview = await look(register, person.id, ['tester'])
  expect(preview.places.map(({ kind, field }) => [kind, field])).toContainEqual(['account', 'account'])
  redactNow(register, person.id, { also: ['tester'] })
  expect(await verifyRegister(register)).toEqual([])
  const words = register.read.prepare('SELECT DISTINCT account, reason FROM audit_event').all() as object[]
  expect(JSON.stringify(words)).not.toMatch(/井ノ上/)
  expect(words).toContainEqual({
    account: placeholderFor(person.id).en,
    reason: `${placeholderFor(person.id).ja ?? ''}の依頼`,
  })
})

test('what was left out on purpose stays, and the own record cannot be', async () => {
  const { register, person, system } = named()
  const { places, digest } = await look(register, person.id)
  const keys = places.filter(({ kind }) => kind !== 'field' || true).map(({ key }) => key)
  const kept = keys.filter((key) => key.endsWith(' notes') || key.endsWith(' name'))
  redactNow(register, person.id, { except: kept })
  expect(digest).not.toBe('')
  expect(await verifyRegister(register)).toEqual([])
  const state = currentState(register.read)
  expect(state.systems.find(({ id }) => id === system.id)?.notes).toBe('井ノ上　蓮華の後任を待つ')
  expect(state.people[0]?.name).toEqual(placeholderFor(person.id))
  expect(state.comments[0]?.text).not.toContain('ﾊｾﾍﾞ')
})

test('what changed after it was shown, and what was changed by hand before, is not covered', async () => {
  const { register, file, person, system } = named()
  const { digest } = await look(register, person.id)
  updateSystem(register, { id: system.id, version: 2, patch: { vendor: '井ノ上蓮華商会' } })
  const facts = { ground: 'request', ruleId: null, note: null, decidedBy: '人事部長', also: [], except: [] } as const
  const wanted = { ...facts, personId: person.id, digest, also: [], except: [] }
  expect((await refusalOf(redactPerson(register, wanted, noWork))).code).toBe('PREVIEW_OUTDATED')
  const other = new Database(file)
  other.exec("UPDATE system SET vendor = '別の会社'")
  other.close()
  expect((await refusalOf(order(register, person.id))).code).toBe('VERIFY_FAILED')
})

describe('a forgery is found', () => {
  const findings = async (tamper: (database: Database.Database, ids: Readonly<Record<string, string>>) => void) => {
    const { register, file, person, system, first } = named()
    redactNow(register, person.id)
    updateSystem(register, { id: system.id, version: 2, patch: { tier: 'high' } })
    register.close()
    const copy = join(dirname(file), 'forged.daicho')
    copyFileSync(file, copy)
    const database = new Database(copy)
    const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string
      sql: string
    }[]
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
    tamper(database, { personId: person.id, systemId: system.id, digest: first.dataDigest })
    for (const { sql } of triggers) database.exec(sql)
    database.close()
    const opened = openRegister(copy, { surroundings: testSurroundings(), mode: 'inspect' })
    try {
      return await verifyRegister(opened)
    } finally {
      opened.close()
    }
  }
  const codes = (found: readonly Finding[]) => [...new Set(found.map(({ code }) => code))].sort()
  const edit = (database: Database.Database, where: string, from: string, to: string) => {
    const { changes } = database
      .prepare(`UPDATE audit_event SET payload = replace(payload, ?, ?) WHERE ${where}`)
      .run(from, to)
    expect(changes).toBeGreaterThan(0)
  }

  test('the untouched copy has none', async () => {
    expect(await findings(() => undefined)).toEqual([])
  })
  test('a replaced payload changed again', async () => {
    const found = await findings((database) => {
      edit(database, "noun = 'comment'", 'さんの指摘', 'さんの称賛')
    })
    expect(codes(found)).toContain('EVENT_EDITED')
  })
  test('the name put back, payload and row', async () => {
    const found = await findings((database, { personId = '' }) => {
      const word = placeholderFor(personId).ja ?? ''
      edit(database, "noun = 'comment'", word, 'ﾊｾﾍﾞ ﾚﾝｹﾞ')
      database.prepare('UPDATE comment SET text = replace(text, ?, ?)').run(word, 'ﾊｾﾍﾞ ﾚﾝｹﾞ')
    })
    expect(codes(found)).toContain('EVENT_EDITED')
  })
  test('the redaction taken out of the log', async () => {
    const found = await findings((database) => {
      database.exec("DELETE FROM audit_event WHERE noun = 'redaction'")
    })
    expect(codes(found)).toEqual(expect.arrayContaining(['EVENT_EDITED', 'EVENT_REMOVED', 'ROW_ADDED']))
  })
  test('a digest in the redaction changed', async () => {
    const found = await findings((database) => {
      edit(database, "noun = 'redaction'", '"from":"', '"from":"0')
    })
    expect(codes(found)).toContain('EVENT_EDITED')
  })
  test('a payload that no redaction names, replaced with a fitting digest in the row of the redaction', async () => {
    const found = await findings((database, { systemId = '' }) => {
      const of = database.prepare(
        "SELECT sequence, payload FROM audit_event WHERE noun = 'system' ORDER BY sequence DESC LIMIT 1",
      )
      const { sequence, payload } = of.get() as { sequence: number; payload: string }
      const forged = payload.replaceAll('"tier":"high"', '"tier":"low"')
      database.prepare('UPDATE audit_event SET payload = ? WHERE sequence = ?').run(forged, sequence)
      database.prepare("UPDATE system SET tier = 'low' WHERE id = ?").run(systemId)
      const entry = { from: sha256(payload), key: String(sequence), place: 'event', to: sha256(forged) }
      const { replaced } = database.prepare('SELECT replaced FROM redaction').get() as { replaced: string }
      const list = [...(JSON.parse(replaced) as object[]), entry]
      database.prepare('UPDATE redaction SET replaced = ?').run(JSON.stringify(list))
    })
    expect(codes(found)).toEqual(['EVENT_EDITED', 'ROW_EDITED'])
  })
  test('frozen data changed with the row that keeps them', async () => {
    const found = await findings((database, { digest = '' }) => {
      const other = database.prepare('SELECT content FROM snapshot WHERE digest <> ?').pluck().get(digest)
      database.prepare('UPDATE snapshot SET content = ? WHERE digest = ?').run(other, digest)
    })
    expect(codes(found)).toEqual(['SNAPSHOT_EDITED'])
  })
  test('a redaction that stands before what it would replace', async () => {
    const found = await findings((database) => {
      const events = database.prepare('SELECT * FROM audit_event ORDER BY sequence').all() as Record<string, unknown>[]
      const last = events.at(-1)
      const payload = String(last?.payload).replaceAll('"tier":"high"', '"tier":"low"')
      // The redaction's own payload gets an entry for the event after it, and a digest that fits.
      const redaction = events.find(({ noun }) => noun === 'redaction')
      const entry = canonicalJson({
        from: String(last?.payload_digest),
        key: String(last?.sequence),
        place: 'event',
        to: sha256(payload),
      })
      const forged = String(redaction?.payload).replace('"replaced":[', `"replaced":[${entry},`)
      const update = database.prepare('UPDATE audit_event SET payload = ?, payload_digest = ? WHERE sequence = ?')
      update.run(forged, sha256(forged), redaction?.sequence)
      update.run(payload, last?.payload_digest, last?.sequence)
    })
    expect(codes(found)).toContain('EVENT_EDITED')
  })
  test('the account of an entry changed', async () => {
    const found = await findings((database) => {
      database.exec("UPDATE audit_event SET account = 'somebody' WHERE sequence = 2")
    })
    expect(codes(found)).toContain('EVENT_EDITED')
  })
})
