/**
 * What the figures are computed from, read from the tables as they stand now. Systems can be a hundred thousand, so only
 * the columns that figures need are read; their texts come as "filled or not". The facts are kept until the log grows.
 */
import type { FigureInput, SystemFacts } from '#shared/domain/metrics/figure-input.ts'
import { type RegisterState, stateKeys } from '#shared/domain/register-state.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { ReadHandle } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

interface Kept {
  readonly hash: string
  readonly facts: FigureInput
}
const kept = new WeakMap<Register, Kept>()

/** The facts of the register as it stands; the same object until something changes. */
export function figureFacts(register: Register): FigureInput {
  const { hash } = register.head()
  const known = kept.get(register)
  if (known?.hash === hash) return known.facts
  const facts = readFacts(register.read)
  kept.set(register, { hash, facts })
  return facts
}

type Whole = Exclude<Noun, 'organisation' | 'system' | 'importRun' | 'pack'>

function readFacts(read: ReadHandle): FigureInput {
  const whole = <N extends Whole>(noun: N) => [...recordTables[noun].all(read)]
  const lists = (Object.keys(stateKeys) as (keyof typeof stateKeys)[])
    .filter((noun): noun is Whole => noun !== 'system' && noun !== 'importRun' && noun !== 'pack')
    .map((noun) => [stateKeys[noun], whole(noun)])
  return { ...(Object.fromEntries(lists) as Omit<RegisterState, 'systems'>), systems: systemFacts(read) }
}

const filled = (column: string) => `(coalesce(${column}_ja, '') <> '' OR coalesce(${column}_en, '') <> '')`

/** Counted fields of a system (fields.ts) that can be blank, as SQL that is 1 where the field is filled. */
const filledSql = {
  purpose: filled('purpose'),
  unitId: 'unit_id IS NOT NULL',
  lifecycle: `lifecycle <> 'unknown'`,
  kind: 'kind IS NOT NULL',
  roles: `roles <> '[]'`,
  tier: 'tier IS NOT NULL',
  humanOversight: filled('human_oversight'),
  personalData: `personal_data <> 'unknown'`,
  nextReviewOn: 'next_review_on IS NOT NULL',
} as const

interface Row {
  id: string
  code: string
  name_ja: string | null
  name_en: string | null
  withdrawn_on: string | null
  lifecycle: SystemFacts['lifecycle']
  tier: SystemFacts['tier']
  unit_id: string | null
  personal_data: SystemFacts['personalData']
  next_review_on: string | null
  gaps: number
}

const fieldsInOrder = Object.keys(filledSql) as (keyof typeof filledSql)[]
const gapsSql = fieldsInOrder.map((field, bit) => `(NOT (${filledSql[field]})) << ${String(bit)}`).join(' | ')
const sql = `SELECT id, code, name_ja, name_en, withdrawn_on, lifecycle, tier, unit_id, personal_data, next_review_on,
  ${gapsSql} AS gaps FROM system ORDER BY code`

function systemFacts(read: ReadHandle): readonly SystemFacts[] {
  const dependsOn = new Map<string, string[]>()
  const links = read.prepare('SELECT system_id, depends_on_id FROM system_dependency').all() as {
    system_id: string
    depends_on_id: string
  }[]
  for (const link of links)
    dependsOn.set(link.system_id, [...(dependsOn.get(link.system_id) ?? []), link.depends_on_id])
  const missing = new Map<number, readonly string[]>()
  return (read.prepare(sql).all() as Row[]).map((row) => {
    let gaps = missing.get(row.gaps)
    if (gaps === undefined) {
      gaps = fieldsInOrder.filter((_field, bit) => (row.gaps >> bit) & 1)
      missing.set(row.gaps, gaps)
    }
    return {
      id: row.id,
      code: row.code,
      name: { ja: row.name_ja, en: row.name_en },
      withdrawn: row.withdrawn_on === null ? null : { on: row.withdrawn_on, reason: '-' },
      lifecycle: row.lifecycle,
      tier: row.tier,
      unitId: row.unit_id,
      personalData: row.personal_data,
      nextReviewOn: row.next_review_on,
      dependsOnIds: dependsOn.get(row.id) ?? [],
      missing: gaps,
    }
  })
}
