/** The first rows of the sheet as they stand, to say which of them holds the headings. */
import { useWords } from '#renderer/records/words.ts'
import type { PreviewSheet } from '#shared/domain/import-report.ts'

export interface HeaderRowChoiceProps {
  readonly sheet: PreviewSheet
  readonly encoding: string | null
  readonly onChoose: (headerRow: number) => void
}

const cellsShown = 8

export function HeaderRowChoice({ sheet, encoding, onChoose }: HeaderRowChoiceProps) {
  const { t } = useWords()
  return (
    <section className="sheet form-section">
      <h2>
        {t('import.headerRow')}{' '}
        {encoding !== null && (
          <span className="hint">
            {t('import.encoding')} {encoding}
          </span>
        )}
        {sheet.headerRow !== 0 && (
          <button type="button" className="text-button" onClick={() => onChoose(0)}>
            {t('import.noHeaderRow')}
          </button>
        )}
      </h2>
      <div className="top-rows">
        <table className="settings-table">
          <tbody>
            {sheet.top.map(({ row, cells }) => (
              <tr key={row} data-header={row === sheet.headerRow}>
                <td className="figures muted">{row}</td>
                <td>
                  {row === sheet.headerRow ? (
                    <b>{t('import.headerNow')}</b>
                  ) : (
                    <button type="button" className="text-button" onClick={() => onChoose(row)}>
                      {t('import.useAsHeader')}
                    </button>
                  )}
                </td>
                {cells.slice(0, cellsShown).map((cell, index) => (
                  <td key={index} className="top-cell" title={cell}>
                    <span className="cell-line">{cell}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
