/** A sheet as a preview shows it before anything is read of its rows: columns with some words of each, and the first rows. */
import type { Mapping } from '#shared/domain/import-mapping.ts'
import type { PreviewSheet } from '#shared/domain/import-report.ts'
import type { Layout } from './layout.ts'

const longestShown = 200
const samples = 3

export function shownSheet(
  layout: Layout,
  mapping: Mapping,
  { keyChoice, isShown = () => true }: { readonly keyChoice: boolean; readonly isShown?: (index: number) => boolean },
): PreviewSheet {
  return {
    delimiter: layout.delimiter,
    headerRow: layout.headerRow,
    columns: mapping.columns
      .filter(({ index }) => isShown(index))
      .map(({ index, label }) => ({
        position: index + 1,
        label,
        target: mapping.units.includes(index) ? 'unit' : (mapping.targets.get(index) ?? null),
        samples: [...new Set(layout.sample.map((cells) => cells[index] ?? '').filter((cell) => cell.trim() !== ''))]
          .slice(0, samples)
          .map((cell) => cell.slice(0, longestShown)),
      })),
    keyChoice,
    top: layout.top.map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.slice(0, longestShown)) })),
    report: null,
    problem: null,
  }
}
