/**
 * How far a rule binds, as a label that is the heavier the more it does. The word is always there; a rule of another country
 * names that country.
 */
import './legal-force.css'

export type Force =
  'in_force' | 'in_part' | 'not_in_force' | 'guidance' | 'draft' | 'voluntary' | 'foreign' | 'superseded'

export type LegalForceProps = { readonly word: string } & (
  { readonly force: Exclude<Force, 'foreign'> } | { readonly force: 'foreign'; readonly country: string }
)

export function LegalForce(props: LegalForceProps) {
  const { force, word } = props
  return (
    <span className={`legal-force legal-force-${force.replaceAll('_', '-')}`}>
      {props.force === 'foreign' && <b>{props.country}</b>}
      {force === 'not_in_force' && (
        <svg className="mark-drawing" viewBox="0 0 12 12" aria-hidden="true">
          <circle cx="6" cy="6" r="5" fill="none" stroke="var(--daicho-ink)" strokeWidth="1.6" />
        </svg>
      )}
      {word}
    </span>
  )
}
