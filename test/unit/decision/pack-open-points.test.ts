/** What keeps a pack from being finished, point by point: which record is named, and whether it refuses or warns. */
import { expect, test } from 'vitest'
import { type OpenPointFacts, packOpenPoints } from '#shared/domain/decision/pack-open-points.ts'

const name = { ja: '名', en: 'Name' }
const request = {
  id: 'D',
  code: 'DEC-0001',
  name,
  kind: 'resolution',
  dueOn: '2026-12-31',
  ownerId: 'P',
  ownerPostId: null,
} as const
const closed: OpenPointFacts = {
  asked: [request],
  isNoneConfirmed: false,
  topRisks: [{ id: 'R', code: 'RSK-0001', name, hasOwner: true }],
  isLockedOpen: false,
  breaches: [{ id: 'K05', answer: 'noted', code: 'DEC-0002' }],
  olderNotes: [],
  pages: { budget: 1, pages: [{ page: 'summary', sheets: 1 }], isCounted: true },
  unrecorded: [],
  provisional: [],
}

test.each<[string, Partial<OpenPointFacts>, readonly (readonly [string, string, string | null])[]]>([
  ['nothing is open', {}, []],
  ['nothing is asked', { asked: [] }, [['nothingSaid', 'refusal', null]]],
  ['that nothing is asked was confirmed', { asked: [], isNoneConfirmed: true }, []],
  ['no due day', { asked: [{ ...request, dueOn: null }] }, [['decisionWithoutDueDate', 'refusal', 'DEC-0001']]],
  ['a report owes no day', { asked: [{ ...request, kind: 'report', dueOn: null }] }, []],
  [
    'nobody carries it out',
    { asked: [{ ...request, ownerId: null }] },
    [['decisionWithoutOwner', 'refusal', 'DEC-0001']],
  ],
  ['a post carries it out', { asked: [{ ...request, ownerId: null, ownerPostId: 'Q' }] }, []],
  [
    'a top risk without owner',
    { topRisks: [{ id: 'R', code: 'RSK-0001', name, hasOwner: false }] },
    [['topRiskWithoutOwner', 'refusal', 'RSK-0001']],
  ],
  [
    'a top risk without owner in a pack that was locked with a reason',
    { topRisks: [{ id: 'R', code: 'RSK-0001', name, hasOwner: false }], isLockedOpen: true },
    [['topRiskWithoutOwner', 'warning', 'RSK-0001']],
  ],
  [
    'a breach without answer',
    { breaches: [{ id: 'K05', answer: 'open', code: null }] },
    [['breachUnanswered', 'refusal', 'K05']],
  ],
  [
    'commentary older than the snapshot',
    { olderNotes: ['figure:heatMap'] },
    [['commentaryOlder', 'refusal', 'figure:heatMap']],
  ],
  [
    'one page too many',
    { pages: { budget: 1, pages: [{ page: 'summary', sheets: 2 }], isCounted: true } },
    [['overBudget', 'refusal', '2/1']],
  ],
  ['no budget', { pages: null }, []],
  ['an outcome that nobody recorded', { unrecorded: [request] }, [['outcomeMissing', 'warning', 'DEC-0001']]],
  ['a limit that nobody approved', { provisional: ['K12'] }, [['thresholdProvisional', 'warning', 'K12']]],
])('%s', (_name, given, expected) => {
  const points = packOpenPoints({ ...closed, ...given })
  expect(
    points.map(({ kind, severity, target, kri, note, pages }) => [
      kind,
      severity,
      target?.code ?? kri ?? note ?? (pages === null ? null : `${String(pages.sheets)}/${String(pages.budget)}`),
    ]),
  ).toEqual(expected)
})
