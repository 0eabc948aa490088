/** What a reading comes to on a day: gaps, key gaps, by head and matter; and that a complete one keeps what it said. */
import { describe, expect, test } from 'vitest'
import { type OwnPoint, pointSurroundings } from '#shared/domain/third-party/applicable-points.ts'
import type { AiContract } from '#shared/domain/third-party/ai-contract.ts'
import type { ContractReading, PointAnswer } from '#shared/domain/third-party/contract-reading.ts'
import { pointStateOf, readingOn, standingOf } from '#shared/domain/third-party/reading-standing.ts'

const day = '2026-11-28'
const contract: Pick<AiContract, 'id' | 'type' | 'systemIds' | 'personalData' | 'dataCountries'> = {
  id: 'contract',
  type: 'CT-1',
  systemIds: ['system'],
  personalData: 'no',
  dataCountries: [],
}
const around = pointSurroundings(
  [
    {
      id: 'system',
      withdrawn: null,
      unitId: 'unit',
      personalData: 'no',
      jurisdictions: ['JP'],
      kind: 'generative',
    },
  ],
  [{ id: 'unit', withdrawn: null, parentId: null, from: null, to: null, sectors: [] }],
  day,
)
type Given = Pick<PointAnswer, 'pointId' | 'finding' | 'carriedOver' | 'acceptedUntil'>
const answer = (pointId: string, fields: Partial<Given> = {}): Given => ({
  pointId,
  finding: 'in_order',
  carriedOver: false,
  acceptedUntil: null,
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
const open = { pointsVersion: '1.0', completedOn: null }
const standing = (
  answers: readonly Given[],
  reading: Pick<ContractReading, 'pointsVersion' | 'completedOn'> | null = open,
  points: readonly OwnPoint[] = [],
) => standingOf(contract, reading, answers, around, points, day)

/** 36 of type 1, without CC-IN-14, CC-IN-15, CC-GN-10 (no personal data) and CC-GN-12 (only Japan). */
const askedOfIt = 32

test('a contract that nobody has read has every point open', () => {
  const unread = standing([], null)
  expect([unread.asked, unread.answered, unread.gaps, unread.complete, unread.worst]).toEqual([
    askedOfIt,
    0,
    askedOfIt,
    false,
    'unanswered',
  ])
  expect(unread.missing).toHaveLength(askedOfIt)
})

test.each([
  ['in order', { finding: 'in_order' }, 'in_order', 0],
  ['needs change', { finding: 'needs_change' }, 'needs_change', 1],
  ['not applicable, says a person', { finding: 'not_applicable' }, 'not_applicable', 0],
  ['carried over', { carriedOver: true }, 'carried_over', 1],
  ['risk borne without an end', { finding: 'risk_accepted' }, 'risk_accepted', 0],
  ['risk borne until today', { finding: 'risk_accepted', acceptedUntil: day }, 'risk_accepted', 0],
  ['risk borne until yesterday', { finding: 'risk_accepted', acceptedUntil: '2026-11-27' }, 'acceptance_lapsed', 1],
] as const)('%s', (_name, fields, state, gaps) => {
  const given = answer('CC-IN-08', fields)
  expect(pointStateOf(given, day, { id: 'CC-IN-08' })).toBe(state)
  expect(standing([given]).gaps).toBe(askedOfIt - 1 + gaps)
})

test('counts by element, head and matter, with the worst of each', () => {
  const all = standing([
    answer('CC-IN-07', { finding: 'needs_change' }),
    answer('CC-IN-08'),
    answer('CC-IN-09', { finding: 'risk_accepted', acceptedUntil: '2027-03-31' }),
    answer('CC-IN-17', { finding: 'not_applicable' }),
    answer('CC-IP-02', { carriedOver: true }),
    answer('CC-OUT-07'),
  ])
  // Of the eight points that limit purpose, CC-IP-04 and CC-GN-11 are not asked of type 1.
  expect(all.byMatter.purpose).toEqual({ asked: 6, answered: 5, gaps: 2, keyGaps: 2, worst: 'needs_change' })
  expect(all.byElement.input_result).toEqual({ asked: 1, answered: 0, gaps: 1, keyGaps: 1, worst: 'carried_over' })
  expect(all.byElement.output_result).toEqual({ asked: 0, answered: 0, gaps: 0, keyGaps: 0, worst: null })
  expect(all.byHead.use).toEqual({ asked: 10, answered: 4, gaps: 7, keyGaps: 5, worst: 'needs_change' })
  expect([all.asked, all.answered]).toEqual([askedOfIt, 5])
})

describe("the company's own points", () => {
  const complete = { pointsVersion: '1.0', completedOn: '2026-10-01' }
  const everything = standing([]).missing.map(({ id }) => answer(id))

  test('count in a text that is being read', () => {
    expect(standing(everything, open, [own('CKP-0001')]).missing.map(({ id }) => id)).toEqual(['CKP-0001'])
  })

  test('that come later change nothing of a complete reading', () => {
    const before = standing(everything, complete)
    expect([before.complete, before.missing]).toEqual([true, []])
    const later = [own('CKP-0001'), own('CKP-0002', { replaces: 'CC-IN-08', weight: 'minor' })]
    expect(standing(everything, complete, later)).toEqual(before)
  })

  test('that have ended, or were withdrawn, stay in a complete reading that was read by them', () => {
    const reworded = own('CKP-0001', { replaces: 'CC-IN-08' })
    const added = own('CKP-0002')
    const answers = [
      ...everything.filter(({ pointId }) => pointId !== 'CC-IN-08'),
      answer('CKP-0001', { finding: 'needs_change' }),
      answer('CKP-0002', { finding: 'needs_change' }),
    ]
    const before = standing(answers, complete, [reworded, added])
    expect(before.points.filter(({ gap }) => gap).map(({ id, base }) => [id, base])).toEqual([
      ['CKP-0001', 'CC-IN-08'],
      ['CKP-0002', 'CKP-0002'],
    ])
    const ended = [
      { ...reworded, to: '2026-11-01' },
      { ...added, withdrawn: { on: day, reason: 'x' } },
    ]
    const after = standing(answers, complete, ended)
    expect(after.points.map(({ id, state, applies }) => [id, state, applies])).toEqual(
      before.points.map(({ id, state, applies }) => [id, state, applies]),
    )
  })

  test('that reword an answered point of an open text ask for another look', () => {
    const all = standing(everything, open, [own('CKP-0001', { replaces: 'CC-IN-08' })])
    expect(all.missing.map(({ id, state, answer: given }) => [id, state, given?.pointId])).toEqual([
      ['CKP-0001', 'carried_over', 'CC-IN-08'],
    ])
  })
})

test('a complete reading is open again where the contract comes to handle what it did not', () => {
  const everything = standing([]).missing.map(({ id }) => answer(id))
  const complete = { pointsVersion: '1.0', completedOn: '2026-10-01' }
  const changed = standingOf({ ...contract, personalData: 'yes' }, complete, everything, around, [], day)
  expect(changed.missing.map(({ id }) => id)).toEqual(['CC-IN-14', 'CC-IN-15', 'CC-GN-10'])
  expect(changed.complete).toBe(true)
})

describe('the reading that counts', () => {
  const reading = (code: string, startedOn: string, fields: Partial<ContractReading> = {}) => ({
    code,
    contractId: 'contract',
    startedOn,
    withdrawn: null,
    ...fields,
  })
  test.each([
    ['none before the first', [reading('RDG-0001', '2026-11-29')], null],
    ['one begun that day', [reading('RDG-0001', day)], 'RDG-0001'],
    [
      'the newest begun, though not complete',
      [reading('RDG-0002', '2026-05-01'), reading('RDG-0001', '2025-05-01')],
      'RDG-0002',
    ],
    ['of one day the later code', [reading('RDG-9999', day), reading('RDG-10000', day)], 'RDG-10000'],
    [
      'not one that was withdrawn',
      [reading('RDG-0001', '2025-05-01'), reading('RDG-0002', day, { withdrawn: { on: day, reason: 'x' } })],
      'RDG-0001',
    ],
    ['not one of another contract', [reading('RDG-0001', day, { contractId: 'other' })], null],
  ] as const)('%s', (_name, readings, code) => {
    expect(readingOn(readings, contract, day)?.code ?? null).toBe(code)
  })
})
