/**
 * What the tables of a bundle say is what its pages say: every figure of the catalogue, and the counts behind each chart that has
 * a table of its own. The pages are made from the frozen state by themselves, the tables are read from their files.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tablesOfPack } from '#electron/register/export/pack-tables.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { allPacks, lockVerified } from '#electron/register/packs.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { packAnnexes, packSections } from '#shared/domain/finishing.ts'
import { entityFigures } from '#shared/domain/metrics/entity-figures.ts'
import { kriIds, type KriResult, kriStatuses } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { PackInput, PackPage } from '#shared/pack-model/pages.ts'
import { bundleOf } from '#test/support/bundle.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'

interface Told {
  readonly facts: PackInput
  readonly rows: (file: string) => readonly Record<string, string>[]
  readonly page: <Key extends PackPage['key']>(key: Key) => Extract<PackPage, { key: Key }>
  /** The frozen state as the bundle holds it. */
  readonly snapshot: RegisterState
}

/** The bundle of a pack, and all its pages with all annexes whatever was chosen. */
async function told(register: Register, pack: RecordOf<'pack'> | null, out?: string): Promise<Told> {
  const dir = await bundleOf(register, pack, out)
  const facts = packInput(register, pack, 'ja', '0')
  const choices = { ...facts.finishing.choices, sections: [...packSections], annexes: [...packAnnexes] }
  const { pages } = buildPackModel({ ...facts, finishing: { ...facts.finishing, choices } })
  return {
    facts,
    rows: (file) => parse(readFileSync(join(dir, 'csv', file)), { columns: true, bom: true }),
    page: (key) => {
      const found = pages.find((page): page is Extract<PackPage, { key: typeof key }> => page.key === key)
      if (found === undefined) throw new Error(`the pack has no page ${key}`)
      return found
    },
    snapshot: JSON.parse(readFileSync(join(dir, 'snapshot.json'), 'utf8')) as RegisterState,
  }
}

/** As a table writes it: nothing for what is not known or does not apply. */
const cell = (value: number | string | null | undefined) => (value == null ? '' : String(value))

function valuesOf(result: Pick<KriResult, 'numerator' | 'denominator' | 'value' | 'status'> | null | undefined) {
  return [cell(result?.numerator), cell(result?.denominator), cell(result?.value), cell(result?.status)]
}

/** Every figure of the catalogue: by the table, by the annex that lists them all, by the frozen state read from the bundle. */
function figuresOf({ facts, rows, page, snapshot }: Told) {
  const table = rows('kri_results.csv')
  const parts = rows('kri_parts.csv')
  const records = rows('kri_records.csv')
  const byTable = table.map((row) => ({
    id: row.kri,
    now: [row.numerator, row.denominator, row.value, row.status_code],
    before: [row.previous_value, row.previous_status_code],
    limits: [row.appetite, row.tolerance],
    parts: parts.filter(({ kri }) => kri === row.kri).map(({ part, value }) => [part, value]),
    records: records.filter(({ kri }) => kri === row.kri).map(({ record_code }) => record_code),
  }))
  const shown = (result: KriResult, previous: Pick<KriResult, 'value' | 'status'> | null | undefined) => ({
    id: result.id,
    now: valuesOf(result),
    before: [cell(previous?.value), cell(previous?.status)],
    limits: [cell(result.threshold?.appetite), cell(result.threshold?.tolerance)],
    parts: Object.entries(result.parts).map(([part, value]) => [part, cell(value)]),
    records: result.contributing,
  })
  const byPages = page('annexDefinitions').definitions.data.map((row) => shown(row, row.previous))
  const last = facts.history.at(-1)
  const byState = computeKris(snapshot, facts.asOf, facts.history).map((result) =>
    shown(
      result,
      last?.results.find(({ id }) => id === result.id),
    ),
  )
  return { byTable, byPages, byState }
}

/** The sample's latest pack, and its draft of the day: what came in after the pack stands in the draft alone. */
let latest: Told
let draft: Told
const folder = mkdtempSync(join(tmpdir(), 'daicho-figures-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
beforeAll(async () => {
  const file = join(folder, 'sample.daicho')
  await buildSample(file, { day: '2026-11-24', language: 'ja' })
  const surroundings = testSurroundings('2026-11-24T09:00:00.000Z')
  const register = openRegister(file, { surroundings, mode: 'read' })
  const pack = allPacks(register).at(-1)
  if (pack === undefined) throw new Error('the sample has packs')
  latest = await told(register, pack, folder)
  draft = await told(register, null, folder)
  register.close()
}, 120_000)

describe.each([
  ['the sample’s latest pack', () => latest],
  ['the sample’s draft of the day', () => draft],
])('%s', (_name, which) => {
  let sample: Told
  beforeAll(() => {
    sample = which()
  })

  test('every figure of the catalogue is the same in the table, on the pages and by the frozen state', () => {
    const { byTable, byPages, byState } = figuresOf(sample)
    expect(byTable.map(({ id }) => id)).toEqual(kriIds)
    expect(byTable).toEqual(byPages)
    expect(byTable).toEqual(byState)
  })

  test('the page that shows the figures says the same', () => {
    const byTable = sample
      .rows('kri_results.csv')
      .map((row) => [row.numerator, row.denominator, row.value, row.status_code])
    expect(sample.page('dataQuality').figures.data.map(valuesOf)).toEqual(byTable)
  })

  test('coverage of requirements, by pack and by principle', () => {
    const { coverage, principles } = sample.page('requirements')
    const rows = sample.rows('requirement_coverage.csv')
    const counts = ['evidenced', 'claimed', 'partly', 'not_met', 'unanswered', 'not_applicable'] as const
    const inTable = (dimension: string, has: (row: Record<string, string>) => boolean) => {
      const found = rows.find((row) => row.dimension_code === dimension && has(row))
      return found && counts.map((count) => found[count])
    }
    expect(coverage.data.rows.length).toBeGreaterThan(2)
    for (const { pack, company, systems } of coverage.data.rows) {
      const none = counts.map(() => '0')
      const of = (row: Record<string, string>) => row.pack === pack.id
      expect([pack.id, ...counts.map((count) => cell(company[count]))]).toEqual([
        pack.id,
        ...(inTable('company', of) ?? none),
      ])
      expect([pack.id, ...counts.map((count) => cell(systems[count]))]).toEqual([
        pack.id,
        ...(inTable('systems', of) ?? none),
      ])
    }
    for (const { principle, coverage: of } of principles.data)
      expect([principle, ...counts.map((count) => cell(of[count]))]).toEqual([
        principle,
        ...(inTable('principle', (row) => row.key === principle) ?? counts.map(() => '0')),
      ])
  })

  test('gaps of requirements and the board’s questions', () => {
    expect(sample.page('requirements').gaps.data.total).toBe(sample.rows('requirement_gaps.csv').length)
    const { questions } = sample.page('boardQuestions')
    const number = (value: string) => String(Number(Number(value).toFixed(4)))
    const results = new Map(sample.rows('kri_results.csv').map((row) => [row.kri, row]))
    const figure = (id: string) => {
      const { value = '', status_code = '' } = results.get(id) ?? {}
      return value === '' ? `${id}: ${status_code}` : `${id}: ${number(value)} (${status_code})`
    }
    expect(questions.data.total).toBe(questions.data.rows.length)
    expect(
      sample
        .rows('board_questions.csv')
        .map((row) => [row.item, row.question_state_code, row.standing_code, row.due_on, row.figures]),
    ).toEqual(
      questions.data.rows.map((row) => [
        row.id,
        row.state,
        row.standing,
        cell(row.dueOn),
        row.figures.map(({ id }) => figure(id)).join(' | '),
      ]),
    )
  })

  test('the funnel of impact assessments', () => {
    const systems = sample.rows('dpia_funnel.csv')
    const having = (is: (row: Record<string, string>) => boolean) => systems.filter(is).length
    expect(sample.page('privacy').funnel.data.counts).toEqual([
      { step: 'systems', count: systems.length, unknown: 0 },
      {
        step: 'personal',
        count: having((row) => row.personal_data_code !== 'no'),
        unknown: having((row) => row.personal_data_code === 'unknown'),
      },
      {
        step: 'required',
        count: having((row) => row.required_code === 'yes'),
        unknown: having((row) => row.need_code === 'not_screened'),
      },
      {
        step: 'approved',
        count: having((row) => row.current_code === 'yes'),
        unknown: 0,
      },
    ])
  })

  test('systems by tier and stage, and what was counted of all records', () => {
    const { inventory } = sample.page('accountability')
    const systems = sample.rows('systems.csv').filter((row) => row.withdrawn_on === '')
    for (const { tier, counts } of inventory.data.rows)
      for (const [stage, count] of Object.entries(counts))
        expect([
          tier,
          stage,
          systems.filter((row) => row.tier_code === cell(tier) && row.lifecycle_code === stage).length,
        ]).toEqual([tier, stage, count])
    expect(inventory.data.total).toBe(systems.length)
    for (const { noun, recorded, withdrawn } of sample.page('dataQuality').populations.data) {
      const rows = sample.rows(`${noun}s.csv`)
      expect([noun, rows.length, rows.filter((row) => row.withdrawn_on !== '').length]).toEqual([
        noun,
        recorded,
        withdrawn,
      ])
    }
  })
})

test('gaps in contracts, and how far systems depend on vendors', () => {
  const rows = draft.rows('contract_matrix.csv')
  const { matrix } = draft.page('thirdParties')
  const sum = (of: readonly Record<string, string>[], column: string) =>
    of.reduce((total, row) => total + Number(row[column]), 0)
  expect(matrix.data.rows.length).toBeGreaterThan(3)
  for (const { code, count, contracts } of matrix.data.rows) {
    const own = rows.filter((row) => row.vendor_code === code && row.contract !== 'none')
    expect([code, own.length, sum(own, 'gaps'), sum(own, 'key_gaps'), sum(own, 'applicable')]).toEqual([
      code,
      contracts,
      count.gaps,
      count.keyGaps,
      count.applicable,
    ])
  }
  for (const [column, count] of Object.entries(matrix.data.all))
    expect([column, sum(rows, `${column}_gaps`), sum(rows, `${column}_applicable`)]).toEqual([
      column,
      count.gaps,
      count.applicable,
    ])
  const k20 = draft.rows('kri_results.csv').find(({ kri }) => kri === 'K20')
  const index = draft
    .rows('vendor_concentration.csv')
    .reduce((total, { share }) => total + Number(share) * Number(share), 0)
  expect(index).toBeCloseTo(Number(k20?.value), 9)
})

test('the priorities and the horizon', () => {
  expect(draft.rows('readiness.csv').map((row) => [row.id, row.met, row.of, row.state, row.due_on])).toEqual(
    draft
      .page('readiness')
      .priorities.data.map((row) => [row.id, cell(row.met), cell(row.of), row.state, cell(row.dueOn)]),
  )
  const { instruments } = draft.page('horizon')
  const listed = new Map(draft.rows('horizon.csv').map((row) => [row.id, row.status]))
  expect(instruments.data.rows.map(({ id, status }) => [id, cell(status)])).toEqual(
    instruments.data.rows.map(({ id }) => [id, listed.get(id)]),
  )
})

test('the figures beside the questions of the board', () => {
  const results = new Map(draft.rows('kri_results.csv').map((row) => [row.kri ?? '', row]))
  const said = draft
    .rows('board_questions.csv')
    .flatMap(({ figures = '' }) => (figures === '' ? [] : figures.split(' | ')))
  const expected = said.map((each) => {
    const [id = ''] = each.split(': ')
    const { value = '', status_code = '' } = results.get(id) ?? {}
    return value === ''
      ? `${id}: ${status_code}`
      : `${id}: ${String(Number(Number(value).toFixed(4)))} (${status_code})`
  })
  expect(said).toEqual(expected)
  expect(said.length).toBeGreaterThan(15)
  // A pack of an earlier schema says nothing of a figure that it did not know.
  const table = tablesOfPack({ ...draft.facts, schemaVersion: 170 }).find(({ name }) => name === 'board_questions.csv')
  const unassessed = [...(table?.rows() ?? [])].flat().filter((each) => String(each).includes('K04: '))
  expect(unassessed.map((each) => String(each).split(' | ').at(-1))).toEqual(['K04: no_data'])
})

test('the controls that several risks lean on, or one alone', () => {
  const rows = draft.rows('shared_controls.csv')
  const { lead } = draft.page('controls')
  const told = lead.find(({ key }) => key === 'pack.lead.leaning')
  expect(told?.facts).toEqual({
    alone: rows.reduce((total, { alone }) => total + Number(alone), 0),
    shared: rows.filter(({ risks }) => Number(risks) > 1).length,
  })
  expect(lead.find(({ key }) => key === 'pack.lead.leaningMost')?.facts).toEqual({
    code: rows[0]?.control_code,
    most: Number(rows[0]?.risks),
  })
  // Each risk is carried alone by one control at most, and leans on each that carries it alone.
  const alone = rows.flatMap(({ alone_codes = '' }) => (alone_codes === '' ? [] : alone_codes.split(' | ')))
  expect(alone.length).toBeGreaterThan(0)
  expect(new Set(alone).size).toBe(alone.length)
  const links = draft.rows('control_risks.csv')
  for (const { control_code, risk_codes = '' } of rows)
    for (const code of risk_codes.split(' | '))
      expect(links).toContainEqual(expect.objectContaining({ control_code, risk_code: code }))
})

test('the legal entities', () => {
  const rows = draft.rows('entities.csv')
  const page = draft.page('entities')
  expect(rows.map(({ entity }) => entity)).toEqual(['whole', 'UNT-0001', 'UNT-0016'])
  expect(
    rows.map(({ entity, systems, high_tier, open_risks, ...row }) => [
      entity,
      systems,
      high_tier,
      open_risks,
      entityFigures.map((id) =>
        ['numerator', 'denominator', 'value', 'status'].map((part) => row[`${id.toLowerCase()}_${part}`]),
      ),
    ]),
  ).toEqual(
    page.figures.data.rows.map(({ entity, which, systems, highTier, openRisks, figures }) => [
      entity?.code ?? which,
      ...[systems, highTier, openRisks].map(cell),
      entityFigures.map((id) => valuesOf(figures.find(({ result }) => result.id === id)?.result)),
    ]),
  )
})

test('what is not known, does not apply or has no limit is told alike too', async () => {
  const statuses = new Set<string>()
  for (const fill of [
    () => undefined,
    // Nobody has said anything of it.
    (register: Register) => createSystem(register, { name: { ja: '需要予測', en: null } }),
    fillOneOfEach,
  ]) {
    const { register, surroundings } = testRegister()
    fill(register)
    surroundings.setTime('2026-07-10T00:00:00.000Z')
    const pack = lockVerified(register, { asOf: '2026-06-30' })
    const { byTable, byPages, byState } = figuresOf(await told(register, pack))
    expect(byTable.map(({ id }) => id)).toEqual(kriIds)
    expect(byTable).toEqual(byPages)
    expect(byTable).toEqual(byState)
    for (const { now } of byTable) statuses.add(now.at(-1) ?? '')
  }
  expect([...statuses].sort()).toEqual([...kriStatuses].sort())
})
