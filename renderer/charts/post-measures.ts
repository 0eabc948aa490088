/** Measures of the drawing of posts, in pixels: in the window, and on a page of the pack. */
import type { Measures } from './post-layout.ts'

export const windowMeasures: Measures = {
  side: 18,
  across: 14,
  beside: 56,
  body: [200, 260],
  many: [152, 220],
  mostPerRow: 8,
  gap: { before: 9, lane: 6, after: 12, least: 26 },
  aside: 24,
  clear: 5,
  label: { breadth: 60, tall: 20 },
}

export const paperMeasures: Measures = {
  side: 5,
  across: 8,
  beside: 24,
  body: [114, 222],
  many: [114, 156],
  mostPerRow: 4,
  gap: { before: 4, lane: 3, after: 4, least: 8 },
  aside: 6,
  clear: 2,
  label: null,
}
