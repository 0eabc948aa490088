/** Who answers on a day: the path from board to executives, vacancies, and the systems nobody answers for. */
import type { AccountabilityPicture } from '#shared/contract/accountability.ts'
import { accountabilityPath } from '#shared/domain/metrics/accountability-path.ts'
import { spansOn } from '#shared/domain/metrics/accountability-spans.ts'
import { systemsWithoutExecutive } from '#shared/domain/metrics/accountability-picture.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { derivedOn } from './derived.ts'
import { LabelCollector } from './labels.ts'
import type { Register } from './store/register-file.ts'

export function accountabilityPicture(register: Register, day: Day | null): AccountabilityPicture {
  const { on } = derivedOn(register, day ?? register.today())
  const path = accountabilityPath(on)
  const spans = spansOn(on, path)
  const withoutExecutive = systemsWithoutExecutive(on)
  const collector = new LabelCollector()
  for (const node of path)
    collector.add(node.postId, node.holding.personId, node.holding.deputyId, node.holding.formerPersonId)
  for (const { owners } of spans) for (const { holding } of owners) collector.add(holding.postId, holding.personId)
  const counted = on.systemsOn.length
  return {
    day: on.asOf,
    path,
    spans,
    withoutExecutive: withoutExecutive.slice(0, 500),
    systems: { counted, held: counted - withoutExecutive.length },
    labels: collector.labels(register.read),
  }
}
