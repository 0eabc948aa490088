/**
 * The editor of the active cell. It waits there unseen, with the focus, so that the first key, also the first of a Japanese
 * composition, is typed into it; F2 or Enter shows it with the value that stands in the cell. Keys are the grid's part.
 */
import { type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { HeldField } from '#renderer/api/drafts.tsx'
import { ConflictNotice } from '#renderer/records/conflict-notice.tsx'
import { FieldInput, storedValue } from '#renderer/records/field-input.tsx'
import { FieldConflict } from '#renderer/records/save-field.ts'
import { sameValue } from '#renderer/records/same-value.ts'
import { useIssueWords } from '#renderer/records/issue-words.ts'
import { issueOfValue, useRefusal } from '#renderer/records/refusal-words.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Label, Labels } from '#shared/contract/base.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { emptied, endsByChoice, takesSeveralLines } from './cell-use.ts'

export interface CellEditorHandle {
  /** The value as it was typed; `refused` where it cannot be stored, which the editor then shows in words. */
  finish(): { readonly value: unknown; readonly refused: boolean }
  lineBreak(): void
  focus(): void
}

export interface CellEditorProps {
  readonly noun: CodedNoun
  readonly field: FieldDescription
  /** The value in the record. */
  readonly value: unknown
  readonly labels: Labels
  /** What a screen reader says of the cell. */
  readonly label: string
  /** Null while it waits. `quick`: begun by typing, so from an empty editor. */
  readonly open: { readonly quick: boolean } | null
  /** A value that was refused earlier, or met another one. */
  readonly draft: HeldField | undefined
  readonly onBegin: () => void
  /** A value was picked from a list or a calendar: nothing more is to be typed. */
  readonly onPicked: () => void
  readonly onLeave: () => void
  /** Which of two versions stays. */
  readonly onResolve: (kept: unknown, base: unknown) => void
  readonly ref: Ref<CellEditorHandle>
}

const editorId = 'cell-editor'

function controlIn(box: HTMLElement | null): HTMLElement | null {
  return box?.querySelector<HTMLElement>('input, select, textarea') ?? null
}

export function CellEditor(props: CellEditorProps) {
  const { noun, field, value, labels, label, open, draft, onBegin, onPicked, onLeave, onResolve, ref } = props
  const words = useWords()
  const issueWords = useIssueWords()
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<{ readonly value: unknown } | null>(null)
  const [issue, setIssue] = useState<string | null>(null)
  const [added, setAdded] = useState<Labels>({})
  const latest = useRef<unknown>(undefined)
  const start =
    open === null || open.quick ? emptied(field, value, words.language) : draft === undefined ? value : draft.value
  const refusal = useRefusal()
  const before = draft === undefined ? null : refusal(noun, field, draft, storedValue(field, draft.value)).sentence
  const problem = issue ?? (open?.quick === true ? null : before)
  const conflict = draft?.state === 'conflict' && draft.error instanceof FieldConflict ? draft.error : null

  const isOpen = open !== null
  useLayoutEffect(() => {
    if (!isOpen || box.current?.contains(document.activeElement) === true) return
    const control = controlIn(box.current)
    control?.focus({ preventScroll: true })
    if (control instanceof HTMLInputElement && control.type === 'text')
      control.setSelectionRange(control.value.length, control.value.length)
  }, [isOpen])

  useImperativeHandle(ref, () => ({
    finish: () => {
      const entered = latest.current === undefined ? start : latest.current
      const wanted = storedValue(field, entered)
      const refused = sameValue(wanted, value) ? null : issueOfValue(noun, field, wanted)
      if (refused !== null) {
        setIssue(issueWords(refused))
        return { value: entered, refused: true }
      }
      return { value: wanted, refused: false }
    },
    lineBreak: () => {
      const control = controlIn(box.current)
      if (!(control instanceof HTMLTextAreaElement) || !takesSeveralLines(field)) return
      control.setRangeText('\n', control.selectionStart, control.selectionEnd, 'end')
      control.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    focus: () => controlIn(box.current)?.focus({ preventScroll: true }),
  }))

  return (
    <div
      ref={box}
      // Listens for what its input is told; it is nothing by itself.
      role="presentation"
      className="cell-editor"
      data-open={isOpen}
      onCompositionStart={() => {
        if (!isOpen) onBegin()
      }}
      onInput={() => {
        if (!isOpen) onBegin()
      }}
      onBlur={(event) => {
        if (isOpen && document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) onLeave()
      }}
    >
      <label className="visually-hidden" id={`${editorId}-label`} htmlFor={editorId}>
        {label}
      </label>
      <FieldInput
        id={editorId}
        field={field}
        value={typed === null ? start : typed.value}
        labels={{ ...labels, ...added }}
        invalid={problem !== null}
        describedBy={problem === null ? undefined : `${editorId}-problem`}
        onBlur={() => undefined}
        onChange={(next, whole, chosen: Label | null = null) => {
          latest.current = next
          setTyped({ value: next })
          setIssue(null)
          if (chosen !== null && typeof next === 'string') setAdded({ ...added, [next]: chosen })
          if (whole && endsByChoice(field)) onPicked()
        }}
      />
      {isOpen && problem !== null && (
        <p className="cell-problem" id={`${editorId}-problem`} role="alert">
          {problem}
        </p>
      )}
      {isOpen && conflict !== null && (
        <ConflictNotice
          field={field}
          mine={storedValue(field, draft?.value)}
          other={conflict}
          labels={labels}
          onChoose={(kept) => onResolve(kept, conflict.theirs)}
        />
      )}
    </div>
  )
}
