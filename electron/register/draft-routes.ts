/** The operations on drafts. */
import type { Desk } from './desk.ts'
import { os } from './implementer.ts'
import { discardDraft, keepDraft, keptDrafts } from './kept-drafts.ts'

export function draftRoutes(desk: Desk) {
  const { preferences } = desk.shell
  return {
    list: os.drafts.list.handler(() => keptDrafts(preferences, desk.register)),
    keep: os.drafts.keep.handler(({ input }) => keepDraft(preferences, desk.register, input)),
    discard: os.drafts.discard.handler(({ input }) => discardDraft(preferences, desk.register, input)),
  }
}
