/** What follows from contracts, as the window asks for it: matrix, cells, positions, concentration, tables, and the sheet of one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { PrintJob } from '#electron/shell.ts'
import type { ContractSheet } from '#shared/domain/third-party/contract-sheet.ts'
import { contract } from '#shared/contract/contract.ts'
import { called, company, folderToken, operations, refusal, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

/**
 * A vendor with a contract that was read in part (of 36 points 4 judged, one of them found not to apply), one with a contract that
 * nobody read, and one that supplies a system without any.
 */
async function withVendors() {
  const jobs: PrintJob[] = []
  const setting = await company({
    print: async (job) => {
      jobs.push(job)
      const document = await PDFDocument.create()
      document.addPage()
      return document.save()
    },
  })
  const { client } = setting
  const legal = await client.person.create({ name: ja('法務 花子') })
  const [read, unread, without] = [
    await client.vendor.create({ name: ja('曙クラウド株式会社'), group: '曙グループ' }),
    await client.vendor.create({ name: ja('北斗AI株式会社') }),
    await client.vendor.create({ name: ja('南風データ株式会社') }),
  ]
  const post = await client.post.create({ name: ja('最高AI責任者'), kind: 'executive' })
  await client.accountability.startTerm({
    postId: post.id,
    personId: legal.id,
    capacity: 'holder',
    from: '2026-01-01',
    to: null,
  })
  const inUse = async (name: string) => {
    const { id } = await client.system.create({ name: ja(name), tier: 'high' })
    await client.accountability.assign({
      role: 'accountable_executive',
      subject: 'system',
      subjectId: id,
      postId: post.id,
      personId: null,
      from: '2026-01-01',
    })
    return client.system.moveLifecycle({ id, version: 1, to: 'production', reason: '運用を始めた' })
  }
  const systems = [await inUse('社内文書検索'), await inUse('与信モデル'), await inUse('需要予測')] as const
  const always = { product: null, from: null, to: null }
  await client.vendor.addSupply({ vendorId: read.id, systemId: systems[0].id, kinds: ['service'], ...always })
  await client.vendor.addSupply({ vendorId: without.id, systemId: systems[1].id, kinds: ['data'], ...always })
  const concluded = {
    type: 'CT-1',
    stage: 'concluded',
    personalData: 'yes',
    from: '2025-10-01',
    to: '2026-12-31',
    renews: 'yes',
    renewalMonths: 12,
    noticeMonths: 1,
  } as const
  const first = await client.contract.create({ name: ja('文書検索利用契約'), vendorId: read.id, ...concluded })
  const second = await client.contract.create({
    name: ja('画像認識利用契約'),
    vendorId: unread.id,
    ...concluded,
    to: null,
    renews: 'no',
    renewalMonths: null,
    noticeMonths: null,
  })
  const reading = await client.contractReading.start({ contractId: first.id, edition: '第3版', readerId: legal.id })
  const find = (pointId: string, more: object) =>
    client.contractReading.setFinding({
      readingId: reading.id,
      pointId,
      version: null,
      finding: 'in_order',
      ...more,
    })
  await find('CC-IN-01', {})
  await find('CC-IN-08', {
    finding: 'needs_change',
    clause: '第5条',
    quotation: '=改善のために利用する',
    position: '学習に使わない',
    ownerId: legal.id,
    dueOn: '2026-12-20',
  })
  await find('CC-OUT-01', {
    finding: 'risk_accepted',
    reason: '影響が小さい',
    accepterId: legal.id,
    acceptedUntil: today,
  })
  await find('CC-GN-09', { finding: 'not_applicable', reason: '日本法である' })
  const rows = async (table: 'gaps' | 'matrix' | 'concentration') => {
    const { name } = await client.thirdParty.writeTable({ table, folder: await folderToken(setting) })
    const text = readFileSync(join(setting.folder, name), 'utf8')
    return { name, rows: parse<Record<string, string>>(text, { bom: true, columns: true }) }
  }
  return { ...setting, jobs, read, unread, without, first, second, reading, systems, rows }
}

describe('contracts with vendors', () => {
  test('the matrix counts by head, a cell opens its points, and what wants somebody is beneath it', async () => {
    const { client, read, unread, without, first, second } = await withVendors()
    const matrix = await client.thirdParty.matrix()
    // 36 points of type 1: in the first contract 2 are in order or accepted, and one leaves.
    expect(matrix.rows.map(({ vendorId, count }) => [vendorId, count])).toEqual([
      [unread.id, { gaps: 36, keyGaps: 16, applicable: 36 }],
      [read.id, { gaps: 33, keyGaps: 16, applicable: 35 }],
      [without.id, { gaps: 0, keyGaps: 0, applicable: 0 }],
    ])
    expect(matrix.rows[2]?.cells).toBeNull()
    expect(matrix.rows[1]?.cells).toMatchObject({
      input: { gaps: 10, applicable: 11 },
      input_result: { gaps: 1, applicable: 1 },
      output: { gaps: 6, applicable: 7 },
      rights: { gaps: 3, applicable: 3 },
      liability: { gaps: 2, applicable: 2 },
      security: { gaps: 4, applicable: 4 },
      personal_data: { gaps: 3, applicable: 3 },
      general: { gaps: 4, applicable: 4 },
    })
    expect(
      matrix.figures.map(({ id, numerator, denominator, status }) => [id, numerator, denominator, status]),
    ).toEqual([
      ['K18', 69, 71, 'breach'],
      ['K19', 0, 2, 'breach'],
      ['K20', 1, 2, 'unjudged'],
      ['KRI-08', 2, 2, 'warning'],
    ])
    expect(matrix.attention.map(({ contractId, term, reading }) => [contractId, term, reading])).toEqual([
      [first.id, 'notice_due', 'not_completed'],
      [second.id, null, 'not_started'],
    ])
    const { points, labels } = await client.thirdParty.cell({ vendorId: read.id, contractId: null, column: 'output' })
    expect(points.map(({ point }) => [point.id, point.state])).toEqual([
      ['CC-OUT-04', 'unanswered'],
      ['CC-OUT-05', 'unanswered'],
      ['CC-OUT-07', 'unanswered'],
      ['CC-OUT-08', 'unanswered'],
      ['CC-OUT-09', 'unanswered'],
      ['CC-OUT-06', 'unanswered'],
      ['CC-OUT-01', 'risk_accepted'],
    ])
    expect(labels[first.id]?.code).toBe(first.code)
    const none = await client.thirdParty.cell({ vendorId: read.id, contractId: second.id, column: 'output' })
    expect(none.points).toEqual([])
  })

  test('positions and concentration say what is not known', async () => {
    const { client, first, second, read, systems } = await withVendors()
    const { rows } = await client.thirdParty.positions()
    expect(
      rows.map(({ contractId, trainingUse, trainable, notice }) => [contractId, trainingUse, trainable, notice]),
    ).toEqual([
      [first.id, 'unknown', true, 'none'],
      [second.id, null, true, 'unread'],
    ])
    const found = await client.thirdParty.concentration()
    expect({ known: found.known, unknown: found.unknownIds, index: found.index }).toEqual({
      known: 2,
      unknown: [systems[2].id],
      index: 0.5,
    })
    expect(found.groups.map(({ group, vendorIds, share }) => [group, vendorIds[0], share])[0]).toEqual([
      '曙グループ',
      read.id,
      0.5,
    ])
  })

  test('the tables have a line for each gap, contract and group; a formula in a quotation is text', async () => {
    const { rows, first, second, without } = await withVendors()
    const gaps = await rows('gaps')
    expect(gaps.name).toBe(`contract_gaps-${today}.csv`)
    expect(gaps.rows).toHaveLength(33 + 36)
    expect(gaps.rows.find(({ contract, point }) => contract === first.code && point === 'CC-IN-08')).toMatchObject({
      wording_code: 'ours',
      column_code: 'input',
      head_code: 'use',
      weight_code: 'key',
      matter_code: 'purpose',
      state_code: 'needs_change',
      state_ja: '修正を要する',
      clause: '第5条',
      quotation: "'=改善のために利用する",
      position: '学習に使わない',
      owner: '法務 花子',
      due_on: '2026-12-20',
    })
    const matrix = await rows('matrix')
    expect(
      matrix.rows.map((row) => [
        row.contract,
        row.gaps,
        row.applicable,
        row.personal_data_gaps,
        row.notice_by,
        row.reading_matter_code,
      ]),
    ).toEqual([
      [second.code, '36', '36', '3', '', 'not_started'],
      [first.code, '33', '35', '3', '2026-11-30', 'not_completed'],
      ['none', '', '', '', '', ''],
    ])
    expect(matrix.rows[2]?.vendor_code).toBe(without.code)
    const concentration = await rows('concentration')
    expect(concentration.rows.map(({ group_name, systems, share }) => [group_name, systems, share])).toEqual([
      ['曙グループ', '1', '0.5'],
      ['南風データ株式会社', '1', '0.5'],
      ['', '1', ''],
    ])
    expect(concentration.rows[2]?.group).toBe('unknown')
  })

  test('the sheet of one contract puts gaps at key points first and is printed as a job of its own', async () => {
    const setting = await withVendors()
    const { client, first, jobs } = setting
    const sheet = await client.thirdParty.sheet({ id: first.id })
    expect(sheet).toMatchObject({
      day: today,
      contract: { code: first.code, type: 'CT-1' },
      inForce: true,
      end: { endsOn: '2026-12-31', noticeBy: '2026-11-30', renews: 'yes', past: false },
      vendor: { name: ja('曙クラウド株式会社'), group: '曙グループ' },
      count: { gaps: 33, keyGaps: 16, applicable: 35 },
      reading: { edition: '第3版', completedOn: null, reader: ja('法務 花子') },
    })
    expect(sheet.points[0]).toMatchObject({ id: 'CC-IN-08', state: 'needs_change', gap: true, owner: ja('法務 花子') })
    expect(sheet.points.slice(-3).map(({ id, gap }) => [id, gap])).toEqual([
      ['CC-OUT-01', false],
      ['CC-IN-01', false],
      ['CC-GN-09', false],
    ])
    expect(sheet.matters.map(({ matter }) => matter).sort()).toEqual(['due_diligence', 'liability', 'purpose'])
    const { name } = await client.thirdParty.printSheet({
      id: first.id,
      language: 'ja',
      folder: await folderToken(setting),
    })
    expect(name).toBe(`contract-${first.code}-${today}-ja.pdf`)
    expect(jobs.map(({ kind }) => kind)).toEqual(['contract'])
    expect((jobs[0]?.model as ContractSheet).count).toEqual(sheet.count)
    expect(await refusal(client.thirdParty.sheet({ id: crypto.randomUUID() }))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('every operation on what follows from contracts was called above', () => {
  const own = (path: string) => path.startsWith('thirdParty.')
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
