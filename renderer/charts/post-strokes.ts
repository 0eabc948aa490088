/** Lines of one superior or overseer share a stretch: it is drawn once, or its dots would lie on each other. */
import type { PostLine } from './post-lines.ts'

export interface PostStroke {
  readonly kind: PostLine['kind']
  /** SVG path of one straight piece. */
  readonly path: string
}

interface Piece {
  readonly from: number
  readonly to: number
}

export function strokesOf(lines: readonly PostLine[]): readonly PostStroke[] {
  const stretches = new Map<string, { kind: PostLine['kind']; across: boolean; at: number; pieces: Piece[] }>()
  for (const { kind, upper, points } of lines)
    for (const [index, [x, y]] of points.slice(1).entries()) {
      const [beforeX, beforeY] = points[index] ?? [x, y]
      const across = beforeY === y
      const at = across ? y : x
      const ends = across ? [beforeX, x] : [beforeY, y]
      const key = `${kind} ${upper} ${String(across)} ${at.toFixed(1)}`
      const stretch = stretches.get(key) ?? { kind, across, at, pieces: [] }
      stretch.pieces.push({ from: Math.min(...ends), to: Math.max(...ends) })
      stretches.set(key, stretch)
    }
  return [...stretches.values()].flatMap(({ kind, across, at, pieces }) =>
    joined(pieces).map(({ from, to }) => ({
      kind,
      path: across
        ? `M${from.toFixed(1)} ${at.toFixed(1)}H${to.toFixed(1)}`
        : `M${at.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}`,
    })),
  )
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces.toSorted((one, other) => one.from - other.from)) {
    const last = whole.at(-1)
    if (last !== undefined && piece.from <= last.to)
      whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, piece.to) }
    else whole.push(piece)
  }
  return whole
}
