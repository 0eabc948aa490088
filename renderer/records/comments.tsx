/** What people wrote about a record, oldest first, and a place to add to it. Edited and withdrawn ones say so. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { useChange } from '#renderer/api/change.ts'
import { useDrafts, useHeldField } from '#renderer/api/drafts.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import type { Comments } from '#shared/contract/comment.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { DialogForm } from './dialog-form.tsx'
import { useMoment } from './moment.ts'
import { textOf } from './typed-text.ts'
import { reasonField } from './verb-fields.ts'
import { useWords } from './words.ts'

type Comment = Comments['comments'][number]

export function CommentsSheet({ noun, id }: { readonly noun: CodedNoun; readonly id: string }) {
  const words = useWords()
  const { utils } = useApi()
  const mayChange = useMayChange()
  const { data, error } = useQuery(utils.comment.list.queryOptions({ input: { id } }))
  const comments = data?.comments ?? []
  return (
    <section className="sheet form-section comments" aria-labelledby="comments-title">
      <h2 id="comments-title">
        {words.t('app.comments')} <span className="muted">{comments.length}</span>
      </h2>
      {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
      {data !== undefined && comments.length === 0 && <p className="muted">{words.t('app.noComments')}</p>}
      <ol>
        {comments.map((comment) => (
          <li key={comment.id}>
            <OneComment
              comment={comment}
              by={words.label(data?.labels ?? {}, comment.personId) || words.t('app.nobodyChosen')}
            />
          </li>
        ))}
      </ol>
      {mayChange && <NewComment noun={noun} id={id} />}
    </section>
  )
}

function NewComment({ noun, id }: { readonly noun: CodedNoun; readonly id: string }) {
  const words = useWords()
  const { person } = useRegister()
  const drafts = useDrafts()
  // A comment is no field of the record: its draft is named by the record all the same.
  const place = useMemo(() => ({ noun: 'comment' as const, recordId: id, preset: {} }), [id])
  const held = useHeldField(place, 'text')
  const text = typeof held?.value === 'string' ? held.value : ''
  const setText = (typed: string) =>
    typed === ''
      ? drafts.letGo(place, 'text')
      : drafts.hold(place, 'text', { value: typed, base: null, state: 'typed', error: null })
  useEffect(() => () => drafts.leave(place), [drafts, place])
  const add = useChange((client, typed: string) => client.comment.add({ subject: noun, subjectId: id, text: typed }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate(text, { onSuccess: () => drafts.letGo(place, 'text') })
      }}
    >
      <label className="field-label" htmlFor="comment-new">
        {words.t('app.newComment')}
      </label>
      <textarea
        id="comment-new"
        className="input"
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {add.error !== null && (
        <p className="field-problem" role="alert">
          {sayError(words.language, add.error)}
        </p>
      )}
      <div className="button-row">
        <span className="hint">
          {person === null
            ? words.t('app.commentByNobody')
            : words.t('app.commentBy', { name: words.name(person.name) })}
        </span>
        <button type="submit" className="button" disabled={text.trim() === '' || add.isPending}>
          {words.t('action.addComment')}
        </button>
      </div>
    </form>
  )
}

function OneComment({ comment, by }: { readonly comment: Comment; readonly by: string }) {
  const words = useWords()
  const momentText = useMoment()
  const mayChange = useMayChange()
  const [editing, setEditing] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const { id, version } = comment
  const edit = useChange((client, text: string) => client.comment.edit({ id, version, text }))
  const withdraw = useChange((client, reason: string) => client.comment.withdraw({ id, version, reason }))
  return (
    <>
      <div className="history-head">
        <span>{by}</span>
        <span className="history-time">{momentText(comment.recordedAt)}</span>
        {comment.edited && comment.withdrawn === null && <span className="muted">{words.t('app.commentEdited')}</span>}
        {mayChange && comment.withdrawn === null && (
          <span className="comment-verbs">
            <button type="button" className="text-button" onClick={() => setEditing(true)}>
              {words.t('action.editComment')}
            </button>
            <button type="button" className="text-button" onClick={() => setWithdrawing(true)}>
              {words.t('action.withdraw')}
            </button>
          </span>
        )}
      </div>
      {comment.withdrawn === null ? (
        <p className="long-text">{comment.text}</p>
      ) : (
        <p className="muted">
          {words.t('app.withdrawnOn', { on: comment.withdrawn.on })} {comment.withdrawn.reason}
        </p>
      )}
      {editing && (
        <DialogForm
          name="comment"
          title={words.t('action.editComment')}
          fields={[{ name: 'text', kind: 'text', long: true, required: true, label: words.t('app.comment') }]}
          initial={{ text: comment.text }}
          submitLabel={words.t('action.keep')}
          onCancel={() => setEditing(false)}
          onSubmit={async (values) => {
            await edit.mutateAsync(textOf(values.text))
            setEditing(false)
          }}
        />
      )}
      {withdrawing && (
        <DialogForm
          name="comment-withdraw"
          title={words.t('app.withdrawComment')}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={words.t('action.withdraw')}
          onCancel={() => setWithdrawing(false)}
          onSubmit={async (values) => {
            await withdraw.mutateAsync(textOf(values.reason))
            setWithdrawing(false)
          }}
        />
      )}
    </>
  )
}
