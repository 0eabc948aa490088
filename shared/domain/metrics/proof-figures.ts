/**
 * Figures of proof: K10 and K11 (tested controls, current evidence), K29 (human oversight), K30 (claimed, not evidenced) of
 * the board-pack specification 2.2, and KRI-12 and KRI-15 of the regulatory fact base 7.4. What a control is for is said at the
 * control (`purposes`); it covers the systems that it names and those of its risks.
 *
 * Readings of ours: required evidence (K11) is one piece for each control whose design is in place. Evidence counts by its day,
 * as 3.3 has it; what nobody has accepted counts too and is told in the parts. K30 has the limits "0 high / ≤3": its appetite is
 * none at all, so that no gap is ever within, its tolerance three; those whose evidenced level is high or severe are a part.
 */
import { type ControlPurpose, type ControlStatus, evidenceStandingOf, operationOn } from '../control.ts'
import { bandRank } from '../scoring.ts'
import { countedTier } from '../system.ts'
import { hasCurrentEvidence } from './evidenced-level.ts'
import type { ControlFacts, SystemFacts } from './figure-input.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'
import type { RiskPosition } from './risk-positions.ts'

export function proofFigures(on: RegisterOn, positions: readonly RiskPosition[]): readonly Count[] {
  return [
    testedFigure(on),
    evidenceFigure(on),
    oversightFigure(on),
    claimedFigure(on, positions),
    reviewedFigure(on),
    stopFigure(on),
  ]
}

const inPlace = (on: RegisterOn) => on.controls.filter((control) => control.design === 'in_place')
const anyControl = (on: RegisterOn) => on.input.controls.some((control) => control.withdrawn === null)

/** K10: of the controls in place those whose last test says effective, on the day. */
function testedFigure(on: RegisterOn): Count {
  const controls = inPlace(on)
  const having = (status: ControlStatus) => controls.filter((control) => on.controlStatus(control) === status)
  const missing = controls.filter((control) => on.controlStatus(control) !== 'effective')
  return {
    id: 'K10',
    known: anyControl(on),
    numerator: controls.length - missing.length,
    denominator: controls.length,
    parts: { ineffective: having('ineffective').length, untested: having('untested').length },
    contributing: missing.map(({ code }) => code),
  }
}

/** K11: of the controls in place those that have evidence whose day has not passed. */
function evidenceFigure(on: RegisterOn): Count {
  const controls = inPlace(on)
  const missing = controls.filter(({ id }) => !hasCurrentEvidence(on, id))
  const unaccepted = controls.filter(({ id }) => {
    const current = on.evidenceOf(id).filter(({ validUntil }) => validUntil !== null && validUntil >= on.asOf)
    return current.length > 0 && !current.some((row) => evidenceStandingOf(row) === 'accepted')
  })
  return {
    id: 'K11',
    known: anyControl(on),
    numerator: controls.length - missing.length,
    denominator: controls.length,
    parts: {
      without: missing.filter(({ id }) => on.evidenceOf(id).length === 0).length,
      unaccepted: unaccepted.length,
    },
    contributing: missing.map(({ code }) => code),
  }
}

/** The controls of a purpose, by the systems that they cover: those they name, and those of the risks they name. */
export function controlsCovering(
  on: RegisterOn,
  purpose: ControlPurpose,
): ReadonlyMap<string, readonly ControlFacts[]> {
  const { risks } = on.input
  return on.kept.get(`controls for ${purpose}`, [on.controls, risks], () => {
    const covering = new Map<string, ControlFacts[]>()
    for (const control of on.controls) {
      if (!control.purposes.includes(purpose)) continue
      const ofRisks = control.riskIds.flatMap((id) => {
        const risk = on.risk(id)
        return risk === null || risk.withdrawn !== null ? [] : risk.systemIds
      })
      for (const id of new Set([...control.systemIds, ...ofRisks]))
        covering.set(id, [...(covering.get(id) ?? []), control])
    }
    return covering
  })
}

/** K29: systems of the high tier (unset counts as high) where a person's confirmation works and current evidence shows it. */
function oversightFigure(on: RegisterOn): Count {
  const systems = on.systems.filter((system) => countedTier(system) === 'high')
  const covering = controlsCovering(on, 'human_oversight')
  const missing = systems.filter(
    ({ id }) =>
      !(covering.get(id) ?? []).some(
        (control) => on.controlStatus(control) === 'effective' && hasCurrentEvidence(on, control.id),
      ),
  )
  return {
    id: 'K29',
    known: isRecorded(on, 'human_oversight'),
    numerator: systems.length - missing.length,
    denominator: systems.length,
    parts: {
      withoutControl: missing.filter(({ id }) => !covering.has(id)).length,
      notProven: missing.filter(({ id }) => covering.has(id)).length,
    },
    contributing: missing.map(({ code }) => code),
  }
}

/** Whether the register says of any control that it is for this. */
function isRecorded(on: RegisterOn, purpose: ControlPurpose): boolean {
  return on.input.controls.some((control) => control.withdrawn === null && control.purposes.includes(purpose))
}

/** K30: risks whose evidenced level lies a band or more above the claimed one. */
function claimedFigure(on: RegisterOn, positions: readonly RiskPosition[]): Count {
  const compared = positions.filter(({ evidenced }) => evidenced !== null)
  const gaps = compared.filter(({ evidenceGap }) => evidenceGap > 0)
  return {
    id: 'K30',
    known: on.input.risks.some((risk) => risk.withdrawn === null) && (positions.length === 0 || compared.length > 0),
    numerator: gaps.length,
    denominator: positions.length,
    ...(positions.length === 0 ? {} : { value: gaps.length }),
    parts: {
      high: gaps.filter(({ evidenced }) => evidenced !== null && bandRank(evidenced.band) >= bandRank('high')).length,
      unassessed: positions.length - compared.length,
    },
    contributing: gaps.map(({ code }) => code),
    doubtful: compared.length < positions.length,
  }
}

/**
 * KRI-12: reviews by a person that left their reason, of those looked at, over the latest tests of human-oversight controls. A
 * test without a sample counts in neither; without any sample there is no data.
 */
function reviewedFigure(on: RegisterOn): Count {
  const controls = on.controls.filter((control) => control.purposes.includes('human_oversight'))
  let sampled = 0
  let passed = 0
  let withoutSample = 0
  let untested = 0
  const short: string[] = []
  for (const control of controls) {
    const { test } = operationOn(on.testsOf(control.id), on.asOf)
    if (test === null) untested += 1
    else if (test.sampleSize === null || test.passed === null) withoutSample += 1
    else {
      sampled += test.sampleSize
      passed += test.passed
      if (test.passed < test.sampleSize) short.push(control.code)
    }
  }
  return {
    id: 'KRI-12',
    known: sampled > 0,
    numerator: passed,
    denominator: sampled,
    parts: { controls: controls.length, withoutSample, untested },
    contributing: short,
  }
}

/** KRI-15: agents that may write elsewhere, or of which nobody knows, without a stop that a test found effective. */
function stopFigure(on: RegisterOn): Count {
  const agents = on.systems.filter((system) => system.kind === 'agentic' && accessOf(system) !== 'none')
  const covering = controlsCovering(on, 'stop')
  const missing = agents.filter(
    ({ id }) => !(covering.get(id) ?? []).some((control) => on.controlStatus(control) === 'effective'),
  )
  return {
    id: 'KRI-15',
    known: on.input.systems.some((system) => system.withdrawn === null),
    numerator: missing.length,
    denominator: agents.length,
    ...(agents.length === 0 ? {} : { value: missing.length }),
    parts: {
      accessUnknown: missing.filter((system) => accessOf(system) === 'unknown').length,
      withoutControl: missing.filter(({ id }) => !covering.has(id)).length,
    },
    contributing: missing.map(({ code }) => code),
  }
}

/** Write access of an agent; what was never said counts as unknown, and unknown as access. */
function accessOf({ writeAccess }: SystemFacts): NonNullable<SystemFacts['writeAccess']> {
  return writeAccess ?? 'unknown'
}
