/**
 * What a list leaves to a person: choices that every record owes, what the words of its scale mean here, names that nobody bears.
 * Nothing of it is guessed; what is suggested counts once it is taken.
 */
import { useWords } from '#renderer/records/words.ts'
import { type FieldDescription, fields, options } from '#shared/domain/fields.ts'
import type { ImportNoun } from '#shared/domain/import-profile.ts'
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import { gradeAxes } from '#shared/domain/import-record/record-targets.ts'
import { levelsOf } from '#shared/domain/import-record/settled-mapping.ts'
import type { LevelWord, RecordFindings } from '#shared/domain/import-report.ts'
import { impactDimensions } from '#shared/domain/scoring.ts'
import { FoundNames } from './found-names.tsx'

interface Props {
  readonly noun: ImportNoun
  readonly found: RecordFindings
  readonly mapping: MappingFile
  readonly onMapping: (mapping: MappingFile) => void
}

export function FoundChoices({ noun, found, mapping, onMapping }: Props) {
  const { t } = useWords()
  return (
    <>
      {found.tool !== null && (
        <p className="plain-notice">{t('import.readAsTool', { tool: t(`import.tool.${found.tool}`) })}</p>
      )}
      <Owed noun={noun} found={found} mapping={mapping} onMapping={onMapping} />
      {found.levels.length > 0 && <Levels levels={found.levels} mapping={mapping} onMapping={onMapping} />}
      <FoundNames list={noun} found={found} mapping={mapping} onMapping={onMapping} />
    </>
  )
}

/** A choice for all rows that state none, and the dimension of the one impact of a source. */
function Owed({ noun, found, mapping, onMapping }: Props) {
  const words = useWords()
  const { t } = words
  const said = Object.keys(mapping.defaults ?? {})
  const choices = fields[noun].filter(
    (field): field is FieldDescription & { kind: 'choice' } =>
      // The side of directions has a place of its own, since it is never unsaid.
      field.kind === 'choice' &&
      !(noun === 'direction' && field.name === 'side') &&
      (found.needed.includes(field.name) || said.includes(field.name)),
  )
  const asksDimension = found.levels.length > 0
  if (choices.length === 0 && !asksDimension) return null
  return (
    <section className="sheet form-section">
      <h2>{t('import.forAllRows')}</h2>
      <div className="import-owed">
        {choices.map((field) => (
          <label key={field.name} className="field-label">
            {words.field(noun, field.name)}
            <select
              className="input import-side"
              value={mapping.defaults?.[field.name] ?? ''}
              onChange={(event) => {
                const { [field.name]: _old, ...others } = mapping.defaults ?? {}
                const code = event.currentTarget.value
                onMapping({ ...mapping, defaults: code === '' ? others : { ...others, [field.name]: code } })
              }}
            >
              <option value="">{t('import.chooseOne')}</option>
              {options[field.options].map((code) => (
                <option key={code} value={code}>
                  {words.value(field.options, code)}
                </option>
              ))}
            </select>
          </label>
        ))}
        {asksDimension && (
          <label className="field-label">
            {t('import.impactDimension')}
            <select
              className="input import-side"
              value={mapping.impactDimension ?? ''}
              onChange={(event) => {
                const { impactDimension: _old, ...others } = mapping
                const dimension = impactDimensions.find((each) => each === event.currentTarget.value)
                onMapping(dimension === undefined ? others : { ...others, impactDimension: dimension })
              }}
            >
              <option value="">{t('import.chooseOne')}</option>
              {impactDimensions.map((each) => (
                <option key={each} value={each}>
                  {t(`impactDimension.${each}`)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </section>
  )
}

const grades = [1, 2, 3, 4, 5] as const

function Levels({
  levels,
  mapping,
  onMapping,
}: Pick<Props, 'mapping' | 'onMapping'> & { readonly levels: readonly LevelWord[] }) {
  const { t } = useWords()
  const open = levels.filter(({ settled }) => !settled)
  const settle = (word: LevelWord, said: string) => {
    const { [word.word]: _old, ...others } = mapping.levels?.[word.axis] ?? {}
    const grade = grades.find((each) => String(each) === said)
    const words = said === '' ? others : { ...others, [word.word]: grade ?? null }
    onMapping({ ...mapping, levels: { ...mapping.levels, [word.axis]: words } })
  }
  return (
    <section className="sheet form-section">
      <h2>{t('import.levels')}</h2>
      <p className="hint">{t('import.levelsHint')}</p>
      <table className="settings-table import-levels">
        <thead>
          <tr>
            <th scope="col">{t('import.levelAxis')}</th>
            <th scope="col">{t('import.levelWord')}</th>
            <th scope="col">{t('import.levelRows')}</th>
            <th scope="col">{t('import.levelGrade')}</th>
          </tr>
        </thead>
        <tbody>
          {gradeAxes.flatMap((axis) =>
            levels
              .filter((each) => each.axis === axis)
              .map((each) => (
                <tr key={`${axis} ${each.word}`}>
                  <td>{t(`import.axis.${axis}`)}</td>
                  <th scope="row">{each.word}</th>
                  <td className="figures">{each.rows.toLocaleString('en')}</td>
                  <td>
                    <select
                      className="input"
                      aria-label={`${t(`import.axis.${axis}`)} ${each.word}`}
                      value={gradeSaid(mapping, each)}
                      onChange={(event) => settle(each, event.currentTarget.value)}
                    >
                      <option value="">
                        {each.suggestion === null
                          ? t('import.levelOpen')
                          : t('import.levelSuggested', { grade: each.suggestion })}
                      </option>
                      {grades.map((grade) => (
                        <option key={grade} value={grade}>
                          {grade}
                        </option>
                      ))}
                      <option value="none">{t('import.levelNone')}</option>
                    </select>
                  </td>
                </tr>
              )),
          )}
        </tbody>
      </table>
      {open.some(({ suggestion }) => suggestion !== null) && (
        <div className="button-row">
          <button
            type="button"
            className="button"
            onClick={() => onMapping({ ...mapping, levels: { ...mapping.levels, ...suggestedOf(levels) } })}
          >
            {t('import.takeSuggestions', { count: open.filter(({ suggestion }) => suggestion !== null).length })}
          </button>
        </div>
      )}
    </section>
  )
}

/** What the person has said of a word: as the choice stands, or as the mapping was read. */
function gradeSaid(mapping: MappingFile, { axis, word, settled, grade }: LevelWord): string {
  const said = mapping.levels?.[axis]?.[word]
  if (said !== undefined) return String(said ?? 'none')
  return settled ? String(grade ?? 'none') : ''
}

/** All words that are settled, and those that have a suggestion; the rest stays open. */
function suggestedOf(levels: readonly LevelWord[]): NonNullable<MappingFile['levels']> {
  return (
    levelsOf(
      levels.filter(({ settled, suggestion }) => settled || suggestion !== null),
      true,
    ) ?? {}
  )
}
