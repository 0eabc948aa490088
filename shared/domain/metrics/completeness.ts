/**
 * K28: which counted fields are filled, and which links point nowhere. Counted fields are marked in `fields.ts`; to them
 * come who answers for a system (accountable executive held on the day), who owns a risk, and its inherent and residual
 * assessment, which are rows of their own. In scope: systems, risks and controls of the populations S, R, C, and actions.
 * The answer "unknown" is not filled.
 */
import type { CodedNoun, RecordOf } from '../nouns.ts'
import { fields } from '../fields.ts'
import { presentAmong, type RegisterOn } from './register-on.ts'

export const countedNouns = ['system', 'risk', 'control', 'action'] as const satisfies readonly CodedNoun[]
export type CountedNoun = (typeof countedNouns)[number]

/** Fields that are rows of their own. */
export const virtualFields = {
  system: ['accountableExecutive'],
  risk: ['riskOwner', 'inherentAssessment', 'residualAssessment'],
  control: [],
  action: [],
} as const satisfies Record<CountedNoun, readonly string[]>

export interface FieldCompleteness {
  readonly noun: CountedNoun
  /** A name of `fields.ts` or of `virtualFields`. */
  readonly field: string
  readonly filled: number
  readonly of: number
}

/** A link from a record to one that does not exist or was withdrawn. */
export interface BrokenLink {
  readonly code: string
  readonly field: string
}

export interface Completeness {
  readonly filled: number
  readonly fields: number
  readonly byField: readonly FieldCompleteness[]
  readonly brokenLinks: readonly BrokenLink[]
  /** Codes of the records in scope with at least one blank counted field. */
  readonly incomplete: readonly string[]
  /** Codes of the records in which a field is blank, by noun and field (`system.tier`). */
  readonly blank: ReadonlyMap<string, readonly string[]>
}

export function completenessOn(on: RegisterOn): Completeness {
  const byNoun = [
    countNoun('system', on.systemsOn, ({ system }) => system, {
      accountableExecutive: ({ executive }) => executive.state === 'held',
    }),
    countNoun('risk', on.risks, (risk) => risk, {
      riskOwner: ({ id }) => on.answerable.of('risk_owner', id).state === 'held',
      inherentAssessment: ({ id }) => on.level(id, 'inherent') !== null,
      residualAssessment: ({ id }) => on.level(id, 'residual') !== null,
    }),
    countNoun('control', on.controls, (control) => control, {}),
    countNoun('action', on.actions, (action) => action, {}),
  ]
  const byField = byNoun.flatMap((each) => each.byField)
  return {
    filled: byField.reduce((sum, field) => sum + field.filled, 0),
    fields: byField.reduce((sum, field) => sum + field.of, 0),
    byField,
    brokenLinks: brokenLinksOn(on),
    incomplete: byNoun.flatMap((each) => each.incomplete),
    blank: new Map(byNoun.flatMap((each) => [...each.blank])),
  }
}

type Row<Noun extends CountedNoun> = { readonly code: string; readonly missing?: readonly string[] } & {
  readonly [Field in keyof RecordOf<Noun>]?: unknown
}

/** One noun's fields. Only blanks are counted one by one: 100,000 systems have a million fields, most of them filled. */
function countNoun<Noun extends CountedNoun, Item>(
  noun: Noun,
  items: readonly Item[],
  recordOf: (item: Item) => Row<Noun>,
  virtual: Readonly<Record<(typeof virtualFields)[Noun][number], (item: Item) => boolean>>,
): {
  readonly byField: readonly FieldCompleteness[]
  readonly incomplete: readonly string[]
  readonly blank: ReadonlyMap<string, readonly string[]>
} {
  const stored = fields[noun].filter((field) => field.counted).map((field) => field.name)
  const rows = Object.entries<(item: Item) => boolean>(virtual)
  const blanks = new Map([...stored, ...rows.map(([field]) => field)].map((field): [string, string[]] => [field, []]))
  const incomplete: string[] = []
  for (const item of items) {
    const record = recordOf(item)
    const gaps = record.missing ?? stored.filter((field) => !isFilled(record[field as keyof RecordOf<Noun>]))
    const absent = rows.filter(([, isFull]) => !isFull(item))
    for (const field of gaps) blanks.get(field)?.push(record.code)
    for (const [field] of absent) blanks.get(field)?.push(record.code)
    if (gaps.length + absent.length > 0) incomplete.push(record.code)
  }
  return {
    byField: [...blanks].map(([field, { length }]) => ({
      noun,
      field,
      filled: items.length - length,
      of: items.length,
    })),
    incomplete,
    blank: new Map([...blanks].map(([field, codes]) => [`${noun}.${field}`, codes])),
  }
}

/** Null, blank text in both languages, an empty list and the answer "unknown" are not filled. */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === 'unknown') return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object') {
    for (const part in value) if (isFilled(value[part as keyof typeof value])) return true
    return false
  }
  return true
}

interface Link extends BrokenLink {
  readonly target: 'system' | 'risk' | 'control' | 'unit' | 'person'
  readonly id: string
}

/** Links of the records that are not withdrawn, whether or not they are in scope of the figures. */
function brokenLinksOn(on: RegisterOn): readonly BrokenLink[] {
  const { systems, risks, controls, units, people } = on.input
  const rows = { system: systems, risk: risks, control: controls, unit: units, person: people }
  const links = linksOf(on)
  const wanted: Record<Link['target'], Set<string>> = {
    system: new Set(),
    risk: new Set(),
    control: new Set(),
    unit: new Set(),
    person: new Set(),
  }
  for (const link of links) wanted[link.target].add(link.id)
  const present = (target: Link['target']) =>
    presentAmong(
      wanted[target],
      rows[target].filter((row) => row.withdrawn === null),
    )
  const known = {
    system: present('system'),
    risk: present('risk'),
    control: present('control'),
    unit: present('unit'),
    person: present('person'),
  }
  return links.filter((link) => !known[link.target].has(link.id)).map(({ code, field }) => ({ code, field }))
}

function linksOf(on: RegisterOn): readonly Link[] {
  const links: Link[] = []
  const add = (row: { readonly code: string }, field: string, target: Link['target'], ids: readonly string[]) => {
    for (const id of ids) links.push({ code: row.code, field, target, id })
  }
  const { systems, risks, controls, evidence, acceptances } = on.input
  const knownUnits = new Set(on.input.units.filter((unit) => unit.withdrawn === null).map((unit) => unit.id))
  for (const row of systems)
    if (row.withdrawn === null) {
      // Nearly every system has a unit: only the broken ones become links.
      if (row.unitId !== null && !knownUnits.has(row.unitId)) add(row, 'unitId', 'unit', [row.unitId])
      if (row.dependsOnIds !== undefined && row.dependsOnIds.length > 0)
        add(row, 'dependsOnIds', 'system', row.dependsOnIds)
    }
  for (const row of risks) if (row.withdrawn === null) add(row, 'systemIds', 'system', row.systemIds)
  for (const row of controls)
    if (row.withdrawn === null) {
      add(row, 'riskIds', 'risk', row.riskIds)
      add(row, 'systemIds', 'system', row.systemIds)
    }
  for (const row of evidence) if (row.withdrawn === null) add(row, 'controlIds', 'control', row.controlIds)
  for (const row of on.actions) {
    if (row.ownerId !== null) add(row, 'ownerId', 'person', [row.ownerId])
    add(row, 'systemIds', 'system', row.systemIds)
    add(row, 'riskIds', 'risk', row.riskIds)
    add(row, 'controlIds', 'control', row.controlIds)
  }
  for (const row of acceptances) if (row.withdrawn === null) add(row, 'subjectId', row.subject, [row.subjectId])
  return links
}
