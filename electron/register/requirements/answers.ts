/** Answers to requirements: of each system or once of the company, and that an item does not apply. */
import type { AnswerInput, NotApplicableInput, AnswerPlace } from '#shared/contract/requirement.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { askedOfCompany, askedOfSystem } from '#shared/domain/requirements/applicable.ts'
import { owed } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { heldPacks } from './held.ts'

type Answer = RecordOf<'requirementAnswer'>
type Said = Pick<NewRecord<'requirementAnswer'>, 'state' | 'note' | 'notApplicable'> &
  Partial<Pick<NewRecord<'requirementAnswer'>, 'ownerId' | 'dueOn'>>

/**
 * Answers items, all or none. An answer that is there is changed, and one that was carried over is an own one from then on.
 * REQUIREMENT_UNKNOWN and REQUIREMENT_NOT_ASKED name the item; WITHDRAWN the system.
 */
export function answerRequirements(register: Register, input: AnswerInput): readonly Answer[] {
  const { places, note, state, ...owed } = input
  return register.change({ operation: 'requirement.answer', reason: note }, (change) => {
    if (owed.ownerId != null) change.get('person', owed.ownerId)
    return places.map((place) => write(change, register.personId, place, { state, note, notApplicable: null, ...owed }))
  })
}

/** Declares that items do not apply, with a reason and an approver. */
export function declareRequirementsNotApplicable(register: Register, input: NotApplicableInput): readonly Answer[] {
  const reason = owed(input.reason)
  return register.change({ operation: 'requirement.notApplicable', reason }, (change) => {
    change.get('person', input.approverPersonId)
    const notApplicable = { reason, approverPersonId: input.approverPersonId, on: change.today }
    return input.places.map((place) =>
      write(change, register.personId, place, { state: null, note: null, notApplicable, ownerId: null, dueOn: null }),
    )
  })
}

function write(change: Change, personId: string | null, place: AnswerPlace, said: Said): Answer {
  assertAsked(change, place)
  const values = { ...said, on: change.today, answererId: personId, carriedFrom: null }
  const before = answerAt(change, place)
  if (before !== undefined) return change.update('requirementAnswer', before, values)
  return change.add('requirementAnswer', {
    packId: place.packId,
    packVersion: place.packVersion,
    itemId: place.itemId,
    subject: place.systemId === null ? 'company' : 'system',
    systemId: place.systemId,
    ownerId: null,
    dueOn: null,
    ...values,
  })
}

function answerAt(change: Change, place: AnswerPlace): Answer | undefined {
  const row = change.read
    .prepare(
      `SELECT id FROM requirement_answer WHERE pack_id = ? AND pack_version = ? AND item_id = ? AND system_id IS ?
       AND withdrawn_on IS NULL`,
    )
    .get(place.packId, place.packVersion, place.itemId, place.systemId) as { id: string } | undefined
  return row === undefined ? undefined : recordTables.requirementAnswer.get(change.read, row.id)
}

function assertAsked(change: Change, place: AnswerPlace): void {
  const held = heldPacks(change.read).find(
    ({ packId, packVersion }) => packId === place.packId && packVersion === place.packVersion,
  )
  const item = held?.content.items.find(({ id }) => id === place.itemId)
  if (held === undefined || item === undefined)
    throw new Problem('REQUIREMENT_UNKNOWN', { item: place.itemId, pack: `${place.packId}@${place.packVersion}` })
  // What a version said before another one came stays as it was.
  if (held.to !== null && held.to < change.today)
    throw new Problem('REQUIREMENT_PACK_OLDER', { pack: place.packVersion, held: place.packVersion })
  if (place.systemId === null) {
    if (!askedOfCompany(held.content).some(({ id }) => id === item.id))
      throw new Problem('REQUIREMENT_NOT_ASKED', { item: item.id, code: '' })
    return
  }
  const system = change.get('system', place.systemId)
  if (system.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'system', id: system.code })
  if (!askedOfSystem(held.content, system).some((asked) => asked.item.id === item.id))
    throw new Problem('REQUIREMENT_NOT_ASKED', { item: item.id, code: system.code })
}
