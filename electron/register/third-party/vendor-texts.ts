/**
 * Vendors out of what systems call them: an imported inventory says it in a column of text, in as many writings as people had.
 * A person says who each text is; the texts stay on the systems as they came.
 */
import type { VendorText } from '#shared/contract/third-party.ts'
import type { Labels } from '#shared/contract/base.ts'
import { Problem } from '#shared/domain/problem.ts'
import { likeness, nameLetters, nameLikeness } from '#shared/domain/similar-names.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import type { SupplyKind } from '#shared/domain/third-party/vendor.ts'
import { LabelCollector } from '../labels.ts'
import type { ReadHandle } from '../store/query.ts'
import type { Register } from '../store/register-file.ts'
import { addSupplyIn, createVendorIn } from './vendors.ts'

/** Systems that call a vendor something, and that nobody is registered to supply on the day. */
const unsuppliedSql = `FROM system WHERE withdrawn_on IS NULL AND trim(coalesce(vendor, '')) <> '' AND NOT EXISTS (
  SELECT 1 FROM supply JOIN vendor AS supplier ON supplier.id = supply.vendor_id
  WHERE supply.system_id = system.id AND supply.withdrawn_on IS NULL AND supplier.withdrawn_on IS NULL
    AND (supply."from" IS NULL OR supply."from" <= @day) AND (supply."to" IS NULL OR supply."to" >= @day))`

interface Group {
  readonly key: string
  readonly text: string
  readonly systems: number
  readonly writings: readonly string[]
}

/** The texts by their letters, the most systems first; what has no letters at all stands for itself. */
function groupsOf(read: ReadHandle, day: string): readonly Group[] {
  const rows = read
    .prepare(`SELECT vendor AS text, count(*) AS systems ${unsuppliedSql} GROUP BY vendor`)
    .all({ day }) as {
    text: string
    systems: number
  }[]
  const groups = Map.groupBy(rows, ({ text }) => nameLetters(text) || text.trim())
  return [...groups]
    .map(([key, all]) => {
      const writings = all.toSorted((one, other) => other.systems - one.systems || (one.text < other.text ? -1 : 1))
      return {
        key,
        text: (writings[0]?.text ?? key).trim(),
        systems: all.reduce((sum, { systems }) => sum + systems, 0),
        writings: writings.map(({ text }) => text),
      }
    })
    .sort((one, other) => other.systems - one.systems || (one.key < other.key ? -1 : 1))
}

/** How many vendors are proposed for a text. */
const proposed = 3

export function vendorTexts(register: Register): { texts: readonly VendorText[]; labels: Labels } {
  const { read } = register
  const vendors = read
    .prepare('SELECT id, name_ja AS ja, name_en AS en FROM vendor WHERE withdrawn_on IS NULL ORDER BY code')
    .all() as ({ readonly id: string } & Bilingual)[]
  const groups = groupsOf(read, register.today())
  const labels = new LabelCollector()
  const texts = groups.map(({ key, text, systems }, place): VendorText => {
    const vendorIds = vendors
      .map(({ id, ja, en }) => ({ id, alike: Math.max(nameLikeness(ja ?? '', text), nameLikeness(en ?? '', text)) }))
      .filter(({ alike }) => alike >= likeness)
      .sort((one, other) => other.alike - one.alike)
      .slice(0, proposed)
      .map(({ id }) => id)
    labels.add(...vendorIds)
    const like = groups.slice(0, place).find((other) => nameLikeness(other.text, text) >= likeness)
    return { key, text, systems, vendorIds, like: vendorIds.length > 0 ? null : (like?.key ?? null) }
  })
  return { texts, labels: labels.labels(read) }
}

type Target =
  | { readonly kind: 'new'; readonly name: Bilingual }
  | { readonly kind: 'vendor'; readonly vendorId: string }
  | { readonly kind: 'like'; readonly key: string }
export interface AdoptInput {
  readonly kinds: SupplyKind[]
  readonly rows: readonly { readonly key: string; readonly systems: number; readonly target: Target }[]
}

/**
 * PREVIEW_OUTDATED where the systems of a text are not as many as were shown; INVALID where a text is said to be the same as one
 * that is not taken with it, or as itself in a circle.
 */
export function adoptVendorTexts(register: Register, input: AdoptInput): { vendors: number; supplies: number } {
  return register.change({ operation: 'vendor.adoptTexts' }, (change) => {
    const groups = new Map(groupsOf(change.read, change.today).map((group) => [group.key, group]))
    const rows = new Map(input.rows.map((row) => [row.key, row]))
    const made = new Map<string, string>()
    const vendorOf = (key: string, seen: ReadonlySet<string>): string => {
      const row = rows.get(key)
      if (row === undefined || seen.has(key))
        throw new Problem('INVALID', { noun: 'vendor', field: 'name', issue: 'LIKE_NOT_TAKEN' })
      if (row.target.kind === 'vendor') return row.target.vendorId
      if (row.target.kind === 'like') return vendorOf(row.target.key, new Set([...seen, key]))
      const known = made.get(key)
      if (known !== undefined) return known
      const { id } = createVendorIn(change, { name: row.target.name })
      made.set(key, id)
      return id
    }
    let supplies = 0
    for (const { key, systems } of rows.values()) {
      const group = groups.get(key)
      if (group?.systems !== systems) throw new Problem('PREVIEW_OUTDATED')
      const vendorId = vendorOf(key, new Set())
      const ids = change.read
        .prepare(`SELECT id ${unsuppliedSql} AND vendor IN (SELECT value FROM json_each(@texts)) ORDER BY code`)
        .all({ day: change.today, texts: JSON.stringify(group.writings) }) as { id: string }[]
      for (const { id: systemId } of ids) addSupplyIn(change, { vendorId, systemId, kinds: [...input.kinds] })
      supplies += ids.length
    }
    return { vendors: made.size, supplies }
  })
}
