/**
 * The columns of a noun's file, made from fields.ts: codes with their labels in both languages, references by code and
 * name, several values joined (and one by one in a link file), structures spread over columns or files of their own.
 */
import { type FieldDescription, fields } from '#shared/domain/fields.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { type Entry, writeEntries } from '#shared/domain/repeated.ts'
import { stateKeys } from '#shared/domain/register-state.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { canonicalJson } from '../store/canonical.ts'
import { snake } from '../store/tables.ts'
import { type Cell, type ColumnDescription, joiner } from './cell.ts'
import { fieldWords, optionLabels, partOf, words } from './labels.ts'
import type { RecordCalls } from './names.ts'
import { type Structure, structureOf } from './structures.ts'

export type Fields = Readonly<Record<string, unknown>>

/** A column with what it takes from a record. */
export interface NounColumn extends ColumnDescription {
  readonly of: (record: Fields, names: RecordCalls) => Cell
  /** Follows from another column (a label, a name): says nothing of its own in a comparison. */
  readonly derived?: true
}

export function fileOf(noun: Noun): string {
  return noun === 'organisation' ? 'organisation.csv' : `${snake(stateKeys[noun])}.csv`
}

/** True where records of the noun carry a code that people see. */
export function isCoded(noun: Noun): boolean {
  return fields[noun].some((field) => field.kind === 'code')
}

/** `dependsOnIds` → `depends_on`, `unitId` → `unit`; only references lose their ending. */
export function baseName(field: FieldDescription): string {
  const refers = field.kind === 'reference' || field.kind === 'references' || field.name === 'subjectId'
  return snake(refers ? field.name.replace(/Ids?$/, '') : field.name)
}

function isNamed(noun: Noun): boolean {
  return fields[noun].some((field) => field.name === 'name')
}

const identity = (sample: string | null): readonly NounColumn[] => [
  { name: 'id', kind: 'text', label: words('bundle.column.id'), required: true, of: (record) => text(record.id) },
  {
    name: 'version',
    kind: 'integer',
    label: words('bundle.column.version'),
    required: true,
    derived: true,
    of: (record) => record.version as number,
  },
  {
    name: 'withdrawn_on',
    kind: 'day',
    label: words('bundle.column.withdrawnOn'),
    of: (record) => part(record.withdrawn, 'on'),
  },
  {
    name: 'withdrawn_reason',
    kind: 'text',
    label: words('bundle.column.withdrawnReason'),
    of: (record) => part(record.withdrawn, 'reason'),
  },
  sampleColumn(sample),
]

/** Says in every row of a sample register's files what they are; empty in a real one's. */
export function sampleColumn(sample: string | null): NounColumn {
  return { name: 'sample', kind: 'text', label: words('bundle.column.sample'), derived: true, of: () => sample }
}

/** All columns of a noun: code and name, identity, then the fields in their order, so that a new field is a new last column. */
export function nounColumns(noun: Noun, sample: string | null): NounColumn[] {
  const groups = fields[noun].map((field) => ({ field, columns: columnsOf(noun, field) }))
  const first = groups.filter(({ field }) => field.kind === 'code' || field.name === 'name')
  const rest = groups.filter((group) => !first.includes(group))
  return [...first.flatMap((group) => group.columns), ...identity(sample), ...rest.flatMap((group) => group.columns)]
}

function columnsOf(noun: Noun, field: FieldDescription): NounColumn[] {
  const name = baseName(field)
  const label = fieldWords(noun, field.name)
  const value = (record: Fields) => record[field.name]
  const required = field.required ? ({ required: true } as const) : {}
  switch (field.kind) {
    case 'code':
      return [{ name, kind: 'text', label, required: true, of: (record) => text(value(record)) }]
    case 'text':
      if (field.name === 'subjectId') return subjectColumns(name, label)
      return [{ name, kind: 'text', label, ...required, of: (record) => text(value(record)) }]
    case 'day':
    case 'instant':
      return [{ name, kind: field.kind, label, ...required, of: (record) => text(value(record)) }]
    case 'number':
      return [{ name, kind: 'number', label, ...required, of: (record) => value(record) as number | null }]
    case 'bilingual':
      return (['ja', 'en'] as const).map((language) => ({
        name: `${name}_${language}`,
        kind: 'text',
        label: partOf(label, words(`value.language.${language}`)),
        of: (record) => part(value(record), language),
      }))
    case 'choice': {
      const labels = optionLabels(field.options)
      const word = (language: 'ja' | 'en'): NounColumn => ({
        name: `${name}_${language}`,
        kind: 'text',
        label: partOf(label, words(`value.language.${language}`)),
        derived: true,
        of: (record) => labels.get(String(value(record)))?.[language] ?? null,
      })
      const code: NounColumn = {
        name: `${name}_code`,
        kind: 'text',
        label: partOf(label, words('bundle.part.code')),
        options: field.options,
        ...required,
        of: (record) => text(value(record)),
      }
      return [code, word('ja'), word('en')]
    }
    case 'choices': {
      const labels = optionLabels(field.options)
      const all = (record: Fields) => value(record) as readonly string[]
      const word = (language: 'ja' | 'en'): NounColumn => ({
        name: `${name}_${language}`,
        kind: 'text',
        label: partOf(label, words(`value.language.${language}`)),
        joined: true,
        derived: true,
        of: (record) => joined(all(record).map((code) => labels.get(code)?.[language] ?? code)),
      })
      const codes: NounColumn = {
        name: `${name}_code`,
        kind: 'text',
        label: partOf(label, words('bundle.part.code')),
        joined: true,
        options: field.options,
        of: (record) => joined(all(record)),
      }
      return [codes, word('ja'), word('en')]
    }
    case 'codes':
      return [
        {
          name: `${name}_code`,
          kind: 'text',
          label: partOf(label, words('bundle.part.code')),
          joined: true,
          of: (record) => joined(value(record) as readonly string[]),
        },
      ]
    case 'reference':
      return referenceColumns(name, label, field.noun, required, (record) => value(record) as string | null)
    case 'references':
      return [
        {
          name: `${name}_codes`,
          kind: 'text',
          label: partOf(label, words('bundle.part.code')),
          joined: true,
          of: (record, names) => joined(names.codes(value(record) as readonly string[])),
        },
      ]
    case 'repeated':
      return [
        {
          name,
          kind: 'text',
          label,
          entries: true,
          of: (record) => writeEntries(field.parts, value(record) as readonly Entry[]) || null,
        },
      ]
    case 'structure':
      return spread(name, label, structureOf(noun, field.name), value)
  }
}

/** A reference by code and name; one to a noun without codes by id. */
export function referenceColumns(
  name: string,
  label: Bilingual,
  noun: Noun,
  required: { readonly required?: true },
  idOf: (record: Fields) => string | null,
): NounColumn[] {
  const file = fileOf(noun)
  if (!isCoded(noun))
    return [
      {
        name: `${name}_id`,
        kind: 'text',
        label: partOf(label, words('bundle.column.id')),
        ...required,
        refersTo: { file, column: 'id' },
        of: (record) => idOf(record),
      },
    ]
  const code: NounColumn = {
    name: `${name}_code`,
    kind: 'text',
    label: partOf(label, words('bundle.part.code')),
    ...required,
    refersTo: { file, column: 'code' },
    of: (record, names) => names.code(idOf(record)),
  }
  if (!isNamed(noun)) return [code]
  return [
    code,
    {
      name: `${name}_name`,
      kind: 'text',
      label: partOf(label, words('bundle.part.name')),
      derived: true,
      of: (record, names) => names.name(idOf(record)),
    },
  ]
}

/** The record that an assignment or an acceptance is about: of which noun, the column `subject_code` says. */
function subjectColumns(name: string, label: Bilingual): NounColumn[] {
  const id = (record: Fields) => record.subjectId as string
  return [
    { name: `${name}_id`, kind: 'text', label: partOf(label, words('bundle.column.id')), required: true, of: id },
    {
      name: `${name}_record_code`,
      kind: 'text',
      label: partOf(label, words('bundle.part.code')),
      derived: true,
      of: (record, names) => names.code(id(record)),
    },
    {
      name: `${name}_record_name`,
      kind: 'text',
      label: partOf(label, words('bundle.part.name')),
      derived: true,
      of: (record, names) => names.name(id(record)),
    },
  ]
}

/** A structure as columns of its own, or as one column of JSON; one that has a file of its own has no column. */
function spread(
  name: string,
  label: Bilingual,
  structure: Structure,
  value: (record: Fields) => unknown,
): NounColumn[] {
  if (structure.kind === 'file') return []
  if (structure.kind === 'json')
    return [
      { name, kind: 'json', label, of: (record) => (value(record) === null ? null : canonicalJson(value(record))) },
    ]
  return structure.columns.map(({ of, ...column }) => ({
    ...column,
    name: `${structure.prefix}_${column.name}`,
    label: partOf(label, column.label),
    of: (record, names) => of(value(record), names),
  }))
}

function text(value: unknown): string | null {
  return value as string | null
}

function part(value: unknown, key: string): string | null {
  return value === null ? null : ((value as Readonly<Record<string, string | null>>)[key] ?? null)
}

export function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(joiner)
}
