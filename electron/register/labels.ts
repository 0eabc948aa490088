/** How records are named wherever another one refers to them: looked up once for all ids of an answer. */
import type { Label, Labels } from '#shared/contract/base.ts'
import { fields } from '#shared/domain/fields.ts'
import { type CodedNoun, codePrefixes, type Noun, type RecordOf } from '#shared/domain/nouns.ts'
import { noText } from '#shared/domain/text.ts'
import type { ReadHandle } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import { nounTables } from './store/tables.ts'

const named = Object.keys(codePrefixes) as CodedNoun[]

/** Collects the ids that an answer mentions, then names them. */
export class LabelCollector {
  readonly #ids = new Set<string>()

  add(...ids: readonly (string | null | undefined)[]): void {
    for (const id of ids) if (id !== null && id !== undefined) this.#ids.add(id)
  }

  /** All ids in the reference fields of a record. */
  addReferences<N extends Noun>(noun: N, record: RecordOf<N>): void {
    const values = record as Readonly<Record<string, unknown>>
    for (const field of fields[noun]) {
      const value = values[field.name]
      if (field.kind === 'reference' && typeof value === 'string') this.#ids.add(value)
      if (field.kind === 'references' && Array.isArray(value)) for (const id of value) this.#ids.add(String(id))
    }
    if (typeof values.subjectId === 'string') this.#ids.add(values.subjectId)
  }

  labels(read: ReadHandle): Labels {
    const labels: Record<string, Label> = {}
    for (const id of this.#ids) {
      const label = labelOf(read, id)
      if (label) labels[id] = label
    }
    return labels
  }
}

/** Ids inside what is derived: posts and people of holdings. */
export function collectDerived(collector: LabelCollector, derived: unknown): void {
  if (derived === null || typeof derived !== 'object') return
  for (const [key, value] of Object.entries(derived)) {
    if (typeof value === 'string' && key.endsWith('Id')) collector.add(value)
    else if ((key === 'postIds' || key === 'riskIds' || key === 'vendorIds') && Array.isArray(value))
      collector.add(...(value as string[]))
    else if (key !== 'limits') collectDerived(collector, value)
  }
}

interface Row {
  code: string
  name_ja?: string | null
  name_en?: string | null
}

export function labelOf(read: ReadHandle, id: string): Label | null {
  for (const noun of named) {
    const columns = !('name_ja' in nounTables[noun]) ? 'code' : 'code, name_ja, name_en'
    const row = read.prepare(`SELECT ${columns} FROM ${recordTables[noun].table} WHERE id = ?`).get(id) as
      Row | undefined
    if (row) return { noun, code: row.code, name: { ja: row.name_ja ?? null, en: row.name_en ?? null } }
  }
  const run = read.prepare('SELECT name_ja, name_en FROM merge_run WHERE id = ?').get(id) as
    { readonly name_ja: string | null; readonly name_en: string | null } | undefined
  if (run) return { noun: 'mergeRun', code: null, name: { ja: run.name_ja, en: run.name_en } }
  const pack = read.prepare('SELECT code FROM pack WHERE id = ?').get(id) as Row | undefined
  return pack ? { noun: 'pack', code: pack.code, name: noText } : null
}
