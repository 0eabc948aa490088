/**
 * A name that was taken out here and still stands in another file of the same people: in the private copy of a register that is
 * merged it is taken out before anything is compared, with the other's own names of the person; into a backup that was put back the
 * record of the redaction is carried over, so that the name is asked for again.
 */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { coversPerson, isHoldInForce } from '#shared/domain/retention/retention-on.ts'
import { redactOperation } from '../store/decided.ts'
import type { Change } from '../store/change.ts'
import { theirIdsOf } from '../store/kept-log.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { nameUnasked, takenOut } from './redact-person.ts'

type Redaction = RecordOf<'redaction'>

/** By the ids that people have in the other register, the newest redaction of each. */
function wantedIn(own: ReadHandle, other: ReadHandle): ReadonlyMap<string, Redaction> {
  const wanted = new Map<string, Redaction>()
  for (const redaction of recordTables.redaction.all(own))
    for (const id of [redaction.personId, ...theirIdsOf(own, redaction.personId).map(({ theirId }) => theirId)])
      if (recordTables.person.get(other, id) !== undefined) wanted.set(id, redaction)
  return wanted
}

/**
 * Whether a name stands there that was taken out here. LEGAL_HOLD where a hold of either register covers the person today: the
 * merge waits for its release. To take the name out would break the hold, and to let it in the promise that was kept here.
 */
export function isNamedIn(own: Register, other: Register): boolean {
  const named = [...wantedIn(own.read, other.read)].filter(
    ([personId, { placeholder }]) => nameUnasked(other.read, personId, placeholder) !== null,
  )
  for (const [theirId, { personId }] of named) {
    const hold = holdOver(own.read, personId, own.today()) ?? holdOver(other.read, theirId, own.today())
    if (hold !== undefined) throw new Problem('LEGAL_HOLD', { matter: hold.matter, since: hold.from })
  }
  return named.length > 0
}

function holdOver(read: ReadHandle, personId: string, day: Day): RecordOf<'legalHold'> | undefined {
  return [...recordTables.legalHold.all(read)].find((hold) => isHoldInForce(hold, day) && coversPerson(hold, personId))
}

/** Each in a transaction of its own in the other's log, on the ground that it was taken out on here. */
export function takeOutAgain({ read }: Register, other: Register): void {
  for (const [personId, { placeholder, ground, note, decidedBy }] of wantedIn(read, other.read)) {
    const name = nameUnasked(other.read, personId, placeholder)
    if (name === null) continue
    other.change({ operation: redactOperation, takesOut: true }, (change) =>
      takenOut(change, name, { personId, ground, ruleId: null, note, decidedBy }),
    )
  }
}

/**
 * What a backup from before cannot know. Of a redaction only that it was: what was replaced there is not replaced here, and the name
 * stands until it is taken out again. A hold that was in force stays in force: no restore releases it.
 */
export function carryOver(change: Change, { read }: Register): void {
  const isThere = (id: string) => recordTables.person.get(change.read, id) !== undefined
  for (const redaction of recordTables.redaction.all(read))
    if (recordTables.redaction.get(change.read, redaction.id) === undefined && isThere(redaction.personId))
      change.insert('redaction', { ...redaction, ruleId: null, replaced: [] })
  for (const hold of recordTables.legalHold.all(read))
    if (isHoldInForce(hold, change.today) && recordTables.legalHold.get(change.read, hold.id) === undefined)
      change.insert('legalHold', { ...hold, personIds: hold.personIds.filter(isThere) })
}
