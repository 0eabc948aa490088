/**
 * The column that tells the rows of a list apart, at this import and the next: found out by itself, or chosen. A column of whose words
 * many come again is not taken by itself; that it was not is said, since a person may know that its rows are records of their own.
 */
import { useId } from 'react'
import { useWords } from '#renderer/records/words.ts'
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import type { PreviewSheet } from '#shared/domain/import-report.ts'
import { keyWords } from './import-report-view.tsx'

interface KeyChoiceProps {
  readonly sheet: PreviewSheet
  readonly mapping: MappingFile
  readonly onMapping: (mapping: MappingFile) => void
}

export function KeyChoice({ sheet, mapping, onMapping }: KeyChoiceProps) {
  const { t } = useWords()
  const id = useId()
  const { report, columns } = sheet
  const left = report?.found.keyLeft ?? null
  const position = (label: string) => columns.find((column) => column.label === label)?.position
  const said = typeof mapping.key === 'object' ? mapping.key.column : position(mapping.key ?? '')
  const choose = (column: number | null) => {
    const { key: _old, ...others } = mapping
    onMapping(column === null ? others : { ...others, key: { column } })
  }
  const leftAt = left === null ? undefined : position(left.column)
  return (
    <section className="sheet form-section">
      <label className="field-label" htmlFor={id}>
        {t('import.keyColumn')}
      </label>
      <select
        id={id}
        className="input import-key"
        value={said ?? ''}
        onChange={(event) => choose(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
      >
        <option value="">
          {report === null || said !== undefined
            ? t('import.keyColumnFound')
            : t('import.keyColumnNow', { key: keyWords(t, report.key) })}
        </option>
        {columns.map((column) => (
          <option key={column.position} value={column.position}>
            {column.label}
          </option>
        ))}
      </select>
      {left !== null && (
        <p className="hint">
          {t('import.keyLeft', { column: left.column, rows: left.rows })}{' '}
          {leftAt !== undefined && (
            <button type="button" className="text-button" onClick={() => choose(leftAt)}>
              {t('import.keyLeftTake', { column: left.column })}
            </button>
          )}
        </p>
      )}
    </section>
  )
}
