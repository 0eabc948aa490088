/**
 * What is new, gone and moved since the previous pack. In the pack of one legal entity what was recorded before is not new, and
 * what is still recorded is not gone. It moved from another entity only where one held it before and does not now, and to one
 * only where one holds it now that did not; else it is now here too, or here no longer, since a risk can be of several entities
 * and a system or a risk of none.
 */
import { type Holders, holdersIn } from '../domain/entity-scope.ts'
import { type RiskMovement, riskMovement } from '../domain/metrics/movement.ts'
import type { PackContext, Side } from './pack-context.ts'

/** What is in the pack of a legal entity since, or no longer, without being new or gone. None in a pack of the whole. */
export interface BetweenEntities<One> {
  /** From another legal entity, and to one. */
  readonly movedIn: readonly One[]
  readonly movedOut: readonly One[]
  /** Here too: whoever held it before still does. */
  readonly joined: readonly One[]
  /** Here no longer: nobody holds it who did not before. */
  readonly left: readonly One[]
}

export interface MovedBetween<One> extends BetweenEntities<One> {
  readonly new: readonly One[]
  readonly gone: readonly One[]
}

type Held = { readonly id: string }

interface HeldBySide<One> {
  readonly here: readonly One[]
  readonly anywhere: readonly Held[]
  readonly holders: Holders
}

/** Whether an entity is among the first that is not among the second. */
const holdsMore = (first: ReadonlySet<string>, second: ReadonlySet<string>) => [...first].some((id) => !second.has(id))

function movedBetween<One extends Held>(now: HeldBySide<One>, before: HeldBySide<One>): MovedBetween<One> {
  const ids = (records: readonly Held[]) => new Set(records.map(({ id }) => id))
  const [nowHere, nowAnywhere] = [ids(now.here), ids(now.anywhere)]
  const [beforeHere, beforeAnywhere] = [ids(before.here), ids(before.anywhere)]
  const came = now.here.filter(({ id }) => !beforeHere.has(id) && beforeAnywhere.has(id))
  const went = before.here.filter(({ id }) => !nowHere.has(id) && nowAnywhere.has(id))
  const gaveUp = ({ id }: Held) => holdsMore(before.holders(id), now.holders(id))
  const tookOver = ({ id }: Held) => holdsMore(now.holders(id), before.holders(id))
  return {
    new: now.here.filter(({ id }) => !beforeAnywhere.has(id)),
    gone: before.here.filter(({ id }) => !nowAnywhere.has(id)),
    movedIn: came.filter(gaveUp),
    movedOut: went.filter(tookOver),
    joined: came.filter((each) => !gaveUp(each)),
    left: went.filter((each) => !tookOver(each)),
  }
}

export function systemsBetween(context: PackContext, previous: Side): MovedBetween<Side['on']['systems'][number]> {
  const side = ({ on, onWhole, whole }: Side) => ({
    here: on.systems,
    anywhere: onWhole.systems,
    holders: holdersIn(whole).system,
  })
  return movedBetween(side(context), side(previous))
}

/** Codes of the risks by what became of them; what moved here is compared with its level where it was. */
export function risksBetween(context: PackContext, previous: Side): RiskMovement & BetweenEntities<string> {
  const side = ({ positions, positionsOfWhole, whole }: Side) => ({
    here: positions,
    anywhere: positionsOfWhole,
    holders: holdersIn(whole).risk,
  })
  const { gone, movedIn, movedOut, joined, left } = movedBetween(side(context), side(previous))
  const codes = (records: readonly { readonly code: string }[]) => records.map(({ code }) => code)
  return {
    ...riskMovement(context.positions, previous.positionsOfWhole),
    gone: codes(gone),
    movedIn: codes(movedIn),
    movedOut: codes(movedOut),
    joined: codes(joined),
    left: codes(left),
  }
}
