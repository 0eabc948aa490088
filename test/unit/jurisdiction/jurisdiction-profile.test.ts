/** What can stand in a profile beside the rest of it, and what stands beside a profile on a day. */
import { describe, expect, test } from 'vitest'
import {
  type JurisdictionProfile,
  profileFault,
  sectorDocumentIds,
} from '#shared/domain/jurisdiction/jurisdiction-profile.ts'
import { guidanceOfSectors, sectorDocuments, sectorsOfUnit } from '#shared/domain/jurisdiction/sector-guidance.ts'
import { euDates, japaneseInstruments, jurisdictionsShown } from '#shared/domain/jurisdiction/side-by-side.ts'
import { unit } from '#test/support/hand-made-register.ts'
import { shipped } from '#test/support/horizon.ts'

const blank = { ja: null, en: null }
const judged = (jurisdiction: string, given: Partial<JurisdictionProfile> = {}) => ({
  jurisdiction,
  inScope: 'unknown' as const,
  scopeReason: blank,
  euGrounds: [],
  euRoles: [],
  euTiers: [],
  euAnnex: null,
  guidance: [],
  ...given,
})
const inScope: Partial<JurisdictionProfile> = { inScope: 'yes', euGrounds: ['deployer_in_union'] }
const reason = { ja: '国内だけで使う', en: null }

test.each([
  ['unknown is an answer', judged('EU'), null],
  ['a tier before the scope', judged('EU', { euTiers: ['high_risk'] }), ['euTiers', 'ONLY_IN_SCOPE']],
  [
    'a role out of scope',
    judged('EU', { inScope: 'no', scopeReason: reason, euRoles: ['deployer'] }),
    ['euRoles', 'ONLY_IN_SCOPE'],
  ],
  ['an annex before the scope', judged('EU', { euAnnex: 'annex_iii' }), ['euAnnex', 'ONLY_IN_SCOPE']],
  ['in scope without grounds', judged('EU', { inScope: 'yes' }), ['euGrounds', 'EU_GROUNDS_REQUIRED']],
  ['out of scope without a reason', judged('EU', { inScope: 'no' }), ['scopeReason', 'REASON_REQUIRED']],
  [
    'out of scope with blanks for a reason',
    judged('EU', { inScope: 'no', scopeReason: { ja: ' ', en: null } }),
    ['scopeReason', 'REASON_REQUIRED'],
  ],
  ['out of scope with a reason', judged('EU', { inScope: 'no', scopeReason: reason }), null],
  [
    'in scope with a tier',
    judged('EU', { ...inScope, euTiers: ['high_risk', 'transparency'], euAnnex: 'annex_i' }),
    null,
  ],
  [
    'minimal beside high-risk',
    judged('EU', { ...inScope, euTiers: ['minimal', 'high_risk'] }),
    ['euTiers', 'MINIMAL_ALONE'],
  ],
  ['minimal on a general-purpose model', judged('EU', { ...inScope, euTiers: ['minimal', 'general_purpose'] }), null],
  [
    'an annex without high risk',
    judged('EU', { ...inScope, euTiers: ['transparency'], euAnnex: 'annex_i' }),
    ['euAnnex', 'ONLY_HIGH_RISK'],
  ],
  [
    'an EU class in the profile of Japan',
    judged('JP', { ...inScope, euTiers: ['high_risk'] }),
    ['euGrounds', 'ONLY_OF_EU'],
  ],
  ['guidance of a sector in another profile', judged('SG', { guidance: ['SEC-FIN-1'] }), ['guidance', 'ONLY_OF_JAPAN']],
  ['Japan without a reason', judged('JP', { inScope: 'no' }), null],
] as const)('%s', (_name, profile, fault) => {
  const found = profileFault(profile)
  expect(found === null ? null : [found.field, found.issue]).toEqual(fault)
})

describe('the days of the EU by tier', () => {
  const dates = (given: Partial<JurisdictionProfile>, day = '2026-11-24') =>
    euDates(shipped, judged('EU', { ...inScope, ...given }), day).map(({ step, begun }) => [step.id, begun])
  test.each([
    ['of none', {}, []],
    [
      'prohibited',
      { euTiers: ['prohibited'] },
      [
        ['EU-PROHIBITIONS', true],
        ['EU-ADDED', false],
      ],
    ],
    [
      'high-risk, annex not said',
      { euTiers: ['high_risk'] },
      [
        ['EU-ANNEX-III', false],
        ['EU-ANNEX-I', false],
      ],
    ],
    ['high-risk by Annex III', { euTiers: ['high_risk'], euAnnex: 'annex_iii' }, [['EU-ANNEX-III', false]]],
    ['high-risk by Annex I', { euTiers: ['high_risk'], euAnnex: 'annex_i' }, [['EU-ANNEX-I', false]]],
    [
      'transparency',
      { euTiers: ['transparency'] },
      [
        ['EU-GENERAL', true],
        ['EU-ADDED', false],
      ],
    ],
    ['minimal', { euTiers: ['minimal'] }, []],
    ['general-purpose', { euTiers: ['general_purpose'] }, [['EU-GPAI', true]]],
    ['out of scope nothing is asked', { inScope: 'no', euTiers: ['high_risk'] }, []],
    ['nor while nobody knows', { inScope: 'unknown', euTiers: ['high_risk'] }, []],
  ] as const)('%s', (_name, given, expected) => {
    expect(dates(given as Partial<JurisdictionProfile>)).toEqual(expected)
  })

  test('begin on their day and not before', () => {
    const annex = { euTiers: ['high_risk'], euAnnex: 'annex_iii' } as Partial<JurisdictionProfile>
    expect(dates(annex, '2027-12-01')).toEqual([['EU-ANNEX-III', false]])
    expect(dates(annex, '2027-12-02')).toEqual([['EU-ANNEX-III', true]])
  })
})

test('Japan and the EU are shown without being asked, others where they have a profile', () => {
  expect(jurisdictionsShown([])).toEqual(['JP', 'EU'])
  const profiles = ['US', 'SG', 'EU', 'SG'].map((jurisdiction) => ({ jurisdiction }))
  expect(jurisdictionsShown(profiles)).toEqual(['JP', 'EU', 'SG', 'US'])
})

test('the acts and guidance of Japan come of the horizon, what is unknown counts, and no foreign rule is among them', () => {
  const system = { lifecycle: 'production', withdrawn: null, roles: [], vendor: null } as const
  const rules = (given: { personalData: 'yes' | 'no' | 'unknown'; jurisdictions: string[] }) =>
    japaneseInstruments(shipped, { ...system, ...given, roles: [] }, '2026-11-24').map(
      ({ instrument, standing, by }) => [instrument.id, standing.status, by.unknown],
    )
  expect(rules({ personalData: 'no', jurisdictions: ['EU'] })).toEqual([['REG-AIGB', 'guidance', []]])
  expect(rules({ personalData: 'unknown', jurisdictions: ['JP', 'EU'] })).toEqual([
    ['REG-AIA-JP', 'in_force', []],
    ['REG-APPI', 'in_force', ['personalData']],
    ['REG-APPI26', 'promulgated_not_in_force', ['personalData']],
    ['REG-AIGB', 'guidance', []],
    ['REG-ART13', 'guidance', []],
  ])
})

describe('the guidance of sectors', () => {
  test('all fourteen documents of the fact base are there', () => {
    expect(sectorDocuments.map(({ id }) => id)).toEqual(sectorDocumentIds)
  })

  const statuses = (day: string) =>
    guidanceOfSectors(new Set(['finance']), day).map(({ id, standing }) => [id, standing.status, standing.absent])
  test.each([
    ['2026-11-24', 'guidance', 'foreign_law'],
    ['2026-04-17', 'guidance', 'foreign_law'],
    ['2026-04-16', 'guidance', null],
    ['2026-03-03', 'guidance', null],
    ['2026-03-02', null, null],
  ])('on %s the FSA paper is %s and SR 26-2 is %s', (day, paper, letter) => {
    const found = new Map(statuses(day).map(([id, status]) => [id, status]))
    expect([found.get('SEC-FIN-1'), found.get('SEC-US-1')]).toEqual([paper, letter])
    expect(found.get('SEC-FIN-2')).toBe('guidance')
  })

  test('a document of which only the month is known counts from its end, and says its edition', () => {
    const medical = (day: string) =>
      guidanceOfSectors(new Set(['medical']), day).find(({ id }) => id === 'SEC-MED-1')?.standing
    expect(medical('2026-06-30')).toMatchObject({ status: 'guidance', version: { ja: '第7.0版', en: '7.0' } })
    expect(medical('2026-06-29')).toMatchObject({ status: null, absent: 'EARLIER_EDITION' })
  })

  test('no sector has none; a unit has those of the units above it', () => {
    expect(guidanceOfSectors(new Set(), '2026-11-24')).toEqual([])
    const units = [
      unit('UNT-1', { sectors: ['medical'] }),
      unit('UNT-2', { parentId: 'UNT-1', sectors: ['finance'] }),
      unit('UNT-3', { parentId: 'UNT-2' }),
    ]
    const at = (id: string) => units.find((each) => each.id === id)
    expect([...sectorsOfUnit('UNT-3', at)]).toEqual(['finance', 'medical'])
    expect([...sectorsOfUnit('UNT-1', at)]).toEqual(['medical'])
    expect([...sectorsOfUnit(null, at)]).toEqual([])
  })
})
