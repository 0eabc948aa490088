/**
 * The small dialogs in which verbs are carried out, and the forms of new records: a few fields, one button. Fields are
 * described as the register's own are; what the register refuses is shown beside its field.
 */
import { Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { fieldProblemsOf, sayError } from '#renderer/api/problem.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import { FieldFrame } from './field-frame.tsx'
import { FieldInput, storedValue } from './field-input.tsx'
import { isEmpty } from './field-value.tsx'
import { useIssueWords } from './issue-words.ts'
import { useWords } from './words.ts'

export type FormField = FieldDescription & {
  readonly label: string
  readonly hint?: string
  readonly span?: number
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
  /** Fields that the form's values leave out. */
  readonly hidden?: (field: FormField, values: FormValues) => boolean
}

const blank: FormValues = {}

export function FieldForm(props: FieldFormProps) {
  const { name, fields, initial, labels = {}, submitLabel, onSubmit, onCancel, children, hidden } = props
  const words = useWords()
  const issueWords = useIssueWords()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [added, setAdded] = useState<Labels>(labels)
  const { control, handleSubmit, setError, formState, watch } = useForm<Record<string, unknown>>({
    defaultValues: { ...blank, ...initial },
  })
  const values = watch()
  const shown = fields.filter((field) => hidden?.(field, values) !== true)
  const submit = handleSubmit(async (typed) => {
    setRefusal(null)
    try {
      await onSubmit(Object.fromEntries(shown.map((field) => [field.name, storedValue(field, typed[field.name])])))
    } catch (error) {
      const problems = fieldProblemsOf(error)
      const placed = problems.flatMap(({ field, issue }) => {
        const own = shown.find((each) => each.name === field || each.alias === field)
        return own === undefined ? [] : [{ name: own.name, message: issueWords(issue) }]
      })
      placed.forEach(({ name: field, message }, index) => {
        setError(field, { message }, { shouldFocus: index === 0 })
      })
      if (placed.length === 0) setRefusal(sayError(words.language, error))
    }
  })
  return (
    <form noValidate onSubmit={submit} className="field-form">
      {refusal !== null && (
        <p className="refusal" role="alert">
          {refusal}
        </p>
      )}
      {children}
      <div className="field-grid">
        {shown.map((field) => {
          const id = `${name}-${field.name}`
          const message = formState.errors[field.name]?.message
          return (
            <Controller
              key={field.name}
              control={control}
              name={field.name}
              rules={{
                validate: (value) => field.required !== true || !isEmpty(value) || words.t('issue.REQUIRED'),
              }}
              render={({ field: input }) => (
                <FieldFrame
                  id={id}
                  label={field.label}
                  required={field.required}
                  problem={message}
                  hint={field.hint}
                  span={field.span}
                >
                  <FieldInput
                    id={id}
                    field={field}
                    value={input.value}
                    labels={added}
                    invalid={message !== undefined}
                    describedBy={message === undefined ? undefined : `${id}-problem`}
                    onBlur={input.onBlur}
                    onChange={(value, _whole, label) => {
                      if (label != null && typeof value === 'string') setAdded({ ...added, [value]: label })
                      input.onChange(value)
                    }}
                  />
                </FieldFrame>
              )}
            />
          )
        })}
      </div>
      <div className="button-row form-buttons">
        <button type="button" className="button" onClick={onCancel}>
          {words.t('action.cancel')}
        </button>
        <button type="submit" className="button primary" disabled={formState.isSubmitting}>
          {submitLabel}
        </button>
      </div>
    </form>
  )
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
