/** Which records are a legal entity's, what answers for it and what changed in it: counted by hand over two small companies. */
import { expect, test } from 'vitest'
import { tablesOfPack } from '#electron/register/export/pack-tables.ts'
import { shippedPacks } from '#electron/register/requirements/shipped-packs.ts'
import { entitiesOf, stateOfEntity } from '#shared/domain/entity-scope.ts'
import { nothingFinished } from '#shared/domain/finishing.ts'
import { say } from '#shared/locales/say.ts'
import { stateKeys, type RegisterState } from '#shared/domain/register-state.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { buildShownPack } from '#shared/pack-model/build-pack-model.ts'
import { staleEntities } from '#shared/pack-model/entities-page.ts'
import type { PackInput, PackPage } from '#shared/pack-model/pages.ts'
import { crowdedRegister, heldPack } from '#test/support/crowded-register.ts'
import {
  appetite,
  assessment,
  control,
  controlTest,
  evidence,
  mergeRun,
  register,
  risk,
  system,
  unit,
} from '#test/support/hand-made-register.ts'
import { june, september } from '#test/support/office-register.ts'

const [content] = shippedPacks().filter(({ items, supersededBy }) => supersededBy === null && items.some(isOfCompany))
if (content === undefined) throw new Error('no pack asks the company')
const asked = content.items.filter(isOfCompany)

function isOfCompany({ asked: whom, repeats }: { readonly asked: string; readonly repeats: unknown }): boolean {
  return whom === 'company' && repeats === null
}

/**
 * Two companies. SYS-1 and SYS-2 are of the first, SYS-3 was until summer and is of the second then, as SYS-4 always was. RSK-1 is
 * of SYS-1 and SYS-4, RSK-2 of SYS-3. CTL-1 is of the whole company and answers its first item, tested and with evidence.
 */
function companies(moved: boolean): RegisterState {
  if (content === undefined) throw new Error('no pack asks the company')
  return register({
    units: [unit('UNT-1', { kind: 'legal_entity' }), unit('UNT-2', { kind: 'legal_entity' }), unit('UNT-3')],
    systems: [
      system('SYS-1', { unitId: 'UNT-1' }),
      system('SYS-2', { unitId: 'UNT-1' }),
      system('SYS-3', { unitId: moved ? 'UNT-2' : 'UNT-1', version: moved ? 2 : 1 }),
      system('SYS-4', { unitId: 'UNT-2' }),
    ],
    risks: [risk('RSK-1', { systemIds: ['SYS-1', 'SYS-4'] }), risk('RSK-2', { systemIds: ['SYS-3'] })],
    assessments: [
      assessment('RSK-1', 'residual', 3, 3, '2026-06-01', { id: 'ASM-1' }),
      assessment('RSK-2', 'residual', 2, 2, '2026-06-01', { id: 'ASM-2' }),
    ],
    controls: [control('CTL-1', { requirementIds: [asked[0]?.id ?? ''] }), control('CTL-2', { riskIds: ['RSK-1'] })],
    controlTests: [controlTest('CTL-1', '2026-06-01', 'effective', '2027-05-31', { id: 'TST-1' })],
    evidence: [evidence('EVD-1', ['CTL-1'], '2027-05-31')],
    requirementPacks: [heldPack(content, 'REQ-1')],
  })
}

const earlier = companies(false)
const later = companies(true)

/** The pack of a company, or of the whole; `was` and `is` in place of the two companies at the earlier and at the later pack. */
function inputOf(entityId: string | null, was = earlier, is = later): PackInput {
  const narrowed = (state: RegisterState) => (entityId === null ? state : stateOfEntity(state, entityId))
  return {
    snapshot: narrowed(is),
    whole: is,
    asOf: september,
    cutOff: '2026-10-09T14:59:59.999Z',
    code: null,
    title: null,
    lockedAt: null,
    dataDigest: null,
    auditHead: null,
    previous: {
      snapshot: narrowed(was),
      whole: was,
      asOf: june,
      code: 'PACK-2026Q1',
      digest: '',
      schemaVersion: 280,
    },
    decisions: { asked: [], none: null },
    history: [],
    packsBefore: 1,
    recordedLate: [],
    finishing: nothingFinished(is.organisation),
    language: 'en',
    entity: is.units.find(({ id }) => id === entityId) ?? null,
    preparedBy: null,
    appVersion: '0',
    schemaVersion: 280,
    sample: false,
  }
}

function pageOf<Key extends PackPage['key']>(
  entityId: string | null,
  key: Key,
  input = inputOf(entityId),
): Extract<PackPage, { key: Key }> {
  const found = buildShownPack(input).model.pages.find((page) => page.key === key)
  if (found === undefined) throw new Error(`no page ${key}`)
  return found as Extract<PackPage, { key: Key }>
}

function tableOf(entityId: string | null, name: string) {
  const file = tablesOfPack(inputOf(entityId)).find((each) => each.name === name)
  if (file === undefined) throw new Error(`no ${name}`)
  const names = file.columns.map((column) => column.name)
  return [...file.rows()].map((cells) => Object.fromEntries(cells.map((cell, index) => [names[index] ?? '', cell])))
}

test('a shared risk is of both companies, a control of the whole company is no record of either', () => {
  const codes = (entityId: string) => {
    const { systems, risks, assessments, controls } = stateOfEntity(later, entityId)
    return [systems.map(({ id }) => id), risks.map(({ id }) => id), assessments.length, controls.map(({ id }) => id)]
  }
  expect(codes('UNT-1')).toEqual([['SYS-1', 'SYS-2'], ['RSK-1'], 1, ['CTL-2']])
  expect(codes('UNT-2')).toEqual([['SYS-3', 'SYS-4'], ['RSK-1', 'RSK-2'], 2, ['CTL-2']])
})

test('what is asked of the company stands in the pack of each as in that of the whole', () => {
  const ofCompany = (entityId: string | null) =>
    pageOf(entityId, 'requirements').coverage.data.rows.map(({ company, previous }) => [company, previous?.company])
  const one = {
    evidenced: 1,
    claimed: 0,
    partly: 0,
    not_met: 0,
    unanswered: asked.length - 1,
    not_applicable: 0,
  }
  for (const entityId of [null, 'UNT-1', 'UNT-2']) expect(ofCompany(entityId)).toEqual([[one, one]])
  const inTable = (entityId: string | null) =>
    tableOf(entityId, 'requirement_coverage.csv').filter((row) => row.dimension_code === 'company')
  expect(inTable('UNT-2')).toEqual(inTable(null))
  expect(buildShownPack(inputOf('UNT-2')).behind[behindKey.requirement(content.id, 'company')]).toEqual(['CTL-1'])
})

test('a system that moved is changed in the packs of both companies, neither new nor gone', () => {
  const changed = (entityId: string) =>
    pageOf(entityId, 'dataQuality').changes?.data.filter(
      ({ added, changed, withdrawn }) => added + changed + withdrawn > 0,
    )
  expect(changed('UNT-1')).toEqual([{ noun: 'system', added: 0, changed: 1, withdrawn: 0, total: 2 }])
  expect(changed('UNT-2')).toEqual([{ noun: 'system', added: 0, changed: 1, withdrawn: 0, total: 2 }])
  for (const entityId of ['UNT-1', 'UNT-2']) {
    const rows = tableOf(entityId, 'changes.csv')
    expect(new Set(rows.map((row) => [row.record_code, row.change_code].join(' ')))).toEqual(new Set(['SYS-3 changed']))
    expect(rows.find((row) => row.column === 'unit_code')).toMatchObject({ before: 'UNT-1', after: 'UNT-2' })
    expect(buildShownPack(inputOf(entityId)).behind[behindKey.change('system', 'changed')]).toEqual(['SYS-3'])
  }
})

test('on the first page and among the risks what moved is told as moved, neither new nor gone', () => {
  const told = (entityId: string) =>
    Object.fromEntries(
      pageOf(entityId, 'summary').sinceLast.blocks.map(({ key, title, lines }) => [
        key,
        Object.assign({}, title.facts, ...lines.map(({ facts }) => facts)) as Record<string, unknown>,
      ]),
    )
  expect(told('UNT-1')['systems']).toMatchObject({ added: 0, gone: 0, before: 3, now: 2, movedIn: 0, movedOut: 1 })
  expect(told('UNT-2')['systems']).toMatchObject({ added: 0, gone: 0, before: 1, now: 2, movedIn: 1, movedOut: 0 })
  expect(told('UNT-1')['risks']).toMatchObject({ added: 0, gone: 0, worse: 0, better: 0, movedIn: 0, movedOut: 1 })
  expect(told('UNT-2')['risks']).toMatchObject({ added: 0, gone: 0, worse: 0, better: 0, movedIn: 1, movedOut: 0 })
  const movements = pageOf('UNT-2', 'topRisks').risks.data.rows.map(({ code, movement }) => [code, movement])
  expect(Object.fromEntries(movements)).toEqual({ 'RSK-1': 'unchanged', 'RSK-2': 'unchanged' })
  const leads = pageOf('UNT-2', 'riskProfile').lead.find(({ key }) => key === 'pack.lead.moved')
  expect(leads?.facts).toMatchObject({ added: 0, gone: 0 })
  const { behind } = buildShownPack(inputOf('UNT-2'))
  expect(behind[behindKey.since('systems')]).toEqual(['SYS-3'])
  expect(behind[behindKey.since('risks')]).toEqual(['RSK-2'])
})

/** What the first page says beside systems and risks, in words, without its lines on other matters. */
function saidBetween(entityId: string, was: RegisterState, is: RegisterState): readonly string[] {
  return pageOf(entityId, 'summary', inputOf(entityId, was, is)).sinceLast.blocks.flatMap(({ key, lines }) =>
    lines.flatMap((line) =>
      ['pack.since.between', 'pack.since.belonging'].includes(line.key) ? `${key}: ${say('en', line)}` : [],
    ),
  )
}

const behindSince = (entityId: string, key: 'systems' | 'risks', was: RegisterState, is: RegisterState) =>
  buildShownPack(inputOf(entityId, was, is)).behind[behindKey.since(key)]

test('what no other company took over is told as no longer here, not as gone to one', () => {
  const was = earlier
  const systems = was.systems.map((each) => (each.id === 'SYS-3' ? { ...each, unitId: 'UNT-3' } : each))
  const is = { ...was, systems }
  expect(saidBetween('UNT-1', was, is)).toEqual([
    'risks: 0 now also here, 1 no longer here',
    'systems: 0 now also here, 1 no longer here',
  ])
  expect(saidBetween('UNT-2', was, is)).toEqual([])
  // And back again: nobody gave it up.
  expect(saidBetween('UNT-1', is, was)).toEqual([
    'risks: 1 now also here, 0 no longer here',
    'systems: 1 now also here, 0 no longer here',
  ])
  expect(behindSince('UNT-1', 'systems', was, is)).toEqual(['SYS-3'])
})

test('a risk that another company keeps is told as now also here, not as come from it', () => {
  const risks = earlier.risks.map((each) => (each.id === 'RSK-2' ? { ...each, systemIds: ['SYS-3', 'SYS-4'] } : each))
  const is = { ...earlier, risks }
  expect(saidBetween('UNT-2', earlier, is)).toEqual(['risks: 1 now also here, 0 no longer here'])
  expect(saidBetween('UNT-1', earlier, is)).toEqual([])
  expect(saidBetween('UNT-2', is, earlier)).toEqual(['risks: 0 now also here, 1 no longer here'])
  expect(behindSince('UNT-2', 'risks', earlier, is)).toEqual(['RSK-2'])
})

test('a risk that named no system before came from no other company', () => {
  const was = {
    ...earlier,
    risks: earlier.risks.map((each) => (each.id === 'RSK-2' ? { ...each, systemIds: [] } : each)),
  }
  expect(saidBetween('UNT-1', was, earlier)).toEqual(['risks: 1 now also here, 0 no longer here'])
  expect(saidBetween('UNT-1', earlier, was)).toEqual(['risks: 0 now also here, 1 no longer here'])
})

/**
 * Eleven risks with the company that holds each at the earlier and at the later pack, and its level then: outside appetite
 * at 4 × 4, inside at 2 × 2, 5 × 5 where it got worse; null where it was not recorded.
 */
const passedOn = [
  ['RSK-01', ['SYS-1'], ['SYS-1'], [4, 4]],
  ['RSK-02', ['SYS-2'], ['SYS-1'], [4, 4]],
  ['RSK-03', ['SYS-2'], ['SYS-1', 'SYS-2'], [4, 5]],
  ['RSK-04', ['SYS-2'], ['SYS-1'], [2, 4]],
  ['RSK-05', null, ['SYS-1'], [null, 4]],
  ['RSK-06', ['SYS-1'], ['SYS-2'], [4, 4]],
  ['RSK-07', ['SYS-1'], ['SYS-2'], [4, 2]],
  ['RSK-08', ['SYS-1', 'SYS-2'], ['SYS-2'], [4, 4]],
  ['RSK-09', ['SYS-1'], null, [4, null]],
  ['RSK-10', [], ['SYS-1'], [4, 4]],
  ['RSK-11', ['SYS-1'], ['SYS-1'], [4, 2]],
] as const

function passed(side: 'was' | 'is'): RegisterState {
  const place = side === 'was' ? 0 : 1
  const on = side === 'was' ? '2026-06-01' : '2026-09-01'
  const held = passedOn.flatMap(([code, ...rest]) => {
    const systemIds = rest[place]
    const grade = rest[2][place]
    return systemIds === null || grade === null ? [] : [{ code, systemIds: [...systemIds], grade }]
  })
  return register({
    units: [unit('UNT-1', { kind: 'legal_entity' }), unit('UNT-2', { kind: 'legal_entity' })],
    systems: [system('SYS-1', { unitId: 'UNT-1' }), system('SYS-2', { unitId: 'UNT-2' })],
    appetites: [appetite('enterprise', 'moderate', 'high')],
    risks: held.map(({ code, systemIds }) => risk(code, { systemIds })),
    assessments: held.map(({ code, grade }) =>
      assessment(code, 'residual', grade, grade, on, { id: `ASM-${side}-${code}` }),
    ),
  })
}

function bridgeOf(entityId: string | null) {
  const input = inputOf(entityId, passed('was'), passed('is'))
  const { model, behind } = buildShownPack(input)
  const page = model.pages.find((each): each is Extract<PackPage, { key: 'dataQuality' }> => each.key === 'dataQuality')
  const rows = page?.bridge?.data ?? []
  return rows.map(({ step, count, from, to, codes: { rows: shown } }) => {
    const listed = behind[behindKey.bridge(step)] ?? []
    expect(listed.slice(0, shown.length)).toEqual(shown)
    expect(listed.length).toBe(count)
    const rest = count > shown.length ? [`…${String(count - shown.length)}`] : []
    return [step, `${String(from)}→${String(to)}`, ...shown, ...rest].join(' ')
  })
}

test('the bridge of one company tells what it took over and gave away from what is new and closed', () => {
  expect(bridgeOf('UNT-1')).toEqual([
    'before 0→6 RSK-01 RSK-06 RSK-07 RSK-08 RSK-09 RSK-11',
    'new 6→7 RSK-05',
    'movedIn 7→8 RSK-02',
    'joined 8→10 RSK-03 RSK-10',
    // It rose since, wherever it was then.
    'worsened 10→11 RSK-04',
    'treated 11→9 RSK-07 RSK-11',
    'accepted 9→9',
    'movedOut 9→8 RSK-06',
    'left 8→7 RSK-08',
    'closed 7→6 RSK-09',
    'now 0→6 RSK-03 RSK-01 RSK-02 RSK-04 RSK-05 RSK-10',
  ])
})

test('the bridge of the whole knows nothing of who holds a risk', () => {
  expect(bridgeOf(null)).toEqual([
    'before 0→9 RSK-01 RSK-02 RSK-03 RSK-06 RSK-07 RSK-08 RSK-09 RSK-10 …1',
    'new 9→10 RSK-05',
    'worsened 10→11 RSK-04',
    'treated 11→9 RSK-07 RSK-11',
    'accepted 9→9',
    'closed 9→8 RSK-09',
    'now 0→8 RSK-03 RSK-01 RSK-02 RSK-04 RSK-05 RSK-06 RSK-08 RSK-10',
  ])
})

test('a rule that was weighed for a system that moved is no new rule where it went', () => {
  const [pack, judged] = [crowdedRegister(1).horizonPacks, crowdedRegister(1).ruleAssessments[0]]
  if (judged === undefined) throw new Error('no rule was weighed')
  const withRules = (state: RegisterState): RegisterState => ({
    ...state,
    horizonPacks: pack,
    ruleAssessments: [{ ...judged, systemIds: ['SYS-3'] }],
  })
  const [was, is] = [withRules(earlier), withRules(later)]
  const input = inputOf('UNT-2')
  const { model } = buildShownPack({
    ...input,
    snapshot: stateOfEntity(is, 'UNT-2'),
    whole: is,
    previous: input.previous && { ...input.previous, snapshot: stateOfEntity(was, 'UNT-2'), whole: was },
  })
  const summary = model.pages.find((page) => page.key === 'summary')
  const rules = summary?.sinceLast.blocks.find(({ key }) => key === 'rules')
  expect(rules?.lines[0]?.facts).toMatchObject({ added: 0 })
})

test('companies of which nothing is known for long are counted by their newest merge, and nothing else is', () => {
  const old = '2026-03-31T03:00:00.000Z'
  const run = (code: string, entityUnitId: string | null, headAt: string, registerId: string) =>
    mergeRun(code, { entityUnitId, headAt, registerId: `0190a000-0000-7000-8000-00000000000${registerId}` })
  const mergeRuns = [
    // Two registers of the first, one of them of long ago; without a unit; of a division.
    run('MRG-1', 'UNT-1', old, '1'),
    run('MRG-2', 'UNT-1', '2026-09-20T03:00:00.000Z', '2'),
    run('MRG-3', null, old, '3'),
    run('MRG-4', 'UNT-3', old, '4'),
    run('MRG-5', 'UNT-2', old, '5'),
  ]
  expect(staleEntities({ state: { ...later, mergeRuns }, asOf: september }).map(({ id }) => id)).toEqual(['UNT-2'])
  const whole = { ...inputOf(null), snapshot: { ...later, mergeRuns }, whole: { ...later, mergeRuns } }
  const page = buildShownPack(whole).model.pages.find(({ key }) => key === 'entities')
  expect(page?.lead[1]).toMatchObject({ key: 'pack.lead.entitiesStale', facts: { count: 1 } })
})

const state = crowdedRegister(40)
const ids = entitiesOf(state.units).map(({ id }) => id)

test('a narrowed state names no system, risk or control of another entity as the subject of a record', () => {
  const [entity = ''] = ids
  const part = stateOfEntity(state, entity)
  const elsewhere = (['systems', 'risks', 'controls', 'contracts', 'dataUses', 'incidents'] as const).flatMap((key) => {
    const kept = new Set(part[key].map(({ id }) => id))
    return state[key].flatMap(({ id }) => (kept.has(id) ? [] : [id]))
  })
  expect(elsewhere.length).toBeGreaterThan(100)
  const others = new Set(elsewhere)
  const subjects = ['systemId', 'riskId', 'controlId', 'contractId', 'useId', 'incidentId', 'subjectId']
  const lost = Object.values(stateKeys).flatMap((key) =>
    (part[key] as readonly object[]).filter((record) =>
      subjects.some((name) => others.has(String(Reflect.get(record, name)))),
    ),
  )
  expect(lost).toEqual([])
  // By what is judged and who answers stays.
  for (const key of ['scales', 'appetites', 'thresholds', 'units', 'people', 'posts', 'terms'] as const)
    expect(part[key]).toBe(state[key])
})
