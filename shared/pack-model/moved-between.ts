/**
 * What is new, gone and moved since the previous pack. In the pack of one legal entity what another one held before is not new,
 * and what another one holds now is not gone: it moved between them, and says so.
 */
import { type RiskMovement, riskMovement } from '../domain/metrics/movement.ts'
import type { PackContext, Side } from './pack-context.ts'

export interface MovedBetween<Record> {
  readonly new: readonly Record[]
  readonly gone: readonly Record[]
  /** From another legal entity, and to one. None in a pack of the whole. */
  readonly movedIn: readonly Record[]
  readonly movedOut: readonly Record[]
}

type Held = { readonly id: string }

function movedBetween<Record extends Held>(
  now: { readonly here: readonly Record[]; readonly anywhere: readonly Held[] },
  before: { readonly here: readonly Record[]; readonly anywhere: readonly Held[] },
): MovedBetween<Record> {
  const ids = (records: readonly Held[]) => new Set(records.map(({ id }) => id))
  const [nowHere, nowAnywhere] = [ids(now.here), ids(now.anywhere)]
  const [beforeHere, beforeAnywhere] = [ids(before.here), ids(before.anywhere)]
  return {
    new: now.here.filter(({ id }) => !beforeAnywhere.has(id)),
    gone: before.here.filter(({ id }) => !nowAnywhere.has(id)),
    movedIn: now.here.filter(({ id }) => !beforeHere.has(id) && beforeAnywhere.has(id)),
    movedOut: before.here.filter(({ id }) => !nowHere.has(id) && nowAnywhere.has(id)),
  }
}

export function systemsBetween(context: PackContext, previous: Side): MovedBetween<Side['on']['systems'][number]> {
  return movedBetween(
    { here: context.on.systems, anywhere: context.onWhole.systems },
    { here: previous.on.systems, anywhere: previous.onWhole.systems },
  )
}

/** Codes of the risks by what became of them; what moved here is compared with its level where it was. */
export function risksBetween(
  context: PackContext,
  previous: Side,
): RiskMovement & { readonly movedIn: readonly string[]; readonly movedOut: readonly string[] } {
  const { gone, movedIn, movedOut } = movedBetween(
    { here: context.positions, anywhere: context.positionsOfWhole },
    { here: previous.positions, anywhere: previous.positionsOfWhole },
  )
  const codes = (records: readonly { readonly code: string }[]) => records.map(({ code }) => code)
  return {
    ...riskMovement(context.positions, previous.positionsOfWhole),
    gone: codes(gone),
    movedIn: codes(movedIn),
    movedOut: codes(movedOut),
  }
}
