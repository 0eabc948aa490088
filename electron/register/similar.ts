/** Records whose name is much like one that is being typed: a warning, never a refusal. */
import type { Found } from '#shared/contract/records.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { likeness, nameLikeness } from '#shared/domain/similar-names.ts'
import { labelOf } from './labels.ts'
import type { ReadHandle } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import { candidatesFor } from './store/search.ts'

/** How many records may be compared by their letters: what shares the most letters with the name comes first. */
const compared = 300

/** The records most like a name, the most alike first, at most five. Withdrawn ones and `exceptId` are left out. */
export function similarRecords(
  read: ReadHandle,
  query: { readonly noun: CodedNoun; readonly name: string; readonly exceptId: string | null },
): Found[] {
  const { table } = recordTables[query.noun]
  const stands = read.prepare(`SELECT 1 FROM ${table} WHERE id = ? AND withdrawn_on IS NULL`)
  return candidatesFor(read, query.noun, query.name, compared)
    .filter((id) => id !== query.exceptId && stands.get(id) !== undefined)
    .flatMap((id) => {
      const label = labelOf(read, id)
      return label === null ? [] : [{ id, label }]
    })
    .map((found) => {
      const names = [found.label.name.ja, found.label.name.en].filter((name) => name !== null)
      return { found, alike: Math.max(0, ...names.map((name) => nameLikeness(name, query.name))) }
    })
    .filter(({ alike }) => alike >= likeness)
    .sort((one, other) => other.alike - one.alike)
    .slice(0, 5)
    .map(({ found }) => found)
}
