/** A plain field of a record that saves itself when it is left. A conflict shows both values and lets the person choose. */
import { useEffect, useRef, useState } from 'react'
import { fieldProblemsOf, sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { useUnsaved } from '#renderer/api/unsaved.ts'
import type { Label, Labels } from '#shared/contract/base.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { FieldFrame } from './field-frame.tsx'
import { FieldInput, storedValue } from './field-input.tsx'
import { FieldValue } from './field-value.tsx'
import { useReportProblem } from './form-problems.tsx'
import type { SaveField } from './record-saver.ts'
import { FieldConflict } from './save-field.ts'
import { sameValue } from './same-value.ts'
import { useIssueWords } from './issue-words.ts'
import { useWords } from './words.ts'

export interface AutosaveFieldProps {
  readonly noun: Noun
  readonly field: FieldDescription
  readonly value: unknown
  readonly labels: Labels
  readonly save: SaveField
  readonly span?: number | undefined
}

interface Draft {
  readonly value: unknown
  /** The value that stood in the record when editing began. */
  readonly base: unknown
}

export function AutosaveField({ noun, field, value, labels, save, span }: AutosaveFieldProps) {
  const words = useWords()
  const issueWords = useIssueWords()
  const report = useReportProblem()
  const mayChange = useMayChange()
  const [draft, setDraft] = useState<Draft | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  /** Refused for something beside the field (a full disk, a file that was moved): what was typed stays, to be saved again. */
  const [again, setAgain] = useState(false)
  const [conflict, setConflict] = useState<{ readonly mine: unknown; readonly other: FieldConflict } | null>(null)
  const [added, setAdded] = useState<Labels>({})
  const saving = useRef(false)
  const unsaved = useUnsaved()
  const id = `${noun}-${field.name}`
  const label = words.field(noun, field.name)
  useEffect(() => {
    report(id, problem === null ? null : { label, message: problem })
    return () => report(id, null)
  }, [id, label, problem, report])

  const commit = async (current: Draft | null) => {
    if (current === null || saving.current) return
    const mine = storedValue(field, current.value)
    if (sameValue(mine, current.base)) {
      unsaved.release()
      setDraft(null)
      setProblem(null)
      return
    }
    saving.current = true
    setAgain(false)
    try {
      await unsaved.wait(save(field.name, mine, current.base))
      unsaved.release()
      setDraft(null)
      setProblem(null)
      setConflict(null)
    } catch (error) {
      if (error instanceof FieldConflict) setConflict({ mine, other: error })
      else {
        const own = fieldProblemsOf(error).find((each) => each.field === field.name)
        setProblem(own === undefined ? sayError(words.language, error) : issueWords(own.issue))
        setAgain(own === undefined)
      }
    } finally {
      saving.current = false
    }
  }
  const choose = (kept: unknown, base: unknown) => {
    setConflict(null)
    setProblem(null)
    if (sameValue(kept, base)) {
      unsaved.release()
      setDraft(null)
    } else void commit({ value: kept, base })
  }
  const shownLabels = { ...labels, ...added }
  if (!mayChange)
    return (
      <div className="field" data-span={span ?? 12}>
        <span className="field-label">{label}</span>
        <FieldValue field={field} value={value} labels={shownLabels} />
      </div>
    )
  return (
    <FieldFrame id={id} label={label} required={field.required} problem={problem} span={span}>
      <FieldInput
        id={id}
        field={field}
        value={draft === null ? value : draft.value}
        labels={shownLabels}
        invalid={problem !== null}
        describedBy={problem === null ? undefined : `${id}-problem`}
        onChange={(next, whole, chosen: Label | null = null) => {
          const changed = { value: next, base: draft?.base ?? value }
          setDraft(changed)
          unsaved.hold([label])
          if (chosen !== null && typeof next === 'string') setAdded({ ...added, [next]: chosen })
          if (whole) void commit(changed)
        }}
        onBlur={() => void commit(draft)}
      />
      {again && draft !== null && (
        <div className="button-row">
          <button type="button" className="button" onClick={() => void commit(draft)}>
            {words.t('action.saveAgain')}
          </button>
        </div>
      )}
      {conflict !== null && (
        <ConflictNotice
          field={field}
          mine={conflict.mine}
          other={conflict.other}
          labels={shownLabels}
          onChoose={(kept) => choose(kept, conflict.other.theirs)}
        />
      )}
    </FieldFrame>
  )
}
