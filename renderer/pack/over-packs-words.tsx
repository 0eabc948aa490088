/** How long a risk has stood where it stands, in the words of the pack's tables. */
import type { Movement } from '#shared/domain/metrics/movement.ts'
import type { RiskOverPacks, Run } from '#shared/domain/metrics/over-packs.ts'
import { MovementWord, WordMark } from './pack-marks.tsx'
import { type PackWords, Said } from './pack-words.tsx'

/** "3", or "5+" where it was so in the oldest pack looked at too. */
export function runText({ t }: PackWords, { packs, orMore }: Run): string {
  return orMore ? t('paper.orMore', { count: packs }) : String(packs)
}

/** "+0.5": bands a pack, with the minus sign as wide as the plus. */
export function velocityText(bandsPerPack: number): string {
  const size = (Math.round(Math.abs(bandsPerPack) * 100) / 100).toString()
  if (bandsPerPack === 0) return '±0'
  return `${bandsPerPack > 0 ? '+' : '\u2212'}${size}`
}

/** What moved since the previous pack, or for how long nothing has; and for how long the risk is outside appetite. */
export function OverPacks({ movement, over }: { movement: Movement | null; over: RiskOverPacks }) {
  const { velocity } = over
  return (
    <>
      {movement === 'unchanged' && over.unchanged.packs > 1 ? (
        <span className="pack-whole">
          <Said of={(words) => words.t('paper.packsUnchanged', { packs: runText(words, over.unchanged) })} />
        </span>
      ) : (
        <MovementWord movement={movement} />
      )}
      {velocity !== null && velocity.bandsPerPack !== 0 && (
        <span className="pack-small">
          {' '}
          <Said of={({ t }) => t('paper.velocity', { bands: velocityText(velocity.bandsPerPack) })} />
        </span>
      )}
      {over.outside.packs > 0 && (
        <span className="pack-small pack-line">
          <Said of={(words) => words.t('paper.packsOutside', { packs: runText(words, over.outside) })} />
        </span>
      )}
      {over.targetStale && (
        <span className="pack-line">
          <WordMark status="warning" of="paper.targetStale" />
        </span>
      )}
    </>
  )
}
