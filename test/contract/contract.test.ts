/** The contract over a real message channel: every operation is called, refusals are typed, long work stops, ports are lost. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { NounClient } from '#renderer/api/client.tsx'
import { contract } from '#shared/contract/contract.ts'
import { kriIds } from '#shared/domain/metrics/kri-result.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { changesOperation } from '#test/support/changes-operation.ts'
import {
  called,
  company,
  folderToken,
  operations,
  refusal,
  reports,
  resultOf,
  serving,
  type Serving,
  today,
  tokenFor,
} from '#test/support/serving.ts'

const noText = { ja: null, en: null }
const ja = (text: string) => ({ ja: text, en: null })
const nobody = '01900000-0000-7000-8000-999999999999'

describe('records', () => {
  /** What a person fills in, what is then changed, by noun. */
  const plain: {
    readonly [
      N in Exclude<
        CodedNoun,
        | 'acceptance'
        | 'observation'
        | 'contract'
        | 'contractReading'
        | 'dataUse'
        | 'dpia'
        | 'deidentification'
        | 'jurisdictionProfile'
      >
    ]: readonly [created: object, changed: object]
  } = {
    unit: [{ name: ja('物流事業部'), kind: 'division' }, { reading: 'ぶつりゅうじぎょうぶ' }],
    person: [{ name: ja('髙橋 誠') }, { email: 'takahashi@example.com' }],
    post: [{ name: ja('物流担当役員'), kind: 'executive' }, { from: '2025-04-01' }],
    system: [{ name: ja('配送ルート最適化') }, { tier: 'medium', roles: ['business_user'], purpose: ja('配送計画') }],
    risk: [{ name: ja('人検知の見落とし'), category: 'AIGB-C-2' }, { treatment: 'mitigate' }],
    control: [{ name: ja('月次試験'), domain: 'model', weight: 'key', design: 'planned' }, { design: 'in_place' }],
    evidence: [{ name: ja('試験記録'), kind: 'test_report' }, { validUntil: '2027-03-31' }],
    action: [{ name: ja('検知器の更新') }, { notes: '予算は承認済み' }],
    intake: [{ name: ja('議事録の要約'), origin: 'applied' }, { effect: 'none' }],
    direction: [
      { name: ja('訓練を指示'), side: 'ai', item: 'CMG-D07' },
      { givenOn: '2026-07-31', maturity: 'directed' },
    ],
    finding: [{ name: ja('試験結果の宛先がない'), rating: 'high' }, { audit: '下期の監査' }],
    policy: [{ name: ja('AI利用の基本方針') }, { edition: '第2版' }],
    training: [{ name: ja('システム責任者の実務') }, { cycleMonths: 12, roles: ['system_owner'] }],
    ruleAssessment: [
      { name: ja('海外子会社の州法'), eventDay: '2027-01-01', dayKind: 'planned' },
      { dueOn: '2026-12-15', notes: '現地の弁護士に確かめる' },
    ],
    incident: [
      { name: ja('他社の応答が表示された'), kind: 'incident' },
      { severity: 'major', rootCause: '設定の誤り' },
    ],
    enforcement: [
      { name: ja('報告の求め'), kind: 'report_request' },
      { authority: '個人情報保護委員会', dueOn: '2026-12-31' },
    ],
    vendor: [{ name: ja('北斗AIサービス') }, { country: 'JP', group: '北斗グループ', tier: 'high' }],
    decision: [
      { name: ja('検知器の更新'), kind: 'resolution', body: 'board', dueOn: '2027-03-31' },
      { ask: ja('今期中に更新すること'), kriIds: ['K05'] },
    ],
    meeting: [{ name: ja('12月の取締役会'), body: 'board', on: '2026-12-21' }, { packDeadline: '2026-12-14' }],
    consent: [{ name: ja('応募時の同意') }, { edition: '第3版', channel: '応募フォーム' }],
    outwardAccount: [
      { name: ja('対外説明 2026年度') },
      { edition: '第1版', forPublication: ['AIGB-C-1'], statement1: ja('人が最終判断する') },
    ],
    checkPoint: [
      { name: ja('再委託の一覧は届くか'), subject: 'vendor', element: 'general', head: 'none', weight: 'key' },
      { matter: 'due_diligence', sectors: ['finance'] },
    ],
  }
  const prefixes = {
    unit: 'UNT',
    person: 'PSN',
    post: 'PST',
    system: 'SYS',
    risk: 'RSK',
    control: 'CTL',
    evidence: 'EVD',
    action: 'ACT',
    intake: 'INT',
    direction: 'DIR',
    finding: 'FND',
    policy: 'POL',
    training: 'TRN',
    ruleAssessment: 'RUL',
    vendor: 'VEN',
    incident: 'INC',
    enforcement: 'ENF',
    checkPoint: 'CKP',
    consent: 'CNS',
    decision: 'DEC',
    meeting: 'MTG',
    outwardAccount: 'OAC',
  }

  test.each(Object.keys(plain) as (keyof typeof plain)[])('%s: created, read, changed, withdrawn', async (noun) => {
    const { client } = await company()
    const operationsOf = client[noun] as unknown as NounClient<typeof noun>
    const [given, changed] = plain[noun]
    const created = await operationsOf.create({ ...given })
    expect(created).toMatchObject({ ...given, code: `${prefixes[noun]}-0001`, version: 1, withdrawn: null })
    const updated = await operationsOf.update({ id: created.id, version: 1, patch: { ...changed } })
    expect(updated).toEqual({ ...created, ...changed, version: 2 })
    expect((await operationsOf.get({ id: created.id })).record).toEqual(updated)
    expect(await refusal(operationsOf.withdraw({ id: created.id, version: 2, reason: ' ' }))).toEqual({
      code: 'REASON_REQUIRED',
      facts: {},
    })
    const withdrawn = await operationsOf.withdraw({ id: created.id, version: 2, reason: '二重登録' })
    expect(withdrawn).toEqual({ ...updated, version: 3, withdrawn: { on: today, reason: '二重登録' } })
    expect(await refusal(operationsOf.update({ id: created.id, version: 3, patch: { ...changed } }))).toEqual({
      code: 'WITHDRAWN',
      facts: { noun, id: created.id },
    })
    const rows = async (withdrawnOnes: boolean) =>
      (await operationsOf.list({ withdrawn: withdrawnOnes })).rows.map((row) => row.record)
    expect([await rows(false), await rows(true)]).toEqual([[], [withdrawn]])
    expect(await refusal(operationsOf.get({ id: nobody }))).toEqual({ code: 'NOT_FOUND', facts: { noun, id: nobody } })
    const history = await client.history.list({ recordId: created.id })
    expect(history.events.map((event) => [event.operation, event.reason])).toEqual([
      [`${noun}.withdraw`, '二重登録'],
      [`${noun}.update`, null],
      [`${noun}.create`, null],
    ])
    const found = await client.lookUp({ nouns: [noun], text: created.code })
    expect(found).toEqual([])
  })

  test('the verbs, and what they refuse', async () => {
    const { client } = await company()
    const unit = await client.unit.create({ name: ja('物流事業部'), kind: 'division' })
    const person = await client.person.create({ name: ja('髙橋 誠'), unitId: unit.id })
    const tester = await client.person.create({ name: ja('和田 修') })
    const post = await client.post.create({ name: ja('物流担当役員'), kind: 'executive', unitId: unit.id })
    const system = await client.system.create({ name: ja('倉庫搬送車の人検知'), unitId: unit.id })
    const move = (version: number) =>
      client.system.moveLifecycle({ id: system.id, version, to: 'production', reason: '稼働開始' })
    expect(await refusal(move(1))).toEqual({
      code: 'EXECUTIVE_REQUIRED',
      facts: { code: 'SYS-0001', on: today },
    })
    const term = await client.accountability.startTerm({
      postId: post.id,
      personId: person.id,
      capacity: 'holder',
      from: '2025-04-01',
      to: null,
    })
    const assignment = await client.accountability.assign({
      role: 'accountable_executive',
      subject: 'system',
      subjectId: system.id,
      postId: post.id,
      personId: null,
      from: '2026-04-01',
    })
    expect(await move(1)).toMatchObject({ lifecycle: 'production', version: 2 })
    const heldFrom = {
      postId: post.id,
      personId: person.id,
      deputyId: null,
      state: 'held',
      from: '2026-04-01',
      to: null,
    }
    const event = { at: expect.any(String) as string, account: 'tester', personId: null, changedBy: null }
    const { events } = await client.history.list({ recordId: system.id })
    const numberOf = (name: string) => events.find(({ operation }) => operation === name)?.sequence
    expect(await client.accountability.ofSystem({ systemId: system.id, day: '2026-05-01' })).toEqual({
      day: '2026-05-01',
      periods: [heldFrom],
      onDay: heldFrom,
      grounds: [
        { ...event, fact: 'term', sequence: Number(numberOf('system.assign')) - 1 },
        { ...event, fact: 'assignment', sequence: numberOf('system.assign') },
      ],
      labels: expect.objectContaining({
        [person.id]: { noun: 'person', code: person.code, name: person.name },
      }) as object,
    })
    expect(await client.accountability.ofSystem({ systemId: system.id, day: '2026-03-31' })).toMatchObject({
      onDay: null,
      grounds: [],
    })
    expect(await refusal(client.accountability.ofSystem({ systemId: nobody, day: null }))).toEqual({
      code: 'NOT_FOUND',
      facts: { noun: 'system', id: nobody },
    })
    const attest = (personId: string) =>
      client.accountability.attestSystem({ systemId: system.id, personId, on: today, note: null })
    expect(await attest(person.id)).toMatchObject({ postId: post.id, on: today })
    expect(await refusal(attest(tester.id))).toEqual({ code: 'NOT_ANSWERABLE', facts: { code: 'SYS-0001', on: today } })
    expect((await client.file.actAs({ personId: person.id })).register?.person).toEqual({
      id: person.id,
      name: person.name,
    })

    const risk = await client.risk.create({ name: ja('見落とし'), category: 'AIGB-C-2', systemIds: [system.id] })
    const impacts = { rights: 5, legal: null, financial: 2, operations: null, reputation: null, strategic: null }
    const accept = () =>
      client.acceptance.accept({
        kind: 'acceptance',
        subject: 'risk',
        subjectId: risk.id,
        postId: post.id,
        from: today,
        to: '2027-03-31',
        reason: '春までに更新する',
        renewsId: null,
      })
    expect(await refusal(accept())).toEqual({ code: 'NOTHING_TO_ACCEPT', facts: { code: 'RSK-0001' } })
    const assessment = {
      riskId: risk.id,
      stage: 'residual',
      likelihood: 4,
      impacts,
      assessorId: person.id,
      on: today,
      confidence: 'medium',
      rationale: '実地試験による',
    } as const
    for (const rationale of [null, '', ' \n'])
      expect(await refusal(client.risk.assess({ ...assessment, rationale }))).toEqual({
        code: 'INVALID',
        facts: { noun: 'assessment', field: 'rationale', issue: 'REASON_REQUIRED' },
      })
    expect(await client.risk.assess(assessment)).toMatchObject({ impact: 5, likelihood: 4 })
    expect(await refusal(client.risk.assess({ ...assessment, on: '2026-12-01' }))).toEqual({
      code: 'INVALID',
      facts: { noun: 'assessment', field: 'on', issue: 'IN_FUTURE' },
    })
    const acceptance = await accept()
    expect(acceptance).toMatchObject({ code: 'ACC-0001', personId: person.id, likelihood: 4, impact: 5 })
    const detail = await client.acceptance.get({ id: acceptance.id })
    expect(detail.derived).toEqual({ state: 'active', reliedOn: false, reopened: false, stale: false })
    expect((await client.acceptance.list({})).rows.map((row) => row.record.code)).toEqual(['ACC-0001'])
    // An acceptance is made, renewed and ended by its verbs: it has no other way to be changed.
    expect(Object.keys(contract.acceptance)).toEqual(['list', 'get', 'accept', 'end'])
    expect(await refusal(client.acceptance.end({ id: acceptance.id, version: 1, on: today, reason: ' ' }))).toEqual({
      code: 'REASON_REQUIRED',
      facts: {},
    })
    const ended = await client.acceptance.end({ id: acceptance.id, version: 1, on: today, reason: '更新が済んだ' })
    expect(ended).toMatchObject({ endedOn: today, endedReason: '更新が済んだ' })
    expect(await client.risk.close({ id: risk.id, version: 1, reason: '機能を廃止' })).toMatchObject({
      status: 'closed',
    })
    expect(await client.risk.reopen({ id: risk.id, version: 2, reason: '再開' })).toMatchObject({ status: 'open' })

    const control = await client.control.create({
      name: ja('月次試験'),
      domain: 'model',
      weight: 'key',
      design: 'planned',
      riskIds: [risk.id],
    })
    const testing = {
      controlId: control.id,
      on: today,
      result: 'effective',
      validUntil: '2027-05-31',
      testerId: tester.id,
      note: '停止まで0.8秒',
    } as const
    expect(await refusal(client.control.test({ ...testing, note: null }))).toEqual({
      code: 'INVALID',
      facts: { noun: 'controlTest', field: 'note', issue: 'REASON_REQUIRED' },
    })
    expect(await refusal(client.control.test(testing))).toEqual({
      code: 'WRONG_STATE',
      facts: { code: 'CTL-0001', state: 'planned' },
    })
    await client.control.update({ id: control.id, version: 1, patch: { design: 'in_place' } })
    expect(await client.control.test(testing)).toMatchObject({ ...testing })
    const apart = await client.control.declareNotApplicable({
      id: control.id,
      version: 2,
      reason: '対面の業務がない',
      approverPersonId: person.id,
      on: today,
    })
    expect(apart.notApplicable).toEqual({ reason: '対面の業務がない', approverPersonId: person.id, on: today })
    expect(
      (await client.control.declareApplicable({ id: control.id, version: 3, reason: '業務を始めた' })).notApplicable,
    ).toBeNull()

    const action = await client.action.create({ name: ja('検知器の更新'), ownerId: person.id })
    const moved = await client.action.moveDueDate({ id: action.id, version: 1, to: '2027-01-31', reason: '納期の遅れ' })
    expect(moved.slips).toEqual([{ from: null, to: '2027-01-31', on: today, reason: '納期の遅れ' }])
    await client.action.complete({ id: action.id, version: 2, on: today })
    expect(
      await refusal(client.action.verify({ id: action.id, version: 3, on: today, verifierId: person.id })),
    ).toMatchObject({ code: 'INVALID', facts: { issue: 'OWNER_CANNOT_VERIFY' } })
    const verified = await client.action.verify({ id: action.id, version: 3, on: today, verifierId: tester.id })
    expect(verified).toMatchObject({ state: 'verified', verifierId: tester.id })
    expect(await client.action.reopen({ id: action.id, version: 4, reason: '再発' })).toMatchObject({ state: 'open' })

    await client.accountability.endAssignment({ id: assignment.id, version: 1, to: today, reason: '組織変更' })
    await client.accountability.endTerm({ id: term.id, version: 1, to: today, reason: '任期満了' })
    const picture = await client.accountability.picture({ day: '2026-11-25' })
    expect(picture.systems).toEqual({ counted: 1, held: 0 })
    expect((await client.accountability.picture({ day: null })).systems).toEqual({ counted: 1, held: 1 })
  })

  test('what the organisation decides, with earlier versions', async () => {
    const { client } = await company()
    const { organisation, scales, appetites, thresholds } = await client.organisation.settings()
    expect([scales.length, thresholds.length > 0, appetites.every((each) => each.to === null)]).toEqual([1, true, true])
    const renamed = await client.organisation.update({
      id: organisation.id,
      version: 1,
      patch: { name: ja('新試験商事'), fiscalStartMonth: 1 },
    })
    expect(renamed).toEqual({ ...organisation, version: 2, name: ja('新試験商事'), fiscalStartMonth: 1 })
    const [{ id: _id, version: _version, withdrawn: _withdrawn, ...scale }] = scales as [(typeof scales)[0]]
    expect(scale.from).toBe(today)
    const newScale = await client.organisation.setScale({ ...scale, from: '2027-04-01' })
    const decided = { statement: noText, from: '2027-04-01', to: null, approverPersonId: null, approvedOn: null }
    const newAppetite = await client.organisation.setAppetite({
      category: 'AIGB-C-2',
      appetite: 'low',
      tolerance: 'moderate',
      ...decided,
    })
    expect(
      await refusal(
        client.organisation.setAppetite({ category: 'AIGB-C-2', appetite: 'high', tolerance: 'low', ...decided }),
      ),
    ).toMatchObject({ code: 'INVALID', facts: { issue: 'TOLERANCE_BELOW_APPETITE' } })
    const newThreshold = await client.organisation.setThreshold({
      kri: 'K01',
      appetite: 1,
      tolerance: 0.95,
      from: '2027-04-01',
      to: null,
      approverPersonId: null,
      approvedOn: null,
    })
    const after = await client.organisation.settings()
    expect(after.scales.map((each) => [each.id === newScale.id, each.to])).toEqual([
      [true, null],
      [false, '2027-03-31'],
    ])
    expect(after.appetites.filter((each) => each.category === 'AIGB-C-2').map((each) => each.to)).toEqual([
      null,
      '2027-03-31',
    ])
    expect(after.appetites[0]).toEqual(newAppetite)
    expect(after.thresholds[0]).toEqual(newThreshold)
  })
})

describe('the sample', () => {
  test('is built once, opened, listed in windows, searched and looked up', async () => {
    const setting = serving()
    const { client } = setting
    const [opened, twice] = await Promise.all([
      client.file.openSample({ language: 'ja' }),
      client.file.openSample({ language: 'ja' }),
    ])
    expect(opened).toEqual(twice)
    expect(opened.register?.organisation.sampleDay).toBe(today)
    expect(readdirSync(join(setting.folder, 'samples'))).toEqual([`reiwa-shoji-${today}-ja.daicho`])

    const all = await client.system.list({ limit: 500 })
    expect([all.found, all.total, all.rows.length]).toEqual([all.total, opened.register?.counts.system, all.found])
    const window = await client.system.list({ offset: 10, limit: 5 })
    expect(window.rows).toEqual(all.rows.slice(10, 15))

    const byTier = await client.system.list({
      filters: { tier: { kind: 'values', values: ['high', null] } },
      sort: [
        { field: 'tier', direction: 'ascending' },
        { field: 'name', direction: 'descending' },
      ],
      limit: 500,
    })
    expect(byTier.rows.map((row) => row.record.code).sort()).toEqual(
      all.rows
        .filter((row) => row.record.tier === 'high' || row.record.tier === null)
        .map((row) => row.record.code)
        .sort(),
    )
    const tiers = byTier.rows.map((row) => row.record.tier)
    // Blank last, whichever way.
    expect(tiers).toEqual([...tiers.filter((tier) => tier === 'high'), ...tiers.filter((tier) => tier === null)])
    expect(tiers.filter((tier) => tier === 'high').length).toBeGreaterThan(1)

    const [first] = all.rows
    const name = first?.record.name.ja ?? ''
    const searched = await client.system.list({ search: name.slice(0, 2), limit: 500 })
    expect(searched.rows.map((row) => row.record.code)).toContain(first?.record.code)
    const codes = [all.rows[3]?.record.code ?? '', all.rows[1]?.record.code ?? '']
    const named = await client.system.list({ codes })
    expect(named.rows.map((row) => row.record.code)).toEqual([...codes].sort())

    const unset = { tier: { kind: 'values' as const, values: [null] } }
    const lists = { noun: 'system' as const, filters: unset }
    const withoutTier = all.rows.filter((row) => row.record.tier === null)
    expect(await client.lists.count({ noun: 'system', sets: [{}, { filters: unset }] })).toEqual([
      all.found,
      withoutTier.length,
    ])
    const facets = await client.lists.facets({ ...lists, fields: ['lifecycle'] })
    expect(facets.alone).toEqual({ tier: withoutTier.length })
    expect(facets.fields.lifecycle?.reduce((sum, { count }) => sum + count, 0)).toBe(withoutTier.length)
    const ofRow = (row: (typeof all.rows)[number] | undefined) =>
      client.lists.place({ noun: 'system', id: row?.record.id ?? nobody, filters: unset })
    expect(await ofRow(withoutTier.at(-1))).toEqual({ place: withoutTier.length - 1 })
    expect(await ofRow(all.rows.find((row) => row.record.tier === 'high'))).toEqual({ place: null })

    const found = await client.lookUp({ nouns: ['system', 'person'], text: name, limit: 3 })
    expect(found[0]).toEqual({
      id: first?.record.id,
      label: { noun: 'system', code: first?.record.code, name: first?.record.name },
    })
    const alike = { noun: 'system', name: `${name}（新）`, exceptId: null } as const
    expect((await client.similar(alike))[0]?.id).toBe(first?.record.id)
    expect(await client.similar({ ...alike, exceptId: first?.record.id ?? '' })).toEqual([])
    expect(await client.similar({ ...alike, name: 'ぬ' })).toEqual([])
    const executives = await client.lookUp({ nouns: ['post'], text: '', limit: 50, postKind: 'executive' })
    const posts = await client.post.list({ filters: { kind: { kind: 'values', values: ['executive'] } } })
    expect(executives.map((each) => each.id)).toEqual(posts.rows.map((row) => row.record.id))
    expect(posts.found).toBeLessThan(posts.total)
    expect((await client.lookUp({ nouns: ['risk'], text: '', limit: 2 })).map((each) => each.label.code)).toEqual([
      'RSK-0001',
      'RSK-0002',
    ])
    for (const noun of ['unit', 'person', 'post', 'risk', 'control', 'evidence', 'action', 'acceptance'] as const) {
      const { found: count } = await client[noun].list({ limit: 1 })
      expect([noun, count]).toEqual([noun, opened.register?.counts[noun]])
    }
  })

  test('history goes back page by page to the first event', async () => {
    const { client } = serving()
    const status = await client.file.openSample({ language: 'en' })
    const sequences: number[] = []
    let before: number | null = null
    for (;;) {
      const page: Awaited<ReturnType<typeof client.history.list>> = await client.history.list({ before, limit: 500 })
      sequences.push(...page.events.map((event) => event.sequence))
      const last = page.events.at(-1)
      if (last === undefined) break
      before = last.sequence
    }
    const events = status.register?.events ?? 0
    expect(sequences).toEqual(Array.from({ length: events }, (_, at) => events - at))
    const { events: attested, total } = await client.history.list({ noun: 'attestation', limit: 2 })
    expect([attested.length, attested[0]?.noun, total > 2]).toEqual([2, 'attestation', true])
  })

  test('overview, packs and their pages', async () => {
    const setting = serving()
    const { client } = setting
    await client.file.openSample({ language: 'ja' })
    const overview = await client.overview.get({ asOf: null })
    expect(overview.tiles.map((tile) => tile.id)).toEqual(['K01', 'K05', 'K09', 'K12', 'K15', 'K28'])
    const book = await client.overview.figures()
    expect(book.figures.map(({ id }) => id)).toEqual([...kriIds])
    const [named] = book.figures
    // Both packs and today, each with the limit of its own day; who looks after it is named.
    expect(named?.history.map(({ value, appetite }) => [value !== null, appetite])).toEqual([
      [true, 1],
      [true, 1],
      [true, 1],
    ])
    expect(named?.limits.map(({ ownerPostId }) => book.labels[ownerPostId ?? '']?.name.en)).toEqual([
      'Head of Risk Management',
      // What a new register begins with.
      undefined,
    ])
    const packs = await client.pack.list()
    expect(packs.length).toBe(2)
    const locked = packs[0]
    const model = await client.pack.model({ packId: locked?.id ?? '', language: 'en' })
    const draft = await client.pack.model({ packId: null, language: 'ja' })
    expect([model.pages.length, draft.pages.length]).toEqual([13, 16])
    // The sample asks four matters, one of them without a day.
    const checks = await client.pack.checks({ packId: null })
    expect([checks.asked, checks.none, checks.points[0]?.kind]).toEqual([4, null, 'decisionWithoutDueDate'])
    const [second, first] = packs
    const asked = { one: second?.id ?? '', other: first?.id ?? '', limit: 20 }
    const compared = await client.pack.compare(asked)
    expect([compared.earlier.code, compared.later.code]).toEqual([first?.code, second?.code])
    expect([compared.records.length, compared.total > 20, compared.actors.length]).toEqual([20, true, 1])
    const written = await client.pack.writeComparison({
      one: asked.one,
      other: null,
      folder: await folderToken(setting),
    })
    expect(written.name).toMatch(new RegExp(`^compare-${second?.code ?? ''}-DRAFT-.+\\.csv$`))
    expect(await refusal(client.pack.compare({ one: nobody, other: null }))).toEqual({
      code: 'PACK_NOT_FOUND',
      facts: { pack: nobody },
    })
    expect(await refusal(client.pack.model({ packId: nobody, language: 'ja' }))).toEqual({
      code: 'PACK_NOT_FOUND',
      facts: { pack: nobody },
    })
  })
})

/** A token for 20,000 rows: work that takes its time. */
async function longSource(setting: Serving): Promise<string> {
  const rows = Array.from({ length: 20_000 }, (_, row) => `System ${String(row)},Logistics`)
  writeFileSync(join(setting.folder, 'many.csv'), `Name,Unit\n${rows.join('\n')}\n`)
  return tokenFor(setting, 'many.csv')
}

async function longImport(setting: Serving) {
  return setting.client.importing.run({ token: await longSource(setting) })
}

describe('long work', () => {
  test('verify reports how far it is, then what it found, and the status remembers it', async () => {
    const { client } = serving()
    await client.file.openSample({ language: 'ja' })
    const said = await reports(client.file.verify())
    expect(said.at(-1)).toEqual({ kind: 'result', result: { findings: [] } })
    expect(said.length).toBeGreaterThan(1)
    for (const report of said.slice(0, -1)) expect(report).toMatchObject({ kind: 'progress', stage: 'verify' })
    const { register } = await client.file.status()
    expect(register?.verified).toMatchObject({ findings: 0 })
  })

  test('a lock is refused as what it is, and freezes the day', async () => {
    const { client } = await company()
    expect(await refusal(reports(client.pack.lock({ asOf: '2026-12-31' })))).toEqual({
      code: 'AS_OF_IN_FUTURE',
      facts: { asOf: '2026-12-31' },
    })
    expect(await client.pack.lockPoints({ asOf: today })).toEqual([])
    const pack = await resultOf(client.pack.lock({ asOf: today, title: '第2四半期' }))
    expect(pack).toMatchObject({ code: 'PACK-2026Q3', asOf: today, title: '第2四半期' })
    expect(await client.pack.list()).toEqual([pack])
    expect((await client.file.status()).register?.lastPack).toEqual(pack)
  })

  test('a bundle is written from what the shell prints, and verified', async () => {
    const printed: string[] = []
    const setting = await company({
      print: async (job) => {
        printed.push(`${job.kind} ${job.language} ${job.title}`)
        const document = await PDFDocument.create()
        document.addPage([842, 595])
        return document.save()
      },
    })
    const { client, folder } = setting
    const out = await folderToken(setting)
    const written = await resultOf(client.pack.write({ packId: null, language: 'both', folder: out }))
    expect(written.name).toBe(`DRAFT-${today}`)
    expect(written.files).toBe(
      readdirSync(join(folder, written.name), { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
        .length,
    )
    expect(printed.map((each) => each.split(' ').slice(0, 2))).toEqual([
      ['pack', 'ja'],
      ['pack', 'en'],
    ])
    const bundle = await tokenFor(setting, written.name)
    const nothingNamed = { folder: bundle, publicKey: null, noted: null }
    expect(await resultOf(client.pack.checkBundle(nothingNamed))).toMatchObject({ register: 'compared', findings: [] })
    const { names } = await client.pack.newKey({ folder: out, passphrase: 'ひみつ' })
    const [key = '', publicKey = ''] = await Promise.all(names.map((name) => tokenFor(setting, name)))
    expect(await refusal(client.pack.newKey({ folder: out, passphrase: null }))).toMatchObject({
      code: 'FOLDER_EXISTS',
    })
    expect(await refusal(client.pack.signBundle({ folder: bundle, key, passphrase: 'その他' }))).toMatchObject({
      code: 'KEY_PASSPHRASE',
    })
    const { fingerprint } = await client.pack.signBundle({ folder: bundle, key, passphrase: 'ひみつ' })
    expect(await resultOf(client.pack.checkBundle({ ...nothingNamed, publicKey }))).toMatchObject({
      signature: { state: 'known', fingerprint },
      findings: [],
    })
    const csv =
      readdirSync(join(folder, written.name), { recursive: true, encoding: 'utf8' }).find((each) =>
        each.endsWith('.csv'),
      ) ?? ''
    writeFileSync(join(folder, written.name, csv), `${readFileSync(join(folder, written.name, csv), 'utf8')}x`)
    expect(await refusal(client.pack.signBundle({ folder: bundle, key, passphrase: 'ひみつ' }))).toMatchObject({
      code: 'BUNDLE_NOT_WHOLE',
    })
    const { findings } = await resultOf(client.pack.checkBundle(nothingNamed))
    expect(findings.map((finding) => finding.code)).toEqual(['FILE_CHANGED'])
  })

  test('figures go into a bundle or into a folder, each as SVG and PNG', async () => {
    const printed: string[] = []
    const drawn = [
      { number: 8, key: 'movement', part: null, svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', png: 'iVBORw0KGgo=' },
    ]
    const setting = await company({
      print: async ({ kind, language }) => {
        printed.push(`${kind} ${language}`)
        if (kind === 'figures') return Buffer.from(JSON.stringify(drawn))
        const document = await PDFDocument.create()
        document.addPage([842, 595])
        return document.save()
      },
    })
    const { client, folder } = setting
    const out = await folderToken(setting)
    const { name } = await resultOf(client.pack.write({ packId: null, language: 'both', figures: true, folder: out }))
    expect(printed).toEqual(['pack ja', 'figures ja', 'pack en', 'figures en'])
    expect(readdirSync(join(folder, name, 'figures')).sort()).toEqual([
      'figure-08-movement.en.png',
      'figure-08-movement.en.svg',
      'figure-08-movement.ja.png',
      'figure-08-movement.ja.svg',
    ])
    expect(readFileSync(join(folder, name, 'SHA256SUMS'), 'utf8')).toContain('  figures/figure-08-movement.ja.svg\n')
    const bundle = await tokenFor(setting, name)
    expect(await resultOf(client.pack.checkBundle({ folder: bundle, publicKey: null, noted: null }))).toMatchObject({
      data: 'remade',
      findings: [],
    })
    const one = { packId: null, language: 'en', folder: out } as const
    const saved = await resultOf(client.pack.writeFigure({ ...one, figure: 'movement' }))
    expect(saved.names).toEqual([
      `DRAFT-${today}-figure-08-movement.en.svg`,
      `DRAFT-${today}-figure-08-movement.en.png`,
    ])
    expect(readFileSync(join(folder, saved.names[0] ?? ''), 'utf8')).toBe(drawn[0]?.svg)
    expect(await refusal(reports(client.pack.writeFigure({ ...one, figure: 'gone' })))).toEqual({
      code: 'NOT_FOUND',
      facts: { noun: 'record', id: 'gone' },
    })
  })

  test('what the shell cannot print is refused as what it is', async () => {
    const setting = await company()
    const folder = await folderToken(setting)
    expect(await refusal(reports(setting.client.pack.write({ packId: null, language: 'ja', folder })))).toEqual({
      code: 'NO_BROWSER',
      facts: {},
    })
    expect(readdirSync(setting.folder)).toEqual(['own.daicho'])
  })

  test('an export is written into a folder of its own', async () => {
    const setting = await company()
    const folder = await folderToken(setting)
    const exported = await resultOf(setting.client.exportRegister({ folder }))
    expect(exported).toMatchObject({ name: `own-${today}`, guardedCells: 0 })
    expect(existsSync(join(setting.folder, exported.name))).toBe(true)
    // The same again is no harm; a folder with anything else in it stays as it is.
    expect(await resultOf(setting.client.exportRegister({ folder }))).toEqual(exported)
    await setting.client.unit.create({ name: ja('本社'), kind: 'legal_entity' })
    expect(await refusal(reports(setting.client.exportRegister({ folder })))).toEqual({
      code: 'FOLDER_EXISTS',
      facts: { folder: join(setting.folder, exported.name) },
    })
    // What Shift_JIS cannot hold is told first, and replaced only for whoever has seen it.
    await setting.client.unit.create({ name: ja('支社〜'), kind: 'legal_entity' })
    const { total, digest } = await resultOf(setting.client.exportUnheld())
    const inShiftJis = { folder, encoding: 'cp932' } as const
    expect(await refusal(reports(setting.client.exportRegister(inShiftJis)))).toEqual({
      code: 'CHARACTERS_UNHELD',
      facts: { count: total },
    })
    const replaced = await resultOf(setting.client.exportRegister({ ...inShiftJis, seen: digest }))
    expect([total > 0, replaced.name]).toEqual([true, `own-${today}-cp932`])
  })

  test('a file is looked at, imported, and then unchanged', async () => {
    const setting = await company()
    const { client, folder } = setting
    writeFileSync(join(folder, 'systems.csv'), 'Name,Unit\nRoute planning,Logistics\nDemand forecast,Logistics\n')
    const token = await tokenFor(setting, 'systems.csv')
    const preview = await resultOf(client.importing.inspect({ token }))
    expect(preview.sheet?.columns.map((column) => [column.label, column.target])).toEqual([
      ['Name', 'name'],
      ['Unit', 'unit'],
    ])
    const counts = async (dryRun: boolean) => {
      const { rows, added, updated, unchanged } = await resultOf(client.importing.run({ token, dryRun }))
      return { rows, added, updated, unchanged }
    }
    expect(await counts(true)).toEqual({ rows: 2, added: 2, updated: 0, unchanged: 0 })
    expect((await client.system.list({})).total).toBe(0)
    expect(await counts(false)).toEqual({ rows: 2, added: 2, updated: 0, unchanged: 0 })
    expect(await counts(false)).toEqual({ rows: 2, added: 0, updated: 0, unchanged: 2 })
    expect((await client.unit.list({})).rows.map((row) => row.record.name)).toEqual([{ ja: null, en: 'Logistics' }])
    mkdirSync(join(folder, 'folder.csv'))
    const wrong = await tokenFor(setting, 'folder.csv')
    expect((await refusal(reports(client.importing.inspect({ token: wrong })))).code).toBe('SOURCE_NOT_READABLE')
  })

  test('stops where the caller breaks off, and the register is free for the next', async () => {
    const setting = await company()
    const { client } = setting
    const token = await longSource(setting)
    const before = (await client.file.status()).register?.events

    const abort = new AbortController()
    const stages: string[] = []
    const aborted = (async () => {
      for await (const report of await client.importing.run({ token }, { signal: abort.signal })) {
        if (report.kind === 'progress') stages.push(report.stage)
        abort.abort()
      }
    })()
    await expect(aborted).rejects.toThrow()
    expect(stages.length).toBe(1)

    for await (const report of await client.importing.run({ token })) if (report.kind === 'progress') break
    // Calls wait behind synchronous work only: both imports have been told to stop and wrote nothing.
    const after = await client.file.status()
    expect(after.register?.events).toBe(before)
    expect((await resultOf(client.importing.run({ token, dryRun: true }))).rows).toBe(20_000)
    expect((await client.system.list({})).total).toBe(0)
  })
})

describe('the connection', () => {
  test('refuses pending and later calls when the port closes, and works again with a new port', async () => {
    const setting = await company()
    const { client, connection, cut, joinAgain } = setting
    const states: string[] = []
    connection.subscribe(() => states.push(connection.state))
    const work = await longImport(setting)
    const pending = [client.file.status(), client.overview.get({ asOf: null }), reports(Promise.resolve(work))].map(
      refusal,
    )
    cut()
    expect(await Promise.all(pending)).toEqual(pending.map(() => ({ code: 'CONNECTION_LOST' })))
    expect(await refusal(client.file.status())).toEqual({ code: 'CONNECTION_LOST' })
    expect(await refusal(reports(client.file.verify()))).toEqual({ code: 'CONNECTION_LOST' })
    expect(connection.state).toBe('lost')
    joinAgain()
    expect((await client.file.status()).register?.fileName).toBe('own.daicho')
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
    expect(states).toEqual(['lost', 'ready'])
  })

  test('leaves a port for a new one: what waited for the old one is refused', async () => {
    const setting = await company()
    const { client, joinAgain } = setting
    const work = await longImport(setting)
    const pending = [client.overview.get({ asOf: null }), reports(Promise.resolve(work))].map(refusal)
    joinAgain()
    expect(await Promise.all(pending)).toEqual(pending.map(() => ({ code: 'CONNECTION_LOST' })))
    expect((await client.file.status()).register?.fileName).toBe('own.daicho')
  })

  test('waits for its first port', async () => {
    const { Connection } = await import('#renderer/api/connection.ts')
    const connection = new Connection()
    const status = connection.client.file.status()
    expect(connection.state).toBe('connecting')
    const { server } = serving()
    const { port1, port2 } = new MessageChannel()
    server.upgrade(port1)
    port1.start()
    connection.use(port2)
    expect((await status).register).toBeNull()
    port1.close()
  })
})

test('work: listed, grouped, laid over days, written as a calendar file and as letters', async () => {
  const setting = await company()
  const { client, folder } = setting
  const unit = await client.unit.create({ name: ja('物流事業部'), kind: 'division' })
  const team = await client.unit.create({ name: ja('第二物流センター'), kind: 'division', parentId: unit.id })
  const owner = await client.person.create({ name: ja('岡部 大輔'), unitId: team.id, email: 'okabe@example.com' })
  const sender = await client.person.create({ name: ja('山本 彩'), unitId: unit.id })
  const late = await client.action.create({ name: ja('検知器の更新'), ownerId: owner.id, dueOn: '2026-11-20' })
  await client.action.create({ name: ja('訓練の実施'), ownerId: owner.id, dueOn: '2026-12-10' })
  await client.action.create({ name: ja('手順書の改訂'), dueOn: '2027-02-01' })
  const codes = async (input: Parameters<typeof client.workQueue.list>[0]) =>
    (await client.workQueue.list(input)).items.map((item) => item.code)
  const all = await client.workQueue.list({})
  expect(all).toMatchObject({
    day: today,
    total: 3,
    found: 3,
    standings: { late: 1, gap: 0, soon: 1, later: 1 },
    kinds: { action: 3 },
  })
  expect(all.items[0]).toEqual({
    kind: 'action',
    noun: 'action',
    id: late.id,
    code: 'ACT-0001',
    name: ja('検知器の更新'),
    unitId: team.id,
    day: '2026-11-20',
    days: -4,
    standing: 'late',
    severity: 'breach',
    answering: { postId: null, personId: owner.id, deputyId: null },
    variant: null,
  })
  expect(all.labels[owner.id]?.name).toEqual(ja('岡部 大輔'))
  expect(await codes({ offset: 1, limit: 1 })).toEqual(['ACT-0002'])
  expect(await codes({ personId: owner.id })).toEqual(['ACT-0001', 'ACT-0002'])
  expect(await codes({ personId: 'none' })).toEqual(['ACT-0003'])
  expect(await codes({ unitId: unit.id })).toEqual(['ACT-0001', 'ACT-0002'])
  expect(await codes({ unitId: 'none', search: '手順' })).toEqual(['ACT-0003'])
  expect(await codes({ period: '2026-12' })).toEqual(['ACT-0002'])
  expect(await codes({ standings: ['later'], kinds: ['action'] })).toEqual(['ACT-0003'])
  expect(await codes({ kinds: ['riskReview'] })).toEqual([])
  // Seen on a later day, both of the first are late.
  expect((await client.workQueue.list({ day: '2026-12-20' })).standings).toEqual({ late: 2, gap: 0, soon: 0, later: 1 })

  const groups = async (by: 'person' | 'unit' | 'month') =>
    (await client.workQueue.groups({ by })).groups.map(({ key, count, standings }) => [key, count, standings.late])
  expect(await groups('person')).toEqual([
    [owner.id, 2, 1],
    [null, 1, 0],
  ])
  expect(await groups('unit')).toEqual([
    [team.id, 2, 1],
    [null, 1, 0],
  ])
  expect(await groups('month')).toEqual([
    ['2026-11', 1, 1],
    ['2026-12', 1, 0],
    ['2027-02', 1, 0],
  ])
  const { days } = await client.workQueue.calendar({ from: '2026-11-01', to: '2026-12-31' })
  expect(days.map(({ day, count, items }) => [day, count, items.map((item) => item.code)])).toEqual([
    ['2026-11-20', 1, ['ACT-0001']],
    ['2026-12-10', 1, ['ACT-0002']],
  ])

  const save = async () =>
    client.workQueue.saveCalendar({ folder: await folderToken(setting), language: 'ja', personId: owner.id })
  expect(await save()).toEqual({ name: `daicho-work-${today}.ics`, events: 2 })
  const written = readFileSync(join(folder, `daicho-work-${today}.ics`), 'utf8')
  expect(written).toContain('【期限超過】ACT-0001')
  expect(written).not.toContain('ACT-0003')
  expect(await save()).toEqual({ name: `daicho-work-${today}-2.ics`, events: 2 })
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])

  await client.file.actAs({ personId: sender.id })
  const { letters } = await client.workQueue.letters({ personIds: [owner.id, sender.id], language: 'ja' })
  expect(letters.map(({ personId, email, subject, items }) => [personId, email, subject, items])).toEqual([
    [owner.id, 'okabe@example.com', '【AIシステム台帳】ご対応のお願い（2件、うち期限超過1件）', 2],
    [sender.id, null, '【AIシステム台帳】ご対応のお願い（0件）', 0],
  ])
  expect(letters[0]?.text.split('\n').slice(0, 4)).toEqual([
    '第二物流センター',
    '岡部 大輔 様',
    '',
    '物流事業部　山本 彩より、ご連絡申し上げます。',
  ])
  expect(letters[0]?.text).toContain('・ACT-0001　検知器の更新\n　　対応事項を完了する（期限 2026-11-20、4日超過）')
  const [english] = (await client.workQueue.letters({ personIds: [owner.id], language: 'en' })).letters
  expect(english?.text).toContain('- ACT-0001 検知器の更新\n  Complete the action (due 2026-11-20, 4 days over)')
  expect(await refusal(client.workQueue.letters({ personIds: [nobody], language: 'ja' }))).toEqual({
    code: 'NOT_FOUND',
    facts: { noun: 'person', id: nobody },
  })
})

test('hand-over: what a person holds goes to others in one transaction, and stands on a sheet', async () => {
  const printed: { kind: string; title: string }[] = []
  const setting = await company({
    print: async (job) => {
      printed.push({ kind: job.kind, title: job.title })
      const document = await PDFDocument.create()
      document.addPage()
      return document.save()
    },
  })
  const { client, folder } = setting
  const [from, to, other] = await Promise.all([
    client.person.create({ name: ja('岡部 大輔') }),
    client.person.create({ name: ja('土屋 健') }),
    client.person.create({ name: ja('林 美咲') }),
  ])
  const post = await client.post.create({ name: ja('物流担当役員'), kind: 'executive' })
  const system = await client.system.create({ name: ja('人検知') })
  await client.accountability.assign({
    role: 'accountable_executive',
    subject: 'system',
    subjectId: system.id,
    postId: post.id,
    personId: null,
    from: '2026-04-01',
  })
  const start = (capacity: 'holder' | 'deputy', personId: string, startsOn: string) =>
    client.accountability.startTerm({ postId: post.id, personId, capacity, from: startsOn, to: null })
  const term = await start('holder', from.id, '2025-04-01')
  const ownership = { role: 'system_owner', subject: 'system', subjectId: system.id, postId: null } as const
  const assignment = await client.accountability.assign({ ...ownership, personId: from.id, from: '2026-01-01' })
  const action = await client.action.create({ name: ja('検知器の更新'), ownerId: from.id, dueOn: '2026-11-20' })
  const kept = await client.action.create({ name: ja('報告書の提出'), ownerId: from.id, dueOn: '2026-12-20' })
  const effective = '2026-12-01'
  const { lines } = await client.handover.holdings({ personId: from.id, day: effective })
  expect(lines.map(({ kind, subject, role, along }) => [kind, subject.code, role, along])).toEqual([
    ['holder', post.code, null, ['SYS-0001']],
    ['assignment', 'SYS-0001', 'system_owner', []],
    ['action', 'ACT-0001', null, []],
    ['action', 'ACT-0002', null, []],
  ])
  const targets: Readonly<Record<string, string>> = { [term.id]: to.id, [assignment.id]: 'vacant', [action.id]: to.id }
  const plan = {
    personId: from.id,
    effective,
    reason: '本社への異動',
    lines: lines.map(({ kind, id, version }) => ({ kind, id, version, to: targets[id] ?? 'keep' })),
  }
  const refusedFor = (change: Partial<typeof plan>) => refusal(client.handover.carryOut({ ...plan, ...change }))
  expect(await refusedFor({ reason: ' ' })).toMatchObject({ code: 'REASON_REQUIRED' })
  expect(await refusedFor({ lines: plan.lines.map((line) => ({ ...line, to: from.id })) })).toMatchObject({
    facts: { issue: 'SAME_PERSON' },
  })
  expect(await refusedFor({ lines: plan.lines.map((line) => ({ ...line, to: 'keep' })) })).toMatchObject({
    facts: { issue: 'NOTHING_HANDED_OVER' },
  })
  expect(await refusedFor({ lines: plan.lines.map((line) => ({ ...line, version: 7 })) })).toMatchObject({
    code: 'CHANGED_MEANWHILE',
  })
  expect(await refusedFor({ lines: [{ kind: 'holder', id: nobody, version: 1, to: to.id }] })).toMatchObject({
    code: 'NOT_FOUND',
  })
  // Somebody else is to hold the post from January: the whole is refused, and nothing has moved.
  const taken = await start('deputy', other.id, '2027-01-01')
  const before = await client.history.list({})
  expect(
    await refusedFor({ lines: [{ kind: 'deputy', id: taken.id, version: 1, to: to.id }, ...plan.lines] }),
  ).toMatchObject({ code: 'NOT_FOUND' })
  expect((await client.history.list({})).total).toBe(before.total)

  const draft = await client.handover.draft(plan)
  expect(draft).toMatchObject({ recorded: null, effective, reason: '本社への異動' })
  expect(draft.open.map((item) => item.code)).toContain('ACT-0001')
  const { handover, remaining } = await client.handover.carryOut(plan)
  expect(handover).toMatchObject({ personId: from.id, effective, successorIds: [to.id], moved: 3 })
  expect(remaining.map(({ subject }) => subject.id)).toEqual([kept.id])
  const terms = (await client.post.get({ id: post.id })).related.term ?? []
  expect(
    terms.filter(({ capacity }) => capacity === 'holder').map((each) => [each.personId, each.from, each.to]),
  ).toEqual([
    [from.id, '2025-04-01', '2026-11-30'],
    [to.id, '2026-12-01', null],
  ])
  const owners = ((await client.system.get({ id: system.id })).related.assignment ?? []).filter(
    ({ role }) => role === 'system_owner',
  )
  expect(owners.map((each) => [each.personId, each.to])).toEqual([[from.id, '2026-11-30']])
  expect((await client.action.get({ id: action.id })).record.ownerId).toBe(to.id)
  const { events } = await client.history.list({ recordId: action.id })
  expect(events[0]).toMatchObject({ operation: 'handover.carryOut', reason: '本社への異動' })

  expect((await client.handover.list()).handovers).toEqual([handover])
  const sheet = await client.handover.sheet({ transaction: handover.transaction })
  expect(
    sheet.lines.map(({ line, to: goes }) => [line.kind, line.subject.code, typeof goes === 'object' ? goes.id : goes]),
  ).toEqual([
    ['holder', post.code, to.id],
    ['assignment', 'SYS-0001', 'vacant'],
    ['action', 'ACT-0001', to.id],
    ['action', 'ACT-0002', 'keep'],
  ])
  expect(sheet.recorded).toMatchObject({ day: today, by: null })
  expect(await refusal(client.handover.sheet({ transaction: 1 }))).toMatchObject({ code: 'NOT_FOUND' })
  const { name } = await client.handover.print({
    transaction: handover.transaction,
    language: 'ja',
    folder: await folderToken(setting),
  })
  expect(name).toBe('handover-PSN-0001-2026-12-01-ja.pdf')
  expect(printed).toEqual([{ kind: 'handover', title: '引継書 岡部 大輔 2026-12-01' }])
  const pdf = await PDFDocument.load(readFileSync(join(folder, name)), { updateMetadata: false })
  expect([pdf.getTitle(), pdf.getAuthor(), pdf.getProducer()]).toEqual([
    '引継書 岡部 大輔 2026-12-01',
    '試験商事',
    'Daicho',
  ])
  // Taken back it is no hand-over any more; done again it is one again.
  await client.undo.undo({ transaction: handover.transaction })
  expect((await client.handover.list()).handovers).toEqual([])
  expect(await refusal(client.handover.sheet({ transaction: handover.transaction }))).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect((await client.handover.holdings({ personId: from.id, day: effective })).lines).toHaveLength(4)
  await client.undo.redo({ transaction: null })
  expect((await client.handover.list()).handovers).toEqual([handover])
  expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
})

test('intake: triaged, sent back, approved into a system, or rejected and kept', async () => {
  const { client } = await company()
  const person = await client.person.create({ name: ja('山本 彩') })
  await client.file.actAs({ personId: person.id })
  const found = await client.intake.create({
    name: ja('会議録の自動要約'),
    origin: 'found',
    foundById: person.id,
    service: '汎用の要約サービス',
    data: ['secret', 'personal'],
    affected: ['employees'],
    autonomy: 'advises',
    inUse: 'yes',
    inUseSince: '2026-09-01',
  })
  expect(found).toMatchObject({ code: 'INT-0001', state: 'open', effect: 'unknown', receivedOn: today, triage: null })
  const { derived } = await client.intake.get({ id: found.id })
  expect(derived.triage).toEqual({
    tier: 'high',
    reasons: ['TRI-EFFECT-UNKNOWN', 'TRI-DATA-PERSONAL', 'TRI-DATA-SECRET'],
    rule: 'daicho-1',
  })
  const counted = async () => {
    const { actNow } = await client.overview.get({ asOf: null })
    return actNow.filter((row) => row.kind === 'foundUnregistered').flatMap((row) => row.target.codes)
  }
  expect(await counted()).toEqual(['INT-0001'])
  expect((await client.intake.list({ filters: { unregistered: { kind: 'values', values: ['yes'] } } })).found).toBe(1)
  expect((await client.workQueue.list({})).items.map((item) => [item.kind, item.code])).toEqual([
    ['intakeFound', 'INT-0001'],
  ])

  const back = await client.intake.sendBack({ id: found.id, version: 1, reason: '誤ったときの影響を答えてほしい' })
  expect(back).toMatchObject({ state: 'returned', decidedOn: today, deciderId: person.id })
  expect(await refusal(client.intake.approve({ id: found.id, version: 2, reason: '承認' }))).toEqual({
    code: 'WRONG_STATE',
    facts: { code: 'INT-0001', state: 'returned' },
  })
  await client.intake.update({ id: found.id, version: 2, patch: { effect: 'inconvenience' } })
  expect(await client.intake.resubmit({ id: found.id, version: 3 })).toMatchObject({ state: 'open', triage: null })
  expect(await refusal(client.intake.approve({ id: found.id, version: 4, reason: ' ' }))).toMatchObject({
    code: 'REASON_REQUIRED',
  })
  const approved = await client.intake.approve({ id: found.id, version: 4, reason: '社内の文書に限る' })
  expect(approved).toMatchObject({ state: 'approved', decidedReason: '社内の文書に限る', triage: { tier: 'medium' } })
  const system = await client.system.get({ id: approved.systemId ?? '' })
  expect(system.record).toMatchObject({
    code: 'SYS-0001',
    name: found.name,
    lifecycle: 'proposed',
    tier: 'medium',
    personalData: 'yes',
    vendor: '汎用の要約サービス',
    goLiveOn: '2026-09-01',
  })
  expect(system.related.intake?.map((each) => each.code)).toEqual(['INT-0001'])
  expect(await counted()).toEqual([])

  // The same once more, tied to the system that is there; and one that is refused and kept.
  const again = await client.intake.create({ name: ja('会議録の要約'), origin: 'applied' })
  expect(await client.similar({ noun: 'system', name: '会議録の自動要約', exceptId: null })).toHaveLength(1)
  expect(
    await client.intake.approve({ id: again.id, version: 1, reason: '登録済み', systemId: system.record.id }),
  ).toMatchObject({ systemId: system.record.id })
  expect((await client.system.list({})).found).toBe(1)
  const refused = await client.intake.create({ name: ja('採用面接の自動判定'), origin: 'applied' })
  expect(await client.intake.reject({ id: refused.id, version: 1, reason: '人の判断を置き換える' })).toMatchObject({
    state: 'rejected',
    triage: { tier: 'high' },
    systemId: null,
  })
  expect((await client.intake.list({})).found).toBe(3)
  expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
})

test('every operation of the contract was called above', () => {
  // Those between window and shell, on files, lists, drafts, requirements, the mirror, proof, oversight, third parties, incidents, decisions, finishing packs, jurisdictions, the starting library, merges, backups, retention, questions to owners and mappings of imports, and on what was changed are called in test files of their own, which say the same.
  const others = (path: string) =>
    !/^(printing|file|application|display|drafts|lists|views|requirement|mirror|horizon|ruleAssessment|quality|questionnaire|finding|observation|policy|training|vendor|contract|contractReading|checkPoint|thirdParty|incident|enforcement|dataUse|consent|dpia|deidentification|privacy|decision|meeting|jurisdictionProfile|readiness|outwardAccount|attestationSheet|attestationCampaign|finishing|director|library|merging|backup|retention|ownerQuestions)\./.test(
      path,
    ) &&
    !/^importing\.\w*[mM]apping/.test(path) &&
    !/^evidence\.(attachFile|removeFile|saveFile|accept|withdrawAcceptance)$/.test(path) &&
    !changesOperation(path)
  expect([...called].filter(others).sort()).toEqual(operations(contract).filter(others).sort())
})
