/**
 * Taking a requirement pack into the register: from a day on the company is held against it. A newer version ends the one
 * before and takes its answers over, each marked, but for the items that the new version changed: these are to be answered
 * again. The older version and its answers stay as they were.
 */
import { addDays } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import { packKey, type RequirementPack } from '#shared/domain/requirements/requirement-pack.ts'
import type { RequirementPackRecord } from '#shared/domain/requirements/requirement-records.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import type { Change } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'
import { answersOf, heldPacks } from './held.ts'
import { shippedPacks } from './shipped-packs.ts'

export type PackSource = Pick<RequirementPackRecord, 'origin' | 'fileName'>

export interface Adopted {
  readonly record: RequirementPackRecord
  /** Answers of the version before that carry over, and the items of the new one that have to be answered again. */
  readonly carried: number
  readonly reopened: readonly string[]
}

/** One of the packs that come with the program. REQUIREMENT_UNKNOWN where there is none of that name and version. */
export function adoptShipped(register: Register, named: Pick<RequirementPack, 'id' | 'version'>): Adopted {
  const pack = shippedPacks().find((each) => packKey(each) === packKey(named))
  if (pack === undefined) throw new Problem('REQUIREMENT_UNKNOWN', { item: packKey(named) })
  return adoptPack(register, pack, { origin: 'shipped', fileName: null })
}

export function adoptPack(register: Register, pack: RequirementPack, source: PackSource): Adopted {
  return register.change({ operation: 'requirement.adopt' }, (change) => adoptIn(change, pack, source))
}

/** REQUIREMENT_PACK_HELD where the version is held already, REQUIREMENT_ITEM_TAKEN where another pack has an item of the same name. */
export function adoptIn(change: Change, pack: RequirementPack, source: PackSource): Adopted {
  const held = heldPacks(change.read)
  if (held.some(({ packId, packVersion }) => packId === pack.id && packVersion === pack.version))
    throw new Problem('REQUIREMENT_PACK_HELD', { pack: packKey(pack) })
  const current = held.findLast(({ packId, to }) => packId === pack.id && to === null)
  if (current !== undefined && isOlder(pack, current.content))
    throw new Problem('REQUIREMENT_PACK_OLDER', { pack: packKey(pack), held: current.packVersion })
  assertOwnItems(pack, held)
  if (current !== undefined) {
    const yesterday = addDays(change.today, -1)
    // A version that is replaced on the day it came held for that day.
    change.update('requirementPack', current, { to: yesterday < current.from ? current.from : yesterday })
  }
  const record = change.add('requirementPack', {
    packId: pack.id,
    packVersion: pack.version,
    name: pack.title,
    ...source,
    sha256: sha256(canonicalJson(pack)),
    content: pack,
    from: change.today,
    to: null,
  })
  return { record, ...(current === undefined ? { carried: 0, reopened: [] } : carryOver(change, current, pack)) }
}

/** By the versions that the packs name of each other, else by their days. */
function isOlder(pack: RequirementPack, current: RequirementPack): boolean {
  if (pack.supersededBy === current.version || current.supersedes === pack.version) return true
  return pack.published !== null && current.published !== null && pack.published < current.published
}

function assertOwnItems(pack: RequirementPack, held: readonly RequirementPackRecord[]): void {
  const own = new Set(pack.items.map(({ id }) => id))
  for (const other of held) {
    if (other.packId === pack.id) continue
    const taken = other.content.items.find(({ id }) => own.has(id))
    if (taken !== undefined)
      throw new Problem('REQUIREMENT_ITEM_TAKEN', { item: taken.id, pack: packKey(other.content) })
  }
}

function carryOver(
  change: Change,
  before: RequirementPackRecord,
  pack: RequirementPack,
): Pick<Adopted, 'carried' | 'reopened'> {
  const reopened = new Set(pack.changes.flatMap(({ reopens }) => reopens))
  const there = new Set(pack.items.map(({ id }) => id))
  let carried = 0
  for (const answer of answersOf(change.read, before)) {
    if (!there.has(answer.itemId) || reopened.has(answer.itemId)) continue
    change.add('requirementAnswer', {
      packId: pack.id,
      packVersion: pack.version,
      itemId: answer.itemId,
      subject: answer.subject,
      systemId: answer.systemId,
      state: answer.state,
      note: answer.note,
      on: answer.on,
      answererId: answer.answererId,
      notApplicable: answer.notApplicable,
      carriedFrom: before.packVersion,
      ownerId: answer.ownerId,
      dueOn: answer.dueOn,
    })
    carried += 1
  }
  return { carried, reopened: [...reopened].filter((id) => there.has(id)) }
}
