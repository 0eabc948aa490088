/** Comments on records: added, edited and withdrawn by whom they are from. */
import type { Comments } from '#shared/contract/comment.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { undoReason } from '#shared/domain/record.ts'
import { LabelCollector } from './labels.ts'
import { asRead, withdrawRecord, type Withdrawal } from './records.ts'
import type { NewRecord } from './store/change.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

export type CommentInput = Pick<NewRecord<'comment'>, 'subject' | 'subjectId' | 'text'>

export function addComment(register: Register, input: CommentInput): RecordOf<'comment'> {
  return register.change({ operation: 'comment.add' }, (change) => {
    change.get(input.subject, input.subjectId)
    return change.add('comment', { ...input, personId: register.personId, recordedAt: change.at })
  })
}

export function editComment(
  register: Register,
  input: { readonly id: string; readonly version: number; readonly text: string },
): RecordOf<'comment'> {
  return register.change({ operation: 'comment.edit' }, (change) => {
    const comment = change.get('comment', input.id)
    if (comment.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'comment', id: comment.id })
    return change.update('comment', asRead(change, 'comment', comment, input.version), { text: input.text })
  })
}

export function withdrawComment(register: Register, input: Withdrawal): RecordOf<'comment'> {
  return withdrawRecord(register, 'comment', input)
}

/** The comments on a record, oldest first; one whose making was undone is none. */
export function commentsOn(register: Register, subjectId: string): Comments {
  const { read } = register
  const ids = read.prepare('SELECT id FROM comment WHERE subject_id = ? ORDER BY recorded_at, id').all(subjectId) as {
    id: string
  }[]
  const collector = new LabelCollector()
  const comments = ids
    .map(({ id }) => recordTables.comment.get(read, id))
    .filter((comment) => comment !== undefined)
    .filter((comment) => comment.withdrawn?.reason !== undoReason)
    .map((comment) => {
      collector.add(comment.personId)
      return { ...comment, edited: isEdited(register, comment) }
    })
  return { comments, labels: collector.labels(read) }
}

/** Its words are others than those with which it was added. */
function isEdited(register: Register, comment: RecordOf<'comment'>): boolean {
  const first = register.read
    .prepare('SELECT payload FROM audit_event WHERE record_id = ? ORDER BY sequence LIMIT 1')
    .get(comment.id) as { payload: string } | undefined
  const added = first && (JSON.parse(first.payload) as { after: RecordOf<'comment'> }).after
  return added?.text !== comment.text
}
