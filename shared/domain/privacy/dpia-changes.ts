/** What an impact assessment judged, as content, and what is otherwise now. */
import { z } from 'zod'
import { type Day, holdsOn } from '../calendar-date.ts'
import type { System } from '../system.ts'
import type { AiContract } from '../third-party/ai-contract.ts'
import type { Supply } from '../third-party/vendor.ts'
import { dataKinds, type DataUse } from './data-use.ts'

/** What was judged, as plain values by path, so that two of them can be laid side by side. */
export const judgedContentSchema = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]))
export type JudgedContent = z.infer<typeof judgedContentSchema>

export interface JudgedFacts {
  readonly system: Readonly<Pick<System, 'personalData'>> &
    Readonly<Partial<Pick<System, 'purpose' | 'vendor'>>> & { readonly jurisdictions?: readonly string[] }
  readonly uses: readonly Readonly<DataUse>[]
  readonly supplies: readonly Readonly<Supply>[]
  readonly contracts: readonly Readonly<AiContract>[]
}

/** Fields of a use whose change makes it another use; words of the company's own keeping (notes, reviews, grounds) do not. */
const judgedOfUse = [
  ...dataKinds,
  'subjects',
  'sources',
  'purpose',
  'basis',
  'handling',
  'contractIds',
  'countries',
  'crossBorderRoute',
  'retention',
] as const
export type JudgedField =
  (typeof judgedOfUse)[number] | 'use' | 'systemPurpose' | 'personalData' | 'vendor' | 'jurisdictions' | 'vendorIds'

/**
 * The system's purpose, vendors, jurisdictions and uses of data on a day. Paths: `system.<field>`, and `<use's id>.<field>`; a
 * use that is withdrawn is not there. Whole values, so that what is shown as changed is what was there.
 */
export function judgedContentOf({ system, uses, supplies, contracts }: JudgedFacts, day: Day): JudgedContent {
  const content: JudgedContent = {
    'system.personalData': system.personalData,
    'system.systemPurpose': textOf(system.purpose),
    'system.vendor': system.vendor ?? null,
    'system.jurisdictions': sorted(system.jurisdictions ?? []),
    'system.vendorIds': sorted(
      supplies.filter((supply) => supply.withdrawn === null && holdsOn(supply, day)).map(({ vendorId }) => vendorId),
    ),
  }
  const vendorOf = new Map(contracts.map(({ id, vendorId }) => [id, vendorId]))
  for (const use of uses) {
    if (use.withdrawn !== null) continue
    content[`${use.id}.use`] = use.code
    for (const field of judgedOfUse) content[`${use.id}.${field}`] = plainOf(use[field])
    content[`${use.id}.vendorIds`] = sorted(use.contractIds.map((id) => vendorOf.get(id) ?? id))
  }
  return content
}

function plainOf(value: string | readonly string[] | { ja: string | null; en: string | null } | null) {
  if (value === null || typeof value === 'string') return value
  return 'ja' in value ? textOf(value) : sorted(value)
}

/** Both languages of a text, each on a line of its own. */
function textOf(text: { readonly ja: string | null; readonly en: string | null } | null | undefined): string | null {
  const lines = [text?.ja, text?.en].filter((line) => typeof line === 'string' && line !== '')
  return lines.length === 0 ? null : lines.join('\n')
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

export interface ContentChange {
  readonly field: JudgedField
  /** The use; null where the system's own. */
  readonly useId: string | null
  /** What was judged; undefined where there was no such use. */
  readonly before: string | readonly string[] | null | undefined
  /** What is now; undefined where the use is gone. */
  readonly after: string | readonly string[] | null | undefined
}

/** What is otherwise, in the order of the paths. A use that came or went is one change, not one a field. */
export function changesBetween(before: JudgedContent, after: JudgedContent): readonly ContentChange[] {
  const changes: ContentChange[] = []
  for (const path of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const at = path.lastIndexOf('.')
    const owner = path.slice(0, at)
    const field = path.slice(at + 1) as JudgedField
    const came = owner !== 'system' && !(`${owner}.use` in before)
    const went = owner !== 'system' && !(`${owner}.use` in after)
    if ((came || went) && field !== 'use') continue
    if (path in before && path in after && JSON.stringify(before[path]) === JSON.stringify(after[path])) continue
    changes.push({ field, useId: owner === 'system' ? null : owner, before: before[path], after: after[path] })
  }
  return changes
}
