/** Which records name others: by their fields, by links, and as what an assignment, an acceptance or a comment is about. */
import { fields } from '#shared/domain/fields.ts'
import { type Noun, nouns } from '#shared/domain/nouns.ts'
import type { ReadHandle } from './store/query.ts'
import { linkTables, nounTables, snake, tableOf } from './store/tables.ts'

interface Target {
  readonly noun: Noun
  readonly id: string
}

interface ReferringColumn {
  readonly by: Noun
  /** Ids of the referring and of the referred-to record, of records that are not withdrawn. */
  readonly sql: string
}

function columnsReferringTo(noun: Noun): ReferringColumn[] {
  const inIds = 'IN (SELECT value FROM json_each(?))'
  return nouns.flatMap((by): ReferringColumn[] => {
    const table = tableOf(by)
    const direct = fields[by]
      .filter((field) => field.kind === 'reference' && field.noun === noun)
      .map((field) => snake(field.name))
    // Of any noun, so it is asked of each.
    if ('subject_id' in nounTables[by]) direct.push('subject_id')
    const links = Object.entries(linkTables).filter(
      ([, link]) =>
        link.noun === by &&
        fields[by].some((field) => field.name === link.field && field.kind === 'references' && field.noun === noun),
    )
    return [
      ...direct.map((column) => ({
        by,
        sql: `SELECT id, "${column}" AS target FROM ${table} WHERE "${column}" ${inIds} AND withdrawn_on IS NULL`,
      })),
      ...links.map(([name, link]) => ({
        by,
        sql: `SELECT ${link.owner} AS id, ${link.target} AS target FROM ${name}
          WHERE ${link.target} ${inIds} AND ${link.owner} IN (SELECT id FROM ${table} WHERE withdrawn_on IS NULL)`,
      })),
    ]
  })
}

/** The first record outside `except` that names one of `targets`; null where none does. */
export function referenceTo(
  read: ReadHandle,
  targets: readonly Target[],
  except: ReadonlySet<string>,
): { readonly target: Target; readonly by: Target } | null {
  for (const [noun, group] of Map.groupBy(targets, (target) => target.noun)) {
    const ids = JSON.stringify(group.map((target) => target.id))
    for (const { by, sql } of columnsReferringTo(noun))
      for (const row of read.prepare(sql).all(ids) as { id: string; target: string }[])
        if (!except.has(row.id)) return { target: { noun, id: row.target }, by: { noun: by, id: row.id } }
  }
  return null
}
