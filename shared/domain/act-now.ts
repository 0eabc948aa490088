/** What somebody must do now, heaviest first, each with one verb and the record or list where it is done. */
import type { AcceptanceStanding } from './metrics/acceptance-standing.ts'
import { type PostConfirmation, systemsWithoutExecutive } from './metrics/accountability-picture.ts'
import { vacantExecutivePosts } from './metrics/accountability-path.ts'
import type { KriId, KriResult } from './metrics/kri-result.ts'
import type { RegisterOn } from './metrics/register-on.ts'
import type { RiskPosition } from './metrics/risk-positions.ts'
import type { CodedNoun } from './nouns.ts'
import { daysBetween } from './calendar-date.ts'
import { type Fact, type Statement, statement } from './statement.ts'

/** The first is the heaviest. */
export const actNowKinds = [
  'vacantPost',
  'systemsUnregistered',
  'acceptanceLapsed',
  'risksUncovered',
  'actionsOverdue',
  'acceptanceStale',
  'risksUnassessed',
  'personalDataUnknown',
  'confirmations',
] as const
export type ActNowKind = (typeof actNowKinds)[number]

export interface ActNow {
  readonly kind: ActNowKind
  readonly severity: 'breach' | 'warning'
  readonly what: Statement
  /** The one verb: "Name a successor". */
  readonly verb: Statement
  readonly target: {
    readonly noun: CodedNoun
    /** The one record to open; null opens the list of `codes`. */
    readonly code: string | null
    readonly id: string | null
    /** All of them: their list is opened with them. */
    readonly codes: readonly string[]
    /** The saved view that shows the list. */
    readonly view: ActNowKind
  }
}

interface ActNowFacts {
  readonly on: RegisterOn
  readonly positions: readonly RiskPosition[]
  readonly acceptances: readonly AcceptanceStanding[]
  readonly kris: readonly KriResult[]
  readonly confirmations: readonly PostConfirmation[]
  /** Days until the last day of the quarter of the next pack. */
  readonly daysToPack: number
}

const vacanciesNamed = 3

export function actNowOn(facts: ActNowFacts): readonly ActNow[] {
  const rows = [
    ...vacantPosts(facts),
    ...systemsUnregistered(facts),
    ...acceptancesLapsed(facts),
    ...risksUncovered(facts),
    ...actionsOverdue(facts),
    ...acceptancesStale(facts),
    ...risksUnassessed(facts),
    ...personalDataUnknown(facts),
    ...confirmationsOutstanding(facts),
  ]
  return rows.sort((one, other) => Number(other.severity === 'breach') - Number(one.severity === 'breach'))
}

function row(
  kind: ActNowKind,
  severity: ActNow['severity'],
  facts: Readonly<Record<string, Fact>>,
  target: { noun: CodedNoun; code?: string; id?: string; codes: readonly string[] },
  variant = kind as string,
): ActNow {
  return {
    kind,
    severity,
    what: statement(`overview.act.${variant}`, facts),
    verb: statement(`overview.verb.${kind}`),
    target: {
      noun: target.noun,
      code: target.code ?? null,
      id: target.id ?? null,
      codes: target.codes,
      view: kind,
    },
  }
}

function kriOf(facts: ActNowFacts, id: KriId): KriResult {
  const result = facts.kris.find((each) => each.id === id)
  if (!result) throw new RangeError(`no figure ${id}`)
  return result
}

/** A figure's breach is heavy; anything lighter that still needs doing is a warning. */
function severityOf(result: KriResult): ActNow['severity'] {
  return result.status === 'breach' ? 'breach' : 'warning'
}

/** Posts that leave counted systems without an executive, one by one; beyond three together. */
function vacantPosts({ on }: ActNowFacts): readonly ActNow[] {
  const vacant = vacantExecutivePosts(on).filter((post) => post.systems.length > 0)
  const rows = vacant.slice(0, vacanciesNamed).map((post) => {
    const since = post.holding.vacantSince
    const target = { noun: 'post', code: post.code, id: post.postId, codes: post.systems } as const
    const facts = { post: post.name, count: post.systems.length }
    return since === null
      ? row('vacantPost', 'breach', facts, target, 'vacantPostSinceUnknown')
      : row('vacantPost', 'breach', { ...facts, since, days: daysBetween(since, on.asOf) }, target)
  })
  const rest = vacant.slice(vacanciesNamed)
  if (rest.length > 0)
    rows.push(
      row(
        'vacantPost',
        'breach',
        { count: rest.length, systems: rest.reduce((sum, post) => sum + post.systems.length, 0) },
        { noun: 'post', codes: rest.map((post) => post.code) },
        'vacantPostsMore',
      ),
    )
  return rows
}

/** Systems for which no executive post is registered: a gap in the record, heavy where K01 is in breach. */
function systemsUnregistered(facts: ActNowFacts): readonly ActNow[] {
  const codes = systemsWithoutExecutive(facts.on)
    .filter((system) => system.state !== 'vacant')
    .map((system) => system.code)
  if (codes.length === 0) return []
  return [
    row('systemsUnregistered', severityOf(kriOf(facts, 'K01')), { count: codes.length }, { noun: 'system', codes }),
  ]
}

function acceptancesLapsed({ on, positions, acceptances }: ActNowFacts): readonly ActNow[] {
  const lapsed = acceptances.filter((standing) => standing.reliedOn)
  const codes = lapsed.map((standing) => standing.code)
  const [only] = lapsed
  if (only === undefined) return []
  if (lapsed.length > 1)
    return [
      row(
        'acceptanceLapsed',
        'breach',
        { count: lapsed.length, codes: codes.slice(0, 3) },
        { noun: 'acceptance', codes },
        'acceptancesLapsed',
      ),
    ]
  const subject =
    positions.find((position) => position.id === only.subjectId)?.code ??
    on.input.risks.find((risk) => risk.id === only.subjectId)?.code ??
    on.input.controls.find((control) => control.id === only.subjectId)?.code ??
    only.code
  return [
    row(
      'acceptanceLapsed',
      'breach',
      { subject, to: only.to, person: on.person(only.personId)?.name ?? only.code },
      { noun: 'acceptance', code: only.code, id: only.id, codes },
    ),
  ]
}

/** K07: outside tolerance and not covered. */
function risksUncovered(facts: ActNowFacts): readonly ActNow[] {
  const result = kriOf(facts, 'K07')
  if (result.value === null || result.value === 0) return []
  const codes = result.contributing
  const [only] = codes.length === 1 ? facts.positions.filter((position) => position.code === codes[0]) : []
  return [
    row(
      'risksUncovered',
      severityOf(result),
      { count: codes.length, codes: codes.slice(0, 3) },
      { noun: 'risk', codes, ...(only && { code: only.code, id: only.id }) },
    ),
  ]
}

function actionsOverdue(facts: ActNowFacts): readonly ActNow[] {
  const overdue = kriOf(facts, 'K12')
  const count = overdue.numerator ?? 0
  if (count === 0) return []
  const { median, max } = kriOf(facts, 'K13').parts
  return [
    row(
      'actionsOverdue',
      severityOf(overdue),
      { count, longest: max ?? 0, median: median ?? 0 },
      { noun: 'action', codes: overdue.contributing },
    ),
  ]
}

function acceptancesStale({ acceptances }: ActNowFacts): readonly ActNow[] {
  const codes = acceptances.filter((standing) => standing.stale).map((standing) => standing.code)
  if (codes.length === 0) return []
  return [
    row('acceptanceStale', 'warning', { count: codes.length, codes: codes.slice(0, 3) }, { noun: 'acceptance', codes }),
  ]
}

function risksUnassessed({ positions }: ActNowFacts): readonly ActNow[] {
  const codes = positions.filter((position) => position.residual === null).map((position) => position.code)
  if (codes.length === 0) return []
  return [row('risksUnassessed', 'warning', { count: codes.length }, { noun: 'risk', codes })]
}

function personalDataUnknown({ on }: ActNowFacts): readonly ActNow[] {
  const codes = on.systems.filter((system) => system.personalData === 'unknown').map((system) => system.code)
  if (codes.length === 0) return []
  return [row('personalDataUnknown', 'warning', { count: codes.length }, { noun: 'system', codes })]
}

/** Posts whose systems are not all confirmed in time, against the day of the next pack. */
function confirmationsOutstanding({ on, confirmations, daysToPack }: ActNowFacts): readonly ActNow[] {
  const posts = confirmations.filter((each) => each.postId !== null)
  const outstanding = posts.filter((each) => each.state !== 'current')
  if (outstanding.length === 0) return []
  const codes = outstanding.flatMap((each) => on.post(each.postId)?.code ?? [])
  return [
    row(
      'confirmations',
      'warning',
      { count: Math.max(daysToPack, 0), done: posts.length - outstanding.length, of: posts.length },
      { noun: 'post', codes },
    ),
  ]
}
