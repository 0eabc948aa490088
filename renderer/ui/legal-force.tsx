/**
 * How far a rule binds, as a label that is the heavier the more it does. The word is always there; a rule of another country
 * names that country.
 */
import './legal-force.css'

export type Force =
  'in_force' | 'in_part' | 'not_in_force' | 'guidance' | 'draft' | 'voluntary' | 'foreign' | 'superseded'

/** How a status is drawn; a foreign law also names its country. */
export const forceOfStatus = {
  in_force: 'in_force',
  in_force_partially: 'in_part',
  promulgated_not_in_force: 'not_in_force',
  guidance: 'guidance',
  draft: 'draft',
  voluntary_standard: 'voluntary',
  superseded: 'superseded',
} as const

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
