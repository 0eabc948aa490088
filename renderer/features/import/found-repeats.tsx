/** Keys of the source that stand in several rows: whether these are records of their own is for a person to say. */
import { useWords } from '#renderer/records/words.ts'
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import type { RepeatedKey } from '#shared/domain/import-report.ts'

interface FoundRepeatsProps {
  readonly repeats: readonly RepeatedKey[]
  readonly mapping: MappingFile
  readonly onMapping: (mapping: MappingFile) => void
}

const shownAtMost = 200
const rowsAtMost = 12
/** A cell shows so much of a key; the key itself is the whole. */
const lettersAtMost = 200

export function FoundRepeats({ repeats, mapping, onMapping }: FoundRepeatsProps) {
  const { t } = useWords()
  const apart = mapping.apart ?? []
  const said = new Set(apart)
  if (repeats.length === 0) return null
  const open = repeats.filter(({ word }) => !said.has(word))
  return (
    <section className="sheet form-section">
      <h2>{t('import.repeats')}</h2>
      <p className="hint">{t('import.repeatsHint')}</p>
      <table className="settings-table import-names">
        <thead>
          <tr>
            <th scope="col">{t('import.levelWord')}</th>
            <th scope="col">{t('import.repeatRows')}</th>
            <th scope="col">{t('import.repeatsApart')}</th>
          </tr>
        </thead>
        <tbody>
          {repeats.slice(0, shownAtMost).map(({ word, rows }) => (
            <tr key={word}>
              <th scope="row">{word.length > lettersAtMost ? `${word.slice(0, lettersAtMost)}…` : word}</th>
              <td className="figures">
                {rows.slice(0, rowsAtMost).join(t('app.listSeparator'))}{' '}
                {rows.length > rowsAtMost && t('import.more', { count: rows.length - rowsAtMost })}
              </td>
              <td>
                <input
                  type="checkbox"
                  aria-label={t('import.repeatsApartOf', { word })}
                  checked={said.has(word)}
                  onChange={(event) =>
                    onMapping({
                      ...mapping,
                      apart: event.currentTarget.checked ? [...apart, word] : apart.filter((each) => each !== word),
                    })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {repeats.length > shownAtMost && (
        <p className="muted">{t('import.more', { count: repeats.length - shownAtMost })}</p>
      )}
      {open.length > 1 && (
        <div className="button-row">
          <button
            type="button"
            className="button"
            onClick={() => onMapping({ ...mapping, apart: [...apart, ...open.map(({ word }) => word)] })}
          >
            {t('import.repeatsAll', { count: open.length })}
          </button>
        </div>
      )}
    </section>
  )
}
