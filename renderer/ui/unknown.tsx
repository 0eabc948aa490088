/** A gap in the record: not registered, unknown, not assessed. Grey hatching and a word, never a blank. */
import './marks.css'

export function Unknown({ word }: { readonly word: string }) {
  return (
    <span className="unknown-mark">
      <svg className="mark-drawing" viewBox="0 0 12 18" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        <path d="M-6 12 12-6M-6 18 12 0M-6 24 12 6M0 24 12 12" stroke="var(--daicho-hatch)" />
      </svg>
      {word}
    </span>
  )
}
