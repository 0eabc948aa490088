/**
 * The box of one chart: its size on the page, and how many marks stand in it when it
 * is drawn. recharts draws a chart in several steps after it was mounted; `chartWithoutMarks` tells the printed page when all
 * are there.
 */
import type { ReactNode } from 'react'

interface Props {
  /** The name of the drawing in it (see `named`); null where the same words stand beside the chart anyway. */
  label: string | null
  /** How many elements of class `chart-mark` the drawn chart holds. */
  marks: number
  width: number
  height: number
  children: ReactNode
}

/** The class of every element that `marks` counts. */
export const markClass = 'chart-mark'

export function ChartFrame({ label, marks, width, height, children }: Props) {
  return (
    <div
      style={{ width, height, flex: 'none' }}
      data-chart-marks={marks}
      {...(label === null && { 'aria-hidden': true })}
    >
      {children}
    </div>
  )
}

/**
 * The name of a chart, for its drawing itself: on a box around the drawing it would be lost in the tags of a PDF wherever no
 * word stands in the chart, and with it the cell of the table around it.
 */
export function named(label: string | null) {
  return label === null ? {} : { role: 'img', 'aria-label': label }
}

/** The first chart within `root` in which not every mark stands yet, or null. */
export function chartWithoutMarks(root: ParentNode): Element | null {
  for (const chart of root.querySelectorAll('[data-chart-marks]'))
    if (chart.querySelectorAll(`.${markClass}`).length !== Number(chart.getAttribute('data-chart-marks'))) return chart
  return null
}
