/** What follows from uses of personal data and assessments, as the window asks for it: the funnel, what is missing, readiness, tables. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { called, company, folderToken, operations, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

/**
 * Five systems in production: one approved, one screened as not needed, one in progress, one without anything, and one of which
 * nobody knows whether it handles personal data. The approved one plans the exception for statistics.
 */
async function withAssessments() {
  const setting = await company()
  const { client } = setting
  const person = await client.person.create({ name: ja('三浦 彩香') })
  const post = await client.post.create({ name: ja('人事本部長'), kind: 'executive' })
  await client.accountability.startTerm({
    postId: post.id,
    personId: person.id,
    capacity: 'holder',
    from: '2026-01-01',
    to: null,
  })
  const inUse = async (name: string, personalData: 'yes' | 'unknown') => {
    const { id } = await client.system.create({ name: ja(name), personalData })
    await client.accountability.assign({
      role: 'accountable_executive',
      subject: 'system',
      subjectId: id,
      postId: post.id,
      personId: null,
      from: '2026-01-01',
    })
    return client.system.moveLifecycle({ id, version: 1, to: 'production', reason: '運用を始めた' })
  }
  const approved = await inUse('承認済み', 'yes')
  const notNeeded = await inUse('不要', 'yes')
  const begun = await inUse('実施中', 'yes')
  const nothing = await inUse('手つかず', 'yes')
  const unknown = await inUse('分からない', 'unknown')

  const use = await client.dataUse.create({
    name: ja('応対の統計'),
    systemId: approved.id,
    personal: 'yes',
    purpose: ja('応対の品質を知るため'),
    notifiedOn: '2026-04-01',
    plansStatistics: 'yes',
    plannedBasis: 'statistics_exception',
  })
  const step = { on: today, personId: person.id, text: '記録' }
  const screened = async (systemId: string, outcome: 'required' | 'not_required') => {
    const { id, version } = await client.dpia.create({ name: ja('影響評価'), systemId })
    return client.dpia.screen({
      ...step,
      id,
      version,
      outcome,
      reasons: [outcome === 'required' ? 'statistics_planned' : 'small_and_plain'],
    })
  }
  let done = await screened(approved.id, 'required')
  for (const each of ['description', 'necessity', 'risks', 'measures', 'consultation'] as const)
    done = await client.dpia.recordStep({ ...step, id: done.id, version: done.version, step: each })
  done = await client.dpia.approve({
    id: done.id,
    version: done.version,
    on: today,
    postId: post.id,
    text: '承認する',
    validUntil: today,
  })
  await screened(notNeeded.id, 'not_required')
  const inProgress = await screened(begun.id, 'required')
  await client.dataUse.answer({
    useId: use.id,
    checkId: 'STAT-1',
    finding: 'met',
    grounds: '=統計だけ',
    evidenceIds: [],
    actionIds: [],
    personId: person.id,
    on: today,
  })
  const rows = async (table: 'funnel' | 'bases' | 'readiness') => {
    const { name } = await client.privacy.writeTable({ table, folder: await folderToken(setting) })
    const text = readFileSync(join(setting.folder, name), 'utf8')
    return { name, rows: parse<Record<string, string>>(text, { bom: true, columns: true }) }
  }
  return { ...setting, approved, notNeeded, begun, nothing, unknown, use, done, inProgress, rows, person }
}

describe('personal data', () => {
  test('the overview has the figures, the funnel and the systems that still need an assessment', async () => {
    const { client, begun, nothing, unknown, inProgress } = await withAssessments()
    const { figures, funnel, previous, missing, missingCount, labels } = await client.privacy.overview()
    expect(figures.map(({ id, numerator, denominator, status }) => [id, numerator, denominator, status])).toEqual([
      ['K16', 1, 4, 'breach'],
      ['K16u', 1, 5, 'breach'],
      ['K17', 0, 1, 'unjudged'],
      ['KRI-16', 1, 1, 'warning'],
    ])
    expect(funnel).toEqual([
      { step: 'systems', count: 5, unknown: 0 },
      { step: 'personal', count: 5, unknown: 1 },
      { step: 'required', count: 4, unknown: 2 },
      { step: 'approved', count: 1, unknown: 0 },
    ])
    expect(previous).toBeNull()
    expect(
      missing.map(({ systemId, personalData, gap, newest }) => [systemId, personalData, gap, newest?.next]),
    ).toEqual([
      [begun.id, 'yes', 'in_progress', 'description'],
      [nothing.id, 'yes', 'not_screened', undefined],
      [unknown.id, 'unknown', 'not_screened', undefined],
    ])
    expect(missingCount).toBe(3)
    expect(labels[inProgress.id]?.code).toBe(inProgress.code)
  })

  test('what a pack was locked with stands beside today', async () => {
    const { client, approved } = await withAssessments()
    const { code } = await resultOf(client.pack.lock({ asOf: today }))
    // The purpose of the system changes: what was approved is to be judged again.
    const { record } = await client.system.get({ id: approved.id })
    await client.system.update({ id: approved.id, version: record.version, patch: { purpose: ja('応対を自動にする') } })
    const { funnel, previous, missing } = await client.privacy.overview()
    expect(previous?.code).toBe(code)
    expect([previous?.funnel?.at(-1)?.count, funnel?.at(-1)?.count]).toEqual([1, 0])
    expect([missing[0]?.systemId, missing[0]?.gap]).toEqual([approved.id, 'reopened'])
  })

  test('readiness says that the exception is not in force, what each condition is and what it stands on', async () => {
    const { client, approved, use, done, person } = await withAssessments()
    const { figure, exception, systems } = await client.privacy.readiness()
    expect([figure.id, figure.value]).toEqual(['K17', 0])
    expect(exception).toMatchObject({
      reliable: false,
      begins: { day: '2028-07-16', certain: false },
      asOf: '2026-11-22',
    })
    expect(systems).toHaveLength(1)
    expect(systems[0]).toMatchObject({
      systemId: approved.id,
      dpiaId: done.id,
      deidentified: false,
      purposeRecorded: true,
      ready: false,
    })
    const [prepared] = systems[0]?.uses ?? []
    expect([prepared?.useId, prepared?.settled]).toEqual([use.id, 0])
    expect(prepared?.conditions.map(({ id, kind, state }) => [id, kind, state])).toEqual([
      ['STAT-1', 'law', 'unproven'],
      ['STAT-2', 'law', 'unanswered'],
      ['STAT-3', 'law', 'unanswered'],
      ['STAT-4', 'law', 'unanswered'],
      ['STAT-5', 'law', 'unanswered'],
      ['STAT-6', 'open', 'unanswered'],
      ['STAT-7', 'practice', 'unanswered'],
    ])
    expect(prepared?.conditions[0]).toMatchObject({ grounds: '=統計だけ', answeredOn: today, answeredById: person.id })
    expect(prepared?.conditions.at(-1)?.recordIds).toEqual([done.id])
  })

  test('the tables have a row for each counted system, use and condition; a formula is text, a plan no basis', async () => {
    const { rows, approved, notNeeded, begun, nothing, unknown, use, done } = await withAssessments()
    const funnel = await rows('funnel')
    expect(funnel.name).toBe(`dpia_funnel-${today}.csv`)
    expect(
      funnel.rows.map((row) => [row.system_code, row.need_code, row.current_code, row.gap_code, row.dpia_state_code]),
    ).toEqual([
      [approved.code, 'screened', 'yes', '', 'approved'],
      [notNeeded.code, 'not_required', '', '', 'not_required'],
      [begun.code, 'screened', 'no', 'in_progress', 'in_progress'],
      [nothing.code, 'not_screened', 'no', 'not_screened', ''],
      [unknown.code, 'not_screened', 'no', 'not_screened', ''],
    ])
    expect(funnel.rows[0]).toMatchObject({
      dpia_code: done.code,
      valid_until: today,
      uses: '1',
      uses_without_basis: '1',
    })
    const bases = await rows('bases')
    expect(bases.rows).toHaveLength(1)
    expect(bases.rows[0]).toMatchObject({
      use_code: use.code,
      system_code: approved.code,
      counted_code: 'yes',
      basis_code: '',
      has_basis_code: 'no',
      planned_basis_code: 'statistics_exception',
      planned_basis_en: 'Exception for statistics',
    })
    const readiness = await rows('readiness')
    expect(readiness.rows.map((row) => [row.condition, row.kind_code, row.state_code, row.in_force_code])).toEqual([
      ['STAT-1', 'law', 'unproven', 'no'],
      ['STAT-2', 'law', 'unanswered', 'no'],
      ['STAT-3', 'law', 'unanswered', 'no'],
      ['STAT-4', 'law', 'unanswered', 'no'],
      ['STAT-5', 'law', 'unanswered', 'no'],
      ['STAT-6', 'open', 'unanswered', 'no'],
      ['STAT-7', 'practice', 'unanswered', 'no'],
    ])
    expect(readiness.rows[0]?.grounds).toBe("'=統計だけ")
    expect(readiness.rows[6]?.record_codes).toBe(done.code)
  })
})

test('every operation on what follows from personal data was called above', () => {
  const own = (path: string) => path.startsWith('privacy.')
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
