/** Where is the exposure, and has it moved? */
import { heatMapOn, sharedAppetite, stageCounts } from '../domain/metrics/heat-map.ts'
import { holdsOn } from '../domain/calendar-date.ts'
import { stages } from '../domain/risk.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { risksClause } from './clauses.ts'
import { capped, type PackContext, someCodes } from './pack-context.ts'
import type { RiskProfilePage } from './pages.ts'
import { risksBetween } from './moved-between.ts'
import { riskRows } from './risk-rows.ts'

export function riskProfilePage(context: PackContext, number: number): RiskProfilePage {
  const { on, positions, previous } = context
  const before = previous?.positions ?? null
  const residual = heatMapOn(on, positions, 'residual', before)
  const total = { count: positions.length }
  return {
    number,
    key: 'riskProfile',
    orientation: 'landscape',
    name: statement('pack.page.riskProfile'),
    title: risksClause(context),
    lead: leadOf(context),
    heatMap: context.figure('heatMap', residual, {
      meaning: meaningOfLine(context, residual.line !== null),
    }),
    notes: notesOf(context, residual.unassessed),
    scale: scaleOf(context),
    movement: context.figure('movement', capped(riskRows(context, positions.slice(0, 10)), 10, 'risks'), {
      aside: previous ? statement('pack.aside.since', { since: previous.since }) : statement('pack.first'),
      meaning: statement('pack.key.movement'),
    }),
    stages: context.figure(
      'stages',
      {
        maps: stages.map((stage) => heatMapOn(on, positions, stage, before)),
        counts: stages.map((stage) => stageCounts(positions, stage, before)),
      },
      {
        aside: statement('pack.aside.openRisks', total),
        meaning: meaningOfStages(context),
        isEmpty: positions.length === 0,
      },
    ),
  }
}

function leadOf(context: PackContext): readonly Statement[] {
  const { positions, previous } = context
  const lines: Statement[] = []
  if (previous !== null) {
    const movement = risksBetween(context, previous)
    const outside = new Set(positions.filter((each) => each.outsideAppetite === true).map((each) => each.code))
    const newcomers = movement.new.filter((code) => outside.has(code))
    if (newcomers.length > 0)
      lines.push(statement('pack.lead.newOutside', { count: newcomers.length, codes: someCodes(newcomers) }))
    lines.push(
      statement('pack.lead.moved', {
        worse: movement.worse.length,
        better: movement.better.length,
        added: movement.new.length,
        gone: movement.gone.length,
      }),
    )
  } else lines.push(statement('pack.first'))
  const severe = positions.filter((each) => each.residual?.band === 'severe').map((each) => each.code)
  if (severe.length > 0) lines.push(statement('pack.lead.severe', { count: severe.length, codes: someCodes(severe) }))
  const gap = positions.filter((each) => each.evidenceGap > 0)
  if (gap.length > 0) lines.push(statement('pack.lead.evidenceGap', { count: gap.length }))
  return lines
}

/** Which line is drawn, or why none is. */
function meaningOfLine(context: PackContext, drawn: boolean): Statement {
  const { limits } = context.on
  const shared = sharedAppetite(limits)
  if (!drawn || shared === null) return statement('pack.line.none')
  const approved = Object.values(limits).map((each) => (each.provisional ? null : each.approvedOn))
  const days = new Set(approved)
  const [day] = days
  const band = statement(`band.${shared}`)
  if (days.has(null)) return statement('pack.line.provisional', { band })
  return days.size === 1 && day != null
    ? statement('pack.line.approvedOn', { band, day })
    : statement('pack.line.approved', { band })
}

function notesOf(context: PackContext, unassessed: number): readonly Statement[] {
  const notes = [statement('pack.note.axes'), statement('pack.note.codes')]
  if (context.previous !== null) notes.push(statement('pack.note.brackets', { since: context.previous.since }))
  if (unassessed > 0) notes.push(statement('pack.note.unassessed', { count: unassessed }))
  return notes
}

/** "If every plan lands, one risk stays outside: RSK-0007." */
function meaningOfStages(context: PackContext): Statement | null {
  const planned = context.positions.filter((each) => each.target !== null)
  if (context.positions.length === 0) return null
  if (planned.length === 0) return statement('pack.meaning.stagesNoTarget')
  const counts = stageCounts(context.positions, 'target', null)
  if (counts.outside === 0) return statement('pack.meaning.stagesAllInside', { count: planned.length })
  const map = heatMapOn(context.on, context.positions, 'target', null)
  return statement('pack.meaning.stagesOutside', {
    count: counts.outside,
    codes: someCodes(map.cells.flatMap((cell) => cell.outside)),
  })
}

function scaleOf(context: PackContext): RiskProfilePage['scale'] {
  const scale = context.state.scales
    .filter((each) => each.withdrawn === null && holdsOn(each, context.asOf))
    .reduce<PackContext['state']['scales'][number] | null>(
      (best, each) => (best && best.from > each.from ? best : each),
      null,
    )
  return (
    scale && {
      likelihoodLabels: scale.likelihoodLabels,
      likelihoodRanges: scale.likelihoodRanges,
      impactLabels: scale.impactLabels,
    }
  )
}
