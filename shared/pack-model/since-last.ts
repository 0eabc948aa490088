/** What came, went and moved since the previous pack: the lines of the first page, each with the records that it counts. */
import { heldIn, assessmentStandingOn } from '../domain/horizon/rule-assessment.ts'
import { inTime } from '../domain/incident/breach-standing.ts'
import { openActionsOn } from '../domain/metrics/action-figures.ts'
import { type IncidentOn, incidentsOn } from '../domain/metrics/incident-on.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { countedTier } from '../domain/system.ts'
import type { sinceBlocks } from './behind-keys.ts'
import { type BetweenEntities, risksBetween, systemsBetween } from './moved-between.ts'
import { kri, type PackContext, type Side } from './pack-context.ts'

type Previous = NonNullable<PackContext['previous']>

export interface CountedBlock {
  readonly key: (typeof sinceBlocks)[number]
  readonly title: Statement
  readonly lines: readonly Statement[]
  /** The codes of all records that its numbers count. */
  readonly codes: readonly string[]
}

interface Coded {
  readonly code: string
}
const codesOf = (...lists: readonly (readonly Coded[])[]) => [...new Set(lists.flat().map(({ code }) => code))]

/** Incidents and rules only where the pack's register could hold them, and has. */
export function sinceLastBlocks(context: PackContext, previous: Previous): readonly CountedBlock[] {
  return [
    risks(context, previous),
    systems(context, previous),
    controls(context, previous),
    actions(context, previous),
    rescored(context),
    ...(context.kris.has('K21') && context.on.input.incidents.length > 0 ? [incidents(context, previous)] : []),
    ...(heldIn(context.state) === null ? [] : [rules(context, previous)]),
  ]
}

const count = (id: 'K05' | 'K09' | 'K12', side: Side) => kri(side, id).numerator ?? 0

function risks(context: PackContext, previous: Previous): CountedBlock {
  const moved = risksBetween(context, previous)
  return {
    key: 'risks',
    title: statement('pack.since.risks', { added: moved.new.length, gone: moved.gone.length }),
    lines: [
      statement('pack.since.risksMoved', { worse: moved.worse.length, better: moved.better.length }),
      statement('pack.since.risksOutside', { before: count('K05', previous), now: count('K05', context) }),
      ...linesBetween(moved),
    ],
    codes: [...new Set([moved.new, moved.gone, moved.worse, moved.better, betweenEntities(moved)].flat())],
  }
}

/** All that is in the pack of a legal entity since, or no longer, without being new or gone. */
function betweenEntities<One>({ movedIn, movedOut, joined, left }: BetweenEntities<One>): readonly One[] {
  return [...movedIn, ...movedOut, ...joined, ...left]
}

/** Only where there is any, and so never in a pack of the whole. */
function linesBetween({ movedIn, movedOut, joined, left }: BetweenEntities<unknown>): readonly Statement[] {
  return [
    ...(movedIn.length + movedOut.length === 0
      ? []
      : [statement('pack.since.between', { movedIn: movedIn.length, movedOut: movedOut.length })]),
    ...(joined.length + left.length === 0
      ? []
      : [statement('pack.since.belonging', { joined: joined.length, left: left.length })]),
  ]
}

function systems(context: PackContext, previous: Previous): CountedBlock {
  const moved = systemsBetween(context, previous)
  const [before, now] = [previous.on.systems.length, context.on.systems.length]
  const high = context.on.systems.filter((system) => countedTier(system) === 'high').length
  return {
    key: 'systems',
    title: statement('pack.since.systems', { added: moved.new.length, gone: moved.gone.length }),
    lines: [statement('pack.since.systemsCounted', { before, now, high }), ...linesBetween(moved)],
    codes: codesOf(moved.new, moved.gone, betweenEntities(moved)),
  }
}

function controls(context: PackContext, previous: Previous): CountedBlock {
  return {
    key: 'controls',
    title: statement('pack.since.controls', { before: count('K09', previous), now: count('K09', context) }),
    lines: [
      statement('pack.since.controlsOf', {
        before: kri(previous, 'K09').denominator ?? 0,
        now: kri(context, 'K09').denominator ?? 0,
      }),
    ],
    codes: kri(context, 'K09').contributing,
  }
}

/** Actions that were not verified in the previous pack and are now. */
function actions(context: PackContext, previous: Previous): CountedBlock {
  const open = new Set(openActionsOn(context.on).map((each) => each.action.id))
  const standing = new Set(context.on.actions.map((action) => action.id))
  const verified = openActionsOn(previous.on)
    .map(({ action }) => action)
    .filter(({ id }) => standing.has(id) && !open.has(id))
  return {
    key: 'actions',
    title: statement('pack.since.actions', { verified: verified.length }),
    lines: [statement('pack.since.actionsOverdue', { before: count('K12', previous), now: count('K12', context) })],
    codes: codesOf(verified),
  }
}

function rescored({ rescored: { up, down, same } }: PackContext): CountedBlock {
  return {
    key: 'rescored',
    title: statement('pack.since.rescored', { count: up.length + down.length + same.length }),
    lines: [statement('pack.since.rescoredMoved', { down: down.length, up: up.length })],
    codes: [...up, ...down, ...same],
  }
}

/** Near misses too: what was noticed since, and what was resolved. */
function incidents({ on }: PackContext, previous: Previous): CountedBlock {
  const since = (day: string | null) => day !== null && day > previous.asOf
  const all = incidentsOn(on)
  const [added, resolved] = [all.filter(({ day }) => since(day)), all.filter(({ resolvedOn }) => since(resolvedOn))]
  const heavy = added.filter(({ incident }) => incident.kind === 'incident' && isHeavy(incident))
  const late = [...new Set([...added, ...resolved])].filter(({ breach }) => breach !== null && inTime(breach) === 'no')
  return {
    key: 'incidents',
    title: statement('pack.since.incidents', { added: added.length, resolved: resolved.length }),
    lines: [statement('pack.since.incidentsOf', { heavy: heavy.length, late: late.length })],
    codes: codesOf([...added, ...resolved].map(({ incident }) => incident)),
  }
}

/** As K21 counts: what nobody has judged is heavy. */
function isHeavy({ severity }: IncidentOn['incident']): boolean {
  return severity !== 'moderate' && severity !== 'minor'
}

/** Changes of rules as the register holds them: each is an assessment that is owed, or was made. */
function rules({ state, asOf }: PackContext, previous: Previous): CountedBlock {
  const since = (day: string | null) => day !== null && day > previous.asOf && day <= asOf
  const standing = state.ruleAssessments.filter(({ withdrawn }) => withdrawn === null)
  const before = new Set(previous.whole.ruleAssessments.map(({ id }) => id))
  const came = standing.filter(({ dayKind, eventDay }) => dayKind === 'fixed' && since(eventDay))
  const moved = standing.filter(({ movedFrom, changedOn }) => movedFrom !== null && since(changedOn))
  // Where the previous pack held no horizon everything would be new, and nothing would be said by that.
  const added = heldIn(previous.state) === null ? [] : standing.filter(({ id }) => !before.has(id))
  const all = [...new Set([...came, ...moved, ...added])]
  return {
    key: 'rules',
    title: statement('pack.since.rules', { came: came.length, moved: moved.length }),
    lines: [
      statement('pack.since.rulesOf', {
        added: added.length,
        open: all.filter((each) => assessmentStandingOn(each, asOf) !== 'assessed').length,
      }),
    ],
    codes: codesOf(all),
  }
}
