/** K01, K02, K03: who answers for the systems in scope, and whether that was confirmed in time. */
import { addDays, type Day } from '../calendar-date.ts'
import { countedTier, reviewCycleDays } from '../system.ts'
import type { SystemFacts } from './figure-input.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'

export function accountabilityFigures(on: RegisterOn): readonly Count[] {
  const known = on.input.systems.some((system) => system.withdrawn === null)
  const high = on.systems.filter((system) => countedTier(system) === 'high')
  const without = on.systems.filter((system) => on.executive(system.id).state !== 'held')
  const withoutHigh = without.filter((system) => countedTier(system) === 'high')
  const unconfirmed = on.systems.filter((system) => !isConfirmed(on, system))
  const codes = (systems: readonly SystemFacts[]) => systems.map((system) => system.code)
  return [
    {
      id: 'K01',
      known,
      numerator: on.systems.length - without.length,
      denominator: on.systems.length,
      parts: {
        vacant: without.filter((system) => on.executive(system.id).state === 'vacant').length,
        unregistered: without.filter((system) => on.executive(system.id).state !== 'vacant').length,
      },
      contributing: codes(without),
    },
    {
      id: 'K02',
      known,
      numerator: high.length - withoutHigh.length,
      denominator: high.length,
      parts: { tierUnset: high.filter((system) => system.tier === null).length },
      contributing: codes(withoutHigh),
    },
    {
      id: 'K03',
      known,
      numerator: on.systems.length - unconfirmed.length,
      denominator: on.systems.length,
      parts: {
        lapsed: unconfirmed.filter((system) => on.lastAttestedOn(system.id) !== null).length,
        never: unconfirmed.filter((system) => on.lastAttestedOn(system.id) === null).length,
      },
      contributing: codes(unconfirmed),
    },
  ]
}

/** The day a confirmation of a system runs out: 90, 180, 365 days after it for high (or unset), medium, low tier. */
export function confirmationRunsOut(system: Pick<SystemFacts, 'tier'>, attestedOn: Day): Day {
  return addDays(attestedOn, reviewCycleDays[countedTier(system)])
}

/** K03's condition: lastAttestedOn ≥ asOf − cycle. */
export function isConfirmed(on: RegisterOn, system: SystemFacts): boolean {
  const attestedOn = on.lastAttestedOn(system.id)
  return attestedOn !== null && confirmationRunsOut(system, attestedOn) >= on.asOf
}
