/** The one-page sheets of an incident, a risk and an AI system: what they say, and that they are one page however much there is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import type { PrintJob } from '#electron/shell.ts'
import type { SheetNoun } from '#shared/contract/printing.ts'
import type { PrintedModel } from '#shared/domain/printed-sheet.ts'
import { type Language, languages } from '#shared/domain/text.ts'
import { paperFaults } from '#test/support/paper-faults.ts'
import { pdfFacts } from '#test/support/pdf-facts.ts'
import { company, folderToken, refusal, type Serving } from '#test/support/serving.ts'

/** Building the pages and starting a browser takes its time on a small machine. */
const slow = 240_000
let printer: ChromiumPrinter
beforeAll(async () => {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  printer = await ChromiumPrinter.start({ assets: builtFolder('renderer'), browser: await findBrowser() })
}, slow)
afterAll(() => printer.close())

const ja = (text: string) => ({ ja: text, en: null })
const long = { ja: '設定の誤りによる表示。'.repeat(60), en: 'Shown by a wrong setting. '.repeat(60) }
const longName = (index: number) => ({
  ja: `髙橋商店の顧客からの問い合わせに対する自動応答の内容の誤りと遅れ${String(index)}`,
  en: `Wrong and late automatic answers to enquiries of the customers ${String(index)}`,
})
const many = (count: number) => Array.from({ length: count }, (_, index) => index)

/** A system with very many of everything that its sheet and those of its risks name. */
async function crowded({ client }: Pick<Serving, 'client'>) {
  const person = await client.person.create({ name: { ja: '髙橋 﨑山', en: 'Sakiyama Takahashi' } })
  const system = await client.system.create({
    name: longName(0),
    purpose: long,
    humanOversight: long,
    affected: long,
    roles: ['developer', 'provider', 'business_user'],
  })
  const riskIds: string[] = []
  for (const index of many(12)) {
    const risk = await client.risk.create({
      name: longName(index),
      category: 'enterprise',
      cause: long,
      event: long,
      consequence: long,
      systemIds: [system.id],
    })
    riskIds.push(risk.id)
  }
  for (const index of many(10)) {
    await client.control.create({
      name: longName(index),
      domain: 'security',
      weight: 'key',
      design: 'in_place',
      riskIds,
      systemIds: [system.id],
    })
    await client.action.create({
      name: longName(index),
      ownerId: person.id,
      dueOn: '2026-12-01',
      riskIds,
      systemIds: [system.id],
    })
    await client.incident.create({ name: longName(index), kind: 'incident', systemIds: [system.id], riskIds })
  }
  const post = await client.post.create({ name: longName(1), kind: 'executive' })
  await client.accountability.startTerm({
    postId: post.id,
    personId: person.id,
    capacity: 'holder',
    from: '2026-01-01',
    to: null,
  })
  const [riskId = ''] = riskIds
  for (const stage of ['inherent', 'residual', 'target'] as const)
    await client.risk.assess({
      riskId,
      stage,
      likelihood: 4,
      impacts: { rights: 5, legal: null, financial: null, operations: null, reputation: null, strategic: null },
      assessorId: person.id,
      on: '2026-11-20',
      confidence: null,
      rationale: long.ja,
    })
  let renewsId: string | null = null
  for (const to of ['2026-12-31', '2027-01-31', '2027-02-28']) {
    const acceptance: { id: string } = await client.acceptance.accept({
      kind: 'acceptance',
      subject: 'risk',
      subjectId: riskId,
      postId: post.id,
      from: '2026-11-24',
      to,
      reason: long.ja,
      renewsId,
    })
    renewsId = acceptance.id
  }
  const incident = await client.incident.create({
    name: longName(99),
    kind: 'incident',
    description: long,
    dataInvolved: long,
    cause: long,
    measures: long,
    lessons: long,
    systemIds: [system.id],
  })
  const recorded = await client.incident.recordMoments({
    id: incident.id,
    version: 1,
    occurredAt: '2026-11-01 09:00',
    detectedAt: '2026-11-02 09:00',
    learnedAt: '2026-11-02 09:00',
    learnedZone: null,
    vendorLearnedAt: null,
    vendorToldAt: null,
  })
  for (const kind of ['early', 'persons', 'final'] as const)
    await client.incident.recordReport({
      id: incident.id,
      version: recorded.version,
      kind,
      at: '2026-11-20 16:00',
      recipient: '個人情報保護委員会',
      reference: '受付 7',
      reporterId: null,
      notes: null,
    })
  return { system: system.id, risk: riskIds[0] ?? '', incident: incident.id }
}

describe.each(languages)('on paper, %s', (language) => {
  test(
    'one page each, tagged, its words found, also where every text is long and the lists do not end',
    async () => {
      const setting = await company({ print: (job) => printer.print(job) })
      const ids = await crowded(setting)
      const folder = await folderToken(setting)
      const said: Readonly<Record<SheetNoun, readonly string[]>> = {
        incident: language === 'ja' ? ['漏えい等の報告', '報告対象の可能性'] : ['Reportofaleak', 'Possiblyreportable'],
        risk:
          language === 'ja'
            ? ['水準と対応', 'ほか7件', 'CTL-0001は他の未完了リスク11件にも関わる']
            : ['Levelsandtreatment', '7moreintheregister', 'CTL-0001alsocarries11openrisks'],
        system: language === 'ja' ? ['ほか7件', '未登録'] : ['7moreintheregister', 'Notregistered'],
      }
      for (const noun of ['incident', 'risk', 'system'] as const) {
        const { name } = await setting.client.printing.record({ noun, id: ids[noun], language, folder })
        const pdf = readFileSync(join(setting.folder, name))
        const facts = await pdfFacts(pdf)
        expect(await paperFaults(pdf)).toEqual([])
        expect([noun, facts.pages, facts.language, facts.tagged]).toEqual([
          noun,
          ['portrait 210 × 297'],
          language,
          true,
        ])
        expect(said[noun].filter((words) => !(facts.text[0] ?? '').includes(words))).toEqual([])
      }
    },
    slow,
  )
})

/** The rows of fields and of tables that a sheet says. */
async function factsOf(setting: Serving, jobs: readonly PrintJob[], noun: SheetNoun, id: string, language: Language) {
  const folder = await folderToken(setting)
  await setting.client.printing.record({ noun, id, language, folder })
  const { sheet } = jobs.at(-1)?.model as PrintedModel
  return {
    title: sheet.title,
    fields: Object.fromEntries(
      sheet.blocks.flatMap((block) => (block.kind === 'fields' ? block.rows.map((row) => [row.label, row.value]) : [])),
    ) as Readonly<Record<string, string>>,
    rows: sheet.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => (row.kind === 'row' ? row.cells : [row.text])) : [],
    ),
  }
}

async function written() {
  const jobs: PrintJob[] = []
  const setting = await company({
    print: (job) => {
      jobs.push(job)
      return printer.print(job)
    },
  })
  return { setting, jobs, client: setting.client }
}

test(
  'a risk: levels against appetite, who answers, controls with what proves them, plan and incidents',
  async () => {
    const { setting, jobs, client } = await written()
    const system = await client.system.create({ name: ja('顧客応対') })
    const person = await client.person.create({ name: ja('久保 遥') })
    const risk = await client.risk.create({ name: ja('誤案内'), category: 'enterprise', systemIds: [system.id] })
    for (const [stage, likelihood, impact] of [
      ['inherent', 5, 5],
      ['residual', 4, 4],
      ['target', 2, 2],
    ] as const)
      await client.risk.assess({
        riskId: risk.id,
        stage,
        likelihood,
        impacts: { rights: impact, legal: null, financial: null, operations: null, reputation: null, strategic: null },
        assessorId: person.id,
        on: '2026-11-20',
        confidence: null,
        rationale: `根拠 ${stage}`,
      })
    await client.control.create({
      name: ja('応答の点検'),
      domain: 'security',
      weight: 'key',
      design: 'in_place',
      riskIds: [risk.id],
    })
    // One control that carries others too, however well it works; of them one is closed.
    const [other, another, closed] = await Promise.all(
      ['誤配', '遅配', '済み'].map((name) =>
        client.risk.create({ name: ja(name), category: 'enterprise', systemIds: [system.id] }),
      ),
    )
    await client.risk.close({ id: closed?.id ?? '', version: 1, reason: '業務を終えた' })
    const riskIds = [risk, other, another, closed].map((each) => each?.id ?? '')
    const shared = { domain: 'security', weight: 'key', design: 'in_place', riskIds } as const
    await client.control.create({ name: ja('共通基盤の監視'), ...shared })
    await client.control.create({ name: ja('補助の点検'), ...shared, weight: 'minor' })
    await client.action.create({ name: ja('雛形を直す'), ownerId: person.id, dueOn: '2026-12-01', riskIds: [risk.id] })
    const { title, fields, rows } = await factsOf(setting, jobs, 'risk', risk.id, 'ja')
    expect(title).toBe('RSK-0001 誤案内')
    expect(fields).toMatchObject({
      AIシステム: 'SYS-0001 顧客応対',
      固有: '5×5 重大',
      残存: '4×4 高',
      証跡の裏づけ: '5×5 重大（CTL-0002は他の未完了リスク2件にも関わる）',
      目標: '2×2 低',
      インシデント: 'なし',
      リスクオーナー: '未登録',
    })
    expect(rows).toContainEqual(['CTL-0001', '応答の点検', '実施済み、試験なし'])
    expect(rows).toContainEqual(['ACT-0001', '雛形を直す', '久保 遥', '2026-12-01 対応中'])
  },
  slow,
)

test(
  'a system: the worst risk first, what nobody has said is said to be missing',
  async () => {
    const { setting, jobs, client } = await written()
    const system = await client.system.create({ name: ja('顧客応対'), purpose: ja('問い合わせに答える') })
    for (const name of ['軽い', '重い']) {
      const { id } = await client.risk.create({ name: ja(name), category: 'AIGB-C-2', systemIds: [system.id] })
      const grade = name === '重い' ? 5 : 1
      await client.risk.assess({
        riskId: id,
        stage: 'residual',
        likelihood: grade,
        impacts: { rights: grade, legal: null, financial: null, operations: null, reputation: null, strategic: null },
        assessorId: null,
        on: '2026-11-20',
        confidence: null,
        rationale: '試験の結果',
      })
    }
    const { fields, rows } = await factsOf(setting, jobs, 'system', system.id, 'ja')
    expect(fields).toMatchObject({ 目的: '問い合わせに答える', 担当役員: '未登録', 個人データ: '未確認' })
    expect(rows.map(([code]) => code)).toEqual(['RSK-0002', 'RSK-0001'])
  },
  slow,
)

test('what is not there has no sheet', async () => {
  const setting = await company()
  const id = '0190a000-0000-7000-8000-00000000dead'
  const folder = await folderToken(setting)
  expect(await refusal(setting.client.printing.record({ noun: 'risk', id, language: 'ja', folder }))).toMatchObject({
    code: 'NOT_FOUND',
  })
})
