/** The marks of the three stages as they stand on the strip: ○ inherent, ● or ■ residual, ┃ target. */
import type { Stage } from '#shared/domain/risk.ts'

export function StageMark({ stage, beyond }: { readonly stage: Stage; readonly beyond: boolean }) {
  return (
    <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden className="stage-mark">
      {stage === 'inherent' && (
        <circle cx="6" cy="6" r="4.6" fill="var(--daicho-sheet)" stroke="var(--daicho-ink-2)" strokeWidth="1.5" />
      )}
      {stage === 'residual' &&
        (beyond ? (
          <rect x="1" y="1" width="10" height="10" fill="var(--daicho-shu)" />
        ) : (
          <circle cx="6" cy="6" r="5" fill="var(--daicho-ink)" />
        ))}
      {stage === 'target' && <path d="M6 0V12" stroke="var(--daicho-ai)" strokeWidth="3.5" />}
    </svg>
  )
}
