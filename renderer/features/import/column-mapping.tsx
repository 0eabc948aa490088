/** Which column becomes which field; what meets no field stays with the record as it stands. */
import { useWords, type Words } from '#renderer/records/words.ts'
import { fields } from '#shared/domain/fields.ts'
import type { PreviewSheet } from '#shared/domain/import-report.ts'
import { type ImportNoun, importProfiles } from '#shared/domain/import-profile.ts'
import type { Target } from '#shared/domain/import-targets.ts'

export interface ColumnMappingProps {
  readonly noun: ImportNoun
  readonly sheet: PreviewSheet
  /** All columns by their position, `#3`. */
  readonly onChange: (columns: Readonly<Record<string, Target | null>>) => void
}

export function ColumnMapping({ noun, sheet, onChange }: ColumnMappingProps) {
  const words = useWords()
  const { t } = words
  const change = (position: number, target: Target | null) =>
    onChange(
      Object.fromEntries(
        sheet.columns.map((column) => [
          `#${String(column.position)}`,
          column.position === position ? target : column.target,
        ]),
      ),
    )
  return (
    <section className="sheet form-section">
      <h2>{t('import.columns')}</h2>
      <div className="mapping-rows">
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.sample')}</th>
              <th scope="col">{t('import.field')}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.columns.map((column) => (
              <tr key={column.position}>
                <th scope="row" className="mapping-column">
                  {column.label}
                </th>
                <td className="mapping-sample">
                  <span className="cell-line">{column.samples.join(t('app.listSeparator'))}</span>
                </td>
                <td className="mapping-target">
                  <select
                    className="input"
                    aria-label={column.label}
                    value={column.target ?? ''}
                    onChange={(event) =>
                      change(column.position, event.currentTarget.value === '' ? null : event.currentTarget.value)
                    }
                  >
                    <option value="">{t('import.keepAsNote')}</option>
                    {[...importProfiles[noun].readings.keys()].map((target) => (
                      <option key={target} value={target}>
                        {targetWords(words, noun, target)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** What stands around a record, and has a word of its own. */
const around = [
  'unit',
  'owner',
  'ownerReading',
  'executive',
  'givenBy',
  'givenByPerson',
  'to',
  'toPerson',
  'judgedOn',
  'rationale',
  'controls',
  'plannedControls',
  'termHolder',
  'termFrom',
  ...['inherent', 'residual', 'target'].flatMap((stage) => [`${stage}Likelihood`, `${stage}Impact`]),
]

/** The field that a target names, in words: `name.ja` is the name in Japanese. */
function targetWords(words: Words, noun: ImportNoun, target: Target): string {
  // Contracts and units have a field of the name `to`.
  if (around.includes(target) && !fields[noun].some(({ name }) => name === target))
    return words.t(noun !== 'system' && target === 'owner' ? 'import.target.ownerOfRecord' : `import.target.${target}`)
  const [field = '', slot] = target.split('.')
  const name = words.field(noun, field)
  if (slot === undefined) return name
  return words.t(slot === 'ja' ? 'import.inJa' : 'import.inEn', { field: name })
}
