/**
 * What is ours in a list: its columns, and those in which it names records by their codes, with the names beside them. A code is unique within
 * its register only: in a list that another register wrote it counts where the name agrees.
 */
import { fields } from '#shared/domain/fields.ts'
import type { Mapping } from '#shared/domain/import-mapping.ts'
import type { OwnCodes } from '#shared/domain/import-record/own-codes.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { fieldWords } from '../export/labels.ts'
import { baseName, type NounColumn, nounColumns } from '../export/noun-columns.ts'

export function ownCodesOf(noun: Noun, { columns }: Pick<Mapping, 'columns'>): OwnCodes {
  const words = new Map(
    nounColumns(noun, null).map(({ name, label }) => [
      name,
      [name, label.ja, label.en].filter((word) => word !== null),
    ]),
  )
  const at = (name: string): number | null =>
    columns.find(({ heading }) => (words.get(name) ?? [name]).includes(heading.trim()))?.index ?? null
  const codes = new Map<number, number | null>()
  for (const field of fields[noun]) {
    if (field.kind !== 'reference' && field.kind !== 'references') continue
    const base = baseName(field)
    const code = at(`${base}_code`) ?? at(`${base}_codes`)
    if (code !== null) codes.set(code, at(`${base}_name`) ?? at(`${base}_names`))
  }
  // Other tools number their rows with ids as well; names in two columns are ours.
  const isOurs = at('name_ja') !== null || at('name_en') !== null
  return { id: isOurs ? at('id') : null, codes }
}

/** Headings that our exports write of a noun, in files, workbooks and lists, with the column that stands below; null: a field. */
export function ownHeadings(noun: Noun): ReadonlyMap<string, NounColumn | null> {
  const listed = fields[noun].flatMap(({ name }) => bothOf(fieldWords(noun, name)).map((word) => [word, null] as const))
  const written = nounColumns(noun, null).flatMap((column) =>
    [column.name, ...bothOf(column.label)].map((word) => [word, column] as const),
  )
  return new Map([...listed, ...written])
}

/** The columns of a list of ours, also after somebody has edited it; none of another's, where the same heading is another thing. */
export function ownColumnsOf(noun: Noun, { columns }: Pick<Mapping, 'columns'>): ReadonlySet<number> {
  const headings = ownHeadings(noun)
  const own = columns.filter(({ label }) => headings.has(label))
  const has = (...names: string[]) => own.some(({ label }) => names.includes(headings.get(label)?.name ?? ''))
  return new Set(has('id', 'code') && has('name_ja', 'name_en') ? own.map(({ index }) => index) : [])
}

function bothOf({ ja, en }: Bilingual): string[] {
  return [ja, en].filter((word) => word !== null)
}
