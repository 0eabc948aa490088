/** Lists and details of the coded nouns: one window of rows, with what is derived of them and how others are named. */
import type { Related } from '#shared/contract/base.ts'
import type { ListResult, ListWindow, RecordDetail } from '#shared/contract/records.ts'
import { fields, options } from '#shared/domain/fields.ts'
import type { RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import type { CodedNoun, Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { derivedToday } from './derived.ts'
import { LabelCollector } from './labels.ts'
import { searchCondition } from './store/search.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { linkTables, nounTables, snake } from './store/tables.ts'

interface Condition {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
}

/** A window of a noun's list. INVALID where a filter or sort names no stored field. */
export function listRecords<N extends CodedNoun>(register: Register, noun: N, window: ListWindow): ListResult<N> {
  const { read } = register
  const { table } = recordTables[noun]
  const conditions = conditionsOf(noun, window)
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map((each) => each.sql).join(' AND ')}`
  const parameters = conditions.flatMap((each) => each.parameters)
  const count = (sql: string, ...values: (string | number)[]) =>
    (read.prepare(sql).get(...values) as { count: number }).count
  const ids = read
    .prepare(`SELECT id FROM ${table} ${where} ORDER BY ${orderOf(noun, window)} LIMIT ? OFFSET ?`)
    .all(...parameters, window.limit, window.offset) as { id: string }[]
  const derived = derivedToday(register)
  const collector = new LabelCollector()
  const rows = ids.map(({ id }) => {
    const record = recordTables[noun].get(read, id) as RecordOf<N>
    const more = derived.of(noun, record)
    collector.addReferences(noun, record)
    collectDerived(collector, more)
    return { record, derived: more }
  })
  return {
    rows,
    total: count(`SELECT count(*) AS count FROM ${table} WHERE withdrawn_on IS NULL`),
    found: count(`SELECT count(*) AS count FROM ${table} ${where}`, ...parameters),
    labels: collector.labels(read),
  }
}

function columnOf(noun: CodedNoun, field: string): string {
  const columns: Readonly<Record<string, string>> = nounTables[noun]
  const column = field === 'name' ? 'name_sort' : snake(field)
  if (!(column in columns) || columns[column]?.startsWith('json'))
    throw new Problem('INVALID', { noun, field, issue: 'NOT_A_LIST_FIELD' })
  return `"${column}"`
}

function conditionsOf(noun: CodedNoun, window: ListWindow): Condition[] {
  const conditions: Condition[] = [{ sql: `withdrawn_on IS ${window.withdrawn ? 'NOT ' : ''}NULL`, parameters: [] }]
  const search = searchCondition(noun, window.search)
  if (search !== null) conditions.push({ sql: `id IN (${search.sql})`, parameters: search.parameters })
  if (window.codes !== null)
    conditions.push({ sql: 'code IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(window.codes)] })
  for (const [field, values] of Object.entries(window.filters)) conditions.push(filterOf(noun, field, values))
  return conditions
}

function filterOf(noun: CodedNoun, field: string, values: readonly (string | null)[]): Condition {
  const wanted = JSON.stringify(values.filter((value) => value !== null))
  const description = fields[noun].find((each) => each.name === field)
  if (description?.kind === 'references') {
    const link = Object.entries(linkTables).find(([, each]) => each.noun === noun && each.field === field)
    if (link === undefined) throw new Problem('INVALID', { noun, field, issue: 'NOT_A_LIST_FIELD' })
    const [table, { owner, target }] = link
    const sql = `id IN (SELECT ${owner} FROM ${table} WHERE ${target} IN (SELECT value FROM json_each(?)))`
    return { sql, parameters: [wanted] }
  }
  if (description?.kind === 'choices' || description?.kind === 'codes') {
    const sql = `EXISTS (SELECT 1 FROM json_each("${snake(field)}") WHERE value IN (SELECT value FROM json_each(?)))`
    return { sql, parameters: [wanted] }
  }
  const column = columnOf(noun, field)
  const blank = values.includes(null) ? ` OR ${column} IS NULL` : ''
  return { sql: `(${column} IN (SELECT value FROM json_each(?))${blank})`, parameters: [wanted] }
}

function orderOf(noun: CodedNoun, window: ListWindow): string {
  const keys = window.sort.map(({ field, direction }) => {
    const column = columnOf(noun, field)
    return `${column} IS NULL, ${rankOf(noun, field, column)} ${direction === 'ascending' ? 'ASC' : 'DESC'}`
  })
  return [...keys, 'code'].join(', ')
}

/** Enumerations sort in the order of their meaning, not of their letters. */
function rankOf(noun: CodedNoun, field: string, column: string): string {
  const description = fields[noun].find((each) => each.name === field)
  if (description?.kind !== 'choice') return column
  const codes = options[description.options]
  return `CASE ${column} ${codes.map((code, rank) => `WHEN '${code}' THEN ${String(rank)}`).join(' ')} ELSE ${String(codes.length)} END`
}

/** One record with all that belongs to it. NOT_FOUND. */
export function recordDetail<N extends CodedNoun>(register: Register, noun: N, id: string): RecordDetail<N> {
  const { read } = register
  const record = recordTables[noun].get(read, id)
  if (record === undefined) throw new Problem('NOT_FOUND', { noun, id })
  const derived = derivedToday(register)
  const related = relatedOf(register, noun, id)
  const collector = new LabelCollector()
  collector.add(id)
  collector.addReferences(noun, record)
  const more = derived.of(noun, record)
  collectDerived(collector, more)
  const positions: Record<string, RiskPosition> = {}
  for (const [relatedNoun, records] of Object.entries(related) as [Noun, readonly RecordOf<Noun>[]][])
    for (const each of records) {
      collector.add(each.id)
      collector.addReferences(relatedNoun, each)
      const position = relatedNoun === 'risk' ? derived.position(each.id) : null
      if (position !== null) positions[each.id] = position
    }
  for (const post of related.post ?? []) collectDerived(collector, derived.of('post', post))
  return { record, derived: more, related, positions, labels: collector.labels(read) }
}

/** Ids inside what is derived: posts and people of holdings. */
function collectDerived(collector: LabelCollector, derived: unknown): void {
  if (derived === null || typeof derived !== 'object') return
  for (const [key, value] of Object.entries(derived)) {
    if (typeof value === 'string' && key.endsWith('Id')) collector.add(value)
    else if (key === 'postIds' && Array.isArray(value)) collector.add(...(value as string[]))
    else if (key !== 'limits') collectDerived(collector, value)
  }
}

type RelatedQuery = readonly [noun: Noun, sql: string]

/** Which records belong to a record: queries that take its id (as often as they have a `?`). */
const relatedQueries: { readonly [N in CodedNoun]: readonly RelatedQuery[] } = {
  unit: [
    ['unit', 'SELECT id FROM unit WHERE parent_id = ? ORDER BY code'],
    ['post', 'SELECT id FROM post WHERE unit_id = ? ORDER BY code'],
    ['system', 'SELECT id FROM system WHERE unit_id = ? ORDER BY code LIMIT 200'],
  ],
  person: [['term', 'SELECT id FROM term WHERE person_id = ? ORDER BY "from"']],
  post: [
    ['term', 'SELECT id FROM term WHERE post_id = ? ORDER BY "from"'],
    ['assignment', 'SELECT id FROM assignment WHERE post_id = ? ORDER BY "from" LIMIT 500'],
    ['post', 'SELECT id FROM post WHERE reports_to_id = ? ORDER BY code'],
  ],
  system: [
    ['assignment', 'SELECT id FROM assignment WHERE subject_id = ? ORDER BY role, "from"'],
    ['attestation', 'SELECT id FROM attestation WHERE system_id = ? ORDER BY "on" DESC'],
    ['risk', 'SELECT risk_id AS id FROM risk_system WHERE system_id = ?'],
    ['control', 'SELECT control_id AS id FROM control_system WHERE system_id = ?'],
    ['action', 'SELECT action_id AS id FROM action_system WHERE system_id = ?'],
    ['importRun', 'SELECT import_id AS id FROM system WHERE id = ? AND import_id IS NOT NULL'],
  ],
  risk: [
    ['assessment', 'SELECT id FROM assessment WHERE risk_id = ? ORDER BY "on", id'],
    ['assignment', 'SELECT id FROM assignment WHERE subject_id = ? ORDER BY "from"'],
    ['acceptance', 'SELECT id FROM acceptance WHERE subject_id = ? ORDER BY "from"'],
    ['control', 'SELECT control_id AS id FROM control_risk WHERE risk_id = ?'],
    ['action', 'SELECT action_id AS id FROM action_risk WHERE risk_id = ?'],
    ['scale', 'SELECT scale_id AS id FROM assessment WHERE risk_id = ? GROUP BY scale_id'],
  ],
  acceptance: [
    ['acceptance', 'SELECT id FROM acceptance WHERE renews_id = ?'],
    ['risk', "SELECT subject_id AS id FROM acceptance WHERE id = ? AND subject = 'risk'"],
    ['control', "SELECT subject_id AS id FROM acceptance WHERE id = ? AND subject = 'control'"],
  ],
  control: [
    ['controlTest', 'SELECT id FROM control_test WHERE control_id = ? ORDER BY "on" DESC'],
    ['evidence', 'SELECT evidence_id AS id FROM evidence_control WHERE control_id = ?'],
    ['risk', 'SELECT risk_id AS id FROM control_risk WHERE control_id = ?'],
    ['assignment', 'SELECT id FROM assignment WHERE subject_id = ? ORDER BY "from"'],
    ['acceptance', 'SELECT id FROM acceptance WHERE subject_id = ? ORDER BY "from"'],
    ['action', 'SELECT action_id AS id FROM action_control WHERE control_id = ?'],
  ],
  evidence: [['control', 'SELECT control_id AS id FROM evidence_control WHERE evidence_id = ?']],
  action: [],
}

function relatedOf(register: Register, noun: CodedNoun, id: string): Related {
  const { read } = register
  return Object.fromEntries(
    relatedQueries[noun].map(([relatedNoun, sql]) => [
      relatedNoun,
      (read.prepare(sql).all(id) as { id: string }[])
        .map((row) => recordTables[relatedNoun].get(read, row.id))
        .filter((record) => record !== undefined),
    ]),
  )
}
