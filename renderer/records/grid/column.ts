/**
 * A column of a list, described once per noun (field-column.tsx makes most of them from fields.ts), and how a person has laid
 * the columns out. The grid draws what it is given; the list keeps the layout and asks the register.
 */
import type { ComponentType } from 'react'
import type { ListRow } from '#renderer/records/noun-screen.ts'
import type { Words } from '#renderer/records/words.ts'
import type { ListField } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'

export interface ColumnWidths {
  readonly ja: number
  readonly en: number
}

export interface Column<N extends CodedNoun> {
  /** The name of its list field (list-fields.ts), which says how it sorts, filters and groups and whether people edit it. */
  readonly id: string
  readonly field: ListField
  readonly heading: (words: Words) => string
  /** Pixels, in Japanese and in English where they differ; the column without one takes the rest. */
  readonly width?: number | ColumnWidths
  readonly end?: true
  readonly Cell: ComponentType<{ readonly row: ListRow<N> }>
}

/** Row heights in pixels. */
export const densities = { compact: 28, row: 32, roomy: 40 } as const
export type Density = keyof typeof densities

export interface ColumnLayout {
  /** Ids of the columns that are shown, in their order; the first one stays in view. */
  readonly shown: readonly string[]
  /** Widths that a person has set, by column. */
  readonly widths: Readonly<Record<string, number>>
  readonly density: Density
}

export const narrowestColumn = 48
export const widestColumn = 900
/** What the column without a width keeps; beyond that the table is scrolled sideways. */
export const narrowestName = 140

/** The width that is set or described; undefined for the column that takes the rest. */
export function widthOf<N extends CodedNoun>(
  column: Column<N>,
  layout: ColumnLayout,
  language: 'ja' | 'en',
): number | undefined {
  const { width } = column
  return layout.widths[column.id] ?? (typeof width === 'object' ? width[language] : width)
}
