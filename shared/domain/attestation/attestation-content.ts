/**
 * What an executive confirms: exactly the systems, risks, acceptances and known gaps that the post answers for on a day, frozen as it
 * was confirmed. Two contents of one post are compared line by line, which says what is new since last time and whether a
 * confirmation still fits. No day stands in it, so that a confirmation goes stale only when what was confirmed changes.
 */
import { z } from 'zod'
import type { AcceptanceStanding } from '../metrics/acceptance-standing.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import type { RiskPosition } from '../metrics/risk-positions.ts'
import type { Finding } from '../quality/quality-rule.ts'
import { daySchema } from '../calendar-date.ts'
import { idSchema } from '../record.ts'
import { bands } from '../scoring.ts'
import { acceptanceKinds } from '../risk.ts'
import { answers, lifecycles, tiers } from '../system.ts'
import { bilingualSchema } from '../text.ts'

const named = { id: idSchema, code: z.string(), name: bilingualSchema }

export const attestedSystemSchema = z.object({
  ...named,
  lifecycle: z.enum(lifecycles),
  tier: z.enum(tiers).nullable(),
  personalData: z.enum(answers),
})
export const attestedRiskSchema = z.object({
  ...named,
  /** Codes of the systems that it is tied to, of whichever post. */
  systems: z.array(z.string()),
  residual: z.object({ likelihood: z.int(), impact: z.int(), band: z.enum(bands) }).nullable(),
  /** Null where the residual level is not assessed: unknown, never "within". */
  outsideAppetite: z.boolean().nullable(),
  outsideTolerance: z.boolean().nullable(),
})
export const attestedAcceptanceSchema = z.object({
  id: idSchema,
  code: z.string(),
  /** Code of the risk or control that it is of. */
  subject: z.string(),
  kind: z.enum(acceptanceKinds),
  to: daySchema,
  state: z.enum(['active', 'expired']),
  stale: z.boolean(),
})
/** A finding of data quality on one of them: DQ rule and record. */
export const attestedGapSchema = z.object({ id: z.string(), rule: z.string(), name: z.string(), code: z.string() })

export const attestationContentSchema = z.object({
  format: z.literal('daicho-attestation/1'),
  post: z.object(named),
  systems: z.array(attestedSystemSchema),
  risks: z.array(attestedRiskSchema),
  acceptances: z.array(attestedAcceptanceSchema),
  gaps: z.array(attestedGapSchema),
})
export type AttestationContent = z.infer<typeof attestationContentSchema>

export interface AttestationFacts {
  readonly on: RegisterOn
  readonly positions: readonly RiskPosition[]
  readonly acceptances: readonly AcceptanceStanding[]
  /** What the rules of data quality find on the day. */
  readonly findings: readonly Finding[]
}

/**
 * The content for a post: counted systems whose accountable executive it is, risks tied to them or owned by it, acceptances on
 * these risks or given by it that are in force or lapsed and relied on, and the findings on all of them. In the order of the codes.
 */
export function attestationContent(facts: AttestationFacts, postId: string): AttestationContent {
  const { on } = facts
  const post = on.post(postId)
  const systems = on.systemsOn
    .filter(({ executive }) => executive.holding.postId === postId)
    .map(({ system }) => system)
    .sort(byCode)
  const ownIds = new Set(systems.map(({ id }) => id))
  const codeOf = new Map(on.systems.map(({ id, code }) => [id, code]))
  const risks = facts.positions
    .filter(({ systemIds, owner }) => owner.postId === postId || systemIds.some((id) => ownIds.has(id)))
    .sort(byCode)
  const riskIds = new Set(risks.map(({ id }) => id))
  const acceptances = facts.acceptances
    .filter(({ state, reliedOn }) => state === 'active' || reliedOn)
    .filter((each) => each.postId === postId || (each.subject === 'risk' && riskIds.has(each.subjectId)))
    .sort(byCode)
  const own = new Set([...ownIds, ...riskIds, ...acceptances.map(({ id }) => id), postId])
  return {
    format: 'daicho-attestation/1',
    post: { id: postId, code: post?.code ?? '', name: post?.name ?? noName },
    systems: systems.map((system) => ({
      id: system.id,
      code: system.code,
      name: system.name ?? noName,
      lifecycle: system.lifecycle,
      tier: system.tier,
      personalData: system.personalData,
    })),
    risks: risks.map((risk) => ({
      id: risk.id,
      code: risk.code,
      name: risk.name,
      systems: risk.systemIds.flatMap((id) => codeOf.get(id) ?? []).sort(),
      residual:
        risk.residual === null
          ? null
          : { likelihood: risk.residual.likelihood, impact: risk.residual.impact, band: risk.residual.band },
      outsideAppetite: risk.outsideAppetite,
      outsideTolerance: risk.outsideTolerance,
    })),
    acceptances: acceptances.map((each) => ({
      id: each.id,
      code: each.code,
      subject: (each.subject === 'risk' ? on.risk(each.subjectId) : on.control(each.subjectId))?.code ?? '',
      kind: each.kind,
      to: each.to,
      state: each.state === 'active' ? 'active' : 'expired',
      stale: each.stale,
    })),
    gaps: facts.findings
      .filter(({ recordId }) => own.has(recordId))
      .map(({ rule, code, recordId, field }) => ({ id: `${rule} ${recordId} ${field}`, rule, name: field, code }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  }
}

const noName = { ja: null, en: null }

function byCode(one: { readonly code: string }, other: { readonly code: string }): number {
  return one.code < other.code ? -1 : one.code > other.code ? 1 : 0
}

export const attestedParts = ['systems', 'risks', 'acceptances', 'gaps'] as const
export type AttestedPart = (typeof attestedParts)[number]

/** One line that is not what it was. `fields`: those that differ, of a line that is on both sides. */
export interface AttestedChange {
  readonly part: AttestedPart
  readonly kind: 'added' | 'gone' | 'changed'
  readonly id: string
  readonly code: string
  readonly fields: readonly string[]
}

/** What differs between what was confirmed and what would be confirmed now; empty where the confirmation still fits. */
export function changesOfContent(before: AttestationContent, now: AttestationContent): readonly AttestedChange[] {
  return attestedParts.flatMap((part) => {
    const earlier = new Map(before[part].map((line) => [line.id, line]))
    const later = new Map(now[part].map((line) => [line.id, line]))
    const change = (line: { id: string; code: string }, kind: AttestedChange['kind'], fields: readonly string[]) => ({
      part,
      kind,
      id: line.id,
      code: line.code,
      fields,
    })
    return [
      ...[...later.values()].flatMap((line) => {
        const known = earlier.get(line.id)
        if (known === undefined) return [change(line, 'added', [])]
        const fields = differing(known, line)
        return fields.length === 0 ? [] : [change(line, 'changed', fields)]
      }),
      ...[...earlier.values()].filter((line) => !later.has(line.id)).map((line) => change(line, 'gone', [])),
    ]
  })
}

/** Names of the fields that differ. A content out of the file has its keys in another order than one that is made now. */
function differing(one: object, other: object): string[] {
  const before = new Map<string, unknown>(Object.entries(one))
  return Object.entries(other)
    .filter(([name, value]) => textOf(value) !== textOf(before.get(name)))
    .map(([name]) => name)
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  )
}
