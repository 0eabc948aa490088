/** The overview of a day: the register as it stands, beside the locked packs. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { riskPositions } from '#shared/domain/metrics/risk-positions.ts'
import { figuresUnder } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { buildOverview, type EarlierPack, type Overview } from '#shared/domain/overview.ts'
import { heldHorizon } from './horizon/held-horizon.ts'
import { derivedOn } from './derived.ts'
import { allPacks, snapshotOf } from './packs.ts'
import type { Register } from './store/register-file.ts'

/** What locked packs say never changes: computed once for each. */
const kept = new WeakMap<Register, Map<string, EarlierPack>>()

export function overviewOf(register: Register, asOf: Day | null): Overview {
  const day = asOf ?? register.today()
  return buildOverview({
    on: derivedOn(register, day).on,
    fiscalStartMonth: register.organisation().fiscalStartMonth,
    // Five points of a line, the last one being today.
    packs: allPacks(register)
      .filter((pack) => pack.asOf <= day)
      .slice(-4)
      .map((pack) => earlierPack(register, pack)),
    horizon: heldHorizon(register.read)?.content ?? null,
  })
}

function earlierPack(register: Register, pack: RecordOf<'pack'>): EarlierPack {
  const known = kept.get(register) ?? new Map<string, EarlierPack>()
  kept.set(register, known)
  const found = known.get(pack.id)
  if (found) return found
  const snapshot = snapshotOf(register, pack)
  const made = {
    code: pack.code,
    asOf: pack.asOf,
    results: figuresUnder(pack.schemaVersion, computeKris(snapshot, pack.asOf)),
    positions: riskPositions(snapshot, pack.asOf),
  }
  known.set(pack.id, made)
  return made
}
