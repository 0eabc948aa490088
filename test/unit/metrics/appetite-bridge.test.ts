import fc from 'fast-check'
import { expect, it } from 'vitest'
import { adds, appetiteBridge, type BridgeStep, bridgeSteps } from '#shared/domain/metrics/appetite-bridge.ts'
import { levelIn } from '#shared/domain/metrics/register-on.ts'
import type { RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import { defaultBandTable } from '#shared/domain/scoring.ts'
import { bridgeRows } from '#shared/pack-model/bridge-rows.ts'

type Standing = Parameters<typeof appetiteBridge>[0][number]
const day = '2026-09-30'

function standing(
  code: string,
  grades: readonly [number, number] | null,
  outsideAppetite: boolean | null,
  accepted = false,
): Standing {
  const acceptance = accepted ? ({ state: 'active' } as RiskPosition['acceptance']) : null
  const residual = grades && levelIn(defaultBandTable, grades[0], grades[1], day)
  return { id: code, code, residual, outsideAppetite, acceptance }
}

const outside = (code: string, accepted = false) => standing(code, [4, 4], true, accepted)
const inside = (code: string) => standing(code, [2, 2], false)

it.each<[string, before: Standing | null, now: Standing | null, BridgeStep | null]>([
  ['came new', null, outside('RSK-1'), 'new'],
  ['was not assessed and is outside', standing('RSK-1', null, null), outside('RSK-1'), 'new'],
  ['rose', inside('RSK-1'), outside('RSK-1'), 'worsened'],
  ['the acceptance has ended', outside('RSK-1', true), outside('RSK-1'), 'lapsed'],
  ['the same level, and a lower line', standing('RSK-1', [4, 4], false), outside('RSK-1'), 'lineIn'],
  ['fell', outside('RSK-1'), inside('RSK-1'), 'treated'],
  ['was accepted', outside('RSK-1'), outside('RSK-1', true), 'accepted'],
  ['is no longer counted', outside('RSK-1'), null, 'closed'],
  ['the same level, and a higher line', outside('RSK-1'), standing('RSK-1', [4, 4], false), 'lineOut'],
  ['its assessment was withdrawn', outside('RSK-1'), standing('RSK-1', null, null), 'lineOut'],
  ['stays outside', outside('RSK-1'), outside('RSK-1'), null],
  ['stays accepted', outside('RSK-1', true), outside('RSK-1', true), null],
  ['new and accepted at once', null, outside('RSK-1', true), null],
])('a risk that %s', (_name, before, now, step) => {
  const list = (each: Standing | null) => (each === null ? [] : [each])
  const bridge = appetiteBridge(list(before), list(now))
  const taken = bridgeSteps.filter((each) => bridge.steps[each].length > 0)
  expect(taken).toEqual(step === null ? [] : [step])
})

const anyStanding = (code: string): fc.Arbitrary<Standing> =>
  fc
    .record({
      grades: fc.option(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { nil: null }),
      outside: fc.boolean(),
      accepted: fc.boolean(),
    })
    .map(({ grades, outside: beyond, accepted }) => standing(code, grades, grades && beyond, accepted))
const anyPack = fc
  .subarray(['1', '2', '3', '4', '5', '6', '7', '8'].map((number) => `RSK-${number}`))
  .chain((codes) => fc.tuple(...codes.map(anyStanding)))

it('adds up whatever moved: what was, and what came, less what went, is what is', () => {
  fc.assert(
    fc.property(anyPack, anyPack, (before, now) => {
      const bridge = appetiteBridge(before, now)
      const sum = bridgeSteps.reduce(
        (total, step) => total + (adds(step) ? 1 : -1) * bridge.steps[step].length,
        bridge.before.length,
      )
      expect(sum).toBe(bridge.now.length)
      // Nobody stands in two steps.
      const all = bridgeSteps.flatMap((step) => bridge.steps[step])
      expect(new Set(all).size).toBe(all.length)
      const rows = bridgeRows(bridge)
      expect(rows.at(-2)?.to).toBe(rows.at(-1)?.to)
      expect(rows.every(({ from, to }) => from >= 0 && to >= 0)).toBe(true)
    }),
  )
})
