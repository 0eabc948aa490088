/**
 * The mirror: the ten directions with what the board has directed for cybersecurity and for AI as it stood on a day, and the
 * controls that answer each. A record counts on a day as `direction.ts` says; where its maturity has been confirmed anew after
 * the day, the log tells what it was before.
 */
import type { Mirror, MirrorCell, MirrorControl, MirrorRow } from '#shared/contract/direction.ts'
import { type Day, holdsOn } from '#shared/domain/calendar-date.ts'
import {
  type Direction,
  type DirectionItem,
  directionItems,
  type DirectionSide,
  maturityOn,
  newestOn,
  reportOverdue,
} from '#shared/domain/direction.ts'
import { undoReason } from '#shared/domain/record.ts'
import type { RequirementItem, RequirementPack } from '#shared/domain/requirements/requirement-pack.ts'
import { derivedOn } from './derived.ts'
import { figureFacts } from './figure-facts.ts'
import { collectDerived, LabelCollector } from './labels.ts'
import { heldPacks } from './requirements/held.ts'
import { shippedPacks } from './requirements/shipped-packs.ts'
import { queries, type ReadHandle } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

export function mirrorOn(register: Register, wanted: Day | null): Mirror {
  const { read } = register
  const day = wanted ?? register.today()
  const pack = packOn(read, 'CMG', day)
  const all = figureFacts(register).directions.filter(({ withdrawn }) => withdrawn?.reason !== undoReason)
  const controls = answeringControls(register, day)
  const collector = new LabelCollector()
  const rows = directionItems.map((id): MirrorRow => {
    const cell = (side: DirectionSide) =>
      cellOn(
        read,
        all.filter((each) => each.side === side && each.item === id),
        day,
      )
    const [cyber, ai] = [cell('cyber'), cell('ai')]
    for (const { record } of [cyber, ai]) if (record !== null) collector.addReferences('direction', record)
    const answering = controls.get(id) ?? []
    collectDerived(collector, answering)
    return { id, item: itemOf(pack, id), cyber, ai, gap: gapOf(cyber, ai), controls: answering }
  })
  return {
    day,
    pack: { version: pack.version, title: pack.title },
    recorded: {
      cyber: rows.some(({ cyber }) => cyber.record !== null),
      ai: rows.some(({ ai }) => ai.record !== null),
    },
    rows,
    labels: collector.labels(read),
  }
}

/** The pack that holds on a day; where the register holds none, the one that comes with the program. */
function packOn(read: ReadHandle, id: string, day: Day): RequirementPack {
  const held = heldPacks(read).filter(({ packId }) => packId === id)
  const content = (held.find((pack) => holdsOn(pack, day)) ?? held.at(-1))?.content
  const shipped = content ?? shippedPacks().find((pack) => pack.id === id)
  if (shipped === undefined) throw new Error(`no pack ${id} comes with the program`)
  return shipped
}

function itemOf(pack: RequirementPack, id: DirectionItem): MirrorRow['item'] {
  // A pack that somebody has brought may lack one: the program's own names it then.
  const item = [pack, ...shippedPacks()].flatMap(({ items }) => items).find((each) => each.id === id)
  if (item === undefined) throw new Error(`no pack holds ${id}`)
  const { number, title, aiReading, summary } = item
  return { number, title, aiReading, summary } satisfies Partial<RequirementItem>
}

function cellOn(read: ReadHandle, directions: readonly Direction[], day: Day): MirrorCell {
  const newest = newestOn(directions, day)
  if (newest === null) return { record: null, given: false, reported: false, maturity: null, overdue: null }
  const record = asConfirmedBy(read, newest, day)
  return {
    record,
    given: record.givenOn !== null && record.givenOn <= day,
    reported: record.reportedOn !== null && record.reportedOn <= day,
    maturity: maturityOn(record, day),
    overdue: reportOverdue(record, day),
  }
}

/** The record with the maturity that it had on a day, where that was confirmed anew later. */
function asConfirmedBy(read: ReadHandle, record: Direction, day: Day): Direction {
  const stated = maturityOn(record, day)
  if (stated.kind !== 'unconfirmed' || stated.reason !== 'later') return record
  const events = read.all(
    queries.selectFrom('audit_event').select('payload').where('record_id', '=', record.id).orderBy('sequence', 'desc'),
  )
  for (const { payload } of events) {
    if (payload === null) continue
    const { after } = JSON.parse(payload) as { readonly after: Direction }
    if (maturityOn(after, day).kind !== 'counted') continue
    const { maturity, maturityOn: on, grounds } = after
    return { ...record, maturity, maturityOn: on, grounds }
  }
  return record
}

function gapOf(cyber: MirrorCell, ai: MirrorCell): number | null {
  if (cyber.maturity?.kind !== 'counted' || ai.maturity?.kind !== 'counted') return null
  return cyber.maturity.level - ai.maturity.level
}

/** The controls that name a direction, or an item of the governance spine that stands beside it: by direction. */
function answeringControls(register: Register, day: Day): ReadonlyMap<string, readonly MirrorControl[]> {
  const { controls, evidence } = figureFacts(register)
  const supporting = evidence.filter(({ withdrawn }) => withdrawn === null)
  const derived = derivedOn(register, day)
  const spine = packOn(register.read, 'XW', day)
  const beside = new Map(spine.items.map(({ id, references }) => [id, references]))
  const found = new Map<string, MirrorControl[]>()
  for (const fact of controls) {
    if (fact.withdrawn !== null) continue
    const control = recordTables.control.get(register.read, fact.id)
    if (control === undefined || control.requirementIds.length === 0) continue
    const through = new Map<string, string | null>()
    for (const id of control.requirementIds) {
      for (const other of beside.get(id) ?? []) if (!through.has(other)) through.set(other, id)
      through.set(id, null)
    }
    const { status, owner } = derived.of('control', control)
    const supports = supporting
      .filter(({ controlIds }) => controlIds.includes(control.id))
      .map(({ id }) => recordTables.evidence.get(register.read, id))
      .filter((each) => each !== undefined)
      .map(({ id, code, name, validUntil }) => {
        const current = validUntil === null || validUntil >= day
        return { id, code, name, validUntil, current }
      })
    for (const item of directionItems) {
      const by = through.get(item)
      if (by === undefined) continue
      const answering = { id: control.id, code: control.code, name: control.name, status, owner, through: by }
      const others = found.get(item)
      if (others === undefined) found.set(item, [{ ...answering, evidence: supports }])
      else others.push({ ...answering, evidence: supports })
    }
  }
  return found
}
