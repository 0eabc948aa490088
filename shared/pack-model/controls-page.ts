/** Do the safeguards exist, and is there proof? */
import {
  claimedWithoutEvidence,
  controlDomainsOn,
  evidenceCurrencyOn,
  evidenceStateOf,
} from '../domain/metrics/control-domains.ts'
import { sharedControlsOn } from '../domain/metrics/evidenced-level.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { controlsClause } from './clauses.ts'
import { capped, joined, kri, type PackContext } from './pack-context.ts'
import type { ControlsPage, WeakControlRow } from './pages.ts'
import { riskRows } from './risk-rows.ts'

export function controlsPage(context: PackContext, number: number): ControlsPage {
  const before = context.previous && controlDomainsOn(context.previous.on)
  const domains = controlDomainsOn(context.on).map((row) => ({
    ...row,
    previous: before?.find((each) => each.domain === row.domain) ?? null,
  }))
  const currencyBefore = context.previous && evidenceCurrencyOn(context.previous.on)
  const currency = evidenceCurrencyOn(context.on).map((row) => ({
    ...row,
    previous: currencyBefore?.find((each) => each.domain === row.domain) ?? null,
  }))
  const claimed = context.positions.filter((each) => each.evidenceGap > 0)
  const { numerator, denominator } = kri(context, 'K09')
  return {
    number,
    key: 'controls',
    orientation: 'landscape',
    name: statement('pack.page.controls'),
    title: titleOf(context),
    lead: leadOf(context),
    domains: context.figure('controlDomains', domains, {
      aside:
        numerator === null || denominator === null
          ? null
          : statement('pack.aside.controls', { count: numerator, total: denominator }),
      meaning: statement('pack.meaning.controlDomains'),
      isEmpty: domains.every((row) => row.total + row.counts.not_applicable === 0),
    }),
    evidence: context.figure('evidenceCurrency', currency, {
      meaning: statement('pack.meaning.evidenceCurrency'),
      isEmpty: currency.every((row) => row.total === 0),
    }),
    claimed: context.figure('claimed', capped(riskRows(context, claimed), 9, 'risks'), {
      aside: statement('pack.aside.claimed', { count: claimed.length, total: context.positions.length }),
      meaning: statement('pack.meaning.claimed'),
      ...(context.positions.length === 0 ? { empty: statement('pack.clause.risks.noneInScope') } : {}),
    }),
    weak: context.figure('weakControls', capped(weakControls(context), 8, 'controls'), {
      meaning: statement('pack.meaning.weakControls'),
      ...(context.on.controls.length === 0 ? { empty: controlsClause(context) } : {}),
    }),
  }
}

function titleOf(context: PackContext): Statement {
  if (context.on.controls.length === 0) return controlsClause(context)
  const unproven = claimedWithoutEvidence(context.on).length
  return joined(
    controlsClause(context),
    unproven === 0 ? statement('pack.controls.allProven') : statement('pack.controls.unproven', { count: unproven }),
  )
}

/** Levels of risks that share a control are not independent: how many lean on one, and which carries most. */
function leaningOf({ on }: PackContext): readonly Statement[] {
  const shared = sharedControlsOn(on)
  const [heaviest] = shared
  if (heaviest === undefined) return []
  const alone = shared.reduce((sum, each) => sum + each.alone.length, 0)
  const several = shared.filter(({ risks }) => risks.length > 1).length
  const told = statement('pack.lead.leaning', { alone, shared: several })
  // Where none carries two, none carries most.
  const most = statement('pack.lead.leaningMost', { code: heaviest.control.code, most: heaviest.risks.length })
  return several === 0 ? [told] : [told, most]
}

function leadOf(context: PackContext): readonly Statement[] {
  const controls = context.on.controls
  const having = (status: string) => controls.filter((control) => context.on.controlStatus(control) === status).length
  if (controls.length === 0) return []
  return [
    statement('pack.lead.controls', {
      effective: having('effective'),
      untested: having('untested'),
      ineffective: having('ineffective'),
      unknown: having('unknown'),
    }),
    ...leaningOf(context),
  ]
}

/** Key controls that failed their test, then those in place without current evidence; most risks first. */
function weakControls(context: PackContext): readonly WeakControlRow[] {
  const open = new Set(context.positions.map((position) => position.id))
  const unproven = new Set(claimedWithoutEvidence(context.on))
  return context.on.controls
    .filter((control) => control.weight === 'key')
    .map((control) => ({
      code: control.code,
      name: control.name,
      domain: control.domain,
      status: context.on.controlStatus(control),
      evidence: evidenceStateOf(context.on, control.id),
      risks: control.riskIds.filter((id) => open.has(id)).length,
      unproven: unproven.has(control),
    }))
    .filter((row) => row.status === 'ineffective' || row.unproven)
    .sort(
      (one, other) =>
        Number(other.status === 'ineffective') - Number(one.status === 'ineffective') || other.risks - one.risks,
    )
    .map(({ unproven: _unproven, ...row }) => row)
}
