/** Which systems the rules of the horizon touch. Systems can be a hundred thousand: they are judged by what they have in common. */
import { mostTouchedShown, type TouchedCount, type TouchedSystems } from '#shared/contract/horizon.ts'
import type { HorizonPack, Touch } from '#shared/domain/horizon/horizon-pack.ts'
import { type TouchedFacts, touchedBy, touchesOf } from '#shared/domain/horizon/touches.ts'
import { Problem } from '#shared/domain/problem.ts'
import { LabelCollector } from '../labels.ts'
import type { ReadHandle } from '../store/query.ts'
import type { Register } from '../store/register-file.ts'
import { horizonInUse } from './held-horizon.ts'

interface Alike {
  readonly facts: TouchedFacts
  readonly count: number
  /** What they have in common, as the query below finds them again. */
  readonly key: readonly (string | null)[]
}

const alikeColumns = `lifecycle, roles, personal_data, jurisdictions,
  CASE WHEN trim(coalesce(vendor, '')) = '' THEN NULL ELSE '-' END`

function alikeSystems(read: ReadHandle): readonly Alike[] {
  const rows = read
    .prepare(
      `SELECT lifecycle, roles, personal_data AS personalData, jurisdictions,
        CASE WHEN trim(coalesce(vendor, '')) = '' THEN NULL ELSE '-' END AS vendor, count(*) AS count
        FROM system WHERE withdrawn_on IS NULL GROUP BY ${alikeColumns}`,
    )
    .all() as {
    lifecycle: TouchedFacts['lifecycle']
    roles: string
    personalData: TouchedFacts['personalData']
    jurisdictions: string
    vendor: string | null
    count: number
  }[]
  return rows.map(({ count, ...row }) => ({
    count,
    key: [row.lifecycle, row.roles, row.personalData, row.jurisdictions, row.vendor],
    facts: {
      withdrawn: null,
      lifecycle: row.lifecycle,
      personalData: row.personalData,
      vendor: row.vendor,
      roles: JSON.parse(row.roles) as TouchedFacts['roles'],
      jurisdictions: JSON.parse(row.jurisdictions) as TouchedFacts['jurisdictions'],
    },
  }))
}

/** By the ids of the instruments and events whose rules are those of systems. */
export function touchedCounts(read: ReadHandle, content: HorizonPack): Readonly<Record<string, TouchedCount>> {
  const alike = alikeSystems(read)
  const countOf = (touches: readonly Touch[]): TouchedCount => {
    const found = alike.flatMap(({ facts, count }) => {
      const by = touchedBy(touches, facts)
      return by === null ? [] : [{ count, unknown: by.unknown.length > 0 }]
    })
    const sum = (rows: typeof found) => rows.reduce((total, { count }) => total + count, 0)
    return { touched: sum(found), unknown: sum(found.filter(({ unknown }) => unknown)) }
  }
  return Object.fromEntries(
    rulesOf(content)
      .filter(({ touches }) => touches.length > 0)
      .map(({ id, touches }) => [id, countOf(touches)]),
  )
}

function rulesOf(content: HorizonPack): readonly { readonly id: string; readonly touches: readonly Touch[] }[] {
  return [
    ...content.instruments,
    ...content.events.map((event) => ({ id: event.id, touches: touchesOf(content, event) })),
  ]
}

/** NOT_FOUND where the horizon has no such event or instrument. */
export function touchedSystems(register: Register, id: string): TouchedSystems {
  const { read } = register
  const rule = rulesOf(horizonInUse(read)).find((each) => each.id === id)
  if (rule === undefined) throw new Problem('NOT_FOUND', { noun: 'ruleAssessment', id })
  const alike = alikeSystems(read)
    .flatMap(({ facts, count, key }) => {
      const by = touchedBy(rule.touches, facts)
      return by === null ? [] : [{ by, count, key }]
    })
    .sort((one, other) => one.by.unknown.length - other.by.unknown.length)
  const query = read.prepare(
    `SELECT id FROM system WHERE withdrawn_on IS NULL AND (${alikeColumns}) IS (?, ?, ?, ?, ?) ORDER BY code LIMIT ?`,
  )
  const collector = new LabelCollector()
  const systems: TouchedSystems['systems'][number][] = []
  for (const { by, key } of alike) {
    const left = mostTouchedShown - systems.length
    if (left <= 0) break
    for (const row of query.all(...key, left) as { id: string }[]) {
      collector.add(row.id)
      systems.push({ ...by, systemId: row.id })
    }
  }
  return { total: alike.reduce((sum, { count }) => sum + count, 0), systems, labels: collector.labels(read) }
}
