/** K01, K02, K03: who answers for the systems in scope, and whether that was confirmed in time. */
import { addDays, type Day } from '../calendar-date.ts'
import { countedTier, reviewCycleDays, type Tier } from '../system.ts'
import type { SystemFacts } from './figure-input.ts'
import type { Count } from './kris.ts'
import type { RegisterOn, SystemOn } from './register-on.ts'

export function accountabilityFigures(on: RegisterOn): readonly Count[] {
  const known = on.input.systems.some((system) => system.withdrawn === null)
  const all = on.systemsOn
  const high = all.filter(({ system }) => countedTier(system) === 'high')
  const without = all.filter(({ executive }) => executive.state !== 'held')
  const withoutHigh = without.filter(({ system }) => countedTier(system) === 'high')
  const vacant = without.filter(({ executive }) => executive.state === 'vacant')
  const confirmed = confirmedOn(on)
  const unconfirmed = all.filter((each) => !confirmed(each))
  const never = unconfirmed.filter(({ attestedOn }) => attestedOn === null)
  const codes = (list: readonly SystemOn[]) => list.map(({ system }) => system.code)
  return [
    {
      id: 'K01',
      known,
      numerator: all.length - without.length,
      denominator: all.length,
      parts: { vacant: vacant.length, unregistered: without.length - vacant.length },
      contributing: codes(without),
    },
    {
      id: 'K02',
      known,
      numerator: high.length - withoutHigh.length,
      denominator: high.length,
      parts: { tierUnset: high.filter(({ system }) => system.tier === null).length },
      contributing: codes(withoutHigh),
    },
    {
      id: 'K03',
      known,
      numerator: all.length - unconfirmed.length,
      denominator: all.length,
      parts: { lapsed: unconfirmed.length - never.length, never: never.length },
      contributing: codes(unconfirmed),
    },
  ]
}

/** The day a confirmation of a system runs out: 90, 180, 365 days after it for high (or unset), medium, low tier. */
export function confirmationRunsOut(system: Pick<SystemFacts, 'tier'>, attestedOn: Day): Day {
  return addDays(attestedOn, reviewCycleDays[countedTier(system)])
}

/** K03's condition: lastAttestedOn ≥ asOf − cycle(tier). */
export function confirmedOn(on: RegisterOn): (each: SystemOn) => boolean {
  const earliest: Record<Tier, Day> = {
    high: addDays(on.asOf, -reviewCycleDays.high),
    medium: addDays(on.asOf, -reviewCycleDays.medium),
    low: addDays(on.asOf, -reviewCycleDays.low),
  }
  return ({ system, attestedOn }) => attestedOn !== null && attestedOn >= earliest[countedTier(system)]
}
