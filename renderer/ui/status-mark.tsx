/** A status as a shape and a word; the shape alone would say nothing to somebody who does not know it. */
import type { ReactNode } from 'react'
import './marks.css'

export type Status = 'within' | 'warning' | 'breach' | 'no_data' | 'na' | 'unjudged'

export function StatusMark({ status, word }: { readonly status: Status; readonly word: ReactNode }) {
  return (
    <span className="status-mark">
      <svg className="mark-drawing" viewBox="0 0 12 12" aria-hidden="true">
        <Glyph status={status} />
      </svg>
      {word}
    </span>
  )
}

function Glyph({ status }: { status: Status }) {
  switch (status) {
    case 'within':
      return <circle cx="6" cy="6" r="5" fill="var(--daicho-within)" />
    case 'warning':
      return <path d="M6 .9 11.5 10.8H.5z" fill="var(--daicho-warn-fill)" stroke="var(--daicho-warn-edge)" />
    case 'breach':
      return <rect x="1" y="1" width="10" height="10" fill="var(--daicho-breach)" />
    case 'no_data':
      return (
        <circle
          cx="6"
          cy="6"
          r="4.6"
          fill="none"
          stroke="var(--daicho-ink-2)"
          strokeWidth="1.3"
          strokeDasharray="2 1.6"
        />
      )
    case 'na':
    case 'unjudged':
      return <path d="M2 6H10" stroke="var(--daicho-ink-2)" strokeWidth="1.5" />
  }
}
