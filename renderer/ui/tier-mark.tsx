/** One to three bars and a word. */
import './marks.css'

export function TierMark({ filled, word }: { readonly filled: number; readonly word: string }) {
  return (
    <span className="tier-mark">
      <svg className="mark-drawing" viewBox="0 0 14 11" aria-hidden="true">
        {[5, 8, 11].map((tall, index) => (
          <rect
            key={tall}
            x={index * 5 + 0.5}
            y={11 - tall + 0.5}
            width="3"
            height={tall - 1}
            fill={index < filled ? 'var(--daicho-ink-2)' : 'none'}
            stroke={index < filled ? 'var(--daicho-ink-2)' : 'var(--daicho-line-2)'}
          />
        ))}
      </svg>
      {word}
    </span>
  )
}
