/** Keys of the source that stand in several rows: whether these are records of their own is for a person to say. */
import { useWords } from '#renderer/records/words.ts'
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import type { RejectedRow } from '#shared/domain/import-report.ts'

interface FoundRepeatsProps {
  readonly rejected: readonly RejectedRow[]
  readonly mapping: MappingFile
  readonly onMapping: (mapping: MappingFile) => void
}

const shownAtMost = 200

export function FoundRepeats({ rejected, mapping, onMapping }: FoundRepeatsProps) {
  const { t } = useWords()
  const apart = mapping.apart ?? []
  const open = Map.groupBy(
    rejected.filter(({ reason, value }) => reason === 'KEY_REPEATED' && !apart.includes(value)),
    ({ value }) => value,
  )
  const words = [...apart, ...open.keys()]
  if (words.length === 0) return null
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
          {words.slice(0, shownAtMost).map((word) => {
            const rows = open.get(word) ?? []
            return (
              <tr key={word}>
                <th scope="row">{word}</th>
                <td className="figures">
                  {rows
                    .flatMap(({ row, earlier }, index) => (index === 0 ? [earlier, row] : [row]))
                    .join(t('app.listSeparator'))}
                </td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={t('import.repeatsApartOf', { word })}
                    checked={apart.includes(word)}
                    onChange={(event) =>
                      onMapping({
                        ...mapping,
                        apart: event.currentTarget.checked ? [...apart, word] : apart.filter((each) => each !== word),
                      })
                    }
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {words.length > shownAtMost && <p className="muted">{t('import.more', { count: words.length - shownAtMost })}</p>}
    </section>
  )
}
