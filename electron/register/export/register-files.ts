/** Every CSV file of a register's state: one per noun, one per field of several values, one per structure. */
import { recordsOf } from '#shared/domain/compare/record-changes.ts'
import { fields } from '#shared/domain/fields.ts'
import { type Noun, nouns } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { snake } from '../store/tables.ts'
import type { Cell, CsvFile } from './cell.ts'
import { fieldWords, optionLabels, partOf, words } from './labels.ts'
import { Names } from './names.ts'
import { baseName, type Fields, fileOf, nounColumns, referenceColumns, sampleColumn } from './noun-columns.ts'
import { structureFiles } from './structures.ts'

/** What stands in the `sample` column of every row of a sample register, in both languages. */
export function sampleMark(state: RegisterState): string | null {
  const mark = words('app.sample')
  return state.organisation.sampleDay === null ? null : `${mark.ja ?? ''} ${mark.en ?? ''}`
}

/** All files in the order of the nouns. */
export function registerFiles(state: RegisterState): CsvFile[] {
  const names = new Names(state)
  const sample = sampleMark(state)
  return nouns.flatMap((noun) => [
    nounFile(state, noun, names, sample),
    ...linkFiles(state, noun, names, sample),
    ...(structureFiles[noun] ?? []).map((file) => structureFile(state, noun, file, names, sample)),
  ])
}

function nounFile(state: RegisterState, noun: Noun, names: Names, sample: string | null): CsvFile {
  const columns = nounColumns(noun, sample)
  return {
    name: fileOf(noun),
    title: words(`noun.${noun}.many`),
    columns,
    key: ['id'],
    *rows() {
      for (const record of recordsOf(state, noun)) yield columns.map((column) => column.of(record, names))
    },
  }
}

/** The record that a row belongs to: by code and, where it has none, by id. */
function ownerColumns(noun: Noun, sample: string | null) {
  const [owner] = referenceColumns(snake(noun), words(`noun.${noun}.one`), noun, { required: true }, (record) =>
    String(record.id),
  )
  if (owner === undefined) throw new Error(`no column for the owner ${noun}`)
  return [owner, sampleColumn(sample)]
}

function linkFiles(state: RegisterState, noun: Noun, names: Names, sample: string | null): CsvFile[] {
  const owner = ownerColumns(noun, sample)
  const ownerCells = (record: Fields) => owner.map((column) => column.of(record, names))
  return fields[noun].flatMap((field): CsvFile[] => {
    if (field.kind !== 'references' && field.kind !== 'choices' && field.kind !== 'codes') return []
    const label = fieldWords(noun, field.name)
    const base = baseName(field)
    const shared = {
      name: `${snake(noun)}_${field.kind === 'references' ? plural(base) : base}.csv`,
      title: partOf(words(`noun.${noun}.one`), label),
    }
    const rowsOf = (cellsOf: (values: readonly string[]) => readonly (readonly Cell[])[]) => ({
      *rows() {
        for (const record of recordsOf(state, noun) as readonly Fields[])
          for (const cells of cellsOf(record[field.name] as readonly string[])) yield [...ownerCells(record), ...cells]
      },
    })
    const code = { name: `${singular(base)}_code`, kind: 'text', required: true } as const
    const key = [...owner.slice(0, 1).map((column) => column.name), code.name]
    if (field.kind === 'references') {
      const [codeColumn, nameColumn] = referenceColumns(
        singular(base),
        label,
        field.noun,
        { required: true },
        () => null,
      )
      if (codeColumn === undefined) throw new Error(`${field.noun} has no code to link to`)
      // An acceptance has a code and no name.
      const named = nameColumn === undefined ? [] : [nameColumn]
      return [
        {
          ...shared,
          key: [key[0] ?? '', codeColumn.name],
          columns: [...owner, codeColumn, ...named],
          ...rowsOf((ids) =>
            ids
              .map((id): Cell[] => [names.code(id) ?? id, ...named.map(() => names.name(id))])
              .sort((one, other) => order(one[0], other[0])),
          ),
        },
      ]
    }
    if (field.kind === 'codes')
      return [
        {
          ...shared,
          key,
          columns: [...owner, { ...code, label }],
          ...rowsOf((values) => values.map((value) => [value])),
        },
      ]
    const labels = optionLabels(field.options)
    return [
      {
        ...shared,
        key,
        columns: [
          ...owner,
          { ...code, label: partOf(label, words('bundle.part.code')), options: field.options },
          { name: `${singular(base)}_ja`, kind: 'text', label: partOf(label, words('value.language.ja')) },
          { name: `${singular(base)}_en`, kind: 'text', label: partOf(label, words('value.language.en')) },
        ],
        ...rowsOf((values) =>
          values.map((value) => [value, labels.get(value)?.ja ?? null, labels.get(value)?.en ?? null]),
        ),
      },
    ]
  })
}

function structureFile(
  state: RegisterState,
  noun: Noun,
  file: NonNullable<(typeof structureFiles)[Noun]>[number],
  names: Names,
  sample: string | null,
): CsvFile {
  const owner = ownerColumns(noun, sample)
  return {
    name: file.name,
    title: partOf(words(`noun.${noun}.one`), words(`bundle.file.${file.name.replace('.csv', '')}`)),
    columns: [...owner, ...file.columns],
    key: [...owner.slice(0, 1), ...file.columns.slice(0, 1)].map((column) => column.name),
    *rows() {
      for (const record of recordsOf(state, noun)) {
        const own = owner.map((column) => column.of(record, names))
        for (const cells of file.rows(record)) yield [...own, ...cells]
      }
    },
  }
}

/** `roles` → `role`; `depends_on` stays. */
function singular(base: string): string {
  return base.endsWith('s') ? base.slice(0, -1) : base
}

/** `system` → `systems`; `depends_on` stays. */
function plural(base: string): string {
  return base.endsWith('_on') ? base : `${base}s`
}

function order(one: Cell | undefined, other: Cell | undefined): number {
  return String(one) < String(other) ? -1 : 1
}
