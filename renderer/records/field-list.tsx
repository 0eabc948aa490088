/** Some fields of a record as they are read, one beneath the other. */
import type { Labels } from '#shared/contract/base.ts'
import { fields } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { FieldValue } from './field-value.tsx'
import { valueOf } from './value-of.ts'
import { useWords } from './words.ts'

export interface FieldListProps {
  readonly noun: Noun
  /** In the order of the noun's description, whatever order they are named in. */
  readonly names: readonly string[]
  readonly record: object
  readonly labels: Labels
}

/** Lines of a list of keys and values (`dl`). */
export function FieldList({ noun, names, record, labels }: FieldListProps) {
  const words = useWords()
  return fields[noun]
    .filter((field) => names.includes(field.name))
    .map((field) => (
      <div key={field.name}>
        <dt>{words.field(noun, field.name)}</dt>
        <dd>
          <FieldValue field={field} value={valueOf(record, field.name)} labels={labels} />
        </dd>
      </div>
    ))
}
