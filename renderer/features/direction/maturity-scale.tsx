/** Five steps as four boxes; which way they fill says which side it is. The number and the word stand beside them. */
import { useId } from 'react'
import { useWords } from '#renderer/records/words.ts'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { MirrorCell } from '#shared/contract/direction.ts'
import type { DirectionSide } from '#shared/domain/direction.ts'

const boxes = [0, 1, 2, 3] as const
const pitch = 36

export function MaturityScale({ cell, side }: { readonly cell: MirrorCell; readonly side: DirectionSide }) {
  const words = useWords()
  const { maturity } = cell
  const known = maturity?.kind === 'counted' ? maturity : null
  return (
    <span className="maturity" data-side={side}>
      <Boxes level={known?.level ?? null} side={side} />
      {known === null ? (
        <Unknown word={words.t(maturity === null ? 'app.notRegistered' : 'mirror.unconfirmed')} />
      ) : (
        <>
          <b className="figures">{known.level}</b>{' '}
          <span className="maturity-word">{words.value('maturity', known.maturity)}</span>
        </>
      )}
    </span>
  )
}

/** Null: hatched, which is not an empty row of boxes. */
function Boxes({ level, side }: { readonly level: number | null; readonly side: DirectionSide }) {
  const pattern = useId()
  const filled = side === 'cyber' ? 'var(--daicho-ink-2)' : 'var(--daicho-ai)'
  return (
    <svg className="maturity-boxes" viewBox="0 0 144 18" aria-hidden="true">
      {level === null && (
        <defs>
          <pattern id={pattern} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V5" stroke="var(--daicho-hatch)" strokeWidth="1.4" />
          </pattern>
        </defs>
      )}
      {boxes.map((box) => {
        const place = side === 'cyber' ? 3 - box : box
        const isFull = level !== null && box < level
        return (
          <rect
            key={box}
            x={place * pitch + 0.5}
            y="1.5"
            width="33"
            height="14"
            fill={level === null ? `url(#${pattern})` : isFull ? filled : 'var(--daicho-sheet)'}
            stroke={isFull ? filled : 'var(--daicho-line-2)'}
          />
        )
      })}
    </svg>
  )
}
