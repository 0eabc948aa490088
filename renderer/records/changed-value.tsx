/** A field as it was and as it is, each with the names of its own time. */
import type { Labels } from '#shared/contract/base.ts'
import type { FieldChange } from '#shared/domain/compare/field-changes.ts'
import { fields } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { Entry } from '#shared/domain/repeated.ts'
import { EntriesChange } from './entries-value.tsx'
import { isCoded } from './field-input.tsx'
import { FieldValue } from './field-value.tsx'
import { RecordLink } from './record-link.tsx'
import { useWords } from './words.ts'

interface ChangedValueProps {
  readonly noun: Noun
  readonly change: Pick<FieldChange, 'field' | 'before' | 'after'>
  /** Of a record that came: what it is, without what it was. */
  readonly isNew: boolean
  readonly before: Labels
  readonly after: Labels
}

export function ChangedValue({ noun, change, isNew, before, after }: ChangedValueProps) {
  const words = useWords()
  const { field } = change
  const description = fields[noun].find((each) => each.name === field)
  if (!isNew && description?.kind === 'repeated')
    return (
      <EntriesChange
        parts={description.parts}
        before={(change.before ?? []) as readonly Entry[]}
        after={(change.after ?? []) as readonly Entry[]}
      />
    )
  return (
    <>
      {!isNew && (
        <>
          <Value noun={noun} field={field} value={change.before} labels={before} />{' '}
          <span aria-label={words.t('app.becomes')}>→</span>{' '}
        </>
      )}
      <Value noun={noun} field={field} value={change.after} labels={after} />
    </>
  )
}

/** References to what has no name of its own (a version of the scale, a run of import) say nothing to a reader. */
export function isUnnamed(noun: Noun, field: string): boolean {
  const description = fields[noun].find((each) => each.name === field)
  return description?.kind === 'reference' && !isCoded(description.noun)
}

interface ValueProps {
  readonly noun: Noun
  readonly field: string
  readonly value: unknown
  readonly labels: Labels
}

export function Value({ noun, field, value, labels }: ValueProps) {
  const description = fields[noun].find((each) => each.name === field)
  if (description === undefined) return <span>{typeof value === 'string' ? value : JSON.stringify(value)}</span>
  if (field === 'subjectId' && typeof value === 'string' && labels[value] !== undefined)
    return <RecordLink id={value} labels={labels} />
  return <FieldValue field={description} value={value} labels={labels} />
}
