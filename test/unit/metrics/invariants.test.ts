import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar-date.ts'
import { designs } from '#shared/domain/control.ts'
import { completenessOn } from '#shared/domain/metrics/completeness.ts'
import type { FigureInput } from '#shared/domain/metrics/figure-input.ts'
import { judge, type KriResult } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { riskPositions } from '#shared/domain/metrics/risk-positions.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { bandRank } from '#shared/domain/scoring.ts'
import { lifecycles, tiers } from '#shared/domain/system.ts'
import {
  acceptance,
  action,
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
} from '../../support/hand-made-register.ts'

const day = '2026-09-30'
const codes = ['1', '2', '3', '4']
const near = fc.integer({ min: -400, max: 400 }).map((days) => addDays(day, days))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const grade = fc.integer({ min: 1, max: 5 })
const pick = <Value>(values: readonly Value[]) => fc.constantFrom(...values)

const anyRegister: fc.Arbitrary<RegisterState> = fc
  .record({
    systems: fc.array(
      fc.record({
        lifecycle: pick(lifecycles),
        tier: maybe(pick(tiers)),
        personalData: pick(['yes', 'no', 'unknown'] as const),
        nextReviewOn: maybe(near),
        withdrawn: fc.oneof(
          { weight: 5, arbitrary: fc.constant(null) },
          fc.record({ on: near, reason: fc.constant('重複') }),
        ),
      }),
      { maxLength: 4 },
    ),
    terms: fc.array(fc.tuple(pick(codes), near, maybe(near), pick(['holder', 'deputy'] as const)), { maxLength: 5 }),
    executives: fc.array(fc.tuple(pick(codes), pick(codes), maybe(near), maybe(near)), { maxLength: 5 }),
    attestations: fc.array(fc.tuple(pick(codes), near), { maxLength: 5 }),
    risks: fc.array(
      fc.record({
        status: pick(['open', 'closed'] as const),
        closedOn: maybe(near),
        identifiedOn: maybe(near),
        nextReviewOn: maybe(near),
        category: pick(['enterprise', 'AIGB-C-1'] as const),
        systemIds: fc.uniqueArray(pick(codes.map((code) => `SYS-${code}`)), { maxLength: 2 }),
      }),
      { maxLength: 4 },
    ),
    assessments: fc.array(
      fc.tuple(pick(codes), pick(['inherent', 'residual', 'target'] as const), grade, grade, near),
      { maxLength: 12 },
    ),
    acceptances: fc.array(fc.tuple(pick(codes), near, near, maybe(near)), { maxLength: 4 }),
    controls: fc.array(
      fc.record({
        design: pick(designs),
        weight: pick(['key', 'supporting', 'minor'] as const),
        riskIds: fc.uniqueArray(pick(codes.map((code) => `RSK-${code}`)), { maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
    tests: fc.array(fc.tuple(pick(codes), near, pick(['effective', 'ineffective'] as const), near), { maxLength: 5 }),
    evidence: fc.array(fc.tuple(pick(codes), maybe(near)), { maxLength: 4 }),
    actions: fc.array(
      fc.record({ dueOn: maybe(near), state: pick(['open', 'done', 'verified'] as const), verifiedOn: maybe(near) }),
      { maxLength: 5 },
    ),
  })
  .map((given) =>
    register({
      people: [person('PSN-1')],
      posts: codes.map((code) => post(`PST-${code}`)),
      terms: given.terms.map(([code, from, to, capacity]) => term(`PST-${code}`, 'PSN-1', from, to, capacity)),
      systems: given.systems.map((facts, index) => system(`SYS-${String(index + 1)}`, facts)),
      assignments: [
        ...given.executives.map(([code, postCode, from, to]) => executive(`SYS-${code}`, `PST-${postCode}`, from, to)),
        riskOwner('RSK-1', 'PSN-1'),
      ],
      attestations: given.attestations.map(([code, on]) => attestation(`SYS-${code}`, on)),
      risks: given.risks.map((facts, index) => risk(`RSK-${String(index + 1)}`, facts)),
      assessments: given.assessments.map(([code, stage, likelihood, impact, on]) =>
        assessment(`RSK-${code}`, stage, likelihood, impact, on),
      ),
      acceptances: given.acceptances.map(([code, from, to, endedOn], index) =>
        acceptance(`ACC-${String(index + 1)}`, `RSK-${code}`, from, to, { endedOn }),
      ),
      controls: given.controls.map((facts, index) => control(`CTL-${String(index + 1)}`, facts)),
      controlTests: given.tests.map(([code, on, result, until]) => controlTest(`CTL-${code}`, on, result, until)),
      evidence: given.evidence.map(([code, until], index) =>
        evidence(`EVD-${String(index + 1)}`, [`CTL-${code}`], until),
      ),
      actions: given.actions.map((facts, index) => action(`ACT-${String(index + 1)}`, facts.dueOn, facts)),
    }),
  )

/** The projection that a reader of the database makes: no long text, blank counted fields by name, rows in any order. */
function slim(state: RegisterState): FigureInput {
  const missing = (noun: 'systems' | 'risks' | 'controls' | 'actions', counted: readonly string[]) =>
    new Map(
      state[noun].map((row) => {
        const values = new Map<string, unknown>(Object.entries(row))
        const isBlank = (value: unknown) =>
          value === null ||
          value === 'unknown' ||
          (Array.isArray(value) && value.length === 0) ||
          (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((each) => each === null))
        return [row.id, counted.filter((field) => isBlank(values.get(field)))]
      }),
    )
  const gaps = {
    systems: missing('systems', [
      'name',
      'purpose',
      'unitId',
      'lifecycle',
      'kind',
      'roles',
      'tier',
      'humanOversight',
      'personalData',
      'nextReviewOn',
    ]),
    risks: missing('risks', ['name', 'cause', 'event', 'consequence', 'category', 'treatment', 'nextReviewOn']),
    controls: missing('controls', ['name', 'domain', 'weight', 'design']),
    actions: missing('actions', ['name', 'ownerId', 'dueOn']),
  }
  return {
    ...state,
    systems: state.systems.map(
      ({ id, code, withdrawn, lifecycle, tier, unitId, personalData, nextReviewOn, jurisdictions }) => ({
        id,
        code,
        withdrawn,
        lifecycle,
        tier,
        unitId,
        personalData,
        nextReviewOn,
        jurisdictions,
        missing: gaps.systems.get(id) ?? [],
      }),
    ),
    risks: state.risks.map(
      ({ cause: _cause, event: _event, consequence: _consequence, treatment: _treatment, ...row }) => ({
        ...row,
        missing: gaps.risks.get(row.id) ?? [],
      }),
    ),
    controls: state.controls.map((row) => ({ ...row, missing: gaps.controls.get(row.id) ?? [] })),
    actions: state.actions.map((row) => ({ ...row, missing: gaps.actions.get(row.id) ?? [] })),
    terms: state.terms.toReversed(),
    attestations: state.attestations.toReversed(),
    evidence: state.evidence.toReversed(),
  }
}

const figure = (results: readonly KriResult[], id: string) => {
  const found = results.find((each) => each.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('whatever the register holds', () => {
  it('a value is what was counted of what, its status is that of the value, and nothing counts as good without a count', () => {
    fc.assert(
      fc.property(anyRegister, (state) => {
        for (const result of computeKris(state, day)) {
          const { numerator, denominator, value, unit, status, threshold } = result
          if (value === null) {
            expect(['no_data', 'na']).toContain(status)
            if (status === 'na') expect(denominator).toBe(0)
            else expect([numerator, denominator]).toEqual([null, null])
            continue
          }
          if (numerator === null || denominator === null || threshold === null)
            throw new Error('a value without a count')
          if (unit === 'share') {
            expect(numerator).toBeLessThanOrEqual(denominator)
            expect(value).toBe(numerator / denominator)
          } else if (unit === 'count') expect(value).toBe(numerator)
          else expect(value).toBe(denominator === 0 ? 0 : numerator / denominator)
          const judged = judge(value, threshold)
          const unassessed = result.parts['unassessed'] ?? 0
          expect(status).toBe(unassessed > 0 && judged === 'within' ? 'warning' : judged)
        }
      }),
    )
  })

  it('the codes behind a figure are as many as it counts', () => {
    fc.assert(
      fc.property(anyRegister, (state) => {
        const results = computeKris(state, day)
        const behind = (id: string) => figure(results, id).contributing.length
        for (const id of ['K01', 'K02', 'K03', 'K09', 'K10', 'K11', 'K15', 'K29']) {
          const { numerator, denominator } = figure(results, id)
          expect(behind(id)).toBe((denominator ?? 0) - (numerator ?? 0))
        }
        for (const id of ['K05', 'K06', 'K07', 'K12', 'K14', 'K22', 'K30', 'KRI-15'])
          expect(behind(id)).toBe(figure(results, id).numerator ?? 0)
        expect(behind('K13')).toBe(figure(results, 'K13').denominator ?? 0)
      }),
    )
  })

  it('a slim projection gives the same figures and positions as the whole register', () => {
    fc.assert(
      fc.property(anyRegister, (state) => {
        expect(computeKris(slim(state), day)).toEqual(computeKris(state, day))
        expect(riskPositions(slim(state), day)).toEqual(riskPositions(state, day))
        expect(completenessOn(new RegisterOn(slim(state), day)).byField).toEqual(
          completenessOn(new RegisterOn(state, day)).byField,
        )
      }),
    )
  })

  it('what is recorded with a later day changes nothing', () => {
    fc.assert(
      fc.property(anyRegister, fc.integer({ min: 1, max: 300 }), (state, days) => {
        const later = addDays(day, days)
        const more: RegisterState = {
          ...state,
          attestations: [...state.attestations, attestation('SYS-1', later)],
          assessments: [...state.assessments, assessment('RSK-1', 'residual', 5, 5, later)],
          controlTests: [...state.controlTests, controlTest('CTL-1', later, 'ineffective', later)],
          terms: [...state.terms, term('PST-1', 'PSN-1', later)],
          risks: [...state.risks, risk('RSK-9', { identifiedOn: later })],
        }
        // A register without a risk has no data; with one that is not identified yet, nothing is in scope.
        const comparable = state.risks.length > 0
        const figures = (each: RegisterState) =>
          computeKris(each, day).filter(
            (result) => comparable || !['K05', 'K06', 'K07', 'K08', 'K15', 'K28', 'K30'].includes(result.id),
          )
        expect(figures(more)).toEqual(figures(state))
      }),
    )
  })

  it('an unknown never improves a figure', () => {
    fc.assert(
      fc.property(anyRegister, (state) => {
        const unknown: RegisterState = {
          ...state,
          systems: [
            ...state.systems,
            system('SYS-9', { lifecycle: 'unknown', tier: null, nextReviewOn: null, personalData: 'unknown' }),
          ],
          controls: [...state.controls, control('CTL-9', { design: 'unknown' })],
        }
        const before = computeKris(state, day)
        const after = computeKris(unknown, day)
        for (const id of ['K01', 'K02', 'K03', 'K09', 'K15']) {
          const old = figure(before, id).value
          const now = figure(after, id).value
          expect(now).not.toBeNull()
          if (old !== null && now !== null) expect(now).toBeLessThanOrEqual(old)
        }
      }),
    )
  })

  it('the evidenced level lies between the claimed and the inherent one', () => {
    fc.assert(
      fc.property(anyRegister, (state) => {
        for (const { inherent, residual, evidenced, evidenceGap } of riskPositions(state, day)) {
          if (inherent === null || residual === null) {
            expect(evidenced).toBeNull()
            continue
          }
          for (const axis of ['likelihood', 'impact'] as const) {
            expect(evidenced?.[axis]).toBeGreaterThanOrEqual(residual[axis])
            expect(evidenced?.[axis]).toBeLessThanOrEqual(Math.max(residual[axis], inherent[axis]))
          }
          expect(evidenceGap).toBe(bandRank(evidenced?.band ?? 'low') - bandRank(residual.band))
          expect(evidenceGap).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
