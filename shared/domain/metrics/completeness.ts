/**
 * K28: which counted fields are filled, and which links point nowhere. Counted fields are marked in `fields.ts`; to them
 * come who answers for a system (accountable executive held on the day), who owns a risk, and its inherent and residual
 * assessment, which are rows of their own. In scope: systems, risks and controls of the populations S, R, C, and actions.
 * The answer "unknown" is not filled.
 */
import type { CodedNoun } from '../nouns.ts'
import { fields } from '../fields.ts'
import type { RegisterOn } from './register-on.ts'

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
}

interface Row {
  readonly id: string
  readonly code: string
  readonly missing?: readonly string[]
  readonly [field: string]: unknown
}

export function completenessOn(on: RegisterOn): Completeness {
  const inScope: Record<CountedNoun, readonly object[]> = {
    system: on.systems,
    risk: on.risks,
    control: on.controls,
    action: on.actions,
  }
  const byField: FieldCompleteness[] = []
  const incomplete: string[] = []
  for (const noun of countedNouns) {
    const stored = fields[noun].filter((field) => field.counted).map((field) => field.name)
    const names = [...stored, ...virtualFields[noun]]
    const filled = names.map(() => 0)
    for (const record of inScope[noun]) {
      const row = record as Row
      let blanks = 0
      names.forEach((name, index) => {
        const full = index < stored.length ? isStoredFilled(row, name) : isVirtualFilled(on, row.id, name)
        if (full) filled[index] = (filled[index] ?? 0) + 1
        else blanks += 1
      })
      if (blanks > 0) incomplete.push(row.code)
    }
    names.forEach((field, index) => byField.push({ noun, field, filled: filled[index] ?? 0, of: inScope[noun].length }))
  }
  return {
    filled: byField.reduce((sum, field) => sum + field.filled, 0),
    fields: byField.reduce((sum, field) => sum + field.of, 0),
    byField,
    brokenLinks: brokenLinksOn(on),
    incomplete,
  }
}

function isStoredFilled(row: Row, name: string): boolean {
  if (row.missing !== undefined) return !row.missing.includes(name)
  return isFilled(row[name])
}

/** Null, blank text in both languages, an empty list and the answer "unknown" are not filled. */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === 'unknown') return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object') return Object.values(value).some(isFilled)
  return true
}

function isVirtualFilled(on: RegisterOn, id: string, name: string): boolean {
  switch (name) {
    case 'accountableExecutive':
      return on.executive(id).state === 'held'
    case 'riskOwner':
      return on.answerable.of('risk_owner', id).state === 'held'
    case 'inherentAssessment':
      return on.level(id, 'inherent') !== null
    case 'residualAssessment':
      return on.level(id, 'residual') !== null
    default:
      throw new RangeError(`no such counted field: ${name}`)
  }
}

/** Links of the records that are not withdrawn, whether or not they are in scope of the figures. */
function brokenLinksOn(on: RegisterOn): readonly BrokenLink[] {
  const { systems, risks, controls, units, people } = on.input
  const standing = (rows: readonly { readonly id: string; readonly withdrawn: unknown }[]) => {
    const ids = new Set<string>()
    for (const row of rows) if (row.withdrawn === null) ids.add(row.id)
    return ids
  }
  const known = {
    system: standing(systems),
    risk: standing(risks),
    control: standing(controls),
    unit: standing(units),
    person: standing(people),
  }
  const broken: BrokenLink[] = []
  const check = (code: string, field: string, ids: readonly (string | null)[], target: ReadonlySet<string>) => {
    for (const id of ids) if (id !== null && !target.has(id)) broken.push({ code, field })
  }
  for (const row of systems)
    if (row.withdrawn === null) {
      if (row.unitId !== null && !known.unit.has(row.unitId)) broken.push({ code: row.code, field: 'unitId' })
      if (row.dependsOnIds !== undefined) check(row.code, 'dependsOnIds', row.dependsOnIds, known.system)
    }
  for (const row of risks) if (row.withdrawn === null) check(row.code, 'systemIds', row.systemIds, known.system)
  for (const row of controls)
    if (row.withdrawn === null) {
      check(row.code, 'riskIds', row.riskIds, known.risk)
      check(row.code, 'systemIds', row.systemIds, known.system)
    }
  for (const row of on.input.evidence)
    if (row.withdrawn === null) check(row.code, 'controlIds', row.controlIds, known.control)
  for (const row of on.actions) {
    check(row.code, 'ownerId', [row.ownerId], known.person)
    check(row.code, 'systemIds', row.systemIds, known.system)
    check(row.code, 'riskIds', row.riskIds, known.risk)
    check(row.code, 'controlIds', row.controlIds, known.control)
  }
  for (const row of on.input.acceptances)
    if (row.withdrawn === null) check(row.code, 'subjectId', [row.subjectId], known[row.subject])
  return broken
}
