/** What was judged of the counted systems in each jurisdiction: Japan and the EU always, every other that has a profile. */
import type { RegisterOn } from '../metrics/register-on.ts'
import { europeanUnion, japan, type JurisdictionProfile } from './jurisdiction-profile.ts'

export interface CountedProfiles {
  /** In the order in which they stand on a page. */
  readonly jurisdictions: readonly string[]
  readonly of: (jurisdiction: string) => readonly Readonly<JurisdictionProfile>[]
  /** Not judged is unknown. */
  readonly answerOf: (jurisdiction: string, systemId: string) => JurisdictionProfile['inScope']
}

export function profilesOfCounted(
  on: Pick<RegisterOn, 'systems'>,
  all: readonly Readonly<JurisdictionProfile>[],
): CountedProfiles {
  const counted = new Set(on.systems.map(({ id }) => id))
  const profiles = all.filter(({ withdrawn, systemId }) => withdrawn === null && counted.has(systemId))
  const grouped = Map.groupBy(profiles, ({ jurisdiction }) => jurisdiction)
  const others = [...grouped.keys()].filter((each) => ![japan, europeanUnion].includes(each))
  const answers = new Map(profiles.map((each) => [`${each.jurisdiction} ${each.systemId}`, each.inScope]))
  return {
    jurisdictions: [japan, europeanUnion, ...others.sort()],
    of: (jurisdiction) => grouped.get(jurisdiction) ?? [],
    answerOf: (jurisdiction, systemId) => answers.get(`${jurisdiction} ${systemId}`) ?? 'unknown',
  }
}
