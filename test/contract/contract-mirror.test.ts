/** The mirror as the window calls it: empty, filled from both sides, on a past day, and with the controls that answer. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { fields } from '#shared/domain/fields.ts'
import type { MirrorCell, MirrorRow } from '#shared/contract/direction.ts'
import { called, company, folderToken, operations, resultOf, today, tokenFor } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })
const none: MirrorCell = { record: null, given: false, reported: false, maturity: null, overdue: null }

async function rowOf(
  client: Awaited<ReturnType<typeof company>>['client'],
  id: MirrorRow['id'],
  day: string | null = null,
): Promise<MirrorRow> {
  const { rows } = await client.mirror.get({ day })
  const row = rows.find((each) => each.id === id)
  if (row === undefined) throw new Error(`no row ${id}`)
  return row
}

test('a register without any record shows all ten, nothing as 0 and nothing as done', async () => {
  const { client } = await company()
  const mirror = await client.mirror.get({ day: null })
  expect(mirror).toMatchObject({
    day: today,
    pack: { version: '3.0', title: { ja: 'サイバーセキュリティ経営ガイドライン' } },
    recorded: { cyber: false, ai: false },
    labels: {},
  })
  expect(mirror.rows.map(({ id, cyber, ai, gap, controls }) => ({ id, cyber, ai, gap, controls }))).toEqual(
    Array.from({ length: 10 }, (_, index) => ({
      id: `CMG-D${String(index + 1).padStart(2, '0')}`,
      cyber: none,
      ai: none,
      gap: null,
      controls: [],
    })),
  )
  expect(mirror.rows[6]?.item).toMatchObject({
    title: { ja: { text: 'インシデント発生時の緊急対応体制の整備', evidence: 'FM' } },
    aiReading: { ja: 'AIインシデントの手順', en: 'AI incident procedure' },
  })
})

test('both sides of a day: the newest counts, its difference, its late report, and what it was before', async () => {
  const { client } = await company()
  const person = await client.person.create({ name: ja('髙橋 誠') })
  const item = 'CMG-D07'
  await client.direction.create({ name: ja('古い指示'), side: 'ai', item, givenOn: '2025-04-01' })
  const ai = await client.direction.create({
    name: ja('訓練を指示'),
    side: 'ai',
    item,
    givenOn: '2026-01-10',
    toPersonId: person.id,
    reportDueOn: '2026-02-28',
    maturity: 'directed',
    grounds: ja('議事録'),
  })
  const cyber = await client.direction.create({
    name: ja('訓練を実施'),
    side: 'cyber',
    item,
    givenOn: '2025-09-12',
    reportedOn: '2026-01-31',
    report: ja('不備2件を直した'),
    maturity: 'verified',
    grounds: ja('外部の評価'),
  })
  expect(await rowOf(client, item, '2026-03-31')).toMatchObject({
    ai: {
      record: ai,
      given: true,
      reported: false,
      maturity: { kind: 'counted', maturity: 'directed', level: 1 },
      overdue: 31,
    },
    cyber: { record: cyber, given: true, reported: true, maturity: { kind: 'counted', level: 4 }, overdue: null },
    gap: 3,
  })
  const mirror = await client.mirror.get({ day: '2026-03-31' })
  expect(mirror.recorded).toEqual({ cyber: true, ai: true })
  expect(mirror.labels[person.id]?.name).toEqual(ja('髙橋 誠'))

  // The day before: the older one counts, of which nobody has said how far it is. It is not a 0, and nothing is compared.
  const before = await rowOf(client, item, '2026-01-09')
  expect([before.ai.record?.code, before.ai.maturity, before.gap]).toEqual([
    'DIR-0001',
    { kind: 'unconfirmed', reason: 'not_said' },
    null,
  ])
  expect(before.cyber).toMatchObject({ reported: false, maturity: { kind: 'unconfirmed', reason: 'later' } })

  // Confirmed anew: the day keeps what it was.
  const patch = { maturity: 'operating', maturityOn: '2026-03-20', grounds: ja('訓練の記録') } as const
  await client.direction.update({ id: ai.id, version: 1, patch })
  expect((await rowOf(client, item, '2026-03-19')).ai).toMatchObject({
    record: { maturity: 'directed', grounds: ja('議事録') },
    maturity: { kind: 'counted', level: 1 },
  })
  expect((await rowOf(client, item, '2026-03-20')).ai.maturity).toMatchObject({ level: 3 })

  // Without grounds it does not count.
  await client.direction.update({ id: ai.id, version: 2, patch: { grounds: { ja: null, en: null } } })
  expect((await rowOf(client, item, '2026-03-31')).ai.maturity).toEqual({ kind: 'unconfirmed', reason: 'no_grounds' })
  const { undo } = await client.undo.state()
  await client.undo.undo({ transaction: undo?.transaction ?? 0 })
  expect((await rowOf(client, item, '2026-03-31')).ai.maturity).toMatchObject({ level: 3 })

  const list = await client.direction.list({ filters: { side: { kind: 'values', values: ['ai'] } } })
  expect(list.rows.map(({ record, derived }) => [record.code, derived.maturity.kind])).toEqual([
    ['DIR-0001', 'unconfirmed'],
    ['DIR-0002', 'counted'],
  ])
})

test('controls answer a direction by its item, or through the spine; their evidence is held against the day', async () => {
  const { client } = await company()
  await client.requirement.adopt({ packId: 'CMG', packVersion: '3.0' })
  await client.requirement.adopt({ packId: 'XW', packVersion: '1' })
  const made = { domain: 'organisation', weight: 'key', design: 'in_place' } as const
  const named = await client.control.create({ ...made, name: ja('緊急時の手順'), requirementIds: ['CMG-D07', 'XW-14'] })
  const through = await client.control.create({ ...made, name: ja('連絡網'), requirementIds: ['XW-14'] })
  await client.control.create({ ...made, name: ja('ほかの統制'), requirementIds: ['XW-01'] })
  const evidence = await client.evidence.create({
    name: ja('訓練の記録'),
    kind: 'minutes',
    validUntil: '2026-03-31',
    controlIds: [named.id],
  })
  const row = await rowOf(client, 'CMG-D07', '2026-03-31')
  expect(row.controls).toMatchObject([
    {
      id: named.id,
      status: 'untested',
      owner: { state: 'unregistered' },
      through: null,
      evidence: [{ id: evidence.id, code: 'EVD-0001', validUntil: '2026-03-31', current: true }],
    },
    { id: through.id, through: 'XW-14', evidence: [] },
  ])
  expect((await rowOf(client, 'CMG-D07', '2026-04-01')).controls[0]?.evidence[0]?.current).toBe(false)
})

test('a list is looked at, imported for a side, and taken back in one step', async () => {
  const setting = await company()
  const { client } = setting
  writeFileSync(
    join(setting.folder, 'list.csv'),
    '番号,指示,指示日,成熟度,根拠\n7,訓練を実施,2026-01-22,4,外部の評価\n',
  )
  const token = await tokenFor(setting, 'list.csv')
  const preview = await resultOf(client.importing.inspect({ token, noun: 'direction' }))
  expect(preview.sheet?.report).toMatchObject({ rows: 1, added: 1, dryRun: true })
  expect((await client.mirror.get({ day: null })).recorded).toEqual({ cyber: false, ai: false })
  const report = await resultOf(client.importing.run({ token, noun: 'direction' }))
  expect(report).toMatchObject({ rows: 1, added: 1, rejected: [], unknownValues: [] })
  expect((await rowOf(client, 'CMG-D07')).cyber.maturity).toEqual({ kind: 'counted', maturity: 'verified', level: 4 })
  const { undo } = await client.undo.state()
  expect(undo).toMatchObject({ operation: 'direction.import' })
  await client.undo.undo({ transaction: undo?.transaction ?? 0 })
  expect((await client.mirror.get({ day: null })).recorded).toEqual({ cyber: false, ai: false })
})

test.each(['ja', 'en'] as const)('the list as the mirror writes it comes back unchanged (%s)', async (language) => {
  const setting = await company()
  const { client } = setting
  await client.display.set({ language })
  const person = await client.person.create({ name: { ja: '髙橋 誠', en: 'Makoto Takahashi' } })
  const post = await client.post.create({ name: { ja: 'AI統括責任者', en: 'Chief AI Officer' }, kind: 'executive' })
  await client.direction.create({
    name: { ja: '訓練を指示', en: 'Exercise directed' },
    side: 'ai',
    item: 'CMG-D07',
    instruction: { ja: '手順を定める', en: 'Set the procedure' },
    givenOn: '2026-01-22',
    givenByPostId: post.id,
    toPostId: post.id,
    toPersonId: person.id,
    reference: '第3号',
    reportDueOn: '2026-03-31',
    maturity: 'directed',
    grounds: { ja: '議事録', en: 'Minutes' },
    notes: '訓練は秋',
  })
  await client.direction.create({ name: { ja: '未確認', en: 'Open' }, side: 'cyber', item: 'CMG-D10' })
  const folder = await folderToken(setting)
  const columns = fields.direction.map(({ name }) => name)
  const written = await resultOf(client.lists.export({ noun: 'direction', columns, folder }))
  const token = await tokenFor(setting, written.name)
  const report = await resultOf(client.importing.run({ token, noun: 'direction' }))
  expect(report).toMatchObject({ rows: 2, added: 0, updated: 0, unchanged: 2, rejected: [], unknownValues: [] })
})

test('every operation on the mirror was called above', () => {
  const own = (path: string) => path.startsWith('mirror.')
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
