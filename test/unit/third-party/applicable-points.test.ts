/** Which points are asked of a contract, as worked examples: by type, by what its systems handle, by sector, by the company. */
import { describe, expect, test } from 'vitest'
import {
  type ApplicablePoint,
  applicablePoints,
  type ContractFacts,
  type OwnPoint,
  pointSurroundings,
  type SystemFacts,
  type UnitFacts,
} from '#shared/domain/third-party/applicable-points.ts'

const day = '2026-11-28'
const system = (id: string, fields: Partial<SystemFacts> = {}): SystemFacts => ({
  id,
  withdrawn: null,
  unitId: 'plain',
  personalData: 'yes',
  jurisdictions: ['JP'],
  kind: 'generative',
  ...fields,
})
const unit = (id: string, fields: Partial<UnitFacts> = {}): UnitFacts => ({
  id,
  withdrawn: null,
  parentId: null,
  from: null,
  to: null,
  sectors: [],
  ...fields,
})
const contract = (fields: Partial<ContractFacts> = {}): ContractFacts => ({
  type: 'CT-1',
  systemIds: ['a'],
  personalData: 'yes',
  dataCountries: [],
  ...fields,
})
const own = (code: string, fields: Partial<OwnPoint> = {}): OwnPoint => ({
  id: code,
  code,
  withdrawn: null,
  name: { ja: '当社の問い', en: 'Our question' },
  subject: 'contract',
  replaces: null,
  element: 'general',
  head: 'none',
  types: [],
  weight: 'key',
  matter: null,
  sectors: [],
  from: null,
  to: null,
  ...fields,
})

interface Register {
  readonly contract?: Partial<ContractFacts>
  readonly systems?: readonly SystemFacts[]
  readonly units?: readonly UnitFacts[]
  readonly own?: readonly OwnPoint[]
}
function points(register: Register): readonly ApplicablePoint[] {
  const { systems = [system('a')], units = [unit('plain')] } = register
  return applicablePoints(contract(register.contract), pointSurroundings(systems, units, day), register.own ?? [], day)
}
const asked = (all: readonly ApplicablePoint[]) => all.filter(({ applies }) => applies).map(({ id }) => id)
const reasonOf = (all: readonly ApplicablePoint[], id: string) => all.find((point) => point.id === id)?.reason

describe('by type', () => {
  // EU is touched, and personal data are handled: nothing narrows.
  const systems = [system('a', { jurisdictions: ['JP', 'DE'] })]
  test.each([
    ['CT-1', 36],
    ['CT-2', 42],
    ['CT-3', 41],
    [null, 45],
  ] as const)('%s is asked %i points', (type, count) => {
    const all = points({ contract: { type }, systems })
    expect(asked(all)).toHaveLength(count)
    expect(all.filter(({ reason }) => reason === 'type_unknown')).toHaveLength(type === null ? 45 : 0)
  })

  test('a point of other types says so', () => {
    expect(reasonOf(points({ systems }), 'CC-IN-03')).toBe('other_type')
    expect(reasonOf(points({ systems }), 'CC-IN-01')).toBe('of_type')
  })
})

describe('by personal data: CC-IN-14, CC-IN-15, CC-GN-10 and, for types 2 and 3, CC-GN-11', () => {
  const none = { personalData: 'no' } as const
  const unknown = { personalData: 'unknown' } as const
  const about = ['CC-IN-14', 'CC-IN-15', 'CC-GN-10', 'CC-GN-11']
  test.each([
    ['contract and system say yes', {}, [system('a')], 'personal_data'],
    ['both say no', none, [system('a', none)], 'no_personal_data'],
    ['only the contract says no', none, [system('a')], 'personal_data'],
    ['the contract says no, the system does not know', none, [system('a', unknown)], 'personal_data_unknown'],
    ['the system says no, the contract does not know', unknown, [system('a', none)], 'personal_data_unknown'],
    ['one of two systems says yes', none, [system('a', none), system('b')], 'personal_data'],
    ['a contract that names no system says no', { ...none, systemIds: [] }, [], 'personal_data_unknown'],
    [
      'the system that said yes is withdrawn',
      none,
      [system('a', none), system('b', { withdrawn: {} })],
      'no_personal_data',
    ],
  ] as const)('%s', (_name, fields, systems, reason) => {
    const systemIds = systems.map(({ id }) => id)
    const all = points({ contract: { type: 'CT-2', systemIds, ...fields }, systems })
    expect(about.map((id) => reasonOf(all, id))).toEqual(about.map(() => reason))
    expect(asked(all).filter((id) => about.includes(id))).toEqual(reason === 'no_personal_data' ? [] : about)
  })

  test('the exception for statistics is not asked of type 1', () => {
    expect(reasonOf(points({}), 'CC-GN-11')).toBe('other_type')
  })
})

describe('by the EU and EEA: CC-GN-12', () => {
  test.each([
    ['only Japan', {}, [['JP']], 'no_eu'],
    ['a member state', {}, [['JP', 'FR']], 'eu'],
    ['EU, as registers write it', {}, [['EU']], 'eu'],
    ['Norway, of the EEA', {}, [['NO']], 'eu'],
    ['the United Kingdom and Switzerland are neither', {}, [['GB', 'CH']], 'no_eu'],
    ['data are handled in Ireland', { dataCountries: ['IE'] }, [['JP']], 'eu'],
    ['no jurisdiction is said', {}, [[]], 'eu_unknown'],
    ['one of two systems has none', {}, [['JP'], []], 'eu_unknown'],
    ['no system is named', {}, [], 'eu_unknown'],
  ] as const)('%s', (_name, fields, jurisdictions, reason) => {
    const systems = jurisdictions.map((each, at) => system(String(at), { jurisdictions: [...each] }))
    const all = points({ contract: { systemIds: systems.map(({ id }) => id), ...fields }, systems })
    expect(reasonOf(all, 'CC-GN-12')).toBe(reason)
  })
})

describe('by sector', () => {
  const bank = unit('bank', { sectors: ['finance'] })
  const branch = unit('branch', { parentId: 'bank' })
  const agentAxes = ['CC-FIN-01', 'CC-FIN-02', 'CC-FIN-03', 'CC-FIN-04']
  const others = ['CC-FIN-05', 'CC-FIN-06', 'CC-FIN-07']
  const sectorPoints = (all: readonly ApplicablePoint[]) =>
    asked(all).filter((id) => /^CC-(?:FIN|MED|GOV|EDU)-/.test(id))

  test('nothing where no unit is in one', () => {
    expect(sectorPoints(points({}))).toEqual([])
  })

  test('of the unit above, and its four axes where a system acts as an agent', () => {
    const units = [bank, branch, unit('plain')]
    const withKind = (kind: SystemFacts['kind']) =>
      points({ units, systems: [system('a', { unitId: 'branch', kind })] })
    expect(sectorPoints(withKind('agentic'))).toEqual([...agentAxes, ...others])
    expect(sectorPoints(withKind(null))).toEqual([...agentAxes, ...others])
    expect(sectorPoints(withKind('predictive'))).toEqual(others)
    expect(
      [withKind('agentic'), withKind(null), withKind('predictive')].map((all) => reasonOf(all, 'CC-FIN-01')),
    ).toEqual(['agent', 'agent_unknown', 'no_agent'])
  })

  test('an agent outside of the sector is not asked what the sector asks of agents', () => {
    const systems = [system('a', { kind: 'agentic' }), system('b', { unitId: 'bank', kind: 'predictive' })]
    const all = points({ contract: { systemIds: ['a', 'b'] }, units: [bank, unit('plain')], systems })
    expect(sectorPoints(all)).toEqual(others)
  })

  test('without a unit, or without a system, all sectors that the company is in', () => {
    const units = [unit('ward', { sectors: ['medical'] }), unit('school', { sectors: ['education'], to: '2026-03-31' })]
    const unplaced = points({ units, systems: [system('a', { unitId: null })] })
    const unnamed = points({ units, contract: { systemIds: [] } })
    const medical = [1, 2, 3, 4, 5, 6].map((number) => `CC-MED-0${String(number)}`)
    expect([sectorPoints(unplaced), sectorPoints(unnamed)]).toEqual([medical, medical])
    expect(reasonOf(unplaced, 'CC-MED-01')).toBe('sector_unknown')
  })

  test('units that name each other as parents end', () => {
    const units = [unit('one', { parentId: 'two', sectors: ['public'] }), unit('two', { parentId: 'one' })]
    expect(sectorPoints(points({ units, systems: [system('a', { unitId: 'two' })] }))).toEqual([
      'CC-GOV-01',
      'CC-GOV-02',
    ])
  })
})

describe("the company's own", () => {
  test('are added after ours, by type and sector, while they hold', () => {
    const all = points({
      own: [
        own('CKP-0001'),
        own('CKP-0002', { types: ['CT-3'] }),
        own('CKP-0003', { from: '2026-12-01' }),
        own('CKP-0004', { to: '2026-11-27' }),
        own('CKP-0005', { withdrawn: { on: day, reason: 'x' } }),
        own('CKP-0006', { subject: 'vendor' }),
        own('CKP-0007', { sectors: ['finance'] }),
      ],
    })
    expect(all.filter((point) => point.ours === null).map(({ id, applies, reason }) => [id, applies, reason])).toEqual([
      ['CKP-0001', true, 'of_type'],
      ['CKP-0002', false, 'other_type'],
      ['CKP-0007', false, 'other_sector'],
    ])
  })

  test('reword and weigh one of ours, which stays beside them in its place', () => {
    const words = { ja: '学習に使わせないか', en: 'Is training ruled out?' }
    const rewording = own('CKP-0001', { name: words, replaces: 'CC-IN-09', weight: 'key', types: [], head: 'none' })
    const all = points({ own: [rewording] })
    expect(all).toHaveLength(62)
    const at = all.findIndex(({ id }) => id === 'CKP-0001')
    expect(all[at - 1]?.id).toBe('CC-IN-08')
    expect(all[at]).toMatchObject({
      base: 'CC-IN-09',
      element: 'input',
      head: 'use',
      types: ['CT-1'],
      question: words,
      weight: 'key',
      ours: {
        id: 'CC-IN-09',
        question: { en: 'Does human review of input take place (for example abuse monitoring)?' },
      },
      applies: true,
    })
    expect(all.filter(({ base }) => base === 'CC-IN-09')).toHaveLength(1)
  })

  test('a rewording keeps what narrows the point: personal data', () => {
    const none = { personalData: 'no' } as const
    const all = points({
      own: [own('CKP-0001', { replaces: 'CC-IN-14' })],
      contract: none,
      systems: [system('a', none)],
    })
    expect(reasonOf(all, 'CKP-0001')).toBe('no_personal_data')
  })

  test('one that words a point which this version does not have is still asked', () => {
    expect(asked(points({ own: [own('CKP-0001', { replaces: 'CC-IN-99' })] })).at(-1)).toBe('CKP-0001')
  })
})
