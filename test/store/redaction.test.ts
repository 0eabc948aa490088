/** A name taken out of everything that a register holds, the chain whole after it, and every forgery of one found. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { createPerson, updatePerson } from '#electron/register/accountability.ts'
import { keepBackup } from '#electron/register/backups/keep-backup.ts'
import { recoverRegister } from '#electron/register/backups/recover-register.ts'
import { restoreBackup } from '#electron/register/backups/restore-backup.ts'
import { addComment } from '#electron/register/comments.ts'
import { checkBundle } from '#electron/register/export/check-bundle.ts'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { manifestSchema } from '#electron/register/export/manifest.ts'
import { mergeRegisters, planOf } from '#electron/register/merge/merge-registers.ts'
import { lockVerified, snapshotOf } from '#electron/register/packs.ts'
import { redactPerson } from '#electron/register/retention/redact-person.ts'
import { retentionPicture } from '#electron/register/retention/retention-picture.ts'
import { placeHold, releaseHold } from '#electron/register/retention/rules-and-holds.ts'
import { registerFromExport } from '#electron/register/round-trip/register-from-export.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { idSource } from '#electron/register/store/new-ids.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { undoLast } from '#electron/register/undo.ts'
import { noAnswers } from '#shared/domain/merge/merge-plan.ts'
import { placeholderFor } from '#shared/domain/retention/name-marks.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { look, noWork, redactNow } from '#test/support/redact-now.ts'
import { bundleOf, edit, reseal } from '#test/support/bundle.ts'
import { temporaryFolder, testRegister, testSurroundings } from '#test/support/register.ts'
import { answered } from '#test/support/merge-answers.ts'
import { copyOfSide, otherOf, registerOfSide, sideSurroundings } from '#test/support/two-registers.ts'
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
  const keys = places.map(({ key }) => key)
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

describe('what is not the name', () => {
  const doubtsOf = async (register: Register, personId: string, also: readonly string[] = []) =>
    (await look(register, personId, also)).places.map(({ kind, field, doubt }) => [kind, field, doubt])

  test('the record of another person is not touched, nor a longer name of theirs; the same name is a doubt', async () => {
    const { register } = testRegister()
    const person = createPerson(register, { name: ja('佐藤 健'), reading: 'さとう けん' })
    const longer = createPerson(register, { name: ja('佐藤 健一'), reading: 'さとう けんいち' })
    createSystem(register, { name: ja('与信'), notes: '佐藤健一と佐藤 健さん', vendor: '佐藤健一商会' })
    expect(await doubtsOf(register, person.id)).toEqual([
      ['own', 'name', null],
      ['field', 'notes', null],
    ])
    const same = createPerson(register, { name: ja('佐藤 健'), email: 'k2@example.com' })
    expect(await doubtsOf(register, person.id)).toEqual([
      ['own', 'name', null],
      ['field', 'notes', 'otherPerson'],
    ])
    redactNow(register, person.id)
    const { people, systems } = currentState(register.read)
    const placeholder = placeholderFor(person.id)
    expect(people.map(({ name }) => name)).toEqual([placeholder, longer.name, same.name])
    expect(people.map(({ reading }) => reading)).toEqual([null, longer.reading, null])
    expect([systems[0]?.notes, systems[0]?.vendor]).toEqual([`佐藤健一と${placeholder.ja ?? ''}さん`, '佐藤健一商会'])
    expect(await verifyRegister(register)).toEqual([])
  })

  test.each([
    [{ ja: '円 縁', en: 'En' }, 'languages of names'],
    [{ ja: '明日 愛', en: 'Asia' }, 'the time zone'],
    [{ ja: '日 本', en: 'High' }, 'a level'],
  ])('%j: no key and no code of the register', async (name) => {
    const { register, surroundings } = testRegister()
    const person = createPerson(register, { name })
    createSystem(register, { name: ja('与信'), tier: 'high', notes: `${name.en}に聞く` })
    surroundings.setTime('2026-05-01T00:00:00.000Z')
    lockVerified(register, { asOf: '2026-04-30' })
    expect(await doubtsOf(register, person.id)).toEqual([
      ['own', 'name', null],
      ['field', 'notes', null],
    ])
    const before = register.organisation().timeZone
    redactNow(register, person.id)
    expect(register.organisation().timeZone).toBe(before)
    expect(currentState(register.read).systems[0]).toMatchObject({
      tier: 'high',
      notes: `${placeholderFor(person.id).ja ?? ''}に聞く`,
    })
    expect(await verifyRegister(register)).toEqual([])
  })

  test('a text that has no room for what would stand there is named, and can be left out', async () => {
    const { register } = testRegister()
    const person = createPerson(register, { name: ja('佐藤 健') })
    const full = `佐藤健${'あ'.repeat(99_996)}`
    const system = createSystem(register, { name: ja('与信'), notes: full })
    expect(await doubtsOf(register, person.id)).toContainEqual(['field', 'notes', 'doesNotFit'])
    const refused = await refusalOf(Promise.resolve().then(() => redactNow(register, person.id)))
    expect([refused.code, refused.facts]).toEqual([
      'REDACTION_DOES_NOT_FIT',
      { noun: 'system', field: 'notes', code: system.code },
    ])
    redactNow(register, person.id, { except: [`${system.id} notes`] })
    expect(currentState(register.read).systems[0]?.notes).toBe(full)
    expect(await verifyRegister(register)).toEqual([])
  })

  test('what was left out, and a spelling found later, are taken out afterwards', async () => {
    const { register, person, system } = named()
    redactNow(register, person.id, { except: [`${system.id} notes`] })
    const again = await look(register, person.id)
    expect([again.refused, again.terms, again.places]).toEqual([null, [], []])
    const also = ['井ノ上 蓮華', 'HASEBE@example.co.jp', '長谷部 蓮華']
    const { places } = await look(register, person.id, also)
    expect(places.map(({ kind, field }) => [kind, field])).toEqual([['field', 'notes']])
    redactNow(register, person.id, { also })
    expect(currentState(register.read).systems[0]?.notes).toBe(`${placeholderFor(person.id).ja ?? ''}の後任を待つ`)
    expect(await verifyRegister(register)).toEqual([])
  })
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

describe('the name does not come back unseen', () => {
  const silent = () => undefined

  test('a copy that still has it is merged without it, its log too', async () => {
    const { register, file, person, system } = named()
    register.close()
    const copy = copyOfSide(file, 'c')
    updateSystem(copy, { id: system.id, version: 2, patch: { notes: '井ノ上蓮華と長谷部 蓮華は同じ人' } })
    addComment(copy, { subject: 'system', subjectId: system.id, text: 'はせべ れんげから引き継いだ' })
    copy.close()
    const own = openRegister(file, { surroundings: sideSurroundings('d', '2026-06-01T00:00:00.000Z'), mode: 'write' })
    try {
      redactNow(own, person.id)
      own.clean()
      const { other, sides } = await otherOf(own, copy.file)
      expect([sides.relation, sides.known.shared > 0]).toEqual(['copy', true])
      const { answers } = answered(own, sides, 'theirs')
      const headHash = other.register.head().hash
      await mergeRegisters(own, sides, { answers, entityUnitId: null, headHash }, silent)
      expect(await verifyRegister(own)).toEqual([])
      const placeholder = placeholderFor(person.id).ja ?? ''
      const state = currentState(own.read)
      expect(state.systems[0]?.notes).toBe(`${placeholder}と${placeholder}は同じ人`)
      expect(state.comments.map(({ text }) => text).sort()).toEqual(
        [`${placeholder}から引き継いだ`, `${placeholder}さんの指摘`].sort(),
      )
      expect(standing(file)).toEqual([])
      // The copy itself is only read.
      expect(standing(copy.file).length).toBeGreaterThan(3)
      // And once more: what came in before is known.
      const again = await otherOf(own, copy.file)
      expect(again.sides.known.runId).not.toBe(null)
      const next = planOf(own, again.sides, noAnswers)
      expect([next.writes, next.matches, next.conflicts]).toEqual([[], [], []])
    } finally {
      own.close()
    }
  })

  test('letters of it within another word stay as they are, and are told when the name is looked for again', async () => {
    const { register, file, person, system } = named()
    register.close()
    const copy = copyOfSide(file, 'c')
    const [within, spelled] = ['長谷部蓮華町の看板を読む', '長谷部-蓮華から引き継いだ']
    for (const text of [within, spelled]) addComment(copy, { subject: 'system', subjectId: system.id, text })
    copy.close()
    const own = openRegister(file, { surroundings: sideSurroundings('d', '2026-06-01T00:00:00.000Z'), mode: 'write' })
    try {
      redactNow(own, person.id)
      own.clean()
      const { other, sides } = await otherOf(own, copy.file)
      const { answers } = answered(own, sides, 'theirs')
      const headHash = other.register.head().hash
      await mergeRegisters(own, sides, { answers, entityUnitId: null, headHash }, silent)
      const texts = currentState(own.read).comments.map(({ text }) => text)
      expect(texts).toContain(within)
      expect(texts).toContain(`${placeholderFor(person.id).ja ?? ''}から引き継いだ`)
      expect(await verifyRegister(own)).toEqual([])
    } finally {
      own.close()
    }
  })

  test('a register of another company in which the name was taken out comes in, with its log', async () => {
    const own = registerOfSide('a')
    const theirs = registerOfSide('b')
    const person = createPerson(theirs.register, { name: ja('長谷部 蓮華') })
    createSystem(theirs.register, { name: ja('与信の判定'), notes: '長谷部蓮華に聞く' })
    redactNow(theirs.register, person.id)
    theirs.register.close()
    const { other, sides } = await otherOf(own.register, theirs.file)
    const { answers } = answered(own.register, sides, 'theirs')
    const headHash = other.register.head().hash
    await mergeRegisters(own.register, sides, { answers, entityUnitId: null, headHash }, silent)
    expect(await verifyRegister(own.register)).toEqual([])
    own.register.clean()
    expect(standing(own.file)).toEqual([])
    // Taken out of a kept log again: another name that came with it.
    const second = createPerson(own.register, { name: ja('与信 判定') })
    redactNow(own.register, second.id)
    expect(await verifyRegister(own.register)).toEqual([])
    expect(currentState(own.register.read).systems[0]?.name.ja).toContain('の判定')
  })

  test('a backup from before, put back, asks for it again, and keeps a hold in force', async () => {
    const { register, file, person, surroundings } = named()
    const { path } = keepBackup(register, 'asked')
    redactNow(register, person.id)
    const hold = placeHold(register, {
      matter: '製品事故の訴訟',
      reason: '保全',
      orderedBy: '法務部長',
      scope: 'named',
      personIds: [person.id],
      from: '2026-04-01',
    })
    await restoreBackup({ file, backup: path, at: surroundings.clock(), surroundings, current: register }, noWork)
    const restored = openRegister(file, { surroundings, mode: 'write' })
    try {
      expect(await verifyRegister(restored)).toEqual([])
      const [found] = retentionPicture(restored, { day: null, standings: ['back'] }).people
      expect([found?.person.id, found?.holdIds]).toEqual([person.id, [hold.id]])
      expect((await refusalOf(order(restored, person.id))).code).toBe('LEGAL_HOLD')
      releaseHold(restored, {
        id: hold.id,
        version: hold.version,
        on: restored.today(),
        by: '法務部長',
        reason: '和解',
      })
      await order(restored, person.id)
      expect(standing(file)).toEqual([])
      expect(await verifyRegister(restored)).toEqual([])
    } finally {
      restored.close()
    }
  })
})

describe('what was made before and after', () => {
  test('an export makes the same register again, without the name', async () => {
    const { register, person } = named()
    redactNow(register, person.id, { also: ['tester'] })
    const folder = temporaryFolder()
    await exportRegister(register, join(folder, 'export'))
    const made = join(folder, 'again.daicho')
    const ids = { ...testSurroundings('2026-12-01T00:00:00.000Z'), newId: idSource() }
    await registerFromExport(join(folder, 'export'), made, ids)
    const again = openRegister(made, { surroundings: ids, mode: 'read' })
    expect(await verifyRegister(again)).toEqual([])
    expect(currentState(again.read).packs).toEqual(currentState(register.read).packs)
    again.close()
    expect(standing(made)).toEqual([])
  })

  test('a damaged file is recovered with what the redaction made of it', async () => {
    const { register, file, person } = named()
    redactNow(register, person.id)
    register.clean()
    register.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0, 0, 100))
    const out = join(dirname(file), 'recovered.daicho')
    const ids = { ...testSurroundings('2026-12-01T00:00:00.000Z'), newId: idSource() }
    const { events, findings } = await recoverRegister(file, out, ids, noWork)
    expect([events.apart, events.lost, findings]).toEqual([0, 0, []])
    expect(standing(out)).toEqual([])
  })

  test('bundles: one given out before is held against itself and against the register, one written after says what it is', async () => {
    const { register, person, second } = named()
    const before = await bundleOf(register, second)
    redactNow(register, person.id)
    expect((await checkBundle(before, { register, noted: second.dataDigest })).findings).toEqual([])
    const after = await bundleOf(register, second)
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(after, 'manifest.json'), 'utf8')))
    expect([manifest.dataDigest, manifest.redactedFiles?.map(({ path, frozen }) => [path, frozen])]).toEqual([
      second.dataDigest,
      [['snapshot.json', second.dataDigest]],
    ])
    expect((await checkBundle(after, { register, noted: second.dataDigest })).findings).toEqual([])
    expect((await checkBundle(after, {})).findings).toEqual([])
    // The folder alone cannot bear out what it says of the digest that was printed.
    const alone = await checkBundle(after, { noted: second.dataDigest })
    expect(alone.findings.map(({ code }) => code)).toEqual(['DATA_REDACTED'])
    // Nor can a folder that says so of data that somebody changed.
    edit(after, 'snapshot.json', '与信の判定', '与信の否定')
    reseal(after)
    const forged = await checkBundle(after, { register, noted: second.dataDigest })
    expect(forged.findings.map(({ code }) => code)).toContain('DIGEST_MISMATCH')
  })
})
