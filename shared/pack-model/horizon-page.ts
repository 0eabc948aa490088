/** What rules are coming? The timeline, what comes next and what nobody has assessed, and how far each instrument binds. */
import { addDays, addMonths, type Day, fiscalQuarterOf } from '../domain/calendar-date.ts'
import { beginningsBetween } from '../domain/horizon/beginnings.ts'
import { lastDayOf } from '../domain/horizon/horizon-date.ts'
import type { HorizonEvent, HorizonPack } from '../domain/horizon/horizon-pack.ts'
import { ownMarks } from '../domain/horizon/own-marks.ts'
import { assessmentStandingOn, heldIn, type RuleAssessment } from '../domain/horizon/rule-assessment.ts'
import { eventOn, statusOn } from '../domain/horizon/status-on.ts'
import type { ContractMark } from '../domain/horizon/timeline-marks.ts'
import { contractsOn } from '../domain/metrics/third-party-on.ts'
import { termEndOn } from '../domain/third-party/contract-term.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { capped, type PackContext } from './pack-context.ts'
import type { HorizonEventRow, HorizonPage } from './pages.ts'

/** Events on the page that lie this far ahead, beside those that are late. */
const monthsAhead = 24
/** Contracts on the timeline: those whose day comes first. */
const contractsShown = 3
/** Rows of both tables, and where contracts have a lane of the timeline. */
const rowsShown = { alone: 6, beneathContracts: 5, inBothLanguages: 4 }

/** Null where the register has taken no horizon in. */
export function horizonPage(context: PackContext, number: number): HorizonPage | null {
  const { state, asOf } = context
  const content = heldIn(state)
  if (content === null) return null
  const assessments = state.ruleAssessments.filter(({ withdrawn }) => withdrawn === null)
  const byEvent = new Map(assessments.map((each) => [each.eventId, each]))
  const figure = context.kris.get('KRI-18')
  const movedFrom = movedIn(context, content, byEvent)
  const rows = rowsOf(context, content, byEvent, movedFrom)
  const contracts = contractMarks(context)
  const beneath = context.input.bilingual === true ? rowsShown.inBothLanguages : rowsShown.beneathContracts
  const most = contracts.length > 0 ? beneath : rowsShown.alone
  const own = ownMarks(assessments, state.organisation, asOf).filter(({ kind }) => kind !== 'due')
  return {
    number,
    key: 'horizon',
    orientation: 'landscape',
    name: statement('pack.page.horizon'),
    title:
      figure === undefined || figure.value === null
        ? statement('pack.horizon.notAssessed')
        : figure.value === 0
          ? statement('pack.horizon.allAssessed', { total: figure.denominator ?? 0 })
          : statement('pack.horizon.title', { count: figure.value, total: figure.denominator ?? 0 }),
    lead: [
      statement('pack.lead.horizon', {
        ahead: rows.filter(({ kind }) => kind !== 'past').length,
        toPrepare: assessments.filter(
          (each) => each.outcome === 'to_prepare' && assessmentStandingOn(each, asOf) === 'assessed',
        ).length,
      }),
      ...begunLead(context, content),
      statement('pack.lead.horizonContent', { asOf: content.asOf }),
    ],
    timeline: context.figure(
      'horizonTimeline',
      { content, own, contracts, movedFrom, day: asOf },
      { meaning: statement('pack.meaning.horizonTimeline') },
    ),
    events: context.figure('horizonEvents', capped(rows, most, 'horizon'), {
      meaning: statement('pack.meaning.horizonEvents'),
    }),
    instruments: context.figure(
      'horizonInstruments',
      capped(
        content.instruments.map((instrument) => {
          const { status, absent, checks } = statusOn(instrument, asOf, content)
          return {
            id: instrument.id,
            label: instrument.label,
            issuer: instrument.issuer,
            note: instrument.note,
            status,
            absent,
            checks: checks.filter((check) => check !== 'AFTER_CONTENT'),
          }
        }),
        most,
        'horizon',
      ),
      { meaning: statement('pack.meaning.horizonInstruments') },
    ),
  }
}

/** What came into force since the previous pack; in a first pack since the quarter began. */
function begunLead(context: PackContext, content: HorizonPack): readonly Statement[] {
  const { previous, asOf, state } = context
  const from =
    previous === null ? fiscalQuarterOf(asOf, state.organisation.fiscalStartMonth).from : addDays(previous.asOf, 1)
  const begun = beginningsBetween(content, from, asOf)
  return begun.length === 0
    ? []
    : [statement('pack.lead.rulesBegan', { count: begun.length, rules: begun.map(({ label }) => label) })]
}

/** Where each event stood before: as its assessment says, else in the horizon that the previous pack held. */
function movedIn(
  { previous }: PackContext,
  content: HorizonPack,
  byEvent: ReadonlyMap<string | null, RuleAssessment>,
): Readonly<Record<string, Day>> {
  const before = new Map((previous && heldIn(previous.state))?.events.map((event) => [event.id, lastDayOf(event.date)]))
  return Object.fromEntries(
    content.events.flatMap(({ id, date }) => {
      const from = byEvent.get(id)?.movedFrom ?? before.get(id)
      return from === undefined || from === lastDayOf(date) ? [] : [[id, from]]
    }),
  )
}

/** The next day of each contract in force on which somebody has to act, or on which it ends. */
function contractMarks({ on, asOf }: PackContext): readonly ContractMark[] {
  const last = addMonths(asOf, monthsAhead)
  return contractsOn(on)
    .flatMap(({ contract }): ContractMark[] => {
      const end = termEndOn(contract, asOf)
      if (end === null || end.past) return []
      const notice = end.noticeBy !== null && end.noticeBy >= asOf ? end.noticeBy : null
      return [{ code: contract.code, matter: notice === null ? 'ends' : 'notice', day: notice ?? end.endsOn }]
    })
    .filter(({ day }) => day <= last)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .slice(0, contractsShown)
}

/** What is late first, then what comes next. */
function rowsOf(
  context: PackContext,
  content: HorizonPack,
  byEvent: ReadonlyMap<string | null, RuleAssessment>,
  movedFrom: Readonly<Record<string, Day>>,
): readonly HorizonEventRow[] {
  const { on, asOf } = context
  const rowOf = (event: HorizonEvent): HorizonEventRow => {
    const assessment = byEvent.get(event.id) ?? null
    const { kind, checks } = eventOn(event, asOf, content)
    return {
      id: event.id,
      label: event.label,
      date: event.date,
      kind,
      checks: checks.filter((check) => check !== 'AFTER_CONTENT'),
      standing: assessment && assessmentStandingOn(assessment, asOf),
      outcome: assessment?.outcome ?? null,
      movedFrom: movedFrom[event.id] ?? null,
      owner: on.person(assessment?.ownerId ?? null)?.name ?? on.post(assessment?.ownerPostId ?? null)?.name ?? null,
      systems: assessment?.systemIds.length ?? 0,
    }
  }
  const last = addMonths(asOf, monthsAhead)
  const all = content.events.map((event) => ({ day: lastDayOf(event.date), row: rowOf(event) }))
  const late = all.filter(({ row }) => row.standing === 'overdue')
  const ahead = all.filter(({ day, row }) => row.kind !== 'past' && day <= last)
  const byDay = (rows: typeof all) =>
    rows.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)).map(({ row }) => row)
  return [...byDay(late), ...byDay(ahead.filter((each) => !late.includes(each)))]
}
