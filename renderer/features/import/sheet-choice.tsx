/** Which sheet of a workbook, or list within JSON, is read. Hidden sheets are named as such. */
import { useWords } from '#renderer/records/words.ts'
import type { ImportPreview } from '#shared/domain/import-report.ts'

export interface SheetChoiceProps {
  readonly preview: ImportPreview
  readonly onChoose: (sheet: string) => void
}

export function SheetChoice({ preview, onChoose }: SheetChoiceProps) {
  const { t } = useWords()
  if (preview.sheetName === null) return null
  return (
    <section className="sheet form-section">
      <label className="field-label" htmlFor="import-sheet">
        {t(preview.format === 'json' ? 'import.jsonList' : 'import.sheet')}
      </label>
      <select
        id="import-sheet"
        className="input import-side"
        value={preview.sheetName}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {preview.sheets.map(({ name, state }) => (
          <option key={name} value={name}>
            {t(`import.sheetState.${state}`, { name })}
          </option>
        ))}
      </select>
    </section>
  )
}
