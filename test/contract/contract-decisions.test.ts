/** Decisions, that nothing is asked, and the board calendar, as the window calls them: the verbs, what they refuse, what follows. */
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { changesOperation } from '#test/support/changes-operation.ts'
import { called, company, operations, refusal, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })
const noAnswer = { chosenOption: null, conditions: null, minutesReference: null, ringiNumber: null }

async function withDecision(given: object = {}) {
  const { client } = await company()
  const owner = await client.person.create({ name: ja('三浦 彩香') })
  const meeting = await client.meeting.create({ name: ja('11月の取締役会'), body: 'board', on: today })
  const next = await client.meeting.create({ name: ja('12月の取締役会'), body: 'board', on: '2026-12-21' })
  const { id } = await client.decision.create({
    name: ja('検知器の更新'),
    kind: 'resolution',
    body: 'board',
    ask: ja('今期中に更新すること'),
    options: [
      { label: '今期', consequence: '追加で800万円' },
      { label: '来期', consequence: '許容を超えたまま' },
    ],
    ownerId: owner.id,
    meetingId: meeting.id,
    dueOn: '2027-03-31',
    ...given,
  })
  const get = () => client.decision.get({ id })
  const version = async () => ({ id, version: (await get()).record.version })
  const outcome = async (input: object) =>
    client.decision.recordOutcome({
      ...(await version()),
      ...noAnswer,
      outcome: 'approved',
      text: '原案どおり承認',
      on: today,
      ...input,
    })
  return { client, owner, meeting, next, id, get, version, outcome }
}

describe('a decision', () => {
  test('is asked, answered, carried out; an answer that does not fit is refused', async () => {
    const { client, get, version, outcome } = await withDecision()
    expect((await get()).record).toMatchObject({ code: 'DEC-0001', state: 'requested', packId: null, outcome: null })
    expect((await get()).derived).toEqual({ standing: 'asked', daysOverdue: null })

    expect(await refusal(outcome({ text: ' ' }))).toMatchObject({
      facts: { field: 'outcomeText', issue: 'REASON_REQUIRED' },
    })
    expect(await refusal(outcome({ outcome: 'noted' }))).toMatchObject({
      facts: { field: 'outcome', issue: 'NOT_OF_KIND' },
    })
    expect(await refusal(outcome({ outcome: 'option' }))).toMatchObject({
      facts: { field: 'chosenOption', issue: 'REQUIRED' },
    })
    expect(await refusal(outcome({ outcome: 'option', chosenOption: '再来期' }))).toMatchObject({
      facts: { field: 'chosenOption', issue: 'NOT_AN_OPTION' },
    })
    expect(await refusal(outcome({ outcome: 'conditional' }))).toMatchObject({ facts: { field: 'conditions' } })
    expect(await refusal(outcome({ on: '2026-12-31' }))).toMatchObject({ facts: { issue: 'IN_FUTURE' } })
    await outcome({ outcome: 'option', chosenOption: '今期', minutesReference: '議案3', ringiNumber: '2026-0412' })
    expect((await get()).record).toMatchObject({
      state: 'decided',
      outcome: 'option',
      chosenOption: '今期',
      decidedOn: today,
      minutesReference: '議案3',
      ringiNumber: '2026-0412',
      followThrough: 'not_started',
    })
    expect((await get()).derived.standing).toBe('under_way')

    // What was decided on stays; what comes of it is still written.
    expect(
      await refusal(client.decision.update({ ...(await version()), patch: { ask: ja('来期に更新すること') } })),
    ).toMatchObject({ code: 'INVALID', facts: { field: 'ask', issue: 'DECIDED_ALREADY' } })
    await client.decision.update({ ...(await version()), patch: { notes: '費用は確認済み' } })

    const action = await client.decision.createAction({
      ...(await version()),
      name: ja('検知器の発注'),
      ownerId: null,
      dueOn: '2027-01-31',
    })
    expect((await get()).record.actionIds).toEqual([action.id])
    await client.decision.moveDueDate({ ...(await version()), to: '2027-06-30', reason: '納期' })
    expect((await get()).record.slips).toEqual([{ from: '2027-03-31', to: '2027-06-30', on: today, reason: '納期' }])

    const report = async (input: object) =>
      client.decision.reportFollowThrough({
        ...(await version()),
        followThrough: 'in_progress',
        on: today,
        text: '発注した',
        evidenceIds: [],
        ...input,
      })
    expect(await refusal(report({ text: '' }))).toMatchObject({ facts: { field: 'followThroughText' } })
    expect(await refusal(report({ on: '2026-01-01' }))).toMatchObject({ facts: { issue: 'BEFORE_DECISION' } })
    await report({})
    expect((await get()).record).toMatchObject({ followThrough: 'in_progress', implementedOn: null })
    await report({ followThrough: 'implemented', text: '更新を終えた' })
    expect((await get()).record).toMatchObject({ followThrough: 'implemented', implementedOn: today })
    expect((await get()).derived.standing).toBe('implemented')

    // Recorded by mistake: back to what was asked, with a reason.
    expect(await refusal(client.decision.withdrawOutcome({ ...(await version()), reason: '' }))).toMatchObject({
      code: 'REASON_REQUIRED',
    })
    await client.decision.withdrawOutcome({ ...(await version()), reason: '別の件だった' })
    expect((await get()).record).toMatchObject({ state: 'requested', outcome: null, implementedOn: null })
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
  })

  test('that is deferred waits until it is put to another meeting, and each time is kept', async () => {
    const { client, meeting, next, id, get, version, outcome } = await withDecision()
    expect(
      await refusal(client.decision.defer({ ...(await version()), meetingId: meeting.id, reason: '資料の不足' })),
    ).toMatchObject({ facts: { field: 'meetingId', issue: 'SAME_MEETING' } })
    await outcome({ outcome: 'deferred', text: '見積りを取り直す' })
    expect((await get()).record).toMatchObject({ state: 'deferred', followThrough: null })
    expect((await get()).derived.standing).toBe('deferred')
    await client.decision.defer({ ...(await version()), meetingId: next.id, reason: '見積りがそろった' })
    expect((await get()).record).toMatchObject({
      state: 'requested',
      outcome: null,
      meetingId: next.id,
      deferrals: [{ on: today, meetingId: meeting.id, packId: null, byBody: true, reason: '見積りを取り直す' }],
    })
    expect((await client.meeting.get({ id: next.id })).derived).toEqual({ openSteps: 0, asked: 1 })
    await client.decision.withdraw({ ...(await version()), reason: '不要になった' })
    expect(
      await refusal(client.decision.defer({ ...(await version()), meetingId: null, reason: '再び' })),
    ).toMatchObject({ code: 'WITHDRAWN', facts: { noun: 'decision', id } })
  })

  test('of a rejected or noted matter nothing is to be carried out', async () => {
    const { client, get, version, outcome } = await withDecision({ kind: 'report', options: [] })
    expect(await refusal(outcome({}))).toMatchObject({ facts: { issue: 'NOT_OF_KIND' } })
    await outcome({ outcome: 'noted', text: '了承' })
    expect((await get()).derived.standing).toBe('closed')
    expect(
      await refusal(
        client.decision.reportFollowThrough({
          ...(await version()),
          followThrough: 'implemented',
          on: today,
          text: '済み',
          evidenceIds: [],
        }),
      ),
    ).toMatchObject({ code: 'WRONG_STATE' })
  })

  test('belongs to the pack that is locked next, and so does that nothing is asked', async () => {
    const { client, owner, id, get, version } = await withDecision()
    const confirm = (packId: string | null) =>
      client.decision.confirmNone({ packId, personId: owner.id, note: '書面で確かめた' })
    expect(await refusal(confirm(null))).toMatchObject({
      code: 'DECISIONS_REQUESTED',
      facts: { count: 1, codes: ['DEC-0001'] },
    })
    const draft = await client.pack.checks({ packId: null })
    expect(draft.asked).toBe(1)
    expect(draft.points.filter(({ severity }) => severity === 'refusal')).toEqual([])
    const first = await resultOf(client.pack.lock({ asOf: today, title: null }))
    expect((await get()).record.packId).toBe(first.id)
    // The next pack asks nothing yet, and nobody has said so.
    expect((await client.pack.checks({ packId: null })).points[0]).toEqual({
      kind: 'nothingSaid',
      severity: 'refusal',
      target: null,
      kri: null,
      note: null,
      pages: null,
    })
    expect((await client.pack.checks({ packId: first.id })).asked).toBe(1)
    const said = await confirm(null)
    expect(said).toMatchObject({ packId: null, personId: owner.id, on: today })
    expect(await refusal(confirm(null))).toMatchObject({ facts: { field: 'packId', issue: 'SAID_ALREADY' } })
    await client.decision.withdrawNone({ id: said.id, version: said.version, reason: '一件あった' })
    await client.decision.place({ ...(await version()), meetingId: null, packId: null })
    expect((await get()).record).toMatchObject({ packId: null, meetingId: null })
    await client.decision.withdraw({ id, version: (await get()).record.version, reason: '不要' })
    await confirm(null)
    const second = await resultOf(client.pack.lock({ asOf: today, title: null }))
    expect(await refusal(confirm(second.id))).toMatchObject({ facts: { issue: 'SAID_ALREADY' } })
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
  })
})

describe('the board calendar', () => {
  test('says who prepares what by when; steps are copied as many days before the next meeting', async () => {
    const { client, owner, meeting, next } = await withDecision()
    const post = await client.post.create({ name: ja('リスク管理部長'), kind: 'officer' })
    const at = { id: next.id, version: 1 }
    expect(await refusal(client.meeting.update({ ...at, patch: { packDeadline: '2026-12-31' } }))).toMatchObject({
      code: 'PERIOD_REVERSED',
    })
    const step = await client.meeting.addPreparation({
      ...at,
      name: ja('パックの確定'),
      postId: post.id,
      dueOn: '2026-12-07',
    })
    const changed = await client.meeting.changePreparation({
      id: step.id,
      version: 1,
      name: ja('パックの確定'),
      postId: post.id,
      dueOn: '2026-12-01',
    })
    expect((await client.meeting.get({ id: next.id })).derived.openSteps).toBe(1)
    expect(
      await refusal(
        client.meeting.completePreparation({ id: step.id, version: changed.version, on: '2026-12-31', doneById: null }),
      ),
    ).toMatchObject({ facts: { issue: 'IN_FUTURE' } })
    const done = await client.meeting.completePreparation({
      id: step.id,
      version: changed.version,
      on: today,
      doneById: owner.id,
    })
    expect((await client.meeting.get({ id: next.id })).derived.openSteps).toBe(0)
    const march = await client.meeting.create({ name: ja('3月の取締役会'), body: 'board', on: '2027-03-22' })
    expect(await client.meeting.copyPreparations({ id: march.id, version: 1, from: next.id })).toEqual({ count: 1 })
    const copied = (await client.meeting.get({ id: march.id })).related.preparation ?? []
    // 20 days before the 21st of December, 20 before the 22nd of March.
    expect(copied).toMatchObject([{ name: ja('パックの確定'), postId: post.id, dueOn: '2027-03-02', doneOn: null }])
    const calendar = await client.meeting.calendar({ from: '2026-12-01', to: '2027-03-31' })
    expect(
      calendar.meetings.map((each) => [each.meeting.code, each.steps.map(({ dueOn }) => dueOn), each.decisions.length]),
    ).toEqual([
      ['MTG-0002', ['2026-12-01'], 0],
      ['MTG-0003', ['2027-03-02'], 0],
    ])
    expect(calendar.labels[post.id]).toMatchObject({ code: post.code })
    await client.meeting.withdrawPreparation({ id: done.id, version: done.version, reason: '二重' })

    const pack = await resultOf(client.pack.lock({ asOf: today, title: null }))
    expect(await client.meeting.takeUpPack({ id: meeting.id, version: 1, packId: pack.id })).toMatchObject({
      packId: pack.id,
    })
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
  })
})

test('every operation was called above, or with those of all records', () => {
  const plain = /\.(?:list|get|create|update|withdraw)$/
  const own = (path: string) => /^(?:decision|meeting)\./.test(path) && !changesOperation(path) && !plain.test(path)
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
