/** Points as a reader goes through them: by information element and head, what is beyond METI's heads after them, sectors last. */
import type { AskedPoint } from './applicable-points.ts'
import { type PointElement, pointElements, type PointHead, pointHeads, type Sector, sectors } from './check-point.ts'

export interface PointGroup<Point> {
  readonly element: PointElement
  readonly head: PointHead
  /** Where the points are asked of one sector only. */
  readonly sector: Sector | null
  readonly points: readonly Point[]
}

/** The element and head, or the sector, under which a point is shown. */
export function placeOfPoint(point: Pick<AskedPoint, 'element' | 'head' | 'sectors'>): {
  readonly element: PointElement
  readonly head: PointHead
  readonly sector: Sector | null
} {
  const sector = point.head === 'none' ? (point.sectors[0] ?? null) : null
  return { element: point.element, head: point.head, sector }
}

export function groupPoints<Point extends Pick<AskedPoint, 'element' | 'head' | 'sectors'>>(
  points: readonly Point[],
): readonly PointGroup<Point>[] {
  const places = pointElements.flatMap((element) =>
    pointHeads.flatMap((head) => [null, ...sectors].map((sector) => ({ element, head, sector }))),
  )
  return places
    .map((place) => ({
      ...place,
      points: points.filter((point) => {
        const own = placeOfPoint(point)
        return own.element === place.element && own.head === place.head && own.sector === place.sector
      }),
    }))
    .filter((group) => group.points.length > 0)
}
