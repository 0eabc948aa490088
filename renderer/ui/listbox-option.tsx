/** One choice of a list that a field with the focus offers: pointed at by mouse and keys, chosen without taking the focus. */
import type { ReactNode } from 'react'

export interface ListboxOptionProps {
  readonly id: string
  readonly active: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
  readonly className?: string
  readonly children: ReactNode
}

export function ListboxOption({ id, active, onPoint, onChoose, className, children }: ListboxOptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      className={className}
      aria-selected={active}
      onMouseMove={onPoint}
      onMouseDown={(event) => {
        event.preventDefault()
        onChoose()
      }}
    >
      {children}
    </div>
  )
}
