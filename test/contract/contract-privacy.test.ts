/** Personal data as the window calls it: bases by the law of the day, checks, and an assessment step by step. */
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { changesOperation } from '#test/support/changes-operation.ts'
import { called, company, operations, refusal, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

async function withSystem() {
  const { client } = await company()
  const person = await client.person.create({ name: ja('三浦 彩香') })
  const post = await client.post.create({ name: ja('人事本部長'), kind: 'executive' })
  const system = await client.system.create({ name: ja('採用書類選考支援'), purpose: ja('応募書類の一次評価') })
  const use = await client.dataUse.create({ name: ja('応募者の評価'), systemId: system.id, personal: 'yes' })
  return { client, person, post, system, use }
}

describe('a use of personal data', () => {
  test('rests only on what is in force on the day, and can plan what is not', async () => {
    const { client, use } = await withSystem()
    const { id } = use
    expect(await refusal(client.dataUse.update({ id, version: 1, patch: { basis: 'purpose' } }))).toMatchObject({
      code: 'BAD_REQUEST',
    })
    const on = { id, version: 1, on: today }
    expect(await refusal(client.dataUse.setBasis({ ...on, basis: 'statistics_exception', grounds: '統計' }))).toEqual({
      code: 'BASIS_NOT_IN_FORCE',
      facts: { basis: 'APPI26-01', on: today, begins: '2028-07-16', asOf: '2026-11-22' },
    })
    expect(await refusal(client.dataUse.setBasis({ ...on, basis: 'purpose', grounds: ' ' }))).toMatchObject({
      code: 'INVALID',
      facts: { field: 'basisGrounds', issue: 'REASON_REQUIRED' },
    })
    const bases = await client.dataUse.bases()
    expect(bases.filter(({ reliable }) => !reliable)).toEqual(
      (['statistics_exception', 'consent_exception'] as const).map((basis, index) => ({
        basis,
        source: `APPI26-0${String(index + 1)}`,
        instrument: 'REG-APPI26',
        step: 'APPI26-MAIN',
        reliable: false,
        begins: { day: '2028-07-16', certain: false },
        asOf: '2026-11-22',
      })),
    )
    const planned = await client.dataUse.update({ id, version: 1, patch: { plannedBasis: 'statistics_exception' } })
    expect(planned).toMatchObject({ basis: null, plannedBasis: 'statistics_exception' })
    const based = await client.dataUse.setBasis({ ...on, version: 2, basis: 'purpose', grounds: '通知した目的' })
    expect(based).toMatchObject({ basis: 'purpose', basisOn: today, basisGrounds: '通知した目的' })
  })

  test('is checked once a check, and what does not apply owes a reason', async () => {
    const { client, use, person } = await withSystem()
    const answer = {
      useId: use.id,
      checkId: 'APPI-25' as const,
      evidenceIds: [],
      actionIds: [],
      personId: person.id,
      on: today,
    }
    expect(await refusal(client.dataUse.answer({ ...answer, finding: 'not_applicable', grounds: null }))).toMatchObject(
      { code: 'INVALID', facts: { field: 'grounds', issue: 'REASON_REQUIRED' } },
    )
    const first = await client.dataUse.answer({ ...answer, finding: 'gap', grounds: '一覧がない' })
    const second = await client.dataUse.answer({ ...answer, finding: 'met', grounds: '一覧を得た' })
    expect(second).toMatchObject({ id: first.id, finding: 'met', version: 2 })
    const { derived, related } = await client.dataUse.get({ id: use.id })
    const ofSystem = await client.dataUse.ofSystem({ systemId: use.systemId })
    expect(ofSystem.uses.map((each) => [each.use.code, each.checks])).toEqual([
      [use.code, { asked: 17, open: 16, withEvidence: 0 }],
    ])
    expect(ofSystem.need).toBe('not_screened')
    expect(derived).toEqual({ asked: 17, gaps: 0, unanswered: 16, basis: false })
    expect(related.dataCheck?.map(({ checkId }) => checkId)).toEqual(['APPI-25'])
  })
})

describe('an impact assessment', () => {
  test('goes its way in order, is approved by the holder of a post, and is reopened by what changes', async () => {
    const { client, person, post, system, use } = await withSystem()
    const { id } = await client.dpia.create({ name: ja('採用の影響評価'), systemId: system.id, wantedOn: '2027-03-31' })
    const get = () => client.dpia.get({ id })
    const at = async () => ({ id, version: (await get()).record.version })
    expect((await get()).derived).toEqual({
      state: 'not_started',
      next: 'screening',
      changes: [],
      startBy: '2026-12-31',
    })
    const step = { on: today, personId: person.id, text: '記録' }
    expect(await refusal(client.dpia.recordStep({ ...(await at()), ...step, step: 'description' }))).toMatchObject({
      code: 'WRONG_STATE',
      facts: { state: 'screening' },
    })
    const screening = { ...step, outcome: 'required' } as const
    expect(
      await refusal(client.dpia.screen({ ...(await at()), ...screening, reasons: ['small_and_plain'] })),
    ).toMatchObject({ code: 'INVALID', facts: { field: 'screeningReasons' } })
    await client.dpia.screen({ ...(await at()), ...screening, reasons: ['decides_on_people'] })
    const later = ['description', 'necessity', 'risks', 'measures'] as const
    for (const each of later) await client.dpia.recordStep({ ...(await at()), ...step, step: each })
    const approval = { on: today, postId: post.id, validUntil: '2027-11-30', text: '承認する' }
    expect(await refusal(client.dpia.approve({ ...(await at()), ...approval }))).toMatchObject({
      code: 'WRONG_STATE',
      facts: { state: 'consultation' },
    })
    await client.dpia.recordStep({ ...(await at()), ...step, step: 'consultation' })
    expect(await refusal(client.dpia.approve({ ...(await at()), ...approval }))).toEqual({
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
    expect(await client.dpia.approve({ ...(await at()), ...approval })).toMatchObject({ approverId: person.id })
    expect((await client.undo.state()).undo).toBeNull()
    expect((await get()).derived).toMatchObject({ state: 'approved', next: null, changes: [] })
    expect(await refusal(client.dpia.recordStep({ ...(await at()), ...step, step: 'risks' }))).toMatchObject({
      code: 'WRONG_STATE',
    })

    // What was judged is no longer so.
    await client.system.update({ id: system.id, version: 1, patch: { purpose: ja('応募書類の採点') } })
    await client.dataUse.update({ id: use.id, version: 1, patch: { countries: ['US'] } })
    expect((await get()).derived).toMatchObject({
      state: 'reopened',
      changes: [
        { field: 'countries', useId: use.id, before: [], after: ['US'] },
        { field: 'systemPurpose', useId: null, before: '応募書類の一次評価', after: '応募書類の採点' },
      ],
    })
    const again = await client.dpia.redo(await at())
    expect(again).toMatchObject({ previousId: id, descriptionText: '記録', descriptionOn: null, approvedOn: null })
    // Taken back, it stands again: nothing was flagged.
    await client.dataUse.update({ id: use.id, version: 2, patch: { countries: [] } })
    await client.system.update({ id: system.id, version: 2, patch: { purpose: ja('応募書類の一次評価') } })
    expect((await get()).derived.state).toBe('approved')
  })

  test('that is found not to be needed ends there, until the data change', async () => {
    const { client, person, system, use } = await withSystem()
    const { id } = await client.dpia.create({ name: ja('社内検索の影響評価'), systemId: system.id })
    await client.dpia.screen({
      id,
      version: 1,
      outcome: 'not_required',
      reasons: ['small_and_plain'],
      on: today,
      personId: person.id,
      text: '社内の少数',
    })
    const state = async () => (await client.dpia.get({ id })).derived.state
    expect(await state()).toBe('not_required')
    await client.dataUse.update({ id: use.id, version: 1, patch: { sensitive: 'yes' } })
    expect(await state()).toBe('reopened')
  })
})

test('every operation was called above, or with those of all records', () => {
  const plain = /\.(?:list|get|create|update|withdraw)$/
  const own = (path: string) =>
    /^(?:dataUse|consent|dpia|deidentification)\./.test(path) && !changesOperation(path) && !plain.test(path)
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
