/** Reading a contract as the window does it: begun, judged, completed, read again, and what comes of its gaps. */
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { ReadingPicture } from '#shared/contract/contract-readings.ts'
import { changesOperation } from '#test/support/changes-operation.ts'
import { called, company, operations, refusal, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

/** A contract of type 1 over a system in Japan that handles no personal data: 32 points are asked. */
async function withContract() {
  const setting = await company()
  const { client } = setting
  const legal = await client.person.create({ name: ja('法務 花子') })
  const system = await client.system.create({
    name: ja('社内文書検索'),
    personalData: 'no',
    jurisdictions: ['JP'],
    kind: 'generative',
  })
  const vendor = await client.vendor.create({ name: ja('曙クラウド株式会社') })
  const agreed = await client.contract.create({
    name: ja('文書検索サービス利用契約'),
    vendorId: vendor.id,
    type: 'CT-1',
    systemIds: [system.id],
    personalData: 'no',
  })
  const start = (edition: string) =>
    client.contractReading.start({ contractId: agreed.id, edition, readerId: legal.id })
  const picture = (id: string) => client.contractReading.picture({ id })
  const versionAt = (of: ReadingPicture, pointId: string) =>
    of.points.find(({ id }) => id === pointId)?.answer?.version ?? null
  const find = async (
    readingId: string,
    pointId: string,
    more: Omit<Parameters<typeof client.contractReading.setFinding>[0], 'readingId' | 'pointId' | 'version'>,
  ) =>
    client.contractReading.setFinding({
      readingId,
      pointId,
      version: versionAt(await picture(readingId), pointId),
      ...more,
    })
  const findAll = async (readingId: string) => {
    for (const pointId of (await picture(readingId)).missing) await find(readingId, pointId, { finding: 'in_order' })
  }
  const complete = async (id: string) =>
    client.contractReading.complete({ id, version: (await client.contractReading.get({ id })).record.version })
  return { ...setting, legal, system, vendor, agreed, start, picture, find, findAll, complete }
}

test('a reading is begun, judged point by point, and completed once nothing is missing', async () => {
  const { client, legal, system, agreed, start, picture, find, findAll, complete } = await withContract()
  expect(await client.contractReading.ofContract({ id: agreed.id })).toEqual({ readings: [], asked: 32, labels: {} })
  const reading = await start('2026年10月版')
  expect(reading).toMatchObject({
    code: 'RDG-0001',
    startedOn: today,
    completedOn: null,
    previousId: null,
    pointsVersion: '1.0',
    trainingUse: 'unknown',
  })
  const begun = await picture(reading.id)
  expect([begun.asked, begun.answered, begun.gaps, begun.missing.length]).toEqual([32, 0, 32, 32])
  expect(await refusal(complete(reading.id))).toMatchObject({
    code: 'READING_INCOMPLETE',
    facts: { code: 'RDG-0001', count: 32, points: begun.missing },
  })

  const answer = await find(reading.id, 'CC-IN-08', { finding: 'needs_change', clause: '第5条2項' })
  expect(answer).toMatchObject({ finding: 'needs_change', clause: '第5条2項', carriedOver: false, version: 1 })
  // A second finding at the same point changes the one that is there, and what nobody mentions stays.
  expect(await find(reading.id, 'CC-IN-08', { finding: 'in_order' })).toMatchObject({
    id: answer.id,
    version: 2,
    clause: '第5条2項',
  })
  await client.undo.undo({})
  expect((await picture(reading.id)).byMatter.purpose.worst).toBe('needs_change')

  // Judged on what was seen: another version than the one that was read is refused.
  const stale = { readingId: reading.id, pointId: 'CC-IN-08', version: 1, finding: 'in_order' } as const
  expect(await refusal(client.contractReading.setFinding(stale))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  expect(await refusal(client.contractReading.setFinding({ ...stale, version: null }))).toMatchObject({
    code: 'CHANGED_MEANWHILE',
  })
  expect(await refusal(find(reading.id, 'CC-IN-15', { finding: 'in_order' }))).toEqual({
    code: 'POINT_NOT_ASKED',
    facts: { point: 'CC-IN-15', code: 'RDG-0001' },
  })

  const edited = await client.contractReading.editAnswer({
    id: answer.id,
    version: 3,
    patch: { quotation: '改善のため利用することがある', ownerId: legal.id, dueOn: '2026-12-20' },
  })
  expect(edited).toMatchObject({ version: 4, finding: 'needs_change', ownerId: legal.id })
  await findAll(reading.id)
  expect(await complete(reading.id)).toMatchObject({ completedOn: today })
  const [row] = (await client.contractReading.ofContract({ id: agreed.id })).readings
  expect(row).toMatchObject({ asked: 32, answered: 32, gaps: 1, keyGaps: 1, worst: 'needs_change', complete: true })

  // Complete: findings stay, what is negotiated goes on.
  expect(await refusal(find(reading.id, 'CC-IN-08', { finding: 'in_order' }))).toMatchObject({
    code: 'WRONG_STATE',
    facts: { code: 'RDG-0001', state: 'complete' },
  })
  const patchOf = (patch: object) => client.contractReading.editAnswer({ id: answer.id, version: 4, patch })
  expect(await refusal(patchOf({ clause: '第6条' }))).toMatchObject({ code: 'WRONG_STATE' })
  expect(await patchOf({ position: '学習への利用を禁じる', agreedText: '覚書第2条' })).toMatchObject({ version: 5 })
  expect(await refusal(client.contractReading.reopen({ id: reading.id, version: 2, reason: ' ' }))).toMatchObject({
    code: 'REASON_REQUIRED',
  })
  expect(
    await client.contractReading.reopen({ id: reading.id, version: 2, reason: '別紙を読み落とした' }),
  ).toMatchObject({ completedOn: null })
  // The findings at its points belong to the reading: what was judged stands between its beginning and its end.
  const { events } = await client.history.list({ recordId: reading.id })
  const operations = events.map(({ operation }) => operation)
  expect(operations.slice(0, 4)).toEqual([
    'contractReading.reopen',
    'contractReading.editAnswer',
    'contractReading.complete',
    'contractReading.setFinding',
  ])
  expect(operations.at(-1)).toBe('contractReading.start')
  expect(system.code).toBe('SYS-0001')
  expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
})

test('a risk is borne by somebody until a day, which undo does not take back; what does not apply owes a reason', async () => {
  const { client, legal, start, picture, find } = await withContract()
  const reading = await start('初版')
  const borne = { finding: 'risk_accepted', accepterId: legal.id, acceptedUntil: '2027-03-31' } as const
  const field = async (work: Promise<unknown>) => (await refusal(work)).facts
  expect(await field(find(reading.id, 'CC-GN-02', borne))).toEqual({
    noun: 'pointAnswer',
    field: 'reason',
    issue: 'REASON_REQUIRED',
  })
  const reasoned = { ...borne, reason: '利用が限られる' }
  expect(await field(find(reading.id, 'CC-GN-02', { ...reasoned, accepterId: null }))).toMatchObject({
    field: 'accepterId',
    issue: 'REQUIRED',
  })
  expect(await field(find(reading.id, 'CC-GN-02', { ...reasoned, acceptedUntil: '2026-11-23' }))).toMatchObject({
    field: 'acceptedUntil',
    issue: 'DAY_PAST',
  })
  await find(reading.id, 'CC-GN-02', reasoned)
  expect((await client.undo.state()).undo).toBeNull()
  expect(await refusal(client.undo.undo({}))).toMatchObject({ code: 'UNDO_SIGNED' })
  expect(await field(find(reading.id, 'CC-GN-09', { finding: 'not_applicable' }))).toMatchObject({
    field: 'reason',
    issue: 'REASON_REQUIRED',
  })
  await find(reading.id, 'CC-GN-09', { finding: 'not_applicable', reason: '国内法のみ' })
  const states = (await picture(reading.id)).points.filter(({ answer }) => answer !== null)
  expect(states.map(({ id, state, gap }) => [id, state, gap])).toEqual([
    ['CC-GN-02', 'risk_accepted', false],
    ['CC-GN-09', 'not_applicable', false],
  ])
  // Judged otherwise, nobody bears it any more.
  expect(await find(reading.id, 'CC-GN-02', { finding: 'needs_change' })).toMatchObject({
    reason: null,
    accepterId: null,
    acceptedUntil: null,
  })
})

test('a gap becomes an action or a risk in one step, over the systems of the contract, and both know each other', async () => {
  const { client, legal, system, start, picture, find, findAll, complete } = await withContract()
  const reading = await start('初版')
  const answer = await find(reading.id, 'CC-IN-08', { finding: 'needs_change' })
  const place = { readingId: reading.id, pointId: 'CC-IN-08' }
  const risk = await client.contractReading.createRisk({
    ...place,
    version: 1,
    name: ja('入力が学習に使われる'),
    category: 'AIGB-C-4',
  })
  expect(risk).toMatchObject({ code: 'RSK-0001', systemIds: [system.id], identifiedOn: today })
  const action = await client.contractReading.createAction({
    ...place,
    version: 2,
    name: ja('学習の禁止を交渉する'),
    ownerId: legal.id,
    dueOn: '2026-12-20',
  })
  expect(action).toMatchObject({ code: 'ACT-0001', systemIds: [system.id], riskIds: [risk.id], ownerId: legal.id })
  const point = (await picture(reading.id)).points.find(({ id }) => id === 'CC-IN-08')
  expect(point?.answer).toMatchObject({ id: answer.id, riskIds: [risk.id], actionIds: [action.id], version: 3 })
  for (const found of [await client.action.get({ id: action.id }), await client.risk.get({ id: risk.id })]) {
    expect(found.related.pointAnswer?.map(({ pointId }) => pointId)).toEqual(['CC-IN-08'])
    expect(found.related.contractReading?.map(({ code }) => code)).toEqual(['RDG-0001'])
    expect(found.related.contract?.map(({ code }) => code)).toEqual(['CON-0001'])
  }

  // Of a point that nobody has answered it is found that something is missing; one step back takes all of it away.
  const other = await client.contractReading.createAction({
    readingId: reading.id,
    pointId: 'CC-GN-04',
    version: null,
    name: ja('通知期限を加える'),
    ownerId: null,
    dueOn: null,
  })
  const stateOf = async (pointId: string) => (await picture(reading.id)).points.find(({ id }) => id === pointId)?.state
  expect(await stateOf('CC-GN-04')).toBe('needs_change')
  await client.undo.undo({})
  expect(await stateOf('CC-GN-04')).toBe('unanswered')
  expect((await client.action.get({ id: other.id })).record.withdrawn).toMatchObject({ reason: 'undo' })
  await client.undo.redo({})
  expect(await stateOf('CC-GN-04')).toBe('needs_change')

  // An action that is there already is tied by hand, also when the reading is complete.
  await findAll(reading.id)
  await complete(reading.id)
  const there = await client.action.create({ name: ja('覚書を結ぶ') })
  const tied = await client.contractReading.editAnswer({
    id: answer.id,
    version: 3,
    patch: { actionIds: [action.id, there.id] },
  })
  expect(tied.actionIds).toEqual([action.id, there.id].sort())
  expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
})

test('the reading of a renegotiated text begins with what was found before, and counts it once somebody has looked', async () => {
  const { client, legal, agreed, start, picture, find, findAll, complete } = await withContract()
  const first = await start('初版')
  await find(first.id, 'CC-IN-08', { finding: 'needs_change', clause: '第5条' })
  await find(first.id, 'CC-GN-02', {
    finding: 'risk_accepted',
    reason: '少額',
    accepterId: legal.id,
    acceptedUntil: '2027-03-31',
  })
  await findAll(first.id)
  await client.contractReading.update({ id: first.id, version: 1, patch: { trainingUse: 'allowed' } })
  await complete(first.id)

  const second = await start('改定版')
  expect(second).toMatchObject({ code: 'RDG-0002', previousId: first.id, trainingUse: 'unknown' })
  const begun = await picture(second.id)
  expect(begun.previous?.trainingUse).toBe('allowed')
  expect(new Set(begun.points.filter(({ applies }) => applies).map(({ state }) => state))).toEqual(
    new Set(['carried_over']),
  )
  expect([begun.answered, begun.gaps]).toEqual([0, 32])
  expect(begun.points.find(({ id }) => id === 'CC-IN-08')?.answer).toMatchObject({
    finding: 'needs_change',
    clause: '第5条',
    carriedOver: true,
  })
  const ofPoints = (...ids: readonly string[]) =>
    begun.points.flatMap(({ id, answer }) =>
      ids.includes(id) && answer !== null ? [{ id: answer.id, version: answer.version }] : [],
    )
  const confirm = (...ids: readonly string[]) =>
    client.contractReading.confirmCarriedOver({ readingId: second.id, answers: ofPoints(...ids) })
  // What somebody bore under the text before is borne anew, or not; the others wait with it.
  expect(await refusal(confirm('CC-IN-08', 'CC-GN-02'))).toEqual({
    code: 'INVALID',
    facts: { noun: 'pointAnswer', field: 'finding', issue: 'BEAR_ANEW' },
  })
  const plain = begun.points.map(({ id }) => id).filter((id) => id !== 'CC-GN-02' && id !== 'CC-IN-08')
  expect(await confirm(...plain)).toEqual({ confirmed: 30 })
  await client.undo.undo({})
  expect((await picture(second.id)).answered).toBe(0)
  await client.undo.redo({})
  await find(second.id, 'CC-IN-08', { finding: 'in_order', agreedText: '改定版第5条' })
  const left = await picture(second.id)
  expect(left.missing).toEqual(['CC-GN-02'])
  expect(left.points.find(({ id }) => id === 'CC-IN-08')?.answer).toMatchObject({
    clause: '第5条',
    carriedOver: false,
  })
  // The one before says what it said.
  expect((await picture(first.id)).points.find(({ id }) => id === 'CC-IN-08')?.state).toBe('needs_change')
  const { readings } = await client.contractReading.ofContract({ id: agreed.id })
  expect(readings.map(({ reading, answered, complete: done }) => [reading.code, answered, done])).toEqual([
    ['RDG-0002', 31, false],
    ['RDG-0001', 32, true],
  ])
  const listed = await client.contractReading.list({ sort: [{ field: 'code', direction: 'ascending' }] })
  expect(listed.rows.map(({ record }) => record.code)).toEqual(['RDG-0001', 'RDG-0002'])
  await client.contractReading.withdraw({ id: second.id, version: second.version, reason: '交渉が止まった' })
  expect((await client.contractReading.ofContract({ id: agreed.id })).readings).toHaveLength(1)
})

describe("the company's own points", () => {
  const added = { name: ja('生成物に透かしを入れるか'), subject: 'contract', element: 'output', head: 'use' } as const

  test('are asked in what is being read, and change nothing of what is complete', async () => {
    const { client, start, picture, find, findAll, complete } = await withContract()
    const first = await start('初版')
    await findAll(first.id)
    await complete(first.id)
    const before = await picture(first.id)
    const point = await client.checkPoint.create({ ...added, weight: 'key' })
    const words = await client.checkPoint.create({
      ...added,
      name: ja('学習に使わせないか'),
      replaces: 'CC-IN-08',
      element: 'input',
      weight: 'minor',
    })
    expect(await picture(first.id)).toEqual(before)

    const second = await start('改定版')
    const asked = await picture(second.id)
    expect(asked.points.find(({ id }) => id === words.code)).toMatchObject({
      base: 'CC-IN-08',
      question: ja('学習に使わせないか'),
      weight: 'minor',
      matter: null,
      // Carried over from the answer to our words.
      state: 'carried_over',
      ours: { id: 'CC-IN-08' },
    })
    expect(asked.points.find(({ id }) => id === point.code)).toMatchObject({ state: 'unanswered', gap: true })
    const all = asked.points.filter(({ state, applies }) => applies && state === 'carried_over')
    await client.contractReading.confirmCarriedOver({
      readingId: second.id,
      answers: all.flatMap(({ answer }) => (answer === null ? [] : [{ id: answer.id, version: answer.version }])),
    })
    await find(second.id, point.code, { finding: 'needs_change' })
    await complete(second.id)

    // Read by: words and weight stay, the days may move.
    const done = await picture(second.id)
    const changed = (patch: object) => client.checkPoint.update({ id: point.id, version: point.version, patch: patch })
    for (const [name, value] of Object.entries({ weight: 'minor', name: ja('別の問い'), head: 'none' }))
      expect(await refusal(changed({ [name]: value }))).toEqual({
        code: 'INVALID',
        facts: { noun: 'checkPoint', field: name, issue: 'USED_IN_READING' },
      })
    await changed({ to: '2026-11-23', notes: '廃止' })
    await client.checkPoint.withdraw({ id: words.id, version: words.version, reason: '元の文言に戻す' })
    const after = await picture(second.id)
    expect(after.points.map(({ id, state, weight, gap }) => [id, state, weight, gap])).toEqual(
      done.points.map(({ id, state, weight, gap }) => [id, state, weight, gap]),
    )
    // The next text is read by our words again.
    const third = await picture((await start('三訂版')).id)
    expect(third.points.find(({ base }) => base === 'CC-IN-08')).toMatchObject({
      id: 'CC-IN-08',
      state: 'carried_over',
    })
    expect(third.points.some(({ id }) => id === point.code)).toBe(false)
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
  })

  test('word one point of ours each, and one of ours that there is', async () => {
    const { client } = await withContract()
    const rewording = { ...added, weight: 'key', replaces: 'CC-IN-08' } as const
    expect(await refusal(client.checkPoint.create({ ...rewording, replaces: 'CC-IN-99' }))).toEqual({
      code: 'INVALID',
      facts: { noun: 'checkPoint', field: 'replaces', issue: 'POINT_UNKNOWN' },
    })
    const one = await client.checkPoint.create({ ...rewording, from: '2026-01-01', to: '2026-11-30' })
    expect(await refusal(client.checkPoint.create({ ...rewording, from: '2026-11-30' }))).toMatchObject({
      code: 'PERIOD_OVERLAPS',
    })
    const two = await client.checkPoint.create({ ...rewording, from: '2026-12-01' })
    const held = async (day: string) => (await client.checkPoint.inForce({ day })).map(({ code }) => code)
    expect([await held('2026-11-30'), await held('2026-12-01')]).toEqual([[one.code], [two.code]])
    expect((await client.checkPoint.list({ sort: [] })).rows).toHaveLength(2)
    expect((await client.checkPoint.get({ id: two.id })).record.replaces).toBe('CC-IN-08')
  })
})

test('every operation was called above, or with those of all records', () => {
  const own = (path: string) => /^(?:contractReading|checkPoint)\./.test(path) && !changesOperation(path)
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
