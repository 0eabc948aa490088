/**
 * The residual level that evidence supports, beside the claimed one and never instead of it. Source: board-pack
 * specification 3.3: `coverage = Σ w·e / Σ w` over linked key controls that apply; `e` = 1 operating effectively with
 * current evidence, ½ in place without that proof, 0 otherwise; no linked key control: coverage 0. Likelihood and impact
 * each go from the claimed level back toward the inherent one by (1 − coverage), rounded up to the next grade.
 */
import { weightOf } from '../control.ts'
import type { ControlFacts } from './figure-input.ts'
import { type Level, levelIn, type RegisterOn } from './register-on.ts'

export function evidencedLevel(
  inherent: Level | null,
  residual: Level | null,
  { halves, whole }: Coverage,
): Level | null {
  if (inherent === null || residual === null) return null
  // Counted in half weights, so that a third of three grades is one grade and not a rounding error more.
  const back = (claimed: number, before: number) =>
    before <= claimed ? claimed : claimed + Math.ceil(((before - claimed) * (whole - halves)) / whole)
  return levelIn(
    residual.bandTable,
    back(residual.likelihood, inherent.likelihood),
    back(residual.impact, inherent.impact),
    residual.on,
  )
}

/** Coverage as a fraction `halves / whole`, both counted in half weights; 0 of 1 without a control. */
export interface Coverage {
  readonly halves: number
  readonly whole: number
}

/** What the key controls of a risk cover of it. */
export function coverageOf(on: RegisterOn, controls: readonly ControlFacts[]): Coverage {
  let halves = 0
  let whole = 0
  for (const control of controls) {
    whole += 2 * weightOf[control.weight]
    halves += proofOf(on, control) * weightOf[control.weight]
  }
  return whole === 0 ? { halves: 0, whole: 1 } : { halves, whole }
}

/** 2 proven, 1 in place without proof (untested, test lapsed, or no current evidence), 0 otherwise. */
function proofOf(on: RegisterOn, control: ControlFacts): 0 | 1 | 2 {
  const status = on.controlStatus(control)
  if (status === 'effective') return hasCurrentEvidence(on, control.id) ? 2 : 1
  return status === 'untested' ? 1 : 0
}

/** Evidence without a valid-until is not known to be current and does not count. */
export function hasCurrentEvidence(on: RegisterOn, controlId: string): boolean {
  return on.evidenceOf(controlId).some((row) => row.validUntil !== null && row.validUntil >= on.asOf)
}
