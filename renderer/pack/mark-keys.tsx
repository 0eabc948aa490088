/** What the marks mean, in one line: under the movement figure, and beside the title of a table with strips. */
import { MovementSign, type MovementSignKind } from '#renderer/charts/level-movement.tsx'
import { StripSign, type StripSignKind } from '#renderer/ui/level-strip.tsx'
import { Head } from './pack-words.tsx'

export function MovementKey({ first }: { first: boolean }) {
  const signs: readonly [MovementSignKind, string][] = [
    ['previous', 'paper.key.previous'],
    ['outside', 'paper.key.outside'],
    ['within', 'paper.key.within'],
    ['target', 'paper.key.target'],
    ['evidenced', 'paper.key.evidenced'],
    ['limit', 'paper.key.limit'],
  ]
  return (
    <p className="pack-meaning pack-key">
      {signs
        .filter(([kind]) => !(first && kind === 'previous'))
        .map(([kind, words]) => (
          <span key={kind} className="pack-mark-row">
            <MovementSign kind={kind} />
            <Head of={words} />
          </span>
        ))}
    </p>
  )
}

export function StripKey({ first }: { first: boolean }) {
  const signs: readonly [StripSignKind, string][] = [
    ['inherent', 'paper.key.inherent'],
    ['beyond', 'paper.key.outside'],
    ['within', 'paper.key.within'],
    ['target', 'paper.key.target'],
    ['previous', 'paper.key.previous'],
  ]
  return signs
    .filter(([kind]) => !(first && kind === 'previous'))
    .map(([kind, words]) => (
      <span key={kind} className="pack-mark-row">
        <StripSign kind={kind} />
        <Head of={words} />
      </span>
    ))
}
