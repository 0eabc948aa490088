/** The rules of data quality as the window asks for them: what is found, of whom, of one record, and as a file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { qualityRules } from '#shared/domain/quality/findings.ts'
import { called, company, folderToken, operations, refusal, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })
const everything = { severity: null, noun: null, unitId: null, ownerId: null, day: null }

async function withGaps() {
  const setting = await company()
  const { client } = setting
  const above = await client.unit.create({ name: ja('本部'), kind: 'division' })
  const unit = await client.unit.create({ name: ja('物流部'), kind: 'division', parentId: above.id })
  const owner = await client.person.create({ name: ja('岡部 大輔') })
  const owned = await client.action.create({ name: ja('検知器の更新'), ownerId: owner.id })
  const free = await client.action.create({ name: ja('規程の改定') })
  const risk = await client.risk.create({ name: ja('見落とし'), category: 'AIGB-C-2' })
  const system = await client.system.create({ name: ja('倉庫の人検知'), unitId: unit.id })
  const twin = await client.system.create({ name: ja('倉庫の 人検知') })
  return { ...setting, above, unit, owner, owned, free, risk, system, twin }
}

test('each rule with what it looked at and found; the findings of one of them', async () => {
  const { client, owned, free, owner } = await withGaps()
  const result = await client.quality.read({ ...everything, rule: 'DQ-41', most: 200 })
  expect(result.rules.map(({ id }) => id)).toEqual(qualityRules.map(({ id }) => id))
  expect(result.rules.filter(({ found }) => found > 0).map(({ id, found, looked }) => [id, found, looked])).toEqual([
    ['DQ-15', 2, 2],
    ['DQ-26', 1, 1],
    ['DQ-28', 1, 1],
    ['DQ-41', 2, 2],
    ['DQ-42', 1, 2],
  ])
  expect(result.counts).toEqual({ error: 0, warning: 5, note: 2 })
  const finding = { rule: 'DQ-41', noun: 'action', field: 'dueOn', facts: {} }
  expect(result.findings).toEqual([
    { ...finding, recordId: owned.id, code: 'ACT-0001', ownerId: owner.id },
    { ...finding, recordId: free.id, code: 'ACT-0002', ownerId: null },
  ])
  expect(result.labels[owner.id]).toEqual({ noun: 'person', code: owner.code, name: owner.name })
  expect(result.day).toBe(today)
  const capped = await client.quality.read({ ...everything, rule: 'DQ-41', most: 1 })
  expect(capped.findings.map(({ code }) => code)).toEqual(['ACT-0001'])
})

test('filtered by severity, noun, unit with those beneath it, and who answers', async () => {
  const { client, above, unit, owner } = await withGaps()
  const found = async (filter: Partial<typeof everything> | object) => {
    const { rules } = await client.quality.read({ ...everything, rule: null, most: 1, ...filter })
    return rules.filter((rule) => rule.found > 0).map((rule) => [rule.id, rule.found])
  }
  expect(await found({ severity: 'note' })).toEqual([['DQ-15', 2]])
  expect(await found({ noun: 'risk' })).toEqual([
    ['DQ-26', 1],
    ['DQ-28', 1],
  ])
  for (const unitId of [unit.id, above.id]) expect(await found({ unitId })).toEqual([['DQ-15', 1]])
  expect(await found({ ownerId: owner.id })).toEqual([['DQ-41', 1]])
})

test('the findings of one record go when it is put right', async () => {
  const { client, owned, twin } = await withGaps()
  const rules = async (id: string) =>
    (await client.quality.ofRecord({ id })).map(({ rule, severity }) => [rule, severity])
  expect(await rules(owned.id)).toEqual([['DQ-41', 'warning']])
  await client.action.moveDueDate({ id: owned.id, version: 1, to: '2026-12-31', reason: '期限を決めた' })
  expect(await rules(owned.id)).toEqual([])
  expect(await rules(twin.id)).toEqual([['DQ-15', 'note']])
  await client.system.update({ id: twin.id, version: 1, patch: { name: ja('入庫検品') } })
  expect(await rules(twin.id)).toEqual([])
})

test('written as CSV in the language of the window', async () => {
  const setting = await withGaps()
  const { client } = setting
  const { day, ...filter } = everything
  const written = await client.quality.writeFile({
    ...filter,
    day,
    noun: 'action',
    folder: await folderToken(setting),
  })
  expect(written).toMatchObject({ name: `データ品質-${today}.csv`, rows: 3 })
  const rows = parseCsv(readFileSync(join(setting.folder, written.name)), { bom: true })
  expect(rows).toEqual([
    ['規則', '重さ', '対象', 'コード', '名称', '直す項目', '責任者', '指摘', '規則の内容'],
    [
      'DQ-41',
      '注意',
      '対応事項',
      'ACT-0001',
      '検知器の更新',
      '期限',
      '岡部 大輔',
      '期限が空です',
      '期限のない対応事項がある',
    ],
    ['DQ-41', '注意', '対応事項', 'ACT-0002', '規程の改定', '期限', '', '期限が空です', '期限のない対応事項がある'],
    [
      'DQ-42',
      '注意',
      '対応事項',
      'ACT-0002',
      '規程の改定',
      '担当者',
      '',
      '担当者が空です',
      '担当者のいない対応事項がある',
    ],
  ])
  expect(await refusal(client.quality.writeFile({ ...filter, day, folder: 'gone' }))).toMatchObject({ facts: {} })
})

test('every operation of data quality was called above', () => {
  const own = (path: string) => path.startsWith('quality.')
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
