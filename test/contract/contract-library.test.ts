/** Picking from the starting library as the window does it: one step, with its source, and nothing twice. */
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { called, company, operations, refusal } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

test('entries become risks and controls of the systems that are named, tied to each other, in one step', async () => {
  const { client } = await company()
  const system = await client.system.create({ name: ja('採用書類の選考') })
  const taken = await client.library.take({
    riskIds: ['LR-15', 'LR-01'],
    controlIds: ['LC-34', 'LC-21'],
    systemIds: [system.id],
  })
  expect(taken.risks.map(({ code }) => code)).toEqual(['RSK-0001', 'RSK-0002'])
  expect(taken.controls.map(({ code }) => code)).toEqual(['CTL-0001', 'CTL-0002'])
  const [fair, decided] = taken.risks
  const risk = await client.risk.get({ id: fair?.id ?? '' })
  expect(risk.record).toMatchObject({
    name: { ja: '採用・人事で属性により不利に扱う', en: 'Groups are disadvantaged in hiring or careers' },
    category: 'AIGB-C-3',
    status: 'open',
    systemIds: [system.id],
    sourceKey: 'daicho-library: LR-15',
  })
  // A level and an owner are the judgement of people: none comes with it.
  expect([risk.related.assessment, risk.related.assignment]).toEqual([[], []])
  const [person, fairness] = taken.controls
  expect((await client.control.get({ id: person?.id ?? '' })).record).toMatchObject({
    design: 'unknown',
    purposes: ['human_oversight'],
    riskIds: [fair?.id, decided?.id],
    systemIds: [system.id],
    sourceKey: 'daicho-library: LC-34',
  })
  expect((await client.control.get({ id: fairness?.id ?? '' })).record.riskIds).toEqual([fair?.id])

  const picture = await client.library.picture()
  expect(picture.risks.find(({ id }) => id === 'LR-15')?.taken).toEqual([fair])
  expect(picture.controls.find(({ id }) => id === 'LC-01')?.taken).toEqual([])

  const state = await client.undo.state()
  await client.undo.undo({ transaction: state.undo?.transaction ?? null })
  const undone = await client.library.picture()
  expect([...undone.risks, ...undone.controls].filter((entry) => entry.taken.length > 0)).toEqual([])
})

test('a control that is there is tied to the new risk, not made twice; a risk may be taken for another system', async () => {
  const { client } = await company()
  const [first, second] = [
    await client.system.create({ name: ja('与信') }),
    await client.system.create({ name: ja('価格') }),
  ]
  const once = await client.library.take({ riskIds: ['LR-16'], controlIds: ['LC-21'], systemIds: [first.id] })
  const again = await client.library.take({ riskIds: ['LR-16'], controlIds: ['LC-21'], systemIds: [second.id] })
  expect(again.controls).toEqual(once.controls)
  expect(again.risks).not.toEqual(once.risks)
  const { record } = await client.control.get({ id: once.controls[0]?.id ?? '' })
  expect(record.riskIds).toEqual([once.risks[0]?.id, again.risks[0]?.id])
  expect(record.systemIds).toEqual([first.id, second.id])
  const picture = await client.library.picture()
  expect(picture.risks.find(({ id }) => id === 'LR-16')?.taken).toEqual([...once.risks, ...again.risks])
})

test('techniques and mitigations of ATLAS become risks and controls with their source, tied as published, in one step', async () => {
  const { client } = await company()
  const taken = await client.library.take({
    riskIds: ['AML.T0051', 'AML.T0051.000', 'LR-01'],
    controlIds: ['AML.M0020', 'LC-34'],
    systemIds: [],
  })
  const [injection, direct] = taken.risks
  const risk = await client.risk.get({ id: injection?.id ?? '' })
  expect(risk.record).toMatchObject({
    name: { ja: 'LLMプロンプトインジェクション', en: 'LLM Prompt Injection' },
    category: 'AIGB-C-5',
    sourceKey: 'ATLAS:AML.T0051',
    cause: { ja: null, en: null },
    event: {
      ja: 'MITRE ATLAS 5.6.0 AML.T0051（Apache-2.0）。日本語の名称は参考訳で、公式の訳ではありません',
      en: expect.stringMatching(
        /^An adversary may craft malicious prompts.*AML\.T0051, Apache-2\.0, shortened\)$/,
      ) as unknown,
    },
  })
  expect(risk.related.assessment).toEqual([])
  const guardrails = (await client.control.get({ id: taken.controls[0]?.id ?? '' })).record
  expect(guardrails).toMatchObject({ domain: 'security', design: 'unknown', sourceKey: 'ATLAS:AML.M0020' })
  expect(guardrails.riskIds).toContain(injection?.id)
  const picture = await client.library.picture()
  expect(
    picture.atlas.risks.filter((entry) => entry.taken.length > 0).map(({ id, taken: made }) => [id, made]),
  ).toEqual([
    ['AML.T0051', [injection]],
    ['AML.T0051.000', [direct]],
  ])
  expect(picture.risks.filter((entry) => entry.taken.length > 0).map(({ id }) => id)).toEqual(['LR-01'])
  const state = await client.undo.state()
  await client.undo.undo({ transaction: state.undo?.transaction ?? null })
  const undone = await client.library.picture()
  expect(
    [...undone.risks, ...undone.atlas.risks, ...undone.atlas.controls].filter((each) => each.taken.length > 0),
  ).toEqual([])
})

test('actions of the NIST playbook become a control by themselves, with where they are from, and not twice', async () => {
  const { client } = await company()
  const system = await client.system.create({ name: ja('与信') })
  const once = await client.library.take({ riskIds: [], controlIds: ['MANAGE 2.4'], systemIds: [system.id] })
  expect([once.risks.length, once.controls.length]).toEqual([0, 1])
  const { record } = await client.control.get({ id: once.controls[0]?.id ?? '' })
  expect(record).toMatchObject({
    name: { ja: '停止・切離し', en: 'Switch-off or disengage' },
    domain: 'model',
    design: 'unknown',
    systemIds: [system.id],
    sourceKey: 'NIST AI RMF Playbook: MANAGE 2.4',
    description: {
      ja: expect.stringContaining('公式のものではありません') as unknown,
      en: expect.stringMatching(
        /^- Regularly review established procedures[^]*word for word from the copy Thatguywiththeshirt\/AI_RMF, public domain\)$/,
      ) as unknown,
    },
  })
  const again = await client.library.take({ riskIds: [], controlIds: ['MANAGE 2.4'], systemIds: [] })
  expect(again.controls).toEqual(once.controls)
  const { playbook } = await client.library.picture()
  expect(playbook.controls.filter(({ taken }) => taken.length > 0).map(({ id }) => id)).toEqual(['MANAGE 2.4'])
})

test('nothing chosen, an entry that is not there, and a system that is gone are refused, and nothing is written', async () => {
  const { client } = await company()
  const system = await client.system.create({ name: ja('翻訳') })
  await client.system.withdraw({ id: system.id, version: 1, reason: '重複' })
  const take = (riskIds: string[], systemIds: string[] = []) =>
    refusal(client.library.take({ riskIds, controlIds: [], systemIds }))
  expect(await take([])).toMatchObject({ code: 'INVALID' })
  expect(await take(['LR-99'])).toMatchObject({ code: 'NOT_FOUND' })
  expect(await take(['LR-01'], [system.id])).toMatchObject({ code: 'WITHDRAWN' })
  expect((await client.risk.list({})).total).toBe(0)
})

test('every operation was called above', () => {
  const own = (path: string) => path.startsWith('library.')
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
