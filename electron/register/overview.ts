/** The overview of a day: the register as it stands, beside the locked packs. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { buildOverview, type Overview } from '#shared/domain/overview.ts'
import { derivedOn } from './derived.ts'
import { earlierPacks } from './earlier-packs.ts'
import { heldHorizon } from './horizon/held-horizon.ts'
import { allPacks } from './packs.ts'
import type { Register } from './store/register-file.ts'

export function overviewOf(register: Register, asOf: Day | null): Overview {
  const day = asOf ?? register.today()
  return buildOverview({
    on: derivedOn(register, day).on,
    fiscalStartMonth: register.organisation().fiscalStartMonth,
    // Five points of a line, the last one being today.
    packs: earlierPacks(
      register,
      allPacks(register).filter((pack) => pack.asOf <= day),
    ),
    horizon: heldHorizon(register.read)?.content ?? null,
  })
}
