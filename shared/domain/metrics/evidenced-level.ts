/**
 * The residual level that evidence supports, beside the claimed one and never instead of it. Source: board-pack
 * specification 3.3: `coverage = Σ w·e / Σ w` over linked key controls that apply; `e` = 1 operating effectively with
 * current evidence, ½ in place without that proof, 0 otherwise; no linked key control: coverage 0. Likelihood and impact
 * each go from the claimed level back toward the inherent one by (1 − coverage), rounded up to the next grade.
 */
import { operationOn, weightOf } from '../control.ts'
import type { Bilingual } from '../text.ts'
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
    halves += proofOf(on, control).halves * weightOf[control.weight]
  }
  return whole === 0 ? { halves: 0, whole: 1 } : { halves, whole }
}

/** Why a control counts as it does; the first counts fully, the next four by half, the others nothing. */
export const proofReasons = [
  'proven',
  'untested',
  'test_lapsed',
  'evidence_expired',
  'no_evidence',
  'ineffective',
  'partial',
  'not_started',
  'unknown',
  'not_key',
  'not_applicable',
] as const
export type ProofReason = (typeof proofReasons)[number]

/** 2 proven, 1 in place without proof (untested, test lapsed, or no current evidence), 0 otherwise; and why. */
function proofOf(on: RegisterOn, control: ControlFacts): { readonly halves: 0 | 1 | 2; readonly reason: ProofReason } {
  const status = on.controlStatus(control)
  switch (status) {
    case 'effective':
      if (hasCurrentEvidence(on, control.id)) return { halves: 2, reason: 'proven' }
      return { halves: 1, reason: on.evidenceOf(control.id).length === 0 ? 'no_evidence' : 'evidence_expired' }
    case 'untested':
      return {
        halves: 1,
        reason: operationOn(on.testsOf(control.id), on.asOf).operation === 'lapsed' ? 'test_lapsed' : 'untested',
      }
    default:
      return { halves: 0, reason: status }
  }
}

/** A control that is linked to a risk, and what it carries of the risk's residual level. */
export interface ControlProof {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  /** Counted in halves; null: it is not a key control that applies and counts neither way. */
  readonly halves: 0 | 1 | 2 | null
  readonly reason: ProofReason
}

/** What each linked control carries of a risk: those that count first, by their codes. */
export function proofsOfRisk(on: RegisterOn, riskId: string): readonly ControlProof[] {
  const applies = new Set(on.controls)
  return on.input.controls
    .filter((control) => control.withdrawn === null && control.riskIds.includes(riskId))
    .map((control): ControlProof => {
      const { id, code, name } = control
      if (!applies.has(control)) return { id, code, name, halves: null, reason: 'not_applicable' }
      if (control.weight !== 'key') return { id, code, name, halves: null, reason: 'not_key' }
      return { id, code, name, ...proofOf(on, control) }
    })
    .sort((one, other) => Number(one.halves === null) - Number(other.halves === null))
}

/**
 * The open risks of the figures that lean on one control. Where it fails, all of them rise at once: levels of risks that share a
 * control are not independent, so how many there are is told beside what the control carries.
 */
export function risksLeaningOn(on: RegisterOn, controlId: string): readonly string[] {
  const control = on.controls.find(({ id }) => id === controlId)
  return control === undefined ? [] : on.risks.map(({ id }) => id).filter((id) => control.riskIds.includes(id))
}

/** A key control with the open risks that lean on it, and those of them that no other key control carries. */
export interface SharedControl<Control, Risk> {
  readonly control: Control
  readonly risks: readonly Risk[]
  readonly alone: readonly Risk[]
}

/**
 * The key controls on which several open risks lean, or one that leans on nothing else; the heaviest first. Where such a control fails,
 * all of its risks rise at once, and those that it carries alone are without any.
 */
export function sharedControlsOn({
  controls,
  risks,
}: RegisterOn): readonly SharedControl<RegisterOn['controls'][number], RegisterOn['risks'][number]>[] {
  const keys = controls.filter(({ weight }) => weight === 'key')
  const carriers = new Map<string, number>()
  for (const { riskIds } of keys) for (const id of riskIds) carriers.set(id, (carriers.get(id) ?? 0) + 1)
  const byId = new Map(risks.map((risk) => [risk.id, risk]))
  return keys
    .map((control) => {
      const leaning = control.riskIds.flatMap((id) => byId.get(id) ?? [])
      return { control, risks: leaning, alone: leaning.filter(({ id }) => carriers.get(id) === 1) }
    })
    .filter(({ risks: leaning, alone }) => leaning.length > 1 || alone.length > 0)
    .sort(
      (one, other) =>
        other.risks.length - one.risks.length ||
        other.alone.length - one.alone.length ||
        (one.control.code < other.control.code ? -1 : 1),
    )
}

/** Evidence without a valid-until is not known to be current and does not count. */
export function hasCurrentEvidence(on: RegisterOn, controlId: string): boolean {
  return on.evidenceOf(controlId).some((row) => row.validUntil !== null && row.validUntil >= on.asOf)
}
