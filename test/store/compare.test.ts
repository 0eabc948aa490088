/** Two packs held against each other: exactly what changed, by whom and why, and never otherwise for what was edited later. */
import { expect, test } from 'vitest'
import { updatePerson } from '#electron/register/accountability.ts'
import { compared, comparisonPage, inOrder } from '#electron/register/compare-packs.ts'
import { compareFile } from '#electron/register/export/compare-file.ts'
import { comparedSides } from '#electron/register/compare-packs.ts'
import { setAppetite, setScale, setThreshold, updateOrganisation } from '#electron/register/organisation.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { packInput } from '#electron/register/pack-input.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { updateRisk } from '#electron/register/risks.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { twoPacks } from '#test/support/two-packs.ts'

const all = { section: null, by: null, late: false, limit: 1000 } as const
const appetiteOf = (appetite: 'low' | 'moderate' | 'high', from: string) =>
  ({
    category: 'enterprise',
    appetite,
    tolerance: 'high',
    statement: { ja: null, en: null },
    from,
    to: null,
    approverPersonId: null,
    approvedOn: null,
  }) as const

test('one risk judged anew: the comparison lists exactly it, with who, when and why', async () => {
  const { register, first, second, risk, person, assessment } = await twoPacks()
  const { comparison, labels } = compared(register, inOrder(register, second, first))
  expect([comparison.earlier.code, comparison.later.code]).toEqual(['PACK-2026Q1', 'PACK-2026Q2'])
  expect(comparison.records.map(({ code }) => code)).toEqual([risk.code])
  const [found] = comparison.records
  expect(found).toMatchObject({
    noun: 'risk',
    change: 'changed',
    fields: [],
    control: null,
    answering: null,
    parts: [{ noun: 'assessment', id: assessment.id, kind: 'added' }],
    risk: {
      movement: 'worse',
      residual: {
        before: { likelihood: 3, impact: 3, band: 'moderate' },
        after: { likelihood: 4, impact: 4, band: 'high' },
      },
      outside: { before: false, after: true },
      appetite: { before: 'moderate', after: 'moderate' },
    },
  })
  expect(found?.events).toEqual([
    expect.objectContaining({
      operation: 'risk.assess',
      personId: person.id,
      account: 'tester',
      reason: '事故が二度起きた',
      late: true,
    }),
  ])
  expect(labels.after[person.id]?.name.ja).toBe('山本 彩')
  expect(comparison.counts.filter(({ added, changed, withdrawn }) => added + changed + withdrawn > 0)).toEqual([
    { noun: 'assessment', added: 1, changed: 0, withdrawn: 0, total: 3 },
  ])
  expect(comparison.rescored).toEqual({ up: [risk.code], down: [], same: [] })
  expect(comparison.bridge.steps.worsened).toEqual([risk.code])
  expect(comparison.actors).toEqual([{ key: person.id, personId: person.id, account: 'tester', records: 1 }])
})

test('the pages of the pack say the same as its comparison', async () => {
  const { register, second, first } = await twoPacks()
  const { comparison } = compared(register, inOrder(register, second, first))
  const model = buildPackModel(packInput(register, second, 'en', 'test'))
  const page = model.pages.find((each) => each.key === 'dataQuality')
  if (page?.key !== 'dataQuality') return expect.fail('no page')
  expect(page.changes?.data).toEqual(comparison.counts)
  expect(page.bridge?.data.map(({ step, count }) => [step, count])).toEqual([
    ['before', 0],
    ['new', 0],
    ['worsened', 1],
    ['treated', 0],
    ['accepted', 0],
    ['closed', 0],
    ['now', 1],
  ])
})

test('is filtered by section, by who entered it, and by late entries', async () => {
  const { register, second, first, person } = await twoPacks()
  const pair = inOrder(register, first, second)
  const found = (query: Partial<Parameters<typeof comparisonPage>[2]>) =>
    comparisonPage(register, pair, { ...all, ...query }).records.length
  expect([
    found({}),
    found({ section: 'risk' }),
    found({ section: 'system' }),
    found({ by: person.id }),
    found({ by: 'account:tester' }),
    found({ late: true }),
  ]).toEqual([1, 1, 0, 1, 0, 1])
})

test('a risk that the line moved past is listed with the entry that moved the line', async () => {
  const setting = await twoPacks(({ register }) => {
    setAppetite(register, appetiteOf('low', '2026-09-01'))
  })
  const { comparison } = compared(setting.register, inOrder(setting.register, setting.first, setting.second))
  const moved = comparison.records.find(({ id }) => id === setting.other.id)
  expect(moved).toMatchObject({
    change: 'moved',
    risk: {
      movement: 'unchanged',
      outside: { before: false, after: true },
      appetite: { before: 'moderate', after: 'low' },
    },
  })
  expect(moved?.events.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['appetite.set']))
  expect(comparison.bridge.steps.lineIn).toEqual([setting.other.code])
})

/** Everything that a later hand could change: limits, scales, names, the zone. */
function editAll(register: Register, riskId: string, personId: string): void {
  setAppetite(register, appetiteOf('high', '2026-04-02'))
  const [scale] = recordTables.scale.all(register.read)
  if (scale === undefined) return expect.fail('no scale')
  const { id: _id, version: _version, withdrawn: _withdrawn, ...rest } = scale
  setScale(register, { ...rest, bandTable: 'S'.repeat(25), from: '2026-04-02' })
  setThreshold(register, {
    kri: 'K05',
    appetite: 99,
    tolerance: 99,
    from: '2026-04-02',
    to: null,
    approverPersonId: null,
    approvedOn: null,
  })
  const version = (noun: 'risk' | 'person', id: string) => recordTables[noun].get(register.read, id)?.version ?? 0
  updateRisk(register, { id: riskId, version: version('risk', riskId), patch: { name: { ja: '改名', en: null } } })
  updatePerson(register, {
    id: personId,
    version: version('person', personId),
    patch: { name: { ja: '旧姓 彩', en: null } },
  })
  const organisation = register.organisation()
  updateOrganisation(register, { id: organisation.id, version: organisation.version, patch: { timeZone: 'UTC' } })
}

test('later edits of thresholds, scales and names change neither a locked pack nor a comparison of two', async () => {
  const { register, surroundings, first, second, risk, person } = await twoPacks()
  const pair = inOrder(register, first, second)
  const pages = () => JSON.stringify(buildPackModel(packInput(register, second, 'ja', 'test')))
  const before = { compared: structuredClone(compared(register, pair)), pages: pages() }
  surroundings.setTime('2026-10-20T00:00:00.000Z')
  editAll(register, risk.id, person.id)
  // Another comparison takes the place of the one that is kept: this one is made anew.
  const draft = compared(register, { earlier: second, later: null })
  expect(draft.comparison.records.find(({ id }) => id === risk.id)?.name?.ja).toBe('改名')
  expect(compared(register, pair)).toEqual(before.compared)
  expect(pages()).toBe(before.pages)
})

test('the table has a row for the record, for where it stands and for each entry, in the words of both languages', async () => {
  const { register, first, second, risk } = await twoPacks()
  const pair = inOrder(register, first, second)
  const file = compareFile(compared(register, pair).comparison, comparedSides(register, pair))
  const rows = [...file.rows()].map((row) => Object.fromEntries(file.columns.map(({ name }, at) => [name, row[at]])))
  expect(rows.every((row) => row['record_code'] === risk.code && row['change_code'] === 'changed')).toBe(true)
  expect(rows.map(({ row_code: kind, column, before, after }) => [kind, column, before, after])).toEqual([
    ['record', null, null, null],
    ['standing', 'residual', '3×3 moderate', '4×4 high'],
    ['standing', 'outside', 'no', 'yes'],
    ['entry', null, null, null],
  ])
  expect(rows.at(-1)).toMatchObject({
    part_code: 'assessment',
    at: '2026-09-28T10:00:01+09:00',
    person: '山本 彩',
    operation_code: 'risk.assess',
    reason: '事故が二度起きた',
    late_code: 'yes',
  })
})

test('several entries on one record stand in the order of the log', async () => {
  const { register, surroundings, risk, second, judge } = await twoPacks()
  surroundings.setTime('2026-11-01T00:00:00.000Z')
  judge(risk.id, 3, 3, '2026-10-20', '対策の後')
  judge(risk.id, 2, 2, '2026-10-25', '再発なし')
  surroundings.setTime('2027-01-08T00:00:00.000Z')
  const third = lockVerified(register, { asOf: '2026-12-31' })
  const { comparison } = compared(register, inOrder(register, second, third))
  expect(comparison.records.map(({ id, events }) => [id, events.map(({ reason, late }) => [reason, late])])).toEqual([
    [
      risk.id,
      [
        ['対策の後', false],
        ['再発なし', false],
      ],
    ],
  ])
  expect(comparison.bridge.steps.treated).toEqual([risk.code])
})
