/** Where a file can be read in several encodings, a person says which sample reads right. */
import { useWords } from '#renderer/records/words.ts'
import type { ImportPreview } from '#shared/domain/import-report.ts'

export interface EncodingChoiceProps {
  readonly preview: ImportPreview
  readonly onChoose: (encoding: string) => void
}

export function EncodingChoice({ preview, onChoose }: EncodingChoiceProps) {
  const { t } = useWords()
  return (
    <section className="sheet form-section">
      <h2>{t('import.encoding')}</h2>
      {preview.encoding === null && <p>{t('import.encodingAsk')}</p>}
      <ul className="encodings">
        {preview.candidates.map((candidate) => (
          <li key={candidate.encoding}>
            <button
              type="button"
              className="button"
              aria-pressed={candidate.encoding === preview.encoding}
              onClick={() => onChoose(candidate.encoding)}
            >
              {t('import.encodingUse', { encoding: candidate.encoding })}
            </button>
            <span className="encoding-sample">{candidate.sample}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
