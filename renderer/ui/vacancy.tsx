/** A post that exists and that nobody holds. */
import './marks.css'

export function Vacancy({ word }: { readonly word: string }) {
  return (
    <span className="vacancy-mark">
      <svg className="mark-drawing" viewBox="0 0 12 12" aria-hidden="true">
        <path
          d="M6 6.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8ZM1.6 11.4c.3-2.5 2-3.9 4.4-3.9s4.1 1.4 4.4 3.9"
          fill="none"
          stroke="var(--daicho-shu)"
          strokeWidth="1.3"
        />
      </svg>
      {word}
    </span>
  )
}
