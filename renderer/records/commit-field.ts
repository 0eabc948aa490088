/**
 * The way of one field from what is held to the register and back. Several screens may show the same field one after the
 * other: what one of them is still saving the next one must not save over, nor may its answer take away what was typed since.
 */
import type { DraftStore, HeldField } from '#renderer/api/drafts.tsx'
import type { DraftPlace } from '#shared/contract/draft.ts'
import { FieldConflict } from './save-field.ts'
import { sameValue } from './same-value.ts'

export interface FieldCommit {
  readonly drafts: DraftStore
  readonly place: DraftPlace
  readonly name: string
  /** What is held, as the register stores it. */
  readonly stored: (value: unknown) => unknown
  readonly save: (value: unknown, base: unknown) => Promise<void>
  /** Whether the screen that began it still stands. */
  readonly isShown: () => boolean
  /** It was refused after its screen had gone. */
  readonly onRefusedBehind: () => void
}

/** Saves what is held. While the same field is being saved it is only noted, and saved once that has its answer. */
export async function commitField(commit: FieldCommit, current: Pick<HeldField, 'value' | 'base'>): Promise<void> {
  const { drafts, place, name, stored } = commit
  if (!drafts.beginSave(place, name)) return
  const mine = stored(current.value)
  try {
    if (sameValue(mine, current.base)) drafts.letGo(place, name)
    else await saveOnce(commit, current, mine)
  } finally {
    const again = drafts.endSave(place, name)
    const now = drafts.at(place)?.fields.get(name)
    // Left once more while it was being saved: what was typed meanwhile is saved too.
    if (again && now !== undefined && now.state !== 'conflict') await commitField(commit, now)
  }
}

async function saveOnce(commit: FieldCommit, current: Pick<HeldField, 'value' | 'base'>, mine: unknown): Promise<void> {
  const { drafts, place, name } = commit
  drafts.hold(place, name, { ...current, state: 'saving', error: null })
  const meanwhile = () => {
    const now = drafts.at(place)?.fields.get(name)
    return now === undefined || now.state === 'saving' ? undefined : now
  }
  try {
    await commit.save(mine, current.base)
    const now = meanwhile()
    // What was typed while it was being saved is not saved yet.
    if (now === undefined) drafts.letGo(place, name)
    else drafts.hold(place, name, { ...now, base: mine })
  } catch (error) {
    const { value, base } = meanwhile() ?? current
    const state = error instanceof FieldConflict ? 'conflict' : commit.isShown() ? 'refused' : 'kept'
    drafts.hold(place, name, { value, base, state, error })
    if (!commit.isShown()) commit.onRefusedBehind()
  }
}
