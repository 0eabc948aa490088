/** All figures of a day, each with its course over the last packs and with every version of its limits. */
import type { FigureBook } from '#shared/contract/overview.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { tileOf } from '#shared/domain/metrics/kri-tile.ts'
import { krisOn } from '#shared/domain/metrics/kris.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import { derivedOn } from './derived.ts'
import { earlierPacks } from './earlier-packs.ts'
import { LabelCollector } from './labels.ts'
import { allPacks } from './packs.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

export function figureBook(register: Register): FigureBook {
  const asOf = register.today()
  const { on } = derivedOn(register, asOf)
  const acceptances = acceptancesOn(on)
  const earlier = earlierPacks(
    register,
    allPacks(register).filter((pack) => pack.asOf <= asOf),
  )
  const limits = [...recordTables.threshold.all(register.read)]
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((one, other) => (one.from < other.from ? 1 : -1))
  const collector = new LabelCollector()
  for (const { approverPersonId, ownerPostId } of limits) collector.add(approverPersonId, ownerPostId)
  const figures = krisOn(on, positionsOn(on, acceptances), acceptances, earlier).map((result) => ({
    ...tileOf(result, { code: null, asOf }, earlier),
    limits: limits.filter(({ kri }) => kri === result.id),
  }))
  return { asOf, figures, labels: collector.labels(register.read) }
}
