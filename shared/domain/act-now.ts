/** What somebody must do now, heaviest first, each with one verb and the record or list where it is done. */
import type { PostConfirmation } from './metrics/accountability-picture.ts'
import type { KriId, KriResult } from './metrics/kri-result.ts'
import type { RegisterOn } from './metrics/register-on.ts'
import { isFoundUnregistered } from './intake.ts'
import type { CodedNoun } from './nouns.ts'
import { type Fact, type Statement, statement } from './statement.ts'
import type { WorkItem, WorkKind } from './work-item.ts'

/** The first is the heaviest. */
export const actNowKinds = [
  'vacantPost',
  'systemsUnregistered',
  'acceptanceLapsed',
  'risksUncovered',
  'actionsOverdue',
  'breachRunning',
  'enforcementOverdue',
  'findingsOverdue',
  'decisionsOverdue',
  'risksReopened',
  'acceptanceStale',
  'risksUnassessed',
  'personalDataUnknown',
  'foundUnregistered',
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
  /** Everything that is owed: each row gathers the items of a kind. */
  readonly work: readonly WorkItem[]
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
    ...breachRunning(facts),
    ...enforcementOverdue(facts),
    ...findingsOverdue(facts),
    ...decisionsOverdue(facts),
    ...risksReopened(facts),
    ...acceptancesStale(facts),
    ...risksUnassessed(facts),
    ...personalDataUnknown(facts),
    ...foundUnregistered(facts),
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

/** The items of a kind that are late or missing. */
function owed({ work }: ActNowFacts, ...kinds: readonly WorkKind[]): readonly WorkItem[] {
  return work.filter((item) => item.severity !== null && kinds.includes(item.kind))
}

function codesOf(items: readonly WorkItem[]): readonly string[] {
  return items.map((item) => item.code)
}

/** As heavy as the heaviest of its items. */
function heaviestOf(items: readonly WorkItem[]): ActNow['severity'] {
  return items.some((item) => item.severity === 'breach') ? 'breach' : 'warning'
}

/** Posts that leave counted systems without an executive, one by one, most systems first; beyond three together. */
function vacantPosts(all: ActNowFacts): readonly ActNow[] {
  const vacant = owed(all, 'vacantPost')
    .flatMap((item) =>
      item.systems === undefined || item.systems.length === 0 ? [] : [{ ...item, systems: item.systems }],
    )
    .sort((one, other) => other.systems.length - one.systems.length)
  const rows = vacant.slice(0, vacanciesNamed).map((post) => {
    const target = { noun: 'post', code: post.code, id: post.id, codes: post.systems } as const
    const facts = { post: post.name, count: post.systems.length }
    return post.day === null || post.days === null
      ? row('vacantPost', 'breach', facts, target, 'vacantPostSinceUnknown')
      : row('vacantPost', 'breach', { ...facts, since: post.day, days: -post.days }, target)
  })
  const rest = vacant.slice(vacanciesNamed)
  if (rest.length > 0)
    rows.push(
      row(
        'vacantPost',
        'breach',
        { count: rest.length, systems: rest.reduce((sum, post) => sum + post.systems.length, 0) },
        { noun: 'post', codes: codesOf(rest) },
        'vacantPostsMore',
      ),
    )
  return rows
}

/** Systems for which no executive post is registered: a gap in the record, heavy where K01 is in breach. */
function systemsUnregistered(facts: ActNowFacts): readonly ActNow[] {
  const items = owed(facts, 'systemNoExecutive')
  if (items.length === 0) return []
  return [
    row('systemsUnregistered', heaviestOf(items), { count: items.length }, { noun: 'system', codes: codesOf(items) }),
  ]
}

/** Acceptances and exceptions that have run out and are still relied on. */
function acceptancesLapsed(facts: ActNowFacts): readonly ActNow[] {
  const items = owed(facts, 'acceptanceEnds')
  const codes = codesOf(items)
  const [only] = items
  if (only === undefined) return []
  if (items.length > 1)
    return [
      row(
        'acceptanceLapsed',
        'breach',
        { count: items.length, codes: codes.slice(0, 3) },
        { noun: 'acceptance', codes },
        'acceptancesLapsed',
      ),
    ]
  const { input } = facts.on
  const acceptance = input.acceptances.find((each) => each.id === only.id)
  const subject = [...input.risks, ...input.controls].find((each) => each.id === acceptance?.subjectId)?.code
  return [
    row(
      'acceptanceLapsed',
      'breach',
      {
        subject: subject ?? only.code,
        to: only.day ?? '',
        person: facts.on.person(acceptance?.personId ?? null)?.name ?? only.code,
      },
      { noun: 'acceptance', code: only.code, id: only.id, codes },
    ),
  ]
}

/** K07: outside tolerance and not covered. */
function risksUncovered(facts: ActNowFacts): readonly ActNow[] {
  const items = owed(facts, 'riskUncovered')
  if (items.length === 0) return []
  const codes = codesOf(items)
  const [only] = items.length === 1 ? items : []
  return [
    row(
      'risksUncovered',
      heaviestOf(items),
      { count: codes.length, codes: codes.slice(0, 3) },
      { noun: 'risk', codes, ...(only && { code: only.code, id: only.id }) },
    ),
  ]
}

/** K12, with how long (K13). */
function actionsOverdue(facts: ActNowFacts): readonly ActNow[] {
  const items = owed(facts, 'action', 'actionUnverified')
    .filter((item) => item.standing === 'late')
    .sort((one, other) => (one.days ?? 0) - (other.days ?? 0))
  if (items.length === 0) return []
  const { median, max } = kriOf(facts, 'K13').parts
  return [
    row(
      'actionsOverdue',
      heaviestOf(items),
      { count: items.length, longest: max ?? 0, median: median ?? 0 },
      { noun: 'action', codes: codesOf(items) },
    ),
  ]
}

/** A clock that runs for a leak is always shown, also while there is time; what keeps its days from being said is a breach. */
function breachRunning({ work }: ActNowFacts): readonly ActNow[] {
  const kinds: readonly WorkKind[] = ['breachEarly', 'breachFinal', 'breachLearned', 'breachUnjudged']
  const items = work.filter(({ kind }) => kinds.includes(kind))
  if (items.length === 0) return []
  const codes = [...new Set(codesOf(items))]
  const [first] = items.flatMap(({ day }) => day ?? []).sort()
  const only = codes.length === 1 ? items[0] : undefined
  return [
    row(
      'breachRunning',
      heaviestOf(items),
      { count: codes.length, codes: codes.slice(0, 3), ...(first !== undefined && { day: first }) },
      { noun: 'incident', codes, ...(only && { code: only.code, id: only.id }) },
      first === undefined ? 'breachUndated' : 'breachRunning',
    ),
  ]
}

/** What an authority asked for, past its day. */
function enforcementOverdue(facts: ActNowFacts): readonly ActNow[] {
  const items = owed(facts, 'enforcementDue').filter(({ standing }) => standing === 'late')
  if (items.length === 0) return []
  const codes = codesOf(items)
  return [
    row(
      'enforcementOverdue',
      'breach',
      { count: items.length, codes: codes.slice(0, 3) },
      { noun: 'enforcement', codes },
    ),
  ]
}

/** KRI-14: findings of audit past their day. */
function findingsOverdue(facts: ActNowFacts): readonly ActNow[] {
  const items = owed(facts, 'finding', 'findingUnverified').filter((item) => item.standing === 'late')
  if (items.length === 0) return []
  const codes = codesOf(items)
  return [
    row(
      'findingsOverdue',
      heaviestOf(items),
      { count: items.length, codes: codes.slice(0, 3) },
      { noun: 'finding', codes },
    ),
  ]
}

/** K27: what the board resolved and is not carried out by its day, and meetings whose outcome nobody recorded. */
function decisionsOverdue(facts: ActNowFacts): readonly ActNow[] {
  const items = owed(facts, 'decision', 'decisionUnrecorded').filter((item) => item.standing === 'late')
  if (items.length === 0) return []
  const codes = codesOf(items)
  return [
    row(
      'decisionsOverdue',
      heaviestOf(items),
      { count: items.length, codes: codes.slice(0, 3) },
      { noun: 'decision', codes },
    ),
  ]
}

/** Risks whose assessment an observation has reopened, whether or not the day for it has passed. */
function risksReopened({ work }: ActNowFacts): readonly ActNow[] {
  const codes = codesOf(work.filter(({ kind }) => kind === 'riskReassess'))
  if (codes.length === 0) return []
  return [row('risksReopened', 'warning', { count: codes.length, codes: codes.slice(0, 3) }, { noun: 'risk', codes })]
}

function acceptancesStale(facts: ActNowFacts): readonly ActNow[] {
  const codes = codesOf(owed(facts, 'acceptanceStale'))
  if (codes.length === 0) return []
  return [
    row('acceptanceStale', 'warning', { count: codes.length, codes: codes.slice(0, 3) }, { noun: 'acceptance', codes }),
  ]
}

function risksUnassessed(facts: ActNowFacts): readonly ActNow[] {
  const codes = codesOf(owed(facts, 'riskUnassessed'))
  if (codes.length === 0) return []
  return [row('risksUnassessed', 'warning', { count: codes.length }, { noun: 'risk', codes })]
}

function personalDataUnknown(facts: ActNowFacts): readonly ActNow[] {
  const codes = codesOf(owed(facts, 'personalDataUnknown'))
  if (codes.length === 0) return []
  return [row('personalDataUnknown', 'warning', { count: codes.length }, { noun: 'system', codes })]
}

/** Uses of AI that somebody found and that are not registered yet. */
function foundUnregistered({ on }: ActNowFacts): readonly ActNow[] {
  const codes = on.input.intakes.filter(isFoundUnregistered).map((intake) => intake.code)
  if (codes.length === 0) return []
  return [row('foundUnregistered', 'warning', { count: codes.length }, { noun: 'intake', codes })]
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
