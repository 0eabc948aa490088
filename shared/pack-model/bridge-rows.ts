/** The bridge of risks outside appetite as the bars of a waterfall: each begins where the one before it ended. */
import {
  adds,
  type AppetiteBridge,
  appetiteBridge,
  type BridgeStep,
  bridgeSteps,
} from '../domain/metrics/appetite-bridge.ts'
import { risksBetween } from './moved-between.ts'
import { capped, type PackContext, type Side } from './pack-context.ts'
import type { BridgeRow } from './pages.ts'

/** Steps that a reader looks for even where nothing took them; the others stand only where they have a risk. */
const always: readonly BridgeStep[] = ['new', 'worsened', 'treated', 'accepted', 'closed']

/** In the pack of one legal entity what only changed hands is told apart from what is new or closed. */
export function bridgeSince(context: PackContext, previous: Side): AppetiteBridge {
  if (context.input.entity == null) return appetiteBridge(previous.positions, context.positions)
  const { movedIn, movedOut } = risksBetween(context, previous)
  return appetiteBridge(previous.positions, context.positions, {
    before: previous.positionsOfWhole,
    now: context.positionsOfWhole,
    moved: new Set([...movedIn, ...movedOut]),
  })
}

export function bridgeRows(bridge: AppetiteBridge): readonly BridgeRow[] {
  const bar = (step: BridgeRow['step'], codes: readonly string[], from: number, to: number): BridgeRow => ({
    step,
    count: codes.length,
    from,
    to,
    codes: capped(codes, 8, 'risks'),
  })
  let place = bridge.before.length
  const steps = bridgeSteps
    .filter((step) => always.includes(step) || bridge.steps[step].length > 0)
    .map((step) => {
      const codes = bridge.steps[step]
      const from = place
      place += adds(step) ? codes.length : -codes.length
      return bar(step, codes, from, place)
    })
  return [bar('before', bridge.before, 0, bridge.before.length), ...steps, bar('now', bridge.now, 0, bridge.now.length)]
}
