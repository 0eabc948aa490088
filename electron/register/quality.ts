/** What the rules of data quality find in the register, by rule, by record, and by who answers. */
import type { FindingRow, QualityFilter, QualityInput, QualityResult } from '#shared/contract/quality.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { findingsByRecord, findingsOn, qualityRules, type RuleResult } from '#shared/domain/quality/findings.ts'
import { type AnswerToItem, type Finding, severities, type Severity } from '#shared/domain/quality/quality-rule.ts'
import { type DerivedOn, derivedOn } from './derived.ts'
import { FindingPlaces } from './finding-places.ts'
import { LabelCollector } from './labels.ts'
import { heldPacks } from './requirements/held.ts'
import type { Register } from './store/register-file.ts'

interface KeptAnswers {
  readonly hash: string
  readonly answers: readonly AnswerToItem[]
}
const kept = new WeakMap<Register, KeptAnswers>()

/** Answers to the packs in force; the same object until the register changes. */
function answersToItems(register: Register): readonly AnswerToItem[] {
  const { read } = register
  const { hash } = register.head()
  const known = kept.get(register)
  if (known?.hash === hash) return known.answers
  const answers = heldPacks(read)
    .filter(({ to }) => to === null)
    .flatMap((pack) =>
      (
        read
          .prepare(
            `SELECT id, item_id AS itemId, state FROM requirement_answer
             WHERE pack_id = ? AND pack_version = ? AND withdrawn_on IS NULL ORDER BY item_id, id`,
          )
          .all(pack.packId, pack.packVersion) as Omit<AnswerToItem, 'packRecordId'>[]
      ).map((answer) => ({ ...answer, packRecordId: pack.id })),
    )
  kept.set(register, { hash, answers })
  return answers
}

export interface QualityOfDay {
  readonly derived: DerivedOn
  readonly results: readonly RuleResult[]
  readonly places: FindingPlaces
}

export function qualityOn(register: Register, day: Day | null): QualityOfDay {
  const derived = derivedOn(register, day ?? register.today())
  return {
    derived,
    results: findingsOn(derived.on, answersToItems(register)),
    places: new FindingPlaces(derived),
  }
}

/** What of a result the filter lets through. */
export function filtered({ results, places }: QualityOfDay, filter: QualityFilter): readonly RuleResult[] {
  const isAll = filter.unitId === null && filter.ownerId === null
  return results.map((result) => {
    const { severity, noun } = result.rule
    const isMeant =
      (filter.severity === null || filter.severity === severity) && (filter.noun === null || filter.noun === noun)
    if (!isMeant) return { ...result, findings: [] }
    if (isAll) return result
    return {
      ...result,
      findings: result.findings.filter(
        (finding) =>
          (filter.ownerId === null || places.ownerOf(finding) === filter.ownerId) &&
          (filter.unitId === null || places.isIn(finding, filter.unitId)),
      ),
    }
  })
}

export function readQuality(register: Register, input: QualityInput): QualityResult {
  const quality = qualityOn(register, input.day)
  const shown = filtered(quality, input)
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>
  for (const { rule, findings } of shown) counts[rule.severity] += findings.length
  const asked = shown.find(({ rule }) => rule.id === input.rule)?.findings ?? []
  const findings = asked
    .slice(0, input.most)
    .map((finding): FindingRow => ({ ...finding, ownerId: quality.places.ownerOf(finding) }))
  const collector = new LabelCollector()
  collector.add(input.unitId, input.ownerId)
  for (const { noun, recordId, ownerId } of findings)
    collector.add(ownerId, noun === 'settings' || noun === 'requirement' ? null : recordId)
  return {
    day: quality.derived.day,
    rules: shown.map(({ rule: { id, name, severity, noun }, looked, findings: all }) => ({
      id,
      name,
      severity,
      noun,
      looked,
      found: all.length,
    })),
    counts,
    findings,
    labels: collector.labels(register.read),
  }
}

/** What is found of one record today, heaviest first. */
export function qualityOfRecord(
  register: Register,
  id: string,
): readonly (Finding & { readonly severity: Severity; readonly name: string })[] {
  const { derived, results } = qualityOn(register, null)
  const rules = new Map(qualityRules.map((rule) => [rule.id, rule]))
  return (findingsByRecord(derived.on, results).get(id) ?? [])
    .flatMap((finding) => {
      const rule = rules.get(finding.rule)
      return rule === undefined ? [] : [{ ...finding, severity: rule.severity, name: rule.name }]
    })
    .sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity))
}
