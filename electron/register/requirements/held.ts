/** What the register holds of requirements: packs, older versions too, and the answers that stand. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { RequirementPackRecord } from '#shared/domain/requirements/requirement-records.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

/** All packs of the register that are not withdrawn, older versions too; in the order in which they were taken in. */
export function heldPacks(read: ReadHandle): readonly RequirementPackRecord[] {
  return [...recordTables.requirementPack.all(read)]
    .filter((pack) => pack.withdrawn === null)
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
}

/** NOT_FOUND where the register holds no such pack. */
export function heldById(register: Register, id: string): RequirementPackRecord {
  const pack = recordTables.requirementPack.get(register.read, id)
  if (pack === undefined || pack.withdrawn !== null) throw new Problem('NOT_FOUND', { noun: 'requirementPack', id })
  return pack
}

/**
 * The answers to one version that stand, one for each item and subject: all of them, those of one subject (a system, or null
 * for the company), or those to one item.
 */
export function answersOf(
  read: ReadHandle,
  pack: Pick<RequirementPackRecord, 'packId' | 'packVersion'>,
  only: { readonly systemId?: string | null; readonly itemId?: string } = {},
): RecordOf<'requirementAnswer'>[] {
  const narrowed = [
    ...(only.systemId === undefined ? [] : [['system_id IS ?', only.systemId] as const]),
    ...(only.itemId === undefined ? [] : [['item_id = ?', only.itemId] as const]),
  ]
  const ids = read
    .prepare(
      `SELECT id FROM requirement_answer WHERE pack_id = ? AND pack_version = ? AND withdrawn_on IS NULL
       ${narrowed.map(([condition]) => `AND ${condition}`).join(' ')} ORDER BY id`,
    )
    .all(pack.packId, pack.packVersion, ...narrowed.map(([, value]) => value)) as { id: string }[]
  return ids.map(({ id }) => recordTables.requirementAnswer.get(read, id)).filter((answer) => answer !== undefined)
}
