/** A sentence whose days and codes stand whole: a browser would break them at their hyphens. */
import { Fragment } from 'react'
import './unbroken.css'

const whole = /(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?|[A-Z]{3,4}-\d{4}[0-9A-Z]*|[A-Z]{2}-[A-Z]{2,3}-\d{2})/

export function Unbroken({ text }: { readonly text: string }) {
  // A pattern in brackets: every second part is what it found.
  return text.split(whole).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="unbroken">
        {part}
      </span>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  )
}
