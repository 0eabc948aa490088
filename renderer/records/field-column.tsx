/** Columns made from the description of a list field: most columns of most lists. */
import type { ComponentType } from 'react'
import { type ListField, listField, listFields } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { DueDay } from './day-value.tsx'
import { DerivedValue, FieldValue } from './field-value.tsx'
import type { Column, ColumnWidths } from './grid/column.ts'
import type { ListRow, NounScreen } from './noun-screen.ts'
import { nameOf } from './record-panel.tsx'
import { valueOf } from './value-of.ts'
import { useWords, type Words } from './words.ts'

export interface ColumnParts<N extends CodedNoun> {
  readonly end?: true
  /** What stands in the cell, where it is more than the value in words. */
  readonly Cell?: ComponentType<{ readonly row: ListRow<N> }>
}

export function codeColumn<N extends CodedNoun>(noun: N): Column<N> {
  return fieldColumn(noun, 'code', 90, { Cell: Code })
}

function Code<N extends CodedNoun>({ row }: { readonly row: ListRow<N> }) {
  return <span className="code">{row.record.code}</span>
}

/** The name, on one line; the whole of it stands in the panel. Without a width: it takes what the others leave. */
export function nameColumn<N extends CodedNoun>(noun: N): Column<N> {
  return fieldColumn(noun, 'name', undefined, { Cell: Name })
}

function Name<N extends CodedNoun>({ row }: { readonly row: ListRow<N> }) {
  const words = useWords()
  return <span className="cell-line">{words.name(nameOf(row.record))}</span>
}

export function fieldColumn<N extends CodedNoun>(
  noun: N,
  name: string,
  width: number | ColumnWidths | undefined,
  parts: ColumnParts<N> = {},
): Column<N> {
  const field = listField(noun, name)
  if (field === undefined) throw new Error(`no list field ${noun}.${name}`)
  return {
    id: name,
    field,
    heading: (words) => headingOf(words, noun, field),
    Cell: parts.Cell ?? plainCell(field),
    ...(width === undefined ? {} : { width }),
    ...(parts.end === true || field.kind === 'number' ? { end: true } : {}),
  }
}

/** What a list field is called over its column and in its chip. */
export function headingOf(words: Words, noun: CodedNoun, field: ListField): string {
  return field.derived === true ? words.t(`listField.${noun}.${field.name}`) : words.field(noun, field.name)
}

function plainCell<N extends CodedNoun>(field: ListField): Column<N>['Cell'] {
  function Cell({ row }: { readonly row: ListRow<N> }) {
    return (
      <span className="cell-line">
        {field.derived === true || field.kind === 'holder' ? (
          <DerivedValue field={field} value={row.values[field.name] ?? null} labels={row.labels} />
        ) : isDue(field) ? (
          <DueDay day={valueOf(row.record, field.name) as string | null} />
        ) : (
          <FieldValue field={field} value={valueOf(row.record, field.name)} labels={row.labels} plain />
        )}
      </span>
    )
  }
  return Cell
}

/** A day by which something is owed: past ones are marked. */
function isDue(field: ListField): boolean {
  return field.name === 'nextReviewOn'
}

/** Widths of columns that nobody has given one. */
function usualWidth(field: ListField): number {
  switch (field.kind) {
    case 'day':
      return isDue(field) ? 160 : 112
    case 'number':
      return 84
    case 'choice':
      return 140
    case 'references':
    case 'choices':
      return 220
    case 'bilingual':
      return 260
    default:
      return 160
  }
}

/** Every column of a noun: those its screen describes, then one for each other list field. */
export function allColumns<N extends CodedNoun>(screen: NounScreen<N>): readonly Column<N>[] {
  const described = new Set(screen.columns.map(({ id }) => id))
  return [
    ...screen.columns,
    ...listFields[screen.noun]
      .filter((field) => field.kind !== 'structure' && !described.has(field.name))
      .map((field) => fieldColumn(screen.noun, field.name, usualWidth(field))),
  ]
}
