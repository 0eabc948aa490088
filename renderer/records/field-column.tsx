/** Columns made from the description of a field: most columns of most lists. */
import { fields } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { FieldValue } from './field-value.tsx'
import type { Column, ColumnWidths, ListRow } from './noun-screen.ts'
import { nameOf } from './record-panel.tsx'
import { useWords } from './words.ts'

export function codeColumn<N extends CodedNoun>(): Column<N> {
  function Code({ row }: { readonly row: ListRow<N> }) {
    return <span className="code">{row.record.code}</span>
  }
  return { id: 'code', heading: (words) => words.t('app.code'), width: 90, sortBy: 'code', Cell: Code }
}

/** The name, on one line; the whole of it stands in the panel. */
export function nameColumn<N extends CodedNoun>(noun: N): Column<N> {
  function Name({ row }: { readonly row: ListRow<N> }) {
    const words = useWords()
    return <span className="cell-line">{words.name(nameOf(row.record))}</span>
  }
  return { id: 'name', heading: (words) => words.field(noun, 'name'), sortBy: 'name', Cell: Name }
}

/** `sortable` false for what is kept as a list. */
export function fieldColumn<N extends CodedNoun>(
  noun: N,
  name: string,
  width: number | ColumnWidths,
  sortable = true,
): Column<N> {
  const field = fields[noun].find((each) => each.name === name)
  if (field === undefined) throw new Error(`no field ${noun}.${name}`)
  function Cell({ row }: { readonly row: ListRow<N> }) {
    return (
      <span className="cell-line">
        {field !== undefined && (
          <FieldValue field={field} value={Reflect.get(row.record, name)} labels={row.labels} plain />
        )}
      </span>
    )
  }
  return { id: name, heading: (words) => words.field(noun, name), width, Cell, ...(sortable ? { sortBy: name } : {}) }
}
