/** All rules, in the order of their ids, and what they find on a day. */
import { acceptancesOn } from '../metrics/acceptance-standing.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import { positionsOn } from '../metrics/risk-positions.ts'
import { controlRules } from './control-rules.ts'
import { decisionRules } from './decision-rules.ts'
import { incidentRules } from './incident-rules.ts'
import { jurisdictionRules } from './jurisdiction-rules.ts'
import { privacyRules } from './privacy-rules.ts'
import { postRules } from './post-rules.ts'
import type { AnswerToItem, Finding, QualityOn, QualityRule } from './quality-rule.ts'
import { riskRules } from './risk-rules.ts'
import { systemRules } from './system-rules.ts'
import { thirdPartyRules } from './third-party-rules.ts'

export const qualityRules: readonly QualityRule[] = [
  ...systemRules,
  ...riskRules,
  ...controlRules,
  ...postRules,
  ...thirdPartyRules,
  ...incidentRules,
  ...privacyRules,
  ...jurisdictionRules,
  ...decisionRules,
]

export interface RuleResult {
  readonly rule: QualityRule
  /** Records that it looked at. */
  readonly looked: number
  readonly findings: readonly Finding[]
}

/** What every rule finds. Kept for as long as nothing of the register changes that rules read. */
export function findingsOn(on: RegisterOn, answers: readonly AnswerToItem[]): readonly RuleResult[] {
  const from: readonly unknown[] = Object.values(on.input)
  return on.kept.get('findings', [...from, answers, on.asOf], () => {
    const acceptances = acceptancesOn(on)
    const positions = new Map(positionsOn(on, acceptances).map((position) => [position.id, position]))
    const quality: QualityOn = { on, answers, acceptances, positions }
    return qualityRules.map((rule) => ({ rule, ...rule.look(quality) }))
  })
}

/** The findings of each record. */
export function findingsByRecord(
  on: RegisterOn,
  results: readonly RuleResult[],
): ReadonlyMap<string, readonly Finding[]> {
  return on.kept.groups(
    'findings by record',
    on.kept.get('all findings', [results], () => results.flatMap(({ findings }) => findings)),
    ({ recordId }) => [recordId],
  )
}
