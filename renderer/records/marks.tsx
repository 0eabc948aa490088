/** What the register knows, as marks: who answers, a tier, where a risk stands against its line. */
import { LevelStrip } from '#renderer/ui/level-strip.tsx'
import { TierMark } from '#renderer/ui/tier-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { Holding } from '#shared/domain/accountability.ts'
import type { RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import { bandRank } from '#shared/domain/scoring.ts'
import { type Tier, tiers } from '#shared/domain/system.ts'
import { useWords } from './words.ts'

export interface HolderProps {
  readonly holding: Holding
  readonly labels: Labels
  /** The post stands beneath the name. */
  readonly withPost?: boolean
}

/** Who answers: a name, a vacancy, or that nothing is registered. */
export function Holder({ holding, labels, withPost = false }: HolderProps) {
  const words = useWords()
  if (holding.state === 'unregistered') return <Unknown word={words.t('app.notRegistered')} />
  if (holding.state === 'vacant') return <Vacancy word={words.t('app.vacant')} />
  return (
    <span className="holder">
      <span>{words.label(labels, holding.personId)}</span>
      {withPost && holding.postId !== null && (
        <span className="holder-post">{words.label(labels, holding.postId)}</span>
      )}
    </span>
  )
}

export function TierValue({ tier }: { readonly tier: Tier | null }) {
  const words = useWords()
  if (tier === null) return <Unknown word={words.t('app.notRegistered')} />
  return <TierMark filled={tiers.length - tiers.indexOf(tier)} word={words.value('tier', tier)} />
}

export type StripPosition = Pick<RiskPosition, 'inherent' | 'residual' | 'target' | 'limits'>

/** The strip of a risk with its number; where the residual level is not assessed, the word says so. */
export function RiskStrip({
  position,
  previous = null,
  width = 92,
  numbered = true,
}: {
  readonly position: StripPosition | null
  readonly previous?: RiskPosition['residual']
  readonly width?: number
  readonly numbered?: boolean
}) {
  const words = useWords()
  if (position?.residual == null) return <Unknown word={words.t('app.notAssessed')} />
  const { inherent, residual, target, limits } = position
  const said = words.t('app.strip', {
    residual: `${String(residual.impact)} × ${String(residual.likelihood)} ${words.value('band', residual.band)}`,
    appetite: words.value('band', limits.appetite),
  })
  return (
    <span className="risk-strip">
      <LevelStrip
        inherent={inherent}
        residual={residual}
        target={target}
        previous={previous}
        appetite={limits.appetite}
        width={width}
        label={said}
      />
      {numbered && (
        <>
          <b>{residual.score}</b>
          <span className="risk-band">{words.value('band', residual.band)}</span>
        </>
      )}
    </span>
  )
}

/** True where the residual level lies beyond the appetite of its category. */
export function isBeyond(position: StripPosition): boolean {
  return position.residual !== null && bandRank(position.residual.band) > bandRank(position.limits.appetite)
}
