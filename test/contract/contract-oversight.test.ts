/** Findings, observations, policies and training as the window calls them: the verbs, what they refuse, and what follows. */
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { changesOperation } from '#test/support/changes-operation.ts'
import { called, company, operations, refusal, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })
const nobody = '01900000-0000-7000-8000-999999999999'

async function withPeople() {
  const setting = await company()
  const { client } = setting
  const owner = await client.person.create({ name: ja('三浦 彩香'), email: 'miura@example.com' })
  const auditor = await client.person.create({ name: ja('大野 雅彦') })
  const post = await client.post.create({ name: ja('人事本部長'), kind: 'executive' })
  const system = await client.system.create({ name: ja('採用書類選考支援') })
  return { setting, client, owner, auditor, post, system }
}

describe('a finding', () => {
  test('goes from report to verified closure, and is sent back on the way', async () => {
    const { client, owner, auditor, system } = await withPeople()
    const { id } = await client.finding.create({
      name: ja('試験結果の宛先がない'),
      rating: 'high',
      ownerId: owner.id,
      dueOn: '2026-11-20',
      systemIds: [system.id],
    })
    const get = async () => (await client.finding.get({ id })).record
    const version = async () => ({ id, version: (await get()).version })
    expect(await get()).toMatchObject({ code: 'FND-0001', state: 'open', reportedOn: today })
    const overdue = async () =>
      (await client.overview.get({ asOf: null })).actNow
        .filter(({ kind }) => kind === 'findingsOverdue')
        .flatMap(({ target }) => target.codes)
    expect(await overdue()).toEqual(['FND-0001'])
    // By its verbs only: nobody types a state.
    expect(await refusal(client.finding.update({ ...(await version()), patch: { state: 'closed' } }))).toMatchObject({
      code: 'BAD_REQUEST',
    })

    const answer = { response: 'agree', responderId: owner.id, on: today } as const
    expect(await refusal(client.finding.respond({ ...(await version()), ...answer, text: ' ' }))).toMatchObject({
      code: 'INVALID',
      facts: { noun: 'finding', field: 'responseText', issue: 'REASON_REQUIRED' },
    })
    const put = { implementerId: owner.id, on: today, text: '手順を改めた' }
    expect(await refusal(client.finding.implement({ ...(await version()), ...put }))).toMatchObject({
      code: 'WRONG_STATE',
    })
    await client.finding.respond({ ...(await version()), ...answer, text: '手順を改める' })
    const signed = await client.undo.state()
    expect(signed.undo).toBeNull()
    const moved = await client.finding.moveDueDate({ ...(await version()), to: '2026-12-10', reason: '協議を要した' })
    expect(moved.slips).toEqual([{ from: '2026-11-20', to: '2026-12-10', on: today, reason: '協議を要した' }])
    expect(
      await refusal(client.finding.moveDueDate({ ...(await version()), to: '2026-12-10', reason: '同じ日' })),
    ).toMatchObject({ code: 'WRONG_STATE' })
    expect(await overdue()).toEqual([])
    const action = await client.finding.createAction({
      ...(await version()),
      name: ja('手順の改定'),
      ownerId: owner.id,
      dueOn: '2026-12-01',
    })
    expect(action).toMatchObject({ code: 'ACT-0001', systemIds: [system.id] })
    expect((await client.finding.get({ id })).related.action?.map(({ code }) => code)).toEqual(['ACT-0001'])
    expect((await client.action.get({ id: action.id })).related.finding?.map(({ code }) => code)).toEqual(['FND-0001'])

    await client.finding.implement({ ...(await version()), ...put })
    const verify = (verifierId: string, text: string) => async () =>
      client.finding.verify({ ...(await version()), verifierId, on: today, text })
    expect(await refusal(verify(owner.id, '見た')())).toEqual({
      code: 'INVALID',
      facts: { noun: 'finding', field: 'verifierId', issue: 'IMPLEMENTER_CANNOT_VERIFY' },
    })
    expect(await client.finding.reopen({ ...(await version()), reason: '宛先が抜けている' })).toMatchObject({
      state: 'responded',
      implementedOn: null,
    })
    await client.finding.implement({ ...(await version()), ...put })
    expect(await verify(auditor.id, '改定後の記録3件')()).toMatchObject({
      state: 'closed',
      verifierId: auditor.id,
      verifiedOn: today,
    })
    expect((await client.history.list({ recordId: id })).events.map((event) => event.operation)).toEqual([
      'finding.verify',
      'finding.implement',
      'finding.reopen',
      'finding.implement',
      'finding.createAction',
      'finding.moveDueDate',
      'finding.respond',
      'finding.create',
    ])
  })

  test('that management disagrees with is closed by audit, not by whoever disagreed', async () => {
    const { client, owner, auditor } = await withPeople()
    const { id } = await client.finding.create({ name: ja('記録の欠け'), rating: 'low' })
    const on = today
    const answered = await client.finding.respond({
      id,
      version: 1,
      response: 'disagree',
      responderId: owner.id,
      on,
      text: '保存の義務はない',
    })
    const verify = (verifierId: string) =>
      client.finding.verify({ id, version: answered.version, verifierId, on, text: '見解を認める' })
    expect(await refusal(verify(owner.id))).toMatchObject({ facts: { issue: 'IMPLEMENTER_CANNOT_VERIFY' } })
    expect(await verify(auditor.id)).toMatchObject({ state: 'closed' })
  })
})

test('an observation reopens the assessment of the risks, until they are assessed or somebody decides against it', async () => {
  const { client, owner, system } = await withPeople()
  const impacts = { rights: 3, legal: null, financial: null, operations: null, reputation: null, strategic: null }
  const risks = await Promise.all(
    ['偏り', '説明不足'].map(async (name) => {
      const risk = await client.risk.create({ name: ja(name), category: 'AIGB-C-3', systemIds: [system.id] })
      await assess(risk.id, '2026-10-01')
      return risk
    }),
  )
  async function assess(riskId: string, on: string) {
    await client.risk.assess({
      riskId,
      stage: 'residual',
      likelihood: 2,
      impacts,
      assessorId: owner.id,
      on,
      confidence: 'medium',
      rationale: '試験による',
    })
  }
  const values = { name: ja('モデルの更新'), systemId: system.id, kind: 'model_change', on: '2026-11-10' } as const
  expect(await refusal(client.observation.create({ ...values, significant: 'no' }))).toMatchObject({
    code: 'INVALID',
    facts: { field: 'significantReason', issue: 'REASON_REQUIRED' },
  })
  expect(await refusal(client.observation.create({ ...values, on: '2026-11-25' }))).toMatchObject({
    facts: { field: 'on', issue: 'IN_FUTURE' },
  })
  const created = await client.observation.create(values)
  expect(created).toMatchObject({ code: 'OBS-0001', significant: 'unknown', reassessBy: '2026-12-10' })
  const detail = () => client.observation.get({ id: created.id })
  const waiting = async () => {
    const { riskIds } = (await detail()).derived
    return risks.filter(({ id }) => riskIds.includes(id)).map(({ code }) => code)
  }
  expect(await waiting()).toEqual(['RSK-0001', 'RSK-0002'])
  const listed = async () => {
    const filters = { reopened: { kind: 'values' as const, values: ['yes'] } }
    return (await client.risk.list({ filters })).rows.map(({ record }) => record.code)
  }
  expect(await listed()).toEqual(['RSK-0001', 'RSK-0002'])
  expect((await client.system.get({ id: system.id })).derived.reopened).toHaveLength(2)

  const judged = await client.observation.judge({
    id: created.id,
    version: 1,
    significant: 'no',
    reason: '表示だけの変更',
  })
  expect(await waiting()).toEqual([])
  const again = await client.observation.judge({
    id: created.id,
    version: judged.version,
    significant: 'yes',
    reason: '順位付けも変わる',
  })
  const waive = (riskIds: string[], reason: string) =>
    client.observation.waive({ id: created.id, version: again.version, riskIds, personId: owner.id, reason })
  expect(await refusal(waive([risks[0]?.id ?? ''], ' '))).toMatchObject({ code: 'REASON_REQUIRED' })
  expect(await refusal(waive([nobody], '理由'))).toMatchObject({ code: 'NOT_FOUND' })
  await waive([risks[0]?.id ?? ''], '試験の前提は変わらない')
  expect(await waiting()).toEqual(['RSK-0002'])
  await assess(risks[1]?.id ?? '', '2026-11-12')
  expect([await waiting(), await listed()]).toEqual([[], []])
  const changed = await client.observation.update({
    id: created.id,
    version: (await detail()).record.version,
    patch: { source: '提供元の通知' },
  })
  expect(changed.source).toBe('提供元の通知')
  expect((await client.observation.list({})).found).toBe(1)
  await client.observation.withdraw({ id: created.id, version: changed.version, reason: '二重登録' })
  expect((await client.observation.list({})).found).toBe(0)
})

test('a policy is approved once, with the words of the approval, and replaces the earlier edition', async () => {
  const { client, post } = await withPeople()
  const first = await client.policy.create({ name: ja('AI利用の基本方針'), edition: '第1版' })
  const approval = { approverPostId: post.id, on: '2026-04-01', from: '2026-04-01' }
  expect(await refusal(client.policy.approve({ id: first.id, version: 1, ...approval, text: '' }))).toMatchObject({
    facts: { field: 'approvedText', issue: 'REASON_REQUIRED' },
  })
  const approved = await client.policy.approve({ id: first.id, version: 1, ...approval, text: '第9号議案' })
  expect(
    await refusal(client.policy.approve({ id: first.id, version: approved.version, ...approval, text: '再度' })),
  ).toMatchObject({ code: 'WRONG_STATE' })
  const second = await client.policy.create({ name: ja('AI利用の基本方針'), supersedesId: first.id })
  const standings = async () =>
    Promise.all([first, second].map(async ({ id }) => (await client.policy.get({ id })).derived.standing))
  expect(await standings()).toEqual(['in_force', 'draft'])
  await client.policy.approve({ id: second.id, version: 1, ...approval, on: today, from: today, text: '第6号議案' })
  expect(await standings()).toEqual(['superseded', 'in_force'])
  expect(
    await refusal(
      client.policy.update({ id: first.id, version: approved.version, patch: { supersedesId: second.id } }),
    ),
  ).toMatchObject({ code: 'TREE_LOOP' })
})

test('completions are recorded for many people at once, from a pasted list too, and undone as one', async () => {
  const { client, owner, auditor } = await withPeople()
  const twin = await client.person.create({ name: ja('大野 雅彦') })
  const training = await client.training.create({
    name: ja('システム責任者の実務'),
    personIds: [owner.id, auditor.id],
    cycleMonths: 12,
  })
  const read = await client.training.readPeople({
    text: `miura@example.com\t2026/4/1\n${auditor.code}\n大野\u3000雅彦\nだれか\n三浦彩香,いつか\n`,
  })
  expect(read.found.map(({ personId, on, problem }) => [personId, on, problem])).toEqual([
    [owner.id, '2026-04-01', null],
    [auditor.id, null, null],
    [null, null, 'several'],
    [null, null, 'nobody'],
    [null, null, 'bad_day'],
  ])
  expect(read.labels[owner.id]?.name.ja).toBe('三浦 彩香')
  const record = (people: { personId: string; on: string }[]) =>
    client.training.recordCompletions({ trainingId: training.id, people, validUntil: null, reference: '出席簿' })
  expect(await refusal(record([{ personId: owner.id, on: '2026-11-25' }]))).toMatchObject({
    facts: { field: 'on', issue: 'IN_FUTURE' },
  })
  const both = [
    { personId: owner.id, on: '2026-04-01' },
    { personId: auditor.id, on: today },
  ]
  expect(await record(both)).toEqual({ recorded: 2 })
  // The same list once more records nothing twice.
  expect(await record(both)).toEqual({ recorded: 0 })
  const picture = () => client.training.picture({ day: null, trainingId: training.id })
  expect((await picture()).trainings[0]?.people.map(({ state, validUntil }) => [state, validUntil])).toEqual([
    ['done', '2027-03-31'],
    ['done', '2027-11-23'],
  ])
  expect(await client.training.picture({ day: '2027-04-01', trainingId: null })).toMatchObject({
    trainings: [{ people: [{ state: 'expired' }, { state: 'done' }] }],
  })
  expect((await client.training.get({ id: training.id })).derived).toEqual({ required: 2, done: 2, expired: 0 })
  await client.undo.undo({})
  expect((await client.training.get({ id: training.id })).derived).toEqual({ required: 2, done: 0, expired: 0 })
  await client.undo.redo({})
  const [row] = (await client.training.get({ id: training.id })).related.trainingCompletion ?? []
  await client.training.withdrawCompletion({ id: row?.id ?? '', version: row?.version ?? 0, reason: '誤記' })
  expect((await client.training.get({ id: training.id })).derived.done).toBe(1)
  const changed = await client.training.update({ id: training.id, version: 1, patch: { personIds: [twin.id] } })
  expect(changed.personIds).toEqual([twin.id])
  expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
})

test('every operation was called above, or with those of all records', () => {
  const plain = /\.(?:list|get|create|update|withdraw)$/
  const own = (path: string) =>
    /^(?:finding|observation|policy|training)\./.test(path) && !changesOperation(path) && !plain.test(path)
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
