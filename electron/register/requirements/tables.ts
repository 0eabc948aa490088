/** What follows from the requirements, for screens: coverage by what it is counted by, gaps, the statement of applicability. */
import type {
  GapsInput,
  PackName,
  RequirementApplicability,
  RequirementCoverage,
  RequirementGaps,
} from '#shared/contract/requirement.ts'
import { AnswerableOn, type Holding } from '#shared/domain/accountability.ts'
import {
  appliesOf,
  applicabilityRows,
  coverageRows,
  type GapRow,
  gapRows,
  gapStandings,
} from '#shared/domain/requirements/requirement-coverage.ts'
import type { RequirementPackRecord } from '#shared/domain/requirements/requirement-records.ts'
import { figureFacts } from '../figure-facts.ts'
import { LabelCollector } from '../labels.ts'
import type { Register } from '../store/register-file.ts'
import { answeringOf } from './facts.ts'
import { heldById } from './held.ts'

const nameOf = ({ id, content: { title, version, status } }: RequirementPackRecord): PackName => ({
  id,
  title,
  version,
  status,
})

export function requirementCoverage(register: Register): RequirementCoverage {
  const answering = answeringOf(register)
  const collector = new LabelCollector()
  const rows = coverageRows(answering).map(({ pack, ...row }) => {
    if (row.dimension === 'unit' || row.dimension === 'system') collector.add(row.key)
    return { ...row, packId: pack.id }
  })
  return { packs: answering.facts.packs.map(nameOf), rows, labels: collector.labels(register.read) }
}

/** The worst first: what is not met, then what nobody has answered, then what is half there. */
export function requirementGaps(register: Register, input: GapsInput): RequirementGaps {
  const answering = answeringOf(register)
  const { terms, assignments } = figureFacts(register)
  const answerable = new AnswerableOn(terms, assignments, register.today())
  const collector = new LabelCollector()
  const counts = { not_met: 0, unanswered: 0, partly: 0 }
  const fitting: GapRow[] = []
  for (const row of gapRows(answering)) {
    if (input.packId !== null && row.pack.id !== input.packId) continue
    if (input.subject !== 'all' && (row.system === null) !== (input.subject === 'company')) continue
    counts[row.standing] += 1
    if (input.standings.length === 0 || input.standings.includes(row.standing)) fitting.push(row)
  }
  const heaviness = ({ standing }: GapRow) => gapStandings.indexOf(standing)
  const rows = fitting
    .sort((one, other) => heaviness(one) - heaviness(other))
    .slice(0, input.most)
    .map(({ pack, system, ...row }) => {
      collector.add(system?.id ?? null)
      const answers = (role: 'accountable_executive' | 'system_owner'): Holding | null => {
        if (system === null) return null
        const holding = answerable.of(role, system.id)
        collector.add(holding.personId)
        collector.add(holding.postId)
        return holding
      }
      return {
        ...row,
        packId: pack.id,
        systemId: system?.id ?? null,
        executive: answers('accountable_executive'),
        owner: answers('system_owner'),
      }
    })
  return {
    packs: answering.facts.packs.map(nameOf),
    rows,
    counts,
    total: fitting.length,
    labels: collector.labels(register.read),
  }
}

/** NOT_FOUND where the register holds no such pack. */
export function requirementApplicability(register: Register, id: string): RequirementApplicability {
  const pack = heldById(register, id)
  const collector = new LabelCollector()
  const rows = applicabilityRows(answeringOf(register), pack).map(({ pack: _pack, exclusions, ...row }) => ({
    ...row,
    applies: appliesOf({ ...row, exclusions }),
    exclusions: exclusions.map(({ system, ...exclusion }) => {
      collector.add(system?.id ?? null)
      collector.add(exclusion.approverPersonId)
      return { ...exclusion, systemId: system?.id ?? null }
    }),
  }))
  return { pack: nameOf(pack), rows, labels: collector.labels(register.read) }
}
