/** Any two packs of a register, or a pack and the register of today, held against each other with the log between them. */
import type { Label, Labels } from '#shared/contract/base.ts'
import type { ComparisonPage, ComparisonQuery } from '#shared/contract/pack.ts'
import {
  actorKey,
  type ComparedRecord,
  type ComparedSection,
  type ComparedSide,
  comparedSections,
  comparePacks,
  type LoggedChange,
  type PackComparison,
  sectionOf,
} from '#shared/domain/compare/compare-packs.ts'
import { comparedNouns, recordsOf } from '#shared/domain/compare/record-changes.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { noText } from '#shared/domain/text.ts'
import { allPacks, snapshotOf } from './packs.ts'
import { lastRedaction } from './store/redactions.ts'
import type { Register } from './store/register-file.ts'
import { currentState } from './store/replay.ts'

type Pack = RecordOf<'pack'>

/** The two in the order in which they were locked; null is the register of today, which is later than every pack. */
export interface ComparedPair {
  readonly earlier: Pack
  readonly later: Pack | null
}

export interface Compared {
  readonly comparison: PackComparison
  /** How ids are named in either state: an edit of a name since then changes neither. */
  readonly labels: { readonly before: Labels; readonly after: Labels }
}

/** One comparison is kept: a reader turns its pages and filters it. The states are let go. */
const kept = new WeakMap<Register, { readonly key: string; readonly compared: Compared }>()

/** Whichever was named first, the earlier one is what the later one is compared with. */
export function inOrder(register: Register, one: Pack | null, other: Pack): ComparedPair {
  if (one === null) return { earlier: other, later: null }
  const ids = allPacks(register).map(({ id }) => id)
  return ids.indexOf(one.id) <= ids.indexOf(other.id) ? { earlier: one, later: other } : { earlier: other, later: one }
}

export function compared(register: Register, { earlier, later }: ComparedPair): Compared {
  const until = later === null ? register.head().sequence : later.auditSequence
  // A name that was taken out since is not to be shown from before.
  const key = [earlier.id, later?.id ?? register.today(), until, lastRedaction(register.read)].join(' ')
  const known = kept.get(register)
  if (known?.key === key) return known.compared
  const sides = comparedSides(register, { earlier, later })
  const comparison = comparePacks(sides.earlier, sides.later, loggedBetween(register, earlier.auditSequence, until))
  const mentioned = new Set(comparison.records.flatMap((record) => [...idsIn(record)]))
  const labels = {
    before: labelsIn(sides.earlier.state, mentioned),
    after: labelsIn(sides.later.state, mentioned),
  }
  const made = { comparison, labels }
  kept.set(register, { key, compared: made })
  return made
}

/** A page of it under the conditions asked for. */
export function comparisonPage(register: Register, pair: ComparedPair, query: ComparisonQuery): ComparisonPage {
  const { comparison, labels } = compared(register, pair)
  const { records, ...head } = comparison
  const fits = ({ events }: ComparedRecord) =>
    (query.by === null || events.some((event) => actorKey(event) === query.by)) &&
    (!query.late || events.some((event) => event.late))
  const fitting = records.filter(fits)
  const ofSection = (section: ComparedSection) => fitting.filter(({ noun }) => sectionOf(noun) === section)
  const wanted = query.section === null ? fitting : ofSection(query.section)
  const rows = wanted.slice(0, query.limit)
  const ids = new Set([
    ...rows.flatMap((record) => [...idsIn(record)]),
    ...head.actors.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  ])
  return {
    ...head,
    sections: Object.fromEntries(
      comparedSections.map((section) => [section, ofSection(section).length]),
    ) as ComparisonPage['sections'],
    lateRecords: records.filter(({ events }) => events.some(({ late }) => late)).length,
    total: wanted.length,
    records: rows,
    labels: { before: pickedFrom(labels.before, ids), after: pickedFrom(labels.after, ids) },
  }
}

export function comparedSides(
  register: Register,
  { earlier, later }: ComparedPair,
): { readonly earlier: ComparedSide; readonly later: ComparedSide } {
  return { earlier: sideOf(register, earlier), later: sideOf(register, later) }
}

function sideOf(register: Register, pack: Pack | null): ComparedSide {
  const state = pack === null ? currentState(register.read) : snapshotOf(register, pack)
  const asOf = pack?.asOf ?? register.today()
  const on = new RegisterOn(state, asOf)
  return {
    code: pack?.code ?? null,
    asOf,
    cutOff: pack?.cutOff ?? register.surroundings.clock(),
    state,
    on,
    positions: positionsOn(on, acceptancesOn(on)),
  }
}

function loggedBetween(register: Register, after: number, until: number): readonly LoggedChange[] {
  return register.read
    .prepare(
      `SELECT sequence, at, account, person_id AS personId, operation, noun, record_id AS recordId, reason
       FROM audit_event WHERE sequence > ? AND sequence <= ? AND noun <> 'pack' ORDER BY sequence`,
    )
    .all(after, until) as LoggedChange[]
}

/** The ids that a reader sees as names. */
function* idsIn(record: ComparedRecord): Generator<string> {
  for (const { fields } of [record, ...record.parts])
    for (const { before, after } of fields) yield* [...stringsIn(before), ...stringsIn(after)].filter(isId)
  for (const side of [record.answering?.before, record.answering?.after])
    if (side != null) yield* [side.postId, side.personId].filter((id) => id !== null)
  for (const { personId } of record.events) if (personId !== null) yield personId
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* stringsIn(each)
}

function isId(text: string): boolean {
  return text.length === 36
}

function labelsIn(state: RegisterState, ids: ReadonlySet<string>): Labels {
  const labels: Record<string, Label> = {}
  for (const noun of comparedNouns)
    for (const record of recordsOf(state, noun))
      if ('code' in record && ids.has(record.id))
        labels[record.id] = { noun, code: record.code, name: 'name' in record ? record.name : noText }
  return labels
}

function pickedFrom(labels: Labels, ids: ReadonlySet<string>): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([id]) => ids.has(id)))
}
