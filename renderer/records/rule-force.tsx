/** How far a rule binds on a day, as its mark: wherever one is named, in the horizon or at what it bears on. */
import type { Words } from './words.ts'
import { forceOfStatus, LegalForce } from '#renderer/ui/legal-force.tsx'
import type { Instrument } from '#shared/domain/horizon/horizon-pack.ts'
import type { StatusOn } from '#shared/domain/horizon/status-on.ts'

export function StatusForce({
  instrument,
  standing: { status, absent },
  words,
}: {
  readonly instrument: Instrument
  readonly standing: StatusOn
  readonly words: Words
}) {
  if (status === null) return <span className="muted">{words.t(`horizon.absent.${absent ?? 'NOT_THERE_YET'}`)}</span>
  const word = words.t(`requirement.status.${status}`)
  return status === 'foreign_law' ? (
    <LegalForce force="foreign" country={words.name(instrument.issuer)} word={word} />
  ) : (
    <LegalForce force={forceOfStatus[status]} word={word} />
  )
}
