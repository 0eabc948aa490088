/**
 * K16, K16u and K17 of the board-pack specification 2.2, and KRI-16 of the regulatory fact base 7.4.
 *
 * Readings of ours. K16: what changed since its approval is current no longer, whatever its last day; a screening that found that
 * none is needed holds until what it judged changes; a system that says it handles no personal data while a use of it says
 * otherwise is told in the parts, and the figure is then never within. K17: a de-identification counts with evidence that holds
 * on the day, a test and a residual likelihood that is known and not high, and it must cover each use that plans the exception;
 * the figure has no limit until the company sets one, since the exception is not in force. KRI-16: a basis that is not in force
 * on the day is none, nor is a planned one; a use all of whose kinds of data are answered "no" is not counted; while a system with
 * personal data has no use on record the figure is never within.
 */
import { dataKinds } from '../privacy/data-use.ts'
import { dpiaGapOf, dpiasBySystem, funnelOn, usesBySystem, usesOn, type UseStanding } from '../privacy/privacy-on.ts'
import { statisticsReadinessOn } from '../privacy/statistics-readiness.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'

export function privacyFigures(on: RegisterOn): readonly Count[] {
  const known = on.input.dataUses.some(({ withdrawn }) => withdrawn === null)
  return [...assessmentFigures(on), { known, ...readinessFigure(on) }, { known, ...basisFigure(on) }]
}

type Counted = Omit<Count, 'known'>

function assessmentFigures(on: RegisterOn): readonly Count[] {
  const { systems, personal, required, approved } = funnelOn(on)
  const known = on.input.systems.some(({ withdrawn }) => withdrawn === null)
  const assessments = dpiasBySystem(on)
  const missing = required.map((system) => ({ system, gap: dpiaGapOf(assessments.get(system.id) ?? []) }))
  const of = (wanted: string) => missing.filter(({ gap }) => gap === wanted).length
  const uses = usesBySystem(on)
  const contradicted = systems.filter(
    (system) =>
      system.personalData === 'no' &&
      (uses.get(system.id) ?? []).some(({ use }) => use.personal === 'yes' || use.sensitive === 'yes'),
  ).length
  const unknown = personal.filter(({ personalData }) => personalData === 'unknown')
  return [
    {
      id: 'K16',
      known,
      numerator: approved.length,
      denominator: required.length,
      parts: {
        notScreened: of('not_screened'),
        inProgress: of('in_progress'),
        reopened: of('reopened'),
        expired: of('expired'),
        notRequired: personal.length - required.length,
        contradicted,
      },
      contributing: missing.filter(({ gap }) => gap !== null).map(({ system }) => system.code),
      doubtful: contradicted > 0,
    },
    {
      id: 'K16u',
      known,
      numerator: unknown.length,
      denominator: systems.length,
      ...(systems.length === 0 ? {} : { value: unknown.length }),
      contributing: unknown.map(({ code }) => code),
    },
  ]
}

function readinessFigure(on: RegisterOn): Counted {
  const readiness = statisticsReadinessOn(on)
  const open = readiness.filter(({ ready }) => !ready)
  const conditions = readiness.flatMap(({ uses }) => uses.flatMap((use) => use.conditions))
  return {
    id: 'K17',
    numerator: readiness.length - open.length,
    denominator: readiness.length,
    parts: {
      withoutDpia: readiness.filter(({ dpia }) => dpia === null).length,
      withoutDeidentification: readiness.filter(({ deidentified }) => !deidentified).length,
      withoutPurpose: readiness.filter(({ purposeRecorded }) => !purposeRecorded).length,
      conditionsOpen: conditions.filter(({ state }) => state !== 'met' && state !== 'not_applicable').length,
    },
    contributing: open.map(({ system }) => system.code),
  }
}

function basisFigure(on: RegisterOn): Counted {
  const counted = new Set(on.systems.map(({ id }) => id))
  const uses = [...usesOn(on).values()].filter(({ use }) => counted.has(use.systemId) && isPersonal(use))
  const without = uses.filter(({ hasBasis }) => !hasBasis)
  const recorded = usesBySystem(on)
  const withoutUse = funnelOn(on).personal.filter(({ id }) => !recorded.has(id)).length
  return {
    id: 'KRI-16',
    numerator: without.length,
    denominator: uses.length,
    ...(uses.length === 0 ? {} : { value: without.length }),
    parts: {
      planned: without.filter(({ use }) => use.plannedBasis !== null).length,
      notInForce: without.filter(({ use }) => use.basis !== null).length,
      systemsWithoutUse: withoutUse,
    },
    contributing: without.map(({ use }) => use.code),
    doubtful: withoutUse > 0,
  }
}

/** What nobody has answered counts as yes. */
function isPersonal(use: UseStanding['use']): boolean {
  return dataKinds.some((kind) => use[kind] !== 'no')
}
