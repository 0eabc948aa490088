/** Incidents, their reports and what authorities do, as the window calls them: the verbs, what they refuse, and what follows. */
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { PrintJob } from '#electron/shell.ts'
import { contract } from '#shared/contract/contract.ts'
import type { PrintedModel } from '#shared/domain/printed-sheet.ts'
import { changesOperation } from '#test/support/changes-operation.ts'
import { called, company, folderToken, operations, refusal, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })
const noMoments = {
  occurredAt: null,
  detectedAt: null,
  learnedAt: null,
  learnedZone: null,
  vendorLearnedAt: null,
  vendorToldAt: null,
}
const denied = { leakSensitive: 'no', leakFinancial: 'no', leakWrongful: 'no', leakMany: 'no' } as const

async function withIncident() {
  const { client } = await company()
  const owner = await client.person.create({ name: ja('三浦 彩香') })
  const other = await client.person.create({ name: ja('大野 雅彦') })
  const system = await client.system.create({ name: ja('問合せ応対') })
  const { id } = await client.incident.create({
    name: ja('他社の応答が表示された'),
    kind: 'incident',
    severity: 'major',
    ownerId: owner.id,
    systemIds: [system.id],
    affectedCount: 1200,
    affectedBasis: 'estimate',
  })
  const get = () => client.incident.get({ id })
  const version = async () => ({ id, version: (await get()).record.version })
  return { client, owner, other, system, id, get, version }
}

describe('an incident', () => {
  test('is recorded, judged, reported, contained, resolved and closed; what is owed is refused while it is missing', async () => {
    const { client, owner, other, system, id, get, version } = await withIncident()
    expect((await get()).record).toMatchObject({ code: 'INC-0001', state: 'open', leak: 'unknown' })
    // Nothing is known: it may be reportable, and no day can be said.
    expect((await get()).derived.breach).toMatchObject({ reportability: 'possible', clock: null })
    expect(await refusal(client.incident.update({ ...(await version()), patch: { leak: 'no' } }))).toMatchObject({
      code: 'BAD_REQUEST',
    })

    const moments = { ...noMoments, occurredAt: '2026-11-20 22:00', detectedAt: '2026-11-21 09:00' }
    const learned = { learnedAt: '2026-11-20 19:30', learnedZone: 'America/New_York' }
    const refused = async (input: object) =>
      refusal(client.incident.recordMoments({ ...(await version()), ...moments, ...learned, ...input }))
    expect(await refused({ detectedAt: '2026-11-20 21:00' })).toMatchObject({
      facts: { noun: 'incident', field: 'detectedAt', issue: 'MOMENT_ORDER' },
    })
    expect(await refused({ occurredAt: '昨夜' })).toMatchObject({ facts: { field: 'occurredAt', issue: 'BAD_MOMENT' } })
    expect(await refused({ learnedZone: 'Tokyo' })).toMatchObject({ facts: { issue: 'BAD_TIME_ZONE' } })
    expect(await refused({ detectedAt: '2026-12-01 09:00' })).toMatchObject({
      facts: { field: 'detectedAt', issue: 'IN_FUTURE' },
    })
    await client.incident.recordMoments({ ...(await version()), ...moments, ...learned })
    expect((await get()).record).toMatchObject({
      occurredAt: '2026-11-20T13:00:00.000Z',
      detectedAt: '2026-11-21T00:00:00.000Z',
      learnedAt: '2026-11-21T00:30:00.000Z',
      learnedZone: 'America/New_York',
    })
    // In New York it was still the 20th: the day in Japan is day 1.
    expect((await get()).derived.breach?.clock).toMatchObject({ learnedOn: '2026-11-21', early: '2026-11-23' })

    const grounds = { judgeId: owner.id, text: '氏名と相談内容が他社に見えた' }
    const judge = async (answers: object) =>
      client.incident.judge({ ...(await version()), leak: 'yes', ...denied, ...grounds, ...answers })
    expect(await refusal(judge({ text: ' ' }))).toMatchObject({
      facts: { field: 'judgedText', issue: 'REASON_REQUIRED' },
    })
    // 1,200 people are on record.
    expect(await refusal(judge({}))).toMatchObject({ facts: { field: 'leakMany', issue: 'MORE_PERSONS_RECORDED' } })
    await judge({ leakMany: 'unknown', leakWrongful: 'likely' })
    // A trigger that holds decides, also while another is unknown; by that one alone there are 60 days.
    expect((await get()).derived.breach).toMatchObject({ reportability: 'reportable', clock: { final: '2027-01-19' } })
    await judge({ leakMany: 'likely' })
    expect((await get()).derived.breach).toMatchObject({
      reportability: 'reportable',
      clock: { final: '2026-12-20' },
      early: { standing: 'overdue', days: -1, withinLater: true },
      final: { standing: 'running', days: 26 },
    })
    expect((await client.undo.state()).undo).toBeNull()

    await client.incident.contain({ ...(await version()), at: '2026-11-21 10:00' })
    expect(await refusal(client.incident.contain({ ...(await version()), at: '2026-11-21 10:00' }))).toMatchObject({
      code: 'WRONG_STATE',
    })
    expect(await refusal(client.incident.resolve({ ...(await version()), at: '2026-11-21 09:30' }))).toMatchObject({
      facts: { field: 'resolvedAt', issue: 'MOMENT_ORDER' },
    })
    await client.incident.resolve({ ...(await version()), at: '2026-11-22 18:00' })
    const closing = { verifierId: other.id, on: today, text: '再発のないことを確かめた' }
    const close = async (input: object = {}) => client.incident.close({ ...(await version()), ...closing, ...input })
    expect(await refusal(close({ verifierId: owner.id }))).toMatchObject({
      facts: { field: 'verifierId', issue: 'OWNER_CANNOT_CLOSE' },
    })
    expect(await refusal(close())).toMatchObject({ code: 'REPORT_MISSING', facts: { code: 'INC-0001' } })

    const reporting = { recipient: '個人情報保護委員会', reference: '受付 7', reporterId: owner.id, notes: null }
    const early = await client.incident.recordReport({
      ...(await version()),
      kind: 'early',
      at: '2026-11-23 16:00',
      ...reporting,
    })
    expect((await get()).derived.breach?.early).toMatchObject({ standing: 'on_time', madeOn: '2026-11-23' })
    expect(
      await refusal(
        client.incident.recordReport({
          ...(await version()),
          kind: 'final',
          at: '2026-11-23 16:00',
          ...reporting,
          recipient: ' ',
        }),
      ),
    ).toMatchObject({ facts: { field: 'recipient', issue: 'REQUIRED' } })
    await client.incident.withdrawReport({ id: early.id, version: early.version, reason: '別件の受付' })
    expect((await get()).derived.breach?.early).toMatchObject({ standing: 'overdue' })
    await client.incident.recordReport({ ...(await version()), kind: 'final', at: '2026-11-24 08:00', ...reporting })
    expect((await get()).derived.breach).toMatchObject({
      early: { standing: 'late', days: -1, withinLater: true },
      final: { standing: 'on_time' },
    })
    const action = await client.incident.createAction({
      ...(await version()),
      name: ja('設定を二人で確かめる'),
      ownerId: owner.id,
      dueOn: '2026-12-10',
    })
    expect(action).toMatchObject({ code: 'ACT-0001', systemIds: [system.id] })
    expect(await close()).toMatchObject({ state: 'closed', closedOn: today, verifierId: other.id })
    expect((await client.system.get({ id: system.id })).related.incident?.map(({ code }) => code)).toEqual(['INC-0001'])
    await client.incident.reopen({ ...(await version()), reason: '再び表示された' })
    expect((await get()).record).toMatchObject({ state: 'open', resolvedAt: null, closedOn: null, verifierId: null })
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
    expect(id).toBe((await get()).record.id)
  })

  test('is closed without a report only once every answer that could ask for one is given', async () => {
    const { client, owner, other, version } = await withIncident()
    await client.incident.resolve({ ...(await version()), at: '2026-11-22 18:00' })
    const close = async () =>
      client.incident.close({ ...(await version()), verifierId: other.id, on: today, text: '確かめた' })
    expect(await refusal(close())).toMatchObject({ code: 'REPORT_UNDECIDED' })
    await client.incident.judge({
      ...(await version()),
      leak: 'no',
      ...denied,
      leakMany: 'unknown',
      judgeId: owner.id,
      text: '個人データは含まれない',
    })
    const reporting = {
      kind: 'final',
      at: '2026-11-22 18:00',
      recipient: '委員会',
      reference: null,
      reporterId: null,
    } as const
    expect(
      await refusal(client.incident.recordReport({ ...(await version()), ...reporting, notes: null })),
    ).toMatchObject({ code: 'NOTHING_TO_REPORT' })
    expect(await close()).toMatchObject({ state: 'closed' })
  })

  test('keeps a timeline of moments, and finds the one that it repeats', async () => {
    const { client, id, get, version } = await withIncident()
    const timeline = (at: string) => [{ at, who: '', what: '公開を止めた' }]
    const change = async (patch: object) => client.incident.update({ ...(await version()), patch })
    expect(await refusal(change({ timeline: timeline('昨夜') }))).toMatchObject({
      facts: { field: 'timeline', issue: 'BAD_MOMENT' },
    })
    await change({ timeline: [...timeline('2026-11-21'), ...timeline('2026-11-21 10:30')], rootCause: '設定の誤り' })
    await client.incident.recordMoments({ ...(await version()), ...noMoments, detectedAt: '2026-11-21 09:00' })
    const again = await client.incident.create({
      name: ja('設定が戻った'),
      kind: 'near_miss',
      rootCause: ' 設定の誤り',
    })
    await client.incident.recordMoments({ id: again.id, version: 1, ...noMoments, detectedAt: '2026-11-23 09:00' })
    expect((await client.incident.get({ id: again.id })).derived.repeatIds).toEqual([id])
    expect((await get()).derived.repeatIds).toEqual([])
  })
})

test('what an authority asks for is overdue until it is done, and may be asked again', async () => {
  const { client, owner, id: incidentId } = await withIncident()
  const { id } = await client.enforcement.create({
    name: ja('報告の求め'),
    kind: 'report_request',
    receivedOn: '2026-11-01',
    dueOn: '2026-11-20',
    incidentId,
  })
  const get = () => client.enforcement.get({ id })
  const version = async () => ({ id, version: (await get()).record.version })
  expect(await get()).toMatchObject({ record: { code: 'ENF-0001', state: 'open' }, derived: { daysOverdue: 4 } })
  expect(
    await refusal(client.enforcement.update({ ...(await version()), patch: { dueOn: '2026-10-01' } })),
  ).toMatchObject({ code: 'PERIOD_REVERSED' })
  const complete = async (text: string) =>
    client.enforcement.complete({ ...(await version()), doneById: owner.id, on: today, text })
  expect(await refusal(complete(''))).toMatchObject({ facts: { field: 'doneText', issue: 'REASON_REQUIRED' } })
  expect(await complete('回答書を提出した')).toMatchObject({ state: 'done', doneOn: today })
  expect((await get()).derived.daysOverdue).toBeNull()
  await client.enforcement.reopen({ ...(await version()), reason: '追加の求めがあった' })
  expect(await get()).toMatchObject({ record: { state: 'open', doneOn: null }, derived: { daysOverdue: 4 } })
  expect((await client.incident.get({ id: incidentId })).related.enforcement?.map(({ code }) => code)).toEqual([
    'ENF-0001',
  ])
})

test('the one-page sheet is printed with what is on record, in the language asked for', async () => {
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
  const { id } = await client.incident.create({ name: ja('他社の応答が表示された'), kind: 'incident' })
  const print = async (language: 'ja' | 'en') =>
    (await client.printing.record({ noun: 'incident', id, language, folder: await folderToken(setting) })).name
  expect(await print('ja')).toBe('INC-0001 他社の応答が表示された-2026-11-24.pdf')
  await print('en')
  const sheets = jobs.map(({ kind, language, model }) => ({ kind, language, ...(model as PrintedModel).sheet }))
  expect(sheets).toMatchObject([
    { kind: 'sheet', language: 'ja', title: 'INC-0001 他社の応答が表示された', orientation: 'portrait' },
    { kind: 'sheet', language: 'en', title: 'INC-0001 他社の応答が表示された', orientation: 'portrait' },
  ])
  const values = sheets.map(({ blocks }) => blocks.flatMap((block) => (block.kind === 'fields' ? block.rows : [])))
  expect(values[0]).toContainEqual({ label: '報告の要否', value: '報告対象の可能性' })
  expect(values[1]).toContainEqual({ label: 'Reportability', value: 'Possibly reportable' })
  expect(values[1]).toContainEqual({ label: 'Final report', value: 'No deadline, Cannot be said' })
})

test('every operation was called above, or with those of all records', () => {
  const plain = /\.(?:list|get|create|update|withdraw)$/
  const own = (path: string) => /^(?:incident|enforcement)\./.test(path) && !changesOperation(path) && !plain.test(path)
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
