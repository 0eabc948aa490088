/**
 * Columns in which a list of ours names records by their codes, with the names beside them. A code is unique within its register
 * only: in a list that another register wrote it counts where the name agrees.
 */
import { fields } from '#shared/domain/fields.ts'
import type { Mapping } from '#shared/domain/import-mapping.ts'
import type { OwnCodes } from '#shared/domain/import-record/own-codes.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { baseName, nounColumns } from '../export/noun-columns.ts'

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
