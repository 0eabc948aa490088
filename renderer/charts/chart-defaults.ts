/**
 * What holds for every chart, on screen and on paper. Nothing moves, because paper may be made of the very first picture;
 * nothing takes the focus or answers to the pointer, because the table beside the chart says the same in words.
 */
export const chartDefaults = { accessibilityLayer: false, margin: { top: 0, right: 0, bottom: 0, left: 0 } } as const

export const seriesDefaults = { isAnimationActive: false, legendType: 'none' } as const

/** The line of what is allowed. */
export const limitLine = { stroke: 'var(--daicho-appetite)', strokeWidth: 2 } as const

/**
 * Upright gridlines at these pixels, none across. Places are given rather than values: for values recharts measures the
 * words of every tick of both axes, hidden or not, with an element that it leaves in the document.
 */
export function uprightGrid(places: readonly number[]) {
  return { stroke: 'var(--daicho-chart-grid)', horizontal: false, horizontalPoints: [0], verticalPoints: [...places] }
}
