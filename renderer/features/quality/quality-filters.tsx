/** Which findings are shown: by severity, noun, unit and who answers. */
import { useId } from 'react'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { QualityFilter } from '#shared/contract/quality.ts'
import { qualityNouns, severities } from '#shared/domain/quality/quality-rule.ts'

export interface QualityFiltersProps {
  readonly filter: QualityFilter
  readonly labels: Labels
  readonly onChange: (filter: QualityFilter) => void
}

export function QualityFilters({ filter, labels, onChange }: QualityFiltersProps) {
  const words = useWords()
  const { t } = words
  const id = useId()
  const isFiltered = Object.values(filter).some((value) => value !== null)
  return (
    <div className="quality-filters" role="search" aria-label={t('quality.filter')}>
      <div>
        <label className="field-label" htmlFor={`${id}-severity`}>
          {t('quality.column.severity')}
        </label>
        <select
          id={`${id}-severity`}
          className="input"
          value={filter.severity ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...filter, severity: severities.find((each) => each === value) ?? null })
          }
        >
          <option value="">{t('app.all')}</option>
          {severities.map((each) => (
            <option key={each} value={each}>
              {t(`quality.severity.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="field-label" htmlFor={`${id}-noun`}>
          {t('quality.column.noun')}
        </label>
        <select
          id={`${id}-noun`}
          className="input"
          value={filter.noun ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...filter, noun: qualityNouns.find((each) => each === value) ?? null })
          }
        >
          <option value="">{t('app.all')}</option>
          {qualityNouns.map((each) => (
            <option key={each} value={each}>
              {t(`quality.noun.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="field-label" htmlFor={`${id}-unit`}>
          {words.one('unit')}
        </label>
        <ReferencePicker
          id={`${id}-unit`}
          nouns={['unit']}
          value={filter.unitId}
          label={(filter.unitId === null ? null : labels[filter.unitId]) ?? null}
          onChange={(unitId) => onChange({ ...filter, unitId })}
        />
      </div>
      <div>
        <label className="field-label" htmlFor={`${id}-owner`}>
          {t('quality.column.owner')}
        </label>
        <ReferencePicker
          id={`${id}-owner`}
          nouns={['person']}
          value={filter.ownerId}
          label={(filter.ownerId === null ? null : labels[filter.ownerId]) ?? null}
          onChange={(ownerId) => onChange({ ...filter, ownerId })}
        />
      </div>
      {isFiltered && (
        <button
          type="button"
          className="button"
          onClick={() => onChange({ severity: null, noun: null, unitId: null, ownerId: null })}
        >
          {t('quality.clearFilter')}
        </button>
      )}
    </div>
  )
}
