/** Rules, holds and redactions as the window calls them: each operation, and each refusal brought about. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { Problem } from '#shared/domain/problem.ts'
import { placeholderFor } from '#shared/domain/retention/name-marks.ts'
import { called, company, operations, refusal, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })
const rule = {
  scope: 'everyone',
  years: 0,
  basis: '文書管理規程 第12条',
  approverPersonId: null,
  approvedOn: null,
  from: '2026-04-01',
  to: null,
} as const
const hold = {
  matter: '製品事故の訴訟',
  reason: '証拠の保全',
  orderedBy: '法務部長',
  scope: 'named',
  from: '2026-11-01',
} as const
const request = { ground: 'request', decidedBy: '人事部長' } as const

/** Somebody who answered for a system until yesterday, and whose name stands in a comment. */
async function former() {
  const setting = await company()
  const { client } = setting
  const person = await client.person.create({ name: ja('長谷部 蓮華'), email: 'hasebe@example.co.jp' })
  const system = await client.system.create({ name: ja('与信の判定') })
  const assignment = await client.accountability.assign({
    role: 'system_owner',
    subject: 'system',
    subjectId: system.id,
    postId: null,
    personId: person.id,
    from: '2025-04-01',
  })
  await client.comment.add({ subject: 'system', subjectId: system.id, text: '長谷部蓮華に聞く' })
  const end = () =>
    client.accountability.endAssignment({
      id: assignment.id,
      version: assignment.version,
      to: '2026-11-22',
      reason: '退職',
    })
  return { ...setting, person, system, end }
}

test('shown, refused while something names them, due by a rule, taken out, and cleaned', async () => {
  const { client, person, end } = await former()
  const { retention } = client
  const first = await resultOf(retention.preview({ personId: person.id }))
  expect(first.refused?.code).toBe('PERSON_STILL_NAMED')
  const early = { personId: person.id, digest: first.digest, ...request }
  expect(await refusal(resultOf(retention.redact(early)))).toMatchObject({
    code: 'PERSON_STILL_NAMED',
    facts: { code: person.code, count: 1, noun: 'assignment' },
  })
  await end()
  const added = await retention.addRule(rule)
  const changed = await retention.changeRule({ id: added.id, version: 1, patch: { years: 5 } })
  const preview = await resultOf(retention.preview({ personId: person.id }))
  expect(preview).toMatchObject({
    refused: null,
    placeholder: placeholderFor(person.id),
    terms: ['hasebe@example.co.jp', '長谷部 蓮華'],
    standing: { standing: 'running', lastOn: '2026-11-22', dueOn: '2031-11-23' },
    elsewhere: { files: 0 },
  })
  expect(preview.places.map(({ kind, field, sample }) => [kind, field, sample])).toEqual([
    ['own', 'name', '長谷部 蓮華 / hasebe@example.co.jp'],
    ['field', 'text', '長谷部蓮華に聞く'],
  ])
  const order = { personId: person.id, digest: preview.digest, ...request }
  expect(await refusal(resultOf(retention.redact({ ...order, ground: 'retention', ruleId: added.id })))).toMatchObject({
    code: 'RETENTION_NOT_DUE',
    facts: { dueOn: '2031-11-23' },
  })
  await retention.changeRule({ id: added.id, version: changed.version, patch: { years: 0 } })
  expect((await retention.picture({})).counts).toMatchObject({ due: 1, redacted: 0 })
  const done = await resultOf(retention.redact({ ...order, ground: 'retention', ruleId: added.id }))
  expect(done).toMatchObject({
    cleaned: true,
    packs: [],
    redaction: { ground: 'retention', ruleId: added.id, texts: 2 },
  })
  const picture = await retention.picture({})
  expect([picture.counts.redacted, picture.cleaningDueSince, picture.redactions.length]).toEqual([1, null, 1])
  expect(await refusal(client.undo.undo({ transaction: null }))).toMatchObject({ code: 'UNDO_REDACTED' })
  const again = await resultOf(retention.preview({ personId: person.id }))
  // Another spelling can still be looked for: what is not there is refused only when it is ordered.
  expect([again.refused, again.terms, again.places]).toEqual([null, [], []])
  expect(await refusal(resultOf(retention.redact({ ...order, digest: again.digest })))).toMatchObject({
    code: 'NOTHING_TO_REDACT',
  })
  expect((await client.person.get({ id: person.id })).record.name).toEqual(placeholderFor(person.id))
  await retention.withdrawRule({ id: added.id, version: 3, reason: '改める' })
  expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
})

test('a hold wins, is not undone, and keeps backups too', async () => {
  const { client, server, person, end } = await former()
  const { retention, backup } = client
  await end()
  await backup.make()
  const placed = await retention.placeHold({ ...hold, personIds: [person.id] })
  expect(await refusal(client.undo.undo({ transaction: null }))).toMatchObject({ code: 'UNDO_SIGNED' })
  const preview = await resultOf(retention.preview({ personId: person.id }))
  expect(preview.refused).toMatchObject({ code: 'LEGAL_HOLD', facts: { matter: hold.matter, since: hold.from } })
  const order = { personId: person.id, digest: preview.digest, ...request }
  expect(await refusal(resultOf(retention.redact(order)))).toMatchObject({ code: 'LEGAL_HOLD' })
  expect(await refusal(retention.placeHold({ ...hold, personIds: [] }))).toMatchObject({ code: 'INVALID' })
  const release = { id: placed.id, version: placed.version, on: today, by: '法務部長', reason: '和解' }
  const released = await retention.releaseHold(release)
  expect(await refusal(retention.releaseHold({ ...release, version: released.version }))).toMatchObject({
    code: 'WRONG_STATE',
  })
  await resultOf(retention.redact(order))
  const [old, ...others] = await retention.oldBackups()
  if (old === undefined) throw new Error('the backup from before is listed')
  const named = [{ place: old.place, name: old.name }]
  const everyone = await retention.placeHold({ ...hold, scope: 'everyone', personIds: [], from: '2026-11-01' })
  expect(await refusal(retention.removeBackups({ backups: named }))).toMatchObject({ code: 'LEGAL_HOLD' })
  await retention.releaseHold({ ...release, id: everyone.id, version: everyone.version })
  const path = join(`${server.desk.register.file.replace(/\.daicho$/, '')}.backups`, old.name)
  expect(existsSync(path)).toBe(true)
  expect(await retention.removeBackups({ backups: named })).toEqual({ removed: 1 })
  expect(existsSync(path)).toBe(false)
  expect(await retention.oldBackups()).toEqual(others)
  expect(await refusal(retention.removeBackups({ backups: named }))).toMatchObject({ code: 'BACKUP_NOT_FOUND' })
})

test('CLEANING_FAILED: the name is out, the file waits to be cleaned, and it can be done again', async () => {
  const { client, server, person, end } = await former()
  const { retention } = client
  await end()
  const { digest } = await resultOf(retention.preview({ personId: person.id }))
  const { register } = server.desk
  const clean = register.clean.bind(register)
  register.clean = () => {
    throw new Problem('CLEANING_FAILED', { file: register.file, first: 'DISK_FULL' })
  }
  const done = await resultOf(retention.redact({ personId: person.id, digest, ...request }))
  expect(done.cleaned).toBe(false)
  expect((await retention.picture({})).cleaningDueSince).not.toBe(null)
  register.clean = clean
  // Somebody reads it: a file cannot be written anew beneath a reader.
  const reader = new Database(register.file, { readonly: true })
  reader.exec('BEGIN; SELECT count(*) FROM audit_event')
  expect(await refusal(retention.clean())).toMatchObject({
    code: 'CLEANING_FAILED',
    facts: { first: 'HELD_BY_ANOTHER' },
  })
  reader.close()
  await retention.clean()
  expect((await retention.picture({})).cleaningDueSince).toBe(null)
})

test('every operation of retention was called above', () => {
  const own = (path: string) => path.startsWith('retention.')
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
