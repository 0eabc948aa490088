/** A field's value as it is read: nothing is ever left blank, and what is unknown is drawn as unknown. */
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import { type ListField, vacant } from '#shared/domain/list-fields.ts'
import type { Entry } from '#shared/domain/repeated.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { EntriesValue } from './entries-value.tsx'
import { useMoment } from './moment.ts'
import { useValueWords } from './value-words.ts'
import { RecordLink } from './record-link.tsx'
import { StructureValue } from './structure-value.tsx'
import { useWords } from './words.ts'
import { countryName } from '#shared/locales/country-name.ts'

export interface FieldValueProps {
  readonly field: FieldDescription
  readonly value: unknown
  readonly labels: Labels
  /** Names of other records without links: in a row that opens as a whole. */
  readonly plain?: boolean
}

export function FieldValue({ field, value, labels, plain = false }: FieldValueProps) {
  const words = useWords()
  const momentText = useMoment()
  if (isEmpty(value))
    return field.maybeNone === true ? (
      <span className="muted">{words.t('app.noneOfThese')}</span>
    ) : (
      <Unknown word={words.t('app.notRegistered')} />
    )
  switch (field.kind) {
    case 'bilingual':
      return <span className={field.long === true ? 'long-text' : undefined}>{words.name(value as Bilingual)}</span>
    case 'choice':
      return value === 'unknown' ? (
        <Unknown word={words.value(field.options, 'unknown')} />
      ) : (
        <span>{words.value(field.options, String(value))}</span>
      )
    case 'choices':
      return (
        <span>
          {(value as readonly string[])
            .map((code) => words.value(field.options, code))
            .join(words.t('app.listSeparator'))}
        </span>
      )
    case 'codes':
      return (
        <span>
          {(value as readonly string[])
            .map((code) => (field.country === true ? countryName(code, words.language) : code))
            .join(words.t('app.listSeparator'))}
        </span>
      )
    case 'reference':
      if (plain) return <span>{words.label(labels, String(value))}</span>
      return <RecordLink id={String(value)} labels={labels} />
    case 'references':
      if (plain)
        return (
          <span>
            {(value as readonly string[]).map((id) => words.label(labels, id)).join(words.t('app.listSeparator'))}
          </span>
        )
      return (
        <span className="record-links">
          {(value as readonly string[]).map((id) => (
            <RecordLink key={id} id={id} labels={labels} />
          ))}
        </span>
      )
    case 'instant':
      return <span>{momentText(String(value))}</span>
    case 'repeated':
      return <EntriesValue parts={field.parts} entries={value as readonly Entry[]} plain={plain} />
    case 'structure':
      return <StructureValue field={field.name} value={value} labels={labels} />
    case 'text':
      if (field.country === true) return <span>{countryName(String(value), words.language)}</span>
      return <span className={field.long === true ? 'long-text' : undefined}>{String(value)}</span>
    case 'code':
    case 'day':
    case 'number':
      return <span>{String(value)}</span>
  }
}

export interface DerivedValueProps {
  readonly field: ListField
  readonly value: string | number | null | readonly (string | number)[]
  readonly labels: Labels
}

/** What is derived of a record, in words. */
export function DerivedValue({ field, value, labels }: DerivedValueProps) {
  const words = useWords()
  const wordsOf = useValueWords()
  const values = Array.isArray(value) ? (value as readonly (string | number)[]) : value === null ? [] : [value]
  if (values.length === 0) return <Unknown word={words.t('app.notRegistered')} />
  if (field.kind === 'holder' && value === vacant) return <Vacancy word={words.t('app.vacant')} />
  return <span>{values.map((each) => wordsOf(field, String(each), labels)).join(words.t('app.listSeparator'))}</span>
}

export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every((part) => part === null || part === '')
}
