/** Jurisdictions, priorities and the outward account as the window calls them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { PrintJob } from '#electron/shell.ts'
import { PDFDocument } from '@cantoo/pdf-lib'
import { contract } from '#shared/contract/contract.ts'
import { changesOperation } from '#test/support/changes-operation.ts'
import { called, company, folderToken, operations, refusal, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

describe('a profile of a jurisdiction', () => {
  async function withSystem() {
    const { client } = await company()
    const unit = await client.unit.create({ name: ja('経理部'), kind: 'division', sectors: ['finance'] })
    const below = await client.unit.create({ name: ja('与信課'), kind: 'division', parentId: unit.id })
    const system = await client.system.create({
      name: ja('取引先与信スコア'),
      unitId: below.id,
      jurisdictions: ['JP', 'DE'],
    })
    return { client, unit, below, system }
  }

  test('asks nothing of the EU before the system is in its scope, and nothing of one jurisdiction follows from another', async () => {
    const { client, system } = await withSystem()
    const of = { systemId: system.id, jurisdiction: 'EU' }
    const invalid = (field: string, issue: string) => ({
      code: 'INVALID',
      facts: { noun: 'jurisdictionProfile', field, issue },
    })
    expect(
      await refusal(client.jurisdictionProfile.create({ ...of, inScope: 'unknown', euTiers: ['high_risk'] })),
    ).toEqual(invalid('euTiers', 'ONLY_IN_SCOPE'))
    expect(await refusal(client.jurisdictionProfile.create({ ...of, inScope: 'no' }))).toEqual(
      invalid('scopeReason', 'REASON_REQUIRED'),
    )
    const profile = await client.jurisdictionProfile.create({ ...of, inScope: 'unknown' })
    expect(profile).toMatchObject({ code: 'JUR-0001', euTiers: [], inScope: 'unknown' })
    const at = { id: profile.id, version: 1 }
    expect(await refusal(client.jurisdictionProfile.update({ ...at, patch: { inScope: 'yes' } }))).toEqual(
      invalid('euGrounds', 'EU_GROUNDS_REQUIRED'),
    )
    const judged = await client.jurisdictionProfile.update({
      ...at,
      patch: { inScope: 'yes', euGrounds: ['output_used_in_union'], euTiers: ['high_risk'], euAnnex: 'annex_iii' },
    })
    // Said to be out of scope again, what was asked only in scope has to go with it.
    const out = { inScope: 'no', scopeReason: ja('EUでは使わない') } as const
    expect(await refusal(client.jurisdictionProfile.update({ id: profile.id, version: 2, patch: out }))).toEqual(
      invalid('euGrounds', 'ONLY_IN_SCOPE'),
    )
    expect(await refusal(client.jurisdictionProfile.create({ ...of, inScope: 'unknown' }))).toEqual(
      invalid('jurisdiction', 'JUDGED_ALREADY'),
    )
    const found = await client.system.get({ id: system.id })
    expect(found.related.jurisdictionProfile).toEqual([judged])
    // The company's own tier is still nobody's.
    expect(found.record.tier).toBeNull()
    const values = await client.system.list({ values: ['japanScope', 'euScope'] })
    expect(values.rows.map((row) => row.values)).toEqual([{ japanScope: 'unknown', euScope: 'yes' }])
  })

  test('is changed, pasted and withdrawn with others in one step, and each rule holds there too', async () => {
    const { client, system } = await withSystem()
    const other = await client.system.create({ name: ja('債権消込') })
    const [one, two] = [
      await client.jurisdictionProfile.create({ systemId: system.id, jurisdiction: 'EU', inScope: 'unknown' }),
      await client.jurisdictionProfile.create({ systemId: other.id, jurisdiction: 'EU', inScope: 'unknown' }),
    ]
    const records = [one, two].map(({ id }) => ({ id, version: 1 }))
    expect(await refusal(client.jurisdictionProfile.updateMany({ records, patch: { inScope: 'yes' } }))).toMatchObject({
      code: 'BATCH_REFUSED',
      facts: { first: 'INVALID', field: 'euGrounds' },
    })
    const out = { inScope: 'no', scopeReason: ja('EUでは使わない') } as const
    expect(await client.jurisdictionProfile.updateMany({ records, patch: out })).toMatchObject({
      changed: [one, two].map(({ id }) => ({ id, version: 2 })),
    })
    const rows = [{ id: one.id, version: 2, cells: ['EUの顧客はいない'] }]
    const columns = ['meaning']
    const shown = await resultOf(client.jurisdictionProfile.paste({ columns, rows, commit: false }))
    const pasted = await resultOf(
      client.jurisdictionProfile.paste({ columns, rows, commit: true, preview: shown.preview }),
    )
    expect(pasted.written?.changed).toEqual([{ id: one.id, version: 3 }])
    expect((await client.jurisdictionProfile.get({ id: one.id })).record.meaning.ja).toBe('EUの顧客はいない')
    const left = [
      { id: one.id, version: 3 },
      { id: two.id, version: 2 },
    ]
    await client.jurisdictionProfile.withdrawMany({ records: left, reason: '使うのをやめた' })
    expect((await client.jurisdictionProfile.list({})).rows).toEqual([])
  })

  test('names the guidance of the sector, and for how many systems it was read', async () => {
    const { client, unit, below, system } = await withSystem()
    const other = await client.system.create({ name: ja('債権消込'), unitId: below.id })
    await client.jurisdictionProfile.create({
      systemId: system.id,
      jurisdiction: 'JP',
      inScope: 'yes',
      guidance: ['SEC-FIN-1'],
    })
    for (const [noun, id, systems] of [
      ['unit', unit.id, 2],
      ['system', system.id, 1],
    ] as const)
      expect(await client.jurisdictionProfile.guidance({ noun, id })).toEqual({
        sectors: ['finance'],
        systems,
        read: { 'SEC-FIN-1': 1 },
      })
    expect(await client.jurisdictionProfile.guidance({ noun: 'system', id: other.id })).toEqual({
      sectors: ['finance'],
      systems: 1,
      read: {},
    })
    // Without a unit nobody can say which of the company's sectors it is of.
    const homeless = await client.system.create({ name: ja('社内検索') })
    expect(await client.jurisdictionProfile.guidance({ noun: 'system', id: homeless.id })).toMatchObject({
      sectors: ['finance'],
    })
    expect(await refusal(client.jurisdictionProfile.guidance({ noun: 'unit', id: system.id }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('the priorities', () => {
  test('keep who sees to each and by when, once, and are written as a table', async () => {
    const setting = await company()
    const { client, folder } = setting
    const post = await client.post.create({ name: ja('AI統括室長'), kind: 'officer' })
    const said = { item: 'contracts', ownerPostId: post.id, dueOn: '2026-11-20', notes: null } as const
    const first = await client.readiness.set(said)
    expect(await client.readiness.set({ ...said, dueOn: '2026-12-31' })).toEqual({
      ...first,
      version: 2,
      dueOn: '2026-12-31',
    })
    const picture = await client.readiness.picture()
    expect(picture.lines.map(({ id, state, dueOn }) => [id, state, dueOn])).toEqual([
      ['reviews', 'no_data', null],
      ['agreements', 'no_data', null],
      ['contracts', 'no_data', '2026-12-31'],
      ['accountability', 'no_data', null],
      ['dpia', 'no_data', null],
      ['account', 'open', null],
    ])
    expect(picture.labels[post.id]?.name).toEqual(ja('AI統括室長'))
    const { name } = await client.readiness.writeTable({ folder: await folderToken(setting) })
    expect(name).toBe('readiness-2026-11-24.csv')
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, name), 'utf8'), { columns: true, bom: true })
    expect(rows.map(({ id, met, of, state, due_on }) => [id, met, of, state, due_on]).slice(2)).toEqual([
      ['contracts', '', '', 'no_data', '2026-12-31'],
      ['accountability', '', '', 'no_data', ''],
      ['dpia', '', '', 'no_data', ''],
      ['account', '0', '10', 'open', ''],
    ])
    const history = await client.history.list({ recordId: first.id })
    expect(history.events.map(({ operation }) => operation)).toEqual(['readiness.set', 'readiness.set'])
  })
})

describe('the outward account', () => {
  const secret = 'SECRET <b>社外秘</b>'

  test('is reviewed and approved by posts as it stands, and a change ends that', async () => {
    const { client } = await company()
    const person = await client.person.create({ name: ja('三浦 彩香') })
    const post = await client.post.create({ name: ja('AI統括室長'), kind: 'officer' })
    const { id } = await client.outwardAccount.create({ name: ja('対外説明'), statement1: ja('人が決める') })
    const at = async () => ({ id, version: (await client.outwardAccount.get({ id })).record.version })
    const standing = async () => (await client.outwardAccount.get({ id })).derived.standing
    const by = { postId: post.id, on: today, text: '公表してよい' }
    const unmarked = {
      code: 'INVALID',
      facts: { noun: 'outwardAccount', field: 'forPublication', issue: 'NOTHING_MARKED' },
    }
    expect(await refusal(client.outwardAccount.review({ ...(await at()), ...by }))).toEqual(unmarked)
    await client.outwardAccount.update({ ...(await at()), patch: { forPublication: ['AIGB-C-1'] } })
    expect(await refusal(client.outwardAccount.review({ ...(await at()), ...by }))).toEqual({
      code: 'POST_VACANT',
      facts: { code: post.code, on: today },
    })
    await client.accountability.startTerm({
      postId: post.id,
      personId: person.id,
      capacity: 'holder',
      from: today,
      to: null,
    })
    const unread = { code: 'INVALID', facts: { noun: 'outwardAccount', field: 'approvedOn', issue: 'NOT_REVIEWED' } }
    expect(await refusal(client.outwardAccount.approve({ ...(await at()), ...by }))).toEqual(unread)
    expect(await refusal(client.outwardAccount.review({ ...(await at()), ...by, text: ' ' }))).toMatchObject({
      code: 'INVALID',
      facts: { field: 'reviewedText', issue: 'REASON_REQUIRED' },
    })
    await client.outwardAccount.review({ ...(await at()), ...by })
    await client.outwardAccount.update({ ...(await at()), patch: { statement1: ja('必ず人が決める') } })
    expect(await refusal(client.outwardAccount.approve({ ...(await at()), ...by }))).toEqual(unread)
    const early = { publishedOn: today } as const
    expect(await refusal(client.outwardAccount.update({ ...(await at()), patch: early }))).toEqual({
      code: 'INVALID',
      facts: { noun: 'outwardAccount', field: 'publishedOn', issue: 'NOT_APPROVED' },
    })
    await client.outwardAccount.review({ ...(await at()), ...by })
    await client.outwardAccount.approve({ ...(await at()), ...by })
    expect(await standing()).toBe('approved')
    expect((await client.undo.state()).undo).toBeNull()
    await client.outwardAccount.update({ ...(await at()), patch: { statement2: ja('下書き'), notes: '内部メモ' } })
    expect(await standing()).toBe('approved')
    await client.outwardAccount.update({ ...(await at()), patch: { forPublication: ['AIGB-C-1', 'AIGB-C-2'] } })
    expect(await standing()).toBe('changed')
  })

  test('becomes a document of what was marked, and of nothing else', async () => {
    const jobs: PrintJob[] = []
    const setting = await company({
      print: async (job) => {
        jobs.push(job)
        const document = await PDFDocument.create()
        document.addPage()
        return document.save()
      },
    })
    const { client, folder } = setting
    const { id } = await client.outwardAccount.create({
      name: ja(secret),
      edition: '初版',
      preface: { ja: '# 方針 <script>', en: null },
      statement1: { ja: '人が決める。\n\n- 必ず', en: 'People decide' },
      statement2: { ja: secret, en: secret },
      contact: ja(secret),
      forPublication: ['preface', 'AIGB-C-1'],
      notes: secret,
      publishedWhere: secret,
    })
    const written = async (format: 'html' | 'markdown' | 'pdf', language: 'ja' | 'en' = 'ja') => {
      const { name } = await client.outwardAccount.write({ id, language, format, folder: await folderToken(setting) })
      return { name, text: readFileSync(join(folder, name), 'utf8') }
    }
    const markdown = await written('markdown')
    expect(markdown.name).toBe('OAC-0001-ja-2026-11-24.md')
    expect(markdown.text).toBe(
      [
        '# AIに関する「共通の指針」への対応状況',
        '- 試験商事\n- 版：初版\n- 草案。承認されていない',
        '## はじめに',
        '\\# 方針 \\<script\\>',
        '## 1) 人間中心',
        '人が決める。',
        '\\- 必ず',
        '見出しは総務省・経済産業省「AI事業者ガイドライン」第1.2版の共通の指針による。文章は当社のもの。\n',
      ].join('\n\n'),
    )
    const html = await written('html', 'en')
    expect(html.name).toBe('OAC-0001-en-2026-11-24.html')
    expect(html.text).toContain('<h2>1) Human-centric</h2>\n<p>People decide</p>')
    expect(html.text).not.toContain('はじめに')
    expect((await written('html')).text).toContain('<p># 方針 &#60;script&#62;</p>')
    await written('pdf')
    expect(jobs).toHaveLength(1)
    // A draft is not public yet; the name of the register's file stays here.
    expect(jobs[0]).toMatchObject({ model: { classification: 'board_only', fileName: '試験商事' } })
    for (const text of [markdown.text, html.text, (await written('html')).text, JSON.stringify(jobs)])
      for (const leak of ['SECRET', '社外秘', 'own.daicho']) expect(text).not.toContain(leak)
  })

  test('is written beside what the register holds', async () => {
    const { client } = await company()
    const material = await client.outwardAccount.material()
    expect(material).toMatchObject({ policyIds: [], accountability: { met: 0, of: 0 } })
    expect(material.principles.map(({ principle }) => principle)).toHaveLength(10)
  })
})

test('every operation was called above, or with those of all records', () => {
  const plain = /\.(?:list|get|create|update|withdraw)$/
  const own = (path: string) =>
    /^(?:jurisdictionProfile|readiness|outwardAccount)\./.test(path) && !changesOperation(path) && !plain.test(path)
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
