/** Of every rule a register in which it finds something, and the neighbour in which it does not: they differ in one fact. */
import type { AnswerToItem } from '#shared/domain/quality/quality-rule.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import type { Facts } from '#shared/domain/statement.ts'
import {
  acceptance,
  action,
  appetite,
  assessment,
  control,
  controlTest,
  evidence,
  executive,
  person,
  post,
  risk,
  riskOwner,
  scale,
  system,
  systemOwner,
  term,
  threshold,
  unit,
} from '#test/support/hand-made-register.ts'
import {
  contract as aContract,
  reading,
  supply as aSupply,
  vendor as aVendor,
} from '#test/support/third-party-register.ts'
import { judgedContentOf } from '#shared/domain/privacy/dpia-changes.ts'
import { approvedDpia, consent, dataUse, deidentification, dpia } from '#test/support/privacy-records.ts'
import { enforcement, incident as anIncident, report } from '#test/support/incident-records.ts'
import { approved, decision, meeting } from '#test/support/decision-records.ts'
import { publishableContent } from '#shared/domain/readiness/outward-account.ts'
import { defaultBandTable } from '#shared/domain/scoring.ts'

export const day = '2026-09-30'

export interface Given extends Partial<RegisterState> {
  readonly answers?: readonly AnswerToItem[]
}
export interface Example {
  readonly found: Given
  /** Code and facts of each finding. */
  readonly expected: readonly (readonly [code: string, facts: Facts])[]
  /** Of how many records. */
  readonly of: number
  readonly notFound: Given
}

const inGermany = system('SYS-1', { lifecycle: 'production', jurisdictions: ['JP', 'DE'] })
/** Of the EU, unknown, with an owner. */
const profile = (
  code: string,
  given: Partial<RecordOf<'jurisdictionProfile'>> = {},
): RecordOf<'jurisdictionProfile'> => ({
  id: code,
  version: 1,
  withdrawn: null,
  code,
  systemId: 'SYS-1',
  jurisdiction: 'EU',
  inScope: 'unknown',
  scopeReason: { ja: null, en: null },
  euGrounds: [],
  euRoles: [],
  euTiers: [],
  euAnnex: null,
  guidance: [],
  meaning: { ja: null, en: null },
  ownerId: 'PSN-1',
  judgedById: null,
  judgedOn: null,
  nextReviewOn: null,
  notes: null,
  ...given,
})

const written = { ja: '窓口', en: 'Desk' }
const draftAccount: RecordOf<'outwardAccount'> = {
  id: 'OAC-1',
  version: 1,
  withdrawn: null,
  code: 'OAC-1',
  name: written,
  edition: null,
  preface: written,
  statement1: written,
  statement2: written,
  statement3: written,
  statement4: written,
  statement5: written,
  statement6: written,
  statement7: written,
  statement8: written,
  statement9: written,
  statement10: written,
  contact: written,
  forPublication: ['AIGB-C-1'],
  reviewerPostId: null,
  reviewedOn: null,
  reviewedText: null,
  reviewedContent: null,
  approverPostId: null,
  approvedOn: null,
  approvedText: null,
  approvedContent: null,
  publishedOn: null,
  publishedWhere: null,
  notes: null,
}
const approvedAccount = { ...draftAccount, approvedOn: '2026-09-01', approvedContent: publishableContent(draftAccount) }

/** A use of personal data by a system that is in operation. */
const inOperation = (given: Partial<RecordOf<'dataUse'>>): Given => ({
  systems: [system('SYS-1', { lifecycle: 'production' })],
  dataUses: [dataUse('PDU-1', 'SYS-1', given)],
})
const noBasis = { basis: null, basisGrounds: null, basisOn: null } as const
/** A use whose consent covers it. */
const relyingOn = (given: Partial<RecordOf<'consent'>>): Given => ({
  dataUses: [dataUse('PDU-1', 'SYS-1', { consentIds: ['CNS-1'], consentCovers: 'yes' })],
  consents: [consent('CNS-1', given)],
})
/** An assessment that judged the purpose of the system as it is, or another one. */
const judged = (purpose: string): Given => {
  const systems = [system('SYS-1')]
  const content = judgedContentOf(
    { system: systems[0] as RecordOf<'system'>, uses: [], supplies: [], contracts: [] },
    day,
  )
  const approvedContent = { ...content, 'system.systemPurpose': purpose }
  return { systems, dpias: [approvedDpia('DPIA-1', 'SYS-1', '2026-06-01', { approvedContent })] }
}

/** A contract in force of which the APPI leaves nothing open. */
const contract = (given: Partial<RecordOf<'contract'>> = {}) =>
  aContract('CON-1', 'VEN-1', {
    personalData: 'yes',
    dataBasis: 'entrustment',
    dataCountries: ['JP'],
    crossBorderRoute: 'domestic',
    selectedOn: '2026-01-10',
    agreedOn: '2026-02-01',
    checkedOn: '2026-08-01',
    ...given,
  })
/** A leak of many of which the company learned on 20 September in Japan. */
const leak = (given: Partial<RecordOf<'incident'>> = {}) =>
  anIncident('INC-1', {
    leak: 'yes',
    leakMany: 'yes',
    learnedAt: '2026-09-20T01:00:00.000Z',
    systemIds: ['SYS-1'],
    ...given,
  })
/** An incident whose vendor learned on 20 September, and had 72 hours to tell. */
const toldBy = (vendorToldAt: string): Given => ({
  incidents: [
    anIncident('INC-1', { contractIds: ['CON-1'], vendorLearnedAt: '2026-09-20T01:00:00.000Z', vendorToldAt }),
  ],
  contracts: [contract()],
  contractReadings: [reading('RDG-1', 'CON-1', '2026-09-01', { incidentNoticeHours: 72 })],
})
const notHandled = contract({ dataBasis: 'not_handled', dataBasisGrounds: '規約第5条' })
const supply = aSupply('VEN-1', 'SYS-1')
const vendor = (given: Partial<RecordOf<'vendor'>> = {}) =>
  aVendor('VEN-1', { tier: 'high', security: 'sound', securityOn: '2026-09-01', ...given })

const withdrawn = { on: '2026-06-30', reason: '-' }
const nothing: Facts = {}
const held = (...systems: string[]): Given => ({
  people: [person('PSN-1')],
  posts: [post('PST-1')],
  terms: [term('PST-1', 'PSN-1', '2025-04-01')],
  assignments: systems.map((code) => executive(code, 'PST-1')),
})
const name = (code: string) => ({ ja: `${code}の名称`, en: `Name of ${code}` })
const agent = (writeAccess: 'unknown' | 'none' | 'with_approval' | 'without_approval') =>
  system('SYS-1', { kind: 'agentic', writeAccess })
const stop = (result: 'effective' | 'ineffective'): Given => ({
  systems: [agent('without_approval')],
  controls: [control('CTL-1', { purposes: ['stop'], systemIds: ['SYS-1'] })],
  controlTests: [controlTest('CTL-1', '2026-08-01', result, '2027-07-31')],
})
const oversight = (validUntil: string): Given => ({
  systems: [system('SYS-1', { tier: 'high' })],
  risks: [risk('RSK-1', { systemIds: ['SYS-1'] })],
  controls: [control('CTL-1', { purposes: ['human_oversight'], riskIds: ['RSK-1'] })],
  controlTests: [controlTest('CTL-1', '2026-08-01', 'effective', '2027-07-31')],
  evidence: [evidence('EVD-1', ['CTL-1'], validUntil)],
})
const lowered = (rest: Given = {}): Given => ({
  risks: [risk('RSK-1')],
  assessments: [
    assessment('RSK-1', 'inherent', 4, 4, '2026-01-01'),
    assessment('RSK-1', 'residual', 2, 4, '2026-02-01'),
  ],
  ...rest,
})
const levels = { likelihoodBefore: 4, impactBefore: 4, likelihood: 2, impact: 4 }
const working: Given = {
  controls: [control('CTL-1', { riskIds: ['RSK-1'] })],
  controlTests: [controlTest('CTL-1', '2026-01-15', 'effective', '2027-01-14')],
}
const grave: Given = {
  risks: [risk('RSK-1')],
  assessments: [assessment('RSK-1', 'residual', 5, 5, '2026-02-01')],
}
const accepted = acceptance('ACC-1', 'RSK-1', '2026-04-01', '2027-03-31')
const answer = (state: AnswerToItem['state']): AnswerToItem => ({
  id: 'answer-1',
  itemId: 'AIGB-P-01',
  packRecordId: 'pack-1',
  state,
})

export const examples: Readonly<Record<string, Example>> = {
  'DQ-01': {
    found: { ...held('SYS-1'), systems: [system('SYS-1'), system('SYS-2')] },
    expected: [['SYS-2', { state: { key: 'executiveState.unregistered', facts: {} } }]],
    of: 2,
    notFound: { ...held('SYS-1'), systems: [system('SYS-1'), system('SYS-2', { lifecycle: 'proposed' })] },
  },
  'DQ-02': {
    found: { systems: [system('SYS-1')] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: { systems: [system('SYS-1')], assignments: [systemOwner('SYS-1', { personId: 'PSN-1' })] },
  },
  'DQ-03': {
    found: { systems: [system('SYS-1', { purpose: { ja: ' ', en: null } })] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: { systems: [system('SYS-1', { purpose: { ja: null, en: 'Planning' } })] },
  },
  'DQ-04': {
    found: { systems: [system('SYS-1', { personalData: 'unknown' })] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: { systems: [system('SYS-1', { personalData: 'yes' })] },
  },
  'DQ-05': {
    found: { systems: [system('SYS-1', { tier: null })] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: { systems: [system('SYS-1', { tier: 'low' })] },
  },
  'DQ-06': {
    found: { systems: [system('SYS-1', { nextReviewOn: '2026-09-29' })] },
    expected: [['SYS-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: { systems: [system('SYS-1', { nextReviewOn: day })] },
  },
  'DQ-07': {
    found: oversight('2026-09-29'),
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: oversight(day),
  },
  'DQ-08': { found: stop('ineffective'), expected: [['SYS-1', nothing]], of: 1, notFound: stop('effective') },
  'DQ-09': {
    found: { systems: [agent('unknown')] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: { systems: [agent('none')] },
  },
  'DQ-10': {
    found: { systems: [system('SYS-1', { model: null })] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: { systems: [system('SYS-1', { model: 'GPT' }), system('SYS-2', { kind: 'predictive', model: null })] },
  },
  'DQ-11': {
    found: { systems: [system('SYS-1', { vendor: null })] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: { systems: [system('SYS-1', { vendor: '当社' })] },
  },
  'DQ-12': {
    found: {
      systems: [system('SYS-1', { lifecycle: 'retired' })],
      risks: [risk('RSK-1', { systemIds: ['SYS-1'] })],
      actions: [action('ACT-1', null, { systemIds: ['SYS-1'] })],
    },
    expected: [['SYS-1', { codes: ['RSK-1', 'ACT-1'] }]],
    of: 1,
    notFound: {
      systems: [system('SYS-1', { lifecycle: 'retired' })],
      risks: [risk('RSK-1', { systemIds: ['SYS-1'], status: 'closed', closedOn: '2026-06-30' })],
      actions: [action('ACT-1', null, { systemIds: ['SYS-1'], state: 'verified', verifiedOn: '2026-06-30' })],
    },
  },
  'DQ-13': {
    found: {
      systems: [
        system('SYS-1', { dependsOnIds: ['SYS-2', 'SYS-3', 'SYS-4'] }),
        system('SYS-2', { lifecycle: 'retired' }),
        system('SYS-3', { withdrawn }),
        system('SYS-4'),
      ],
    },
    expected: [['SYS-1', { codes: ['SYS-2', 'SYS-3'] }]],
    of: 2,
    notFound: { systems: [system('SYS-1', { dependsOnIds: ['SYS-4'] }), system('SYS-4')] },
  },
  'DQ-14': {
    found: { systems: [system('SYS-1', { unitId: 'UNT-1' })], units: [unit('UNT-1', { to: '2026-09-29' })] },
    expected: [['SYS-1', { unit: name('UNT-1') }]],
    of: 1,
    notFound: { systems: [system('SYS-1', { unitId: 'UNT-1' })], units: [unit('UNT-1', { to: day })] },
  },
  'DQ-15': {
    found: {
      systems: [
        system('SYS-1', { name: { ja: '社内ＦＡＱ検索', en: null } }),
        system('SYS-2', { name: { ja: '社内FAQ 検索', en: 'FAQ' } }),
      ],
    },
    expected: [
      ['SYS-1', { codes: ['SYS-2'] }],
      ['SYS-2', { codes: ['SYS-1'] }],
    ],
    of: 2,
    notFound: {
      systems: [
        system('SYS-1', { name: { ja: '社内ＦＡＱ検索', en: null } }),
        system('SYS-2', { name: { ja: '社内FAQ検索2', en: 'FAQ' } }),
        system('SYS-3', { name: { ja: '社内FAQ検索', en: null }, withdrawn }),
      ],
    },
  },
  'DQ-16': {
    found: { systems: [system('SYS-1', { goLiveOn: '2026-10-01' })] },
    expected: [['SYS-1', { day: '2026-10-01' }]],
    of: 1,
    notFound: { systems: [system('SYS-1', { goLiveOn: day })] },
  },
  'DQ-17': {
    found: { systems: [system('SYS-1', { lifecycle: 'unknown' })] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: { systems: [system('SYS-1', { lifecycle: 'suspended' })] },
  },
  'DQ-18': {
    found: lowered({
      ...working,
      controlTests: [controlTest('CTL-1', '2026-01-15', 'effective', '2026-09-29')],
    }),
    expected: [['RSK-1', levels]],
    of: 1,
    notFound: lowered(working),
  },
  'DQ-19': {
    found: lowered(),
    expected: [['RSK-1', levels]],
    of: 1,
    notFound: lowered({
      assessments: [
        assessment('RSK-1', 'inherent', 4, 4, '2026-01-01'),
        assessment('RSK-1', 'residual', 2, 4, '2026-02-01', { rationale: '実地試験による' }),
      ],
    }),
  },
  'DQ-20': {
    found: {
      risks: [risk('RSK-1')],
      assessments: [
        assessment('RSK-1', 'inherent', 2, 3, '2026-01-01'),
        assessment('RSK-1', 'residual', 3, 2, '2026-02-01'),
      ],
    },
    expected: [['RSK-1', { likelihoodBefore: 2, impactBefore: 3, likelihood: 3, impact: 2 }]],
    of: 1,
    notFound: lowered(),
  },
  'DQ-21': {
    found: {
      risks: [risk('RSK-1', { treatment: 'accept' })],
      acceptances: [acceptance('ACC-1', 'RSK-1', '2026-04-01', '2026-09-29')],
    },
    expected: [['RSK-1', nothing]],
    of: 1,
    notFound: {
      risks: [risk('RSK-1', { treatment: 'accept' }), risk('RSK-2', { treatment: 'accept' })],
      acceptances: [accepted],
      assessments: [assessment('RSK-2', 'residual', 1, 2, '2026-02-01')],
    },
  },
  'DQ-22': {
    found: {
      ...grave,
      actions: [action('ACT-1', null, { riskIds: ['RSK-1'], verifiedOn: '2026-06-30', state: 'verified' })],
    },
    expected: [['RSK-1', nothing]],
    of: 1,
    notFound: { ...grave, actions: [action('ACT-1', null, { riskIds: ['RSK-1'] })] },
  },
  'DQ-23': {
    found: {
      scales: [
        scale('SCALE-1', defaultBandTable, { to: '2026-03-31' }),
        scale('SCALE-2', defaultBandTable, { from: '2026-04-01' }),
      ],
      ...grave,
    },
    expected: [['RSK-1', { day: '2026-02-01' }]],
    of: 1,
    notFound: grave,
  },
  'DQ-24': {
    found: { risks: [risk('RSK-1')], assessments: [assessment('RSK-1', 'target', 4, 4, '2026-02-01')] },
    expected: [['RSK-1', { band: { key: 'band.high', facts: {} } }]],
    of: 1,
    notFound: { risks: [risk('RSK-1')], assessments: [assessment('RSK-1', 'target', 1, 2, '2026-02-01')] },
  },
  'DQ-25': {
    found: { risks: [risk('RSK-1', { systemIds: ['SYS-1'] })], systems: [system('SYS-1', { withdrawn })] },
    expected: [['RSK-1', { codes: ['SYS-1'] }]],
    of: 1,
    notFound: { risks: [risk('RSK-1', { systemIds: ['SYS-1'] })], systems: [system('SYS-1')] },
  },
  'DQ-26': {
    found: { risks: [risk('RSK-1')] },
    expected: [['RSK-1', nothing]],
    of: 1,
    notFound: { risks: [risk('RSK-1')], assignments: [riskOwner('RSK-1', 'PSN-1')] },
  },
  'DQ-27': {
    found: { risks: [risk('RSK-1', { nextReviewOn: '2026-09-29' })] },
    expected: [['RSK-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: { risks: [risk('RSK-1', { nextReviewOn: day })] },
  },
  'DQ-28': {
    found: { risks: [risk('RSK-1')], assessments: [assessment('RSK-1', 'residual', 2, 2, '2026-10-01')] },
    expected: [['RSK-1', nothing]],
    of: 1,
    notFound: { risks: [risk('RSK-1')], assessments: [assessment('RSK-1', 'residual', 2, 2, day)] },
  },
  'DQ-29': {
    found: { risks: [risk('RSK-1', { status: 'closed', identifiedOn: '2026-05-02', closedOn: '2026-05-01' })] },
    expected: [['RSK-1', { from: '2026-05-02', to: '2026-05-01' }]],
    of: 1,
    notFound: { risks: [risk('RSK-1', { status: 'closed', identifiedOn: '2026-05-01', closedOn: '2026-05-01' })] },
  },
  'DQ-30': {
    found: { ...grave, acceptances: [acceptance('ACC-1', 'RSK-1', '2026-04-01', '2026-09-29')] },
    expected: [['ACC-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: { ...grave, acceptances: [accepted] },
  },
  'DQ-31': {
    found: { ...grave, acceptances: [{ ...accepted, likelihood: 4, impact: 5 }] },
    expected: [['ACC-1', nothing]],
    of: 1,
    notFound: { ...grave, acceptances: [{ ...accepted, likelihood: 5, impact: 5 }] },
  },
  'DQ-32': {
    found: { controls: [control('CTL-1'), control('CTL-2', { design: 'planned' })] },
    expected: [['CTL-1', nothing]],
    of: 1,
    notFound: { controls: [control('CTL-1')], controlTests: [controlTest('CTL-1', day, 'ineffective', day)] },
  },
  'DQ-33': {
    found: { ...working, evidence: [evidence('EVD-1', ['CTL-1'], null)] },
    expected: [['CTL-1', nothing]],
    of: 1,
    notFound: { ...working, evidence: [evidence('EVD-1', ['CTL-1'], day)] },
  },
  'DQ-34': {
    found: {
      controls: [control('CTL-1')],
      controlTests: [controlTest('CTL-1', '2025-09-30', 'effective', '2026-09-29')],
    },
    expected: [['CTL-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: { controls: [control('CTL-1')], controlTests: [controlTest('CTL-1', '2025-09-30', 'effective', day)] },
  },
  'DQ-35': {
    found: {
      controls: [
        control('CTL-1', { notApplicable: { reason: '対象外', approverPersonId: 'PSN-1', on: '2026-01-01' } }),
      ],
      people: [person('PSN-1', { withdrawn })],
    },
    expected: [['CTL-1', nothing]],
    of: 1,
    notFound: {
      controls: [
        control('CTL-1', { notApplicable: { reason: '対象外', approverPersonId: 'PSN-1', on: '2026-01-01' } }),
      ],
      people: [person('PSN-1')],
    },
  },
  'DQ-36': {
    found: { controls: [control('CTL-1')] },
    expected: [['CTL-1', nothing]],
    of: 1,
    notFound: { controls: [control('CTL-1', { requirementIds: ['AIGB-P-01'] })] },
  },
  'DQ-37': {
    found: { evidence: [evidence('EVD-1', ['CTL-1'], null)] },
    expected: [['EVD-1', nothing]],
    of: 1,
    notFound: { evidence: [evidence('EVD-1', ['CTL-1'], '2026-01-01'), evidence('EVD-2', [], null)] },
  },
  'DQ-38': {
    found: { controls: [control('CTL-1')], evidence: [evidence('EVD-1', ['CTL-1'], '2026-09-29')] },
    expected: [['EVD-1', { day: '2026-09-29', codes: ['CTL-1'] }]],
    of: 1,
    notFound: {
      controls: [control('CTL-1')],
      evidence: [evidence('EVD-1', ['CTL-1'], '2026-09-29'), evidence('EVD-2', ['CTL-1'], day)],
    },
  },
  'DQ-39': {
    found: { evidence: [evidence('EVD-1', [], '2026-05-01', { obtainedOn: '2026-05-02' })] },
    expected: [['EVD-1', { from: '2026-05-02', to: '2026-05-01' }]],
    of: 1,
    notFound: { evidence: [evidence('EVD-1', [], '2026-05-01', { obtainedOn: '2026-05-01' })] },
  },
  'DQ-40': {
    found: { actions: [action('ACT-1', null, { state: 'done', doneOn: '2026-08-30' })] },
    expected: [['ACT-1', { day: '2026-08-30', count: 31 }]],
    of: 1,
    notFound: { actions: [action('ACT-1', null, { state: 'done', doneOn: '2026-08-31' })] },
  },
  'DQ-41': {
    found: { actions: [action('ACT-1', null)] },
    expected: [['ACT-1', nothing]],
    of: 1,
    notFound: {
      actions: [action('ACT-1', '2026-12-31'), action('ACT-2', null, { state: 'verified', verifiedOn: day })],
    },
  },
  'DQ-42': {
    found: { actions: [action('ACT-1', null)] },
    expected: [['ACT-1', nothing]],
    of: 1,
    notFound: { actions: [action('ACT-1', null, { ownerId: 'PSN-1' })] },
  },
  'DQ-43': {
    found: {
      people: [person('PSN-1', { withdrawn }), person('PSN-2')],
      terms: [term('PST-1', 'PSN-2', '2025-04-01', '2026-09-29')],
      actions: [action('ACT-1', null, { ownerId: 'PSN-1' }), action('ACT-2', null, { ownerId: 'PSN-2' })],
    },
    expected: [
      ['ACT-1', { person: name('PSN-1') }],
      ['ACT-2', { person: name('PSN-2') }],
    ],
    of: 2,
    notFound: {
      people: [person('PSN-1'), person('PSN-2')],
      terms: [term('PST-1', 'PSN-2', '2025-04-01', '2026-09-29'), term('PST-2', 'PSN-2', '2026-09-30')],
      actions: [action('ACT-1', null, { ownerId: 'PSN-1' }), action('ACT-2', null, { ownerId: 'PSN-2' })],
    },
  },
  'DQ-44': {
    found: {
      actions: [
        action('ACT-1', '2026-12-31', {
          slips: ['2026-05-01', '2026-06-01', day].map((on) => ({ from: null, to: '2026-12-31', on, reason: '-' })),
        }),
      ],
    },
    expected: [['ACT-1', { count: 3 }]],
    of: 1,
    notFound: {
      actions: [
        action('ACT-1', '2026-12-31', {
          slips: ['2026-05-01', '2026-06-01', '2026-10-01'].map((on) => ({
            from: null,
            to: '2026-12-31',
            on,
            reason: '-',
          })),
        }),
      ],
    },
  },
  'DQ-45': {
    found: { answers: [answer('met')], controls: [control('CTL-1', { requirementIds: ['AIGB-P-02'] })] },
    expected: [['AIGB-P-01', nothing]],
    of: 1,
    notFound: { answers: [answer('met')], controls: [control('CTL-1', { requirementIds: ['AIGB-P-01'] })] },
  },
  'DQ-46': {
    found: { answers: [answer('met')], controls: [control('CTL-1', { requirementIds: ['AIGB-P-01'] })] },
    expected: [['AIGB-P-01', { codes: ['CTL-1'] }]],
    of: 1,
    notFound: {
      answers: [answer('met')],
      controls: [control('CTL-1', { requirementIds: ['AIGB-P-01'] })],
      evidence: [evidence('EVD-1', ['CTL-1'], day)],
    },
  },
  'DQ-47': {
    found: {
      posts: [
        post('PST-1', { reportsToId: 'PST-2' }),
        post('PST-2', { reportsToId: 'PST-1' }),
        post('PST-3', { reportsToId: 'PST-1' }),
      ],
    },
    expected: [
      ['PST-1', { codes: ['PST-1', 'PST-2'] }],
      ['PST-2', { codes: ['PST-2', 'PST-1'] }],
    ],
    of: 3,
    notFound: {
      posts: [post('PST-1', { reportsToId: 'PST-2' }), post('PST-2'), post('PST-3', { reportsToId: 'PST-1' })],
    },
  },
  'DQ-48': {
    found: {
      posts: [
        post('PST-1'),
        post('PST-2', { reportsToId: 'PST-3' }),
        post('PST-3', { kind: 'board', to: '2026-09-29' }),
      ],
    },
    expected: [
      ['PST-1', nothing],
      ['PST-2', nothing],
    ],
    of: 2,
    notFound: { posts: [post('PST-2', { reportsToId: 'PST-3' }), post('PST-3', { kind: 'board' })] },
  },
  'DQ-49': {
    found: {
      posts: [post('PST-1')],
      terms: [term('PST-1', 'PSN-1', '2025-04-01'), term('PST-1', 'PSN-2', '2026-04-01')],
    },
    expected: [['PST-1', { count: 2 }]],
    of: 1,
    notFound: {
      posts: [post('PST-1')],
      terms: [term('PST-1', 'PSN-1', '2025-04-01', '2026-03-31'), term('PST-1', 'PSN-2', '2026-04-01')],
    },
  },
  'DQ-50': {
    found: {
      posts: [post('PST-1')],
      terms: [term('PST-1', 'PSN-1', '2025-04-01'), term('PST-1', 'PSN-1', '2026-04-01', null, 'deputy')],
    },
    expected: [['PST-1', nothing]],
    of: 1,
    notFound: {
      posts: [post('PST-1')],
      terms: [term('PST-1', 'PSN-1', '2025-04-01'), term('PST-1', 'PSN-2', '2026-04-01', null, 'deputy')],
    },
  },
  'DQ-51': {
    found: { posts: [post('PST-1'), post('PST-2', { kind: 'owner' })] },
    expected: [['PST-1', nothing]],
    of: 1,
    notFound: { posts: [post('PST-1')], terms: [term('PST-1', 'PSN-1', '2025-04-01', null, 'deputy')] },
  },
  'DQ-52': {
    found: {
      people: [person('PSN-1', { withdrawn }), person('PSN-2')],
      posts: [post('PST-1')],
      terms: [term('PST-1', 'PSN-1', '2025-04-01')],
    },
    expected: [['PSN-1', { posts: [name('PST-1')] }]],
    of: 1,
    notFound: {
      people: [person('PSN-1', { withdrawn })],
      posts: [post('PST-1')],
      terms: [term('PST-1', 'PSN-1', '2025-04-01', '2026-06-30')],
    },
  },
  'DQ-53': {
    found: { units: [unit('UNT-1', { to: '2026-03-31' })], systems: [system('SYS-1', { unitId: 'UNT-1' })] },
    expected: [['UNT-1', { count: 1 }]],
    of: 1,
    notFound: {
      units: [unit('UNT-1', { to: '2026-03-31', successorId: 'UNT-2' }), unit('UNT-2')],
      systems: [system('SYS-1', { unitId: 'UNT-1' })],
    },
  },
  'DQ-54': {
    found: { units: [unit('UNT-1', { from: '2026-04-01', to: '2026-03-31' })] },
    expected: [['UNT-1', { from: '2026-04-01', to: '2026-03-31' }]],
    of: 1,
    notFound: { units: [unit('UNT-1', { from: '2026-04-01', to: '2026-04-01' })] },
  },
  'DQ-55': {
    found: { appetites: [appetite('enterprise', 'low', 'high', { from: '2026-04-02' })] },
    expected: [['enterprise', { day: '2026-04-02', count: 181 }]],
    of: 1,
    notFound: { appetites: [appetite('enterprise', 'low', 'high', { from: '2026-04-03' })] },
  },
  'DQ-56': {
    found: { thresholds: [threshold('K01', 1, 0.9)] },
    expected: [['K01', { day: '2000-01-01', count: 9769 }]],
    of: 1,
    notFound: { thresholds: [threshold('K01', 1, 0.9, { approverPersonId: 'PSN-1', approvedOn: '2026-05-01' })] },
  },
  'DQ-57': {
    found: { contracts: [contract({ dataBasis: null })] },
    expected: [['CON-1', nothing]],
    of: 1,
    notFound: { contracts: [contract({ dataBasis: null, personalData: 'no' })] },
  },
  'DQ-58': {
    found: { contracts: [contract({ agreedOn: null, checkedOn: null })] },
    expected: [['CON-1', { count: 2 }]],
    of: 1,
    notFound: { contracts: [contract({ agreedOn: null, checkedOn: null, dataBasis: 'third_party' })] },
  },
  'DQ-59': {
    found: { contracts: [contract({ dataCountries: ['JP', 'US'], crossBorderRoute: 'equivalent_country' })] },
    expected: [['CON-1', nothing]],
    of: 1,
    notFound: { contracts: [contract({ dataCountries: ['JP', 'DE'], crossBorderRoute: 'equivalent_country' })] },
  },
  'DQ-60': {
    found: {
      contracts: [notHandled],
      contractReadings: [reading('RDG-1', 'CON-1', '2026-09-01', { trainingUse: 'allowed' })],
    },
    expected: [['CON-1', nothing]],
    of: 1,
    notFound: {
      contracts: [notHandled],
      contractReadings: [reading('RDG-1', 'CON-1', '2026-09-01', { trainingUse: 'opted_out' })],
    },
  },
  'DQ-61': {
    found: { contracts: [contract({ to: '2026-09-29', renews: 'unknown' })] },
    expected: [['CON-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: { contracts: [contract({ to: '2026-09-29', renews: 'yes', renewalMonths: 12 })] },
  },
  'DQ-62': {
    found: {
      systems: [system('SYS-1', { tier: 'high' })],
      vendors: [vendor()],
      supplies: [supply],
      contracts: [contract({ systemIds: ['SYS-1'], stage: 'negotiating' })],
    },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: {
      systems: [system('SYS-1', { tier: 'high' })],
      vendors: [vendor()],
      supplies: [supply],
      contracts: [contract({ systemIds: ['SYS-1'] })],
    },
  },
  'DQ-63': {
    found: { vendors: [vendor({ securityOn: '2025-09-29' })], supplies: [supply] },
    expected: [['VEN-1', nothing]],
    of: 1,
    notFound: { vendors: [vendor({ securityOn: '2025-09-30' })], supplies: [supply] },
  },
  'DQ-70': {
    found: { incidents: [leak({ learnedAt: null })] },
    expected: [['INC-1', nothing]],
    of: 1,
    notFound: { incidents: [leak()] },
  },
  'DQ-71': {
    found: { incidents: [leak()], incidentReports: [report('INC-1', 'early', '2026-09-23T15:00:00.000Z')] },
    expected: [['INC-1', { day: '2026-09-22' }]],
    of: 1,
    notFound: { incidents: [leak()], incidentReports: [report('INC-1', 'early', '2026-09-22T14:59:00.000Z')] },
  },
  'DQ-72': {
    found: {
      incidents: [leak()],
      incidentReports: [
        report('INC-1', 'early', '2026-09-22T01:00:00.000Z'),
        report('INC-1', 'persons', '2026-09-22T01:00:00.000Z', { reference: '受付 7' }),
      ],
    },
    expected: [['INC-1', { count: 1 }]],
    of: 1,
    notFound: {
      incidents: [leak()],
      incidentReports: [report('INC-1', 'early', '2026-09-22T01:00:00.000Z', { reference: '受付 7' })],
    },
  },
  'DQ-73': {
    found: { incidents: [leak({ leak: 'unknown' })] },
    expected: [['INC-1', nothing]],
    of: 1,
    notFound: { incidents: [leak({ leak: 'likely' })] },
  },
  'DQ-74': {
    found: { incidents: [anIncident('INC-1', { state: 'closed' })] },
    expected: [['INC-1', nothing]],
    of: 1,
    notFound: { incidents: [anIncident('INC-1', { state: 'resolved' })] },
  },
  'DQ-75': {
    found: { incidents: [anIncident('INC-1')] },
    expected: [['INC-1', nothing]],
    of: 1,
    notFound: { incidents: [anIncident('INC-1', { systemIds: ['SYS-1'] })] },
  },
  'DQ-76': {
    found: toldBy('2026-09-23T01:00:00.001Z'),
    expected: [['INC-1', { count: 1 }]],
    of: 1,
    notFound: toldBy('2026-09-23T01:00:00.000Z'),
  },
  'DQ-77': {
    found: { enforcements: [enforcement('ENF-1', { dueOn: '2026-09-29' })] },
    expected: [['ENF-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: { enforcements: [enforcement('ENF-1', { dueOn: '2026-09-30' })] },
  },
  'DQ-78': {
    found: { enforcements: [enforcement('ENF-1')] },
    expected: [['ENF-1', nothing]],
    of: 1,
    notFound: { enforcements: [enforcement('ENF-1', { state: 'done', doneOn: day })] },
  },
  'DQ-79': {
    found: { incidents: [anIncident('INC-1', { resolvedAt: '2026-09-30T01:00:00.000Z' })] },
    expected: [['INC-1', nothing]],
    of: 1,
    notFound: { incidents: [anIncident('INC-1', { resolvedAt: '2026-09-30T01:00:00.000Z', rootCause: '設定' })] },
  },
  'DQ-80': {
    found: { dataUses: [dataUse('PDU-1', 'SYS-1', { purpose: { ja: ' ', en: null } })] },
    expected: [['PDU-1', nothing]],
    of: 1,
    notFound: { dataUses: [dataUse('PDU-1', 'SYS-1', { purpose: { ja: null, en: 'To select' } })] },
  },
  'DQ-81': {
    found: { dataUses: [dataUse('PDU-1', 'SYS-1', { notifiedOn: '2026-10-01' })] },
    expected: [['PDU-1', nothing]],
    of: 1,
    notFound: { dataUses: [dataUse('PDU-1', 'SYS-1', { notifiedOn: day })] },
  },
  'DQ-82': {
    found: inOperation({ ...noBasis, plannedBasis: 'statistics_exception' }),
    expected: [['PDU-1', nothing]],
    of: 1,
    notFound: inOperation({ plannedBasis: 'statistics_exception' }),
  },
  'DQ-83': {
    found: inOperation(noBasis),
    expected: [['PDU-1', nothing]],
    of: 1,
    // A system that is proposed is not in operation.
    notFound: { ...inOperation(noBasis), systems: [system('SYS-1', { lifecycle: 'proposed' })] },
  },
  'DQ-84': {
    found: { dataUses: [dataUse('PDU-1', 'SYS-1', { sensitive: 'unknown', countries: [] })] },
    expected: [['PDU-1', { count: 2 }]],
    of: 1,
    notFound: { dataUses: [dataUse('PDU-1', 'SYS-1')] },
  },
  'DQ-85': {
    found: relyingOn({ to: '2026-09-29' }),
    expected: [['PDU-1', nothing]],
    of: 1,
    notFound: relyingOn({ to: day }),
  },
  'DQ-86': {
    found: { systems: [system('SYS-1', { personalData: 'unknown' })], dpias: [dpia('DPIA-1', 'SYS-1')] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: {
      systems: [system('SYS-1', { personalData: 'unknown' })],
      dpias: [dpia('DPIA-1', 'SYS-1', { outcome: 'required', screeningOn: day })],
    },
  },
  'DQ-87': {
    found: { dpias: [approvedDpia('DPIA-1', 'SYS-1', '2026-06-01', { validUntil: '2026-09-29' })] },
    expected: [['DPIA-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: { dpias: [approvedDpia('DPIA-1', 'SYS-1', '2026-06-01', { validUntil: day })] },
  },
  'DQ-88': {
    found: judged('みんなの選考'),
    expected: [['DPIA-1', { count: 1 }]],
    of: 1,
    // Done again: the one before it is not looked at any more.
    notFound: {
      ...judged('みんなの選考'),
      dpias: [...(judged('みんなの選考').dpias ?? []), dpia('DPIA-2', 'SYS-1', { previousId: 'DPIA-1' })],
    },
  },
  'DQ-89': {
    found: { deidentifications: [deidentification('DEI-1', 'SYS-1', { evidenceIds: [] })] },
    expected: [['DEI-1', nothing]],
    of: 1,
    notFound: { deidentifications: [deidentification('DEI-1', 'SYS-1')] },
  },
  'DQ-90': {
    found: { systems: [inGermany], jurisdictionProfiles: [profile('JUR-1', { jurisdiction: 'JP', inScope: 'yes' })] },
    expected: [['SYS-1', nothing]],
    of: 1,
    notFound: { systems: [inGermany], jurisdictionProfiles: [profile('JUR-1', { inScope: 'no' })] },
  },
  'DQ-91': {
    found: { jurisdictionProfiles: [profile('JUR-1', { inScope: 'yes', euRoles: ['deployer'] })] },
    expected: [['JUR-1', nothing]],
    of: 1,
    notFound: {
      jurisdictionProfiles: [profile('JUR-1', { inScope: 'yes', euRoles: ['deployer'], euTiers: ['minimal'] })],
    },
  },
  'DQ-92': {
    found: { jurisdictionProfiles: [profile('JUR-1', { jurisdiction: 'SG', ownerId: null })] },
    expected: [['JUR-1', nothing]],
    of: 1,
    notFound: { jurisdictionProfiles: [profile('JUR-1', { jurisdiction: 'JP', ownerId: null })] },
  },
  'DQ-93': {
    found: { jurisdictionProfiles: [profile('JUR-1', { nextReviewOn: '2026-09-29' })] },
    expected: [['JUR-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: { jurisdictionProfiles: [profile('JUR-1', { nextReviewOn: day })] },
  },
  'DQ-94': {
    found: { outwardAccounts: [{ ...approvedAccount, forPublication: ['AIGB-C-1', 'contact'] }] },
    expected: [['OAC-1', nothing]],
    of: 1,
    notFound: { outwardAccounts: [approvedAccount] },
  },
  'DQ-95': {
    found: { decisions: [decision('DEC-1', { meetingId: 'MTG-1' })], meetings: [meeting('MTG-1', '2026-09-29')] },
    expected: [['DEC-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: { decisions: [decision('DEC-1', { meetingId: 'MTG-1' })], meetings: [meeting('MTG-1', day)] },
  },
  'DQ-96': {
    found: { decisions: [approved('DEC-1', '2026-06-01', null), decision('DEC-2')] },
    expected: [['DEC-1', nothing]],
    of: 1,
    notFound: { decisions: [approved('DEC-1', '2026-06-01', null, { minutesReference: '第12回議事録' })] },
  },
  'DQ-97': {
    found: {
      decisions: [approved('DEC-1', '2026-06-01', null), approved('DEC-2', '2026-06-01', null, { outcome: 'noted' })],
    },
    expected: [['DEC-1', nothing]],
    of: 1,
    // Carried out: nothing is to be done by a day any more.
    notFound: { decisions: [approved('DEC-1', '2026-06-01', null, { implementedOn: day })] },
  },
  'DQ-98': {
    found: { decisions: [approved('DEC-1', '2026-06-01', null, { implementedOn: day })] },
    expected: [['DEC-1', nothing]],
    of: 1,
    notFound: { decisions: [approved('DEC-1', '2026-06-01', null, { implementedOn: day, evidenceIds: ['EVD-1'] })] },
  },
  'DQ-99': {
    found: {
      meetings: [meeting('MTG-1', '2026-10-10', { packDeadline: '2026-09-29' }), meeting('MTG-2', '2026-10-10')],
    },
    expected: [['MTG-1', { day: '2026-09-29' }]],
    of: 1,
    notFound: {
      meetings: [
        meeting('MTG-1', '2026-10-10', { packDeadline: day }),
        meeting('MTG-2', '2026-10-10', { packDeadline: '2026-09-29', packId: 'PACK-1' }),
      ],
    },
  },
}
