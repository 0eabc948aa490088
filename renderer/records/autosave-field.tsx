/**
 * A plain field of a record that saves itself when it is left. What is typed is held as a draft until the register has taken
 * it; a conflict shows both values and lets the person choose.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { type HeldField, useDrafts, useHeldField } from '#renderer/api/drafts.tsx'
import { useMayChange } from '#renderer/api/status.ts'
import { useUnsaved } from '#renderer/api/unsaved.ts'
import type { Label, Labels } from '#shared/contract/base.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { commitField } from './commit-field.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { problemEntries } from './entry-issues.ts'
import { FieldFrame } from './field-frame.tsx'
import { FieldInput, storedValue } from './field-input.tsx'
import { FieldValue } from './field-value.tsx'
import { useIssueWords } from './issue-words.ts'
import type { ProblemEntry } from './problem-list.tsx'
import { useReportProblem } from './form-problems.tsx'
import type { SaveField } from './record-saver.ts'
import { useRefusal } from './refusal-words.ts'
import { FieldConflict } from './save-field.ts'
import { sameValue } from './same-value.ts'
import { useTell } from './tell.ts'
import { useWords } from './words.ts'

export interface AutosaveFieldProps {
  readonly noun: Noun
  readonly recordId: string
  readonly field: FieldDescription
  readonly value: unknown
  readonly labels: Labels
  readonly save: SaveField
  readonly span?: number | undefined
}

const none: readonly ProblemEntry[] = []

export function AutosaveField({ noun, recordId, field, value, labels, save, span }: AutosaveFieldProps) {
  const words = useWords()
  const report = useReportProblem()
  const tell = useTell()
  const mayChange = useMayChange()
  const drafts = useDrafts()
  const place = useMemo(() => ({ noun, recordId, preset: {} }), [noun, recordId])
  const held = useHeldField(place, field.name)
  const refusal = useRefusal()
  const issueWords = useIssueWords()
  const [added, setAdded] = useState<Labels>({})
  const isShown = useRef(true)
  const unsaved = useUnsaved()
  const id = `${noun}-${field.name}`
  const label = words.field(noun, field.name)
  const { sentence: problem, beside } =
    held === undefined ? { sentence: null, beside: false } : refusal(noun, field, held, storedValue(field, held.value))
  const entries =
    problem === null ? none : problemEntries(words, issueWords, { id, label }, field, held?.value, problem)
  // What stands beside its own entry is not said once more under all of them.
  const beneath = field.kind === 'repeated' && entries.some(({ controlId }) => controlId !== id) ? null : problem
  const reported = JSON.stringify(entries)
  useEffect(() => {
    const all = JSON.parse(reported) as typeof entries
    for (const { controlId, ...entry } of all) report(controlId, entry)
    return () => {
      for (const { controlId } of all) report(controlId, null)
    }
  }, [reported, report])
  useEffect(() => {
    if (held === undefined) unsaved.release()
    else unsaved.hold([label], drafts.isKept)
  })
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
      drafts.leave(place, [field.name])
    }
  }, [drafts, place, field.name])

  const letGo = () => {
    drafts.letGo(place, field.name)
  }
  const commit = async (current: Pick<HeldField, 'value' | 'base'> | undefined) => {
    if (current === undefined) return
    await commitField(
      {
        drafts,
        place,
        name: field.name,
        stored: (held) => storedValue(field, held),
        save: (mine, base) => unsaved.wait(save(field.name, mine, base)),
        isShown: () => isShown.current,
        onRefusedBehind: () => tell.refused(words.t('draft.refusedBehind', { field: label })),
      },
      current,
    )
  }
  const choose = (kept: unknown, base: unknown) => {
    if (sameValue(kept, base)) letGo()
    else void commit({ value: kept, base })
  }
  const shownLabels = { ...labels, ...drafts.labels, ...added }
  if (!mayChange)
    return (
      <div className="field" data-span={span ?? 12}>
        <span className="field-label">{label}</span>
        <FieldValue field={field} value={value} labels={shownLabels} />
      </div>
    )
  const conflict = held?.state === 'conflict' && held.error instanceof FieldConflict ? held.error : null
  const again = held !== undefined &&
    conflict === null &&
    (held.state === 'kept' || (held.state === 'refused' && beside)) && (
      <div className="button-row">
        <button type="button" className="button" onClick={() => void commit(held)}>
          {words.t('action.saveAgain')}
        </button>
        {held.state === 'kept' && (
          <button type="button" className="button" onClick={letGo}>
            {words.t('draft.discardField')}
          </button>
        )}
      </div>
    )
  return (
    <FieldFrame
      id={id}
      label={label}
      required={field.required}
      problem={beneath}
      span={span}
      maybeNone={field.maybeNone}
      after={again}
    >
      <FieldInput
        id={id}
        field={field}
        value={held === undefined ? value : held.value}
        labels={shownLabels}
        invalid={problem !== null}
        describedBy={beneath === null ? undefined : `${id}-problem`}
        onChange={(next, whole, chosen: Label | null = null) => {
          const changed = { value: next, base: held?.base ?? value }
          drafts.hold(place, field.name, { ...changed, state: 'typed', error: null })
          if (chosen !== null && typeof next === 'string') {
            setAdded({ ...added, [next]: chosen })
            drafts.learn({ [next]: chosen })
          }
          if (whole) void commit(changed)
        }}
        onBlur={() => {
          if (held?.state === 'typed' || held?.state === 'refused') void commit(held)
        }}
      />
      {conflict !== null && (
        <ConflictNotice
          field={field}
          mine={storedValue(field, held?.value)}
          other={conflict}
          labels={shownLabels}
          onChoose={(kept) => choose(kept, conflict.theirs)}
        />
      )}
    </FieldFrame>
  )
}
