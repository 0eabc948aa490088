/** What the register holds that bears on the outward account: read beside the texts while they are written. */
import type { AccountMaterial } from '#shared/contract/readiness.ts'
import { principleIds } from '#shared/domain/principles.ts'
import { policyStandingOn } from '#shared/domain/policy.ts'
import { readinessOn } from '#shared/domain/readiness/japan-readiness.ts'
import { principleOf } from '#shared/domain/requirements/requirement-coverage.ts'
import { derivedToday } from '../derived.ts'
import { LabelCollector } from '../labels.ts'
import { answeringOf } from '../requirements/facts.ts'
import { heldPacks } from '../requirements/held.ts'
import type { Register } from '../store/register-file.ts'

const met: readonly string[] = ['evidenced', 'claimed']

export function accountMaterial(register: Register): AccountMaterial {
  const derived = derivedToday(register)
  const pack = heldPacks(register.read).findLast(({ packId, to }) => packId === 'AIGB' && to === null)
  const standings = pack === undefined ? [] : [...answeringOf(register).standings(pack)]
  const applying = standings.filter(({ standing }) => standing !== 'not_applicable')
  const { policies } = derived.facts
  const policyIds = policies
    .filter((each) => each.withdrawn === null && policyStandingOn(each, policies, derived.day) === 'in_force')
    .map(({ id }) => id)
  const accountability = readinessOn(derived.on).find(({ id }) => id === 'accountability')
  const collector = new LabelCollector()
  collector.add(...policyIds)
  return {
    principles: principleIds.map((principle) => {
      const own = applying.filter(({ item }) => principleOf(item.id) === principle)
      return {
        principle,
        items:
          pack === undefined
            ? null
            : { met: own.filter(({ standing }) => met.includes(standing)).length, of: own.length },
      }
    }),
    policyIds,
    accountability: { met: accountability?.met ?? 0, of: accountability?.of ?? 0 },
    labels: collector.labels(register.read),
  }
}
