/** What must be decided today, and what came of what was decided before? */
import type { Day } from '../domain/calendar-date.ts'
import { breachAnswers } from '../domain/decision/breach-answers.ts'
import type { Decision } from '../domain/decision/decision.ts'
import { daysLate, type DecisionStanding, decisionStandingOn } from '../domain/decision/decision-standing.ts'
import { dueOnDay } from '../domain/due-day.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { capped, joined, kri, type PackContext, someCodes } from './pack-context.ts'
import type { AskedDecision, BreachRow, DecisionCard, DecisionsPage, EarlierDecisionRow } from './pages.ts'

/** Five cards fill the page; what is beyond them is named with its count. */
const cardsOnPage = 5
/** Rows of the two tables below, by the number of cards above them. */
const rowsBelow = [8, 8, 8, 7, 6, 4] as const
/** The version of the schema from which on a register knows decisions: a pack from before says nothing of them. */
export const decisionsSince = 150

export function decisionsPage(context: PackContext, number: number): DecisionsPage | null {
  if (context.input.schemaVersion < decisionsSince) return null
  const asked = context.input.decisions.asked
  const cards = asked.slice(0, cardsOnPage).map(cardOf)
  const left = asked.slice(cardsOnPage).map(({ decision }) => decision.code)
  const rows = rowsBelow[cards.length] ?? 4
  const earlier = earlierRows(context)
  const breaches = breachRows(context)
  return {
    number,
    key: 'decisions',
    orientation: 'landscape',
    name: statement('pack.page.decisions'),
    title: joined(askedClause(context), followThroughClause(context)),
    lead: [],
    cards: context.figure(
      'decisions',
      { rows: cards, total: asked.length, more: moreOf(left) },
      {
        meaning: statement('pack.meaning.decisions'),
        empty: nothingAsked(context),
      },
    ),
    earlier: context.figure('earlierDecisions', capped(earlier, rows, 'decisions'), {
      meaning: statement('pack.meaning.earlierDecisions'),
    }),
    breaches: context.figure('breachAnswers', capped(breaches, rows, 'kri_results'), {
      meaning: statement('pack.meaning.breachAnswers'),
    }),
  }
}

function moreOf(codes: readonly string[]): Statement | null {
  return codes.length === 0 ? null : statement('pack.moreDecisions', { count: codes.length, codes: someCodes(codes) })
}

/** That nothing is asked is said by a named person, or it is open. */
export function nothingAsked({ input }: Pick<PackContext, 'input'>): Statement {
  const { none } = input.decisions
  if (input.entity != null) return statement('pack.decisions.noneOfEntity', { entity: input.entity.name })
  return none === null
    ? statement('pack.decisions.open')
    : statement('pack.decisions.none', { person: none.person, on: none.on })
}

/** "3 decisions are requested, 2 of them resolutions". */
export function askedClause(context: Pick<PackContext, 'input'>): Statement {
  const { asked, none } = context.input.decisions
  if (asked.length === 0) return statement(none === null ? 'pack.clause.decisions.open' : 'pack.clause.decisions.none')
  const resolutions = asked.filter(({ decision }) => decision.kind === 'resolution').length
  return statement('pack.clause.decisions.asked', { count: asked.length, resolutions })
}

/** K27 in words. */
function followThroughClause(context: PackContext): Statement {
  const { numerator, denominator } = kri(context, 'K27')
  if (numerator === null || denominator === null) return statement('pack.clause.followThrough.none')
  if (denominator === 0) return statement('pack.clause.followThrough.nothingDue')
  return statement('pack.clause.followThrough.of', { count: numerator, total: denominator })
}

function cardOf({ decision, person, post, meeting, codes }: AskedDecision): DecisionCard {
  const { code, name, kind, body, ask, options, recommendation, delayConsequence, dueOn, deferrals } = decision
  return {
    code,
    name,
    kind,
    body,
    ask,
    options: options.map((option) => ({ label: option.label ?? '', consequence: option.consequence ?? '' })),
    recommendation,
    delayConsequence,
    person,
    post,
    dueOn,
    meeting,
    codes,
    deferrals: deferrals.length,
  }
}

const rank: Readonly<Record<DecisionStanding, number>> = {
  late: 0,
  unrecorded: 1,
  deferred: 2,
  under_way: 3,
  asked: 4,
  implemented: 5,
  closed: 6,
}

/**
 * Earlier decisions as they stood: what is not carried out, whose outcome is missing or was deferred, and what was decided or carried
 * out since the previous pack. What this pack asks stands in its cards.
 */
function earlierRows(context: PackContext): readonly EarlierDecisionRow[] {
  const { asOf, previous, state, on } = context
  const asked = new Set(context.input.decisions.asked.map(({ decision }) => decision.id))
  const meetings = new Map(state.meetings.filter(({ withdrawn }) => withdrawn === null).map((each) => [each.id, each]))
  const since = previous?.asOf ?? null
  const recent = (day: Day | null) => day !== null && day <= asOf && (since === null || day > since)
  const shown = (decision: Decision, standing: DecisionStanding) => {
    if (standing === 'asked') return decision.packId !== null && !asked.has(decision.id)
    if (standing === 'implemented') return recent(decision.implementedOn) || recent(decision.decidedOn)
    return standing === 'closed' ? recent(decision.decidedOn) : !asked.has(decision.id)
  }
  return state.decisions
    .filter(({ withdrawn }) => withdrawn === null)
    .map((decision) => ({
      decision,
      standing: decisionStandingOn(decision, meetings.get(decision.meetingId ?? '') ?? null, asOf),
    }))
    .filter(({ decision, standing }) => shown(decision, standing))
    .map(({ decision, standing }) => ({
      code: decision.code,
      name: decision.name,
      kind: decision.kind,
      outcome: decision.decidedOn !== null && decision.decidedOn <= asOf ? decision.outcome : null,
      decidedOn: decision.decidedOn !== null && decision.decidedOn <= asOf ? decision.decidedOn : null,
      minutesReference: decision.minutesReference,
      person: on.person(decision.ownerId)?.name ?? on.post(decision.ownerPostId)?.name ?? null,
      dueOn: dueOnDay(decision, asOf),
      daysLate: daysLate(decision, asOf),
      standing,
      implementedOn: standing === 'implemented' ? decision.implementedOn : null,
    }))
    .sort(
      (one, other) =>
        rank[one.standing] - rank[other.standing] ||
        (other.daysLate ?? 0) - (one.daysLate ?? 0) ||
        (one.code < other.code ? -1 : 1),
    )
}

function breachRows(context: PackContext): readonly BreachRow[] {
  const breached = [...context.kris.values()].filter(({ status }) => status === 'breach')
  const asked = context.input.decisions.asked.map(({ decision }) => decision)
  const known = new Set(asked.map(({ id }) => id))
  const decisions = [...asked, ...context.state.decisions.filter(({ id }) => !known.has(id))]
  const answers = breachAnswers(
    breached.map(({ id }) => id),
    decisions,
    { day: context.asOf, since: context.previous?.asOf ?? null },
  )
  return answers
    .map((answer) => ({ ...answer, title: statement(`kri.${answer.id}.title`) }))
    .sort((one, other) => Number(other.answer === 'open') - Number(one.answer === 'open'))
}
