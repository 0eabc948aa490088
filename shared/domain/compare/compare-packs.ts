/**
 * Two frozen states record by record: what came, went, changed and moved, and who entered it, when and why. Each side keeps its
 * own scales, limits and names. Pure: the same states and the same stretch of the log compare the same for ever.
 */
import type { Day, Instant } from '../calendar-date.ts'
import type { ControlStatus } from '../control.ts'
import { type AppetiteBridge, appetiteBridge } from '../metrics/appetite-bridge.ts'
import {
  lateFrom,
  movementOf,
  type Movement,
  type Rescored,
  rescoredBefore,
  type RiskMovement,
  riskMovement,
} from '../metrics/movement.ts'
import type { Level, RegisterOn } from '../metrics/register-on.ts'
import type { RiskPosition } from '../metrics/risk-positions.ts'
import type { Noun, RecordOf } from '../nouns.ts'
import type { RegisterState } from '../register-state.ts'
import { bandRank, type Band } from '../scoring.ts'
import type { Bilingual } from '../text.ts'
import { ownerFieldsOf, ownersOf, partNouns } from './belonging.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'
import {
  type ChangeCounts,
  changeCounts,
  comparedNouns,
  recordChanges,
  type RecordChangeKind,
  recordsOf,
} from './record-changes.ts'

/** One of the two: a locked pack, or (without a code) the register of today as the draft of one. */
export interface ComparedSide {
  readonly code: string | null
  readonly asOf: Day
  readonly cutOff: Instant
  readonly state: RegisterState
  readonly on: RegisterOn
  readonly positions: readonly RiskPosition[]
}

/** An entry of the log between the two cut-offs, in the order of the log. */
export interface LoggedChange {
  readonly sequence: number
  readonly at: Instant
  readonly account: string
  readonly personId: string | null
  readonly operation: string
  readonly noun: Noun
  readonly recordId: string
  readonly reason: string | null
}

export interface ComparedEvent extends LoggedChange {
  /** Recorded in the 14 days before the later cut-off. */
  readonly late: boolean
}

export const comparedSections = ['risk', 'system', 'control', 'other'] as const
export type ComparedSection = (typeof comparedSections)[number]

/** `closed`: a risk that was closed; `moved`: nothing was recorded of it itself, and it stands elsewhere all the same. */
export const comparedChanges = ['added', 'closed', 'withdrawn', 'changed', 'moved'] as const
export type ComparedChange = (typeof comparedChanges)[number]

export interface Moved<Value> {
  readonly before: Value
  readonly after: Value
}

/** Where a risk stood and stands, each by the scale and the line of its own day. */
export interface RiskMove {
  readonly movement: Movement | 'gone'
  readonly residual: Moved<Level | null>
  readonly target: Moved<Level | null>
  readonly outside: Moved<boolean | null>
  readonly appetite: Moved<Band | null>
}

/** A part of a record (an assessment of a risk, a test of a control) that came, changed or was withdrawn. */
export interface ComparedPart {
  readonly noun: Noun
  readonly id: string
  readonly kind: RecordChangeKind
  readonly fields: readonly FieldChange[]
  readonly reason: string | null
}

export interface Answering {
  readonly state: 'held' | 'vacant' | 'unregistered'
  readonly postId: string | null
  readonly personId: string | null
}

export interface ComparedRecord {
  readonly noun: Noun
  readonly id: string
  readonly code: string | null
  readonly name: Bilingual | null
  /** What tells a record without code and name apart: the category of an appetite, the figure of a threshold. */
  readonly mark: { readonly field: string; readonly value: unknown } | null
  readonly change: ComparedChange
  /** Of a withdrawal or a closing. */
  readonly reason: string | null
  readonly fields: readonly FieldChange[]
  readonly risk: RiskMove | null
  readonly control: Moved<ControlStatus | null> | null
  /** Who answers, where that is not as it was. */
  readonly answering: Moved<Answering | null> | null
  readonly parts: readonly ComparedPart[]
  readonly events: readonly ComparedEvent[]
}

export interface Actor {
  /** The person's id, or the account where no person was chosen. */
  readonly key: string
  readonly personId: string | null
  readonly account: string
  readonly records: number
}

export interface PackComparison {
  readonly earlier: Pick<ComparedSide, 'code' | 'asOf' | 'cutOff'>
  readonly later: Pick<ComparedSide, 'code' | 'asOf' | 'cutOff'>
  readonly timeZone: string
  /** As on the pack's page: records by noun. */
  readonly counts: readonly ChangeCounts[]
  readonly movement: RiskMovement
  readonly bridge: AppetiteBridge
  readonly rescored: Rescored
  /** Who has entered what is told, by how many records, most first. */
  readonly actors: readonly Actor[]
  /** Risks, systems and controls, then all others; within the risks those that got worse first. */
  readonly records: readonly ComparedRecord[]
}

export function comparePacks(earlier: ComparedSide, later: ComparedSide, log: readonly LoggedChange[]): PackComparison {
  const parts = changedParts(earlier.state, later.state)
  const events = eventsByRecord(earlier, later, log)
  const sides = { earlier, later, parts, events, moves: movesOf(earlier, later) }
  const records = comparedNouns
    .filter((noun) => !isPart(noun))
    .flatMap((noun) => comparedOf(noun, sides))
    .sort(bySection)
  const late = new Set(
    log.filter(({ noun, at }) => noun === 'assessment' && at >= lateFrom(later.cutOff)).map(({ recordId }) => recordId),
  )
  const head = ({ code, asOf, cutOff }: ComparedSide) => ({ code, asOf, cutOff })
  return {
    earlier: head(earlier),
    later: head(later),
    timeZone: later.state.organisation.timeZone,
    counts: changeCounts({ before: earlier.state, after: later.state }),
    movement: riskMovement(later.positions, earlier.positions),
    bridge: appetiteBridge(earlier.positions, later.positions),
    rescored: rescoredBefore(later.on, late),
    actors: actorsOf(records),
    records,
  }
}

export function sectionOf(noun: Noun): ComparedSection {
  return noun === 'risk' || noun === 'system' || noun === 'control' ? noun : 'other'
}

export function actorKey({ personId, account }: Pick<LoggedChange, 'personId' | 'account'>): string {
  return personId ?? `account:${account}`
}

/** Acceptances are told at what they accept, and as records of their own too: they have a page. */
function isPart(noun: Noun): boolean {
  return noun !== 'acceptance' && ownerFieldsOf(noun).length > 0
}

/** Changed parts by the record that they belong to. */
function changedParts(before: RegisterState, after: RegisterState): ReadonlyMap<string, readonly ComparedPart[]> {
  const byOwner = new Map<string, ComparedPart[]>()
  for (const [noun] of partNouns)
    for (const { kind, record, before: old } of recordChanges(noun, { before, after })) {
      const owners = ownersOf(noun, record)
      // What came says by its entry what it is; where it took the record is told with the record.
      const changed = kind === 'changed' ? fieldChanges(old, record) : []
      const part: ComparedPart = {
        noun,
        id: record.id,
        kind,
        fields: changed.filter(({ field }) => field !== 'subject' && !ownerFieldsOf(noun).includes(field)),
        reason: record.withdrawn?.reason ?? null,
      }
      for (const owner of owners) put(byOwner, owner, part)
    }
  return byOwner
}

/** Entries by the record that they are about, or whose part they are about. */
function eventsByRecord(
  earlier: ComparedSide,
  later: ComparedSide,
  log: readonly LoggedChange[],
): ReadonlyMap<string, readonly ComparedEvent[]> {
  const owners = new Map<string, readonly string[]>()
  for (const { state } of [earlier, later])
    for (const [noun] of partNouns)
      for (const record of recordsOf(state, noun)) owners.set(record.id, ownersOf(noun, record))
  const byRecord = new Map<string, ComparedEvent[]>()
  const from = lateFrom(later.cutOff)
  for (const logged of log) {
    const event = { ...logged, late: logged.at >= from }
    for (const id of new Set([logged.recordId, ...(owners.get(logged.recordId) ?? [])])) put(byRecord, id, event)
  }
  return byRecord
}

interface Sides {
  readonly earlier: ComparedSide
  readonly later: ComparedSide
  readonly parts: ReadonlyMap<string, readonly ComparedPart[]>
  readonly events: ReadonlyMap<string, readonly ComparedEvent[]>
  readonly moves: ReadonlyMap<string, RiskMove>
}

function comparedOf(noun: Noun, sides: Sides): readonly ComparedRecord[] {
  const { earlier, later } = sides
  const changes = new Map(
    [...recordChanges(noun, { before: earlier.state, after: later.state })].map((change) => [change.record.id, change]),
  )
  const past = new Map(recordsOf(earlier.state, noun).map((record) => [record.id, record]))
  return recordsOf(later.state, noun).flatMap((record) => {
    const change = changes.get(record.id) ?? null
    const before = past.get(record.id) ?? null
    const parts = sides.parts.get(record.id) ?? []
    const stands = standing(noun, record, before, sides)
    const isMoved =
      stands.control !== null || stands.answering !== null || (stands.risk !== null && hasMoved(stands.risk))
    if (change === null && parts.length === 0 && !isMoved) return []
    const kind = kindOf(change?.kind ?? null, record, before)
    return {
      noun,
      id: record.id,
      code: 'code' in record ? record.code : null,
      name: 'name' in record ? record.name : null,
      mark: markOf(noun, record),
      change: kind ?? (parts.length > 0 ? 'changed' : 'moved'),
      reason: kind === 'withdrawn' ? (record.withdrawn?.reason ?? null) : null,
      fields: change?.kind === 'changed' ? fieldChanges(before, record) : [],
      ...stands,
      parts,
      events: eventsOf(record, stands, sides),
    }
  })
}

/**
 * What was entered of the record and its parts; where it stands elsewhere because of others, what was entered of those: the
 * terms of the post that answers, the appetite of the risk's category.
 */
function eventsOf(
  record: RecordOf<Noun>,
  { answering, risk }: Pick<ComparedRecord, 'answering' | 'risk'>,
  { events, later }: Sides,
): readonly ComparedEvent[] {
  const own = events.get(record.id) ?? []
  const posts = [answering?.before?.postId, answering?.after?.postId].filter((id) => id != null)
  const terms = posts.flatMap((id) => events.get(id) ?? []).filter(({ noun }) => noun === 'term')
  const lines =
    risk !== null && risk.appetite.before !== risk.appetite.after && 'category' in record
      ? later.state.appetites
          .filter(({ category }) => category === record.category)
          .flatMap(({ id }) => events.get(id) ?? [])
      : []
  if (terms.length + lines.length === 0) return own
  const all = new Map([...own, ...terms, ...lines].map((event) => [event.sequence, event]))
  return [...all.values()].sort((one, other) => one.sequence - other.sequence)
}

function kindOf(
  kind: RecordChangeKind | null,
  record: RecordOf<Noun>,
  before: RecordOf<Noun> | null,
): ComparedChange | null {
  const isClosed = (each: RecordOf<Noun> | null) => each !== null && 'closedReason' in each && each.status === 'closed'
  if (kind === 'changed' && isClosed(record) && !isClosed(before)) return 'closed'
  return kind
}

function standing(
  noun: Noun,
  record: RecordOf<Noun>,
  before: RecordOf<Noun> | null,
  { earlier, later, moves }: Sides,
): Pick<ComparedRecord, 'risk' | 'control' | 'answering'> {
  const risk = moves.get(record.id) ?? null
  return {
    risk: noun === 'risk' ? risk : null,
    control: noun === 'control' ? controlMove(record.id, earlier.on, later.on) : null,
    answering: answeringMove(noun, record.id, before !== null, earlier.on, later.on),
  }
}

/** Where each risk that one of the two counted stood and stands. */
function movesOf(earlier: ComparedSide, later: ComparedSide): ReadonlyMap<string, RiskMove> {
  const before = new Map(earlier.positions.map((each) => [each.id, each]))
  const after = new Map(later.positions.map((each) => [each.id, each]))
  const pair = <Value>(of: (position: RiskPosition) => Value, was?: RiskPosition, is?: RiskPosition) => ({
    before: was === undefined ? null : of(was),
    after: is === undefined ? null : of(is),
  })
  return new Map(
    [...new Set([...before.keys(), ...after.keys()])].map((id) => {
      const [was, is] = [before.get(id), after.get(id)]
      const movement = is === undefined ? 'gone' : (movementOf(is, before) ?? 'unchanged')
      return [
        id,
        {
          movement,
          residual: pair((each) => each.residual, was, is),
          target: pair((each) => each.target, was, is),
          outside: pair((each) => each.outsideAppetite, was, is),
          appetite: pair((each) => each.limits.appetite, was, is),
        },
      ]
    }),
  )
}

/** Whether anything of where the risk stands is not as it was. */
export function hasMoved({ movement, residual, target, outside, appetite }: RiskMove): boolean {
  const isSame = ({ before, after }: Moved<Level | null>) =>
    before?.band === after?.band && before?.likelihood === after?.likelihood && before?.impact === after?.impact
  if (movement === 'new' || movement === 'gone') return true
  return !isSame(residual) || !isSame(target) || outside.before !== outside.after || appetite.before !== appetite.after
}

function controlMove(id: string, earlier: RegisterOn, later: RegisterOn): Moved<ControlStatus | null> | null {
  const status = (on: RegisterOn) => {
    const control = on.control(id)
    return control === null || control.withdrawn !== null ? null : on.controlStatus(control)
  }
  const move = { before: status(earlier), after: status(later) }
  return move.before === move.after ? null : move
}

const roles = { risk: 'risk_owner', system: 'accountable_executive', control: 'control_owner' } as const

function answeringMove(
  noun: Noun,
  id: string,
  wasThere: boolean,
  earlier: RegisterOn,
  later: RegisterOn,
): ComparedRecord['answering'] {
  if (noun !== 'risk' && noun !== 'system' && noun !== 'control') return null
  const of = (on: RegisterOn): Answering => {
    const { state, postId, personId } = on.answerable.of(roles[noun], id)
    return { state, postId, personId }
  }
  const [was, is] = [wasThere ? of(earlier) : null, of(later)]
  if (was === null) return is.state === 'unregistered' ? null : { before: null, after: is }
  return was.state === is.state && was.postId === is.postId && was.personId === is.personId
    ? null
    : { before: was, after: is }
}

const markFields: { readonly [N in Noun]?: keyof RecordOf<N> & string } = {
  appetite: 'category',
  threshold: 'kri',
  scale: 'from',
  requirementAnswer: 'itemId',
  importRun: 'fileName',
}

function markOf(noun: Noun, record: object): ComparedRecord['mark'] {
  const field = markFields[noun]
  return field === undefined ? null : { field, value: (record as Readonly<Record<string, unknown>>)[field] ?? null }
}

const movementOrder = { worse: 0, new: 1, better: 2, gone: 3, not_comparable: 4, unchanged: 5 } as const

function bySection(one: ComparedRecord, other: ComparedRecord): number {
  const section = ({ noun }: ComparedRecord) => comparedSections.indexOf(sectionOf(noun))
  const moved = ({ risk }: ComparedRecord) => (risk === null ? 0 : movementOrder[risk.movement])
  const band = ({ risk }: ComparedRecord) => (risk?.residual.after == null ? -1 : bandRank(risk.residual.after.band))
  return (
    section(one) - section(other) ||
    comparedNouns.indexOf(one.noun as (typeof comparedNouns)[number]) -
      comparedNouns.indexOf(other.noun as (typeof comparedNouns)[number]) ||
    moved(one) - moved(other) ||
    band(other) - band(one) ||
    order(one.code ?? one.id, other.code ?? other.id)
  )
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function actorsOf(records: readonly ComparedRecord[]): readonly Actor[] {
  const actors = new Map<string, { personId: string | null; account: string; records: number }>()
  for (const { events } of records) {
    const seen = new Set<string>()
    for (const event of events) {
      const key = actorKey(event)
      if (seen.has(key)) continue
      seen.add(key)
      const known = actors.get(key)
      if (known === undefined) actors.set(key, { personId: event.personId, account: event.account, records: 1 })
      else known.records += 1
    }
  }
  return [...actors]
    .map(([key, actor]) => ({ key, ...actor }))
    .sort((one, other) => other.records - one.records || order(one.key, other.key))
}

function put<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
