/**
 * The small dialogs in which verbs are carried out, and the forms of new records: a few fields, one button. Fields are
 * described as the register's own are; what the register refuses is shown beside its field.
 */
import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type HeldField, useDraftsIfAny } from '#renderer/api/drafts.tsx'
import { fieldProblemsOf, sayError } from '#renderer/api/problem.ts'
import { useUnsaved } from '#renderer/api/unsaved.ts'
import { firstField } from '#renderer/ui/first-field.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { DraftPlace } from '#shared/contract/draft.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { DraftNotice, useDiscardDraft } from './draft-notice.tsx'
import { problemEntries } from './entry-issues.ts'
import { FieldFrame } from './field-frame.tsx'
import { type Among, FieldInput, storedValue } from './field-input.tsx'
import { isEmpty } from './field-value.tsx'
import { controlOf, formErrors } from './form-errors.ts'
import { useIssueWords } from './issue-words.ts'
import { ProblemList } from './problem-list.tsx'
import { sameValue } from './same-value.ts'
import { isCompared, SimilarNames } from './similar-names.tsx'
import { useWords } from './words.ts'

export type FormField = FieldDescription & {
  readonly label: string
  readonly hint?: string
  /** What is to be said of the value that stands in it. */
  readonly hintOf?: (value: unknown) => string | undefined
  readonly span?: number
  /** Choices that cannot be taken, each with the word that says why. */
  readonly unavailable?: Readonly<Record<string, string>>
  /** The values that it can take, where they are records or words that this dialog knows. */
  readonly among?: readonly Among[]
  /** In the refusal of the register the field may bear another name. */
  readonly alias?: string
}
export type FormValues = Readonly<Record<string, unknown>>

export interface FieldFormProps {
  readonly name: string
  readonly fields: readonly FormField[]
  readonly initial: FormValues
  readonly labels?: Labels
  readonly submitLabel: string
  readonly onSubmit: (values: FormValues) => Promise<void>
  readonly onCancel: () => void
  readonly children?: ReactNode
  /** The schema that the values must meet beside the kinds of their fields; its messages are codes of issues. */
  readonly schema?: z.ZodType
  /** The noun whose record comes about: names much like those that are there are pointed out. */
  readonly makes?: CodedNoun
  /** Fields that the form's values leave out. */
  readonly hidden?: (field: FormField, values: FormValues) => boolean
  /** Where what is typed is kept until it is sent: leaving the form loses nothing. Without one, closing gives it up. */
  readonly draft?: DraftPlace
}

const blank: FormValues = {}

export function FieldForm(props: FieldFormProps) {
  const { name, fields, initial, labels = {}, submitLabel, onSubmit, onCancel, children, hidden, schema, makes } = props
  const words = useWords()
  const issueWords = useIssueWords()
  const [refusal, setRefusal] = useState<string | null>(null)
  const drafts = useDraftsIfAny()
  const { draft } = props
  const discard = useDiscardDraft()
  /** What was left here earlier. */
  const [left, setLeft] = useState(() => (draft === undefined ? undefined : drafts?.at(draft)))
  const [added, setAdded] = useState<Labels>({ ...labels, ...(draft === undefined ? {} : drafts?.labels) })
  const shownOf = (values: FormValues) => fields.filter((field) => hidden?.(field, values) !== true)
  const { control, handleSubmit, setError, formState, watch, reset } = useForm<Record<string, unknown>>({
    defaultValues: { ...blank, ...initial, ...valuesOf(left?.fields) },
    // Refused where it is left, and put right as it is typed: nobody is told of a mistake while still making it.
    mode: 'onTouched',
    resolver: (typed) => formErrors(shownOf(typed), typed, schema),
  })
  const values = watch()
  const shown = shownOf(values)
  const unsaved = useUnsaved()
  const isSent = useRef(false)
  useEffect(() => {
    const typed = fields.filter((field) => isTyped(field, values[field.name], initial[field.name]))
    if (typed.length === 0) unsaved.release()
    else
      unsaved.hold(
        typed.map((field) => field.label),
        draft !== undefined && drafts?.isKept === true,
      )
    if (draft === undefined || isSent.current) return
    const held = typed.map(({ name: field }): [string, HeldField] => {
      const base = initial[field] ?? null
      return [field, { value: values[field], base, state: 'typed', error: null }]
    })
    drafts?.holdAll(draft, new Map(held))
  })
  const key = draft === undefined ? null : JSON.stringify(draft)
  useEffect(() => {
    if (key !== null) return () => drafts?.leave(JSON.parse(key) as DraftPlace)
    return undefined
  }, [drafts, key])
  const submit = handleSubmit(
    async (typed) => {
      setRefusal(null)
      try {
        await onSubmit(Object.fromEntries(shown.map((field) => [field.name, storedValue(field, typed[field.name])])))
        isSent.current = true
        if (draft !== undefined) drafts?.discard(draft)
      } catch (error) {
        const problems = fieldProblemsOf(error)
        const placed = problems.flatMap(({ field, issue }) => {
          const own = shown.find((each) => each.name === field || each.alias === field)
          return own === undefined ? [] : [{ name: own.name, message: issue }]
        })
        for (const { name: field, message } of placed) setError(field, { message })
        if (placed[0] === undefined) setRefusal(sayError(words.language, error))
        else document.getElementById(controlOf(name, placed[0].name))?.focus()
      }
    },
    (errors) => {
      const first = shown.find((field) => errors[field.name] !== undefined)
      if (first !== undefined) document.getElementById(controlOf(name, first.name))?.focus()
    },
  )
  return (
    <form noValidate onSubmit={submit} className="field-form" ref={firstField}>
      {refusal !== null && (
        <p className="refusal" role="alert">
          {refusal}
        </p>
      )}
      {children}
      {left !== undefined && (
        <DraftNotice
          at={left.at}
          count={left.fields.size}
          onDiscard={() => {
            discard(left.place)
            setLeft(undefined)
            reset({ ...blankOf(fields), ...initial })
          }}
        />
      )}
      {formState.submitCount > 0 && shown.length > 1 && (
        <ProblemList
          entries={shown.flatMap((field) => {
            const issue = formState.errors[field.name]?.message
            return issue === undefined
              ? []
              : problemEntries(
                  words,
                  issueWords,
                  { id: controlOf(name, field.name), label: field.label },
                  field,
                  values[field.name],
                  issueWords(issue),
                )
          })}
        />
      )}
      <div className="field-grid">
        {shown.map((field) => {
          const id = controlOf(name, field.name)
          const issue = formState.errors[field.name]?.message
          const message = issue === undefined ? undefined : issueWords(issue)
          return (
            <Controller
              key={field.name}
              control={control}
              name={field.name}
              render={({ field: input }) => (
                <FieldFrame
                  id={id}
                  label={field.label}
                  required={field.required}
                  problem={message}
                  hint={field.hintOf?.(input.value) ?? field.hint}
                  span={field.span}
                >
                  <FieldInput
                    id={id}
                    field={field}
                    value={input.value}
                    labels={added}
                    unavailable={field.unavailable}
                    among={field.among}
                    invalid={message !== undefined}
                    describedBy={message === undefined ? undefined : `${id}-problem`}
                    onBlur={input.onBlur}
                    onChange={(value, _whole, label) => {
                      if (label != null && typeof value === 'string') {
                        setAdded({ ...added, [value]: label })
                        drafts?.learn({ [value]: label })
                      }
                      input.onChange(value)
                    }}
                  />
                  {makes !== undefined && field.name === 'name' && isCompared(makes) && (
                    <SimilarNames noun={makes} name={input.value as Bilingual | undefined} />
                  )}
                </FieldFrame>
              )}
            />
          )
        })}
      </div>
      <div className="button-row form-buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            if (draft !== undefined) discard(draft)
            onCancel()
          }}
        >
          {words.t('action.cancel')}
        </button>
        <button type="submit" className="button primary" disabled={formState.isSubmitting}>
          {submitLabel}
        </button>
      </div>
    </form>
  )
}

function valuesOf(held: ReadonlyMap<string, HeldField> | undefined): FormValues {
  return Object.fromEntries([...(held ?? [])].map(([name, { value }]) => [name, value]))
}

/** A form that is emptied forgets also what had no value to begin with. */
function blankOf(fields: readonly FormField[]): FormValues {
  return Object.fromEntries(fields.map(({ name }) => [name, null]))
}

/** Does the control hold something else than the form began with? */
function isTyped(field: FormField, value: unknown, initial: unknown): boolean {
  const [now, begun] = [storedValue(field, value), storedValue(field, initial)]
  return isEmpty(now) ? !isEmpty(begun) : !sameValue(now, begun)
}

export interface DialogFormProps extends FieldFormProps {
  readonly title: string
}

/** The same in a dialog; Esc closes it and the focus returns to where it came from. */
export function DialogForm({ title, ...form }: DialogFormProps) {
  const { t } = useWords()
  return (
    <Modal
      opened
      onClose={form.onCancel}
      title={title}
      size={560}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <FieldForm {...form} />
    </Modal>
  )
}
