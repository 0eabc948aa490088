/** Undo and redo, many records at once, pasted blocks, copies and comments, as the window calls them. */
import { describe, expect, test } from 'vitest'
import { nounClient } from '#renderer/api/client.tsx'
import { contract } from '#shared/contract/contract.ts'
import type { PlainNoun } from '#electron/register/new-records.ts'
import { changesOperation } from '#test/support/changes-operation.ts'
import { called, company, operations, refusal, reports, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

/** A profile of a jurisdiction has no copy: contract-jurisdiction.test.ts. */
type CopiedNoun = Exclude<PlainNoun, 'jurisdictionProfile'>

/** What a person fills in, by noun. An observation and what is of personal data also name a system, a contract its vendor. */
const plain: { readonly [N in CopiedNoun]: Readonly<Record<string, unknown>> } = {
  unit: { name: ja('物流事業部'), kind: 'division' },
  person: { name: ja('髙橋 誠') },
  post: { name: ja('物流担当役員'), kind: 'executive' },
  system: { name: ja('配送ルート最適化') },
  risk: { name: ja('人検知の見落とし'), category: 'AIGB-C-2' },
  control: { name: ja('月次試験'), domain: 'model', weight: 'key', design: 'planned' },
  evidence: { name: ja('試験記録'), kind: 'test_report' },
  action: { name: ja('検知器の更新') },
  intake: { name: ja('議事録の要約'), origin: 'applied' },
  direction: { name: ja('訓練を指示'), side: 'ai', item: 'CMG-D07' },
  finding: { name: ja('試験結果の宛先がない'), rating: 'high' },
  policy: { name: ja('AI利用の基本方針') },
  training: { name: ja('システム責任者の実務') },
  observation: { name: ja('応対モデルの更新'), kind: 'model_change', on: today },
  ruleAssessment: { name: ja('海外子会社の州法'), eventDay: today, dayKind: 'planned' },
  incident: { name: ja('他社の応答が表示された'), kind: 'incident' },
  enforcement: { name: ja('報告の求め'), kind: 'report_request' },
  vendor: { name: ja('北斗AIサービス') },
  contract: { name: ja('生成AIサービス利用契約') },
  dataUse: { name: ja('応募者の選考') },
  consent: { name: ja('応募時の同意') },
  dpia: { name: ja('採用支援の影響評価') },
  deidentification: { name: ja('学習データの仮名化'), technique: 'pseudonymisation' },
  decision: { name: ja('検知器の更新'), kind: 'resolution', body: 'board' },
  meeting: { name: ja('12月の取締役会'), body: 'board', on: today },
  outwardAccount: { name: ja('対外説明 2026年度') },
  checkPoint: { name: ja('再委託の一覧は届くか'), subject: 'vendor', element: 'general', head: 'none', weight: 'key' },
}
const plainNouns = Object.keys(plain) as CopiedNoun[]

describe('many records at once', () => {
  test.each(plainNouns)('%s: changed together, pasted, copied, and each undone as one step', async (noun) => {
    const { client } = await company()
    const operationsOf = nounClient(client, noun)
    const system = ['observation', 'dataUse', 'dpia', 'deidentification'].includes(noun)
      ? await client.system.create({ name: ja('顧客応対') })
      : null
    const vendor = noun === 'contract' ? await client.vendor.create({ name: ja('北斗AIサービス') }) : null
    const given = {
      ...plain[noun],
      ...(system === null ? {} : { systemId: system.id }),
      ...(vendor === null ? {} : { vendorId: vendor.id }),
    }
    const first = await operationsOf.create(given)
    const many = await operationsOf.updateMany({
      patch: { name: ja('改めた名称') },
      records: [{ id: first.id, version: 1 }],
      create: [given],
    })
    expect(many).toMatchObject({
      changed: [{ id: first.id, version: 2 }],
      created: [{ code: first.code.replace('0001', '0002'), version: 1 }],
      unchanged: 0,
    })
    expect((await client.undo.state()).undo).toMatchObject({ operation: `${noun}.updateMany`, noun, count: 2 })

    const rows = [{ id: first.id, version: 2, cells: ['貼り付けた名称'] }]
    const shown = await resultOf(operationsOf.paste({ columns: ['name'], rows, commit: false }))
    expect(shown).toMatchObject({
      counts: { changed: 1, unchanged: 0, new: 0, refused: 0 },
      written: null,
      rows: [
        {
          id: first.id,
          code: first.code,
          state: 'changed',
          problem: null,
          cells: [{ state: 'changed', before: ja('改めた名称'), after: ja('貼り付けた名称'), refusal: null }],
        },
      ],
    })
    const pasted = await resultOf(operationsOf.paste({ columns: ['name'], rows, commit: true, preview: shown.preview }))
    expect(pasted.written?.changed).toEqual([{ id: first.id, version: 3 }])

    const copy = await operationsOf.duplicate({ id: first.id })
    expect(copy).toMatchObject({ name: ja('貼り付けた名称（写し）'), code: first.code.replace('0001', '0003') })
    for (const operation of ['duplicate', 'paste', 'updateMany', 'create'])
      expect((await client.undo.undo({})).step.operation).toBe(`${noun}.${operation}`)
    expect((await operationsOf.list({})).rows).toEqual([])
    expect((await operationsOf.get({ id: first.id })).record).toMatchObject({
      ...given,
      withdrawn: { on: today, reason: 'undo' },
    })
    // Before an observation its system was made, before a contract its vendor.
    if (system === null && vendor === null)
      expect(await refusal(client.undo.undo({}))).toEqual({ code: 'UNDO_NOTHING', facts: { direction: 'undo' } })
    for (let left = 4; left > 0; left -= 1) expect((await client.undo.redo({})).state.redoable).toBe(left - 1)
    const listed = (await operationsOf.list({})).rows.map((row) => row.record.name.ja)
    expect(listed.sort()).toEqual(
      ['貼り付けた名称', '貼り付けた名称（写し）', (plain[noun].name as typeof first.name).ja].sort(),
    )
    const left = (await operationsOf.list({})).rows.map(({ record: { id, version } }) => ({ id, version }))
    expect(await refusal(operationsOf.withdrawMany({ records: left, reason: '' }))).toMatchObject({
      code: 'REASON_REQUIRED',
    })
    const withdrawn = await operationsOf.withdrawMany({ records: left, reason: '重複' })
    expect(withdrawn).toMatchObject({ created: [], unchanged: 0 })
    expect(withdrawn.changed).toHaveLength(3)
    expect((await operationsOf.list({})).rows).toEqual([])
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
  })

  test('one post answers for many systems, which move to another stage together', async () => {
    const { client } = await company()
    const person = await client.person.create({ name: ja('吉岡 直樹') })
    const post = await client.post.create({ name: ja('営業本部長'), kind: 'executive' })
    await client.accountability.startTerm({
      postId: post.id,
      personId: person.id,
      capacity: 'holder',
      from: '2025-04-01',
      to: null,
    })
    const systems = await Promise.all(['配送', '在庫'].map((name) => client.system.create({ name: ja(name) })))
    const records = systems.map(({ id, version }) => ({ id, version }))
    const move = { records, to: 'development', reason: '開発に入る' } as const
    expect(await refusal(client.system.moveLifecycleMany(move))).toMatchObject({
      code: 'BATCH_REFUSED',
      facts: { first: 'EXECUTIVE_REQUIRED', count: 2 },
    })
    const assigned = await client.accountability.assignMany({
      role: 'accountable_executive',
      subject: 'system',
      postId: post.id,
      personId: null,
      from: '2026-04-01',
      records,
    })
    expect(assigned).toMatchObject({ changed: records, unchanged: 0 })
    expect((await client.system.moveLifecycleMany(move)).changed).toEqual(records.map(({ id }) => ({ id, version: 2 })))
    const stages = (await client.system.list({})).rows.map(({ record }) => record.lifecycle)
    expect(stages).toEqual(['development', 'development'])
  })

  test('all or nothing, and the refusal names record and field', async () => {
    const { client } = await company()
    const unit = await client.unit.create({ name: ja('本社'), kind: 'legal_entity' })
    const other = await client.unit.create({ name: ja('支社'), kind: 'division', from: '2026-04-01' })
    const refused = await refusal(
      client.unit.updateMany({
        patch: { to: '2025-12-31' },
        records: [
          { id: unit.id, version: 1 },
          { id: other.id, version: 1 },
        ],
      }),
    )
    expect(refused).toEqual({
      code: 'BATCH_REFUSED',
      facts: {
        noun: 'unit',
        first: 'PERIOD_REVERSED',
        from: '2026-04-01',
        to: '2025-12-31',
        record: 'UNT-0002',
        records: ['UNT-0002'],
        count: 1,
      },
    })
    expect((await client.unit.get({ id: unit.id })).record).toEqual(unit)
  })

  test('a pasted block is read as people write, and what is wrong is said cell by cell', async () => {
    const { client } = await company()
    const unit = await client.unit.create({ name: ja('物流事業部'), kind: 'division' })
    const twins = await Promise.all([1, 2].map(() => client.unit.create({ name: ja('双子'), kind: 'division' })))
    const system = await client.system.create({ name: ja('配送ルート最適化') })
    const columns = ['name', 'tier', 'nextReviewOn', 'unitId', 'lifecycle', null, 'jurisdictions']
    const rows = [
      {
        id: system.id,
        version: 1,
        cells: ['配送計画', '高', '令和8年9月30日', 'ＵＮＴ－０００１', '企画中', '?', '日本、EU'],
      },
      { id: null, version: null, cells: ['需要予測', '', 'R8.9.31', '双子', '本番', '', ''] },
    ]
    const shown = await resultOf(client.system.paste({ columns, rows, commit: false }))
    expect(shown.counts).toEqual({ changed: 1, unchanged: 0, new: 0, refused: 1 })
    const cells = shown.rows.map((row) => row.cells.map((cell) => [cell.state, cell.refusal?.issue ?? cell.after]))
    expect(cells[0]).toEqual([
      ['changed', ja('配送計画')],
      ['changed', 'high'],
      ['changed', '2026-09-30'],
      ['changed', unit.id],
      ['unchanged', 'proposed'],
      ['ignored', null],
      ['changed', ['JP', 'EU']],
    ])
    expect(cells[1]).toEqual([
      ['changed', ja('需要予測')],
      ['unchanged', null],
      ['refused', 'DAY_NOT_IN_CALENDAR'],
      ['refused', 'AMBIGUOUS_RECORD'],
      ['refused', 'BY_VERB'],
      ['ignored', null],
      ['unchanged', null],
    ])
    const twin = shown.rows[1]?.cells[3]?.refusal
    expect([...(twin?.candidates ?? [])].sort()).toEqual(twins.map((each) => each.id).sort())
    expect(shown.labels[twins[0]?.id ?? '']).toMatchObject({ code: 'UNT-0002' })

    const events = (await client.file.status()).register?.events
    expect((await refusal(reports(client.system.paste({ columns, rows, commit: true })))).code).toBe('BATCH_REFUSED')
    expect((await client.file.status()).register?.events).toBe(events)
    const commit = { columns, rows, commit: true, preview: shown.preview, leaveOutRefused: true }
    expect((await resultOf(client.system.paste(commit))).written).toMatchObject({
      changed: [{ id: system.id, version: 2 }],
      created: [],
    })
    expect(await refusal(reports(client.system.paste(commit)))).toEqual({ code: 'PREVIEW_OUTDATED', facts: {} })
  })
})

describe('comments', () => {
  test('added, edited and withdrawn; earlier words stay in the history', async () => {
    const { client } = await company()
    const person = await client.person.create({ name: ja('髙橋 誠') })
    const system = await client.system.create({ name: ja('配送ルート最適化') })
    await client.file.actAs({ personId: person.id })
    const added = await client.comment.add({ subject: 'system', subjectId: system.id, text: '夏に更新する' })
    expect(added).toMatchObject({ personId: person.id, version: 1, withdrawn: null })
    const edited = await client.comment.edit({ id: added.id, version: 1, text: '秋に更新する' })
    expect((await client.comment.list({ id: system.id })).comments).toEqual([{ ...edited, edited: true }])
    const withdrawn = await client.comment.withdraw({ id: added.id, version: 2, reason: '誤記' })
    expect((await client.comment.list({ id: system.id })).comments).toEqual([{ ...withdrawn, edited: true }])
    expect((await client.system.get({ id: system.id })).related.comment).toEqual([withdrawn])
    const { events } = await client.history.list({ recordId: system.id })
    expect(events.map((event) => event.operation)).toEqual([
      'comment.withdraw',
      'comment.edit',
      'comment.add',
      'system.create',
    ])
    expect(events[1]?.changes).toMatchObject([{ field: 'text', before: '夏に更新する', after: '秋に更新する' }])
  })
})

test('every operation on what was changed was called above', () => {
  expect([...called].filter(changesOperation).sort()).toEqual(operations(contract).filter(changesOperation).sort())
})
