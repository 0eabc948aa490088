/** What the marks mean, in one line: under the movement figure, and beside the title of a table with strips. */
import { MovementSign, type MovementSignKind } from '#renderer/charts/level-movement.tsx'
import { StripSign, type StripSignKind } from '#renderer/ui/level-strip.tsx'
import { usePackWords } from './pack-words.tsx'

export function MovementKey({ first }: { first: boolean }) {
  const { t } = usePackWords()
  const signs: readonly [MovementSignKind, string][] = [
    ['previous', t('paper.key.previous')],
    ['outside', t('paper.key.outside')],
    ['within', t('paper.key.within')],
    ['target', t('paper.key.target')],
    ['evidenced', t('paper.key.evidenced')],
    ['limit', t('paper.key.limit')],
  ]
  return (
    <p className="pack-meaning pack-key">
      {signs
        .filter(([kind]) => !(first && kind === 'previous'))
        .map(([kind, words]) => (
          <span key={kind} className="pack-mark-row">
            <MovementSign kind={kind} />
            {words}
          </span>
        ))}
    </p>
  )
}

export function StripKey({ first }: { first: boolean }) {
  const { t } = usePackWords()
  const signs: readonly [StripSignKind, string][] = [
    ['inherent', t('paper.key.inherent')],
    ['beyond', t('paper.key.outside')],
    ['within', t('paper.key.within')],
    ['target', t('paper.key.target')],
    ['previous', t('paper.key.previous')],
  ]
  return signs
    .filter(([kind]) => !(first && kind === 'previous'))
    .map(([kind, words]) => (
      <span key={kind} className="pack-mark-row">
        <StripSign kind={kind} />
        {words}
      </span>
    ))
}
