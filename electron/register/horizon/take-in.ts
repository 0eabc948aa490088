/**
 * Taking a horizon into the register: from then on its events are owed an assessment, one record each. A newer one ends the one
 * before; what it says otherwise of an event is shown at the event's record, which is then to be assessed again. Everything is one
 * transaction, and one undo.
 */
import { isDeepStrictEqual } from 'node:util'
import { addDays } from '#shared/domain/calendar-date.ts'
import { lastDayOf } from '#shared/domain/horizon/horizon-date.ts'
import type { HorizonEvent, HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { dayKindOf, type HorizonPackRecord, isOwed } from '#shared/domain/horizon/rule-assessment.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { PackSource } from '../requirements/adopt.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import type { Change } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { heldHorizon } from './held-horizon.ts'
import { addForEvent } from './rule-assessments.ts'
import { shippedHorizon } from './shipped-horizon.ts'

export interface TakenIn {
  readonly record: HorizonPackRecord
  /** Events that have a record now, and records whose event is said otherwise. */
  readonly added: number
  readonly changed: number
}

/** The horizon that comes with the program. */
export function takeInShipped(register: Register): TakenIn {
  return register.change({ operation: 'horizon.takeIn' }, (change) =>
    takeInHorizon(change, shippedHorizon(), { origin: 'shipped', fileName: null }),
  )
}

/** REQUIREMENT_PACK_HELD where it is held already, REQUIREMENT_PACK_OLDER where a later one is. */
export function takeInHorizon(change: Change, content: HorizonPack, source: PackSource): TakenIn {
  const current = heldHorizon(change.read)
  if (current !== null) {
    if (current.packVersion === content.version) throw new Problem('REQUIREMENT_PACK_HELD', { pack: nameOf(content) })
    if (content.asOf < current.asOf)
      throw new Problem('REQUIREMENT_PACK_OLDER', { pack: nameOf(content), held: current.packVersion })
    const yesterday = addDays(change.today, -1)
    change.update('horizonPack', current, { to: yesterday < current.from ? current.from : yesterday })
  }
  const record = change.add('horizonPack', {
    packVersion: content.version,
    name: content.title,
    asOf: content.asOf,
    ...source,
    sha256: sha256(canonicalJson(content)),
    content,
    from: change.today,
    to: null,
  })
  return { record, ...bringUp(change, content, current?.content ?? null) }
}

function nameOf(content: HorizonPack): string {
  return `HORIZON@${content.version}`
}

/** A record for each event that is owed one, and what is said otherwise now at those that are there. */
function bringUp(change: Change, content: HorizonPack, before: HorizonPack | null): Pick<TakenIn, 'added' | 'changed'> {
  // A record that somebody has withdrawn stays so: it is not made anew.
  const byEvent = new Map([...recordTables.ruleAssessment.all(change.read)].map((each) => [each.eventId, each]))
  let [added, changed] = [0, 0]
  for (const event of content.events) {
    const there = byEvent.get(event.id)
    const said = { name: nameOfEvent(event), eventDay: lastDayOf(event.date), dayKind: dayKindOf(event) }
    if (there === undefined) {
      if (!isOwed(event, change.today)) continue
      addForEvent(change, { eventId: event.id, ...said })
      added += 1
    } else if (
      !saysTheSame(
        before?.events.find(({ id }) => id === event.id),
        event,
      )
    ) {
      const moved = there.eventDay !== said.eventDay
      change.update('ruleAssessment', there, {
        ...said,
        changedOn: change.today,
        movedFrom: moved ? there.eventDay : there.movedFrom,
      })
      changed += 1
    }
  }
  return { added, changed }
}

function nameOfEvent({ title }: HorizonEvent) {
  return { ja: title.ja.text, en: title.en.text }
}

/** That a fixed day has come is no change of what is said. */
function saysTheSame(before: HorizonEvent | undefined, event: HorizonEvent): boolean {
  if (before === undefined) return false
  const said = (each: HorizonEvent) => [each.date, dayKindOf(each), each.title, each.changes, each.instrument]
  return isDeepStrictEqual(said(before), said(event))
}
