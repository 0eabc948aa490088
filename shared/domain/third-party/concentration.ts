/**
 * How the systems of the high tier depend on vendors (K20). The shares are decided by us: each system counts 1, split equally
 * over the groups of companies that supply it on the day, whatever each of them supplies; vendors of one group are one
 * dependence. Systems of which no vendor is recorded are left out of the shares and counted beside them, since any share given
 * to "unknown" would be a guess.
 */
import { type Day, holdsOn } from '../calendar-date.ts'
import { searchKey } from '../text.ts'
import type { Supply, Vendor } from './vendor.ts'

type VendorFacts = Readonly<Pick<Vendor, 'id' | 'withdrawn' | 'group'>>
type SupplyFacts = Readonly<Pick<Supply, 'withdrawn' | 'vendorId' | 'systemId' | 'from' | 'to'>>

export interface GroupShare {
  /** The group's key, or the vendor's id where it belongs to none. */
  readonly key: string
  /** The group as it is written; null where a vendor stands for itself. */
  readonly group: string | null
  /** In the order of the register; only those that supply a counted system. */
  readonly vendorIds: readonly string[]
  /** The systems that it supplies, alone or with others. */
  readonly systemIds: readonly string[]
  /** Its part of all systems whose vendor is known, 0 to 1: the sum over all groups is 1. */
  readonly share: number
}

export interface Concentration {
  readonly systems: number
  /** The systems whose vendor is known, and those of which it is not. */
  readonly known: number
  readonly unknownIds: readonly string[]
  /** Largest share first. */
  readonly groups: readonly GroupShare[]
  /** Sum of the squared shares; null where no vendor is known. */
  readonly index: number | null
}

export function groupKeyOf(vendor: Pick<VendorFacts, 'id' | 'group'>): string {
  const key = searchKey(vendor.group)
  return key === '' ? vendor.id : key
}

/** Over the given systems: those of the high tier that are counted on the day. */
export function concentrationOn(
  systemIds: readonly string[],
  vendors: readonly VendorFacts[],
  supplies: readonly SupplyFacts[],
  day: Day,
): Concentration {
  const wanted = new Set(systemIds)
  const places = new Map(vendors.map((vendor, place) => [vendor.id, place]))
  const groups = new Map<string, { group: string | null; vendors: Set<string>; systems: Set<string> }>()
  const suppliers = new Map<string, Set<string>>()
  for (const supply of supplies) {
    const vendor = vendors[places.get(supply.vendorId) ?? -1]
    if (vendor === undefined || vendor.withdrawn !== null || supply.withdrawn !== null) continue
    if (!wanted.has(supply.systemId) || !holdsOn(supply, day)) continue
    const key = groupKeyOf(vendor)
    const group = groups.get(key) ?? {
      group: key === vendor.id ? null : vendor.group,
      vendors: new Set(),
      systems: new Set(),
    }
    group.vendors.add(vendor.id)
    group.systems.add(supply.systemId)
    groups.set(key, group)
    suppliers.set(supply.systemId, (suppliers.get(supply.systemId) ?? new Set()).add(key))
  }
  const known = suppliers.size
  const shares = [...groups].map(([key, { group, vendors: ids, systems }]): GroupShare => {
    const counted = [...systems].reduce((sum, id) => sum + 1 / (suppliers.get(id)?.size ?? 1), 0)
    return {
      key,
      group,
      vendorIds: [...ids].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0)),
      systemIds: systemIds.filter((id) => systems.has(id)),
      share: counted / known,
    }
  })
  return {
    systems: systemIds.length,
    known,
    unknownIds: systemIds.filter((id) => !suppliers.has(id)),
    groups: shares.sort(
      (one, other) =>
        other.share - one.share ||
        other.systemIds.length - one.systemIds.length ||
        (places.get(one.vendorIds[0] ?? '') ?? 0) - (places.get(other.vendorIds[0] ?? '') ?? 0),
    ),
    index: known === 0 ? null : shares.reduce((sum, { share }) => sum + share ** 2, 0),
  }
}

/** The groups that supply the most systems: more than one where several supply as many. */
export function topGroups({ groups }: Pick<Concentration, 'groups'>): readonly GroupShare[] {
  const most = Math.max(0, ...groups.map(({ systemIds }) => systemIds.length))
  return groups.filter(({ systemIds }) => systemIds.length === most)
}
