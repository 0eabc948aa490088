/** The guidance of the sectors of a unit or of a system's unit, and for how many systems it was read. */
import type { SectorGuidance } from '#shared/contract/jurisdiction.ts'
import { japan } from '#shared/domain/jurisdiction/jurisdiction-profile.ts'
import { sectorsOfCompany, sectorsOfUnit } from '#shared/domain/jurisdiction/sector-guidance.ts'
import { Problem } from '#shared/domain/problem.ts'
import { derivedToday } from '../derived.ts'
import type { Register } from '../store/register-file.ts'

/** NOT_FOUND. */
export function sectorGuidance(
  register: Register,
  { noun, id }: { readonly noun: 'unit' | 'system'; readonly id: string },
): SectorGuidance {
  const { on, facts, day } = derivedToday(register)
  const system = noun === 'system' ? facts.systems.find((each) => each.id === id) : undefined
  if (noun === 'system' ? system === undefined : on.unit(id) === null) throw new Problem('NOT_FOUND', { noun, id })
  const unitId = system === undefined ? id : system.unitId
  // Without a unit nobody can say which sector it is of: all of the company's are shown.
  const sectors =
    unitId === null ? sectorsOfCompany(facts.units, day) : sectorsOfUnit(unitId, (each) => on.unit(each) ?? undefined)
  const isWithin = (own: string | null) => {
    const seen = new Set<string>()
    let next = own
    while (next !== null && !seen.has(next)) {
      if (next === id) return true
      seen.add(next)
      next = on.unit(next)?.parentId ?? null
    }
    return false
  }
  const systems = new Set(
    system === undefined
      ? facts.systems
          .filter((each) => each.withdrawn === null && each.lifecycle !== 'retired' && isWithin(each.unitId))
          .map((each) => each.id)
      : [id],
  )
  const read: Record<string, number> = {}
  for (const profile of facts.jurisdictionProfiles)
    if (profile.withdrawn === null && profile.jurisdiction === japan && systems.has(profile.systemId))
      for (const document of profile.guidance) read[document] = (read[document] ?? 0) + 1
  return { sectors: [...sectors], systems: systems.size, read }
}
