/** Before and after a renegotiation: what changed at each point, and which gaps were closed or have come. */
import { expect, test } from 'vitest'
import { changedTerms, comparePoints } from '#shared/domain/third-party/compare-readings.ts'
import type { ContractReading, PointAnswer } from '#shared/domain/third-party/contract-reading.ts'
import { ourPoint } from '#shared/domain/third-party/applicable-points.ts'
import { currentPointCatalogue } from '#shared/domain/third-party/point-catalogue.ts'
import { gapStates, pointStateOf, type ReadPoint } from '#shared/domain/third-party/reading-standing.ts'

const day = '2026-11-28'
const answer = (pointId: string, fields: Partial<PointAnswer>): PointAnswer => ({
  id: pointId,
  version: 1,
  withdrawn: null,
  readingId: 'reading',
  pointId,
  finding: 'in_order',
  carriedOver: false,
  clause: null,
  quotation: null,
  reason: null,
  position: null,
  agreedText: null,
  ownerPostId: null,
  ownerId: null,
  dueOn: null,
  accepterId: null,
  acceptedUntil: null,
  riskIds: [],
  actionIds: [],
  ...fields,
})
function point(id: string, fields: Partial<PointAnswer> | null, applies = true): ReadPoint {
  const ours = currentPointCatalogue.byId.get(id)
  if (ours === undefined) throw new Error(`no point ${id}`)
  const given = fields === null ? null : answer(id, fields)
  const state = pointStateOf(given, day, { id })
  const judged = applies
    ? ({ applies: true, reason: 'of_type' } as const)
    : ({ applies: false, reason: 'other_type' } as const)
  return {
    ...ourPoint(ours, currentPointCatalogue),
    ...judged,
    answer: given,
    state,
    gap: applies && gapStates.includes(state),
  }
}

test('tells point by point what differs and what became of gaps', () => {
  const before = [
    point('CC-IN-01', { clause: '2' }),
    point('CC-IN-07', { finding: 'needs_change', clause: '5.1' }),
    point('CC-IN-08', { finding: 'needs_change' }),
    point('CC-IN-09', {}),
    point('CC-IN-10', { quotation: '30 days' }),
    point('CC-IN-11', {}),
    point('CC-GN-03', {}),
    point('CC-IN-03', null, false),
  ]
  const after = [
    point('CC-IN-01', { clause: '2' }),
    point('CC-IN-07', { clause: '5.1', agreedText: 'Only to give the service' }),
    point('CC-IN-08', { finding: 'needs_change' }),
    point('CC-IN-09', { carriedOver: true }),
    point('CC-IN-10', { quotation: '90 days' }),
    point('CC-IN-11', null),
    point('CC-GN-03', {}, false),
    point('CC-IN-03', null, false),
  ]
  expect(comparePoints(before, after).map(({ base, differences, gap }) => [base, differences, gap])).toEqual([
    ['CC-IN-01', [], 'none'],
    ['CC-IN-07', ['state', 'agreedText'], 'closed'],
    ['CC-IN-08', [], 'stays'],
    ['CC-IN-09', [], 'none'],
    ['CC-IN-10', ['quotation'], 'none'],
    ['CC-IN-11', ['state'], 'opened'],
    ['CC-GN-03', ['asked'], 'none'],
  ])
})

test('keeps the line of a point that was reworded, and tells of one that only one reading had', () => {
  const before = [point('CC-IN-08', {}), { ...point('CC-IN-01', {}), id: 'CKP-0009', base: 'CKP-0009' }]
  const reworded = { ...point('CC-IN-08', {}), id: 'CKP-0001', question: { ja: '当社の言葉', en: 'Our words' } }
  expect(
    comparePoints(before, [reworded]).map(({ base, before: one, after, differences }) => [
      base,
      one?.id ?? null,
      after?.id ?? null,
      differences,
    ]),
  ).toEqual([
    ['CC-IN-08', 'CC-IN-08', 'CKP-0001', ['question']],
    ['CKP-0009', 'CKP-0009', null, ['asked', 'question', 'state']],
  ])
})

test('names the terms that changed', () => {
  const terms: Pick<ContractReading, 'trainingUse' | 'liabilityCap' | 'liabilityCapValue' | 'incidentNoticeHours'> = {
    trainingUse: 'allowed',
    liabilityCap: 'months_of_fees',
    liabilityCapValue: 3,
    incidentNoticeHours: null,
  }
  expect(changedTerms(terms, terms)).toEqual([])
  expect(changedTerms(terms, { ...terms, trainingUse: 'never', incidentNoticeHours: 48 })).toEqual([
    'trainingUse',
    'incidentNoticeHours',
  ])
})
