/**
 * A small company by hand, small enough to count on paper, as of 2026-06-30 and 2026-09-30. One head office with three
 * divisions, four executives (one leaves in August), six systems, five risks, five controls, five actions.
 */
import type { RegisterState } from '#shared/domain/register-state.ts'
import {
  acceptance,
  action,
  appetite,
  assessment,
  attestation,
  control,
  controlTest,
  evidence,
  executive,
  person,
  post,
  register,
  risk,
  riskOwner,
  system,
  term,
  unit,
} from './hand-made-register.ts'

export const june = '2026-06-30'
export const september = '2026-09-30'

/** As recorded by September; dated rows make it the June register when it is looked at on that day. */
export function officeRegister(): RegisterState {
  return register({
    appetites: (['AIGB-C-1', 'AIGB-C-3', 'AIGB-C-5', 'enterprise'] as const).map((category) =>
      appetite(category, 'moderate', 'high', { approverPersonId: 'PSN-1', approvedOn: '2026-05-22' }),
    ),
    units: [
      unit('UNT-1', { kind: 'legal_entity', name: { ja: '令和商事', en: 'Reiwa Shoji' } }),
      unit('UNT-2', { parentId: 'UNT-1', name: { ja: '営業本部', en: 'Sales' } }),
      unit('UNT-3', { parentId: 'UNT-1', name: { ja: '物流事業部', en: 'Logistics' } }),
      unit('UNT-4', { parentId: 'UNT-2', name: { ja: '営業企画部', en: 'Sales planning' } }),
    ],
    people: [
      person('PSN-1', { name: { ja: '佐伯 真理子', en: 'Mariko Saeki' } }),
      person('PSN-2', { name: { ja: '髙橋 誠', en: 'Makoto Takahashi' } }),
      person('PSN-3', { name: { ja: '吉岡 直樹', en: 'Naoki Yoshioka' } }),
      person('PSN-4', { name: { ja: '小林 茂', en: 'Shigeru Kobayashi' } }),
      person('PSN-5', { name: { ja: '森田 千尋', en: 'Chihiro Morita' } }),
    ],
    posts: [
      post('PST-1', { kind: 'board', name: { ja: '取締役会', en: 'Board' } }),
      post('PST-2', { reportsToId: 'PST-1', name: { ja: 'AI統括責任者', en: 'Chief AI officer' } }),
      post('PST-3', { reportsToId: 'PST-2', name: { ja: '営業本部長', en: 'Head of sales' } }),
      post('PST-4', { reportsToId: 'PST-2', name: { ja: '物流担当役員', en: 'Head of logistics' } }),
    ],
    terms: [
      term('PST-1', 'PSN-1', '2025-06-27'),
      term('PST-2', 'PSN-2', '2025-04-01'),
      term('PST-3', 'PSN-3', '2025-04-01', '2026-12-31'),
      term('PST-4', 'PSN-4', '2025-04-01', '2026-08-31'),
      term('PST-4', 'PSN-5', '2026-09-01', null, 'deputy'),
    ],
    systems: [
      system('SYS-0001', { unitId: 'UNT-4', tier: 'high' }),
      system('SYS-0002', { unitId: 'UNT-2', lifecycle: 'pilot', tier: 'low' }),
      system('SYS-0003', { unitId: 'UNT-3', nextReviewOn: '2026-09-15' }),
      system('SYS-0004', { unitId: 'UNT-3', tier: null, personalData: 'unknown' }),
      system('SYS-0005', { unitId: 'UNT-1', lifecycle: 'retired' }),
      system('SYS-0006', { unitId: null, lifecycle: 'unknown', tier: 'low' }),
    ],
    assignments: [
      executive('SYS-0001', 'PST-3'),
      executive('SYS-0002', 'PST-3'),
      executive('SYS-0003', 'PST-4'),
      executive('SYS-0004', 'PST-2'),
      riskOwner('RSK-0001', 'PSN-3'),
      riskOwner('RSK-0002', 'PSN-3'),
      riskOwner('RSK-0003', 'PSN-5'),
      riskOwner('RSK-0004', 'PSN-2'),
    ],
    attestations: [
      attestation('SYS-0001', '2026-05-20'),
      attestation('SYS-0001', '2026-09-18'),
      attestation('SYS-0002', '2026-05-20'),
      attestation('SYS-0003', '2026-03-01'),
    ],
    risks: [
      risk('RSK-0001', { category: 'AIGB-C-3', systemIds: ['SYS-0001'] }),
      risk('RSK-0002', { category: 'AIGB-C-1', systemIds: ['SYS-0002'] }),
      risk('RSK-0003', { category: 'AIGB-C-5', systemIds: ['SYS-0003', 'SYS-0004'] }),
      risk('RSK-0004', { category: 'enterprise', identifiedOn: '2026-08-01' }),
      risk('RSK-0005', {
        category: 'AIGB-C-1',
        systemIds: ['SYS-0002'],
        status: 'closed',
        closedOn: '2026-07-15',
        closedReason: '機能を廃止',
      }),
    ],
    assessments: [
      assessment('RSK-0001', 'inherent', 5, 5, '2026-04-10'),
      assessment('RSK-0001', 'residual', 4, 4, '2026-04-10'),
      assessment('RSK-0001', 'target', 2, 4, '2026-04-10'),
      assessment('RSK-0002', 'inherent', 4, 4, '2026-04-10'),
      assessment('RSK-0002', 'residual', 3, 3, '2026-04-10'),
      assessment('RSK-0002', 'residual', 3, 4, '2026-09-20'),
      assessment('RSK-0002', 'target', 2, 3, '2026-04-10'),
      assessment('RSK-0003', 'inherent', 3, 4, '2026-04-10'),
      assessment('RSK-0003', 'residual', 2, 2, '2026-04-10'),
      assessment('RSK-0004', 'inherent', 5, 5, '2026-08-05'),
      assessment('RSK-0004', 'residual', 5, 5, '2026-08-05'),
      assessment('RSK-0004', 'target', 5, 3, '2026-08-05'),
      assessment('RSK-0005', 'residual', 1, 1, '2026-04-10'),
    ],
    acceptances: [
      acceptance('ACC-0001', 'RSK-0001', '2026-04-15', '2026-08-31', {
        postId: 'PST-3',
        personId: 'PSN-3',
        likelihood: 4,
        impact: 4,
      }),
      acceptance('ACC-0002', 'RSK-0002', '2026-04-15', '2026-12-15', {
        postId: 'PST-3',
        personId: 'PSN-3',
        likelihood: 3,
        impact: 3,
      }),
    ],
    controls: [
      control('CTL-0001', { domain: 'organisation', riskIds: ['RSK-0001'] }),
      control('CTL-0002', { domain: 'model', riskIds: ['RSK-0001', 'RSK-0002'] }),
      control('CTL-0003', { domain: 'security', riskIds: ['RSK-0003'] }),
      control('CTL-0004', { domain: 'data', design: 'partial', weight: 'supporting' }),
      control('CTL-0005', {
        domain: 'people',
        notApplicable: { reason: '対面の業務がない', approverPersonId: 'PSN-2', on: '2026-04-01' },
      }),
    ],
    controlTests: [
      controlTest('CTL-0001', '2026-05-01', 'effective', '2027-04-30'),
      controlTest('CTL-0002', '2026-06-01', 'ineffective', '2027-05-31'),
      controlTest('CTL-0003', '2025-06-01', 'effective', '2026-08-31'),
    ],
    evidence: [evidence('EVD-0001', ['CTL-0001'], '2026-12-31'), evidence('EVD-0002', ['CTL-0003'], '2026-07-31')],
    actions: [
      action('ACT-0001', '2026-08-03', { ownerId: 'PSN-3' }),
      action('ACT-0002', '2026-09-20', { ownerId: 'PSN-4' }),
      action('ACT-0003', '2026-12-01', { ownerId: 'PSN-5' }),
      action('ACT-0004', '2026-06-10', { state: 'verified', doneOn: '2026-07-01', verifiedOn: '2026-07-05' }),
      action('ACT-0005', null),
    ],
  })
}
