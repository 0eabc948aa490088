/** Does every AI system have a named executive, and has each confirmed what they answer for? */
import {
  confirmationByPost,
  coverageByUnit,
  inventoryOn,
  systemsWithoutExecutive,
} from '../domain/metrics/accountability-picture.ts'
import { accountabilityPath, type PathNode } from '../domain/metrics/accountability-path.ts'
import { judge } from '../domain/metrics/kri-result.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { answererOf, capped, kri, type PackContext } from './pack-context.ts'
import type { AccountabilityPage, ConfirmationRow, Coverage, CoverageRow, Path, WithoutExecutiveRow } from './pages.ts'

const unitsShown = 10
/** On the drawing of the line of accountability: executives to whom nobody reports, and posts in all. */
const executivesShown = 8
const postsShown = 14

export function accountabilityPage(context: PackContext, number: number): AccountabilityPage {
  const inventory = inventoryOn(context.on)
  const previous = context.previous && inventoryOn(context.previous.on)
  const path = pathOf(context)
  return {
    number,
    key: 'accountability',
    orientation: 'landscape',
    name: statement('pack.page.accountability'),
    title: titleOf(context),
    lead: leadOf(context),
    coverage: context.figure('coverage', coverageOf(context), {
      aside: asideOf(context, 'K01'),
      meaning: statement(context.previous ? 'pack.meaning.coverage' : 'pack.meaning.coverageFirst'),
    }),
    confirmation: context.figure('confirmation', capped(confirmationRows(context), 10, 'attestations'), {
      aside: asideOf(context, 'K03'),
      meaning: statement('pack.meaning.confirmation'),
    }),
    inventory: context.figure(
      'inventory',
      { ...inventory, previous },
      {
        aside: previous
          ? statement('pack.aside.inventoryBefore', { count: inventory.total, before: previous.total })
          : statement('pack.aside.inventory', { count: inventory.total }),
        meaning: meaningOfInventory(context),
        isEmpty: inventory.total === 0,
      },
    ),
    path: context.figure('path', path, {
      aside: statement('pack.aside.onDay', { day: context.asOf }),
      meaning: statement('pack.meaning.path'),
      isEmpty: path.nodes.length === 0,
    }),
    without: capped(withoutRows(context), 8, 'kri_records'),
  }
}

function titleOf(context: PackContext): Statement {
  const { numerator, denominator } = kri(context, 'K01')
  if (numerator === null || denominator === null) return statement('pack.clause.executives.noSystems')
  if (denominator === 0) return statement('pack.clause.executives.noneInScope')
  if (numerator === denominator) return statement('pack.accountability.all', { count: denominator })
  if (numerator === 0) return statement('pack.accountability.none', { count: denominator })
  const short = coverageByUnit(context.on).filter((row) => row.held < row.total)
  const [first, second] = short
  const facts = { count: numerator, total: denominator, without: denominator - numerator }
  if (short.some((row) => row.unit === null)) return statement('pack.accountability.some', facts)
  if (short.length === 1 && first?.unit)
    return statement('pack.accountability.oneUnit', { ...facts, unit: first.unit.name })
  if (short.length === 2 && first?.unit && second?.unit)
    return statement('pack.accountability.twoUnits', { ...facts, first: first.unit.name, second: second.unit.name })
  return statement('pack.accountability.manyUnits', { ...facts, units: short.length })
}

function leadOf(context: PackContext): readonly Statement[] {
  const high = kri(context, 'K02')
  const { parts } = kri(context, 'K01')
  const lines: Statement[] = []
  if (high.value !== null)
    lines.push(statement('pack.lead.high', { count: high.numerator ?? 0, total: high.denominator ?? 0 }))
  const vacant = parts['vacant'] ?? 0
  if (vacant > 0) lines.push(statement('pack.lead.vacant', { count: vacant }))
  const unregistered = parts['unregistered'] ?? 0
  if (unregistered > 0) lines.push(statement('pack.lead.unregistered', { count: unregistered }))
  return lines
}

function asideOf(context: PackContext, id: 'K01' | 'K03'): Statement | null {
  const { numerator, denominator, value } = kri(context, id)
  if (numerator === null || denominator === null || value === null) return statement('pack.aside.kriOnly', { kri: id })
  const before = context.previous && kri(context.previous, id)
  if (before?.numerator == null || before.denominator == null)
    return statement('pack.aside.kri', { kri: id, numerator, denominator })
  return statement('pack.aside.kriBefore', {
    kri: id,
    numerator,
    denominator,
    before: before.numerator,
    beforeTotal: before.denominator,
  })
}

function coverageOf(context: PackContext): Coverage {
  const threshold = kri(context, 'K01').threshold
  const before = context.previous && coverageByUnit(context.previous.on)
  const rows = coverageByUnit(context.on).map((row): CoverageRow => {
    const past = before?.find((each) => each.unit?.id === row.unit?.id)
    return {
      unit: row.unit && { code: row.unit.code, name: row.unit.name },
      held: row.held,
      total: row.total,
      status: threshold === null ? 'unjudged' : judge(row.held / row.total, threshold),
      previous: past ? { held: past.held, total: past.total } : null,
    }
  })
  const rest = rows.length > unitsShown ? rows.slice(unitsShown - 1) : []
  return {
    rows: rows.slice(0, rows.length - rest.length),
    others:
      rest.length === 0
        ? null
        : {
            units: rest.length,
            held: rest.reduce((sum, row) => sum + row.held, 0),
            total: rest.reduce((sum, row) => sum + row.total, 0),
          },
    limit: threshold?.appetite ?? 1,
  }
}

function meaningOfInventory(context: PackContext): Statement {
  const unset = context.on.systems.filter((system) => system.tier === null).length
  const facts = { counted: context.on.systems.length }
  return unset === 0
    ? statement('pack.meaning.inventory', facts)
    : statement('pack.meaning.inventoryUnset', { ...facts, count: unset })
}

function confirmationRows(context: PackContext): readonly ConfirmationRow[] {
  const rows = confirmationByPost(context.on).map((row): ConfirmationRow => {
    const post = context.on.post(row.postId)
    return {
      post: post && { code: post.code, name: post.name },
      answerer: row.holding
        ? answererOf(context.on, row.holding)
        : { state: 'unregistered', person: null, post: null, deputy: null, since: null },
      confirmed: row.confirmed,
      total: row.total,
      lastOn: row.lastOn,
      state: row.state,
      daysLapsed: row.daysLapsed,
    }
  })
  // Where they do not all fit, those that fall short are shown.
  return rows.length <= 10 ? rows : rows.sort((one, other) => one.confirmed / one.total - other.confirmed / other.total)
}

/**
 * Boards and committees, then the executives that answer for most systems, each with the posts above it, as many as the
 * drawing holds.
 */
function pathOf(context: PackContext): Path {
  const nodes = accountabilityPath(context.on)
  const byId = new Map(nodes.map((node) => [node.postId, node]))
  const lineOf = (node: PathNode, below: readonly PathNode[] = []): readonly PathNode[] => {
    const above = node.reportsToId === null ? undefined : byId.get(node.reportsToId)
    const line = [...below, node]
    return above === undefined || line.includes(above) ? line : lineOf(above, line)
  }
  const leads = new Set(nodes.flatMap((node) => (node.reportsToId === null ? [] : [node.reportsToId])))
  const [bodies, executives] = [
    nodes.filter((node) => node.kind !== 'executive'),
    nodes.filter((node) => node.kind === 'executive').sort((one, other) => other.systems - one.systems),
  ]
  const shown = new Set(bodies.flatMap((node) => lineOf(node)))
  let last = 0
  for (const executive of executives) {
    const line = lineOf(executive).filter((node) => !shown.has(node))
    const isLast = !leads.has(executive.postId)
    if (line.length === 0 || (isLast && last === executivesShown) || shown.size + line.length > postsShown) continue
    for (const node of line) shown.add(node)
    if (isLast) last += 1
  }
  const left = nodes.length - shown.size
  return {
    nodes: nodes
      .filter((node) => shown.has(node))
      .map(({ holding, ...node }) => ({ ...node, answerer: answererOf(context.on, holding) })),
    more: left === 0 ? null : statement('pack.more', { count: left, file: 'csv/posts.csv' }),
  }
}

function withoutRows(context: PackContext): readonly WithoutExecutiveRow[] {
  const weight = { high: 0, medium: 1, low: 2 }
  return systemsWithoutExecutive(context.on)
    .map((row) => ({
      code: row.code,
      name: row.name,
      tier: row.tier,
      state: row.state,
      answerer: answererOf(context.on, context.on.answerable.of('accountable_executive', row.id)),
      since: row.since,
    }))
    .sort((one, other) => weight[one.tier ?? 'high'] - weight[other.tier ?? 'high'])
}
