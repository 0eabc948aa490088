/** What belongs to a pack beside its snapshot: commentary, setup and sign-off as the register holds them. */
import type { Instant } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { isOlderThanSnapshot } from '#shared/domain/finishing.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Change } from '../store/change.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'

type Note = RecordOf<'packNote'>
type Setup = RecordOf<'packSetup'>

/** Commentary of a pack in the order of its targets; `packId` null: of the pack that is locked next. */
export function notesOf(read: ReadHandle, packId: string | null): readonly Note[] {
  return [...recordTables.packNote.all(read)]
    .filter((note) => note.withdrawn === null && note.packId === packId)
    .sort((one, other) => (one.target < other.target ? -1 : 1))
}

/** How a pack was set up; null where nobody has. */
export function setupOf(read: ReadHandle, packId: string | null): Setup | null {
  return [...recordTables.packSetup.all(read)].find((each) => each.withdrawn === null && each.packId === packId) ?? null
}

export function signOffOf(read: ReadHandle, packId: string | null): RecordOf<'packSignOff'> | null {
  if (packId === null) return null
  return [...recordTables.packSignOff.all(read)].find((each) => each.packId === packId) ?? null
}

/** PACK_SIGNED_OFF: what belongs to a finished pack is frozen. NOT_FOUND where there is no such pack. */
export function assertUnfinished(change: Pick<Change, 'read' | 'get'>, packId: string | null): void {
  if (packId === null) return
  const { code } = change.get('pack', packId)
  const signed = signOffOf(change.read, packId)
  if (signed !== null) throw new Problem('PACK_SIGNED_OFF', { pack: code, on: signed.on })
}

/** What was written and chosen for the next pack becomes that of the one that has just been locked. */
export function giveFinishingToPack(change: Change, packId: string): void {
  for (const note of notesOf(change.read, null)) change.update('packNote', note, { packId })
  const setup = setupOf(change.read, null)
  if (setup !== null) change.update('packSetup', setup, { packId })
}

/** Commentary that is older than the facts beside it. */
export function staleNotes(read: ReadHandle, packId: string | null, cutOff: Instant | null): readonly Note[] {
  return notesOf(read, packId).filter((note) => isOlderThanSnapshot(note, cutOff))
}
