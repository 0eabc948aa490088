/**
 * What the figures are computed from, read from the tables as they stand now. Systems can be a hundred thousand, so only
 * the columns that figures need are read; their texts come as "filled or not". The facts are kept and follow the log: what did
 * not change stays the same object, a record and the list of a noun, so that what is made of them (`KeptParts`) sees by looking
 * what a change bears on.
 */
import { isDeepStrictEqual } from 'node:util'
import type { FigureInput, SystemFacts } from '#shared/domain/metrics/figure-input.ts'
import { stateKeys } from '#shared/domain/register-state.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import type { ReadHandle } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

/** Nouns that no figure reads. */
const unread = [
  'importRun',
  'comment',
  'requirementPack',
  'requirementAnswer',
  'noDecision',
  'attestationCampaign',
  'attestationSheet',
  'pack',
  'packNote',
  'packSetup',
  'packSignOff',
  'mergeRun',
  'sourceRow',
  'importMapping',
  'ownerRequest',
  'retentionRule',
  'legalHold',
  'redaction',
] as const
type FactNoun = Exclude<Noun, 'organisation' | (typeof unread)[number]>
type FactOf<N extends FactNoun> = FigureInput[(typeof stateKeys)[N]][number]
/** The facts of each noun by id, in the order of their codes, else of their ids. */
type FactMaps = ReadonlyMap<FactNoun, Map<string, FactOf<FactNoun>>>

interface Kept {
  readonly sequence: number
  readonly hash: string
  readonly maps: FactMaps
  readonly facts: FigureInput
}
const kept = new WeakMap<Register, Kept>()

const factNouns = (Object.keys(stateKeys) as (keyof typeof stateKeys)[]).filter(
  (noun): noun is FactNoun => !(unread as readonly Noun[]).includes(noun),
)

/** Above this many changed records a fresh read is cheaper than following the log. */
const longestFollowing = 2000

/** The facts of the register as it stands; the same object until something changes. */
export function figureFacts(register: Register): FigureInput {
  const { read } = register
  const head = register.head()
  const known = kept.get(register)
  if (known?.hash === head.hash) return known.facts
  const changed = known === undefined ? null : followed(read, known)
  const maps = known && changed ? known.maps : new Map(factNouns.map((noun) => [noun, readAll(read, noun)]))
  const rows = Object.fromEntries(
    factNouns.map((noun) => {
      const key = stateKeys[noun]
      return [key, known && changed?.has(noun) === false ? known.facts[key] : [...(maps.get(noun)?.values() ?? [])]]
    }),
  )
  const facts = { ...rows, organisation: register.organisation() } as unknown as FigureInput
  kept.set(register, { ...head, maps, facts })
  return facts
}

/**
 * Brings the kept facts up to the head of the log: it names every record that changed, so one edit in a register of a hundred
 * thousand systems reads one record again. Gives the nouns whose facts have changed; null where too much has.
 */
function followed(read: ReadHandle, known: Kept): ReadonlySet<Noun> | null {
  const changed = read
    .prepare('SELECT DISTINCT noun, record_id AS id FROM audit_event WHERE sequence > ? LIMIT ?')
    .all(known.sequence, longestFollowing) as { noun: Noun; id: string }[]
  if (changed.length === longestFollowing) return null
  // A name that was taken out is gone from records that the log does not name again.
  if (changed.some(({ noun }) => noun === 'redaction')) return null
  const nouns = new Set<Noun>()
  for (const { noun, id } of changed) {
    const map = known.maps.get(noun as FactNoun)
    const fact = map && readOne(read, noun as FactNoun, id)
    // A field that no figure reads has changed: the fact stays the object that it was.
    if (fact === undefined || isDeepStrictEqual(fact, map?.get(id))) continue
    // What an assessment judged is read of its system, of no other: with the first one of a system that is read too.
    if (noun === 'dpia') {
      const { systemId } = fact as FactOf<'dpia'>
      const system = readOne(read, 'system', systemId)
      const systems = known.maps.get('system')
      if (system !== undefined && !isDeepStrictEqual(system, systems?.get(systemId))) {
        systems?.set(systemId, system)
        nouns.add('system')
      }
    }
    // A new record's code, or id, is later than all before it: it belongs at the end, where a map puts it.
    map?.set(id, fact)
    nouns.add(noun)
  }
  return nouns
}

function readOne(read: ReadHandle, noun: FactNoun, id: string): FactOf<FactNoun> | undefined {
  if (noun === 'system') return systemFacts(read, id)[0]
  return noun === 'assignment' ? assignmentFacts(read, id)[0] : recordTables[noun].get(read, id)
}

function readAll(read: ReadHandle, noun: FactNoun): Map<string, FactOf<FactNoun>> {
  const facts: Iterable<FactOf<FactNoun> & { readonly id: string }> =
    noun === 'system' ? systemFacts(read) : noun === 'assignment' ? assignmentFacts(read) : recordTables[noun].all(read)
  return new Map([...facts].map((fact) => [fact.id, fact]))
}

/** Assignments are as many as systems: their few columns are read directly, of all or of one. */
function assignmentFacts(read: ReadHandle, id?: string) {
  const rows = read
    .prepare(
      `SELECT id, role, subject, subject_id AS subjectId, post_id AS postId, person_id AS personId, "from", "to",
        withdrawn_on AS withdrawnOn FROM assignment ${id === undefined ? 'ORDER BY id' : 'WHERE id = ?'}`,
    )
    .all(...(id === undefined ? [] : [id])) as AssignmentRow[]
  return rows.map(({ withdrawnOn, ...row }) => ({
    ...row,
    withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, reason: '-' },
  }))
}

type AssignmentRow = Omit<RecordOf<'assignment'>, 'withdrawn' | 'version'> & { readonly withdrawnOn: string | null }

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
  kind: SystemFacts['kind'] | null
  write_access: NonNullable<SystemFacts['writeAccess']>
  model: '-' | null
  vendor: string | null
  purpose_ja: string | null
  purpose_en: string | null
  assessed: 0 | 1
  go_live_on: string | null
  tier: SystemFacts['tier']
  unit_id: string | null
  personal_data: SystemFacts['personalData']
  next_review_on: string | null
  jurisdictions: string
  gaps: number
}

/** Of most systems none are recorded. */
const noJurisdictions: readonly string[] = []

const fieldsInOrder = Object.keys(filledSql) as (keyof typeof filledSql)[]
const gapsSql = fieldsInOrder.map((field, bit) => `((NOT (${filledSql[field]})) << ${String(bit)})`).join(' | ')
/** What an impact assessment judges of a system is read where there is one: the words of a hundred thousand are not kept. */
const assessed = 'EXISTS (SELECT 1 FROM dpia WHERE dpia.system_id = system.id)'
const columns = `SELECT id, code, name_ja, name_en, withdrawn_on, lifecycle, kind, write_access,
  CASE WHEN coalesce(model, '') = '' THEN NULL ELSE '-' END AS model,
  CASE WHEN coalesce(vendor, '') = '' THEN NULL WHEN ${assessed} THEN vendor ELSE '-' END AS vendor,
  go_live_on, tier, unit_id, personal_data, next_review_on, jurisdictions, ${assessed} AS assessed,
  CASE WHEN ${assessed} THEN purpose_ja END AS purpose_ja, CASE WHEN ${assessed} THEN purpose_en END AS purpose_en,
  ${gapsSql} AS gaps FROM system`

/** The facts of all systems by code, or of one. */
function systemFacts(read: ReadHandle, id?: string): readonly SystemFacts[] {
  const dependsOn = new Map<string, string[]>()
  const one = id === undefined ? [] : [id]
  const links = read
    .prepare(`SELECT system_id, depends_on_id FROM system_dependency ${id === undefined ? '' : 'WHERE system_id = ?'}`)
    .all(...one) as {
    system_id: string
    depends_on_id: string
  }[]
  for (const link of links)
    dependsOn.set(link.system_id, [...(dependsOn.get(link.system_id) ?? []), link.depends_on_id])
  const missing = new Map<number, readonly string[]>()
  const rows = read.prepare(`${columns} ${id === undefined ? 'ORDER BY code' : 'WHERE id = ?'}`).all(...one) as Row[]
  return rows.map((row) => {
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
      kind: row.kind ?? null,
      writeAccess: row.write_access,
      model: row.model,
      vendor: row.vendor,
      goLiveOn: row.go_live_on,
      tier: row.tier,
      unitId: row.unit_id,
      personalData: row.personal_data,
      nextReviewOn: row.next_review_on,
      jurisdictions: row.jurisdictions === '[]' ? noJurisdictions : (JSON.parse(row.jurisdictions) as string[]),
      dependsOnIds: dependsOn.get(row.id) ?? [],
      missing: gaps,
      ...(row.assessed === 1 ? { purpose: { ja: row.purpose_ja, en: row.purpose_en } } : {}),
    }
  })
}
