/**
 * What locked packs said, for those that come after them: the figures and where the risks stood, each by its own frozen state
 * and with the limits of its day. It never changes, so it is worked out once for each pack; the states themselves are let go.
 */
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { figuresUnder } from '#shared/domain/metrics/kri-result.ts'
import { krisOn } from '#shared/domain/metrics/kris.ts'
import { type EarlierPack, packsLookedAt } from '#shared/domain/metrics/over-packs.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { type PastPosition, positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import { stateOfEntity } from '#shared/domain/entity-scope.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { allPacks, snapshotOf } from './packs.ts'
import type { Register } from './store/register-file.ts'

type Pack = RecordOf<'pack'>

interface Kept {
  readonly positions: Map<string, readonly PastPosition[]>
  readonly packs: Map<string, EarlierPack>
}

/** Of the whole (null) and of each legal entity that was asked for. */
const kept = new WeakMap<Register, Map<string | null, Kept>>()

/** The last of an ordered list of packs (oldest first): as many as a line has points beside the present one. */
export function earlierPacks(
  register: Register,
  packs: readonly Pack[],
  entityId: string | null = null,
): readonly EarlierPack[] {
  return packs.slice(1 - packsLookedAt).map((pack) => earlierPack(register, pack, entityId))
}

function earlierPack(register: Register, pack: Pack, entityId: string | null): EarlierPack {
  const { packs, positions: known } = keptOf(register, entityId)
  const found = packs.get(pack.id)
  if (found !== undefined) return found
  const all = allPacks(register)
  const before = all.slice(
    0,
    all.findIndex(({ id }) => id === pack.id),
  )
  const on = new RegisterOn(stateOf(register, pack, entityId), pack.asOf)
  const acceptances = acceptancesOn(on)
  const positions = positionsOn(on, acceptances)
  const looked = before.slice(1 - packsLookedAt).map((each) => ({ positions: pastOf(register, each, entityId) }))
  const slim = positions.map(pastPosition)
  const made = {
    code: pack.code,
    asOf: pack.asOf,
    results: figuresUnder(pack.schemaVersion, krisOn(on, positions, acceptances, looked)),
    positions: slim,
  }
  known.set(pack.id, slim)
  packs.set(pack.id, made)
  return made
}

/** All of it, or the records of one legal entity: none of an entity that was not there yet. */
function stateOf(register: Register, pack: Pack, entityId: string | null): RegisterState {
  const state = snapshotOf(register, pack)
  return entityId === null ? state : stateOfEntity(state, entityId)
}

function pastOf(register: Register, pack: Pack, entityId: string | null): readonly PastPosition[] {
  const { positions } = keptOf(register, entityId)
  const known = positions.get(pack.id)
  if (known !== undefined) return known
  const on = new RegisterOn(stateOf(register, pack, entityId), pack.asOf)
  const made = positionsOn(on, acceptancesOn(on)).map(pastPosition)
  positions.set(pack.id, made)
  return made
}

/** Without what holds on to the state that it was read from. */
function pastPosition({ id, code, inherent, residual, target, outsideAppetite }: PastPosition): PastPosition {
  return { id, code, inherent, residual, target, outsideAppetite }
}

function keptOf(register: Register, entityId: string | null): Kept {
  const ofRegister = kept.get(register) ?? new Map<string | null, Kept>()
  kept.set(register, ofRegister)
  const known = ofRegister.get(entityId) ?? { positions: new Map(), packs: new Map() }
  ofRegister.set(entityId, known)
  return known
}
