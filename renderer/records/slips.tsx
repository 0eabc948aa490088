/** Every move of a due date, with its day and reason: the same for every noun that has one. */
import type { Slip } from '#shared/domain/due-day.ts'
import { useWords } from './words.ts'

export function Slips({
  noun,
  slips,
}: {
  readonly noun: 'action' | 'finding' | 'decision'
  readonly slips: readonly Slip[]
}) {
  const words = useWords()
  if (slips.length === 0) return null
  return (
    <section className="sheet form-section related">
      <h3>
        {words.field(noun, 'slips')} <span className="muted">{slips.length}</span>
      </h3>
      <ul>
        {slips.map((slip) => (
          <li key={`${slip.on} ${slip.to}`}>
            <span className="figures">
              {slip.from ?? words.t('app.notRegistered')} → {slip.to}
            </span>
            <span className="related-name">{slip.reason}</span>
            <span className="related-end muted figures">{slip.on}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
