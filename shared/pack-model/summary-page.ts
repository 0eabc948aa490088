/** Page 1: are we inside appetite, better or worse, and what runs out next? */
import type { Day } from '../domain/calendar-date.ts'
import { cutOffOf } from '../domain/metrics/entity-figures.ts'
import type { KriResult, KriStatus } from '../domain/metrics/kri-result.ts'
import { tileIds, tileOf } from '../domain/metrics/kri-tile.ts'
import { type Statement, statement } from '../domain/statement.ts'
import type { Bilingual } from '../domain/text.ts'
import { executivesClause, risksClause } from './clauses.ts'
import { decisionsSince, nothingAsked } from './decisions-page.ts'
import { capped, joined, kri, type PackContext } from './pack-context.ts'
import type { AheadRow, SinceLast, SummaryDecisions, SummaryPage } from './pages.ts'
import { riskRows } from './risk-rows.ts'
import { sinceLastBlocks } from './since-last.ts'

export function summaryPage(context: PackContext, number: number): SummaryPage {
  const now = { code: context.input.code, asOf: context.asOf }
  const tiles = tileIds.map((id) => tileOf(kri(context, id), now, context.history))
  const provisional = tiles.filter((tile) => tile.threshold?.provisional === true).map((tile) => tile.id)
  return {
    number,
    key: 'summary',
    orientation: 'landscape',
    name: statement('pack.page.summary'),
    title: titleOf(context),
    lead: entityLead(context),
    status: statusSentences(context),
    tiles: context.figure('tiles', tiles, {
      meaning:
        provisional.length > 0
          ? statement('pack.meaning.tilesProvisional', { kris: provisional })
          : statement('pack.meaning.tiles'),
    }),
    topRisks: context.figure('worstFive', capped(riskRows(context, context.positions.slice(0, 5)), 5, 'risks'), {
      aside: statement('pack.key.levels'),
    }),
    ahead: context.figure('ahead', capped(aheadRows(context), aheadOnPage(context), 'acceptances'), {
      meaning: statement('pack.meaning.ahead', { until: context.nextQuarterEnd }),
    }),
    decisions: decisionLines(context),
    sinceLast: sinceLast(context),
  }
}

/** Of whose records the pack is, and up to when they are known; nothing in a pack of the whole. */
function entityLead({ input, state, asOf }: PackContext): readonly Statement[] {
  const { entity } = input
  if (entity == null) return []
  const { name, code, id } = entity
  const cutOff = cutOffOf(
    state.mergeRuns.filter(({ on }) => on <= asOf),
    id,
  )
  return [
    statement('pack.lead.entity', { entity: name, code }),
    cutOff === null ? statement('pack.lead.entityKeptHere') : statement('pack.lead.entityCutOff', { day: cutOff }),
  ]
}

/** Where what is asked takes its lines, one of these fewer fits on the page. */
function aheadOnPage(context: PackContext): number {
  return context.input.schemaVersion < decisionsSince ? 5 : 4
}

const decisionsNamed = 3

/** The first of what is asked; the page after it holds the whole. */
function decisionLines(context: PackContext): SummaryDecisions | null {
  if (context.input.schemaVersion < decisionsSince) return null
  const { asked } = context.input.decisions
  const left = asked.length - decisionsNamed
  return {
    title: statement('pack.decisions.title'),
    lines: asked.slice(0, decisionsNamed).map(({ decision: { code, name, kind } }) => ({ code, name, kind })),
    note:
      asked.length === 0 ? nothingAsked(context) : left > 0 ? statement('pack.decisions.more', { count: left }) : null,
  }
}

function titleOf(context: PackContext): Statement {
  const isEmpty = [...context.state.systems, ...context.state.risks].every((record) => record.withdrawn !== null)
  return isEmpty ? statement('pack.summary.empty') : joined(risksClause(context), executivesClause(context))
}

/** The state in at most four sentences, each a fact of the register: no author's comment is recorded yet. */
function statusSentences(context: PackContext): readonly Statement[] {
  const results = [...context.kris.values()]
  const having = (status: KriStatus) => results.filter((result) => result.status === status).length
  const sentences = [
    statement('pack.status.scope', { systems: context.on.systems.length, risks: context.on.risks.length }),
    statement('pack.status.limits', {
      total: results.length,
      within: having('within'),
      warning: having('warning'),
      breach: having('breach'),
      without: having('no_data') + having('na') + having('unjudged'),
    }),
  ]
  const breaches = results.filter((result) => result.status === 'breach').map((result) => result.id)
  if (breaches.length > 0) sentences.push(statement('pack.status.breaches', { count: breaches.length, kris: breaches }))
  if (context.previous !== null) {
    const { better, worse } = changedStatuses(context, context.previous.kris)
    sentences.push(
      better.length + worse.length === 0
        ? statement('pack.status.noStatusChanged', { since: context.previous.since })
        : statement('pack.status.statusChanged', {
            since: context.previous.since,
            better: better.length,
            worse: worse.length,
          }),
    )
  }
  return sentences
}

const rank: Readonly<Record<KriStatus, number | null>> = {
  within: 0,
  warning: 1,
  breach: 2,
  no_data: null,
  na: null,
  unjudged: null,
}

function changedStatuses(
  context: PackContext,
  previous: ReadonlyMap<string, KriResult>,
): { better: readonly string[]; worse: readonly string[] } {
  const better: string[] = []
  const worse: string[] = []
  for (const result of context.kris.values()) {
    const before = previous.get(result.id)
    const from = before ? rank[before.status] : null
    const to = rank[result.status]
    if (from === null || to === null || from === to) continue
    if (to < from) better.push(result.id)
    else worse.push(result.id)
  }
  return { better, worse }
}

/** What has lapsed and is relied on, then what ends until the next quarter is over: acceptances and executives' terms. */
function aheadRows(context: PackContext): readonly AheadRow[] {
  const { on, asOf, nextQuarterEnd } = context
  const codes = new Map([...context.state.risks, ...context.state.controls].map((row) => [row.id, row.code]))
  const rows: AheadRow[] = []
  for (const standing of context.acceptances) {
    const lapsed = standing.reliedOn
    if (!lapsed && !(standing.state === 'active' && standing.to <= nextQuarterEnd)) continue
    rows.push({
      on: standing.to,
      code: standing.code,
      what: statement(`pack.ahead.${standing.kind}${lapsed ? 'Lapsed' : ''}`, {
        subject: codes.get(standing.subjectId) ?? '',
        person: on.person(standing.personId)?.name ?? statement('paper.notRecorded'),
      }),
      lapsed,
    })
  }
  for (const end of endingTerms(context))
    if (end.to >= asOf && end.to <= nextQuarterEnd)
      rows.push({
        on: end.to,
        code: end.code,
        what: statement('pack.ahead.term', { post: end.post, person: end.person }),
        lapsed: false,
      })
  return rows.sort(
    (one, other) => Number(other.lapsed) - Number(one.lapsed) || (one.on < other.on ? -1 : one.on > other.on ? 1 : 0),
  )
}

/** Terms of executive posts that end without another holder from the next day on. */
function endingTerms(context: PackContext): readonly {
  readonly to: Day
  readonly code: string
  readonly post: Bilingual
  readonly person: Bilingual
}[] {
  const { on, state } = context
  const holders = state.terms.filter((term) => term.withdrawn === null && term.capacity === 'holder')
  return holders.flatMap((term) => {
    const post = on.post(term.postId)
    const person = on.person(term.personId)
    if (term.to === null || post?.kind !== 'executive' || person === null) return []
    const { to } = term
    const followed = holders.some(
      (other) => other.postId === term.postId && other !== term && (other.to === null || other.to > to),
    )
    return followed ? [] : [{ to, code: post.code, post: post.name, person: person.name }]
  })
}

function sinceLast(context: PackContext): SinceLast {
  const { previous } = context
  if (previous === null) {
    return { title: statement('pack.since.title'), first: statement('pack.first'), blocks: [] }
  }
  return {
    title: statement('pack.since.titleFrom', { code: previous.code, asOf: previous.asOf }),
    first: null,
    blocks: sinceLastBlocks(context, previous).map(({ key, title, lines }) => ({ key, title, lines })),
  }
}
