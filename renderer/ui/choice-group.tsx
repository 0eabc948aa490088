/** A few choices beside each other in one box, of which one is taken. */
import type { ReactNode } from 'react'
import './choice-group.css'

export interface ChoiceGroupProps<Value extends string | number> {
  /** What is chosen; or the id of the element that says so. */
  readonly label?: string
  readonly labelledBy?: string
  readonly values: readonly Value[]
  readonly chosen: Value
  readonly say: (value: Value) => ReactNode
  readonly onChoose: (value: Value) => void
}

export function ChoiceGroup<Value extends string | number>({
  label,
  labelledBy,
  values,
  chosen,
  say,
  onChoose,
}: ChoiceGroupProps<Value>) {
  return (
    <span className="choice-group" role="group" aria-label={label} aria-labelledby={labelledBy}>
      {values.map((value) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {say(value)}
        </button>
      ))}
    </span>
  )
}
