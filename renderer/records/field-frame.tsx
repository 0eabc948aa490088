/** A control with its label above and its refusal beneath. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface FieldFrameProps {
  readonly id: string
  readonly label: string
  readonly required?: boolean | undefined
  readonly problem?: string | null | undefined
  readonly hint?: string | undefined
  /** Twelfths of the form's width. */
  readonly span?: number | undefined
  /** It need not have a value. */
  readonly maybeNone?: boolean | undefined
  readonly children: ReactNode
  /** What can be done about the refusal. */
  readonly after?: ReactNode
}

export function FieldFrame({ id, label, required, problem, hint, span, maybeNone, children, after }: FieldFrameProps) {
  const { t } = useTranslation()
  return (
    <div className="field" data-span={span ?? 12} data-may-be-none={maybeNone || undefined}>
      <label className="field-label" id={`${id}-label`} htmlFor={id}>
        {label}
        {required === true && <span className="field-required">{t('app.required')}</span>}
      </label>
      {children}
      {hint !== undefined && <p className="hint">{hint}</p>}
      {problem != null && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {after}
    </div>
  )
}
