/** Tests with their samples and evidence with its files and acceptance, as the window calls them. */
import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { verifyBundle } from '#electron/register/export/verify-bundle.ts'
import { digestOf } from '#electron/register/store/stored-file.ts'
import { contract } from '#shared/contract/contract.ts'
import { largestEvidenceFile } from '#shared/domain/control.ts'
import { called, company, folderToken, operations, refusal, type Serving, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

async function withControl() {
  const setting = await company()
  const { client } = setting
  const owner = await client.person.create({ name: ja('土屋 健') })
  const tester = await client.person.create({ name: ja('久保 恵') })
  const control = await client.control.create({
    name: ja('会話の週次の読み合わせ'),
    domain: 'people',
    weight: 'key',
    design: 'in_place',
    purposes: ['human_oversight'],
    testMonths: 6,
  })
  await client.accountability.assign({
    role: 'control_owner',
    subject: 'control',
    subjectId: control.id,
    postId: null,
    personId: owner.id,
    from: '2026-04-01',
  })
  return { setting, client, control, owner, tester }
}

/** A token for a file of these bytes, as the window comes by one. */
async function chosenFile(setting: Serving, name: string, content: Uint8Array | string): Promise<string> {
  const path = join(setting.folder, name)
  writeFileSync(path, content)
  setting.choice = { kind: 'path', path }
  const chosen = await setting.client.file.choose({ purpose: 'evidence-file' })
  if (chosen.kind !== 'chosen') throw new Error(chosen.kind)
  return chosen.token
}

test('a test says what it looked at; the next one follows from the interval, and a test by the owner is told', async () => {
  const { client, control, owner, tester } = await withControl()
  const base = { controlId: control.id, on: today, result: 'effective', note: '理由の記録を確認' } as const
  const made = await client.control.test({
    ...base,
    validUntil: '2027-11-30',
    testerId: tester.id,
    method: '読み合わせの記録を無作為に抜き取り',
    population: 650,
    sampleSize: 50,
    passed: 43,
  })
  expect(made).toMatchObject({
    method: '読み合わせの記録を無作為に抜き取り',
    population: 650,
    sampleSize: 50,
    passed: 43,
  })
  const own = await client.control.test({ ...base, validUntil: '2027-11-30', testerId: owner.id })
  expect(own).toMatchObject({ method: null, population: null, sampleSize: null, passed: null })
  const detail = await client.control.get({ id: control.id })
  expect(detail.derived.nextTestOn).toBe('2027-05-24')
  expect(detail.ownTests).toEqual([own.id])
})

test.each([
  { sample: { passed: 3 }, field: 'sampleSize', issue: 'SAMPLE_MISSING' },
  { sample: { sampleSize: 3 }, field: 'passed', issue: 'PASSED_MISSING' },
  { sample: { sampleSize: 3, passed: 4 }, field: 'passed', issue: 'MORE_THAN_SAMPLED' },
  { sample: { population: 2, sampleSize: 3, passed: 3 }, field: 'sampleSize', issue: 'MORE_THAN_POPULATION' },
])('a sample that does not add up is refused: $issue', async ({ sample, field, issue }) => {
  const { client, control } = await withControl()
  const input = { controlId: control.id, on: today, result: 'effective', validUntil: today, testerId: null } as const
  expect(await refusal(client.control.test({ ...input, note: '確認', ...sample }))).toMatchObject({
    code: 'INVALID',
    facts: { noun: 'controlTest', field, issue },
  })
})

test('a file is kept, accepted, saved out byte for byte, replaced and taken off', async () => {
  const { setting, client, control, tester } = await withControl()
  const bytes = Buffer.from([0, 255, 1, 10, 13, 26, 0, 128])
  const created = await client.evidence.create({
    name: ja('読み合わせの記録'),
    kind: 'log',
    validUntil: '2027-06-30',
    controlIds: [control.id],
  })
  expect((await client.evidence.get({ id: created.id })).derived).toEqual({
    expired: false,
    form: 'none',
    standing: 'not_accepted',
  })
  const acceptance = { accepterId: tester.id, on: today, note: '原本と照合した' }
  expect(await refusal(client.evidence.accept({ id: created.id, version: 1, ...acceptance }))).toMatchObject({
    code: 'WRONG_STATE',
  })
  // Made to look like a PDF: its name says what it is, and it is not kept.
  const disguised = { id: created.id, version: 1, token: await chosenFile(setting, '記録\u202efdp.exe', bytes) }
  expect(await refusal(client.evidence.attachFile(disguised))).toMatchObject({
    code: 'FILE_TYPE_NOT_KEPT',
    facts: { file: '記録fdp.exe' },
  })
  const attached = await client.evidence.attachFile({
    id: created.id,
    version: 1,
    token: await chosenFile(setting, '記録\u202egnp.pdf', bytes),
  })
  expect(attached).toMatchObject({ fileName: '記録gnp.pdf', fileBytes: 8, fileSha256: digestOf(bytes) })
  const accepted = await client.evidence.accept({ id: created.id, version: 2, ...acceptance })
  expect(accepted).toMatchObject({ acceptedOn: today, accepterId: tester.id, acceptedNote: '原本と照合した' })
  expect((await client.evidence.get({ id: created.id })).derived).toMatchObject({ form: 'file', standing: 'accepted' })
  expect(await refusal(client.evidence.accept({ id: created.id, version: 2, ...acceptance }))).toMatchObject({
    code: 'CHANGED_MEANWHILE',
  })

  const saved = await client.evidence.saveFile({ id: created.id, folder: await folderToken(setting) })
  expect(saved).toMatchObject({ name: '記録gnp.pdf', bytes: 8 })
  expect(readFileSync(join(setting.folder, saved.name))).toEqual(bytes)
  // A file of its name is never written over.
  const again = await client.evidence.saveFile({ id: created.id, folder: await folderToken(setting) })
  expect(again.name).toBe('記録gnp-2.pdf')

  const replaced = await client.evidence.attachFile({
    id: created.id,
    version: 3,
    token: await chosenFile(setting, '記録.txt', '二回目'),
  })
  expect((await client.evidence.get({ id: created.id })).derived).toMatchObject({ form: 'file', standing: 'changed' })
  const removed = await client.evidence.removeFile({ id: created.id, version: replaced.version, reason: '取り違え' })
  expect(removed).toMatchObject({ fileName: null, fileBytes: null, fileSha256: null })
  const withdrawn = await client.evidence.withdrawAcceptance({
    id: created.id,
    version: removed.version,
    reason: 'ファイルを外した',
  })
  expect(withdrawn).toMatchObject({ acceptedOn: null, accepterId: null, acceptedNote: null, acceptedContent: null })
  expect(await refusal(client.evidence.saveFile({ id: created.id, folder: await folderToken(setting) }))).toMatchObject(
    {
      code: 'WRONG_STATE',
    },
  )
})

test('a file beyond the limit, an empty one and a folder are refused with their names; a token is good once', async () => {
  const { setting, client, control } = await withControl()
  const { id } = await client.evidence.create({ name: ja('記録'), kind: 'log', controlIds: [control.id] })
  const large = await chosenFile(setting, '大きな記録.log', '')
  truncateSync(join(setting.folder, '大きな記録.log'), largestEvidenceFile + 1)
  expect(await refusal(client.evidence.attachFile({ id, version: 1, token: large }))).toEqual({
    code: 'FILE_TOO_LARGE',
    facts: { file: '大きな記録.log', limit: 25 },
  })
  const empty = await chosenFile(setting, '空.txt', '')
  expect(await refusal(client.evidence.attachFile({ id, version: 1, token: empty }))).toMatchObject({
    code: 'SOURCE_EMPTY',
  })
  expect(await refusal(client.evidence.attachFile({ id, version: 1, token: empty }))).toMatchObject({
    code: 'TOKEN_UNKNOWN',
  })
  expect(
    await refusal(client.evidence.attachFile({ id, version: 1, token: await folderToken(setting) })),
  ).toMatchObject({ code: 'SOURCE_NOT_READABLE' })
  // The largest that is kept.
  const most = await chosenFile(setting, '最大.log', Buffer.alloc(largestEvidenceFile, 7))
  expect(await client.evidence.attachFile({ id, version: 1, token: most })).toMatchObject({
    fileBytes: largestEvidenceFile,
  })
})

test.each([
  'http://example.test/a',
  'javascript:alert(1)',
  'https://user:secret@example.test/',
  'https://a b',
  'file:///etc',
])('a link that is not an https address is refused: %s', async (link) => {
  const { client } = await withControl()
  const input = { name: ja('記録'), kind: 'log', link } as const
  expect(await refusal(client.evidence.create(input))).toEqual({ code: 'BAD_REQUEST', fields: ['link'] })
})

test('the files travel in the export, each with its digest, and a byte that is changed there is found', async () => {
  const { setting, client, control } = await withControl()
  const link = 'https://wiki.example.test/監査/7?a=1#b'
  const { id, code } = await client.evidence.create({ name: ja('記録'), kind: 'log', link, controlIds: [control.id] })
  const name = 'report: final?.txt'
  await client.evidence.attachFile({ id, version: 1, token: await chosenFile(setting, name, '<script>') })
  const { openRegister } = await import('#electron/register/store/register-file.ts')
  await client.file.close()
  const file = join(setting.folder, readdirSync(setting.folder).find((each) => each.endsWith('.daicho')) ?? '')
  const register = openRegister(file, { surroundings: setting.surroundings, mode: 'read' })
  try {
    const { dir, files } = await exportRegister(register, join(setting.folder, 'export'))
    const path = `files/${code}/report_ final_.txt`
    expect(files).toContain(path)
    expect(readFileSync(join(dir, path), 'utf8')).toBe('<script>')
    expect(await verifyBundle(dir)).toEqual([])
    writeFileSync(join(dir, path), '<scripu>')
    expect(await verifyBundle(dir)).toEqual([{ code: 'FILE_CHANGED', facts: { file: path, kind: 'export' } }])
  } finally {
    register.close()
  }
})

test('every operation on a file or an acceptance was called', () => {
  const own = (name: string) => /^evidence\.(attachFile|removeFile|saveFile|accept|withdrawAcceptance)$/.test(name)
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
