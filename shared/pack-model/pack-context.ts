/** What the pages of a pack share: the register on its day, the previous pack's, the figures, and the running numbers. */
import type { Holding } from '../domain/accountability.ts'
import { addDays, type Day, fiscalQuarterOf } from '../domain/calendar-date.ts'
import type { Compared } from '../domain/compare/record-changes.ts'
import { type AcceptanceStanding, acceptancesOn } from '../domain/metrics/acceptance-standing.ts'
import { figuresUnder, type KriId, type KriResult } from '../domain/metrics/kri-result.ts'
import { krisOn } from '../domain/metrics/kris.ts'
import { type Rescored, rescoredBefore } from '../domain/metrics/movement.ts'
import { type EarlierPack, pastPositions, type PastPositions } from '../domain/metrics/over-packs.ts'
import { RegisterOn } from '../domain/metrics/register-on.ts'
import { positionsOn, type RiskPosition } from '../domain/metrics/risk-positions.ts'
import type { RegisterState } from '../domain/register-state.ts'
import { type Fact, type Statement, statement } from '../domain/statement.ts'
import type { Answerer, Capped, Figure, PackInput } from './pages.ts'

/** A register on the day of its pack, with everything that several pages look at. */
export interface Side {
  readonly state: RegisterState
  /** What the state was narrowed from; the same where it was not. */
  readonly whole: RegisterState
  readonly on: RegisterOn
  readonly acceptances: readonly AcceptanceStanding[]
  readonly positions: readonly RiskPosition[]
  /** The same of what the state was narrowed from: by it is told what is new and what only moved here. */
  readonly onWhole: RegisterOn
  readonly positionsOfWhole: readonly RiskPosition[]
  readonly kris: ReadonlyMap<KriId, KriResult>
}

interface FigureWords {
  readonly aside?: Statement | null
  readonly meaning?: Statement | null
  /** Where the data itself does not show it: a list without rows is empty by itself. */
  readonly isEmpty?: boolean
  /** What it says without data, where that is not always the same: "none overdue" is not said of no actions. */
  readonly empty?: Statement
}

export interface PackContext extends Side {
  readonly input: PackInput
  readonly asOf: Day
  readonly previous: (Side & { readonly code: string; readonly asOf: Day; readonly since: Statement }) | null
  readonly history: readonly EarlierPack[]
  /** Where each risk stood in the packs before. */
  readonly past: PastPositions
  /** Risks that were judged anew just before the pack. */
  readonly rescored: Rescored
  /** Codes of systems by id, for links. */
  readonly systemCodes: ReadonlyMap<string, string>
  /** The last day of the quarter after the one that holds the as-of day. */
  readonly nextQuarterEnd: Day
  /** The next figure of the pack. Its title is `pack.figure.<key>`; without data it says `pack.empty.<key>`. */
  figure<Data>(key: string, data: Data, words?: FigureWords): Figure<Data>
}

export function createContext(input: PackInput): PackContext {
  const { snapshot, asOf, previous } = input
  let figures = 0
  const before = previous && previousOf(previous, input.history)
  const history = historyWith(input.history, before)
  const side = sideOf(input, asOf, input.schemaVersion, history)
  const quarter = fiscalQuarterOf(asOf, snapshot.organisation.fiscalStartMonth)
  return {
    ...side,
    input,
    asOf,
    previous: before && { ...before, since: monthOf(before.asOf, asOf) },
    history,
    past: pastPositions(history, Math.max(input.packsBefore, history.length)),
    rescored: rescoredBefore(side.on, new Set(input.recordedLate)),
    systemCodes: new Map(snapshot.systems.map((system) => [system.id, system.code])),
    nextQuarterEnd: fiscalQuarterOf(addDays(quarter.to, 1), snapshot.organisation.fiscalStartMonth).to,
    figure(key, data, words = {}) {
      figures += 1
      const isEmpty = words.isEmpty ?? hasNoRows(data)
      return {
        number: figures,
        key,
        title: statement(`pack.figure.${key}`),
        aside: words.aside ?? null,
        meaning: isEmpty ? null : (words.meaning ?? null),
        empty: isEmpty ? (words.empty ?? statement(`pack.empty.${key}`)) : null,
        data,
      }
    },
  }
}

/** The previous pack is always the last of the history, whether or not the caller kept its figures. */
function historyWith(
  history: readonly EarlierPack[],
  previous: (Side & { readonly code: string; readonly asOf: Day }) | null,
): readonly EarlierPack[] {
  if (previous === null || history.at(-1)?.code === previous.code) return history
  const { code, asOf, positions } = previous
  return [...history, { code, asOf, positions, results: [...previous.kris.values()] }]
}

/** Its figures over several packs are those that it had when it was the last. */
function previousOf(
  previous: NonNullable<PackInput['previous']>,
  history: readonly EarlierPack[],
): Side & { readonly code: string; readonly asOf: Day } {
  const { code, asOf } = previous
  const own = history.find((pack) => pack.code === code)
  const side = sideOf(previous, asOf, previous.schemaVersion, [])
  const kris = own === undefined ? side.kris : new Map(own.results.map((result) => [result.id, result]))
  return { ...side, kris, code, asOf }
}

/** What differs from the previous pack, of the whole or of the legal entity whose pack this is. */
export function comparedIn({ input, state, whole }: PackContext, previous: Side): Compared {
  const part = input.entity == null ? null : { before: previous.state, after: state }
  return { before: previous.whole, after: whole, part }
}

function sideOf(
  { snapshot: state, whole = state }: Pick<PackInput, 'snapshot' | 'whole'>,
  asOf: Day,
  schemaVersion: number,
  earlier: readonly EarlierPack[],
): Side {
  const on = new RegisterOn(state, asOf)
  const acceptances = acceptancesOn(on)
  const positions = positionsOn(on, acceptances)
  const onWhole = whole === state ? on : new RegisterOn(whole, asOf)
  return {
    onWhole,
    positionsOfWhole: whole === state ? positions : positionsOn(onWhole, acceptancesOn(onWhole)),
    state,
    whole,
    on,
    acceptances,
    positions,
    kris: new Map(
      figuresUnder(schemaVersion, krisOn(on, positions, acceptances, earlier)).map((result) => [result.id, result]),
    ),
  }
}

function hasNoRows(data: unknown): boolean {
  if (Array.isArray(data)) return data.length === 0
  return (
    typeof data === 'object' && data !== null && 'rows' in data && Array.isArray(data.rows) && data.rows.length === 0
  )
}

/** A figure of a side; those that every version had are there. */
export function kri(side: Pick<Side, 'kris'>, id: KriId): KriResult {
  const result = side.kris.get(id)
  if (!result) throw new RangeError(`no figure ${id}`)
  return result
}

/** "June", with the year where a year or more has gone by, the whole day where it is the same month. */
export function monthOf(day: Day, seenFrom: Day): Statement {
  const [year = '', month = ''] = day.split('-')
  if (day.slice(0, 7) === seenFrom.slice(0, 7)) return statement('pack.day', { day })
  const name = statement(`pack.month.m${String(Number(month))}`)
  if (day > addDays(seenFrom, -340)) return name
  return statement('pack.monthOfYear', { month: name, year })
}

/** The first `most` rows; the rest is told with the file of the bundle that holds it. */
export function capped<Row>(rows: readonly Row[], most: number, file: string): Capped<Row> {
  const left = rows.length - most
  return {
    rows: rows.slice(0, most),
    total: rows.length,
    more: left > 0 ? statement('pack.more', { count: left, file: `csv/${file}.csv` }) : null,
  }
}

export function answererOf(on: RegisterOn, holding: Holding): Answerer {
  return {
    state: holding.state,
    person: on.person(holding.personId)?.name ?? null,
    post: on.post(holding.postId)?.name ?? null,
    deputy: on.person(holding.deputyId)?.name ?? null,
    since: holding.vacantSince,
  }
}

/** "RSK-0003, RSK-0007 and 4 more": a sentence names at most three. */
export function someCodes(codes: readonly string[]): Fact {
  if (codes.length <= 3) return codes
  return statement('pack.codesAndMore', { codes: codes.slice(0, 3), count: codes.length - 3 })
}

/** Two clauses as one assertion. */
export function joined(first: Statement, second: Statement): Statement {
  return statement('pack.joined', { first, second })
}
