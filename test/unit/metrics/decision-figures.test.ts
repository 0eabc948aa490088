/** K27 against tables that were counted by hand. */
import { expect, test } from 'vitest'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { figuresUnder } from '#shared/domain/metrics/kri-result.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { register } from '#test/support/hand-made-register.ts'
import { approved, decision } from '#test/support/decision-records.ts'

const day = '2026-09-30'
const results = (decisions: RecordOf<'decision'>[], asOf = day) => computeKris(register({ decisions }), asOf)
const figure = (decisions: RecordOf<'decision'>[], asOf = day) => {
  const { numerator, denominator, value, status, parts, contributing } =
    results(decisions, asOf).find(({ id }) => id === 'K27') ?? {}
  return { numerator, denominator, value, status, parts, contributing }
}

test('counts decisions whose day has come, and of them those that were carried out', () => {
  const decisions = [
    approved('DEC-1', '2026-03-10', '2026-06-30', { implementedOn: '2026-06-30' }),
    // Carried out late is carried out.
    approved('DEC-2', '2026-03-10', '2026-06-30', { implementedOn: '2026-09-30' }),
    // Carried out on the day after the as-of day: not yet.
    approved('DEC-3', '2026-03-10', '2026-06-30', { implementedOn: '2026-10-01' }),
    // Due today.
    approved('DEC-4', '2026-06-10', '2026-09-30'),
    // Due tomorrow.
    approved('DEC-5', '2026-06-10', '2026-10-01'),
    // Carried out before its day has come: it is not counted yet.
    approved('DEC-6', '2026-06-10', '2026-12-31', { implementedOn: '2026-08-01' }),
    approved('DEC-7', '2026-06-10', null),
    // Moved after the as-of day: on it, the earlier day stood.
    approved('DEC-8', '2026-03-10', '2026-12-31', {
      outcome: 'conditional',
      slips: [{ from: '2026-08-31', to: '2026-12-31', on: '2026-10-05', reason: '納期' }],
    }),
    // Nothing is to be carried out.
    approved('DEC-9', '2026-03-10', '2026-06-30', { outcome: 'rejected', followThrough: 'not_needed' }),
    approved('DEC-10', '2026-03-10', '2026-06-30', { kind: 'report', outcome: 'noted', followThrough: 'not_needed' }),
    decision('DEC-11', { state: 'deferred', outcome: 'deferred', decidedOn: '2026-06-10', dueOn: '2026-06-30' }),
    // Not decided by the day.
    decision('DEC-12', { dueOn: '2026-06-30' }),
    approved('DEC-13', '2026-10-01', '2026-09-30'),
    approved('DEC-14', '2026-03-10', '2026-06-30', { withdrawn: { on: '2026-07-01', reason: '誤り' } }),
  ]
  expect(figure(decisions)).toEqual({
    numerator: 2,
    denominator: 5,
    value: 0.4,
    status: 'breach',
    parts: { notYetDue: 2, withoutDueDate: 1, undecided: 2 },
    contributing: ['DEC-3', 'DEC-4', 'DEC-8'],
  })
})

test('nothing due is no share, and no decision is no data', () => {
  expect(figure([approved('DEC-1', '2026-03-10', '2026-10-01'), decision('DEC-2')])).toEqual({
    numerator: 0,
    denominator: 0,
    value: null,
    status: 'na',
    parts: { notYetDue: 1, withoutDueDate: 0, undecided: 1 },
    contributing: [],
  })
  expect(figure([])).toMatchObject({ numerator: null, denominator: null, value: null, status: 'no_data' })
  expect(figure([decision('DEC-1', { withdrawn: { on: '2026-01-01', reason: '誤り' } })])).toMatchObject({
    status: 'no_data',
  })
})

test('its limits, on a leap day too, and not in a pack from before', () => {
  const of = (done: number, all: number) =>
    Array.from({ length: all }, (_none, index) =>
      approved(`DEC-${String(index)}`, '2027-12-01', '2028-02-29', {
        implementedOn: index < done ? '2028-02-29' : null,
      }),
    )
  expect(figure(of(9, 10), '2028-02-29')).toMatchObject({ value: 0.9, status: 'within' })
  expect(figure(of(3, 4), '2028-02-29')).toMatchObject({ value: 0.75, status: 'warning' })
  expect(figure(of(2, 3), '2028-02-29')).toMatchObject({ status: 'breach' })
  expect(figure(of(2, 3), '2028-02-28')).toMatchObject({ denominator: 0, status: 'na' })
  const had = (version: number) => figuresUnder(version, results(of(1, 1))).some(({ id }) => id === 'K27')
  expect([had(130), had(150)]).toEqual([false, true])
})
