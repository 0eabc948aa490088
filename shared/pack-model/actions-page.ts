/** Is management finishing what it promised? */
import { ageBuckets, type AgeBucket, countByAge, openActionsOn } from '../domain/metrics/action-figures.ts'
import { statement } from '../domain/statement.ts'
import { type Bilingual, noText } from '../domain/text.ts'
import { acceptancesClause, actionsClause } from './clauses.ts'
import { enforcementRows, incidentAside, incidentLead, incidentRows } from './incident-rows.ts'
import { capped, joined, kri, type PackContext } from './pack-context.ts'
import type { AcceptanceRow, ActionRow, ActionsPage, AgeingColumn } from './pages.ts'

/** Rows of each list: where incidents share the page, and where they do not. */
const beside = 3
const alone = 9

export function actionsPage(context: PackContext, number: number): ActionsPage {
  const mean = kri(context, 'K13')
  const slipped = kri(context, 'K14')
  const standing = kri(context, 'K22')
  const ageing = ageingColumns(context)
  const incidents = incidentRows(context)
  const enforcements = enforcementRows(context)
  const { enforcements: received } = context.on.input
  const hold = context.kris.has('K21')
  const most = incidents.length + enforcements.length > 0 ? beside : alone
  return {
    number,
    key: 'actions',
    orientation: 'landscape',
    name: statement('pack.page.actions'),
    title: joined(actionsClause(context), acceptancesClause(context)),
    lead: [
      ...(mean.value !== null && mean.value > 0
        ? [
            statement('pack.lead.overdueDays', {
              mean: Math.round(mean.value * 10) / 10,
              median: mean.parts['median'] ?? 0,
              max: mean.parts['max'] ?? 0,
            }),
          ]
        : []),
      ...(slipped.value !== null && (slipped.numerator ?? 0) > 0
        ? [statement('pack.lead.slipped', { count: slipped.numerator ?? 0 })]
        : []),
      ...incidentLead(context),
    ],
    ageing: context.figure('ageing', ageing, {
      meaning: statement('pack.meaning.ageing'),
      isEmpty: ageing.every((column) => column.total === 0),
      ...(context.on.actions.length === 0 ? { empty: actionsClause(context) } : {}),
    }),
    overdue: context.figure('overdue', capped(overdueRows(context), most, 'actions'), {
      meaning: statement('pack.meaning.overdue'),
      ...(context.on.actions.length === 0 ? { empty: actionsClause(context) } : {}),
    }),
    acceptances: context.figure('acceptances', capped(acceptanceRows(context), most, 'acceptances'), {
      aside:
        standing.value === null
          ? null
          : statement('pack.aside.acceptances', {
              active: standing.parts['active'] ?? 0,
              expiring: standing.parts['expiring30'] ?? 0,
              lapsed: standing.parts['expiredReliedOn'] ?? 0,
            }),
      meaning: statement('pack.meaning.acceptances'),
      ...(standing.value === null ? { empty: acceptancesClause(context) } : {}),
    }),
    incidents: hold
      ? context.figure('incidents', capped(incidents, 4, 'incidents'), {
          aside: incidentAside(context),
          meaning: statement('pack.meaning.incidents'),
          ...(context.on.input.incidents.length === 0 ? { empty: statement('pack.empty.incidentsNone') } : {}),
        })
      : null,
    enforcements:
      hold && received.some(({ withdrawn }) => withdrawn === null)
        ? context.figure('enforcements', capped(enforcements, 3, 'enforcements'), {
            meaning: statement('pack.meaning.enforcements'),
          })
        : null,
  }
}

function ageingColumns(context: PackContext): readonly AgeingColumn[] {
  const earlier = context.history.slice(-4).map((pack): AgeingColumn => {
    const parts = pack.results.find((result) => result.id === 'K12')?.parts ?? {}
    const counts = Object.fromEntries(ageBuckets.map((bucket) => [bucket, parts[bucket] ?? 0])) as Record<
      AgeBucket,
      number
    >
    const meanDays = pack.results.find((result) => result.id === 'K13')?.value ?? null
    return { code: pack.code, asOf: pack.asOf, counts, total: sum(counts), meanDays }
  })
  const counts = countByAge(openActionsOn(context.on))
  return [
    ...earlier,
    { code: context.input.code, asOf: context.asOf, counts, total: sum(counts), meanDays: kri(context, 'K13').value },
  ]
}

function sum(counts: Readonly<Record<AgeBucket, number>>): number {
  return ageBuckets.reduce((total, bucket) => total + counts[bucket], 0)
}

/** Longest overdue first. */
function overdueRows(context: PackContext): readonly ActionRow[] {
  return openActionsOn(context.on)
    .filter((each) => each.daysOverdue > 0)
    .sort((one, other) => other.daysOverdue - one.daysOverdue)
    .map(({ action, dueOn, daysOverdue, slips }) => ({
      code: action.code,
      name: action.name,
      owner: context.on.person(action.ownerId)?.name ?? null,
      dueOn,
      daysOverdue,
      slips,
      done: action.state !== 'open',
    }))
}

/** Lapsed and relied on first, then active ones by their last day. Others are in the CSV. */
function acceptanceRows(context: PackContext): readonly AcceptanceRow[] {
  const subjects = new Map<string, { readonly code: string; readonly name: Bilingual }>()
  for (const row of [...context.state.risks, ...context.state.controls]) subjects.set(row.id, row)
  return context.acceptances
    .filter((standing) => standing.reliedOn || standing.state === 'active')
    .map((standing) => ({
      ...standing,
      subjectCode: subjects.get(standing.subjectId)?.code ?? '',
      subjectName: subjects.get(standing.subjectId)?.name ?? noText,
      person: context.on.person(standing.personId)?.name ?? null,
      post: context.on.post(standing.postId)?.name ?? null,
      residual: standing.subject === 'risk' ? context.on.level(standing.subjectId, 'residual') : null,
    }))
    .sort(
      (one, other) =>
        Number(other.reliedOn) - Number(one.reliedOn) || (one.to < other.to ? -1 : one.to > other.to ? 1 : 0),
    )
}
