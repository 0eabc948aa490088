/** Which differences between the two sides are worth a mark, and which are listed. A rule of ours. */
import type { MirrorRow } from '#shared/contract/direction.ts'
import type { DirectionSide } from '#shared/domain/direction.ts'

/** From so many steps on a difference is marked, at the side that is behind; from one less it is listed. */
const marked = 3
const listed = 2

/** The steps by which a side is behind, where they are worth a mark. */
export function wideGap(gap: number | null, side: DirectionSide): number | null {
  if (gap === null) return null
  const behind = side === 'ai' ? gap : -gap
  return behind >= marked ? behind : null
}

/** The directions in which the sides are furthest apart, the furthest first, then as they are numbered. */
export function largestGaps(rows: readonly MirrorRow[]): readonly (MirrorRow & { readonly gap: number })[] {
  return rows
    .flatMap((row) => (row.gap !== null && Math.abs(row.gap) >= listed ? [{ ...row, gap: row.gap }] : []))
    .toSorted((one, other) => Math.abs(other.gap) - Math.abs(one.gap))
}
