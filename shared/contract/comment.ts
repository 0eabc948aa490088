/** Comments on a record. An edited or withdrawn one keeps its earlier words in the history. */
import { z } from 'zod'
import { commentSchema } from '#shared/domain/comment.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { idInput, type Labels, operation, type, versioned } from './base.ts'

export interface Comments {
  /** Oldest first. Of a withdrawn one only when and why are shown. */
  readonly comments: readonly (RecordOf<'comment'> & { readonly edited: boolean })[]
  readonly labels: Labels
}

export const comment = {
  /** The comments on a record, by its id. */
  list: operation.input(idInput).output(type<Comments>()),
  /** By the person who was chosen at opening, now. */
  add: operation
    .input(commentSchema.pick({ subject: true, subjectId: true, text: true }))
    .output(type<RecordOf<'comment'>>()),
  edit: operation.input(z.object({ ...versioned, text: commentSchema.shape.text })).output(type<RecordOf<'comment'>>()),
  withdraw: operation.input(z.object({ ...versioned, reason: z.string() })).output(type<RecordOf<'comment'>>()),
}
